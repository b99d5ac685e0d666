"""From the characters of a query to its tokens, in one pass.

The scanner knows shapes and no meanings: what a quotation mark, a minus or `name:` looks
like, not which names exist. Everything that is none of these is a word or punctuation.
"""

import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Literal

from citations.text.folding import compatible

# Marks close marks of their own family, whichever way round a language turns them.
MARK_FAMILIES = ('"“”„‟〝〞〟', "«»", "‹›", "「」", "『』")
FAMILY_OF = {mark: family for family in MARK_FAMILIES for mark in family}
APOSTROPHES = "’‘‛´`ʼ"
HYPHENS = "‐–‒−"  # what editors and keyboards make of "-"; an em dash is punctuation
SMART = str.maketrans(dict.fromkeys(APOSTROPHES, "'") | dict.fromkeys(HYPHENS, "-"))
BREAKS = frozenset(";!?|<>—―、。")
WITHOUT_MARKS = str.maketrans(dict.fromkeys(FAMILY_OF, " "))

Kind = Literal["word", "phrase", "or", "and", "minus", "unclosed"]
OPERATORS: dict[str, Kind] = {"OR": "or", "AND": "and"}


@dataclass(frozen=True, slots=True)
class Token:
    """`field` is the name before a colon, "" without one; `text` may hold no letter at all.

    `opens` is how many round brackets stand before it, behind its minus or its colon; `closes` how
    many stand behind it, or, of a mark that is never closed, whether it ends words.
    """

    kind: Kind
    text: str
    field: str = ""
    negative: bool = False
    opens: int = 0
    closes: int = 0


def scan(text: str) -> Iterator[Token]:
    """The tokens of any text at all, in order. Time is linear."""
    return Scanner(*with_pairs_only(normalised(text))).tokens()


def normalised(text: str) -> str:
    """The text as it is folded, with one space for what does not print, straight apostrophes and
    hyphens.

    That also makes the full-width signs of an East Asian keyboard the plain ones.
    """
    # Between spaces an en dash is punctuation, where a hyphen would be a minus.
    printable = "".join(map(_printable, text)).replace(" – ", " — ").translate(SMART)
    plain = unicodedata.normalize("NFC", "".join(map(compatible, printable))).translate(SMART)
    return plain.replace("''", '"')


def _printable(character: str) -> str:
    category = unicodedata.category(character)
    if category == "Cf":  # soft hyphens, zero-width and direction marks
        return ""
    return " " if category in ("Cc", "Cs", "Zl", "Zp", "Zs") else character


def with_pairs_only(text: str) -> tuple[str, dict[int, str]]:
    """The text with a bar for each mark that is never closed, and those marks by their place."""
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
    """Whether there is a letter or a digit, in any script."""
    return any(map(str.isalnum, text))


def tidied(text: str) -> str:
    """A word without the punctuation around it: `(peace,` is `peace`; C++ and U.S. stay."""
    start, end = 0, len(text)
    while start < end and is_edge(text[start], "#@"):
        start += 1
    while end > start and is_edge(text[end - 1], "#%"):
        end -= 1
    abbreviation = "." in text[start:end] and text[end : end + 1] == "."
    return text[start : end + abbreviation]


def is_edge(character: str, kept: str) -> bool:
    """Whether a character falls off the end of a word; `kept` are signs that do not."""
    if character in kept:
        return False
    # A plus in front is a habit from other engines; one behind is the name of C++.
    return (
        character in "=~^|"
        or (character == "+" and "@" in kept)
        or (unicodedata.category(character).startswith("P"))
    )


def unmarked(text: str) -> str:
    """A text without quotation marks, with one space between its words."""
    return " ".join(text.translate(WITHOUT_MARKS).split())


def words_in(text: str) -> list[str]:
    """The words of a text as the scanner would part them, also at colons."""
    ends = [at for at in range(len(text)) if text[at] == ":" or _parts(text, at)]
    starts = [0, *(end + 1 for end in ends)]
    return [text[start:end] for start, end in zip(starts, [*ends, len(text)], strict=True)]


def _parts(text: str, at: int) -> bool:
    """Whether words end at this character."""
    character = text[at]
    if character == ",":
        return not (text[at - 1 : at].isdigit() and text[at + 1 : at + 2].isdigit())
    return (
        character == " "
        or character in BREAKS
        or character in FAMILY_OF
        or unicodedata.category(character) in ("Ps", "Pe")
    )


class Scanner:
    """A position in a normalised text with a bar in place of each mark that is never closed."""

    def __init__(self, text: str, unclosed: dict[int, str]) -> None:
        self.text = text
        self.unclosed = unclosed
        self.at = 0

    def tokens(self) -> Iterator[Token]:
        while not self.at_end():
            start = self.at
            negative = self.skip_edges()
            yield from self.unclosed_since(start)
            if not self.at_end() and self.text[self.at] != " ":
                yield from self.item_and_marks(negative, self.brackets_since(start))
            elif negative and self.text[start : self.at] == "-":
                yield Token("minus", "-")
            self.at += 1 if not self.at_end() and self.text[self.at] == " " else 0

    def at_end(self) -> bool:
        return self.at == len(self.text)

    def skip_edges(self) -> bool:
        """Pass the punctuation before a word; whether it makes the word a negative one."""
        # In "peace"-loving or (peace)-loving it is a hyphen: a minus follows a space.
        start = self.at
        spaced = start == 0 or self.text[start - 1] == " "
        while not self.at_end() and self.is_skipped(self.text[self.at]):
            self.at += 1
        return spaced and "-" in self.text[start : self.at]

    @staticmethod
    def is_skipped(character: str) -> bool:
        return character not in FAMILY_OF and (character in BREAKS or is_edge(character, "#@"))

    def unclosed_since(self, start: int) -> Iterator[Token]:
        """The marks that are never closed among the characters just passed."""
        for at in range(start, self.at):
            if at in self.unclosed:
                begins = at == 0 or self.text[at - 1] in " :(-"
                ends = not begins and not self.text[at + 1 : at + 2].isalnum()
                yield Token("unclosed", self.unclosed[at], closes=ends)

    def item_and_marks(self, negative: bool, opens: int) -> list[Token]:
        """An item between the marks in it that are never closed: `speaker:"kishida`."""
        start = self.at
        item = self.item(negative, opens)
        marks = list(self.unclosed_since(start))
        return [*(m for m in marks if not m.closes), item, *(m for m in marks if m.closes)]

    def brackets_since(self, start: int) -> int:
        """The brackets in the punctuation just passed, behind its minus if it has one."""
        return self.text[start : self.at].rpartition("-")[2].count("(")

    def item(self, negative: bool, opens: int) -> Token:
        """A phrase, a field with its value, an operator or a word."""
        start = self.at
        if self.text[start] in FAMILY_OF:
            return self.phrase("", negative, opens)
        run = self.run(_parts)
        name, colon, rest = run.partition(":")
        if colon and len(name) > 1 and name.isalpha() and not rest.startswith("//"):
            self.at = start + len(name) + 1
            return self.value(name, negative)
        kind = "word" if negative else OPERATORS.get(run, "word")
        return Token(kind, run, "", negative, opens, self.brackets_behind())

    def run(self, ends: Callable[[str, int], bool]) -> str:
        """Everything up to the character that ends it."""
        start = self.at
        while not self.at_end() and not ends(self.text, self.at):
            self.at += 1
        return self.text[start : self.at]

    def brackets_behind(self) -> int:
        rest = self.text[self.at :]
        return len(rest) - len(rest.lstrip(")"))

    def phrase(self, field: str, negative: bool, opens: int) -> Token:
        """From an opening mark to the next mark of its family."""
        family = FAMILY_OF[self.text[self.at]]
        self.at += 1
        inside = self.run(lambda text, at: text[at] in family)
        self.at += 1
        return Token("phrase", unmarked(inside), field, negative, opens, self.brackets_behind())

    def value(self, field: str, negative: bool) -> Token:
        """What stands right behind a colon: a phrase, or everything up to a space or mark."""
        bracket = self.run(lambda text, at: text[at] != "(")
        if not self.at_end() and self.text[self.at] in FAMILY_OF:
            return self.phrase(field, negative, len(bracket))
        text = self.run(lambda text, at: text[at] == " " or text[at] in FAMILY_OF)
        return Token("word", text, field, negative, len(bracket), text.count(")"))
