"""Line breaks that end no paragraph: joins hard-wrapped lines, and words cut at a line's end."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from citations.text.cleaning.clean_text import TextEdit
from citations.text.scripts import UNSPACED

# Single line breaks between two lines that are not empty.
_BREAK = re.compile(r"(?<=[^\s])[^\S\n]*\n(?=[^\n]*\S)")
_SENTENCE_ENDS = frozenset(".!?…:。！？：”\"»」』’'")
_CLOSING = "”\"’'"
# A line of so many characters that ends with a small word is no heading.
_LEAST_PROSE = 40
_OPENING = "“\"‘'«„‚「『([—–"
# A line that begins anew by itself: a list item, a turn, a time code, a heading, a table.
_STARTS = re.compile(
    r"\s*(?:[•◦▪●○‣*·+–—-]\s|\d{1,3}[.)]\s|\(?[a-z\d]{1,2}\)\s|#{1,6}\s|\||={3}|-{3}|"
    r"\[?\d{1,2}:\d\d|Q[.:]|A[.:]|[A-Z][A-Z.’'\- ]{1,40}:\s|\[\^?\w{1,20}\]:)"
)
_PREFIX = re.compile(r"[^\S\n]*(?:>[^\S\n]?)*")
_WIDEST = 110
# A mark farther away belongs to other words.
_FARTHEST_MARK = 600
_LEAST_WIDTH = 16
_SET_IN = 4
# Prose has no more breaks than so many for its length; what comes after is left as it is.
_FEWEST_BREAKS, _BREAK_LENGTH = 500, 20
_HYPHENS = "-\u2010"
# First parts of compounds that keep their hyphen when a line breaks at it.
_COMPOUNDING = frozenset(
    """
    all anti cross eight ex far fast five four full half hard high ill kind large light long low
    mid much multi near never nine non off old one open over post pre pro quasi re self semi seven
    short six slow small so soft ten three two under vice well wide
    twenty thirty forty fifty sixty seventy eighty ninety
    """.split()
)
_WORD_AT_END = re.compile(r"(\w+)[-\u2010]\Z")
_WORD = re.compile(r"\w+")
_HYPHENATED = re.compile(r"\b\w+-\w+\b")
_UNSPACED_CHARACTER = re.compile(f"(?![\uac00-\ud7af])[{UNSPACED}。、，！？：；」』”）]")


class _Break(NamedTuple):
    """A line break: its place, and the lines before and after it without their indents."""

    start: int  # of the break, with the space before it
    end: int  # of the indent or the > of the line after it
    before: str
    after: str
    is_set_in: bool
    is_in_marks: bool

    @property
    def is_in_mid_sentence(self) -> bool:
        first = self.after.lstrip(_OPENING)[:1]
        goes_on = first.islower() or first.isdigit() or (first.isalpha() and not first.isupper())
        return goes_on and self.before[-1] not in _SENTENCE_ENDS

    @property
    def is_in_open_sentence(self) -> bool:
        """No stop ends the line before, and it is prose: “…,” said Ana/Duarte; “…,”/Duarte said."""
        if len(self.before) > _WIDEST or not self.after[0].isalnum():
            return False
        if self.before.rstrip(_CLOSING).endswith(","):
            return self.before[-1] in _CLOSING or self.before[0].islower()
        is_prose = self.before[0].islower() or (
            len(self.before) >= _LEAST_PROSE and self.before.rsplit(maxsplit=1)[-1].islower()
        )
        return is_prose and self.before[-1].isalnum()

    @property
    def length_with_next_word(self) -> int:
        return len(self.before) + 1 + len(self.after.split(maxsplit=1)[0])


def line_break_edits(text: str) -> Iterator[TextEdit]:
    """Joins the lines of hard-wrapped prose.

    A break in mid-sentence, before a small letter, is always the line's. Any other is one only in
    a text whose lines are evidently wrapped: its breaks in mid-sentence come where the next word
    would not have fitted, and so does this one.
    """
    breaks = list(islice(_breaks(text), _FEWEST_BREAKS + len(text) // _BREAK_LENGTH))
    if not breaks:
        return
    width = _wrap_width(breaks)
    hyphenated = _hyphenated_words(text) if any(map(_is_cut_word, breaks)) else frozenset()
    verse = set(_verse(breaks))
    for number, each in enumerate(breaks):
        if number in verse or (each.is_set_in and not _is_cut_word(each)):
            continue
        goes_on = (
            each.is_in_mid_sentence
            or each.is_in_open_sentence
            or each.is_in_marks
            or _is_cut_word(each)
        )
        if goes_on or each.length_with_next_word > width:
            yield _join(each, hyphenated)


def _breaks(text: str) -> Iterator[_Break]:
    for match in _BREAK.finditer(text):
        begin = text.rfind("\n", 0, match.start()) + 1
        stop = text.find("\n", match.end())
        # Where two lines are the breaks of one long one, what is far away says nothing.
        before = text[max(begin, match.start() - 400) : match.start()]
        after = text[match.end() : min(stop if stop >= 0 else len(text), match.end() + 400)]
        if _STARTS.match(after) or before.lstrip().startswith(("#", "|")):
            continue
        old, new = _PREFIX.match(before), _PREFIX.match(after)
        if not old or not new or (">" in old.group()) != (">" in new.group()):
            continue
        words, rest = before[old.end() :], after[new.end() :]
        if words and rest:
            deeper = len(new.group()) >= _SET_IN > len(old.group())
            within = rest[0] not in _OPENING and _is_in_marks(text, match.start())
            yield _Break(match.start(), match.end() + new.end(), words, rest, deeper, within)


def _is_in_marks(text: str, at: int) -> bool:
    """Whether marks that opened in the paragraph close in it, behind this place."""
    before = text[max(0, at - _FARTHEST_MARK) : at].rpartition("\n\n")[2]
    after = text[at : at + _FARTHEST_MARK].lstrip().partition("\n\n")[0]
    opened, closes = before.rfind("“"), after.find("”")
    return before.rfind("”") < opened >= 0 and closes >= 0 and "“" not in after[:closes]


def _wrap_width(breaks: Sequence[_Break]) -> int:
    """The width at which the lines are wrapped; where they are not, more than any line has."""
    wrapped = [each for each in breaks if each.is_in_mid_sentence]
    width = max((len(each.before) for each in wrapped), default=0)
    if not _LEAST_WIDTH <= width <= _WIDEST:
        return 10**9
    full = sum(each.length_with_next_word > width for each in wrapped)
    return width if full * 5 >= len(wrapped) * 4 else 10**9


def _verse(breaks: Sequence[_Break]) -> Iterator[int]:
    """The breaks of blocks in which every line begins with a capital: verse, or a list of names."""
    block: list[int] = []
    for number, each in enumerate(breaks):
        if block and each.before != breaks[block[-1]].after[: len(each.before)]:
            yield from _if_verse(breaks, block)
            block = []
        block.append(number)
    yield from _if_verse(breaks, block)


def _if_verse(breaks: Sequence[_Break], block: list[int]) -> list[int]:
    capitals = Counter(breaks[n].after.lstrip(_OPENING)[:1].isupper() for n in block)
    return block if len(block) >= 3 and not capitals[False] else []


def _is_cut_word(each: _Break) -> bool:
    before = each.before
    return before[-1] in _HYPHENS and before[-2:-1].isalnum() and each.after[:1].isalnum()


def _hyphenated_words(text: str) -> frozenset[str]:
    """The words that the text writes with a hyphen, within a line."""
    return frozenset(map(str.lower, _HYPHENATED.findall(text)))


def _join(each: _Break, hyphenated: frozenset[str]) -> TextEdit:
    if _is_cut_word(each):
        return TextEdit(each.start - (not _keeps_hyphen(each, hyphenated)), each.end)
    unspaced = _UNSPACED_CHARACTER.match(each.before[-1]) and _UNSPACED_CHARACTER.match(each.after)
    return TextEdit(each.start, each.end, "" if unspaced else " ")


def _keeps_hyphen(each: _Break, hyphenated: frozenset[str]) -> bool:
    """Whether the hyphen is the word's own: as the text writes it elsewhere, or by its parts."""
    first, second = _WORD_AT_END.search(each.before), _WORD.match(each.after)
    if not first or not second or not second.group()[0].islower():
        return True
    word = f"{first[1]}-{second.group()}".lower()
    return word in hyphenated or first[1].lower() in _COMPOUNDING
