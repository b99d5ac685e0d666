"""Proposals: quotations found in a text, which wait for a curator's decision."""

from typing import Self

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from citations.models.appearances import Appearance
from citations.models.base.constraints import never_blank, one_of, unique_values
from citations.models.base.edtf_fields import LONGEST_EDTF
from citations.models.base.natural_keys import NaturalKeyModel, NaturalKeyQuerySet
from citations.models.quotes import Mode
from citations.models.segments import check_printed
from citations.models.sources import Snapshot
from citations.models.speakers import Speaker
from citations.text.spans import Span


class Judgement(models.TextChoices):
    OPEN = "open", _("Open")
    ACCEPTED = "accepted", _("Accepted")
    REJECTED = "rejected", _("Rejected")


class ProposalQuerySet(NaturalKeyQuerySet["Proposal"]):
    def open(self) -> Self:
        """Proposals without a decision."""
        return self.filter(judgement=Judgement.OPEN)

    def in_order(self) -> Self:
        """In the order of the text."""
        return self.order_by("start", "pk")


class Proposal(NaturalKeyModel):
    """A quotation found in a snapshot, with what the text says about it.

    `segments` are spans like those of an appearance. `named` is the name that the printed
    attribution stands for in this text; `speaker` is the one record it can mean, if any. `said` is
    the date in EDTF, empty if the text does not give one, read from the words `said_from`.
    `confidence` is from 0 to 1. `rule` names the rule that found the speaker, and after a plus what
    showed whom the printed words mean.
    """

    snapshot = models.ForeignKey(Snapshot, models.PROTECT, related_name="proposals", db_index=False)
    segments = models.JSONField()
    start = models.PositiveIntegerField(editable=False)
    exact = models.TextField(_("words as printed"))
    mode = models.CharField(max_length=20, choices=Mode, default=Mode.DIRECT)
    attribution = models.CharField(max_length=300, blank=True)
    cue = models.CharField(max_length=100, blank=True)
    named = models.CharField(max_length=200, blank=True)
    speaker = models.ForeignKey(
        Speaker, models.SET_NULL, null=True, blank=True, related_name="proposals"
    )
    said = models.CharField(max_length=LONGEST_EDTF, blank=True)
    said_from = models.CharField(max_length=200, blank=True)
    confidence = models.FloatField(default=1)
    rule = models.CharField(max_length=60, blank=True)
    judgement = models.CharField(max_length=20, choices=Judgement, default=Judgement.OPEN)
    judged_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    judged_at = models.DateTimeField(null=True, blank=True)
    appearance = models.ForeignKey(
        Appearance, models.SET_NULL, null=True, blank=True, related_name="proposals"
    )

    natural_key_fields = ("snapshot__article__key", "snapshot__sha256", "start")
    objects = ProposalQuerySet.as_manager()

    class Meta:
        ordering = ("start", "id")
        indexes = (models.Index(fields=["judgement", "snapshot"], name="proposal_judgement"),)
        constraints = (
            one_of("mode", Mode),
            one_of("judgement", Judgement),
            never_blank("exact"),
            unique_values(("snapshot", "start"), _("Another proposal begins with the same word.")),
            models.CheckConstraint(
                condition=models.Q(judgement=Judgement.OPEN, judged_by=None, judged_at=None)
                | ~models.Q(judgement=Judgement.OPEN)
                & models.Q(judged_by__isnull=False, judged_at__isnull=False),
                name="proposal_judged_by_somebody",
            ),
            models.CheckConstraint(
                condition=models.Q(confidence__gte=0, confidence__lte=1),
                name="proposal_confidence_is_a_share",
            ),
        )

    def __str__(self) -> str:
        return self.exact if len(self.exact) <= 80 else f"{self.exact[:79]}…"

    @property
    def spans(self) -> list[Span]:
        return [Span(start, end) for start, end in self.segments]

    @property
    def is_open(self) -> bool:
        return self.judgement == Judgement.OPEN

    def anchor(self, spans: list[Span]) -> None:
        """Point to these spans of the snapshot. Raises `ValidationError` if they are invalid."""
        self.segments = [[span.start, span.end] for span in spans]
        if not self.segments:
            raise ValidationError({"segments": _("Select the words in the text.")})
        self.exact, *_context = check_printed(self.snapshot.text, self.segments)
        self.start = spans[0].start

    def judge(self, judgement: Judgement, user: models.Model | None) -> None:
        """Record the decision with user and time; reopening it clears both."""
        self.judgement = judgement
        is_open = judgement == Judgement.OPEN
        self.judged_by_id = None if is_open or user is None else user.pk
        self.judged_at = None if is_open else timezone.now()
