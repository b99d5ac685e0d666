"""Works out what merging two records would change, before anything is changed."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext, ngettext_lazy

from citations.curation.merging.change_set import ChangeSet
from citations.models import (
    Appearance,
    Article,
    MergeKind,
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

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise as StrPromise

# Records of each kind that the preview names; the rest are only counted.
MOST_NAMED = 5
# Quotes named as obstacles.
MOST_PROBLEMS = 5

QUOTES = ngettext_lazy("%(count)d quote", "%(count)d quotes", "count")
CORRECTIONS = ngettext_lazy("%(count)d correction", "%(count)d corrections", "count")
OFFICES = ngettext_lazy("%(count)d office", "%(count)d offices", "count")
NAMES = ngettext_lazy("%(count)d name", "%(count)d names", "count")
PROPOSALS = ngettext_lazy("%(count)d proposal", "%(count)d proposals", "count")
SPEAKERS = ngettext_lazy("%(count)d merged speaker", "%(count)d merged speakers", "count")
ARTICLES = ngettext_lazy("%(count)d article", "%(count)d articles", "count")
COPIES = ngettext_lazy("%(count)d copy", "%(count)d copies", "count")
APPEARANCES = ngettext_lazy("%(count)d appearance", "%(count)d appearances", "count")
RELATIONS = ngettext_lazy("%(count)d relation", "%(count)d relations", "count")
RELATIONS_OF_OTHERS = ngettext_lazy(
    "%(count)d relation of another quote", "%(count)d relations of other quotes", "count"
)


@dataclass
class MergePlan:
    """What a merge does, as sentences (`moves`) and as changes; or why it is impossible."""

    kept: Any
    merged: Any
    change_set: ChangeSet = field(default_factory=ChangeSet)
    moves: list[str] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)
    to_add: list[Any] = field(default_factory=list)
    topics: list[Any] = field(default_factory=list)

    def move(self, rows: Iterable[Any], counted: "StrPromise", **columns: Any) -> None:
        """Change the rows' columns. `counted` is one of the plurals above, such as `QUOTES`."""
        rows = list(rows)
        self.change_set.set(rows, **columns)
        if rows:
            names = "; ".join(str(row) for row in rows[:MOST_NAMED])
            more = "; …" if len(rows) > MOST_NAMED else ""
            self.moves.append(f"{counted % {'count': len(rows)}}: {names}{more}")


def plan_merge(kind: str, kept: Any, merged: Any) -> MergePlan:
    plan = MergePlan(kept, merged)
    if kept == merged:
        plan.problems.append(_("Both are the same record: choose two."))
        return plan
    PLANNERS[MergeKind(kind)](plan, kept, merged)
    return plan


# Speakers ------------------------------------------------------------------------------------


def _plan_speakers(plan: MergePlan, kept: Speaker, merged: Speaker) -> None:
    for speaker in (kept, merged):
        if speaker.merged_into:
            plan.problems.append(
                _("%(speaker)s has already been merged into %(other)s.")
                % {"speaker": speaker, "other": speaker.merged_into}
            )
    _check_correct_speakers(plan, kept, merged)
    offices = _same_offices(kept, merged)
    quotes = Quote.objects.filter(speaker=merged)
    for office, same in offices.items():
        plan.change_set.set(quotes.filter(position=office), position_id=same)
    plan.move(quotes, QUOTES, speaker_id=kept.pk)
    corrections = Quote.objects.filter(correct_speaker=merged)
    plan.move(corrections, CORRECTIONS, correct_speaker_id=kept.pk)
    own = Position.objects.filter(speaker=merged).exclude(pk__in=offices)
    plan.move(own, OFFICES, speaker_id=kept.pk)
    _plan_names(plan, kept, merged)
    plan.move(Proposal.objects.filter(speaker=merged), PROPOSALS, speaker_id=kept.pk)
    plan.move(Speaker.objects.filter(merged_into=merged), SPEAKERS, merged_into_id=kept.pk)
    plan.change_set.set([merged], merged_into_id=kept.pk)


def _check_correct_speakers(plan: MergePlan, kept: Speaker, merged: Speaker) -> None:
    both = (kept.pk, merged.pk)
    contradicting = Quote.objects.filter(speaker__in=both, correct_speaker__in=both)
    for quote in contradicting[:MOST_PROBLEMS]:
        plan.problems.append(
            _("Quote %(key)s says that one of them did not say it: correct that first.")
            % {"key": quote.key}
        )


def _same_offices(kept: Speaker, merged: Speaker) -> dict[int, int]:
    """The offices that both have: primary keys, from the merged record's to the kept one's."""
    own = {(office.title, office.start): office.pk for office in kept.positions.all()}
    return {
        office.pk: own[office.title, office.start]
        for office in merged.positions.all()
        if (office.title, office.start) in own
    }


def _plan_names(plan: MergePlan, kept: Speaker, merged: Speaker) -> None:
    """Give the kept speaker all further names; its own preferred name stays the preferred one."""
    known = set(kept.names.values_list("name", flat=True))
    forms = list(merged.names.exclude(name__in=known))
    preferred = [form for form in forms if form.kind == NameKind.PREFERRED]
    plan.change_set.set(preferred, kind=NameKind.ALIAS.value)
    plan.move(forms, NAMES, speaker_id=kept.pk)
    if merged.name not in known | {form.name for form in forms}:
        plan.to_add.append(SpeakerName(speaker=kept, name=merged.name, kind=NameKind.ALIAS))
        plan.moves.append(_("the name “%(name)s”") % {"name": merged.name})


# Publications and articles -------------------------------------------------------------------


def _plan_publications(plan: MergePlan, kept: Publication, merged: Publication) -> None:
    plan.move(merged.articles.all(), ARTICLES, publication_id=kept.pk)


def _plan_articles(plan: MergePlan, kept: Article, merged: Article) -> None:
    """Snapshots are never edited: the kept article gets copies of the merged article's."""
    if kept.derived_from == merged:
        plan.change_set.set([kept], derived_from_id=None)
    plan.move(merged.copies.exclude(pk=kept.pk), COPIES, derived_from_id=kept.pk)
    plan.move(merged.appearances.filter(snapshot=None), APPEARANCES, article_id=kept.pk)
    own = {snapshot.sha256 for snapshot in kept.snapshots.all()}
    for snapshot in merged.snapshots.order_by("pk"):
        if snapshot.sha256 not in own:
            length = len(snapshot.text)
            plan.moves.append(
                ngettext(
                    "a text of %(length)s character", "a text of %(length)s characters", length
                )
                % {"length": f"{length:,}"}
            )
            plan.to_add.append(
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
        plan.moves.append(
            ngettext(
                "%(count)d appearance in its texts", "%(count)d appearances in its texts", count
            )
            % {"count": count}
        )


def move_text_references(plan: MergePlan, kept: Article, merged: Article) -> None:
    """Point appearances and proposals to the kept article's snapshots of the same texts.

    Those that the kept snapshot already has at the same place stay behind.
    """
    same = {snapshot.sha256: snapshot.pk for snapshot in kept.snapshots.all()}
    for snapshot in merged.snapshots.all():
        number = same[snapshot.sha256]
        there = Appearance.objects.filter(snapshot=number).values_list("quote_id", "segments")
        places = {(quote, str(segments)) for quote, segments in there}
        rows = snapshot.appearances.all()
        moving = [row for row in rows if (row.quote_id, str(row.segments)) not in places]
        plan.change_set.set(moving, article_id=kept.pk, snapshot_id=number)
        occupied = set(Proposal.objects.filter(snapshot=number).values_list("start", flat=True))
        proposals = snapshot.proposals.exclude(start__in=occupied)
        plan.change_set.set(proposals, snapshot_id=number)


# Quotes --------------------------------------------------------------------------------------


def _plan_quotes(plan: MergePlan, kept: Quote, merged: Quote) -> None:
    if kept.state == State.REJECTED:
        plan.problems.append(
            _("Quote %(key)s is rejected: keep the other one.") % {"key": kept.key}
        )
    if kept.speaker_id != merged.speaker_id:
        plan.problems.append(
            _("They have two speakers: merge the speakers first, or correct one of the quotes.")
        )
    places = {(row.snapshot_id, str(row.segments)) for row in kept.appearances.all()}
    moving = [
        row
        for row in merged.appearances.all()
        if not row.snapshot_id or (row.snapshot_id, str(row.segments)) not in places
    ]
    plan.move(moving, APPEARANCES, primary=False, quote_id=kept.pk)
    _plan_relations(plan, kept, merged)
    known = set(kept.topics.values_list("pk", flat=True))
    plan.topics = [topic for topic in merged.topics.all() if topic.pk not in known]
    plan.moves += [_("the topic “%(name)s”") % {"name": topic} for topic in plan.topics]
    for name in ("occasion_id", "position_id"):
        if getattr(kept, name) is None:
            plan.change_set.set([kept], **{name: getattr(merged, name)})
    plan.change_set.set([merged], state=State.REJECTED.value)


def _plan_relations(plan: MergePlan, kept: Quote, merged: Quote) -> None:
    """Move relations to other quotes, except those between the two and those already there."""
    known = set(QuoteRelation.objects.values_list("quote", "kind", "other").filter(quote=kept))
    known |= set(QuoteRelation.objects.values_list("quote", "kind", "other").filter(other=kept))
    outgoing = [row for row in merged.relations.all() if row.other_id != kept.pk]
    plan.move(
        [row for row in outgoing if (kept.pk, row.kind, row.other_id) not in known],
        RELATIONS,
        quote_id=kept.pk,
    )
    incoming = [row for row in merged.related_by.all() if row.quote_id != kept.pk]
    plan.move(
        [row for row in incoming if (row.quote_id, row.kind, kept.pk) not in known],
        RELATIONS_OF_OTHERS,
        other_id=kept.pk,
    )


PLANNERS: dict[MergeKind, Any] = {
    MergeKind.SPEAKER: _plan_speakers,
    MergeKind.PUBLICATION: _plan_publications,
    MergeKind.ARTICLE: _plan_articles,
    MergeKind.QUOTE: _plan_quotes,
}
