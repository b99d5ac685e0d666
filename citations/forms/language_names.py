"""What a language is called."""

from django.conf.locale import LANG_INFO
from django.utils.translation import gettext


def language_name(tag: str) -> str:
    """The name of a BCP 47 language, which Django translates, or the tag if it has no name."""
    known = LANG_INFO.get(tag.lower()) or LANG_INFO.get(tag.lower().split("-")[0], {})
    return gettext(known["name"]) if "name" in known else tag
