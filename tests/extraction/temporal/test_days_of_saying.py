"""When it was said, in English: dates of the saying, and dates of other events."""

import time

import pytest

from citations.extraction.quotations import find_quotations
from citations.extraction.temporal.days_of_saying import date_quotations

THURSDAY = "2016-03-10"


def said_in(text: str, published: str = THURSDAY, language: str = "en") -> tuple[str, str]:
    """The day of the last quotation, and the words that say so."""
    last = find_quotations(text, published, language)[-1]
    return last.said, last.said_from.text_in(text) if last.said_from else ""


@pytest.mark.parametrize(
    ("text", "said", "printed"),
    [
        ("“Run,” Ada Rowe told the club last month.", "2016-02", "last month"),
        ("“Run,” Ada Rowe said late on Saturday.", "2016-03-05", "Saturday"),
        ("“Run,” Ada Rowe said yesterday evening.", "2016-03-09", "yesterday evening"),
        ("“Run,” Ada Rowe tweeted late last night.", "2016-03-09", "last night"),
        ("“Run,” Ada Rowe said two months ago.", "2016-01", "two months ago"),
        ("“Run,” Ada Rowe said ten years ago.", "2006", "ten years ago"),
        ("“Run,” Ada Rowe said at the weekend.", "2016-03-05/2016-03-06", "at the weekend"),
        ("“Run,” Ada Rowe told Wednesday's hearing.", "2016-03-09", "Wednesday"),
        ("“Run,” Ada Rowe said at Tuesday’s meeting.", "2016-03-08", "Tuesday"),
        ("“Run,” Ada Rowe said in a 1994 interview.", "1994", "1994"),
        ("“Run,” Ada Rowe said in a Tuesday interview.", "2016-03-08", "Tuesday"),
        ("“Run,” Ada Rowe wrote in a letter of 2 May 1846 to Ely.", "1846-05-02", "2 May 1846"),
        ("“Run,” Ada Rowe wrote in a letter from 1846.", "1846", "1846"),
        ("“Run,” Ada Rowe said in the spring of 1968.", "1968-21", "spring of 1968"),
        ("“Run,” Ada Rowe said in early 2011.", "2011", "2011"),
        ("“Run,” Ada Rowe said in Feb. 2014.", "2014-02", "Feb. 2014"),
        ("“Run,” Ada Rowe used to say in the 1970s.", "197X", "1970s"),
        ("“Run,” Ada Rowe wrote on New Year’s Eve 1999.", "1999-12-31", "New Year’s Eve 1999"),
        ("“Run,” Ada Rowe said in a statement issued on Sunday.", "2016-03-06", "Sunday"),
        ("“Run,” said Ada Rowe, who chaired the inquiry, on Tuesday.", "2016-03-08", "Tuesday"),
        ("“Run,” said Ada Rowe, speaking in Ely on Monday.", "2016-03-07", "Monday"),
        ("“Run,” Ada Rowe told a hall in Ely, Kent on Monday.", "2016-03-07", "Monday"),
        ("“Run,” Ada Rowe said on Monday, and the strike ended on Wednesday.", "2016-03-07",
         "Monday"),
        ("In an interview with the Echo in 1994, Ada Rowe said: “Run.”", "1994", "1994"),
        ("Asked on Monday about the dam, Ada Rowe said: “Run.”", "2016-03-07", "Monday"),
        ("On Monday evening, as the rain fell, Ada Rowe said: “Run.”", "2016-03-07",
         "Monday evening"),
        ("“Run,” Ada Rowe said in June last year.", "2015-06", "June last year"),
        ("In March, a week before the dam broke, Ada Rowe said: “Run.”", "2016-03", "March"),
        ("Ada Rowe, in an interview on Monday, said: “Run.”", "2016-03-07", "Monday"),
        ("Ada Rowe on Monday called the plan “a sieve”.", "2016-03-07", "Monday"),
        ("He let it pass in October, when he told Ada Rowe: “Run.”", "2015-10", "October"),
        ("The Guild issued a statement on 1 March.\n\n“We go,” it read.", "2016-03-01", "1 March"),
        ("“Run,” Ada Rowe told the Echo on Saturday, 5 March.", "2016-03-05", "Saturday, 5 March"),
    ],
)  # fmt: skip
def test_it_tells_the_day(text: str, said: str, printed: str) -> None:
    assert said_in(text) == (said, printed)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("The bridge fell on 3 March. A day earlier its owner, Ada Rowe, had said: “Run.”",
         "2016-03-02"),
        ("The bridge fell on 3 March. “Run,” Ada Rowe said the morning after.", "2016-03-04"),
        ("The bridge fell on 3 March. The following Monday Ada Rowe said: “Run.”", "2016-03-07"),
        ("The bridge fell on Monday. “Run,” Ada Rowe had shouted that morning.", "2016-03-07"),
        ("“Run,” Ada Rowe said two days after the vote on 4 February.", "2016-02-06"),
        ("It fell on 3 March. The previous evening Ada Rowe had said: “Run.”", "2016-03-02"),
        ("Two days before the bridge fell on 3 March, Ada Rowe said: “Run.”", "2016-03-01"),
        ("“Run,” Ada Rowe said on Friday, three days after she was fined.", "2016-03-04"),
        # Two days, or none, to count from.
        ("It began on 4 March and ended on 6 March. A day later Ada Rowe said: “Run.”", ""),
        ("“Run,” Ada Rowe said the day before she died.", ""),
        ("A day earlier, Ada Rowe had said: “Run.”", ""),
    ],
)  # fmt: skip
def test_it_counts_from_the_day_that_the_text_names(text: str, said: str) -> None:
    assert said_in(text)[0] == said


@pytest.mark.parametrize(
    "text",
    [
        # Not yet, and again and again.
        "Ada Rowe will tell the inquiry on Thursday that it was “a sieve”.",
        "In a speech on Saturday Ada Rowe is to say: “Run.”",
        "On Thursday, Ada Rowe is expected to say: “Run.”",
        "“Run,” Ada Rowe says every Friday.",
        "“Run,” Ada Rowe would say on Sundays.",
        # Other events.
        "The owner of the block where a boiler exploded on Tuesday, Ada Rowe, said: “Run.”",
        "“Run,” said Ada Rowe, who was sworn in on 4 April.",
        "“Run,” said Ada Rowe, whose shop burned down last week.",
        "“Run,” said Ada Rowe, mayor since 2014.",
        "“Run,” said Ada Rowe, a champion in 2009.",
        "“Run,” said Ada Rowe, the 2014 champion.",
        "Ada Rowe, sacked on Monday, said: “Run.”",
        "Arrested on Monday, Ada Rowe said: “Run.”",
        "When the dam broke on Monday, Ada Rowe said: “Run.”",
        "On Monday the dam broke and Ada Rowe said: “Run.”",
        "The strike began on Monday. “Run,” Ada Rowe said.",
        "“Run,” said Ada Rowe after Monday’s fire.",
        "“Run,” Ada Rowe told the inquiry into Monday’s fire.",
        "“Run,” Ada Rowe said of Tuesday’s vote.",
        "“Run,” Ada Rowe said of the fire in 1994.",
        "“Run,” Ada Rowe told reporters ahead of Friday’s match.",
        "“Run,” Ada Rowe said, referring to the fire on Monday.",
        "“Run,” he said, echoing Ada Rowe, in an interview with me last year.",
        "Ada Rowe said that on Monday the river had been “a bit wet”.",
        "In 2009, when the state paid, “they ran,” Ada Rowe said.",
        "In 2008, Ada Rowe said, the mayor was “a sieve”.",
        "“Run,” Ada Rowe said in an interview published on Sunday.",
        # Words and names that are no dates of the narration.
        "“What happened on 3 March must stop,” Ada Rowe said.",
        "“Run,” Ada Rowe told The Sunday Herald.",
        "“Run,” Ada Rowe said on This Week.",
        "LEEDS, March 3 (Wire) — The minister Ada Rowe said: “Run.”",
        # Two occasions, or a time that is too vague.
        "“Run,” Ada Rowe told the court on Tuesday and repeated on Thursday.",
        "“Run,” Ada Rowe told the court on Tuesday and the inquiry on Thursday.",
        "“Run,” Ada Rowe said on Monday and again on Wednesday.",
        "“Run,” Ada Rowe said about two months ago.",
        "“Run,” Ada Rowe said between 2010 and 2014.",
        "“Run,” Ada Rowe has said since 2014.",
        "“Run,” Ada Rowe said in June of that year.",
        "“Run,” Ada Rowe told the class at Christmas 1914.",
        # After publication, and a weekday that is not that day.
        "“Run,” Ada Rowe said on 30 March 2016.",
        "“Run,” Ada Rowe told the Echo on Sunday, 5 March.",
    ],
)
def test_it_leaves_open_what_is_not_said(text: str) -> None:
    assert said_in(text) == ("", "")


def test_the_span_leads_to_the_text_as_it_was_given() -> None:
    text = "“Run,” Ada Rowe wrote on 12 Sep-\ntember 1846."
    (found,) = find_quotations(text, "")
    assert found.said == "1846-09-12"
    assert found.said_from is not None
    assert found.said_from.text_in(text) == "12 Sep-\ntember 1846"


def test_a_language_without_words_of_time_leaves_days_open() -> None:
    text = "«Kom», zei Bo Ek maandag."
    assert date_quotations(text, find_quotations(text, THURSDAY, "nl"), THURSDAY, "nl") == (
        find_quotations(text, THURSDAY, "nl")
    )


DENSE = [
    "“a,” said Bo Ek on Monday, ",
    "“Run,” it read a day earlier. ",
    "a day earlier “a” said Bo ",
]


@pytest.mark.parametrize("unit", DENSE)
def test_its_time_grows_with_the_length_of_the_text(unit: str) -> None:
    # A tenth takes a tenth of the time, give or take; what is quadratic takes a hundredth.
    long, short = (_seconds((unit * size)[:size]) for size in (40_000, 4_000))
    assert long < 0.05 or long < 40 * short


def _seconds(text: str) -> float:
    found = find_quotations(text, THURSDAY)

    def once() -> float:
        began = time.process_time()
        date_quotations(text, found, THURSDAY, "en")
        return time.process_time() - began

    return min(once() for _ in range(2))
