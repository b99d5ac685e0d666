"""Dates as pages write them: in words, and in the form that programs read."""

import re
from typing import NamedTuple

from citations.edtf.parsing import date_in_words

# The precisions of EDTF that are ISO 8601 too; -21 to -41 in place of a month are seasons.
ISO_DATE = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-\d\d)?)?")


class WrittenDate(NamedTuple):
    """A date in words; `iso` is for a `datetime` attribute, "" if ISO 8601 cannot write it."""

    words: str
    iso: str


def written_date(edtf: str) -> WrittenDate:
    return WrittenDate(date_in_words(edtf), edtf if ISO_DATE.fullmatch(edtf) else "")
