"""The context of quoted words, by which they are classified."""

from typing import NamedTuple

from citations.extraction.syntax.subjects import sentence_start
from citations.extraction.token_stream import GAP, LINE, TokenStream
from citations.text.spans import Span

_MARKS = "\"“”„‟＂«»「」『』‘’'`‚"
# What may stand at the head of quoted words: their marks, and those of quoted lines.
_BEFORE_WORDS = frozenset([*_MARKS, ">"])
# A dash in front of marks or words is that of a speech in dialogue; one behind marks is printed.
_DASHES = frozenset("—―")
_BEFORE_NAMES = frozenset("Mr. Mrs. Ms. Dr. Sen. Rep. Gov. Gen. St. No. vs.".split())
# Words directly before the title of a programme or a work, beside possessives.
_LEADING_TITLES = frozenset(
    "on in to novel book film movie play show programme program song album single poem essay "
    "podcast magazine opera painting series episode musical memoir ballad hymn sculpture".split()
)
_STOPS = frozenset(".?!…—–-,")
# What may stand before the words of a list or of a quoted mail.
_BULLETS = frozenset("•◦▪‣·*-–—>")


class QuotationContext(NamedTuple):
    """One quotation: its words, and the words of the token stream around it."""

    place: int
    # The words inside the marks, without the comma before a cue.
    span: Span
    words: str
    # The last character inside the marks.
    ending: str
    # The word at which its sentence begins, and the words directly before and after it.
    sentence: int
    prior: str
    following: str

    @property
    def begins_sentence(self) -> bool:
        return self.sentence == self.place

    @property
    def ends_with_stop(self) -> bool:
        """It ends like speech: with a full stop or similar inside the marks or directly after."""
        return self.ending in _STOPS or self.following in {",", ".", "?", "!", LINE, GAP}

    @property
    def begins_with_capital(self) -> bool:
        first = next((each for each in self.words if each.isalnum() or each in "[…"), "")
        return not first.islower()

    @property
    def is_title(self) -> bool:
        """Every longer word has a capital, and no full stop ends it: a book, a broadcast."""
        words = self.words.rstrip(",").split()
        if len(words) > 8 or self.words[-1:] in "?!.":
            return False
        if len(words) > 1 and sum(each[:1].isupper() for each in words) < 2:
            return False
        longer = [each for each in words if len(each) > 3 or each == words[0]]
        return all(each[0].isupper() or each[0].isdigit() for each in longer)

    @property
    def is_title_of_work(self) -> bool:
        """A title inside a sentence: on NBC's “Meet the Press.”; her novel “Hours”."""
        words = self.words.rstrip(",.").split()
        if self.begins_sentence or not words:
            return False
        low = self.prior.lower()
        owned = low.endswith(("'s", "’s"))
        if not owned and low not in _LEADING_TITLES:
            return False
        named = words[0][:1].isupper() and words[-1][:1].isupper()
        return named and self._replace(words=" ".join(words)).is_title

    @property
    def is_in_headline_capitals(self) -> bool:
        """Every Longer Word Has A Capital, as in headlines: not quite as it was said."""
        longer = [each for each in self.words.split() if len(each) > 3]
        return len(longer) > 2 and all(each[0].isupper() for each in longer)

    @property
    def begins_line(self) -> bool:
        """Nothing but a bullet is before it in its line."""
        return self.begins_sentence and self.prior in {LINE, GAP}

    @property
    def stands_alone(self) -> bool:
        """It is the whole paragraph."""
        return self.prior in {LINE, GAP} and self.following in {LINE, GAP}


def context_of(stream: TokenStream, place: int) -> QuotationContext:
    outer = stream.span_at(place).text_in(stream.text)
    span = inner_span(stream, place)
    prior = stream.word(place - 1)
    sentence = sentence_start(stream, place)
    words = span.text_in(stream.text)
    after_bullet = _after_bullet(stream, sentence, place)
    if after_bullet == place:
        prior = LINE
    sentence = max(sentence, after_bullet)
    if prior.endswith(".") and prior not in _BEFORE_NAMES and words[:1].isupper():
        # An abbreviation may also end a sentence: in the U.S. “It is”.
        sentence = place
    return QuotationContext(
        place=place,
        span=span,
        words=words,
        ending=outer.rstrip(_MARKS + " \u00a0")[-1:],
        sentence=sentence,
        prior=prior,
        following=stream.word(place + 1),
    )


def _after_bullet(stream: TokenStream, start: int, place: int) -> int:
    """The first word after the bullets or the number with which a line begins, or `start`."""
    if stream.word(start - 1) not in {LINE, GAP}:
        return start
    at = start
    while at < place and stream.words[at] in _BULLETS:
        at += 1
    numbered = stream.word(at).isdigit() and stream.word(at + 1) == ")"
    return at + 2 if numbered else at


def inner_span(stream: TokenStream, place: int) -> Span:
    """The words inside the marks, without the comma before a cue."""
    text = stream.text
    start, end = stream.span_at(place)
    start += text[start] in _DASHES
    while start < end and (text[start] in _BEFORE_WORDS or text[start].isspace()):
        start += 1
    while end > start and (
        text[end - 1] in _MARKS or text[end - 1] == ">" or text[end - 1].isspace()
    ):
        end -= 1
    if end > start and text[end - 1] == ",":
        end -= 1
    return Span(start, end)
