"""The prose around the quotations of a text as words, with the quotations as single tokens."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from citations.extraction.languages.lexicon_loading import Language
from citations.extraction.multilingual.cased.speech import SpeechPiece
from citations.text.spans import Span

QUOTE = "\x00"
LINE = "\n"
DASHES = frozenset("–—―-")
# Code points behind the last quotation that are read: a full name may follow there.
_FARTHEST_BEHIND = 5000
_STOPS = frozenset(".!?…")
_MAY_END = _STOPS | {LINE, QUOTE}
_TOKEN = re.compile(r"\n+|[^\W_]+(?:[-‑'’][^\W_]+)*['’]?|\.{3}|[^\s\w]|_")
# l’orgue, dell'orto: an article or particle and a word; dit-il, a-t-elle: a verb and its pronoun.
_ELISION = re.compile(
    r"(?i:(l|d|qu|n|s|j|c|m|t|un|jusqu|lorsqu|puisqu|quoiqu|dell|nell|all|sull|dall|quell|quest"
    r"|bell|sant|com|dov|cos|po)['’])(?=[^\W\d_])"
)
_CLITIC = re.compile(
    r"(?i)(?<=\w)-(?:t-)?(il|elle|ils|elles|on|se|lhe|lhes|me|nos|o|a|os|as|je|vous|nous)$"
)


class ProseToken(NamedTuple):
    """A word, a sign, a line end, or a whole quotation (`QUOTE`); `low` is in lower case."""

    text: str
    low: str
    start: int
    end: int

    @property
    def is_word(self) -> bool:
        return self.text[:1].isalnum()

    @property
    def is_capitalised(self) -> bool:
        return self.text[:1].isupper()


@dataclass(frozen=True, slots=True)
class Prose:
    """The tokens of a text; `sentences[i]` is the number of the sentence of token i.

    `places[n]` is the token that stands for piece n.
    """

    text: str
    language: Language
    tokens: tuple[ProseToken, ...]
    sentences: tuple[int, ...]
    places: tuple[int, ...]
    starts: tuple[int, ...] = field(default=())

    def low(self, at: int) -> str:
        return self.tokens[at][1] if 0 <= at < len(self.tokens) else LINE

    def token(self, at: int) -> str:
        return self.tokens[at][0] if 0 <= at < len(self.tokens) else LINE

    def is_sentence_start(self, at: int) -> bool:
        return at <= 0 or self.sentences[at] != self.sentences[at - 1]

    def sentence_start(self, at: int) -> int:
        return self.starts[self.sentences[at]]

    def sentence_end(self, at: int) -> int:
        """The token after the last of the sentence."""
        number = self.sentences[at] + 1
        return self.starts[number] if number < len(self.starts) else len(self.tokens)

    def span(self, start: int, end: int) -> Span:
        return Span(self.tokens[start].start, self.tokens[end - 1].end)


def read_prose(text: str, pieces: Sequence[SpeechPiece], language: Language) -> Prose:
    tokens: list[ProseToken] = []
    places = []
    reached = 0
    titles = language.words("titles", "titles_m", "titles_f")
    for piece in pieces:
        tokens += _tokens(text, reached, piece.outer.start, titles)
        places.append(len(tokens))
        tokens.append(ProseToken(QUOTE, QUOTE, *piece.outer))
        reached = piece.outer.end
    tokens += _tokens(text, reached, min(len(text), reached + _FARTHEST_BEHIND), titles)
    endings = {
        place: _last_sign(piece.words.text_in(text))
        for place, piece in zip(places, pieces, strict=True)
    }
    sentences, starts = _sentences(tokens, endings)
    return Prose(text, language, tuple(tokens), tuple(sentences), tuple(places), tuple(starts))


def _last_sign(words: str) -> str:
    return words[-1:] if words[-1:] in _STOPS else ""


def _tokens(text: str, start: int, end: int, titles: frozenset[str]) -> Iterator[ProseToken]:
    reached = start
    for match in _TOKEN.finditer(text, start, end):
        at, after = match.span()
        if at < reached:
            continue  # the full stop of an abbreviation
        word = match.group()
        if word.isalnum() and text[after : after + 1] != ".":
            yield ProseToken(word, word.lower(), at, after)
        elif word[0] == "\n":
            yield ProseToken(LINE, LINE, at, after)
        elif not word[0].isalnum():
            yield ProseToken("…" if word == "..." else word, word, at, after)
        else:
            word = word.rstrip("'’") if len(word) > 2 else word
            for token in _words(text, word, at, end, titles):
                reached = token.end
                yield token


def _words(text: str, word: str, at: int, end: int, titles: frozenset[str]) -> Iterator[ProseToken]:
    """The parts of a word with apostrophes or hyphens; an abbreviated title keeps its full stop."""
    while elided := _ELISION.match(word):
        part = elided[1]
        yield ProseToken(part, part.lower(), at, at + elided.end())
        word, at = word[elided.end() :], at + elided.end()
    clitic = _CLITIC.search(word)
    if clitic and word[0].islower():
        cut = clitic.start()
        yield ProseToken(word[:cut], word[:cut].lower(), at, at + cut)
        pronoun = clitic[1]
        yield ProseToken(pronoun, pronoun.lower(), at + clitic.start(1), at + len(word))
        return
    after = at + len(word)
    dotted = word + "."
    if text[after : after + 1] == "." and after < end:
        is_initial = len(word) == 1 and word.isupper()
        if is_initial or dotted in titles or dotted.lower() in titles:
            yield ProseToken(dotted, dotted.lower(), at, after + 1)
            return
    yield ProseToken(word, word.lower(), at, after)


def _sentences(
    tokens: Sequence[ProseToken], endings: dict[int, str]
) -> tuple[list[int], list[int]]:
    """The number of each token's sentence, and the first token of each sentence."""
    numbers, starts, number = [], [0], 0
    last = len(tokens) - 1
    for at, token in enumerate(tokens):
        numbers.append(number)
        if token[0] in _MAY_END and at < last and _ends_sentence(tokens, at, endings.get(at)):
            starts.append(at + 1)
            number += 1
    return numbers, starts


def _ends_sentence(tokens: Sequence[ProseToken], at: int, ending: str | None) -> bool:
    """`ending` is the last sign of a quotation, "" if that is no stop; None for other tokens."""
    sign, following = tokens[at].text, tokens[at + 1]
    if sign == LINE:
        return following.text != LINE
    if following.text == LINE or following.text in _STOPS:
        return False
    if ending is not None:
        # A quotation ends a sentence if it ends with a stop and the prose goes on anew.
        return bool(ending) and (following.is_capitalised or following.text == QUOTE)
    return sign in _STOPS and _begins_sentence(tokens, at + 1)


def _begins_sentence(tokens: Sequence[ProseToken], at: int) -> bool:
    token = tokens[at]
    if token.text in DASHES:
        return at + 1 < len(tokens) and (
            tokens[at + 1].text == QUOTE or tokens[at + 1].is_capitalised
        )
    return (
        token.text == QUOTE
        or token.text[0] in "¿¡("
        or token.text[0].isupper()
        or token.text[0].isdigit()
    )
