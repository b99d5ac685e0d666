"""How dates, names, numbers, languages, marks and verdicts are set on a page."""

import html
import re
from collections.abc import Iterable
from functools import cache, lru_cache

from django import template
from django.template.loader import render_to_string
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import ngettext

from citations.comparison.verdict import Verdict
from citations.edtf.parsing import in_words
from citations.forms.language_names import language_name
from citations.models import Speaker, SpeakerName
from citations.models.appearances import primary_appearance
from citations.models.verdicts import verdict_label
from citations.search.highlighting import HighlightFragment
from citations.text.languages import direction_of
from citations.text.spans import Span

register = template.Library()
register.filter("in_words", in_words)
register.filter("language_name", language_name)
register.filter("direction", direction_of)
register.filter("primary_appearance", primary_appearance)

# The precisions of EDTF that are ISO 8601 too, and so can stand in a `datetime` attribute.
ISO_DATE = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-\d\d)?)?")  # -21 to -41 are seasons


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
ENDS = (".", "?", "!", "…", "。", "？", "！", "؟")
# Code points shown on each side of a passage.
MOST_AROUND = 160
UNCHECKED = "Nobody has compared these words with the source yet."


def escaped(text: str) -> str:
    """The text for use in HTML, also in attributes; Django's own takes three times as long."""
    return text if isinstance(text, SafeString) else html.escape(text)


@register.simple_tag
@lru_cache(maxsize=8192)
def when(edtf: str) -> SafeString | str:
    """A date in words; where it is also an ISO date, machines can read it."""
    if ISO_DATE.fullmatch(edtf):
        return format_html('<time datetime="{}">{}</time>', edtf, in_words(edtf))
    return in_words(edtf)


@register.simple_tag
def passage(text: str, span: Span, before: str = "", after: str = "") -> SafeString:
    """The words at the span, marked, with what stands around them, and around the text."""
    whole = f"{before}{text}{after}"
    first, last = len(before) + span.start, len(before) + span.end
    start, end = max(0, first - MOST_AROUND), min(len(whole), last + MOST_AROUND)
    return format_html(
        "…{}<mark>{}</mark>{}…" if before or after or start else "{}<mark>{}</mark>{}",
        whole[start:first],
        whole[first:last],
        whole[last:end],
    )


@register.simple_tag
def seal(verdict: str, url: str = "") -> SafeString:
    """The sign of a verdict with its word beside it, leading to what was checked."""
    kind = escaped(verdict or "unchecked")
    if url:
        return SafeString(f'<a class="seal {kind}" href="{escaped(url)}">{_sign(verdict)}</a>')
    return SafeString(f'<span class="seal {kind}">{_sign(verdict)}</span>')


@cache
def _sign(verdict: str) -> SafeString:
    """The same on every page, and there are up to twenty on one."""
    label = verdict_label(verdict)
    return render_to_string("citations/_seal.html", {"verdict": verdict, "label": label})


@register.filter
def marked(pieces: Iterable[HighlightFragment]) -> SafeString:
    """An excerpt, its hits between <mark> and </mark>."""
    # Each piece is escaped by itself; nothing else comes between the marks.
    return SafeString(
        "".join(
            f"<mark>{html.escape(text)}</mark>" if hit else html.escape(text)
            for text, hit in pieces
        )
    )


@register.filter
def grouped(number: int) -> SafeString:
    """A number with its thousands set apart: 1,000,000."""
    return SafeString(f"{number:,}")


@register.filter
def quotation_count(number: int) -> str:
    """`1 quotation`, `1,000 quotations`; on long lists `blocktranslate` would be too slow."""
    words = ngettext("%(number)s quotation", "%(number)s quotations", number)
    return words % {"number": f"{number:,}"}


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
    return family_marked(speaker.shown_form or SpeakerName(name=speaker.name))


@register.filter
def ended(text: str) -> str:
    """The text with a full stop, where no sign of its own ends it."""
    return text if text.rstrip("”’»」』\"'").endswith(ENDS) else f"{text}."


@register.filter
def times(number: int, factor: int) -> int:
    return number * factor
