"""The README is true: what it should name, it names."""

import re
from pathlib import Path

import pytest

from citations.comparison.verdict import COMPARISON_VERDICTS
from citations.forms.quote_filters import SORTS, QuoteFilterSet
from citations.models import Standing
from citations.query.terms import FIELD_EXAMPLES

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text()
SETTINGS = re.findall(r'env\.\w+\(\s*"(\w+)"', (ROOT / "project/settings.py").read_text())
COMMANDS = [
    path.stem for path in (ROOT / "citations/management/commands").glob("*.py")
    if path.stem != "__init__"
]  # fmt: skip


@pytest.mark.parametrize("setting", SETTINGS)
def test_it_names_every_setting(setting: str) -> None:
    assert f"| `{setting}` |" in README


@pytest.mark.parametrize("command", COMMANDS)
def test_it_names_every_command(command: str) -> None:
    assert f"`manage.py {command}" in README


@pytest.mark.parametrize("field", FIELD_EXAMPLES)
def test_it_names_every_field_of_the_query_language(field: str) -> None:
    assert f"`{field}:" in README


@pytest.mark.parametrize(
    "word", [*QuoteFilterSet.base_filters, *SORTS, *COMPARISON_VERDICTS, *Standing.values]
)
def test_it_names_every_parameter_and_value(word: str) -> None:
    assert f"`{word}`" in README


def test_its_commands_exist() -> None:
    targets = re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(), re.MULTILINE)
    named = re.findall(r"(?:`|^    )make ([a-z]+)", README, re.MULTILINE)
    assert {"run", "test", "help"} <= set(named) <= set(targets)
