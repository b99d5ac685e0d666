"""Server-Timing: where an answer's time went, for those who ask for it."""

import re

import pytest
from django.test import Client
from pytest_django import Settings

from citations.index import sync
from citations.models.base import time_budget


def test_nothing_is_told_unless_asked_for(seed: None, client: Client) -> None:
    assert "Server-Timing" not in client.get("/dates/").headers


@pytest.mark.parametrize("address", ["/quotes/?q=peace", "/healthz", "/nowhere"])
def test_every_answer_tells_its_parts(
    seed: None, client: Client, settings: Settings, address: str
) -> None:
    sync.rebuild_index()
    settings.SERVER_TIMING = True
    told = client.get(address).headers["Server-Timing"]
    shape = r'total;dur=([\d.]+), db;dur=([\d.]+);desc="(\d+) queries", engine;dur=([\d.]+)'
    found = re.fullmatch(shape, told)
    assert found, told
    total, database, queries, engine = map(float, found.groups())
    assert total >= max(database, engine)
    if address.startswith("/quotes/"):
        assert min(queries, engine) > 0


def test_each_answer_is_told_its_own_time(client: Client, settings: Settings) -> None:
    settings.SERVER_TIMING = True
    with time_budget.measure_engine_time():
        pass
    assert time_budget.engine_ms() > 0
    assert client.get("/healthz").headers["Server-Timing"].endswith("engine;dur=0.0")
