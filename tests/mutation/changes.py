"""The ways to get a node of the tree wrong: a comparison turned round, a branch left out."""

import ast
from collections.abc import Iterator
from functools import singledispatch

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
LONGEST_SHOWN = 60
TAKEN_FROM = " taken from "  # in the words of a change that leaves out an entry of a list
Change = tuple[str, ast.AST]  # in words, and the node that takes the place of the old one


@singledispatch
def changes_of(node: ast.AST) -> Iterator[Change]:
    """The ways to get this node wrong, always in the same order."""
    yield from ()


@changes_of.register
def _(node: ast.Compare) -> Iterator[Change]:
    for at, operator in enumerate(node.ops):
        ops = [*node.ops[:at], COMPARISONS[type(operator)](), *node.ops[at + 1 :]]
        yield _change(node, ast.Compare(node.left, ops, node.comparators))


@changes_of.register
def _(node: ast.BoolOp) -> Iterator[Change]:
    other = ast.Or() if isinstance(node.op, ast.And) else ast.And()
    yield _change(node, ast.BoolOp(other, node.values))
    for at in range(len(node.values)):
        rest = [*node.values[:at], *node.values[at + 1 :]]
        yield _change(node, rest[0] if len(rest) == 1 else ast.BoolOp(node.op, rest))


@changes_of.register
def _(node: ast.UnaryOp) -> Iterator[Change]:
    if isinstance(node.op, ast.Not | ast.USub):
        yield _change(node, node.operand)


@changes_of.register
def _(node: ast.BinOp) -> Iterator[Change]:
    if _is_text(node.left) or _is_text(node.right):
        yield _change(node, node.left)
        yield _change(node, node.right)
    elif type(node.op) in OPERATORS:
        yield _change(node, ast.BinOp(node.left, OPERATORS[type(node.op)](), node.right))


@changes_of.register
def _(node: ast.AugAssign) -> Iterator[Change]:
    yield f"{_shown(node)} left out", ast.Pass()
    if type(node.op) in OPERATORS:
        other = OPERATORS[type(node.op)]()
        yield _change(node, ast.AugAssign(node.target, other, node.value))


@changes_of.register
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


@changes_of.register
def _(node: ast.If) -> Iterator[Change]:
    yield from _with_condition(node, [True, False])
    if node.orelse:
        yield (
            f"if {_shown(node.test)}: the branch `else` left out",
            ast.If(node.test, node.body, []),
        )


@changes_of.register
def _(node: ast.IfExp) -> Iterator[Change]:
    yield _change(node, node.body)
    yield _change(node, node.orelse)


@changes_of.register
def _(node: ast.While) -> Iterator[Change]:
    yield from _with_condition(node, [False])


def _with_condition(node: ast.If | ast.While, values: list[bool]) -> Iterator[Change]:
    keyword = type(node).__name__.lower()
    for value in values:
        new = type(node)(ast.Constant(value), node.body, node.orelse)
        yield f"{keyword} {_shown(node.test)} → {keyword} {value}", new


@changes_of.register
def _(node: ast.comprehension) -> Iterator[Change]:
    for at, condition in enumerate(node.ifs):
        rest = [*node.ifs[:at], *node.ifs[at + 1 :]]
        words = f"for {_shown(node.target)} if {_shown(condition)} → without the condition"
        yield words, ast.comprehension(node.target, node.iter, rest, node.is_async)


@changes_of.register
def _(node: ast.Return) -> Iterator[Change]:
    if node.value and not (isinstance(node.value, ast.Constant) and node.value.value is None):
        yield _change(node, ast.Return(ast.Constant(None)))


@changes_of.register(ast.Continue)
@changes_of.register(ast.Break)
@changes_of.register(ast.Raise)
def _(node: ast.AST) -> Iterator[Change]:
    yield f"{_shown(node)} left out", ast.Pass()


@changes_of.register
def _(node: ast.Expr) -> Iterator[Change]:
    if isinstance(node.value, ast.Call):
        yield f"{_shown(node)} left out", ast.Pass()
    if isinstance(node.value, ast.Yield | ast.YieldFrom):
        dropped = ast.YieldFrom(ast.Tuple([], ast.Load()))  # still a generator
        yield f"{_shown(node)} left out", ast.Expr(dropped)


@changes_of.register(ast.List)
@changes_of.register(ast.Tuple)
@changes_of.register(ast.Set)
def _(node: ast.List | ast.Tuple | ast.Set) -> Iterator[Change]:
    """A list, set or tuple of constants loses one of them."""
    if len(node.elts) < 2 or not all(isinstance(each, ast.Constant) for each in node.elts):
        return
    for at, element in enumerate(node.elts):
        rest = [*node.elts[:at], *node.elts[at + 1 :]]
        new = ast.Set(rest) if isinstance(node, ast.Set) else type(node)(rest, node.ctx)
        yield f"{_shown(element)}{TAKEN_FROM}{_shown(node)}", new


@changes_of.register
def _(node: ast.Dict) -> Iterator[Change]:
    """A table loses one of its rows."""
    if len(node.keys) < 2 or not all(isinstance(each, ast.Constant) for each in node.keys):
        return
    for at, key in enumerate(node.keys):
        new = ast.Dict(
            [*node.keys[:at], *node.keys[at + 1 :]], [*node.values[:at], *node.values[at + 1 :]]
        )
        yield f"{_shown(key)}{TAKEN_FROM}{_shown(node)}", new


@changes_of.register
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
                yield f"{word!r}{TAKEN_FROM}{_shown(node)}", call
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
