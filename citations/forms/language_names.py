"""What a language is called in English."""

from django.conf.locale import LANG_INFO


def language_name(tag: str) -> str:
    """The English name of a BCP 47 language, or the tag where there is none to give."""
    known = LANG_INFO.get(tag.lower()) or LANG_INFO.get(tag.lower().split("-")[0], {})
    return str(known.get("name", tag))
