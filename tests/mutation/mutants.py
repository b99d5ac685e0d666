"""All mutants of a module: for each decision that its code makes, the ways to get it wrong."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from functools import singledispatch
from pathlib import Path
from random import Random

COMPARISONS: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.Lt: ast.LtE,
    ast.LtE: ast.Lt,
    ast.Gt: ast.GtE,
    ast.GtE: ast.Gt,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
}
OPERATORS: dict[type[ast.operator], type[ast.operator]] = {
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.FloorDiv,
    ast.Div: ast.Mult,
    ast.FloorDiv: ast.Mult,
    ast.BitAnd: ast.BitOr,
    ast.BitOr: ast.BitAnd,
}
Collection = ast.List | ast.Tuple | ast.Set | ast.Dict
# Nothing is changed that decides nothing, or nothing a test can see: annotations, decorators (with
# the sizes of caches), imports, type aliases, and the names that a module exports.
SILENT_NAMES = {"__all__"}
LONGEST_SHOWN = 60


@dataclass(frozen=True)
class Mutant:
    """One change to a module. `site` numbers the node of its tree, in the order of `_nodes`."""

    path: Path
    line: int
    site: int
    variant: int
    change: str


Change = tuple[str, ast.AST]  # in words, and the node that takes the place of the old one


def mutants_of(path: Path) -> list[list[Mutant]]:
    """The mutants of a module, grouped by the node that they change."""
    groups = []
    for site, (node, _) in enumerate(_nodes(ast.parse(path.read_text()))):
        changes = enumerate(_changes(node))
        line = getattr(node.target if isinstance(node, ast.comprehension) else node, "lineno", 0)
        if group := [Mutant(path, line, site, at, words) for at, (words, _) in changes]:
            groups.append(group)
    return groups


def draw_mutants(paths: list[Path], count: int, seed: int) -> list[Mutant]:
    """Draw mutants of all these modules: one of each node, and of more only once all had one."""
    chance = Random(seed)
    groups = [chance.sample(group, len(group)) for path in paths for group in mutants_of(path)]
    chance.shuffle(groups)
    longest = max(map(len, groups), default=0)
    turns = [group[turn] for turn in range(longest) for group in groups if turn < len(group)]
    return sorted(turns[:count], key=lambda mutant: (mutant.path, mutant.line, mutant.site))


def mutated_tree(mutant: Mutant) -> ast.Module:
    """The tree of the module with this one change."""
    tree = ast.parse(mutant.path.read_text())
    node, replace = list(_nodes(tree))[mutant.site]
    replace(list(_changes(node))[mutant.variant][1])
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


@singledispatch
def _changes(node: ast.AST) -> Iterator[Change]:
    """The ways to get this node wrong, always in the same order."""
    yield from ()


@_changes.register
def _(node: ast.Compare) -> Iterator[Change]:
    for at, operator in enumerate(node.ops):
        ops = [*node.ops[:at], COMPARISONS[type(operator)](), *node.ops[at + 1 :]]
        yield _change(node, ast.Compare(node.left, ops, node.comparators))


@_changes.register
def _(node: ast.BoolOp) -> Iterator[Change]:
    other = ast.Or() if isinstance(node.op, ast.And) else ast.And()
    yield _change(node, ast.BoolOp(other, node.values))
    for at in range(len(node.values)):
        rest = [*node.values[:at], *node.values[at + 1 :]]
        yield _change(node, rest[0] if len(rest) == 1 else ast.BoolOp(node.op, rest))


@_changes.register
def _(node: ast.UnaryOp) -> Iterator[Change]:
    if isinstance(node.op, ast.Not | ast.USub):
        yield _change(node, node.operand)


@_changes.register
def _(node: ast.BinOp) -> Iterator[Change]:
    if _is_text(node.left) or _is_text(node.right):
        yield _change(node, node.left)
        yield _change(node, node.right)
    elif type(node.op) in OPERATORS:
        yield _change(node, ast.BinOp(node.left, OPERATORS[type(node.op)](), node.right))


@_changes.register
def _(node: ast.AugAssign) -> Iterator[Change]:
    yield f"{_shown(node)} left out", ast.Pass()
    if type(node.op) in OPERATORS:
        other = OPERATORS[type(node.op)]()
        yield _change(node, ast.AugAssign(node.target, other, node.value))


@_changes.register
def _(node: ast.Constant) -> Iterator[Change]:
    match node.value:
        case bool():
            yield _change(node, ast.Constant(not node.value))
        case int() | float():
            yield _change(node, ast.Constant(node.value + 1))
            yield _change(node, ast.Constant(node.value - 1))
        case str() if node.value:
            yield _change(node, ast.Constant(""))


def _is_text(node: ast.expr) -> bool:
    is_literal = isinstance(node, ast.Constant) and isinstance(node.value, str)
    return is_literal or isinstance(node, ast.JoinedStr)


@_changes.register
def _(node: ast.If) -> Iterator[Change]:
    yield from _with_condition(node, [True, False])
    if node.orelse:
        yield (
            f"if {_shown(node.test)}: the branch `else` left out",
            ast.If(node.test, node.body, []),
        )


@_changes.register
def _(node: ast.IfExp) -> Iterator[Change]:
    yield _change(node, node.body)
    yield _change(node, node.orelse)


@_changes.register
def _(node: ast.While) -> Iterator[Change]:
    yield from _with_condition(node, [False])


def _with_condition(node: ast.If | ast.While, values: list[bool]) -> Iterator[Change]:
    keyword = type(node).__name__.lower()
    for value in values:
        new = type(node)(ast.Constant(value), node.body, node.orelse)
        yield f"{keyword} {_shown(node.test)} → {keyword} {value}", new


@_changes.register
def _(node: ast.comprehension) -> Iterator[Change]:
    for at, condition in enumerate(node.ifs):
        rest = [*node.ifs[:at], *node.ifs[at + 1 :]]
        words = f"for {_shown(node.target)} if {_shown(condition)} → without the condition"
        yield words, ast.comprehension(node.target, node.iter, rest, node.is_async)


@_changes.register
def _(node: ast.Return) -> Iterator[Change]:
    if node.value and not (isinstance(node.value, ast.Constant) and node.value.value is None):
        yield _change(node, ast.Return(ast.Constant(None)))


@_changes.register(ast.Continue)
@_changes.register(ast.Break)
@_changes.register(ast.Raise)
def _(node: ast.AST) -> Iterator[Change]:
    yield f"{_shown(node)} left out", ast.Pass()


@_changes.register
def _(node: ast.Expr) -> Iterator[Change]:
    if isinstance(node.value, ast.Call):
        yield f"{_shown(node)} left out", ast.Pass()
    if isinstance(node.value, ast.Yield | ast.YieldFrom):
        dropped = ast.YieldFrom(ast.Tuple([], ast.Load()))  # still a generator
        yield f"{_shown(node)} left out", ast.Expr(dropped)


@_changes.register(ast.List)
@_changes.register(ast.Tuple)
@_changes.register(ast.Set)
def _(node: ast.List | ast.Tuple | ast.Set) -> Iterator[Change]:
    """A list, set or tuple of constants loses one of them."""
    if len(node.elts) < 2 or not all(isinstance(each, ast.Constant) for each in node.elts):
        return
    for at, element in enumerate(node.elts):
        rest = [*node.elts[:at], *node.elts[at + 1 :]]
        new = ast.Set(rest) if isinstance(node, ast.Set) else type(node)(rest, node.ctx)
        yield f"{_shown(element)} taken from {_shown(node)}", new


@_changes.register
def _(node: ast.Dict) -> Iterator[Change]:
    """A table loses one of its rows."""
    if len(node.keys) < 2 or not all(isinstance(each, ast.Constant) for each in node.keys):
        return
    for at, key in enumerate(node.keys):
        new = ast.Dict(
            [*node.keys[:at], *node.keys[at + 1 :]], [*node.values[:at], *node.values[at + 1 :]]
        )
        yield f"{_shown(key)} taken from {_shown(node)}", new


@_changes.register
def _(node: ast.Call) -> Iterator[Change]:
    """A list written as "some words".split() loses one of them; any and all change places."""
    match node:
        case ast.Call(
            func=ast.Attribute(value=ast.Constant(value=str(words)), attr="split"), args=[]
        ):
            each = words.split()
            for at, word in enumerate(each):
                new = ast.Constant(" ".join([*each[:at], *each[at + 1 :]]))
                call = ast.Call(ast.Attribute(new, "split", ast.Load()), [], [])
                yield f"{word!r} taken from {_shown(node)}", call
        case ast.Call(func=ast.Name(id="any" | "all" as name)):
            other = ast.Name("all" if name == "any" else "any", ast.Load())
            yield _change(node, ast.Call(other, node.args, node.keywords))
        case ast.Call(func=ast.Name(id="min" | "max" as name)):
            other = ast.Name("max" if name == "min" else "min", ast.Load())
            yield _change(node, ast.Call(other, node.args, node.keywords))


def _change(old: ast.AST, new: ast.AST) -> Change:
    return f"{_shown(old)} → {_shown(new)}", new


def _shown(node: ast.AST) -> str:
    text = " ".join(ast.unparse(ast.fix_missing_locations(node)).split())
    return text if len(text) <= LONGEST_SHOWN else f"{text[:LONGEST_SHOWN]}…"
