"""Every list of a lexicon is read, free of repetitions, and comes from somewhere that is named."""

import re
import tomllib
from pathlib import Path

import pytest

from tests.support.checkout import ROOT

LANGUAGES = ROOT / "citations/extraction/languages"
READERS = ROOT / "citations/extraction/multilingual"
LEXICONS = sorted(LANGUAGES.glob("*/lexicon.toml"))
LISTS = sorted(LANGUAGES.glob("*/*.toml"))
# Who makes lists, and what shows that they may be used.
MAKERS = {
    "Faker": "MIT",
    "CLDR": "Unicode licence",
    "census": "facts",
    "WordNet": "WordNet",
    "Hundred Family Surnames": "public domain",
    "Xinhua": "general knowledge",
}


def readable(path: Path) -> str:
    """The name of a list for a report: de/lexicon."""
    return f"{path.parent.name}/{path.stem}"


def words_of(value: object) -> list[str]:
    if isinstance(value, str):
        return value.split()
    return [each for each in value if isinstance(each, str)] if isinstance(value, list) else []


def keys_read_by(reader: str) -> set[str]:
    """The keys that the code of a reader asks its lexicon for."""
    if reader == "alphabetic":
        paths = list((READERS / "cased").rglob("*.py"))
    else:
        folder = READERS / "caseless"
        paths = [*folder.glob("*.py"), *(folder / reader).glob("*.py")]
    paths += READERS.glob("*.py")
    return {key for path in paths for key in re.findall(r"[\"']([a-z_]+)[\"']", path.read_text())}


@pytest.mark.parametrize("path", LEXICONS, ids=readable)
def test_every_list_is_read(path: Path) -> None:
    lexicon = tomllib.loads(path.read_text())
    reader = lexicon.pop("reader", "alphabetic")
    assert set(lexicon) - {"marks"} <= keys_read_by(reader)


@pytest.mark.parametrize("path", LEXICONS, ids=readable)
def test_no_list_repeats_a_word(path: Path) -> None:
    for key, value in tomllib.loads(path.read_text()).items():
        words = words_of(value)
        assert sorted(words) == sorted(set(words)), key


@pytest.mark.parametrize("path", LISTS, ids=readable)
def test_every_list_names_where_it_comes_from(path: Path) -> None:
    """The first lines name it for the whole file; comments above single lists name exceptions."""
    text = path.read_text()
    comments = re.findall(r"(?m)(?:^#.*\n)+", text)
    assert text.startswith("#")
    assert re.search(r"written for this project|ours|Faker|WordNet", comments[0])
    for comment in comments:
        for maker, licence in MAKERS.items():
            assert maker not in comment or licence in comment, comment


def test_copied_lists_of_english_have_their_licence_beside_them() -> None:
    licences = (LANGUAGES / "en/LICENCES.txt").read_text()
    for path in (LANGUAGES / "en").glob("*.toml"):
        head = path.read_text().partition("\n\n")[0]
        assert "written for this project" in head or f"{path.name}: drawn from" in licences
