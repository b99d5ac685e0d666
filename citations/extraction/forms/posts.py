"""Posts: the speaker is a handle, with the person’s name where the text gives it."""

from citations.extraction.attribution.attribution import Attribution
from citations.extraction.syntax.noun_phrases import NounPhrase, phrase_before
from citations.extraction.syntax.reporting_verbs import is_cue
from citations.extraction.syntax.subjects import main_subject, sentence_start
from citations.extraction.token_stream import DASHES, GAP, LINE, QUOTE_SLOT, TokenStream

_CAPTIONED = frozenset({"captioned", "captioning", "caption"})
_ENDS = frozenset({".", "?", "!", ";", LINE, GAP, QUOTE_SLOT})
# Words between “captioned” and the words: captioned her picture of the harbour.
_FARTHEST_CAPTION = 7
# Words on either side that are searched for the name that belongs to a handle.
_NEAR = 500


def attribution_by_handle(stream: TokenStream, place: int) -> Attribution | None:
    """“…,” wrote @anaduarte; @anaduarte wrote: “…”; @anaduarte: “…”; “…” — @anaduarte."""
    after = place + 1 + (stream.word(place + 1) in DASHES | {","})
    before = place - (stream.word(place - 1) in {":", ","})
    beside = [(after + 1, after), (after, after + 1), (before - 2, before - 1)]
    for handle, verb in beside:
        if _is_handle(stream.word(handle)) and is_cue(stream.word(verb)):
            return _attributed(stream, handle, (verb, verb + 1))
    for handle in (before - 1, after):
        if _is_handle(stream.word(handle)) and _is_label(stream, handle, place):
            return _attributed(stream, handle, None)
    return None


def attribution_of_caption(stream: TokenStream, place: int) -> Attribution | None:
    """Ana Duarte posted a picture, captioned “…”; with the caption “…”."""
    near = range(place - 1, max(0, place - _FARTHEST_CAPTION) - 1, -1)
    at = next((at for at in near if stream.words[at] in _CAPTIONED), None)
    between = stream.words[at + 1 : place] if at is not None else []
    if at is None or any(word in _ENDS for word in between):
        return None
    if stream.words[at] == "caption" and between not in ([], [":"], [","]):
        return None
    phrase = main_subject(stream, sentence_start(stream, place), at)
    return Attribution(phrase, (at, at + 1), "caption", 0.8) if phrase else None


def _is_handle(word: str) -> bool:
    return word[:1] == "@" and len(word) > 1


def _is_label(stream: TokenStream, handle: int, place: int) -> bool:
    """Whether the handle stands before a colon, or as a credit after a dash."""
    if handle < place:
        begins = stream.word(handle - 1) in {LINE, GAP, "from", "by", "RT", "-", "*", "•"}
        return stream.word(place - 1) == ":" and begins
    ends = stream.word(handle + 1) in {LINE, GAP, ",", "."}
    return stream.word(place + 1) in DASHES and ends


def _attributed(stream: TokenStream, handle: int, cue: tuple[int, int] | None) -> Attribution:
    phrase = NounPhrase(handle, handle + 1, _name_of(stream, handle) or (handle, handle + 1))
    return Attribution(phrase, cue, "handle", 0.9)


def _name_of(stream: TokenStream, handle: int) -> tuple[int, int] | None:
    """The name before the same handle in brackets: Ana Duarte (@anaduarte)."""
    word = stream.words[handle]
    for at in range(max(2, handle - _NEAR), min(len(stream.words), handle + _NEAR)):
        if stream.words[at] == word and stream.words[at - 1] == "(":
            phrase = phrase_before(stream, at - 1, max(0, at - 9))
            if phrase and phrase.name and phrase.name[1] == at - 1:
                return phrase.name
    return None
