"""Values in fragments are escaped as Django escapes them."""

import pytest
from django.utils.functional import lazystr
from django.utils.html import conditional_escape
from django.utils.safestring import SafeString
from markupsafe import Markup

from citations.jinja2.escaping import EscapingEnvironment, escape_html

VALUES = [
    "", "plain", "日本", "a&b", "<b>", "\"quoted\" 'words'", "&#39; &amp;", "\0\x01", "{{ x }}",
    0, 1234, 1.5, None, True, SafeString("<b>&amp;</b>"), Markup("<i>"), lazystr("a < b"),
]  # fmt: skip


@pytest.mark.parametrize("value", VALUES, ids=repr)
def test_it_escapes_as_django_does(value: object) -> None:
    assert escape_html(value) == conditional_escape(value)
    template = EscapingEnvironment(autoescape=True).from_string("({{ value }})")
    assert template.render(value=value) == f"({conditional_escape(value)})"


@pytest.mark.parametrize(
    "source",
    [
        "{{ value }}",
        "{% macro m(x) %}{{ x }}{% endmacro %}{{ m(value) }}",
        "{% set x = value %}{{ x }}",
        "{% for x in [value] %}{{ x }}{% endfor %}",
        "{{ value if true else '' }}",
        "{{ value|default('') }}",
        "{{ [value][0] }}",
    ],
)
def test_every_way_to_print_a_value_escapes_it_once(source: str) -> None:
    template = EscapingEnvironment(autoescape=True).from_string(source)
    assert template.render(value="<'&\">") == "&lt;&#x27;&amp;&quot;&gt;"


def test_markup_of_the_template_stays_and_texts_in_it_are_escaped() -> None:
    template = EscapingEnvironment(autoescape=True).from_string("<b>{{ '<i>' }}</b>")
    assert template.render() == "<b>&lt;i&gt;</b>"
