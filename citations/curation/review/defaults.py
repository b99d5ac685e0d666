"""The initial values of the review form: from the text, and from earlier decisions in it."""

from collections.abc import Iterable
from typing import Any

from citations.curation.rule_explanations import is_speaker_open
from citations.edtf.parsing import parse_edtf
from citations.extraction.multilingual.readers import language_to_read
from citations.models import Appearance, Position, Proposal, Quote, Speaker, SpeakerKind
from citations.text.cleaning.clean import clean


def review_defaults(proposal: Proposal, decided: Iterable[Appearance]) -> dict[str, Any]:
    """The form's values by field; `decided` are the appearances in the same text.

    A speaker is assumed to speak on the same occasion as before, unless the text names another day.
    """
    previous = _previous_quote(proposal, decided)
    occasion = previous.occasion if previous else None
    said = proposal.said or (occasion.date if occasion else "")
    return {
        "speaker": proposal.speaker_id,
        "new_speaker": _new_speaker(proposal),
        "new_kind": _kind_of_new_speaker(proposal),
        "text": joined_wording(proposal),
        "language": proposal.snapshot.article.language,
        "mode": proposal.mode,
        "said": said,
        "event": occasion.event if occasion else "",
        "place": occasion.place if occasion else "",
        "position": office_on(proposal, said),
        "topics": [topic.pk for topic in previous.topics.all()] if previous else [],
        "attribution": proposal.attribution,
        "cue": proposal.cue,
    }


def find_recorded_speaker(proposal: Proposal) -> Speaker | None:
    """The speaker of the proposal, who may have been recorded only after it was made.

    Then it is the only one on record under the name that would be added.
    """
    if proposal.speaker:
        return proposal.speaker
    return Speaker.objects.only_one_named(_new_speaker(proposal))


def _new_speaker(proposal: Proposal) -> str:
    """The name under which the speaker would be added; empty where the curator has to decide."""
    snapshot = proposal.snapshot
    language = language_to_read(snapshot.text, snapshot.article.language)
    if proposal.speaker_id or is_speaker_open(proposal, language):
        return ""
    return proposal.named or proposal.attribution


def _kind_of_new_speaker(proposal: Proposal) -> str:
    """What the printed words show: a last word in lower case is nobody's name."""
    evidence = proposal.rule.partition("+")[2]
    if evidence == "organisation":
        return SpeakerKind.ORGANISATION
    *_first, last = (proposal.named or proposal.attribution or "-").split()
    return SpeakerKind.UNNAMED if last.islower() else SpeakerKind.PERSON


def joined_wording(proposal: Proposal) -> str:
    """The segments as one text, without line ends and note markers.

    A full stop is added where a cue stood between two sentences.
    """
    printed = (span.text_in(proposal.snapshot.text) for span in proposal.spans)
    first, *others = (clean(each).text for each in printed)
    joined = first
    for part in others:
        is_sentence = part[:1].isupper() and joined[-1:].isalnum()
        joined += f"{'.' if is_sentence else ''} {part}"
    return joined


def office_on(proposal: Proposal, said: str) -> Position | None:
    """The office that the speaker surely held on that day, or else on the article's date."""
    days = said or proposal.snapshot.article.published
    if not proposal.speaker or not days:
        return None
    date = parse_edtf(days)
    return proposal.speaker.position_on(date.earliest, date.latest)


def _previous_quote(proposal: Proposal, decided: Iterable[Appearance]) -> Quote | None:
    quotes = [each.quote for each in decided if each.quote.speaker_id == proposal.speaker_id]
    last = quotes[-1] if quotes and proposal.speaker_id else None
    if not last:
        return None
    other_day = last.occasion and proposal.said not in ("", last.occasion.date)
    return None if other_day else last
