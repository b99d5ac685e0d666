"""All mutants of a module: for each decision that its code makes, the ways to get it wrong."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from random import Random

from tests.mutation.changes import TAKEN_FROM, changes_of

Collection = ast.List | ast.Tuple | ast.Set | ast.Dict
# Nothing is changed that decides nothing, or nothing a test can see: annotations, decorators (with
# the sizes of caches), imports, type aliases, and the names that a module exports.
SILENT_NAMES = {"__all__"}


@dataclass(frozen=True)
class Mutant:
    """One change to a module. `site` numbers the node of its tree, in the order of `_nodes`."""

    path: Path
    line: int
    site: int
    variant: int
    change: str


def mutants_of(path: Path) -> list[list[Mutant]]:
    """The mutants of a module, grouped by the node that they change."""
    groups = []
    for site, (node, _) in enumerate(_nodes(ast.parse(path.read_text()))):
        changes = enumerate(changes_of(node))
        line = getattr(node.target if isinstance(node, ast.comprehension) else node, "lineno", 0)
        if group := [Mutant(path, line, site, at, words) for at, (words, _) in changes]:
            groups.append(group)
    return groups


def draw_mutants(
    paths: list[Path], count: int, seed: int, only_lists: bool = False
) -> list[Mutant]:
    """Draw mutants of all these modules: one of each node, and of more only once all had one.

    With `only_lists` every mutant lacks one entry of a list, and each entry is as likely.
    """
    chance = Random(seed)
    drawn = [group for path in paths for group in mutants_of(path)]
    if only_lists:
        drawn = [[each] for group in drawn for each in group if TAKEN_FROM in each.change]
    groups = [chance.sample(group, len(group)) for group in drawn]
    chance.shuffle(groups)
    longest = max(map(len, groups), default=0)
    turns = [group[turn] for turn in range(longest) for group in groups if turn < len(group)]
    return sorted(turns[:count], key=lambda mutant: (mutant.path, mutant.line, mutant.site))


def mutated_tree(mutant: Mutant) -> ast.Module:
    """The tree of the module with this one change."""
    tree = ast.parse(mutant.path.read_text())
    node, replace = list(_nodes(tree))[mutant.site]
    replace(list(changes_of(node))[mutant.variant][1])
    return ast.fix_missing_locations(tree)


@dataclass(frozen=True)
class _Place:
    """Where a node hangs in the tree."""

    parent: ast.AST
    field: str
    index: int | None

    def __call__(self, node: ast.AST) -> None:
        if self.index is None:
            setattr(self.parent, self.field, node)
        else:
            getattr(self.parent, self.field)[self.index] = node


def _nodes(parent: ast.AST) -> Iterator[tuple[ast.AST, _Place]]:
    """Every node under this one that decides something, with its place in the tree."""
    for field, value in ast.iter_fields(parent):
        if field in {"annotation", "returns", "decorator_list", "type_params"}:
            continue
        children = value if isinstance(value, list) else [value]
        for at, child in enumerate(children):
            if not isinstance(child, ast.AST) or _is_silent(parent, child):
                continue
            yield child, _Place(parent, field, at if isinstance(value, list) else None)
            yield from _nodes(child)


def _is_silent(parent: ast.AST, node: ast.AST) -> bool:
    match node:
        case ast.Import() | ast.ImportFrom() | ast.Expr(value=ast.Constant()):
            return True
        case ast.Assign(targets=[ast.Name(id=name)]) if name in SILENT_NAMES:
            return True
        case ast.Assign(value=ast.Subscript() | ast.BinOp(op=ast.BitOr()) as value):
            return isinstance(parent, ast.Module) and _is_type(value)
        case ast.If(test=ast.Name(id="TYPE_CHECKING")):
            return True
        case ast.Constant(value=str()):  # a list of words offers to leave one out
            return isinstance(parent, Collection) or getattr(parent, "attr", "") == "split"
    return False


def _is_type(node: ast.expr) -> bool:
    """Whether this is a type, such as `tuple[int, str] | None`, and not a value."""
    match node:
        case ast.BinOp(left=left, right=right, op=ast.BitOr()):
            return _is_type(left) and _is_type(right)
        case ast.Subscript(value=ast.Name(id=name)):
            generics = {"tuple", "list", "dict", "set", "frozenset"}
            return (name[:1].isupper() and not name.isupper()) or name in generics
        case ast.Name(id=name):
            return name[:1].isupper() and not name.isupper()
    return isinstance(node, ast.Constant) and node.value is None
