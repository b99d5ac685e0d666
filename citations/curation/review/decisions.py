"""Decides on proposals: one curator accepts each as an appearance of a quote, or rejects it."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction
from django.utils.text import slugify
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from citations.curation.verification import verify_appearances
from citations.models import (
    Appearance,
    Judgement,
    Mode,
    NameKind,
    Occasion,
    Position,
    Proposal,
    Quote,
    Speaker,
    SpeakerName,
    State,
    Topic,
)
from citations.models.base.permanent_keys import new_key

# The length of the slug columns, less room for a key at the end.
LONGEST_SLUG = 90


class AlreadyJudgedError(Exception):
    """Somebody else has judged the proposal already; the message says who, how and when."""

    def __init__(self, proposal: Proposal) -> None:
        what = {
            "user": proposal.judged_by,
            "time": f"{localtime(proposal.judged_at):%Y-%m-%d %H:%M:%S %Z}",
        }
        if proposal.judgement == Judgement.ACCEPTED:
            message = _("Nothing was changed: %(user)s accepted this already (%(time)s).")
        else:
            message = _("Nothing was changed: %(user)s rejected this already (%(time)s).")
        super().__init__(message % what)


@dataclass(frozen=True)
class OccasionFields:
    """The occasion as a curator enters it, with an EDTF date; any field may be empty."""

    date: str = ""
    event: str = ""
    place: str = ""

    def __bool__(self) -> bool:
        return bool(self.date or self.event or self.place)


@dataclass(frozen=True)
class ReviewDecision:
    """What a curator decides: a further appearance of `quote`, or a new quote if that is None.

    A further appearance that is `primary` replaces the quote's wording.
    """

    speaker: Speaker
    text: str
    language: str
    mode: str = Mode.DIRECT
    occasion: OccasionFields = OccasionFields()
    position: Position | None = None
    topics: Sequence[Topic] = ()
    attribution: str = ""
    cue: str = ""
    translated: bool = False
    quote: Quote | None = None
    primary: bool = False
    note: str = ""


@transaction.atomic
def accept_proposal(
    number: int, decision: ReviewDecision, user: AbstractBaseUser, *, publish: bool
) -> Appearance:
    """Record the decision and verify the quote against its texts. Raises AlreadyJudgedError."""
    proposal = _lock_open_proposal(number)
    quote = decision.quote or _create_quote(proposal, decision)
    if decision.quote and decision.primary:
        _replace_wording(quote, decision.text)
    appearance = Appearance(
        quote=quote,
        attribution=decision.attribution,
        cue=decision.cue,
        translated=decision.translated,
        primary=decision.primary or decision.quote is None,
    )
    appearance.anchor(proposal.snapshot, proposal.spans)
    appearance.full_clean(exclude=["quote"])
    appearance.save()
    if publish and not quote.is_published:
        quote.state = State.PUBLISHED
        quote.save()
    verify_appearances(Appearance.objects.filter(quote=quote))
    proposal.appearance = appearance
    proposal.judge(Judgement.ACCEPTED, user)
    proposal.save()
    return appearance


@transaction.atomic
def reject_proposal(number: int, user: AbstractBaseUser) -> Proposal:
    """Keep the proposal as rejected, so that it is not made again. Raises AlreadyJudgedError."""
    proposal = _lock_open_proposal(number)
    proposal.judge(Judgement.REJECTED, user)
    proposal.save()
    return proposal


@transaction.atomic
def reopen_proposal(number: int) -> Proposal:
    """Open a rejected proposal again. Raises AlreadyJudgedError for an accepted one."""
    proposal = _lock_proposal(number)
    if proposal.judgement == Judgement.ACCEPTED:
        raise AlreadyJudgedError(proposal)
    proposal.judge(Judgement.OPEN, None)
    proposal.save()
    return proposal


def _lock_proposal(number: int) -> Proposal:
    rows = Proposal.objects.select_for_update(of=("self",))
    return rows.select_related("snapshot__article", "judged_by").get(pk=number)


def _lock_open_proposal(number: int) -> Proposal:
    proposal = _lock_proposal(number)
    if not proposal.is_open:
        raise AlreadyJudgedError(proposal)
    return proposal


def _create_quote(proposal: Proposal, decision: ReviewDecision) -> Quote:
    quote = Quote(
        speaker=decision.speaker,
        text=decision.text,
        language=decision.language,
        mode=decision.mode,
        occasion=_find_or_create_occasion(proposal, decision),
        position=decision.position,
        note=decision.note,
    )
    quote.full_clean()
    quote.save()
    quote.topics.set(decision.topics)
    return quote


def _replace_wording(quote: Quote, text: str) -> None:
    """Use the wording of another appearance; the primary one so far gives way first."""
    for appearance in quote.appearances.filter(primary=True):
        appearance.primary = False
        appearance.save()
    quote.text = text
    quote.full_clean()
    quote.save()


def _find_or_create_occasion(proposal: Proposal, decision: ReviewDecision) -> Occasion | None:
    """The same occasion of another quote of this article, or a new one; None without any fields."""
    fields = decision.occasion
    if not fields:
        return None
    here = Occasion.objects.filter(quotes__appearances__article=proposal.snapshot.article_id)
    same = here.filter(date=fields.date, event=fields.event, place=fields.place)
    if known := same.order_by("pk").first():
        return known
    slug = slugify(f"{fields.event or decision.speaker.slug} {fields.date}")
    occasion = Occasion(
        slug=unused_slug(Occasion, slug),
        date=fields.date,
        event=fields.event,
        place=fields.place,
        note=f"“{proposal.said_from}”." if proposal.said == fields.date and fields.date else "",
    )
    occasion.full_clean()
    occasion.save()
    return occasion


def create_speaker(name: str, kind: str, language: str) -> Speaker:
    speaker = Speaker(slug=unused_slug(Speaker, slugify(name)), name=name, kind=kind)
    speaker.full_clean()
    speaker.save()
    SpeakerName.objects.create(
        speaker=speaker, name=name, language=language, kind=NameKind.PREFERRED
    )
    return speaker


def unused_slug(model: type[Occasion | Speaker], wanted: str) -> str:
    """The slug; with a random key at the end when it is empty or already in use."""
    slug = wanted[:LONGEST_SLUG].strip("-")
    if slug and not model.objects.filter(slug=slug).exists():
        return slug
    return f"{slug}-{new_key().lower()}".strip("-")
