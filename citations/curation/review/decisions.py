"""Judging proposals: each becomes an appearance of a quote or is turned down, once, by one."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction
from django.utils.text import slugify
from django.utils.timezone import localtime

from citations.curation.verification import verify
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

# As long as the columns of slugs, less a key behind it.
LONGEST_SLUG = 90


class JudgedError(Exception):
    """Somebody has judged the proposal meanwhile; the message says who, how and when."""

    def __init__(self, proposal: Proposal) -> None:
        when = f"{localtime(proposal.judged_at):%Y-%m-%d %H:%M:%S %Z}"
        super().__init__(
            f"Nothing was changed: {proposal.judged_by} {proposal.judgement} this ({when})."
        )


@dataclass(frozen=True)
class When:
    """The occasion as a curator states it: an EDTF date, the event and the place, or none."""

    date: str = ""
    event: str = ""
    place: str = ""

    def __bool__(self) -> bool:
        return bool(self.date or self.event or self.place)


@dataclass(frozen=True)
class Decision:
    """What a curator makes of a proposal: a further appearance of `quote`, or a new quote.

    A further one that is `primary` gives the quote its wording from now on.
    """

    speaker: Speaker
    text: str
    language: str
    mode: str = Mode.DIRECT
    when: When = When()
    position: Position | None = None
    topics: Sequence[Topic] = ()
    attribution: str = ""
    cue: str = ""
    translated: bool = False
    quote: Quote | None = None
    primary: bool = False
    note: str = ""


@transaction.atomic
def accept(number: int, decision: Decision, user: AbstractBaseUser, *, publish: bool) -> Appearance:
    """Record the proposal as decided, checked against its text. Raises `JudgedError`."""
    proposal = _open(number)
    quote = decision.quote or _new_quote(proposal, decision)
    if decision.quote and decision.primary:
        _take_wording(quote, decision.text)
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
    verify(Appearance.objects.filter(quote=quote))
    proposal.appearance = appearance
    proposal.judge(Judgement.ACCEPTED, user)
    proposal.save()
    return appearance


@transaction.atomic
def reject(number: int, user: AbstractBaseUser) -> Proposal:
    """Turn the proposal down: it stays, and is not proposed again. Raises `JudgedError`."""
    proposal = _open(number)
    proposal.judge(Judgement.REJECTED, user)
    proposal.save()
    return proposal


@transaction.atomic
def reopen(number: int) -> Proposal:
    """Let a proposal that was turned down be judged again. Raises `JudgedError` for others."""
    proposal = _locked(number)
    if proposal.judgement == Judgement.ACCEPTED:
        raise JudgedError(proposal)
    proposal.judge(Judgement.OPEN, None)
    proposal.save()
    return proposal


def _locked(number: int) -> Proposal:
    """The proposal, which nobody else changes while this transaction lasts."""
    rows = Proposal.objects.select_for_update(of=("self",))
    return rows.select_related("snapshot__article", "judged_by").get(pk=number)


def _open(number: int) -> Proposal:
    proposal = _locked(number)
    if not proposal.is_open:
        raise JudgedError(proposal)
    return proposal


def _new_quote(proposal: Proposal, decision: Decision) -> Quote:
    quote = Quote(
        speaker=decision.speaker,
        text=decision.text,
        language=decision.language,
        mode=decision.mode,
        occasion=_occasion(proposal, decision),
        position=decision.position,
        note=decision.note,
    )
    quote.full_clean()
    quote.save()
    quote.topics.set(decision.topics)
    return quote


def _take_wording(quote: Quote, text: str) -> None:
    """The wording is now that of another place: the one before gives way first."""
    for appearance in quote.appearances.filter(primary=True):
        appearance.primary = False
        appearance.save()
    quote.text = text
    quote.full_clean()
    quote.save()


def _occasion(proposal: Proposal, decision: Decision) -> Occasion | None:
    """The one of this article that is the same, or a new one; none where nothing is known."""
    when = decision.when
    if not when:
        return None
    here = Occasion.objects.filter(quotes__appearances__article=proposal.snapshot.article_id)
    same = here.filter(date=when.date, event=when.event, place=when.place)
    if known := same.order_by("pk").first():
        return known
    named = slugify(f"{when.event or decision.speaker.slug} {when.date}")
    occasion = Occasion(
        slug=free_slug(Occasion, named),
        date=when.date,
        event=when.event,
        place=when.place,
        note=f"“{proposal.said_from}”." if proposal.said == when.date and when.date else "",
    )
    occasion.full_clean()
    occasion.save()
    return occasion


def new_speaker(name: str, kind: str, language: str) -> Speaker:
    """A speaker under the name as printed, which is the preferred one until somebody knows more."""
    speaker = Speaker(slug=free_slug(Speaker, slugify(name)), name=name, kind=kind)
    speaker.full_clean()
    speaker.save()
    SpeakerName.objects.create(
        speaker=speaker, name=name, language=language, kind=NameKind.PREFERRED
    )
    return speaker


def free_slug(model: type[Occasion | Speaker], wanted: str) -> str:
    """The slug, or with a key behind it where it is taken, or where nothing of it is left."""
    slug = wanted[:LONGEST_SLUG].strip("-")
    if slug and not model.objects.filter(slug=slug).exists():
        return slug
    return f"{slug}-{new_key().lower()}".strip("-")
