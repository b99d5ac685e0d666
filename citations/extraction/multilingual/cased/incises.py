"""Words of the writer inside speech: « …, dit-elle. … », «…, — сказал X. — …»."""

import re

from citations.extraction.languages.lexicon_loading import Language
from citations.text.spans import Span

_SIGN = re.compile(r"[,?!…]|\.{3}|[—–―]|(?<=\s)-(?=\s)")
# The next words, where a boundary ends.
_BOUNDARY = re.compile(
    r"\s*(?:[—–―-]\s*)?(?P<first>[^\W\d_]+)(?:['’\-\s]+(?P<second>[^\W\d_]+))?"
    r"(?:['’\-\s]+(?P<third>[^\W\d_]+))?"
)
_NEXT_WORDS = re.compile(r"([^\W\d_]+)(?:['’\s]+([^\W\d_]+))?")
_INVERTED = re.compile(r"[^\W\d_]+(?:-t)?-(?:il|elle|ils|elles|on)\b")
_DASH = re.compile(r"\s*[—–―]\s*[.,:;]?\s*|\s-\s+")
_SENTENCE_END = re.compile(r"[.!?…]+(?=\s|$)")
_COMMA = re.compile(r",\s(?=\S)")
_ABBREVIATIONS = frozenset("M Dr Me Sr Sra dott prof Prof Mgr sig".split())
_LONGEST_INCISE, _MOST_INCISES = 220, 6


class InciseReader:
    """Finds the words of the writer inside speech, by the lexicon of a language."""

    def __init__(self, language: Language) -> None:
        self.verbs = language.words("verbs")
        self.with_commas = language.is_set("incise_inside")
        self.auxiliaries = language.words("auxiliaries")
        self.pronouns = language.words("pronouns_m", "pronouns_f", "pronouns_plural")
        self.subjects = self.pronouns | language.words(
            "articles_m", "articles_f", "articles_other", "possessives", "titles_m", "titles_f",
            "titles", "roles_m", "roles_f",
        )  # fmt: skip
        self.prepositions = language.words("prepositions")
        self.relatives = language.words("relatives")
        self.roles = language.words("roles_m", "roles_f")
        self.titles = language.words("titles", "titles_m", "titles_f")
        self.function_words = language.words(
            "prepositions", "conjunctions", "adverbs", "that", "relatives", "auxiliaries",
            "articles_m", "articles_f", "articles_other", "articles_plural", "possessives",
            "pronouns_other", "according",
        ) | self.pronouns  # fmt: skip
        self.skipped = language.words("adverbs") | self.auxiliaries

    def speech_in(self, text: str, inner: Span) -> tuple[list[Span], bool]:
        """The pieces of speech in a span, and whether the writer has the last word in it."""
        pieces: list[Span] = []
        start = inner.start
        for _ in range(_MOST_INCISES):
            found = self._next_incise(text, start, inner.end)
            if found is None:
                break
            cut, resumed = found
            pieces.append(_without_signs(text, start, cut))
            start = resumed
            if start >= inner.end:
                return [piece for piece in pieces if piece.start < piece.end], True
        pieces.append(_without_signs(text, start, inner.end))
        return [piece for piece in pieces if piece.start < piece.end], False

    def _next_incise(self, text: str, start: int, end: int) -> tuple[int, int] | None:
        """Where the speech is cut, and where it goes on (`end` if it does not)."""
        for sign in _SIGN.finditer(text, start, end):
            is_dash = sign.group()[0] in "–—―-"
            if not (is_dash or self.with_commas) or (is_dash and sign.start() == start):
                continue
            if not self._begins(text, sign.end(), end, after_dash=is_dash):
                continue
            resumed = self._resumption(text, sign.end(), end, after_dash=is_dash)
            if resumed is not None:
                return sign.start() if is_dash or sign.group() == "," else sign.end(), resumed
        return None

    def _begins(self, text: str, at: int, end: int, *, after_dash: bool) -> bool:
        """Whether words of the writer begin here: a reporting verb and perhaps its subject."""
        match = _BOUNDARY.match(text, at, end)
        if match is None:
            return False
        words = [match[name] for name in ("first", "second", "third") if match[name]]
        if not words[0][0].islower():
            return False
        inverted = _INVERTED.match(text, match.start("first"), end)
        if inverted:
            return True
        for number, word in enumerate(words):
            rest = words[number + 1 :]
            if word in self.verbs:
                return after_dash or (bool(rest) and self._may_be_subject(rest[0]))
            if word not in self.skipped:
                break
        return after_dash and self._is_unknown_verb(words)

    def _may_be_subject(self, word: str) -> bool:
        return word[0].isupper() or word.lower() in self.subjects

    def _is_unknown_verb(self, words: list[str]) -> bool:
        """— trompeta Juan Mena —: a word that no list has, and then surely a person."""
        if words[0] in {"si", "se", "s"}:
            words = words[1:]
        if len(words) < 2 or words[0] in self.function_words:
            return False
        is_person = words[1][0].isupper() or words[1] in self.titles
        third = words[2] if len(words) > 2 else ""
        is_role = words[1].lower() in self.subjects and third in self.titles | self.roles
        return is_person or is_role

    def _resumption(self, text: str, start: int, end: int, *, after_dash: bool) -> int | None:
        """Where the speech goes on after words of the writer that begin at `start`."""
        limit = min(end, start + _LONGEST_INCISE)
        stop = _SENTENCE_END.search(text, start + 1, limit)
        while stop and _is_abbreviation(text, stop.start()):
            stop = _SENTENCE_END.search(text, stop.end(), limit)
        if after_dash:
            dash = _DASH.search(text, start + 1, limit)
            if dash and (stop is None or dash.start() <= stop.end() + 2):
                return dash.end()
        else:
            comma = self._apposition_end(text, start, stop.start() if stop else limit)
            if comma is not None:
                return comma
        if stop is None:
            return end if end - start <= _LONGEST_INCISE else None
        return stop.end() if text[stop.end() : end].strip() else end

    def _apposition_end(self, text: str, start: int, end: int) -> int | None:
        """Behind the comma where the speech goes on in the same sentence; None if it does not."""
        for comma in _COMMA.finditer(text, start, end):
            words = _NEXT_WORDS.match(text, comma.end())
            first, second = (words[1].lower(), (words[2] or "").lower()) if words else ("", "")
            begins_apposition = first in self.relatives | self.roles | self.prepositions
            if not (begins_apposition or second in self.roles or text[comma.end()].isdigit()):
                return comma.end()
        return None


def _without_signs(text: str, start: int, end: int) -> Span:
    """Without the space, dashes and commas at the edges that part speech from other words."""
    while start < end and (text[start].isspace() or text[start] in "–—―-"):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in ",–—―-"):
        end -= 1
    return Span(start, end)


def _is_abbreviation(text: str, at: int) -> bool:
    """M. Roche, Dr. Braun, A. Duarte."""
    words = text[max(0, at - 4) : at].split()
    word = words[-1] if words else ""
    return word in _ABBREVIATIONS or (len(word) == 1 and word.isupper())
