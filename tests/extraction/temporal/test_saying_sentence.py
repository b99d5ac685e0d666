"""The sentence of a quotation answers what its tokens may be."""

import pytest

from citations.extraction.temporal.narration import narrate
from citations.extraction.temporal.saying_sentence import SayingSentence
from citations.extraction.temporal.temporal_words import load_temporal_words
from citations.text.spans import Span


def sentence_of(text: str, speaker: str, cue: str, language: str = "en") -> SayingSentence:
    """The sentence of a text; quoted words stand in curly marks."""
    quoted = [Span(text.index("“") + 1, text.index("”"))] if "“" in text else []
    narration, words = narrate(text, quoted), load_temporal_words(language)
    assert words is not None
    spans = [Span(text.index(each), text.index(each) + len(each)) for each in (cue, speaker)]
    ranges = [narration.tokens_of(each) for each in spans]
    own = frozenset(narration.token_at(each.start) for each in quoted)
    return SayingSentence(narration, words, narration.sentence(ranges[0][0]), *ranges, own)


def place(sentence: SayingSentence, word: str) -> int:
    return next(at for at, each in enumerate(sentence.tokens) if each.text == word)


@pytest.mark.parametrize(
    ("word", "is_it"),
    [("broke", True), ("collapsed", True), ("crowded", False), ("red", False), ("dam", False)],
)
def test_it_knows_verbs_from_words_that_look_like_them(word: str, is_it: bool) -> None:
    text = "Ek said the red dam broke and collapsed in a crowded town."
    sentence = sentence_of(text, "Ek", "said")
    assert sentence.is_verb(place(sentence, word)) is is_it


def test_it_names_an_occasion_before_any_break() -> None:
    sentence = sentence_of("Ek said at the hearing, a meeting.", "Ek", "said")
    start = place(sentence, "at")
    assert sentence.names_occasion(start, start + 3)
    assert not sentence.names_occasion(start, start + 2)
    assert not sentence.names_occasion(place(sentence, ","), start + 9)


def test_another_quotation_breaks_a_sentence_and_its_own_does_not() -> None:
    sentence = sentence_of("Ek called it “a sieve” on Monday.", "Ek", "called")
    assert not sentence.is_broken(0, 6)
    foreign = SayingSentence(
        sentence.narration, sentence.words, sentence.sentence, sentence.cue, sentence.speaker,
        frozenset(),
    )  # fmt: skip
    assert foreign.is_broken(0, 6)


def test_outside_the_text_there_is_a_line_end() -> None:
    sentence = sentence_of("Ek said so.", "Ek", "said")
    assert sentence.low(-1) == sentence.low(99) == "\n"
    assert not sentence.is_capitalised(99)
