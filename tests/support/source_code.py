"""The modules, templates and imports of the site, as the tests of its structure read them."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
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


def room_of(path: Path) -> str:
    return path.relative_to(CITATIONS).parts[0].removesuffix(".py")


@dataclass(frozen=True)
class ModuleFacts:
    """What tests ask of a module.

    `imports` are (module, names taken from it), also inside functions; `classes` the public ones;
    `functions` (class or "", name) of all that are neither filters nor properties: a filter is an
    adjective, as is Django's custom, and a property is what a value is.
    """

    imports: tuple[tuple[str, tuple[str, ...]], ...]
    classes: tuple[str, ...]
    functions: tuple[tuple[str, str], ...]


@cache
def facts_of(path: Path) -> ModuleFacts:
    """The facts, and not the tree, which is large: the rest of the tests would carry it along."""
    tree = ast.parse(path.read_text())
    classes = [node.name for node in tree.body if isinstance(node, ast.ClassDef)]
    public = tuple(name for name in classes if not name.startswith("_"))
    return ModuleFacts(tuple(_imports_in(tree, path)), public, tuple(_functions_in(tree)))


def _imports_in(tree: ast.Module, path: Path) -> Iterator[tuple[str, tuple[str, ...]]]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from ((alias.name, ()) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: import by full name"
            yield node.module or "", tuple(alias.name for alias in node.names)


def _functions_in(tree: ast.Module) -> Iterator[tuple[str, str]]:
    for node in tree.body:
        if isinstance(node, ast.FunctionDef):
            yield "", node.name
        elif isinstance(node, ast.ClassDef) and "QuerySet" not in node.name:
            for method in node.body:
                if isinstance(method, ast.FunctionDef):
                    decorators = {ast.unparse(each) for each in method.decorator_list}
                    if not decorators & {"property", "cached_property"}:
                        yield node.name, method.name


def imports_of(path: Path) -> tuple[tuple[str, tuple[str, ...]], ...]:
    return facts_of(path).imports


@cache
def rooms_imported(path: Path) -> frozenset[str]:
    rooms: set[str] = set()
    for module, names in imports_of(path):
        if module == "citations":
            rooms.update(names)
        elif module.startswith("citations."):
            rooms.add(module.split(".")[1])
    return frozenset(rooms)


def templates() -> list[Path]:
    return sorted(path for path in TEMPLATES.rglob("*") if path.is_file())


@cache
def text_of_module(path: Path) -> str:
    return path.read_text()
