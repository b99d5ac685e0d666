"""Words between marks that nobody says are no quotations."""

import pytest

from citations.extraction.quotations import find_quotations


@pytest.mark.parametrize(
    "text",
    [
        "The so-called “smart” meters failed.",
        "Her novel, “The Long Field,” won the prize.",
        "William “Bill” Tanner retired.",
        "The word “nice” once meant foolish.",
        "It was held on “Northern Territories Day,” which falls on Feb 7.",
        "They agreed to resolve the question of “the allocation of the islands” soon.",
        "Japan has revoked Russia’s “most favored nation” status.",
        "Protesters held signs that read “Hands off our river”.",
        "UPDATE: It rained.\n\nNOTE: It was wet.",
        "A bridge is closed.\n\n“Related:”\n\nIt rained.",
        "Duarte said nothing had been decided.",
    ],
)
def test_it_leaves_out_what_nobody_says(text: str) -> None:
    assert find_quotations(text) == []
