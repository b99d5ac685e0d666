"""What a finding tells the writer, in a sentence or two."""

from collections.abc import Sequence

from citations.comparison.compare import Edit
from citations.drafts.attribution_check import Claim
from citations.drafts.findings import Finding, Flag, Verdict
from citations.edtf.parsing import in_words
from citations.models import Quote, Standing

TOO_SHORT = "Fewer than four words: many may have said them."
UNKNOWN = "That says nothing of whether it was said."
AMBIGUOUS = "On record of {}: name the speaker."
# Changes that are spelled out.
MOST_TOLD = 3
_OF_VERDICT = {
    Verdict.TYPOGRAPHIC: "Only marks, capitals or the final stop differ.",
    Verdict.ABRIDGED: "What is left out or put in is marked.",
    Verdict.OVER_QUOTED: "There is more between the marks than the source quotes.",
    Verdict.PARAPHRASE: "The record is a paraphrase: nobody printed these as the speaker’s words.",
}


def note(finding: Finding, claim: Claim, office: str) -> str:
    """All that is to be told of a quotation whose quote is known; "" where there is nothing.

    `office` is the one that the draft gives and that was not held.
    """
    told = [_OF_VERDICT.get(finding.verdict, "")]
    if finding.verdict in {Verdict.ALTERED, Verdict.OVER_QUOTED}:
        told.append(changes(finding.edits))
    if quote := finding.quote:
        told += [_of_flag(flag, quote, claim, office) for flag in finding.flags]
    return " ".join(filter(None, told))


def changes(edits: Sequence[Edit]) -> str:
    """The words that differ: The source has “not”, and here it is missing."""
    changed = [
        each
        for each in edits
        if each.op != "equal" and each.quoted.casefold() != each.recorded.casefold()
    ]
    told = [_change(each) for each in changed[:MOST_TOLD]]
    more = len(changed) - len(told)
    return " ".join([*told, *([f"{more} more changes."] if more else [])])


def _change(edit: Edit) -> str:
    quoted, recorded = edit.quoted.strip(), edit.recorded.strip()
    if not quoted:
        return f"“{recorded}” is left out."
    if not recorded:
        return f"“{quoted}” is put in."
    return f"“{quoted}” stands for “{recorded}”."


def _of_flag(flag: Flag, quote: Quote, claim: Claim, office: str) -> str:
    match flag:
        case Flag.SPEAKER:
            who = quote.correct_speaker or quote.speaker
            return f"On record as said by {who.name}, not by {claim.printed}."
        case Flag.DATE:
            said = in_words(quote.occasion.date) if quote.occasion else ""
            return f"On record as said {said}, not {in_words(claim.said)}."
        case Flag.POSITION:
            held = str(quote.office or "")
            return f"“{office}” was not the office then{f': it was {held}' if held else ''}."
        case Flag.STANDING:
            return _standing(quote)
        case Flag.GAP:
            return "What is left out turns the sense, or is of another answer."


def _standing(quote: Quote) -> str:
    told = f"It is {quote.get_standing_display().lower()}: {quote.standing_note}"
    if quote.standing == Standing.MISATTRIBUTED and quote.correct_speaker:
        told += f" It was said by {quote.correct_speaker.name}."
    return told
