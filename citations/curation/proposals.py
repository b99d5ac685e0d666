"""Turns the quotations found in a snapshot into proposals, with the speaker and day they mean."""

from bisect import bisect_left
from collections.abc import Iterator

from citations.curation.reanchoring import locate_appearance
from citations.curation.resolution import NO_BOUNDS, DateBounds, SpeakerDirectory
from citations.curation.rule_explanations import rule_with_evidence
from citations.edtf.parsing import parse_edtf
from citations.extraction.quotation import Quotation
from citations.extraction.quotations import find_quotations
from citations.models import Appearance, Judgement, Proposal, Snapshot
from citations.text.spans import Span

# The confidence that words that nearly match a recorded quote are that quote.
REWORDED_CONFIDENCE = 0.5


def propose_quotations(snapshot: Snapshot, directory: SpeakerDirectory | None = None) -> int:
    """Propose the snapshot's quotations that nobody has judged yet; returns their number.

    Skipped are those recorded or proposed at the same place, and those recorded or rejected in
    another text of the article. Pass a directory for many texts, so that it is loaded only once.
    """
    article = snapshot.article
    found = find_quotations(snapshot.text, article.published, article.language)
    known, judged = _occupied_spans(snapshot), _judged_wordings(snapshot)
    new = [
        each
        for each in found
        if not _overlaps(list(each.segments), known) and _wording_of(snapshot, each) not in judged
    ]
    if new:
        directory = directory or SpeakerDirectory.load()
        Proposal.objects.bulk_create(_make_proposal(snapshot, each, directory) for each in new)
    return len(new) + len(Proposal.objects.bulk_create(_reworded_proposals(snapshot, judged)))


def _reworded_proposals(snapshot: Snapshot, judged: set[tuple[str, str]]) -> Iterator[Proposal]:
    """Words similar to quotes that only an older text prints: a curator decides on them."""
    older = Appearance.objects.in_older_texts().filter(article=snapshot.article_id)
    for appearance in older.select_related("quote").prefetch_related("snapshot").order_by("pk"):
        spans = locate_appearance(appearance, snapshot.text, nearly=True)
        if not spans or _overlaps(spans, _occupied_spans(snapshot)):
            continue
        proposal = Proposal(
            snapshot=snapshot,
            mode=appearance.quote.mode,
            attribution=appearance.attribution,
            cue=appearance.cue,
            speaker_id=appearance.quote.speaker_id,
            confidence=REWORDED_CONFIDENCE,
            rule="reworded",
        )
        proposal.anchor(spans)
        if (proposal.exact, proposal.attribution) not in judged:
            yield proposal


def _occupied_spans(snapshot: Snapshot) -> list[Span]:
    rows = [*snapshot.appearances.all(), *snapshot.proposals.all()]
    return sorted(Span(row.spans[0].start, row.spans[-1].end) for row in rows if row.spans)


def _judged_wordings(snapshot: Snapshot) -> set[tuple[str, str]]:
    recorded = Appearance.objects.filter(article=snapshot.article_id).exclude(snapshot=snapshot)
    rejected = Proposal.objects.filter(
        snapshot__article=snapshot.article_id, judgement=Judgement.REJECTED
    )
    columns = ("exact", "attribution")
    return {*recorded.values_list(*columns), *rejected.values_list(*columns)}


def _wording_of(snapshot: Snapshot, quotation: Quotation) -> tuple[str, str]:
    exact = " ".join(segment.text_in(snapshot.text) for segment in quotation.segments)
    return exact, _cut_to_column("attribution", _text_at(snapshot, quotation.attribution))


def _overlaps(segments: list[Span], known: list[Span]) -> bool:
    start, end = segments[0].start, segments[-1].end
    before = bisect_left(known, (end,))  # those that start before it ends
    return before > 0 and known[before - 1].end > start


def _make_proposal(
    snapshot: Snapshot, quotation: Quotation, directory: SpeakerDirectory
) -> Proposal:
    attribution = _text_at(snapshot, quotation.attribution)
    dates = _date_bounds(quotation.said or snapshot.article.published)
    proposal = Proposal(
        snapshot=snapshot,
        mode=quotation.mode,
        attribution=_cut_to_column("attribution", attribution),
        cue=_cut_to_column("cue", _text_at(snapshot, quotation.cue)),
        named=_cut_to_column("named", quotation.speaker),
        speaker_id=directory.resolve([quotation.speaker, attribution], dates),
        said=quotation.said,
        said_from=_cut_to_column("said_from", _text_at(snapshot, quotation.said_from)),
        confidence=quotation.confidence,
        rule=rule_with_evidence(quotation),
    )
    proposal.anchor(list(quotation.segments))
    return proposal


def _text_at(snapshot: Snapshot, span: Span | None) -> str:
    return span.text_in(snapshot.text) if span else ""


def _cut_to_column(name: str, text: str) -> str:
    return text[: getattr(Proposal._meta.get_field(name), "max_length", None)]


def _date_bounds(edtf: str) -> DateBounds:
    if not edtf:
        return NO_BOUNDS
    date = parse_edtf(edtf)
    return date.earliest, date.latest
