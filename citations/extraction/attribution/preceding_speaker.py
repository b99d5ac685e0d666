"""The speaker of a quotation that stands alone: the one of the sentences before it."""

from citations.extraction.attribution.attribution import Attribution, carry_on
from citations.extraction.attribution.attribution_before import attribution_in_sentence
from citations.extraction.forms.dialogue import is_answer, is_speech_after_dash
from citations.extraction.syntax.subjects import sentence_start
from citations.extraction.token_stream import GAP, LINE, QUOTE_SLOT, TokenStream

_ENDS = frozenset({".", "?", "!", ";", LINE, GAP})
# A quotation with a credit or a handle is complete: the next one is somebody else's.
_COMPLETE = frozenset({"credit", "dash", "handle"})
_CONTRASTS = frozenset({"while", "whereas"})
_MOST_SENTENCES = 3
_LONGEST_CREDIT = 24


def speaker_of_last_sentence(
    stream: TokenStream, sentence: int, given: dict[int, Attribution]
) -> Attribution | None:
    """The speaker of the last quotation, the verb or the subject before the word `sentence`.

    `given` are the attributions of earlier quotations.
    """
    last = next(reversed(given), None)
    is_over = last is not None and given[last].rule in _COMPLETE
    if is_speech_after_dash(stream, sentence) or (
        is_over and last is not None and _is_next(stream, last, sentence)
    ):
        return None
    end = sentence
    for _ in range(_MOST_SENTENCES):
        while end > 0 and stream.words[end - 1] in _ENDS:
            end -= 1
        start = sentence_start(stream, end)
        if start == end and end and stream.words[end - 1] == QUOTE_SLOT:
            start = sentence_start(stream, end - 1)
        quoted = next((at for at in range(end - 1, start - 2, -1) if at in given), None)
        if quoted is not None and _is_contrasted(stream, given[quoted], quoted, end):
            return None
        if quoted is not None:
            return _carry_unless_answered(stream, quoted, sentence, given, 0.6)
        found = attribution_in_sentence(stream, start, end)
        if found and (found.cue or stream.word(start - 1) != ";"):
            return found
        end = start
    return None if last is None else _carry_unless_answered(stream, last, sentence, given, 0.4)


def _is_contrasted(stream: TokenStream, found: Attribution, quoted: int, end: int) -> bool:
    """Analysts called it “…”, while a trader was blunter."""
    return (
        bool(found.cue)
        and found.phrase.start < quoted
        and any(
            stream.words[at] in _CONTRASTS and stream.words[at - 1] == ","
            for at in range(quoted + 1, end)
        )
    )


def _carry_unless_answered(
    stream: TokenStream,
    at: int,
    sentence: int,
    given: dict[int, Attribution],
    confidence: float,
) -> Attribution | None:
    """The speaker of the quotation at `at`, unless the next one answers it."""
    return None if is_answer(stream, at, sentence) else carry_on(given[at], confidence)


def _is_next(stream: TokenStream, place: int, sentence: int) -> bool:
    """Whether no prose is between the quotation at `place` and the sentence, only its credit."""
    between = stream.words[place + 1 : sentence]
    return len(between) <= _LONGEST_CREDIT and between.count(GAP) <= 2 and "." not in between
