"""The house: who may import whom. Arrows point down only."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
CITATIONS = ROOT / "citations"

# Rooms from the roof down. A room may import what stands on a lower floor, and itself.
FLOORS = [
    {"management", "views", "admin", "urls", "sitemaps", "templatetags", "apps", "checks"},
    {"filters", "review", "merging", "check"},
    {"intake"},
    {"anchoring"},
    {"form_fields", "citation_form"},
    {"verify", "exchange", "reading", "timeline", "wordings"},
    {"search"},
    {"models"},
    {"text", "cite", "clock", "languages"},
]
FLOOR = {room: floor for floor, rooms in enumerate(FLOORS) for room in rooms}
# Rooms that know no Django; the query language is a pure part of the search.
PURE = ["text", "cite", "clock"]
PURE_MODULES = ["query", "nodes", "scanner", "conditions", "words", "brackets", "mending", "parts"]
FORBIDDEN_NAMES = {"utils", "helpers", "services", "common"}
# Who may look sideways: the roof is one storey, and these share one room of it.
NEIGHBOURS = {
    ("urls", "views"),
    ("urls", "sitemaps"),
    ("cite", "text"),
    ("apps", "checks"),
    ("templatetags", "views"),
}
MOST_LINES = 400


def modules() -> list[Path]:
    return sorted(path for path in CITATIONS.rglob("*.py") if "migrations" not in path.parts)


def imports(path: Path) -> Iterator[tuple[str, list[str]]]:
    """(module, names taken from it) of every import in a file, also inside functions."""
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Import):
            yield from ((alias.name, []) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: import by full name"
            yield node.module or "", [alias.name for alias in node.names]


def room_of(path: Path) -> str:
    return path.relative_to(CITATIONS).parts[0].removesuffix(".py")


def rooms_imported(path: Path) -> Iterator[str]:
    for module, names in imports(path):
        if module == "citations":
            yield from names
        elif module.startswith("citations."):
            yield module.split(".")[1]


@pytest.mark.parametrize("path", modules(), ids=lambda path: str(path.relative_to(ROOT)))
def test_every_arrow_points_down(path: Path) -> None:
    room = room_of(path)
    if room == "__init__":
        return
    for other in rooms_imported(path):
        if other in (room, "migrations") or (room, other) in NEIGHBOURS:
            continue
        assert FLOOR[other] > FLOOR[room], f"{room} may not import {other}"


def pure_files() -> list[Path]:
    files = [path for room in PURE for path in (CITATIONS / room).glob("*.py")]
    return files + [CITATIONS / "search" / f"{name}.py" for name in PURE_MODULES]


@pytest.mark.parametrize("path", pure_files(), ids=lambda path: str(path.relative_to(ROOT)))
def test_the_pure_rooms_know_no_framework(path: Path) -> None:
    allowed = {"text", "cite"} if room_of(path) in PURE else {"text", "cite", "search"}
    for module, names in imports(path):
        assert not module.startswith(("django", "tantivy", "simple_history")), module
        if module.startswith("citations"):
            assert set(rooms_imported(path)) <= allowed, (module, names)
        if module.startswith("citations.search"):
            parts = module.split(".")
            named = {parts[2]} if len(parts) > 2 else set(names)
            assert named <= set(PURE_MODULES), module


def test_no_private_name_crosses_a_module() -> None:
    for path in modules():
        for module, names in imports(path):
            private = [name for name in names if name.startswith("_") and name != "__version__"]
            assert not (module.startswith("citations") and private), f"{path}: {private}"


def test_no_module_is_a_junk_drawer_or_too_long() -> None:
    for path in modules():
        assert path.stem not in FORBIDDEN_NAMES, path
        assert len(path.read_text().splitlines()) <= MOST_LINES, path


def test_commands_only_call_what_stands_below() -> None:
    for path in (CITATIONS / "management" / "commands").glob("*.py"):
        assert len(path.read_text().splitlines()) <= 40, path


def test_the_top_level_stays_as_it_is() -> None:
    allowed = {
        "manage.py", "pyproject.toml", "README.md", "citations", "project", "fixtures", "tests",
        "templates", "Makefile", "requirements", "package.json", "package-lock.json", "LICENSE",
        "NOTICE", "CHANGELOG.md", "node_modules", "data",
    }  # fmt: skip
    here = {path.name for path in ROOT.iterdir() if not path.name.startswith(".")}
    assert here <= allowed
