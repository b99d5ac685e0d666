from pathlib import Path

import pytest

from tests.mutation.mutants import draw_mutants, mutants_of, mutated_tree

CHANGES = [
    ("a < b", ["a < b → a <= b"]),
    ("a == b", ["a == b → a != b"]),
    ("a is None", ["a is None → a is not None"]),
    ("a in b", ["a in b → a not in b"]),
    ("a and b", ["a and b → a or b", "a and b → b", "a and b → a"]),
    ("not a", ["not a → a"]),
    ("a + b", ["a + b → a - b"]),
    ("a & b", ["a & b → a | b"]),
    ("'a' + b", ["'a' + b → 'a'", "'a' + b → b", "'a' → ''"]),
    ("f(7)", ["7 → 8", "7 → 6"]),
    ("f(True)", ["True → False"]),
    ("f('word')", ["'word' → ''"]),
    ("f('')", []),
    ("any(a)", ["any(a) → all(a)"]),
    ("max(a)", ["max(a) → min(a)"]),
    ("a if b else c", ["a if b else c → a", "a if b else c → c"]),
    ("[a for a in b if c]", ["for a if c → without the condition"]),
    ("{'a', 'b'}", ["'a' taken from {'a', 'b'}", "'b' taken from {'a', 'b'}"]),
    ("{'a': b, 'c': d}", ["'a' taken from {'a': b, 'c': d}", "'c' taken from {'a': b, 'c': d}"]),
    ("'a b'.split()", ["'a' taken from 'a b'.split()", "'b' taken from 'a b'.split()"]),
]
STATEMENTS = [
    ("if a: b", ["if a → if True", "if a → if False"]),
    ("for a in b: continue", ["continue left out"]),
    ("while a: break", ["while a → while False", "break left out"]),
    ("def f(): return a", ["return a → return None"]),
    ("def f(): raise a", ["raise a left out"]),
    ("def f(): yield a", ["yield a left out"]),
    ("a.append(b)", ["a.append(b) left out"]),
    ("a += b", ["a += b left out", "a += b → a -= b"]),
    ("if a:\n  b\nelse:\n  c", ["if a → if True", "if a → if False",
                                "if a: the branch `else` left out"]),
]  # fmt: skip
SILENT = [
    "import a",
    "'''A docstring.'''",
    "__all__ = ['a', 'b']",
    "a: Literal['b', 'c']",
    "Pair = tuple[int, Literal['b', 'c']] | None",
    "@lru_cache(maxsize=5)\ndef f(a: list[3]) -> Literal[4]: pass",
]


def changes_of(code: str, folder: Path) -> list[str]:
    module = folder / "module.py"
    module.write_text(code)
    return [mutant.change for group in mutants_of(module) for mutant in group]


@pytest.mark.parametrize(("code", "changes"), CHANGES)
def test_each_decision_of_an_expression_is_changed(
    code: str, changes: list[str], tmp_path: Path
) -> None:
    drawn = changes_of(f"x = {code}", tmp_path)
    assert [each for each in drawn if "(7)" not in each] == changes


@pytest.mark.parametrize(("code", "changes"), STATEMENTS)
def test_each_decision_of_a_statement_is_changed(
    code: str, changes: list[str], tmp_path: Path
) -> None:
    assert changes_of(code, tmp_path) == changes


@pytest.mark.parametrize("code", SILENT)
def test_what_decides_nothing_is_left_alone(code: str, tmp_path: Path) -> None:
    assert changes_of(code, tmp_path) == []


def test_a_mutant_is_the_module_with_one_change(tmp_path: Path) -> None:
    module = tmp_path / "module.py"
    module.write_text("a = [number + 1 for number in range(3) if number]")
    results = []
    for mutant in draw_mutants([module], 100, seed=1):
        names: dict[str, list[int]] = {}
        exec(compile(mutated_tree(mutant), "module.py", "exec"), names)
        results.append((mutant.change, names["a"]))
    assert sorted(results) == [
        ("1 → 0", [1, 2]),
        ("1 → 2", [3, 4]),
        ("3 → 2", [2]),
        ("3 → 4", [2, 3, 4]),
        ("for number if number → without the condition", [1, 2, 3]),
        ("number + 1 → number - 1", [0, 1]),
    ]


def test_the_same_seed_draws_the_same_and_every_decision_before_a_second_change(
    tmp_path: Path,
) -> None:
    module = tmp_path / "module.py"
    module.write_text("\n".join(f"a{n} = {n}" for n in range(10)))
    first = draw_mutants([module], 10, seed=1)
    assert first == draw_mutants([module], 10, seed=1)
    assert first != draw_mutants([module], 10, seed=2)
    assert {mutant.line for mutant in first} == set(range(1, 11))
    assert len(draw_mutants([module], 100, seed=1)) == 20


def test_entries_of_lists_are_drawn_alone(tmp_path: Path) -> None:
    module = tmp_path / "module.py"
    module.write_text("a = 'b c d'.split()\ne = 5\nf = {'g', 'h'}")
    drawn = draw_mutants([module], 100, seed=1, only_lists=True)
    assert sorted(mutant.change[:3] for mutant in drawn) == ["'b'", "'c'", "'d'", "'g'", "'h'"]
