"""Dates in EDTF: what they mean, how they read, and what is refused."""

import subprocess
import sys
from datetime import date

import pytest
from edtf import parse_edtf as package_parse
from hypothesis import given
from hypothesis import strategies as st

from citations.edtf.parsing import LONGEST, in_words, parse_edtf

# text, earliest, latest ("" is open), in words
DATES = [
    # days, months, years
    ("2024-02-07", "2024-02-07", "2024-02-07", "7 February 2024"),
    ("2024-02-29", "2024-02-29", "2024-02-29", "29 February 2024"),
    ("2022-03", "2022-03-01", "2022-03-31", "March 2022"),
    ("2023-02", "2023-02-01", "2023-02-28", "February 2023"),
    ("2022", "2022-01-01", "2022-12-31", "2022"),
    ("0001", "0001-01-01", "0001-12-31", "1"),
    ("9999-12-31", "9999-12-31", "9999-12-31", "31 December 9999"),
    (" 2022 ", "2022-01-01", "2022-12-31", "2022"),
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
    ("2022-24", "2022-12-01", "2022-12-31", "winter 2022"),
    ("2022-22~", "2022-06-01", "2022-08-31", "about summer 2022"),
    ("2022-33", "2022-01-01", "2022-03-31", "the first quarter of 2022"),
    ("2022-41", "2022-07-01", "2022-12-31", "the second half of 2022"),
    # digits not known
    ("190X", "1900-01-01", "1909-12-31", "1900s"),
    ("196X~", "1960-01-01", "1969-12-31", "about 1960s"),
    ("19XX", "1900-01-01", "1999-12-31", "between 1900 and 1999"),
    ("2022-XX", "2022-01-01", "2022-12-31", "2022 (month not known)"),
    ("2022-02-XX", "2022-02-01", "2022-02-28", "February 2022 (day not known)"),
    ("2022-XX-XX", "2022-01-01", "2022-12-31", "2022 (month and day not known)"),
    ("156X-12-25", "1560-12-25", "1569-12-25", "156X-12-25"),
    # intervals
    ("2022-03-21/2022-12-31", "2022-03-21", "2022-12-31", "21 March 2022 to 31 December 2022"),
    ("1940~/1950?", "1940-01-01", "1950-12-31", "about 1940 to 1950 (uncertain)"),
    ("2022-03/..", "2022-03-01", "", "from March 2022"),
    ("../2022-09", "", "2022-09-30", "until September 2022"),
    ("2022/", "2022-01-01", "", "from 2022 (end not known)"),
    ("/2022", "", "2022-12-31", "until 2022 (start not known)"),
    # one of a set
    ("[2022-03-21..2022-12-31]", "2022-03-21", "2022-12-31",
     "between 21 March 2022 and 31 December 2022"),
    ("[2022-03-22..]", "2022-03-22", "", "22 March 2022 or later"),
    ("[..2022-03-22]", "", "2022-03-22", "22 March 2022 or earlier"),
    ("[1940,1941]", "1940-01-01", "1941-12-31", "1940 or 1941"),
    ("[1941,1940]", "1940-01-01", "1941-12-31", "1941 or 1940"),
    ("[1667,1668, 1670..1672]", "1667-01-01", "1672-12-31",
     "1667, 1668 or between 1670 and 1672"),
    ("[1760-01,1760-12..]", "1760-01-01", "", "January 1760 or December 1760 or later"),
    ("[..1760,1762]", "", "1762-12-31", "1760 or earlier or 1762"),
    # all of a set
    ("{2021-02-07,2022-02-07}", "2021-02-07", "2022-02-07", "7 February 2021 and 7 February 2022"),
    ("{1940..1942}", "1940-01-01", "1942-12-31", "1940 to 1942"),
    ("{1960,1961-12~}", "1960-01-01", "1961-12-31", "1960 and about December 1961"),
    ("{1940..}", "1940-01-01", "", "1940 and later"),
]  # fmt: skip

# text, and what the message says besides how to write a date
REFUSED = [
    ("", "A date is needed"),
    ("   ", "A date is needed"),
    ("yesterday", "not a date"),
    ("7 February 2024", "not a date"),
    ("02/07/2024", "which is the day and which the month"),
    ("7.2.2024", "which is the day and which the month"),
    ("2/7/24", "which is the day and which the month"),
    ("20240207", "not a date"),
    ("2024-2-7", "not a date"),
    ("2024/02/07", "not a date"),
    ("２０２４", "not a date"),  # full-width digits
    ("2024-02-30", "February 2024 has no day 30"),
    ("2023-02-29", "February 2023 has no day 29"),
    ("2024-02-00", "has no day 00"),
    ("2022-13", "no month 13"),
    ("2022-00", "no month 00"),
    ("2022-42", "no month 42"),
    ("2022-21-05", "no month 21"),
    ("2022-21-XX", "A season has no days"),
    ("2022-05-XX-XX", "not a date"),
    ("2023-02?-29", "not a date"),  # the package lets it pass
    ("0000", "0001 to 9999"),
    ("000X", "0001 to 9999"),
    ("-0044", "0001 to 9999"),
    ("Y170000", "0001 to 9999"),
    ("12345", "not a date"),
    ("XXXX", "not a date"),
    ("2022-03-15T10:00:00Z", "time of day"),
    ("1950S2", "not a date"),
    ("2022/2021", "turn the two round"),
    ("[2022..2021]", "turn the two round"),
    ("../..", "leave the date empty"),
    ("/", "leave the date empty"),
    ("[..]", "leave the date empty"),
    ("2022/2023/2024", "not a date"),
    ("2022-03..2022-04", "not a date"),
    ("[]", "two dates or more"),
    ("[1940]", "two dates or more"),
    ("{1940,}", "not a date"),
    ("{1940,1941]", "not a date"),
    ("[1940,..1941]", "Only the first"),
    ("[1940..,1941]", "Only the last"),
    ("[[1940,1941],1942]", "not a date"),
    ("????", "not a date"),
    ("2022\x00", "2022\N{REPLACEMENT CHARACTER}"),
    ("2022\n-03", "not a date"),
    ("9" * 10_000, f"longer than {LONGEST}"),
    ("[" * 90, "not a date"),
    ("\ud800", "not a date"),
]


@pytest.mark.parametrize(("text", "earliest", "latest", "words"), DATES)
def test_it_reads(text: str, earliest: str, latest: str, words: str) -> None:
    found = parse_edtf(text)
    bounds = [bound.isoformat() if bound else "" for bound in (found.earliest, found.latest)]
    assert (found.text, bounds) == (text.strip(), [earliest, latest])
    assert (found.words, in_words(text)) == (words, words)
    assert found.approximate == ("~" in text or "%" in text)
    assert found.uncertain == ("?" in text or "%" in text)


@pytest.mark.parametrize(("text", "reason"), REFUSED)
def test_it_refuses_and_says_how_to_write_it(text: str, reason: str) -> None:
    with pytest.raises(ValueError, match=r"2024-02-07, 2024-02, 2024, 1940~") as refusal:
        parse_edtf(text)
    assert reason in str(refusal.value)
    assert len(str(refusal.value)) < 400
    assert "\x00" not in str(refusal.value)


def test_no_date_reads_as_nothing() -> None:
    assert in_words("") == in_words("  ") == ""


def test_what_cannot_be_read_is_shown_as_it_is() -> None:
    assert in_words("yesterday") == "yesterday"


# What we take and the package does not: a qualified season, which the standard leaves open; and
# what the package bounds otherwise: an unknown end, which it puts ten years off.
OURS = {"2022-22~", "2022/", "/2022"}


@pytest.mark.parametrize("text", [text for text, *_ in DATES if text not in OURS])
def test_the_package_agrees(text: str) -> None:
    ours, theirs = parse_edtf(text), package_parse(text)
    if ours.earliest:
        assert tuple(theirs.lower_strict()[:3]) == ours.earliest.timetuple()[:3]
    if ours.latest:
        assert tuple(theirs.upper_strict()[:3]) == ours.latest.timetuple()[:3]


@given(st.dates())
def test_any_day_reads_as_itself(day: date) -> None:
    found = parse_edtf(day.isoformat())
    assert (found.earliest, found.latest) == (day, day)


@given(st.text() | st.text(alphabet="0129-X?~%./[]{},", max_size=16))
def test_any_text_is_read_or_refused(text: str) -> None:
    try:
        found = parse_edtf(text)
    except ValueError:
        return
    assert found.words
    assert found.earliest or found.latest
    if found.earliest and found.latest:
        assert found.earliest <= found.latest


def test_plain_dates_do_not_load_the_package() -> None:
    code = (
        "import sys; from citations.edtf.parsing import parse_edtf;"
        "parse_edtf('2024-02-07'); parse_edtf('[2022-03~..]'); print('edtf' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"
