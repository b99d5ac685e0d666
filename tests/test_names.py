"""Names and words: each name means one thing, and what was struck does not come back.

The glossary in docs/architecture.md gives the words; this file enforces them.
"""

from collections import defaultdict
from pathlib import Path

import pytest

from tests.support.checkout import ROOT
from tests.support.source_code import CITATIONS, facts_of, imports_of, modules, short, templates
from tests.support.struck_words import BARE_WORDS, STRUCK_PHRASES, STRUCK_STEMS

FORBIDDEN_STEMS = {"utils", "helpers", "services", "common"}
# Stems that may stand in several rooms: subjects, file formats, engines and languages.
SHARED_STEMS = {
    *("quotes", "speakers", "sources", "articles", "occasions", "appearances", "proposals"),
    *("snapshots", "verifications", "wanted", "facets", "citation", "draft"),
    *("html", "plain_text", "xml", "markdown", "pdf", "ris", "csl_json"),
}
# Public classes whose names stand in several rooms: Django finds a command by this name, and the
# exchange format names its records as the models they describe, also in its JSON Schema.
SHARED_CLASSES = {
    *("Command", "Publication", "Topic", "Speaker", "Position", "Occasion", "Article", "Snapshot"),
    *("Quote", "Appearance"),
}


def test_no_module_is_a_junk_drawer() -> None:
    assert not [short(path) for path in modules() if path.stem in FORBIDDEN_STEMS]


def test_module_names_are_unique() -> None:
    stems = defaultdict(list)
    for path in modules():
        if path.parent.name != "commands":  # a command is named as it is typed
            stems[path.stem].append(short(path))
    assert not {s: paths for s, paths in stems.items() if len(paths) > 1 and s not in SHARED_STEMS}


def test_class_names_are_unique() -> None:
    homes = defaultdict(list)
    for path in modules():
        for name in facts_of(path).classes:
            homes[name].append(short(path))
    assert not {
        c: paths for c, paths in homes.items() if len(paths) > 1 and c not in SHARED_CLASSES
    }


@pytest.mark.parametrize("path", modules(), ids=short)
def test_functions_are_named_by_what_they_do(path: Path) -> None:
    functions = facts_of(path).functions
    bare = [f"{owner}.{name}" for owner, name in functions if name.lstrip("_") in BARE_WORDS]
    assert not bare


def test_struck_module_names_do_not_come_back() -> None:
    assert not [short(path) for path in modules() if path.stem in STRUCK_STEMS]


def texts_for_people() -> list[Path]:
    documents = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *(ROOT / "docs").glob("*.md")]
    scripts = list((CITATIONS / "static").rglob("*.js"))
    return [*modules(), *(ROOT / "project").glob("*.py"), *templates(), *scripts, *documents]


@pytest.mark.parametrize("path", texts_for_people(), ids=short)
def test_struck_phrases_do_not_come_back(path: Path) -> None:
    text = path.read_text()
    assert not [phrase for phrase in STRUCK_PHRASES if phrase in text]


def test_no_private_name_crosses_a_module() -> None:
    for path in modules():
        for module, names in imports_of(path):
            private = [name for name in names if name.startswith("_") and name != "__version__"]
            assert not (module.startswith("citations") and private), f"{path}: {private}"
