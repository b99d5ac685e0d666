"""Parts that every page repeats word for word, rendered once for each language."""

from functools import lru_cache

from django import template
from django.conf import settings
from django.template.loader import render_to_string
from django.urls import get_script_prefix
from django.utils.safestring import SafeString
from django.utils.translation import get_language

register = template.Library()


@register.simple_tag
def render_once(name: str) -> SafeString:
    """A template without a context. The forty messages of the frame take longer than some pages."""
    render = _render.__wrapped__ if settings.DEBUG else _render
    return render(name, get_language(), get_script_prefix())


@lru_cache(maxsize=64)
def _render(name: str, language: str | None, script_prefix: str) -> SafeString:
    return SafeString(render_to_string(name).strip())
