"""Queries written out again, in words and in their own language."""

import pytest

from citations.query.parser import parse_query


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", ""),  # nothing
        ("peace treaty", "peace treaty"),  # words run on
        (
            '"peace treaty" speaker:kishida said:2022..2024-02 -"sanctions"',
            "“peace treaty”, by kishida, said 2022 to 2024-02, without “sanctions”",
        ),
        ("peace treat* -war", "peace treat…, without “war”"),  # a prefix among words
        ("a OR b OR c a", "a or b or c, a"),  # alternatives stand apart
        ("said:2022.. published:..2023", "said 2022 or later, published 2023 or earlier"),  # open
        ("said:2022", "said 2022"),  # one date
        ("-war -speaker:kishida", "everything without “war”, not by kishida"),  # only negatives
        ('place:nemuro position:"prime minister"', "at the place nemuro, speaking as “prime minis"),
        ("mode:direct lang:ja", "with the mode direct, in the language ja"),  # choices
    ],
)
def test_it_describes_itself_words(text, words):
    assert parse_query(text).description().startswith(words)


@pytest.mark.parametrize("field", ["said", "published"])
@pytest.mark.parametrize(
    ("dates", "words"),
    [
        ("2022", "2022"),
        ("2022..2024", "2022 to 2024"),
        ("2022..", "2022 or later"),
        ("..2022", "2022 or earlier"),
        ("2022/2024", "2022/2024"),  # EDTF's own interval
        ("[2022..2024]", "[2022..2024]"),
    ],
)
def test_it_describes_dates(field, dates, words):
    assert parse_query(f"{field}:{dates}").description() == f"{field} {words}"
