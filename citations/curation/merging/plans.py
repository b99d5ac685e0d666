"""What moves when two records are one: worked out before anything is done."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from citations.curation.merging.journal import Journal
from citations.models import (
    Appearance,
    Article,
    Merged,
    NameKind,
    Position,
    Proposal,
    Publication,
    Quote,
    QuoteRelation,
    Snapshot,
    Speaker,
    SpeakerName,
    State,
)

# Of what moves, so many are named.
SHOWN = 5


@dataclass
class Plan:
    """What a merge does, in words and as changes; or why it cannot be done."""

    kept: Any
    merged: Any
    journal: Journal = field(default_factory=Journal)
    moves: list[str] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)
    to_add: list[Any] = field(default_factory=list)
    topics: list[Any] = field(default_factory=list)

    def move(self, rows: Iterable[Any], what: str, **columns: Any) -> None:
        """Have the rows belong to the other record, and say how many they are."""
        rows = list(rows)
        self.journal.set(rows, **columns)
        if rows:
            shown = "; ".join(str(row) for row in rows[:SHOWN])
            more = "; …" if len(rows) > SHOWN else ""
            self.moves.append(f"{len(rows)} {what}{'' if len(rows) == 1 else 's'}: {shown}{more}")


def plan(kind: str, kept: Any, merged: Any) -> Plan:
    """What merging one record into another does; nothing is changed by it."""
    made = Plan(kept, merged)
    if kept == merged:
        made.problems.append("These are one record: choose two.")
        return made
    MAKERS[Merged(kind)](made, kept, merged)
    return made


# Speakers ------------------------------------------------------------------------------------


def _speakers(made: Plan, kept: Speaker, merged: Speaker) -> None:
    for one in (kept, merged):
        if one.merged_into:
            made.problems.append(f"{one} is merged already, into {one.merged_into}.")
    _check_correct_speakers(made, kept, merged)
    offices = _same_offices(kept, merged)
    quotes = Quote.objects.filter(speaker=merged)
    for office, same in offices.items():
        made.journal.set(quotes.filter(position=office), position_id=same)
    made.move(quotes, "quote", speaker_id=kept.pk)
    made.move(
        Quote.objects.filter(correct_speaker=merged), "correction", correct_speaker_id=kept.pk
    )
    own = Position.objects.filter(speaker=merged).exclude(pk__in=offices)
    made.move(own, "office", speaker_id=kept.pk)
    _names(made, kept, merged)
    made.move(Proposal.objects.filter(speaker=merged), "proposal", speaker_id=kept.pk)
    made.move(Speaker.objects.filter(merged_into=merged), "merged speaker", merged_into_id=kept.pk)
    made.journal.set([merged], merged_into_id=kept.pk)


def _check_correct_speakers(made: Plan, kept: Speaker, merged: Speaker) -> None:
    both = (kept.pk, merged.pk)
    for quote in Quote.objects.filter(speaker__in=both, correct_speaker__in=both)[:5]:
        made.problems.append(f"Quote {quote.key} says that one of them did not say it: mend it.")


def _same_offices(kept: Speaker, merged: Speaker) -> dict[int, int]:
    """The offices that both are said to have held, those of the merged by those of the kept."""
    own = {(one.title, one.start): one.pk for one in kept.positions.all()}
    both = [one for one in merged.positions.all() if (one.title, one.start) in own]
    return {one.pk: own[one.title, one.start] for one in both}


def _names(made: Plan, kept: Speaker, merged: Speaker) -> None:
    """Each form of the merged one's name is one of the kept, never the preferred."""
    known = set(kept.names.values_list("name", flat=True))
    forms = list(merged.names.exclude(name__in=known))
    preferred = [form for form in forms if form.kind == NameKind.PREFERRED]
    made.journal.set(preferred, kind=NameKind.ALIAS.value)
    made.move(forms, "name", speaker_id=kept.pk)
    if merged.name not in known | {form.name for form in forms}:
        made.to_add.append(SpeakerName(speaker=kept, name=merged.name, kind=NameKind.ALIAS))
        made.moves.append(f"the name “{merged.name}”")


# Publications and articles -------------------------------------------------------------------


def _publications(made: Plan, kept: Publication, merged: Publication) -> None:
    made.move(merged.articles.all(), "article", publication_id=kept.pk)


def _articles(made: Plan, kept: Article, merged: Article) -> None:
    """Texts are never edited: those of the merged one are taken again as texts of the kept."""
    if kept.derived_from == merged:
        made.journal.set([kept], derived_from_id=None)
    made.move(merged.copies.exclude(pk=kept.pk), "copy", derived_from_id=kept.pk)
    made.move(merged.appearances.filter(snapshot=None), "appearance", article_id=kept.pk)
    own = {each.sha256 for each in kept.snapshots.all()}
    for snapshot in merged.snapshots.order_by("pk"):
        if snapshot.sha256 not in own:
            made.moves.append(f"a text of {len(snapshot.text):,} characters")
            made.to_add.append(
                Snapshot(
                    article=kept,
                    text=snapshot.text,
                    sha256=snapshot.sha256,
                    taken_at=snapshot.taken_at,
                    origin=snapshot.origin,
                )
            )
    count = merged.appearances.exclude(snapshot=None).count()
    if count:
        made.moves.append(f"{count} appearance{'' if count == 1 else 's'} in its texts")


def follow_texts(made: Plan, kept: Article, merged: Article) -> None:
    """Have what stands in a text of the merged article stand in the same text of the kept."""
    same = {each.sha256: each.pk for each in kept.snapshots.all()}
    for snapshot in merged.snapshots.all():
        number = same[snapshot.sha256]
        columns = {"article_id": kept.pk, "snapshot_id": number}
        there = Appearance.objects.filter(snapshot=number).values_list("quote_id", "segments")
        places = {(quote, str(segments)) for quote, segments in there}
        rows = snapshot.appearances.all()
        moving = [one for one in rows if (one.quote_id, str(one.segments)) not in places]
        made.journal.set(moving, **columns)
        taken = set(Proposal.objects.filter(snapshot=number).values_list("start", flat=True))
        open_ones = snapshot.proposals.exclude(start__in=taken)
        made.journal.set(open_ones, snapshot_id=number)


# Quotes --------------------------------------------------------------------------------------


def _quotes(made: Plan, kept: Quote, merged: Quote) -> None:
    if kept.state == State.REJECTED:
        made.problems.append(f"Quote {kept.key} is rejected: keep the other one.")
    if kept.speaker_id != merged.speaker_id:
        made.problems.append("They are of two speakers: merge those first, or mend one of them.")
    places = {(one.snapshot_id, str(one.segments)) for one in kept.appearances.all()}
    moving = [
        one
        for one in merged.appearances.all()
        if not one.snapshot_id or (one.snapshot_id, str(one.segments)) not in places
    ]
    made.move(moving, "appearance", primary=False, quote_id=kept.pk)
    _relations(made, kept, merged)
    known = set(kept.topics.values_list("pk", flat=True))
    made.topics = [topic for topic in merged.topics.all() if topic.pk not in known]
    made.moves += [f"the topic “{topic}”" for topic in made.topics]
    for name in ("occasion_id", "position_id"):
        if getattr(kept, name) is None:
            made.journal.set([kept], **{name: getattr(merged, name)})
    made.journal.set([merged], state=State.REJECTED.value)


def _relations(made: Plan, kept: Quote, merged: Quote) -> None:
    """Those to others; what related the two to each other, or is there already, stays behind."""
    known = set(QuoteRelation.objects.values_list("quote", "kind", "other").filter(quote=kept))
    known |= set(QuoteRelation.objects.values_list("quote", "kind", "other").filter(other=kept))
    told = [one for one in merged.relations.all() if one.other_id != kept.pk]
    made.move(
        [one for one in told if (kept.pk, one.kind, one.other_id) not in known],
        "relation",
        quote_id=kept.pk,
    )
    heard = [one for one in merged.related_by.all() if one.quote_id != kept.pk]
    made.move(
        [one for one in heard if (one.quote_id, one.kind, kept.pk) not in known],
        "relation of another quote",
        other_id=kept.pk,
    )


MAKERS: dict[Merged, Any] = {
    Merged.SPEAKER: _speakers,
    Merged.PUBLICATION: _publications,
    Merged.ARTICLE: _articles,
    Merged.QUOTE: _quotes,
}
