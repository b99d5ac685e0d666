"""What quoted words are: speech, a part of the writer's clause, a title, a sign."""

from collections.abc import Sequence

from citations.extraction.multilingual.cased.prose import DASHES, LINE, QUOTE, Prose
from citations.extraction.multilingual.cased.speech import SpeechPiece
from citations.extraction.multilingual.cased.tagging import Tagger

_FEWEST_WORDS, _FARTHEST_SIGN = 3, 25


class QuotedWords:
    """Answers for the quotation at a token of the prose."""

    def __init__(self, prose: Prose, tag: Tagger, pieces: Sequence[SpeechPiece]) -> None:
        self.prose, self.tag = prose, tag
        self.pieces = dict(zip(prose.places, pieces, strict=True))
        words = prose.language.words
        self.works, self.so_called, self.signs = words("works"), words("so_called"), words("signs")

    def begins_sentence(self, place: int) -> bool:
        at = place - 1
        if self.prose.token(at) in DASHES and self._is_dateline(at):
            return True
        while self.prose.token(at) in DASHES and not self.prose.is_sentence_start(at + 1):
            at -= 1
        return (
            self.prose.is_sentence_start(place)
            or self.prose.is_sentence_start(at + 1)
            or self.prose.token(at) in {LINE, QUOTE}
        )

    def _is_dateline(self, dash: int) -> bool:
        """MÜHLTAL – „Wir mahlen“."""
        words = [self.prose.token(at) for at in range(self.prose.sentence_start(dash), dash)]
        return 0 < len(words) < 5 and words[0].isupper()

    def may_be_partial(self, place: int) -> bool:
        """A lower-case phrase, or one that a verb or “that” leads to."""
        if self._begins_small(place) or self.tag.capital_nouns:
            return True
        prior = place - 1
        if self.prose.token(prior) == ",":
            prior -= 1
        return (
            self.tag.is_verb(prior)
            or self.prose.low(prior) in self.tag.that
            or self.tag.is_gerund(prior)
        )

    def _is_proper_name(self, place: int, before: str) -> bool:
        """Dem „Tageblatt“, la «Gaceta»: a definite article and a word or two in capitals."""
        is_definite = before in self.tag.determiners and not before.startswith(("ein", "un", "um"))
        words = self.pieces[place].words.text_in(self.prose.text).split()
        return is_definite and len(words) < 3 and all(each[0].isupper() for each in words)

    def _is_by_name(self, place: int, before: str) -> bool:
        """El llamado «Ermitaño», and not: ha detto «Arrivo»."""
        if before in self.tag.auxiliaries:
            return False
        announces = before in self.tag.determiners | {",", "so", "tak", "так"}
        return announces or not self._begins_small(place)

    def _begins_small(self, place: int) -> bool:
        words = self.pieces[place].words
        return self.prose.text[words.start : words.start + 1].islower()

    def is_title(self, place: int) -> bool:
        nearest = [self.prose.low(place - back) for back in (1, 2)]
        if nearest[0] in {".", "!", "?", "…", LINE, QUOTE, ","}:
            return False
        if nearest[0] in self.so_called and self._is_by_name(place, nearest[1]):
            return True
        if self.tag.is_calling(place - 1) or self.tag.is_verb(place - 1):
            return False
        if self._is_proper_name(place, nearest[0]):
            return True
        listed = self.so_called if self._begins_small(place) else self.works | self.so_called
        if nearest[0] in listed:
            return True
        is_attached = nearest[0] not in self.tag.attached
        return nearest[1] in listed and is_attached

    def is_sign(self, place: int) -> bool:
        start = self.prose.sentence_start(place)
        return self._has_sign(max(start, place - _FARTHEST_SIGN), place)

    def is_sign_behind(self, place: int) -> bool:
        end = min(self.prose.sentence_end(place), place + _FARTHEST_SIGN)
        return self._has_sign(place + 1, end)

    def _has_sign(self, start: int, end: int) -> bool:
        return any(
            self.prose.token(at) in self.signs or self.prose.low(at) in self.signs
            for at in range(start, end)
        )

    def is_speech(self, piece: SpeechPiece, *, has_colon: bool) -> bool:
        """Without a cue, only whole sentences are taken for speech."""
        words = piece.words.text_in(self.prose.text)
        if piece.is_dialogue:
            return True
        ends = (
            words[-1:] in ".!?…"
            or self.prose.text[piece.outer.end : piece.outer.end + 1] in ".!?,…"
        )
        return ends and (has_colon or len(words.split()) >= _FEWEST_WORDS)
