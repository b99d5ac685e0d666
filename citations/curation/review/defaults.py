"""What a curator finds filled in: what the text says, and what was decided before in it."""

from collections.abc import Iterable
from typing import Any

from citations.edtf.parsing import parse_edtf
from citations.models import Appearance, Position, Proposal, Quote


def prefilled(proposal: Proposal, decided: Iterable[Appearance]) -> dict[str, Any]:
    """The values of the form for an open proposal, by field.

    `decided` are the appearances in the same text, with their quotes and occasions. Who speaks on
    goes on speaking on the same occasion, unless the text names another day.
    """
    before = _before(proposal, decided)
    occasion = before.occasion if before else None
    said = proposal.said or (occasion.date if occasion else "")
    return {
        "speaker": proposal.speaker_id,
        "new_speaker": "" if proposal.speaker_id else proposal.named or proposal.attribution,
        "text": wording(proposal),
        "language": proposal.snapshot.article.language,
        "mode": proposal.mode,
        "said": said,
        "event": occasion.event if occasion else "",
        "place": occasion.place if occasion else "",
        "position": office(proposal, said),
        "topics": [topic.pk for topic in before.topics.all()] if before else [],
        "attribution": proposal.attribution,
        "cue": proposal.cue,
    }


def wording(proposal: Proposal) -> str:
    """The words as one text: where a cue parted two sentences, the comma was the article's."""
    first, *others = (span.of(proposal.snapshot.text) for span in proposal.spans)
    joined = first
    for part in others:
        is_sentence = part[:1].isupper() and joined[-1:].isalnum()
        joined += f"{'.' if is_sentence else ''} {part}"
    return joined


def office(proposal: Proposal, said: str) -> Position | None:
    """The office that the speaker surely held on the day, or on the article's if it is open."""
    days = said or proposal.snapshot.article.published
    if not proposal.speaker or not days:
        return None
    date = parse_edtf(days)
    return proposal.speaker.position_on(date.earliest, date.latest)


def _before(proposal: Proposal, decided: Iterable[Appearance]) -> Quote | None:
    """The quote of the same speaker that was decided last, if the days do not differ."""
    quotes = [each.quote for each in decided if each.quote.speaker_id == proposal.speaker_id]
    last = quotes[-1] if quotes and proposal.speaker_id else None
    if not last:
        return None
    other_day = last.occasion and proposal.said not in ("", last.occasion.date)
    return None if other_day else last
