"""The page from which a quote's citations are copied, in any style and language."""

from dataclasses import dataclass
from hashlib import sha256

from django import forms
from django.core.cache import cache
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.safestring import SafeString
from django.views.decorators.http import require_safe

from citations.cite.copies import Copy, copies
from citations.cite.engine import CannotCiteError
from citations.cite.markup import clean
from citations.cite.quoted import Quoted
from citations.cite.styles import COMMON, Style, UnknownError, locale_paths, marks_of
from citations.cite.styles import style as style_named
from citations.exchange.citable import citable
from citations.languages import name_of
from citations.models import Quote
from citations.views.references import FORMATS
from citations.views.withdrawn import tells_withdrawn

DEFAULT_STYLE = "apa"
DEFAULT_LOCALE = "en-US"
# What the styles expect whose own file names no language.
LOCALES = {"harvard-cite-them-right": "en-GB"}
SECONDS_KEPT = 24 * 60 * 60


class CitationForm(forms.Form):
    """A style by its name, and a language by its tag; empty ones are the usual."""

    style = forms.CharField(required=False, max_length=100, label="Style")
    named = forms.CharField(required=False, max_length=100, label="Another style, by name")
    locale = forms.CharField(required=False, max_length=20, label="Language")

    def clean(self) -> None:
        name = self.cleaned_data.get("named") or self.cleaned_data.get("style") or DEFAULT_STYLE
        try:
            self.cleaned_data["found"] = style_named(name.strip().lower())
        except UnknownError as error:
            field = "named" if self.cleaned_data.get("named") else "style"
            self.add_error(field, _with_nearest(error))

    def clean_locale(self) -> str:
        tag: str = self.cleaned_data["locale"]
        try:
            marks_of(tag or DEFAULT_LOCALE)
        except UnknownError as error:
            raise ValidationError(_with_nearest(error)) from error
        return tag

    @property
    def chosen(self) -> Style:
        """The style asked for, or the usual one where there is none of that name."""
        found: Style = self.cleaned_data.get("found") or style_named(DEFAULT_STYLE)
        return found

    @property
    def language(self) -> str:
        """The tag asked for, or the one that the style is written for."""
        own = self.chosen.locale or LOCALES.get(self.chosen.name, DEFAULT_LOCALE)
        return self.cleaned_data.get("locale") or (own if own in locale_paths() else DEFAULT_LOCALE)


def _with_nearest(error: UnknownError) -> str:
    return f"{error} Near it: {', '.join(error.near)}." if error.near else str(error)


@dataclass(frozen=True)
class Shown:
    """One thing to copy: as it stands on the page, as it is pasted elsewhere, and as text."""

    name: str
    set: SafeString
    rich: str
    plain: str


@require_safe
@tells_withdrawn()
def quote_citations(request: HttpRequest, key: str) -> HttpResponse:
    """A quote's citations; 404 when there is no such style or language, with the nearest."""
    quote = get_object_or_404(Quote.objects.published().with_record(), key=key)
    form = CitationForm(request.GET)
    is_read = form.is_valid()
    site = request.build_absolute_uri("/").removesuffix("/")
    context = {
        "quote": quote,
        "form": form,
        "styles": COMMON | {form.chosen.name: COMMON.get(form.chosen.name, form.chosen.title)},
        "locales": {tag: f"{name_of(tag)} ({tag})" for tag in locale_paths()},
        "references": {kind: each.label for kind, each in FORMATS.items()},
        "made": [one for each in citable([quote], site) for one in shown(each, form)],
    }
    return render(request, "citations/cite.html", context, status=200 if is_read else 404)


def shown(quoted: Quoted, form: CitationForm) -> list[Shown]:
    """What there is to copy; nothing where the style cannot be run."""
    key = key_of(quoted, form.chosen, form.language)
    made: list[Shown] | None = cache.get(key)
    if made is None:
        try:
            made = [prepared(one) for one in copies(quoted, form.chosen, form.language)]
        except CannotCiteError:
            return []
        cache.set(key, made, SECONDS_KEPT)
    return made


def prepared(copy: Copy) -> Shown:
    on_page, pasted = clean(copy.rich), clean(copy.rich, inline=True)
    return Shown(copy.name, SafeString(on_page), pasted, copy.plain)


def key_of(quoted: Quoted, style: Style, locale: str) -> str:
    """Another one whenever anything that is cited has changed."""
    cited = repr((quoted, style.name, locale))
    return f"cite-{sha256(cited.encode()).hexdigest()}"
