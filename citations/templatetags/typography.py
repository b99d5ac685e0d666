"""How pages write dates, names, numbers, languages and verdicts."""

from django import template
from django.utils.functional import Promise
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from citations.comparison.verdict import Verdict
from citations.edtf.parsing import date_in_words
from citations.forms.language_names import language_name
from citations.models import Speaker, SpeakerName
from citations.models.appearances import primary_appearance
from citations.templatetags.fragments import render_filter, render_macro
from citations.text.languages import direction_of
from citations.text.spans import Span

register = template.Library()
register.filter("in_words", date_in_words)
register.filter("language_name", language_name)
register.filter("direction", direction_of)
register.filter("primary_appearance", primary_appearance)

MEANINGS: dict[Verdict, str | Promise] = {
    Verdict.VERBATIM: _("The source prints exactly these words."),
    Verdict.TYPOGRAPHIC: _(
        "The source prints the same words in the same order; only punctuation, spaces or capital "
        "letters differ."
    ),
    Verdict.ABRIDGED: _("Words of the source are omitted or inserted, and this is indicated."),
    Verdict.ALTERED: _("The source prints other words than these."),
    Verdict.ABSENT: _("These words were not found in the source."),
}
NOT_CHECKED_MEANING = _("These words have not been compared with the source yet.")
FINAL_MARKS = (".", "?", "!", "…", "。", "？", "！", "؟")
# Code points shown on each side of a passage.
MOST_AROUND = 160


@register.simple_tag(name="date")
def date_element(edtf: str) -> SafeString:
    """A date in words, which programs can read if it is also an ISO date."""
    return render_filter("date", edtf)


@register.simple_tag(name="passage")
def marked_passage(text: str, span: Span, before: str = "", after: str = "") -> SafeString:
    """The words at the span, marked, with the text around them; `before` and `after` enclose it.

    The text around them may have been cut within a word: its first and last words are left out.
    """
    whole = f"{before}{text}{after}"
    first, last = len(before) + span.start, len(before) + span.end
    start, end = max(0, first - MOST_AROUND), min(len(whole), last + MOST_AROUND)
    lead, tail = whole[start:first], whole[last:end]
    if before or start:
        lead = lead.partition(" ")[2] or lead
    if after or end < len(whole):
        tail = tail.rpartition(" ")[0] or tail
    parts = lead, whole[first:last], tail
    is_part = bool(before or after or start)
    return render_macro("words.jinja", "passage", *parts, is_part)


@register.simple_tag
def seal(verdict: str, url: str = "") -> SafeString:
    """The sign of a verdict with its word, as a link if there is an address."""
    return render_macro("seal.jinja", "seal", verdict, url)


@register.filter
def thousands(number: int) -> str:
    """A number with its thousands separated: 1,000,000."""
    return f"{number:,}"


@register.filter
def quotation_count(number: int) -> str:
    """`1 quotation`, `1,000 quotations`; on long lists `blocktranslate` would be too slow."""
    words = ngettext("%(number)s quotation", "%(number)s quotations", number)
    return words % {"number": f"{number:,}"}


@register.filter
def meaning(verdict: str) -> str:
    """What a verdict means, in a sentence; also what it means that there is none."""
    return str(MEANINGS[Verdict(verdict)] if verdict else NOT_CHECKED_MEANING)


@register.filter
def name_with_family(name: SpeakerName) -> SafeString:
    """The name as it is written, with the family name in an element of its own."""
    before, family, after = name.name.partition(name.family) if name.family else (name.name, "", "")
    return render_macro("words.jinja", "name", before, family, after)


@register.filter
def display_name(speaker: Speaker) -> SafeString:
    """The name under which the speaker is shown, with the family name marked if it is known."""
    return name_with_family(speaker.shown_form or SpeakerName(name=speaker.name))


@register.filter
def with_full_stop(text: str) -> str:
    """The text with a full stop, unless it ends with a final mark of its own."""
    ends = text.rstrip("”’»」』\"'").endswith(FINAL_MARKS)
    return text if ends else f"{text}."


@register.filter
def times(number: int, factor: int) -> int:
    return number * factor
