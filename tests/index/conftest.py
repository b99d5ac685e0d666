"""Every test begins with an index that must follow."""

import pytest

from tests.support.asking_process import found


@pytest.fixture(autouse=True)
def indexed(transactional_db: None, seed: None) -> None:
    found("")  # so that every test begins with an index that must follow
