"""The environment of the fragments: escaped, translated and quick."""

from collections.abc import Iterator
from contextlib import contextmanager
from unittest import mock

import pytest
from django.template import engines
from jinja2 import Environment

from citations.jinja2 import environment as module


@pytest.fixture
def fragments() -> Environment:
    return engines["jinja2"].env  # type: ignore[attr-defined]


@contextmanager
def brackets() -> Iterator[None]:
    """A language in which every message is in brackets."""
    with mock.patch("django.utils.translation._trans.gettext", "[{}]".format):
        yield


def test_everything_is_escaped(fragments: Environment) -> None:
    assert fragments.from_string("{{ text }}").render(text="<b>") == "&lt;b&gt;"


def test_blocks_leave_no_empty_lines(fragments: Environment) -> None:
    assert fragments.from_string("a\n  {% if true %}\nb\n  {% endif %}\nc").render() == "a\nb\nc"


def test_messages_are_translated_when_they_are_rendered(fragments: Environment) -> None:
    template = fragments.from_string("{{ _('Cite') }}")
    assert template.render() == "Cite"
    with brackets():
        assert template.render() == "[Cite]"
    assert template.render() == "Cite"


def test_cached_signs_are_translated_too(fragments: Environment) -> None:
    sign = fragments.filters["verdict_sign"]
    assert "[" not in sign("verbatim", "en")
    with brackets():
        assert "[Verbatim]" in sign("verbatim", "bracketed")
    assert "[" not in sign("verbatim", "en")


def test_a_cached_macro_is_rendered_once_for_each_value_and_language() -> None:
    with mock.patch.object(module, "SafeString", wraps=module.SafeString) as rendered:
        environment: Environment = engines["jinja2"].env  # type: ignore[attr-defined]
        date = module.cached_macro(environment, "date.jinja", "date")
        assert [date("2022", "en"), date("2022", "en"), date("2022", "ja"), date("2023", "en")]
        assert rendered.call_count == 3


def test_every_fragment_compiles(fragments: Environment) -> None:
    names = fragments.list_templates()
    assert "result_lines.jinja" in names
    for name in names:
        assert fragments.get_template(name).module
