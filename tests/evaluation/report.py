"""What `make evaluate` prints: speakers, partial quotations, days and confidences."""

from collections.abc import Callable, Iterator, Sequence

from tests.evaluation.finding import JudgedPair, TextWithQuotations, judge_pairs
from tests.evaluation.judging import is_shorter
from tests.evaluation.matching import match_pieces
from tests.evaluation.tables import (
    Tally,
    confidence_table,
    percent,
    table,
    tallies,
    verdict_table,
)

# The tables of speakers: the heading, and what the lines are.
_KEYS: tuple[tuple[str, Callable[[JudgedPair], str]], ...] = (
    ("language", lambda pair: pair.text.language),
    ("class", lambda pair: pair.text.kind),
    ("rule", lambda pair: pair.found.rule),
    ("evidence", lambda pair: pair.found.evidence or "–"),
    ("mode", lambda pair: pair.gold.mode),
)


def write_report(texts: Sequence[TextWithQuotations]) -> Iterator[str]:
    """The tables, each with a heading. Wrong names are never added to open ones."""
    pairs = list(judge_pairs(texts))
    yield _of_all(pairs)
    for heading, key in _KEYS:
        sums = tallies((key(pair), Tally.of(pair.verdict)) for pair in pairs)
        if set(sums) - {""}:
            yield verdict_table(heading, sums)
    yield _of_mixed_pieces(texts)
    if days := tallies(judge_days(pairs)):
        yield verdict_table("days", days)
    yield confidence_table(
        (pair.found.confidence, Tally.of(pair.verdict)) for pair in pairs if pair.found.speaker
    )


def _of_all(pairs: Sequence[JudgedPair]) -> str:
    total = sum((Tally.of(pair.verdict) for pair in pairs), Tally())
    shorter = sum(
        pair.verdict == "right" and is_shorter(pair.gold.person, pair.found.speaker)
        for pair in pairs
        if pair.gold.person
    )
    rows = [
        (heading, number, percent(number, total.judged))
        for heading, number in (
            ("right speaker", total.right),
            ("  of them not by the fullest name", shorter),
            ("wrong speaker", total.wrong),
            ("left open", total.open),
            ("judged", total.judged),
        )
    ]
    return table(("pieces found", "n", "%"), [*rows, ("not judged", total.unjudged, "")])


def _of_mixed_pieces(texts: Sequence[TextWithQuotations]) -> str:
    """Words quoted in part: found as such, and given the right speaker."""
    matches = [(text, match_pieces(*text, mode="mixed")) for text in texts]
    pairs = [pair for text, pieces in matches for pair in judge_pairs([text], mode="mixed")]
    expected = sum(len(pieces.pairs) + len(pieces.missed) for _, pieces in matches)
    given = sum(len(pieces.pairs) + len(pieces.surplus) for _, pieces in matches)
    unjudged = sum(pair.verdict == "unjudged" for pair in pairs)
    right = sum(pair.verdict == "right" for pair in pairs)
    rows = [
        ("found", *f1_of(len(pairs), given, expected)),
        ("with the right speaker", *f1_of(right, given - unjudged, expected - unjudged)),
    ]
    return table(("mixed pieces", "right", "found", "gold", "F1"), rows)


def f1_of(right: int, given: int, expected: int) -> tuple[int, int, int, str]:
    """The numbers, and the harmonic mean of precision and recall in percent."""
    return right, given, expected, percent(2 * right, given + expected)


def judge_days(pairs: Sequence[JudgedPair]) -> Iterator[tuple[str, Tally]]:
    """The day of saying, where the gold data gives it: "" means that none may be given."""
    for pair in pairs:
        expected, given = pair.gold.said, pair.found.said
        if expected is None:
            continue
        kind = "a day" if expected else "no day"
        if given == expected:
            yield kind, Tally(right=1)
        else:
            yield kind, Tally(wrong=1) if given else Tally(open=1)
