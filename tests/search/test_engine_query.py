"""The query language in the engine: every condition, negated, combined and as alternatives."""

from itertools import combinations

import pytest

from citations.query.parser import parse_query
from citations.search.find import find_quote_ids
from citations.search.request import Search

ALL = 1_000
# One of each kind that finds some of the seed, and not all of it.
CONDITIONS = [
    "treaty",
    "negotiat*",
    '"peace treaty"',
    "speaker:kishida",
    "speaker:hayas*",
    'speaker:"kishida fumio"',
    "speaker:岸田",
    "position:minister",
    "mode:direct",
    "said:2022-03",
    "said:..2022",
    "published:2024",
    "context:islands",
    "event:conference",
    "place:nemuro",
    "topic:treaty",
    "context:visa-free",
]


def found(query: str) -> set[int]:
    parsed = parse_query(query)
    assert parsed.ignored == ()
    return set(find_quote_ids(Search(query=parsed), ALL))


@pytest.fixture
def everything(seed: None) -> set[int]:
    return found("")


@pytest.mark.parametrize("condition", CONDITIONS)
def test_a_condition_and_its_negation_divide_the_quotes(
    condition: str, everything: set[int]
) -> None:
    assert found(condition) | found(f"-{condition}") == everything
    assert found(condition) & found(f"-{condition}") == set()


def test_conditions_combine_as_and_and_or(everything: set[int]) -> None:
    sets = {condition: found(condition) for condition in CONDITIONS}
    for one, other in combinations(CONDITIONS, 2):
        assert found(f"{one} {other}") == sets[one] & sets[other], (one, other)
        assert found(f"{one} OR {other}") == sets[one] | sets[other], (one, other)
        assert found(f"{one} OR -{other}") == sets[one] | everything - sets[other], (one, other)


@pytest.mark.parametrize(
    ("written", "same"),
    [
        ("speaker:kishida OR speaker:hayashi", "speaker:(kishida OR hayashi)"),
        ("speaker:KISHIDA", "ｓｐｅａｋｅｒ：ｋｉｓｈｉｄａ"),  # case and width
        ("speaker:kishida", "speaker:“Kishida”"),  # marks
        ('speaker:"kishida fumio"', 'speaker:"fumio kishida"'),  # names in either order
        ("context:visa-free", "context:visa‑free"),  # a typographic hyphen
        ("context:visa-free", 'context:"visa free"'),
        ('"peace treaty"', "«peace treaty»"),
        ("negotiation", "negotiations"),  # any form of a word
        ("said:2022", "said:2022-01..2022-12"),
        ("-said:2022 -treaty", "-treaty -said:2022"),
    ],
)
def test_two_ways_of_writing_find_the_same(written: str, same: str, seed: None) -> None:
    numbers = [
        set(find_quote_ids(Search(query=parse_query(query)), ALL)) for query in (written, same)
    ]
    assert numbers[0] == numbers[1]
