"""The border of everything that is cited: the style, the language, and which quotes."""

import re
from collections.abc import Iterable

from django import forms
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.text import slugify

from citations.cite.styles.catalogue import (
    COMMON_STYLES,
    CitationStyle,
    UnknownNameError,
    load_quotation_marks,
    locale_paths,
)
from citations.cite.styles.catalogue import load_style as style_named
from citations.forms.language_names import language_name
from citations.models.base.permanent_keys import ALPHABET, LENGTH

DEFAULT_STYLE = "apa"
DEFAULT_LOCALE = "en-US"
# What the styles expect whose own file names no language.
LOCALES = {"harvard-cite-them-right": "en-GB"}
# Quotes that are cited at once: their keys are one address, which servers take up to 8 kB long.
MOST_TOGETHER = 500
LONGEST_ADDED = 6000

# A key, as it is or in an address of its quote.
_KEY = re.compile(rf"(?:\S*/quotes/)?([{ALPHABET}]{{{LENGTH}}})(?:/\S*|\.\w+)?", re.IGNORECASE)
_APART = re.compile(r"[\s,;]+")


class CitationForm(forms.Form):
    """A style by its name, and a language by its tag; empty ones are the usual."""

    style = forms.CharField(required=False, max_length=100, label="Style")
    named = forms.CharField(required=False, max_length=100, label="Another style, by name")
    locale = forms.CharField(required=False, max_length=20, label="Language")

    def clean(self) -> None:
        name = self.cleaned_data.get("named") or self.cleaned_data.get("style") or DEFAULT_STYLE
        try:
            # Their names are their titles, in small letters with hyphens.
            self.cleaned_data["found"] = style_named(slugify(name))
        except UnknownNameError as error:
            field = "named" if self.cleaned_data.get("named") else "style"
            self.add_error(field, _with_nearest(error))

    def clean_locale(self) -> str:
        tag: str = self.cleaned_data["locale"]
        try:
            load_quotation_marks(tag or DEFAULT_LOCALE)
        except UnknownNameError as error:
            raise ValidationError(_with_nearest(error)) from error
        return tag

    @property
    def chosen(self) -> CitationStyle:
        """The style asked for, or the usual one where there is none of that name."""
        found: CitationStyle = self.cleaned_data.get("found") or style_named(DEFAULT_STYLE)
        return found

    @property
    def styles(self) -> dict[str, str]:
        """What to choose from, by name: the common styles and the one chosen."""
        name = self.chosen.name
        return COMMON_STYLES | {name: COMMON_STYLES.get(name, self.chosen.title)}

    @property
    def locales(self) -> dict[str, str]:
        """The languages to choose from, by tag."""
        return {tag: f"{language_name(tag)} ({tag})" for tag in locale_paths()}

    @property
    def language(self) -> str:
        """The tag asked for, or the one that the style is written for."""
        own = self.chosen.locale or LOCALES.get(self.chosen.name, DEFAULT_LOCALE)
        return self.cleaned_data.get("locale") or (own if own in locale_paths() else DEFAULT_LOCALE)


def _with_nearest(error: UnknownNameError) -> str:
    return f"{error} Near it: {', '.join(error.suggestions)}." if error.suggestions else str(error)


class CollectionForm(CitationForm):
    """Chosen quotes by their keys, and one change of them: more, another order, or fewer.

    `keys` are those that could be read, each once, in their order.
    """

    quotes = forms.CharField(required=False, label="Quotations")
    add = forms.CharField(required=False, max_length=LONGEST_ADDED, label="Add more")
    up = forms.CharField(required=False, max_length=LENGTH)
    down = forms.CharField(required=False, max_length=LENGTH)
    remove = forms.CharField(required=False, max_length=LENGTH)

    keys: tuple[str, ...] = ()

    def clean_quotes(self) -> str:
        return self._read(self.cleaned_data["quotes"])

    def clean_add(self) -> str:
        return self._read(self.cleaned_data["add"])

    def _read(self, text: str) -> str:
        """Take what are keys or addresses of quotes; refuses the rest, and too many."""
        words = _APART.split(text.strip()) if text.strip() else []
        found = [(word, _KEY.fullmatch(word)) for word in words]
        self.keys = tuple(dict.fromkeys([*self.keys, *(m[1].upper() for _, m in found if m)]))
        if unread := [word for word, match in found if not match]:
            raise ValidationError(f"“{unread[0][:60]}” is no key and no address of a quotation.")
        if len(self.keys) > MOST_TOGETHER:
            much = f"At most {MOST_TOGETHER} can be cited at once, and these are {len(self.keys)}"
            self.keys = self.keys[:MOST_TOGETHER]
            raise ValidationError(f"{much}: leave some out.")
        return text

    @property
    def is_change(self) -> bool:
        return any(self.cleaned_data.get(name) for name in ("add", "up", "down", "remove"))

    @property
    def changed(self) -> list[str]:
        """The keys after the change that is asked for."""
        keys, asked = list(self.keys), self.cleaned_data
        if asked["remove"] in keys:
            keys.remove(asked["remove"])
        for key, step in ((asked["up"], -1), (asked["down"], 1)):
            if key in keys:
                at = keys.index(key)
                keys.insert(max(at + step, 0), keys.pop(at))
        return keys

    def address(self, keys: Iterable[str]) -> str:
        """The collection of these quotes, in the style and language asked for."""
        asked = {"quotes": ",".join(keys)}
        if self.cleaned_data.get("style") or self.cleaned_data.get("named"):
            asked["style"] = self.chosen.name
        if self.cleaned_data.get("locale"):
            asked["locale"] = self.cleaned_data["locale"]
        return f"{reverse('collection')}?{urlencode(asked)}".replace("%2C", ",")
