"""The modules, templates and imports of the site, as the tests of its structure read them."""

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from tests.support.checkout import ROOT

CITATIONS = ROOT / "citations"
TEMPLATES = ROOT / "templates"


def modules() -> list[Path]:
    paths = (path for path in CITATIONS.rglob("*.py") if "migrations" not in path.parts)
    return sorted(path for path in paths if path.name != "__init__.py")


def short(path: Path) -> str:
    return str(path.relative_to(ROOT))


@cache
def tree_of(path: Path) -> ast.Module:
    return ast.parse(path.read_text())


def room_of(path: Path) -> str:
    return path.relative_to(CITATIONS).parts[0].removesuffix(".py")


def imports_of(path: Path) -> Iterator[tuple[str, list[str]]]:
    """(module, names taken from it) of every import in a file, also inside functions."""
    for node in ast.walk(tree_of(path)):
        if isinstance(node, ast.Import):
            yield from ((alias.name, []) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: import by full name"
            yield node.module or "", [alias.name for alias in node.names]


def rooms_imported(path: Path) -> set[str]:
    rooms = set()
    for module, names in imports_of(path):
        if module == "citations":
            rooms.update(names)
        elif module.startswith("citations."):
            rooms.add(module.split(".")[1])
    return rooms


def templates() -> list[Path]:
    return sorted(path for path in TEMPLATES.rglob("*") if path.is_file())
