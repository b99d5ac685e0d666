"""When it was said: words of time counted from the day of publication."""

import pytest

from citations.extraction.quotations import find_quotations

THURSDAY = "2024-02-08"


def dated(words: str, published: str) -> tuple[str, str]:
    text = f"“We go,” Ana Duarte said {words}."
    (found,) = find_quotations(text, published)
    return found.said, found.said_from.text_in(text) if found.said_from else ""


@pytest.mark.parametrize(
    ("words", "said", "printed"),
    [
        ("on Wednesday", "2024-02-07", "Wednesday"),
        ("Friday", "2024-02-02", "Friday"),
        ("on Thursday", "2024-02-08", "Thursday"),  # the day of publication itself
        ("last Thursday", "2024-02-01", "last Thursday"),
        ("yesterday", "2024-02-07", "yesterday"),
        ("this morning", "2024-02-08", "this morning"),
        ("last night", "2024-02-07", "last night"),
        ("on January 22", "2024-01-22", "January 22"),
        ("on March 22", "2023-03-22", "March 22"),  # the last one before
        ("on Feb. 3", "2024-02-03", "Feb. 3"),
        ("on 3 February", "2024-02-03", "3 February"),
        ("on March 22, 2022", "2022-03-22", "March 22, 2022"),
        ("on 22 March 2022", "2022-03-22", "22 March 2022"),
        ("in March 2022", "2022-03", "March 2022"),
        ("in March", "2023-03", "March"),
        ("in 2019", "2019", "2019"),
        ("last month", "2024-01", "last month"),
        ("last year", "2023", "last year"),
        ("last week", "2024-01-29/2024-02-04", "last week"),
        ("at the event", "", ""),
        ("on February 31, 2022", "", ""),
    ],
)
def test_it_resolves_the_words(words: str, said: str, printed: str) -> None:
    assert dated(words, THURSDAY) == (said, printed)


@pytest.mark.parametrize(
    ("words", "published", "said"),
    [
        ("on Wednesday", "", ""),  # counted from nothing
        ("on Wednesday", "2024-02", ""),  # four Wednesdays
        ("on Wednesday", "not a date", ""),
        ("on March 21", "[2022-03-22..2022-12-31]", "2022-03-21"),  # the same for every day
        ("on June 1", "[2022-03-22..2022-12-31]", ""),  # 2021 or 2022
        ("last month", "2024-02", "2024-01"),
        ("on March 22, 2022", "", "2022-03-22"),
        ("on Wednesday", "0001-01-01", ""),  # before the first year
    ],
)
def test_it_leaves_open_what_the_words_leave_open(words: str, published: str, said: str) -> None:
    assert dated(words, published)[0] == said
