"""From a snapshot to proposals: every quotation in it, and whom and which day it means."""

from bisect import bisect_left
from collections.abc import Iterator

from citations.curation.reanchoring import found_again
from citations.curation.resolution import UNKNOWN, Days, Directory
from citations.edtf.parsing import parse_edtf
from citations.extraction.quotations import Quotation, find_quotations
from citations.models import Appearance, Judgement, Proposal, Snapshot
from citations.text.spans import Span

# The confidence that what nearly prints a quote is that quote.
REWORDED = 0.5


def propose(snapshot: Snapshot, directory: Directory | None = None) -> int:
    """Propose what is quoted in the snapshot and was not judged before; how many it is.

    Left out is what is recorded or proposed at its place, and what is recorded or was turned down
    in another text of the article. Who is meant is looked up in the directory, which whoever takes
    many texts reads once.
    """
    found = find_quotations(snapshot.text, snapshot.article.published)
    known, judged = _known(snapshot), _judged(snapshot)
    left = [
        each
        for each in found
        if not _overlaps(list(each.segments), known) and _words(snapshot, each) not in judged
    ]
    if left:
        directory = directory or Directory.read()
        Proposal.objects.bulk_create(_proposal(snapshot, each, directory) for each in left)
    return len(left) + len(Proposal.objects.bulk_create(_reworded(snapshot, judged)))


def _reworded(snapshot: Snapshot, judged: set[tuple[str, str]]) -> Iterator[Proposal]:
    """What the snapshot nearly prints of quotes that stand in an older text of the article only.

    A curator sees both wordings, and whether it is the same quote.
    """
    older = Appearance.objects.in_older_texts().filter(article=snapshot.article_id)
    for appearance in older.select_related("quote").prefetch_related("snapshot").order_by("pk"):
        spans = found_again(appearance, snapshot.text, nearly=True)
        if not spans or _overlaps(spans, _known(snapshot)):
            continue
        proposal = Proposal(
            snapshot=snapshot,
            mode=appearance.quote.mode,
            attribution=appearance.attribution,
            cue=appearance.cue,
            speaker_id=appearance.quote.speaker_id,
            confidence=REWORDED,
            rule="reworded",
        )
        proposal.anchor(spans)
        if (proposal.exact, proposal.attribution) not in judged:
            yield proposal


def _known(snapshot: Snapshot) -> list[Span]:
    """Where the snapshot has appearances or proposals, from their first word to their last."""
    rows = [*snapshot.appearances.all(), *snapshot.proposals.all()]
    return sorted(Span(row.spans[0].start, row.spans[-1].end) for row in rows if row.spans)


def _judged(snapshot: Snapshot) -> set[tuple[str, str]]:
    """The words and the attribution of what was judged in other texts of the article."""
    recorded = Appearance.objects.filter(article=snapshot.article_id).exclude(snapshot=snapshot)
    rejected = Proposal.objects.filter(
        snapshot__article=snapshot.article_id, judgement=Judgement.REJECTED
    )
    columns = ("exact", "attribution")
    return {*recorded.values_list(*columns), *rejected.values_list(*columns)}


def _words(snapshot: Snapshot, found: Quotation) -> tuple[str, str]:
    exact = " ".join(segment.of(snapshot.text) for segment in found.segments)
    return exact, _fitting("attribution", _printed(snapshot, found.attribution))


def _overlaps(segments: list[Span], known: list[Span]) -> bool:
    start, end = segments[0].start, segments[-1].end
    before = bisect_left(known, (end,))  # those that begin before it ends
    return before > 0 and known[before - 1].end > start


def _proposal(snapshot: Snapshot, found: Quotation, directory: Directory) -> Proposal:
    attribution = _printed(snapshot, found.attribution)
    days = _days(found.said or snapshot.article.published)
    proposal = Proposal(
        snapshot=snapshot,
        mode=found.mode,
        attribution=_fitting("attribution", attribution),
        cue=_fitting("cue", _printed(snapshot, found.cue)),
        named=_fitting("named", found.speaker),
        speaker_id=directory.speaker([found.speaker, attribution], days),
        said=found.said,
        said_from=_fitting("said_from", _printed(snapshot, found.said_from)),
        confidence=found.confidence,
        rule=found.rule,
    )
    proposal.anchor(list(found.segments))
    return proposal


def _printed(snapshot: Snapshot, span: Span | None) -> str:
    return span.of(snapshot.text) if span else ""


def _fitting(name: str, text: str) -> str:
    """As much of the text as the column takes; what is printed stands in the snapshot."""
    return text[: getattr(Proposal._meta.get_field(name), "max_length", None)]


def _days(edtf: str) -> Days:
    """The first and the last day of a date, which may be empty."""
    if not edtf:
        return UNKNOWN
    date = parse_edtf(edtf)
    return date.earliest, date.latest
