"""Forms of the pages that cite: a style, a language, and the chosen quotes."""

import re
from collections.abc import Iterable

from django import forms
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from citations.cite.styles.catalogue import (
    COMMON_STYLES,
    CitationStyle,
    UnknownNameError,
    load_quotation_marks,
    load_style,
    locale_paths,
)
from citations.forms.language_names import language_name
from citations.models.base.permanent_keys import ALPHABET, LENGTH

DEFAULT_STYLE = "apa"
DEFAULT_LOCALE = "en-US"
# The languages of styles whose own file names none.
LOCALES = {"harvard-cite-them-right": "en-GB"}
# The most quotes to cite at once: their keys make one address, and servers accept up to 8 kB.
MOST_TOGETHER = 500
LONGEST_ADDED = 6000

# A key, alone or in an address of its quote.
_KEY = re.compile(rf"(?:\S*/quotes/)?([{ALPHABET}]{{{LENGTH}}})(?:/\S*|\.\w+)?", re.IGNORECASE)
_SEPARATORS = re.compile(r"[\s,;]+")


class CitationForm(forms.Form):
    """A style by its name, and a language by its tag; the usual ones if empty."""

    style = forms.CharField(required=False, max_length=100, label=gettext_lazy("Style"))
    named = forms.CharField(
        required=False, max_length=100, label=gettext_lazy("Another style, by name")
    )
    locale = forms.CharField(required=False, max_length=20, label=gettext_lazy("Language"))

    def clean(self) -> None:
        name = self.cleaned_data.get("named") or self.cleaned_data.get("style") or DEFAULT_STYLE
        try:
            # The name of a style is its title in lower case, with hyphens.
            self.cleaned_data["found"] = load_style(slugify(name))
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
        """The style asked for, or the usual one if it is unknown."""
        found: CitationStyle = self.cleaned_data.get("found") or load_style(DEFAULT_STYLE)
        return found

    @property
    def styles(self) -> dict[str, str]:
        """The titles of the common styles and the chosen one, by name."""
        name = self.chosen.name
        return COMMON_STYLES | {name: COMMON_STYLES.get(name, self.chosen.title)}

    @property
    def locales(self) -> dict[str, str]:
        """The names of the languages, by tag."""
        return {tag: f"{language_name(tag)} ({tag})" for tag in locale_paths()}

    @property
    def language(self) -> str:
        """The tag asked for, or that of the style's own language."""
        own = self.chosen.locale or LOCALES.get(self.chosen.name, DEFAULT_LOCALE)
        return self.cleaned_data.get("locale") or (own if own in locale_paths() else DEFAULT_LOCALE)


def _with_nearest(error: UnknownNameError) -> str:
    if not error.suggestions:
        return str(error)
    return _("%(error)s Similar names: %(names)s.") % {
        "error": error,
        "names": ", ".join(error.suggestions),
    }


class CollectionForm(CitationForm):
    """The keys of chosen quotes, and one change: add, move up or down, or remove.

    `keys` are those that could be read, in their order and without repetitions.
    """

    quotes = forms.CharField(required=False, label=gettext_lazy("Quotations"))
    add = forms.CharField(required=False, max_length=LONGEST_ADDED, label=gettext_lazy("Add more"))
    up = forms.CharField(required=False, max_length=LENGTH)
    down = forms.CharField(required=False, max_length=LENGTH)
    remove = forms.CharField(required=False, max_length=LENGTH)

    keys: tuple[str, ...] = ()

    def clean_quotes(self) -> str:
        return self._read_keys(self.cleaned_data["quotes"])

    def clean_add(self) -> str:
        return self._read_keys(self.cleaned_data["add"])

    def _read_keys(self, text: str) -> str:
        """Add the keys in the text, also from addresses of quotes. Rejects other words."""
        words = _SEPARATORS.split(text.strip()) if text.strip() else []
        found = [(word, _KEY.fullmatch(word)) for word in words]
        self.keys = tuple(dict.fromkeys([*self.keys, *(m[1].upper() for _, m in found if m)]))
        if unread := [word for word, match in found if not match]:
            raise ValidationError(
                _("“%(word)s” is not a key or an address of a quotation.")
                % {"word": unread[0][:60]}
            )
        if len(self.keys) > MOST_TOGETHER:
            number, self.keys = len(self.keys), self.keys[:MOST_TOGETHER]
            raise ValidationError(
                _("At most %(most)s quotations can be cited at once, not %(number)s: remove some.")
                % {"most": MOST_TOGETHER, "number": number}
            )
        return text

    @property
    def is_change(self) -> bool:
        return any(self.cleaned_data.get(name) for name in ("add", "up", "down", "remove"))

    @property
    def keys_after_change(self) -> list[str]:
        keys, asked = list(self.keys), self.cleaned_data
        if asked["remove"] in keys:
            keys.remove(asked["remove"])
        for key, step in ((asked["up"], -1), (asked["down"], 1)):
            if key in keys:
                at = keys.index(key)
                keys.insert(max(at + step, 0), keys.pop(at))
        return keys

    def address(self, keys: Iterable[str]) -> str:
        """The address of the collection of these quotes, in the same style and language."""
        asked = {"quotes": ",".join(keys)}
        if self.cleaned_data.get("style") or self.cleaned_data.get("named"):
            asked["style"] = self.chosen.name
        if self.cleaned_data.get("locale"):
            asked["locale"] = self.cleaned_data["locale"]
        return f"{reverse('collection')}?{urlencode(asked)}".replace("%2C", ",")
