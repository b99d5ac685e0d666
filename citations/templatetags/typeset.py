"""How dates, names, languages and verdicts are set on a page."""

import re
from collections.abc import Iterable
from typing import Protocol

from django import template
from django.conf.locale import LANG_INFO
from django.utils.html import format_html
from django.utils.safestring import SafeString

from citations.models import Speaker, SpeakerName, Verdict
from citations.text.dates import in_words

register = template.Library()
register.filter("in_words", in_words)

# The precisions of EDTF that are ISO 8601 too, and so can stand in a `datetime` attribute.
ISO_DATE = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-\d\d)?)?")  # -21 to -41 are seasons


class Counted(Protocol):
    count: int


MEANINGS = {
    Verdict.VERBATIM: "The source prints exactly these words.",
    Verdict.TYPOGRAPHIC: (
        "The source prints the same words in the same order; only marks, spaces or a capital "
        "letter differ."
    ),
    Verdict.ABRIDGED: "Words of the source are left out or put in, and are marked as such.",
    Verdict.ALTERED: "The source prints other words than these.",
    Verdict.ABSENT: "These words were not found in the source.",
}
UNCHECKED = "Nobody has compared these words with the source yet."


@register.simple_tag
def when(edtf: str) -> SafeString | str:
    """A date in words; where it is also an ISO date, machines can read it."""
    if ISO_DATE.fullmatch(edtf):
        return format_html('<time datetime="{}">{}</time>', edtf, in_words(edtf))
    return in_words(edtf)


@register.inclusion_tag("citations/_seal.html")
def seal(verdict: str, url: str = "") -> dict[str, str]:
    """The sign of a verdict with its word beside it, leading to what was checked."""
    known = Verdict(verdict) if verdict else None
    return {
        "verdict": verdict or "unchecked",
        "label": known.label if known else "Not checked",
        "url": url,
    }


@register.filter
def meaning(verdict: str) -> str:
    """What a verdict says, in a sentence."""
    return MEANINGS[Verdict(verdict)] if verdict else UNCHECKED


@register.filter
def family_marked(name: SpeakerName) -> SafeString:
    """The name as it is written, its family name in an element of its own."""
    before, family, after = name.name.partition(name.family) if name.family else (name.name, "", "")
    if not family:
        return format_html("{}", name.name)
    return format_html('{}<span class="family">{}</span>{}', before, family, after)


@register.filter
def shown_name(speaker: Speaker) -> SafeString:
    """The name under which the speaker is shown, with the family name marked if it is known."""
    same = (name for name in speaker.names.all() if name.name == speaker.name)
    return family_marked(next(same, SpeakerName(name=speaker.name)))


@register.filter
def language_name(tag: str) -> str:
    """The English name of a BCP 47 language, or the tag where there is none to give."""
    known = LANG_INFO.get(tag.lower()) or LANG_INFO.get(tag.lower().split("-")[0], {})
    return str(known.get("name", tag))


@register.filter
def share_of(count: int, counted: Iterable[Counted]) -> int:
    """A count in per cent of the highest of them, for the height of a bar."""
    return 100 * count // max(one.count for one in counted)


@register.filter
def rest(share: float) -> float:
    """What is left of a hundred: a bar's top, for charts are drawn downwards."""
    return round(100 - share, 2)


@register.filter
def times(number: int, factor: int) -> int:
    return number * factor
