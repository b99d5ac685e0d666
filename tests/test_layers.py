"""The house: who may import whom, and how large rooms may grow.

docs/architecture.md explains the layout; this file enforces it.
"""

import re
from collections import Counter, defaultdict
from pathlib import Path

import pytest

from tests.support.checkout import ROOT
from tests.support.source_code import (
    CITATIONS,
    TEMPLATES,
    imports_of,
    modules,
    room_of,
    rooms_imported,
    short,
    templates,
    text_of_module,
)

TESTS = ROOT / "tests"

# Layers from the top down. A room may import from lower layers and from itself, nothing beside it.
LAYERS = [
    {"management", "views", "admin", "urls", "apps"},
    {"templates"},
    {"templatetags", "jinja2"},
    {"pages"},
    {"forms"},
    {"drafts"},
    {"curation", "exchange", "export"},
    {"search"},
    {"index", "documents", "fetching"},
    {"models"},
    {"query", "cite", "extraction", "comparison"},
    {"edtf", "text"},
]
LAYER = {room: number for number, rooms in enumerate(LAYERS) for room in rooms}
PURE = {"query", "cite", "extraction", "comparison", "edtf", "text"}
# What may be imported from beside, and why.
SIDEWAYS = {
    ("urls", "views"): "addresses name the endpoints",
    ("edtf", "text"): "dates in words are translated as all text is",
    ("fetching", "documents"): "what is fetched is a document to read",
}

MOST_MODULES = 12
MOST_LINES = 300
# Modules that need no test file of their own, and why.
UNTESTED = {
    "citations/urls.py": "every test of a page goes through it",
}


@pytest.mark.parametrize("path", modules(), ids=short)
def test_imports_point_down_only(path: Path) -> None:
    room = room_of(path)
    for other in rooms_imported(path) - {room, "migrations"}:
        allowed = LAYER[other] > LAYER[room] or (room, other) in SIDEWAYS
        assert allowed, f"{room} may not import {other}"


@pytest.mark.parametrize("path", [p for p in modules() if room_of(p) in PURE], ids=short)
def test_pure_rooms_know_no_framework(path: Path) -> None:
    for module, _ in imports_of(path):
        assert not module.startswith(("django", "tantivy", "simple_history", "project")), module


def test_every_exception_is_needed() -> None:
    used = {(room_of(path), other) for path in modules() for other in rooms_imported(path)}
    assert set(SIDEWAYS) <= used
    assert all((ROOT / path).exists() for path in UNTESTED)


def test_modules_do_not_import_each_other_in_a_circle() -> None:
    names = {".".join(path.relative_to(ROOT).with_suffix("").parts): path for path in modules()}
    arrows: dict[str, set[str]] = defaultdict(set)
    for name, path in names.items():
        for module, taken in imports_of(path):
            arrows[name].update(each for each in (module, *(f"{module}.{t}" for t in taken))
                                if each in names and each != name)  # fmt: skip
    cleared: set[str] = set()

    def walk(name: str, way: tuple[str, ...]) -> None:
        assert name not in way, " -> ".join([*way[way.index(name) :], name])
        if name not in cleared:
            for other in sorted(arrows[name]):
                walk(other, (*way, name))
            cleared.add(name)

    for name in sorted(names):
        walk(name, ())


# Templates --------------------------------------------------------------------------------------


def tags_loaded(path: Path) -> set[str]:
    """The tag libraries of ours that a template loads."""
    ours = {library.stem for library in (CITATIONS / "templatetags").glob("*.py")}
    loaded = re.findall(r"\{% load ([^%]*)%\}", path.read_text())
    return {name for names in loaded for name in names.split()} & ours


def rooms_that_render(template: Path) -> set[str]:
    name = f'"{template.relative_to(TEMPLATES)}"'
    return {room_of(path) for path in modules() if name in text_of_module(path)}


@pytest.mark.parametrize("path", templates(), ids=short)
def test_templates_are_rendered_from_above_and_load_tags_from_below(path: Path) -> None:
    if "jinja2" in path.relative_to(TEMPLATES).parts:
        assert rooms_that_render(path) <= {"jinja2", "templatetags"}
        return
    for room in rooms_that_render(path):
        assert LAYER[room] < LAYER["templates"], f"{room} may not render a template"
    for library in tags_loaded(path):
        for room in rooms_imported(CITATIONS / "templatetags" / f"{library}.py"):
            assert LAYER[room] > LAYER["templates"], f"{library} imports {room}"


def test_public_templates_take_nothing_from_the_admin() -> None:
    for path in templates():
        if "admin" not in path.relative_to(TEMPLATES).parts:
            parents = re.findall(r"\{% (?:extends|include) \"([^\"]+)\"", path.read_text())
            assert not [name for name in parents if name.startswith("admin/")], path


# Sizes ------------------------------------------------------------------------------------------


def test_no_folder_has_more_than_twelve_modules() -> None:
    counts = Counter(path.parent for path in modules() if path.parent.name != "commands")
    assert not {short(folder): n for folder, n in counts.items() if n > MOST_MODULES}


def test_no_module_is_loose() -> None:
    loose = {path.name for path in CITATIONS.glob("*.py")}
    assert loose == {"__init__.py", "apps.py", "urls.py"}


def test_no_module_is_too_long() -> None:
    for path in modules():
        assert len(path.read_text().splitlines()) <= MOST_LINES, path


def test_commands_only_call_what_is_below() -> None:
    for path in (CITATIONS / "management" / "commands").glob("*.py"):
        assert len(path.read_text().splitlines()) <= 40, path


# Tests and documents mirror the house -----------------------------------------------------------


@pytest.mark.parametrize("path", modules(), ids=short)
def test_every_module_has_a_test_at_its_path(path: Path) -> None:
    if short(path) in UNTESTED:
        return
    folder = TESTS / path.relative_to(CITATIONS).parent
    named = [*folder.glob(f"test_{path.stem}.py"), *folder.glob(f"test_{path.stem}_*.py")]
    assert named, f"no {folder.relative_to(ROOT)}/test_{path.stem}.py"


def test_the_architecture_page_names_every_room() -> None:
    page = (ROOT / "docs" / "architecture.md").read_text()
    rooms = {room_of(path) for path in modules()} - {"apps", "urls"}
    assert not [room for room in sorted(rooms) if f"`{room}`" not in page]
    assert rooms | {"templates", "urls", "apps"} == set(LAYER)


def test_the_top_level_stays_as_it_is() -> None:
    allowed = {
        *("manage.py", "pyproject.toml", "README.md", "citations", "project", "fixtures", "tests"),
        *("templates", "Makefile", "requirements", "package.json", "package-lock.json", "docs"),
        *("deploy", "LICENSE", "NOTICE", "CHANGELOG.md", "CONTRIBUTING.md", "node_modules", "data"),
    }
    here = {path.name for path in ROOT.iterdir() if not path.name.startswith(".")}
    assert here <= allowed
