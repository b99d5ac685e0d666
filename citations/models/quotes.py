"""What was said: the quote."""

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING, Self

from django.core.exceptions import ValidationError
from django.core.validators import MaxLengthValidator
from django.db import models
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from simple_history.models import HistoricalRecords
from simple_history.utils import bulk_update_with_history

from citations.models.base.constraints import never_blank, one_of
from citations.models.base.edtf_fields import EdtfQuerySet, LanguageField, overlaps
from citations.models.base.natural_keys import NaturalKeyModel
from citations.models.base.permanent_keys import new_key, validate_key
from citations.models.occasions import Occasion, Topic
from citations.models.speakers import Position, Speaker

if TYPE_CHECKING:
    from citations.models.appearances import Appearance


# Code points: what is longer is a document, of which quotations can be taken.
LONGEST_QUOTE = 100_000
# Quotes moved to a state by one statement, which grows with them.
MOVED_AT_ONCE = 1000
# Given to a line of history that says what no line said before.
PUBLISHED_BEFORE = "published until now"


class Mode(models.TextChoices):
    DIRECT = "direct"
    PARTIAL = "partial"
    INDIRECT = "indirect"


class State(models.TextChoices):
    PROPOSED = "proposed"
    PUBLISHED = "published"
    REJECTED = "rejected"


class Standing(models.TextChoices):
    ACCEPTED = "accepted"
    DISPUTED = "disputed"
    MISATTRIBUTED = "misattributed"


class QuoteQuerySet(EdtfQuerySet["Quote"]):
    def published(self) -> Self:
        """The quotes everybody may read."""
        return self.filter(state=State.PUBLISHED)

    def said_between(self, earliest: date | None, latest: date | None) -> Self:
        """Quotes whose occasion shares a day with the range; None leaves an end open."""
        return self.filter(overlaps("occasion__date", earliest, latest))

    def printed_in(self, articles: Iterable[models.Model]) -> Self:
        """Quotes with an appearance in any of these articles."""
        return self.filter(appearances__article__in=articles).distinct()

    def with_sources(self) -> Self:
        """Each with who said it when, and where it stands, in two queries."""
        from citations.models.appearances import Appearance  # which stands on this module

        appearances = Appearance.objects.select_related("article__publication", "snapshot")
        whole = self.select_related("speaker", "position", "occasion", "correct_speaker")
        return whole.prefetch_related(models.Prefetch("appearances", appearances))

    def with_record(self) -> Self:
        """Each with all that belongs to it, in a fixed number of queries."""
        return self.with_sources().prefetch_related(
            "speaker__names", "speaker__positions", "topics"
        )

    def publishable(self) -> Self:
        """Quotes that stand in at least one article."""
        return self.filter(appearances__isnull=False).distinct()

    def note_published(self) -> None:
        """Have history say that the published ones are: fixtures and loads leave no line.

        To be called before they are taken back, or nobody could tell that they were ever there.
        """
        told = Quote.history.filter(id=models.OuterRef("pk"), state=State.PUBLISHED)
        untold = self.published().filter(~models.Exists(told))
        Quote.history.bulk_history_create(
            list(untold), MOVED_AT_ONCE, update=True, default_change_reason=PUBLISHED_BEFORE
        )

    def set_state(self, state: State, reason: str = "") -> int:
        """Move all to a state, each with its line of history; how many were moved."""
        quotes = list(self.exclude(state=state))
        if state != State.PUBLISHED:
            self.note_published()
        for quote in quotes:
            quote.state, quote.changed = state, timezone.now()
        if quotes:
            fields = ["state", "changed"]
            bulk_update_with_history(
                quotes, Quote, fields, batch_size=MOVED_AT_ONCE, default_change_reason=reason
            )
        return len(quotes)


class Quote(NaturalKeyModel):
    """What a speaker said on an occasion, in its reference wording."""

    key = models.CharField(max_length=8, unique=True, default=new_key, validators=[validate_key])
    # Relations without an index of their own begin one of those below.
    speaker = models.ForeignKey(Speaker, models.PROTECT, related_name="quotes", db_index=False)
    text = models.TextField(
        "wording",
        help_text="The reference wording, without outer marks.",
        validators=[MaxLengthValidator(LONGEST_QUOTE)],
    )
    language = LanguageField(default="en")
    original = models.TextField(
        "original wording",
        blank=True,
        help_text="When the wording above is a translation.",
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
        help_text="The office in which it was said, when known.",
    )
    topics = models.ManyToManyField(Topic, blank=True, related_name="quotes")
    state = models.CharField(max_length=20, choices=State, default=State.PROPOSED)
    standing = models.CharField(max_length=20, choices=Standing, default=Standing.ACCEPTED)
    standing_note = models.TextField(blank=True, help_text="The reasons for the standing.")
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
                violation_error_message="A disputed or misattributed quote needs its reasons.",
            ),
            models.CheckConstraint(
                condition=models.Q(correct_speaker=None)
                | models.Q(standing=Standing.MISATTRIBUTED)
                & ~models.Q(correct_speaker=models.F("speaker")),
                name="quote_correct_speaker_of_misattributed",
                violation_error_message=(
                    "Only a misattributed quote has a correct speaker, and it is somebody else."
                ),
            ),
            models.CheckConstraint(
                condition=models.Q(original="", original_language="")
                | ~models.Q(original="") & ~models.Q(original_language=""),
                name="quote_original_has_language",
                violation_error_message="An original wording needs its language, and only it.",
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
        """The office in which it was said: as recorded, else the one held on that day."""
        if self.position or not self.occasion:
            return self.position
        days = self.occasion.date_earliest, self.occasion.date_latest
        return self.speaker.position_on(*days) if all(days) else None

    @property
    def has_marks(self) -> bool:
        """Whether the wording may stand between quotation marks."""
        return self.mode != Mode.INDIRECT

    @property
    def primary_appearance(self) -> "Appearance | None":
        """The appearance the wording was taken from; else the first; from prefetched rows."""
        appearances = sorted(self.appearances.all(), key=lambda one: (not one.primary, one.pk))
        return appearances[0] if appearances else None

    def clean(self) -> None:
        if self.position and self.position.speaker_id != self.speaker_id:
            raise ValidationError({"position": "This office was held by another speaker."})
        kept = Speaker.objects.filter(merged__pk=self.speaker_id).first()
        if kept:
            raise ValidationError(
                {"speaker": f"This speaker is merged: choose {kept} ({kept.slug})."}
            )
