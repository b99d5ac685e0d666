"""Settings from the environment: safe by default, with one switch for https."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.support.checkout import ROOT

PRINT = (
    "import json; from project import settings as s; "
    "print(json.dumps({name: getattr(s, name) for name in %r}, default=str))"
)


def settings_with(folder: Path, *names: str, **environment: str) -> dict[str, Any]:
    """The values of these settings in a process with this environment and an empty data folder."""
    given = {"PATH": os.environ["PATH"], "DATA_DIR": str(folder), **environment}
    command = [sys.executable, "-c", PRINT % (names,)]
    done = subprocess.run(command, cwd=ROOT, env=given, capture_output=True, check=True)
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def test_it_is_safe_when_nothing_is_set(tmp_path: Path) -> None:
    found = settings_with(tmp_path, "DEBUG", "ALLOWED_HOSTS", "SECURE", "X_FRAME_OPTIONS")
    assert found == {
        "DEBUG": False,
        "ALLOWED_HOSTS": ["127.0.0.1", "localhost", "[::1]"],
        "SECURE": False,
        "X_FRAME_OPTIONS": "DENY",
    }


def test_a_secret_key_is_generated_once_and_readable_by_its_owner_alone(tmp_path: Path) -> None:
    first = settings_with(tmp_path, "SECRET_KEY")["SECRET_KEY"]
    assert len(first) >= 50
    assert settings_with(tmp_path, "SECRET_KEY")["SECRET_KEY"] == first
    assert (tmp_path / "secret-key").stat().st_mode & 0o777 == 0o600
    assert settings_with(tmp_path, "SECRET_KEY", SECRET_KEY="mine")["SECRET_KEY"] == "mine"


def test_one_switch_turns_everything_to_https(tmp_path: Path) -> None:
    names = ("SECURE_SSL_REDIRECT", "SESSION_COOKIE_SECURE", "CSRF_COOKIE_SECURE")
    assert set(settings_with(tmp_path, *names).values()) == {False}
    assert set(settings_with(tmp_path, *names, SECURE="1").values()) == {True}


@pytest.mark.parametrize(
    ("url", "engine"),
    [("sqlite:///x.sqlite3", "sqlite3"), ("postgres://user:word@host/name", "postgresql")],
)
def test_the_database_comes_from_its_url(tmp_path: Path, url: str, engine: str) -> None:
    [database] = settings_with(tmp_path, "DATABASES", DATABASE_URL=url)["DATABASES"].values()
    assert database["ENGINE"] == f"django.db.backends.{engine}"
    assert database["CONN_MAX_AGE"] == 60
