"""Writes the note of a finding: what the writer should check, in a sentence or two."""

from collections.abc import Iterable, Sequence

from django.utils.text import get_text_list
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from citations.comparison.compare import Edit
from citations.comparison.verdict import Verdict
from citations.drafts.attribution_check import AttributionClaim
from citations.drafts.findings import Finding, Flag
from citations.edtf.parsing import date_in_words
from citations.models import Quote, Standing

# Further changes are only counted.
MOST_CHANGES = 3
# Notes that a verdict alone decides.
NOTES = {
    Verdict.TYPOGRAPHIC: gettext_lazy("Only punctuation or capital letters differ."),
    Verdict.ABRIDGED: gettext_lazy("Omissions and additions are marked."),
    Verdict.OVER_QUOTED: gettext_lazy("The quotation marks include more than the source quotes."),
    Verdict.PARAPHRASE: gettext_lazy(
        "The record is a paraphrase: nobody printed these as the speaker’s words."
    ),
    Verdict.UNKNOWN: gettext_lazy("This does not mean that it was never said."),
    Verdict.TOO_SHORT: gettext_lazy("Fewer than four words: many people may have said them."),
}


def compose_note(finding: Finding, claim: AttributionClaim, office: str = "") -> str:
    """The note of a finding; empty when there is nothing to check.

    `office` is the one that the draft gives and that the speaker did not hold.
    """
    sentences = [str(NOTES.get(finding.verdict, ""))]
    if finding.verdict in {Verdict.ALTERED, Verdict.OVER_QUOTED}:
        sentences.append(describe_changes(finding.edits))
    if quote := finding.quote:
        sentences += [_describe_flag(flag, quote, claim, office) for flag in finding.flags]
    return " ".join(filter(None, sentences))


def ambiguity_note(quotes: Iterable[Quote]) -> str:
    names = list(dict.fromkeys(quote.speaker.name for quote in quotes))
    speakers = get_text_list(names, _("or"))
    return _("On record for %(speakers)s: name the speaker.") % {"speakers": speakers}


def describe_changes(edits: Sequence[Edit]) -> str:
    """A sentence for each of the first changes, such as: “not” is missing."""
    changes = [
        each
        for each in edits
        if each.op != "equal" and each.quoted.casefold() != each.recorded.casefold()
    ]
    sentences = [_describe_change(each) for each in changes[:MOST_CHANGES]]
    if more := len(changes) - len(sentences):
        rest = ngettext("%(count)d more change.", "%(count)d more changes.", more)
        sentences.append(rest % {"count": more})
    return " ".join(sentences)


def _describe_change(edit: Edit) -> str:
    words = {"quoted": edit.quoted.strip(), "recorded": edit.recorded.strip()}
    if not words["quoted"]:
        return _("“%(recorded)s” is missing.") % words
    if not words["recorded"]:
        return _("“%(quoted)s” is added.") % words
    return _("“%(quoted)s” replaces “%(recorded)s”.") % words


def _describe_flag(flag: Flag, quote: Quote, claim: AttributionClaim, office: str) -> str:
    match flag:
        case Flag.SPEAKER:
            speaker = quote.correct_speaker or quote.speaker
            return _("On record as said by %(speaker)s, not by %(claimed)s.") % {
                "speaker": speaker.name,
                "claimed": claim.printed,
            }
        case Flag.DATE:
            return _("On record as said %(date)s, not %(claimed)s.") % {
                "date": date_in_words(quote.occasion.date) if quote.occasion else "",
                "claimed": date_in_words(claim.said),
            }
        case Flag.POSITION:
            return _describe_office(quote, office)
        case Flag.STANDING:
            return _describe_standing(quote)
        case Flag.GAP:
            return _("The omission changes the meaning, or joins separate answers.")


def _describe_office(quote: Quote, claimed: str) -> str:
    if actual := str(quote.office or ""):
        return _("The speaker’s office then was not “%(claimed)s” but %(actual)s.") % {
            "claimed": claimed,
            "actual": actual,
        }
    return _("The speaker’s office then was not “%(claimed)s”.") % {"claimed": claimed}


def _describe_standing(quote: Quote) -> str:
    sentence = _("It is %(standing)s: %(note)s") % {
        "standing": quote.get_standing_display().lower(),
        "note": quote.standing_note,
    }
    if quote.standing == Standing.MISATTRIBUTED and quote.correct_speaker:
        said_by = _("It was said by %(speaker)s.") % {"speaker": quote.correct_speaker.name}
        return f"{sentence} {said_by}"
    return sentence
