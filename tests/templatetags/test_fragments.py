"""The bridge from Django's templates to the fragments."""

import pytest
from django.utils.safestring import SafeString
from jinja2 import TemplateNotFound

from citations.templatetags.fragments import render_filter, render_macro


def test_values_are_escaped_as_django_escapes_them() -> None:
    html = render_macro("words.jinja", "name", """<"'&>""", "", "")
    assert html == "&lt;&quot;&#x27;&amp;&gt;"
    assert isinstance(html, SafeString)


def test_an_entity_in_a_text_is_a_text() -> None:
    assert render_macro("words.jinja", "name", "&#39;", "", "") == "&amp;#39;"


def test_a_filter_is_rendered_in_the_active_language() -> None:
    assert render_filter("date", "2022") == '<time datetime="2022">2022</time>'


def test_an_unknown_fragment_is_an_error() -> None:
    with pytest.raises(TemplateNotFound):
        render_macro("nothing.jinja", "name")
