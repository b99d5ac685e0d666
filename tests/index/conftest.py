"""An index of the seed, with which the tests of `sync` begin."""

import pytest


@pytest.fixture
def synced_index(transactional_db: None, seed: None) -> None:
    from citations.index import sync  # once the site is set up

    sync.generation_to_search()
