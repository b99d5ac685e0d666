"""The documentation is true and complete: what it should name it names, and links lead on."""

import re
from pathlib import Path

import pytest
from django.apps import apps

from citations.comparison.verdict import COMPARISON_VERDICTS
from citations.export.file_formats import FORMATS
from citations.forms.quote_filters import SORTS, QuoteFilterSet
from citations.models import Standing
from citations.query.terms import FIELD_EXAMPLES

ROOT = Path(__file__).parent.parent
PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").glob("*.md"))]
DOCS = {path.stem: path.read_text() for path in PAGES}
SETTINGS = re.findall(r'env\.\w+\(\s*"(\w+)"', (ROOT / "project/settings.py").read_text())
COMMANDS = [
    path.stem for path in (ROOT / "citations/management/commands").glob("*.py")
    if path.stem != "__init__"
]  # fmt: skip
TARGETS = re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(), re.MULTILINE)
# README is for newcomers: about 6 kB.
README_BYTES = 8_000


def file_name(path: Path) -> str:
    return str(path.relative_to(ROOT))


@pytest.mark.parametrize("setting", SETTINGS)
def test_running_in_production_names_every_setting(setting: str) -> None:
    assert f"| `{setting}` |" in DOCS["production"]


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_is_in_a_table(command: str) -> None:
    assert f"`manage.py {command}" in DOCS["curating"] + DOCS["production"]


@pytest.mark.parametrize("field", FIELD_EXAMPLES)
def test_searching_names_every_field_of_the_query_language(field: str) -> None:
    assert f"`{field}:" in DOCS["searching"]


@pytest.mark.parametrize(
    "word", [*QuoteFilterSet.base_filters, *SORTS, *COMPARISON_VERDICTS, *Standing.values]
)
def test_searching_names_every_parameter_and_value(word: str) -> None:
    assert f"`{word}`" in DOCS["searching"]


@pytest.mark.parametrize("suffix", FORMATS)
def test_citing_names_every_format(suffix: str) -> None:
    assert f"`.{suffix}`" in DOCS["citing"]


@pytest.mark.parametrize("path", PAGES, ids=file_name)
def test_every_make_target_that_is_named_exists(path: Path) -> None:
    named = re.findall(r"(?:`|^    )make ([a-z]+)", path.read_text(), re.MULTILINE)
    assert set(named) <= set(TARGETS)


@pytest.mark.parametrize("path", PAGES, ids=file_name)
def test_every_command_that_is_named_exists(path: Path) -> None:
    ours = {*COMMANDS, "createsuperuser", "migrate"}
    assert set(re.findall(r"manage\.py ([a-z]+)", path.read_text())) <= ours


@pytest.mark.parametrize("path", PAGES, ids=file_name)
def test_every_link_and_picture_leads_to_a_file(path: Path) -> None:
    for target in re.findall(r"\]\(([^)#\s]+)", path.read_text()):
        if "://" not in target:
            assert (path.parent / target).exists(), target


@pytest.mark.parametrize("path", PAGES, ids=file_name)
def test_every_file_that_is_named_exists(path: Path) -> None:
    for name in re.findall(r"`((?:citations|tests|project|templates)/[\w./-]+)`", path.read_text()):
        assert (ROOT / name).exists(), name
    for module in re.findall(r"`(tests\.benchmarks\.\w+)`|-m (tests[.\w]+)", path.read_text()):
        assert (ROOT / "".join(module).replace(".", "/")).with_suffix(".py").exists(), module


def test_what_curating_calls_a_button_or_a_heading_is_printed_so() -> None:
    pages = [*(ROOT / "templates/admin").rglob("*.html"), *(ROOT / "citations/admin").rglob("*.py")]
    printed = " ".join(path.read_text() for path in pages)
    records = {str(model._meta.verbose_name_plural) for model in apps.get_models()}
    printed += "".join(f'"{name.capitalize()}"' for name in records)
    named = re.findall(r"(?<!\*)\*([^*]+)\*(?!\*)", DOCS["curating"])
    assert len(named) > 20
    for words in (" ".join(each.split()) for each in named):
        assert re.search(rf'["“]{re.escape(words)}["”:]', printed), words


def test_the_readme_is_short_and_begins_with_two_commands() -> None:
    readme = DOCS["README"]
    assert len(readme.encode()) < README_BYTES
    assert re.findall(r"^    (make \w+)", readme, re.MULTILINE) == ["make run", "make test"]


def test_the_readme_leads_to_every_page() -> None:
    for path in (ROOT / "docs").glob("*.md"):
        assert f"docs/{path.name}" in DOCS["README"]


def test_nothing_is_told_twice() -> None:
    """No paragraph and no row of a table stands in two pages."""
    homes: dict[str, set[str]] = {}
    for name, text in DOCS.items():
        for piece in re.split(r"\n\n|\n(?=\|)", text):
            if len(piece) > 120:
                homes.setdefault(" ".join(piece.split()), set()).add(name)
    assert not {piece: names for piece, names in homes.items() if len(names) > 1}
