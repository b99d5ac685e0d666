"""Runs the finder on gold data, and judges each speaker that it names."""

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from citations.extraction.quotation import Quotation
from citations.extraction.quotations import find_quotations
from tests.evaluation.gold import GoldQuotation, GoldText, read_gold
from tests.evaluation.judging import Verdict, judge_speaker
from tests.evaluation.matching import match_pieces


class TextWithQuotations(NamedTuple):
    """A text of the gold data, and what the finder finds in it."""

    gold: GoldText
    found: list[Quotation]


class JudgedPair(NamedTuple):
    """A piece of the gold data, the quotation found there, and whether its speaker is right."""

    text: GoldText
    gold: GoldQuotation
    found: Quotation
    verdict: Verdict


def find_in_files(
    paths: Iterable[Path], find: Callable[[str, str, str], list[Quotation]] = find_quotations
) -> Iterator[TextWithQuotations]:
    for path in paths:
        for gold in read_gold(path):
            yield TextWithQuotations(gold, find(gold.text, gold.published, gold.language))


def judge_pairs(texts: Iterable[TextWithQuotations], mode: str = "") -> Iterator[JudgedPair]:
    """The pieces that were found, of any mode or of this one, with a verdict each."""
    for gold, found in texts:
        for expected, given in match_pieces(gold, found, mode).pairs:
            yield JudgedPair(gold, expected, given, judge_speaker(expected, given, gold.text))
