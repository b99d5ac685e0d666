"""Quotes: what a speaker said, in its reference wording."""

from collections.abc import Iterable
from datetime import date
from typing import Self

from django.core.exceptions import ValidationError
from django.core.validators import MaxLengthValidator
from django.db import models
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords
from simple_history.utils import bulk_update_with_history

from citations.models.base.constraints import never_blank, one_of
from citations.models.base.edtf_fields import EdtfQuerySet, LanguageField, overlaps
from citations.models.base.natural_keys import NaturalKeyModel
from citations.models.base.permanent_keys import new_key, validate_key
from citations.models.occasions import Occasion, Topic
from citations.models.offices import office_when_said
from citations.models.speakers import Position, Speaker

# Code points. A longer text is a document: store it as an article and quote from it.
LONGEST_QUOTE = 100_000
# Quotes whose state one statement changes; the statement's length grows with them.
QUOTES_PER_UPDATE = 1000
# The reason of a history row that records a publication after the fact.
PUBLISHED_BEFORE = "published until now"


class Mode(models.TextChoices):
    DIRECT = "direct", _("Direct")
    PARTIAL = "partial", _("Partial")
    INDIRECT = "indirect", _("Indirect")


class State(models.TextChoices):
    PROPOSED = "proposed", _("Proposed")
    PUBLISHED = "published", _("Published")
    REJECTED = "rejected", _("Rejected")


class Standing(models.TextChoices):
    ACCEPTED = "accepted", _("Accepted")
    DISPUTED = "disputed", _("Disputed")
    MISATTRIBUTED = "misattributed", _("Misattributed")


def merged_speaker_message(kept: str, slug: str) -> str:
    """Why no quote belongs to a speaker that was merged into the one named."""
    return gettext("This speaker was merged into another one: choose %(name)s (%(slug)s).") % {
        "name": kept,
        "slug": slug,
    }


class QuoteQuerySet(EdtfQuerySet["Quote"]):
    def published(self) -> Self:
        """The quotes that everybody may read."""
        return self.filter(state=State.PUBLISHED)

    def said_between(self, earliest: date | None, latest: date | None) -> Self:
        """Quotes whose occasion shares a day with the range; None means no limit."""
        return self.filter(overlaps("occasion__date", earliest, latest))

    def printed_in(self, articles: Iterable[models.Model]) -> Self:
        """Quotes with an appearance in any of these articles."""
        return self.filter(appearances__article__in=articles).distinct()

    def publishable(self) -> Self:
        """Quotes with at least one appearance."""
        return self.filter(appearances__isnull=False).distinct()

    def note_published(self) -> None:
        """Record in history which quotes are published, because fixtures and loads do not.

        Call this before they are withdrawn, or nobody could tell that they were ever public.
        """
        recorded = Quote.history.filter(id=models.OuterRef("pk"), state=State.PUBLISHED)
        unrecorded = self.published().filter(~models.Exists(recorded))
        Quote.history.bulk_history_create(
            list(unrecorded), QUOTES_PER_UPDATE, update=True, default_change_reason=PUBLISHED_BEFORE
        )

    def set_state(self, state: State, reason: str = "") -> int:
        """Change the state of all, each with a history row; returns how many changed."""
        quotes = list(self.exclude(state=state))
        if state != State.PUBLISHED:
            self.note_published()
        for quote in quotes:
            quote.state, quote.changed = state, timezone.now()
        if quotes:
            fields = ["state", "changed"]
            bulk_update_with_history(
                quotes, Quote, fields, batch_size=QUOTES_PER_UPDATE, default_change_reason=reason
            )
        return len(quotes)


class Quote(NaturalKeyModel):
    key = models.CharField(max_length=8, unique=True, default=new_key, validators=[validate_key])
    # Relations without their own index are the first column of an index below.
    speaker = models.ForeignKey(Speaker, models.PROTECT, related_name="quotes", db_index=False)
    text = models.TextField(
        _("wording"),
        help_text=_("The reference wording, without outer quotation marks."),
        validators=[MaxLengthValidator(LONGEST_QUOTE)],
    )
    language = LanguageField(default="en")
    original = models.TextField(
        _("original wording"),
        blank=True,
        help_text=_("Only if the wording above is a translation."),
        validators=[MaxLengthValidator(LONGEST_QUOTE)],
    )
    original_language = LanguageField(blank=True)
    mode = models.CharField(max_length=20, choices=Mode, default=Mode.DIRECT)
    occasion = models.ForeignKey(
        Occasion,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="quotes",
        db_index=False,
    )
    position = models.ForeignKey(
        Position,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="quotes",
        help_text=_("The office in which the speaker said it, if known."),
    )
    topics = models.ManyToManyField(Topic, blank=True, related_name="quotes")
    state = models.CharField(max_length=20, choices=State, default=State.PROPOSED)
    standing = models.CharField(max_length=20, choices=Standing, default=Standing.ACCEPTED)
    standing_note = models.TextField(blank=True, help_text=_("The reasons for the standing."))
    correct_speaker = models.ForeignKey(
        Speaker, models.PROTECT, null=True, blank=True, related_name="misattributed_quotes"
    )
    note = models.TextField(blank=True)
    changed = models.DateTimeField(auto_now=True)

    natural_key_fields = ("key",)
    objects = QuoteQuerySet.as_manager()
    history = HistoricalRecords(m2m_fields=[topics], excluded_fields=["changed"])

    class Meta:
        ordering = ("id",)
        indexes = (
            models.Index(fields=["speaker", "state"], name="quote_speaker_state"),
            models.Index(fields=["occasion", "state"], name="quote_occasion_state"),
            models.Index(fields=["state", "changed"], name="quote_state_changed"),
            models.Index(fields=["state", "id"], name="quote_state_id"),
        )
        permissions = (("publish_quote", "Can publish and reject quotes"),)
        constraints = (
            one_of("mode", Mode),
            one_of("state", State),
            one_of("standing", Standing),
            never_blank("text"),
            models.CheckConstraint(
                condition=models.Q(standing=Standing.ACCEPTED) | ~models.Q(standing_note=""),
                name="quote_standing_has_reasons",
                violation_error_message=_(
                    "Give the reasons why the quote is disputed or misattributed."
                ),
            ),
            models.CheckConstraint(
                condition=models.Q(correct_speaker=None)
                | models.Q(standing=Standing.MISATTRIBUTED)
                & ~models.Q(correct_speaker=models.F("speaker")),
                name="quote_correct_speaker_of_misattributed",
                violation_error_message=_(
                    "Only a misattributed quote has a correct speaker, who must be somebody else."
                ),
            ),
            models.CheckConstraint(
                condition=models.Q(original="", original_language="")
                | ~models.Q(original="") & ~models.Q(original_language=""),
                name="quote_original_has_language",
                violation_error_message=_(
                    "Give an original wording and its language together, or neither."
                ),
            ),
        )

    def __str__(self) -> str:
        return self.text if len(self.text) <= 80 else f"{self.text[:79]}…"

    def get_absolute_url(self) -> str:
        return reverse("quote", args=[self.key])

    @property
    def is_published(self) -> bool:
        return self.state == State.PUBLISHED

    @cached_property
    def office(self) -> Position | None:
        """The office in which it was said, in words when shown: see `office_when_said`."""
        if not self.occasion:
            return self.position
        days = self.occasion.date_earliest, self.occasion.date_latest
        return office_when_said(self.position, self.speaker.positions.all(), *days)

    @property
    def has_marks(self) -> bool:
        """Whether the wording may be printed between quotation marks."""
        return self.mode != Mode.INDIRECT

    def clean(self) -> None:
        if self.position and self.position.speaker_id != self.speaker_id:
            raise ValidationError({"position": _("Another speaker held this office.")})
        if kept := Speaker.objects.filter(merged__pk=self.speaker_id).first():
            raise ValidationError({"speaker": merged_speaker_message(str(kept), kept.slug)})
