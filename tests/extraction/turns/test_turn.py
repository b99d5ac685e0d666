"""A turn's words reach from its first segment to its last."""

from citations.extraction.turns.turn import Turn
from citations.text.spans import Span


def test_the_words_are_those_from_the_first_segment_to_the_last() -> None:
    segments = (Span(3, 9), Span(12, 20))
    turn = Turn(Span(0, 1), "Ada Quill", None, segments, (), "answer", 0.7)
    assert turn.words == Span(3, 20)
