"""A document's headline is its first line, and errors are translated when they are shown."""

import pytest

from citations.documents import document
from citations.documents.document import MAX_HEADLINE, UnreadableDocumentError, first_line


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("\n  \n A   head\tline \nmore", "A head line"),
        ("", ""),
        (" \n ", ""),
        ("x" * 600, "x" * 500),
    ],
)
def test_the_first_line_that_is_not_blank_is_the_headline(text: str, line: str) -> None:
    assert first_line(text) == line
    assert len(line) <= MAX_HEADLINE


def test_an_error_is_translated_when_it_is_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    problem = UnreadableDocumentError(
        "%(host)s answered with status %(status)d.", host="a%b", status=5
    )
    assert str(problem) == "a%b answered with status 5."
    monkeypatch.setattr(document, "gettext", lambda message: f"<{message}>")
    assert str(problem) == "<a%b answered with status 5.>"


def test_an_error_without_values_may_hold_a_percent_sign() -> None:
    assert str(UnreadableDocumentError("Only 5 % of it.")) == "Only 5 % of it."
