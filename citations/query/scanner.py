"""Turns the characters of a query into tokens, in one pass.

The scanner knows shapes but no meanings: what a quotation mark, a minus or `name:` looks like,
not which field names exist. Everything else is a word or punctuation.
"""

import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Literal

from citations.text.folding import to_compatible_form

# Marks close marks of their own family, whichever way round a language turns them.
MARK_FAMILIES = ('"“”„‟〝〞〟', "«»", "‹›", "「」", "『』")
FAMILY_OF = {mark: family for family in MARK_FAMILIES for mark in family}
APOSTROPHES = "’‘‛´`ʼ"
HYPHENS = "‐–‒−"  # what editors and keyboards make of "-"; an em dash is punctuation
PLAIN_PUNCTUATION = str.maketrans(dict.fromkeys(APOSTROPHES, "'") | dict.fromkeys(HYPHENS, "-"))
WORD_BREAKS = frozenset(";!?|<>—―、。")
MARKS_TO_SPACES = str.maketrans(dict.fromkeys(FAMILY_OF, " "))

TokenKind = Literal["word", "phrase", "or", "and", "minus", "unclosed"]
OPERATORS: dict[str, TokenKind] = {"OR": "or", "AND": "and"}


@dataclass(frozen=True, slots=True)
class QueryToken:
    """A piece of a query; `field` is the name before a colon, `text` may contain no letter at all.

    `opens` is the number of round brackets before it, after its minus or its colon. `closes` is
    the number after it; for a mark that is never closed, whether it stands at the end of words.
    """

    kind: TokenKind
    text: str
    field: str = ""
    negative: bool = False
    opens: int = 0
    closes: int = 0


def scan_tokens(text: str) -> Iterator[QueryToken]:
    """The tokens of any text, in order, in linear time."""
    return QueryScanner(*mask_unclosed_marks(normalise_query(text))).tokens()


def normalise_query(text: str) -> str:
    """The text in compatible characters, with spaces for control characters, straight apostrophes
    and hyphens.

    This also turns the full-width signs of an East Asian keyboard into plain ones.
    """
    # Between spaces an en dash is punctuation; a hyphen there would be a minus.
    printable = "".join(map(_printable_form, text)).replace(" – ", " — ")
    compatible_text = "".join(map(to_compatible_form, printable.translate(PLAIN_PUNCTUATION)))
    plain = unicodedata.normalize("NFC", compatible_text).translate(PLAIN_PUNCTUATION)
    return plain.replace("''", '"')


def _printable_form(character: str) -> str:
    category = unicodedata.category(character)
    if category == "Cf":  # soft hyphens, zero-width and direction marks
        return ""
    return " " if category in ("Cc", "Cs", "Zl", "Zp", "Zs") else character


def mask_unclosed_marks(text: str) -> tuple[str, dict[int, str]]:
    """The text with a bar for each mark that is never closed, and those marks by their index."""
    last = {family: max(map(text.rfind, family)) for family in MARK_FAMILIES}
    characters, unclosed, open_family = list(text), dict[int, str](), ""
    for at, character in enumerate(text):
        if open_family:
            open_family = "" if character in open_family else open_family
        elif family := FAMILY_OF.get(character):
            if at < last[family]:
                open_family = family
            else:
                unclosed[at] = character
                characters[at] = "|"
    return "".join(characters), unclosed


def has_content(text: str) -> bool:
    return any(map(str.isalnum, text))


def strip_punctuation(text: str) -> str:
    """A word without the punctuation around it: `(peace,` is `peace`; C++ and U.S. stay."""
    start, end = 0, len(text)
    while start < end and is_edge_punctuation(text[start], "#@"):
        start += 1
    while end > start and is_edge_punctuation(text[end - 1], "#%"):
        end -= 1
    abbreviation = "." in text[start:end] and text[end : end + 1] == "."
    return text[start : end + abbreviation]


def is_edge_punctuation(character: str, exceptions: str) -> bool:
    """Whether a character is dropped from the edge of a word, unless it is an exception."""
    if character in exceptions:
        return False
    # A plus before a word is a habit from other engines; one after it belongs to names like C++.
    return (
        character in "=~^|"
        or (character == "+" and "@" in exceptions)
        or (unicodedata.category(character).startswith("P"))
    )


def remove_marks(text: str) -> str:
    return " ".join(text.translate(MARKS_TO_SPACES).split())


def split_words(text: str) -> list[str]:
    """The words of a text as the scanner would split them, and also at colons."""
    ends = [at for at in range(len(text)) if text[at] == ":" or _ends_word(text, at)]
    starts = [0, *(end + 1 for end in ends)]
    return [text[start:end] for start, end in zip(starts, [*ends, len(text)], strict=True)]


def _ends_word(text: str, at: int) -> bool:
    character = text[at]
    if character == ",":
        return not (text[at - 1 : at].isdigit() and text[at + 1 : at + 2].isdigit())
    return (
        character == " "
        or character in WORD_BREAKS
        or character in FAMILY_OF
        or unicodedata.category(character) in ("Ps", "Pe")
    )


class QueryScanner:
    def __init__(self, text: str, unclosed: dict[int, str]) -> None:
        self.text = text
        self.unclosed = unclosed
        self.at = 0

    def tokens(self) -> Iterator[QueryToken]:
        while not self.at_end():
            start = self.at
            negative = self.skip_edges()
            yield from self.unclosed_marks_since(start)
            if not self.at_end() and self.text[self.at] != " ":
                yield from self.scan_item_and_marks(negative, self.opening_brackets_since(start))
            elif negative and self.text[start : self.at] == "-":
                yield QueryToken("minus", "-")
            self.at += 1 if not self.at_end() and self.text[self.at] == " " else 0

    def at_end(self) -> bool:
        return self.at == len(self.text)

    def skip_edges(self) -> bool:
        # In "peace"-loving or (peace)-loving it is a hyphen: a minus follows a space.
        start = self.at
        spaced = start == 0 or self.text[start - 1] == " "
        while not self.at_end() and self.is_skippable(self.text[self.at]):
            self.at += 1
        return spaced and "-" in self.text[start : self.at]

    @staticmethod
    def is_skippable(character: str) -> bool:
        is_edge = character in WORD_BREAKS or is_edge_punctuation(character, "#@")
        return character not in FAMILY_OF and is_edge

    def unclosed_marks_since(self, start: int) -> Iterator[QueryToken]:
        for at in range(start, self.at):
            if at in self.unclosed:
                begins = at == 0 or self.text[at - 1] in " :(-"
                ends = not begins and not self.text[at + 1 : at + 2].isalnum()
                yield QueryToken("unclosed", self.unclosed[at], closes=ends)

    def scan_item_and_marks(self, negative: bool, opens: int) -> list[QueryToken]:
        """An item between the marks in it that are never closed: `speaker:"kishida`."""
        start = self.at
        item = self.scan_item(negative, opens)
        marks = list(self.unclosed_marks_since(start))
        return [*(m for m in marks if not m.closes), item, *(m for m in marks if m.closes)]

    def opening_brackets_since(self, start: int) -> int:
        return self.text[start : self.at].rpartition("-")[2].count("(")

    def scan_item(self, negative: bool, opens: int) -> QueryToken:
        start = self.at
        if self.text[start] in FAMILY_OF:
            return self.scan_phrase("", negative, opens)
        run = self.scan_until(_ends_word)
        name, colon, rest = run.partition(":")
        if colon and len(name) > 1 and name.isalpha() and not rest.startswith("//"):
            self.at = start + len(name) + 1
            return self.scan_value(name, negative)
        kind = "word" if negative else OPERATORS.get(run, "word")
        return QueryToken(kind, run, "", negative, opens, self.closing_brackets_ahead())

    def scan_until(self, ends: Callable[[str, int], bool]) -> str:
        start = self.at
        while not self.at_end() and not ends(self.text, self.at):
            self.at += 1
        return self.text[start : self.at]

    def closing_brackets_ahead(self) -> int:
        rest = self.text[self.at :]
        return len(rest) - len(rest.lstrip(")"))

    def scan_phrase(self, field: str, negative: bool, opens: int) -> QueryToken:
        family = FAMILY_OF[self.text[self.at]]
        self.at += 1
        inside = self.scan_until(lambda text, at: text[at] in family)
        self.at += 1
        closes = self.closing_brackets_ahead()
        return QueryToken("phrase", remove_marks(inside), field, negative, opens, closes)

    def scan_value(self, field: str, negative: bool) -> QueryToken:
        bracket = self.scan_until(lambda text, at: text[at] != "(")
        if not self.at_end() and self.text[self.at] in FAMILY_OF:
            return self.scan_phrase(field, negative, len(bracket))
        text = self.scan_until(lambda text, at: text[at] == " " or text[at] in FAMILY_OF)
        return QueryToken("word", text, field, negative, len(bracket), text.count(")"))
