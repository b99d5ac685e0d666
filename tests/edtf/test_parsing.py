"""Dates in EDTF: what they mean, how they read, and what is refused."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citations.edtf.parsing import LONGEST, date_in_words, parse_edtf
from citations.text.translation import _translator

# text, earliest, latest ("" is open), in words
DATES = [
    (" 2022 ", "2022-01-01", "2022-12-31", "2022"),
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
    ("{..1940}", "", "1940-12-31", "1940 and earlier"),
    ("[1950,1940..1945,1960]", "1940-01-01", "1960-12-31", "1950, between 1940 and 1945 or 1960"),
    ("{1940?,1950}", "1940-01-01", "1950-12-31", "1940 (uncertain) and 1950"),
    ("[1940,1950~]", "1940-01-01", "1950-12-31", "1940 or about 1950"),
    ("[1940~,1950]", "1940-01-01", "1950-12-31", "about 1940 or 1950"),
    ("1940/1950~", "1940-01-01", "1950-12-31", "1940 to about 1950"),
    ("1940?/..", "1940-01-01", "", "from 1940 (uncertain)"),
    ("2022-05-05/2022-05-05", "2022-05-05", "2022-05-05", "5 May 2022 to 5 May 2022"),
]  # fmt: skip

# text, and what the message says besides how to write a date
REFUSED = [
    ("", "A date is needed"),
    ("   ", "A date is needed"),
    ("yesterday", "not a date that can be read"),
    ("02/07/2024", "which is the day and which the month"),
    ("7.2.2024", "which is the day and which the month"),
    ("2/7/24", "which is the day and which the month"),
    ("2024/02/07", "not a date"),
    ("2022/2021", "The end is before the start"),
    ("[2022..2021]", "The end is before the start"),
    ("../..", "Leave the date empty"),
    ("/", "Leave the date empty"),
    ("[..]", "Leave the date empty"),
    ("2022/2023/2024", "not a date"),
    ("2022-03..2022-04", "not a date"),
    ("[]", "two dates or more"),
    ("[1940]", "two dates or more"),
    ("{1940,}", "not a date"),
    ("{1940,1941]", "not a date"),
    ("[1940,..1941]", "Only the first"),
    ("[1940..,1941]", "Only the last"),
    ("[[1940,1941],1942]", "not a date"),
    ("2022\x00", "2022\N{REPLACEMENT CHARACTER}"),
    ("9" * 10_000, "longer than 100 characters"),
    ("9" * 40, f"“{'9' * 40}”"),
    ("9" * 41, f"“{'9' * 40}…”"),
    ("9" * LONGEST, "”"),
    ("9" * (LONGEST + 1), "It is longer"),
    ("2022-03-15T10:00:00Z", "Leave out the time of day. Dates begin"),
    ("2022-13", "There is no month 13. Dates begin"),
    ("1.1.22", "which is the day and which the month"),
    ("1.1-22", "is not a date that can be read. Dates begin"),
    ("1.1.22222", "is not a date that can be read. Dates begin"),
    ("[1940}", "is not a date that can be read. Dates begin"),
    ("[1940..1945,1950,..]", "Only the first date of a set may begin with two dots"),
    ("[..,1950]", "Only the last date of a set may end with two dots"),
    ("[" * 90, "not a date"),
]


@pytest.mark.parametrize(("text", "earliest", "latest", "words"), DATES)
def test_it_reads(text: str, earliest: str, latest: str, words: str) -> None:
    found = parse_edtf(text)
    bounds = [bound.isoformat() if bound else "" for bound in (found.earliest, found.latest)]
    assert (found.text, bounds) == (text.strip(), [earliest, latest])
    assert (found.words, date_in_words(text)) == (words, words)
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
    assert date_in_words("") == date_in_words("  ") == ""


def test_what_cannot_be_read_is_shown_as_it_is() -> None:
    assert date_in_words("yesterday") == "yesterday"


# An unknown end, which the package puts ten years away.
OURS = {"2022/", "/2022"}


@pytest.mark.parametrize("text", [text for text, *_ in DATES if text not in OURS])
def test_the_package_agrees(text: str) -> None:
    from edtf import parse_edtf as package_parse  # here: it takes 0.3 seconds

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


def test_dates_that_were_parsed_before_follow_the_language(monkeypatch: pytest.MonkeyPatch) -> None:
    assert date_in_words("2022-03~/2023") == "about March 2022 to 2023"
    german = {
        "March": "März",
        "about %(date)s": "um %(date)s",
        "%(first)s to %(last)s": "%(first)s bis %(last)s",
    }
    monkeypatch.setattr(_translator, "gettext", lambda message: german.get(message, message))
    assert date_in_words("2022-03~/2023") == "um März 2022 bis 2023"


def test_equal_dates_are_equal_however_they_are_put_in_words() -> None:
    assert parse_edtf("2022") == parse_edtf(" 2022 ")
    assert parse_edtf("2022") != parse_edtf("2022?")
