"""Single dates: what they mean, how they read, and what is refused."""

import subprocess
import sys

import pytest

from citations.edtf.parsing import parse_edtf
from citations.edtf.single_dates import UnreadableDateError, phrase, read_date

# text, earliest, latest, in words
DATES = [
    # days, months, years
    ("2024-02-07", "2024-02-07", "2024-02-07", "7 February 2024"),
    ("2024-02-29", "2024-02-29", "2024-02-29", "29 February 2024"),
    ("2022-03", "2022-03-01", "2022-03-31", "March 2022"),
    ("2023-02", "2023-02-01", "2023-02-28", "February 2023"),
    ("2022", "2022-01-01", "2022-12-31", "2022"),
    ("0001", "0001-01-01", "0001-12-31", "1"),
    ("9999-12-31", "9999-12-31", "9999-12-31", "31 December 9999"),
    # about, uncertain, both
    ("1940~", "1940-01-01", "1940-12-31", "about 1940"),
    ("~1940", "1940-01-01", "1940-12-31", "about 1940"),
    ("1957?", "1957-01-01", "1957-12-31", "1957 (uncertain)"),
    ("2022-03-21?", "2022-03-21", "2022-03-21", "21 March 2022 (uncertain)"),
    ("1940%", "1940-01-01", "1940-12-31", "about 1940 (uncertain)"),
    ("2022-?03", "2022-03-01", "2022-03-31", "March 2022 (in part uncertain)"),
    ("2022~-03-05", "2022-03-05", "2022-03-05", "5 March 2022 (in part approximate)"),
    # seasons, quarters, halves
    ("2022-21", "2022-03-01", "2022-05-31", "spring 2022"),
    ("2022-22", "2022-06-01", "2022-08-31", "summer 2022"),
    ("2022-23", "2022-09-01", "2022-11-30", "autumn 2022"),
    ("2022-24", "2022-12-01", "2022-12-31", "winter 2022"),
    ("2022-25", "2022-03-01", "2022-05-31", "northern spring 2022"),
    ("2022-26", "2022-06-01", "2022-08-31", "northern summer 2022"),
    ("2022-27", "2022-09-01", "2022-11-30", "northern autumn 2022"),
    ("2022-28", "2022-12-01", "2022-12-31", "northern winter 2022"),
    ("2022-29", "2022-09-01", "2022-11-30", "southern spring 2022"),
    ("2022-30", "2022-12-01", "2022-12-31", "southern summer 2022"),
    ("2022-31", "2022-03-01", "2022-05-31", "southern autumn 2022"),
    ("2022-32", "2022-06-01", "2022-08-31", "southern winter 2022"),
    ("2022-33", "2022-01-01", "2022-03-31", "the first quarter of 2022"),
    ("2022-34", "2022-04-01", "2022-06-30", "the second quarter of 2022"),
    ("2022-35", "2022-07-01", "2022-09-30", "the third quarter of 2022"),
    ("2022-36", "2022-10-01", "2022-12-31", "the last quarter of 2022"),
    ("2022-37", "2022-01-01", "2022-04-30", "the first third of 2022"),
    ("2022-38", "2022-05-01", "2022-08-31", "the second third of 2022"),
    ("2022-39", "2022-09-01", "2022-12-31", "the last third of 2022"),
    ("2022-40", "2022-01-01", "2022-06-30", "the first half of 2022"),
    ("2022-41", "2022-07-01", "2022-12-31", "the second half of 2022"),
    ("2022-22~", "2022-06-01", "2022-08-31", "about summer 2022"),
    ("2022-22%", "2022-06-01", "2022-08-31", "about summer 2022 (uncertain)"),
    # digits not known
    ("190X", "1900-01-01", "1909-12-31", "1900s"),
    ("196X~", "1960-01-01", "1969-12-31", "about 1960s"),
    ("19XX", "1900-01-01", "1999-12-31", "between 1900 and 1999"),
    ("2022-XX", "2022-01-01", "2022-12-31", "2022 (month not known)"),
    ("2022-02-XX", "2022-02-01", "2022-02-28", "February 2022 (day not known)"),
    ("2022-XX-XX", "2022-01-01", "2022-12-31", "2022 (month and day not known)"),
    ("156X-12-25", "1560-12-25", "1569-12-25", "156X-12-25"),
    ("1XXX", "1000-01-01", "1999-12-31", "between 1000 and 1999"),
    ("2022-XX?", "2022-01-01", "2022-12-31", "2022 (month not known) (uncertain)"),
    ("20X2", "2002-01-01", "2092-12-31", "20X2"),
    ("2022-%03-05", "2022-03-05", "2022-03-05",
     "5 March 2022 (in part approximate and uncertain)"),
    ("?2022", "2022-01-01", "2022-12-31", "2022 (uncertain)"),
]  # fmt: skip
MONTHS = (
    "January February March April May June July August September October November December"
).split()
DAYS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

# text, and what the message says
REFUSED = [
    ("yesterday", ""),
    ("7 February 2024", ""),
    ("20240207", ""),
    ("2024-2-7", ""),
    ("２０２４", ""),  # full-width digits
    ("2024-02-30", "February 2024 has no day 30"),
    ("2023-02-29", "February 2023 has no day 29"),
    ("2024-02-00", "has no day 00"),
    ("2022-13", "no month 13"),
    ("2022-00", "no month 00"),
    ("2022-42", "no month 42"),
    ("2022-21-05", "no month 21"),
    ("2022-21-XX", "A season has no days"),
    ("2022-05-XX-XX", ""),
    ("2023-02?-29", "February 2023 has no day 29"),  # the package lets it pass
    ("0000", "0001 to 9999"),
    ("000X", "0001 to 9999"),
    ("-0044", "0001 to 9999"),
    ("Y170000", "0001 to 9999"),
    ("12345", ""),
    ("XXXX", ""),
    ("2022-03-15T10:00:00Z", "time of day"),
    ("1950S2", ""),
    ("????", ""),
    ("2022\n-03", ""),
    ("\ud800", ""),
    ("2022-03-15 at ten", ""),
    ("9999-13", "There is no month 13."),
    ("20221", ""),
    ("T10", ""),
    ("2022-01-1T", ""),
    ("2024-02-07 ", ""),
    ("", ""),
]


@pytest.mark.parametrize(("text", "earliest", "latest", "words"), DATES)
def test_it_reads(text: str, earliest: str, latest: str, words: str) -> None:
    found = read_date(text)
    assert (str(found.earliest), str(found.latest)) == (earliest, latest)
    assert (found.text, found.words) == (text, words)
    assert found.approximate is ("~" in text or "%" in text)
    assert found.uncertain is ("?" in text or "%" in text)


@pytest.mark.parametrize("month", range(1, 13))
def test_every_month_has_its_name_and_its_days(month: int) -> None:
    name, days = MONTHS[month - 1], DAYS[month - 1]
    found = read_date(f"2024-{month:02}")
    assert found.words == f"{name} 2024"
    assert (str(found.earliest), str(found.latest)) == (
        f"2024-{month:02}-01",
        f"2024-{month:02}-{days}",
    )
    assert read_date(f"2024-{month:02}-{days}").words == f"{days} {name} 2024"
    with pytest.raises(UnreadableDateError, match=f"^{name} 2024 has no day {days + 1}.$"):
        read_date(f"2024-{month:02}-{days + 1}")


@pytest.mark.parametrize(("text", "reason"), REFUSED)
def test_it_refuses(text: str, reason: str) -> None:
    with pytest.raises(UnreadableDateError) as refusal:
        read_date(text)
    assert reason in str(refusal.value)
    assert bool(reason) is bool(str(refusal.value))


# What we read and the package does not: a qualified season, which the standard leaves open.
OURS = {"2022-22~", "2022-22%"}


@pytest.mark.parametrize("text", [text for text, *_ in DATES if text not in OURS])
def test_the_package_agrees(text: str) -> None:
    from edtf import parse_edtf as package_parse  # here: it takes 0.3 seconds

    ours, theirs = parse_edtf(text), package_parse(text)
    assert ours.earliest
    assert ours.latest
    assert tuple(theirs.lower_strict()[:3]) == ours.earliest.timetuple()[:3]
    assert tuple(theirs.upper_strict()[:3]) == ours.latest.timetuple()[:3]


def test_a_phrase_is_formed_when_it_is_shown() -> None:
    days = iter(["Monday", "Tuesday"])
    words = phrase("on %(day)s, %(number)s times", day=lambda: next(days), number=2)
    assert [words(), words()] == ["on Monday, 2 times", "on Tuesday, 2 times"]


def test_plain_dates_do_not_load_the_package() -> None:
    code = (
        "import sys; from citations.edtf.parsing import parse_edtf;"
        "parse_edtf('2024-02-07'); parse_edtf('[2022-03~..]'); print('edtf' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"
