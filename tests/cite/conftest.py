"""A busy machine is no reason for a citation to time out."""

import pytest


@pytest.fixture(autouse=True)
def patient_citeproc(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("citations.cite.styles.citeproc.TIMEOUT_SECONDS", 60.0)
