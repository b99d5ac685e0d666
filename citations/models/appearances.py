"""Appearances: one article's printing of a quote, and every check of it."""

from collections.abc import Iterable
from datetime import date
from typing import Self

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from citations.comparison.verdict import COMPARISON_VERDICTS, Verdict
from citations.models.base.constraints import never_blank, one_of, unique_values
from citations.models.base.natural_keys import NaturalKeyModel, NaturalKeyQuerySet
from citations.models.base.permanent_keys import derived_key, new_key, validate_key
from citations.models.base.verdicts import VERDICT_CHOICES
from citations.models.quotes import Mode, Quote, State
from citations.models.segments import check_printed, context_of, stored_spans
from citations.models.sources import Article, Snapshot
from citations.text.spans import Span

NEEDS_APPEARANCE = _("A published quote needs an appearance.")


def primary_first_order(via: str = "") -> tuple[str, str]:
    """The order in which a quote's primary appearance, else its first one, comes first.

    `via` is the path to the appearances, like `appearances__`.
    """
    return f"-{via}primary", f"{via}pk"


class AppearanceQuerySet(NaturalKeyQuerySet["Appearance"]):
    def published(self) -> Self:
        """Appearances of the quotes everybody may read."""
        return self.filter(quote__state=State.PUBLISHED)

    def primary_first(self) -> Self:
        return self.order_by(*primary_first_order())

    def in_older_texts(self) -> Self:
        """Appearances not yet moved to their article's newer text.

        Except those that a person has looked for there in vain: they keep their text.
        """
        looked_for = Verification.objects.filter(
            appearance=models.OuterRef(models.OuterRef("pk")),
            method=VerificationMethod.PERSON,
            snapshot__article=models.OuterRef("article"),
            snapshot__taken_at__gte=models.OuterRef("taken_at"),
        )
        newer = Snapshot.objects.filter(
            article=models.OuterRef("article"), taken_at__gt=models.OuterRef("snapshot__taken_at")
        ).exclude(models.Exists(looked_for))
        found_there = Appearance.objects.filter(
            quote=models.OuterRef("quote"),
            article=models.OuterRef("article"),
            snapshot__taken_at__gt=models.OuterRef("snapshot__taken_at"),
        )
        return self.filter(models.Exists(newer)).exclude(models.Exists(found_there))

    def with_quotes(self) -> Self:
        """With quote and speaker, in the order of the quotes."""
        return self.select_related("quote__speaker").order_by("quote", "id")

    def of_the_day(self, day: date) -> "Appearance | None":
        """The appearance that the front page shows on a day: the same one for everybody."""
        verbatim = self.published().filter(verdict=Verdict.VERBATIM, quote__mode=Mode.DIRECT)
        by_key = verbatim.order_by("key")
        return by_key.filter(key__gte=derived_key(day.isoformat())).first() or by_key.first()


def primary_first(appearances: Iterable["Appearance"]) -> list["Appearance"]:
    """Loaded appearances of one quote, in the order of `primary_first_order`."""
    return sorted(appearances, key=lambda one: (not one.primary, one.pk))


def primary_appearance(quote: Quote) -> "Appearance | None":
    """The appearance that the quote's wording was taken from, else its first one."""
    return next(iter(primary_first(quote.appearances.all())), None)


class Appearance(NaturalKeyModel):
    """One article's printing of a quote: its words, and whom the article names as the speaker.

    `segments` are half-open spans of code points into the snapshot, inside the quotation marks; a
    split quotation has several. `exact`, `prefix` and `suffix` follow the W3C's TextQuoteSelector,
    where `exact` joins the segments with a space.
    """

    key = models.CharField(max_length=8, unique=True, default=new_key, validators=[validate_key])
    quote = models.ForeignKey(Quote, models.CASCADE, related_name="appearances")
    article = models.ForeignKey(Article, models.PROTECT, related_name="appearances")
    snapshot = models.ForeignKey(
        Snapshot, models.PROTECT, null=True, blank=True, related_name="appearances"
    )
    segments = models.JSONField(default=list, blank=True)
    exact = models.TextField(_("words as printed"))
    prefix = models.TextField(blank=True)
    suffix = models.TextField(blank=True)
    attribution = models.CharField(
        max_length=300,
        blank=True,
        help_text=_("The speaker as printed, like “the prime minister”."),
    )
    cue = models.CharField(
        max_length=100, blank=True, help_text=_("The verb as printed, like “told”.")
    )
    translated = models.BooleanField(
        default=False, help_text=_("The article prints a translation.")
    )
    # The result of a check; fixtures neither hold nor set it.
    verdict = models.CharField(
        max_length=20, choices=VERDICT_CHOICES, blank=True, editable=False, serialize=False
    )
    checked_at = models.DateTimeField(null=True, blank=True, editable=False, serialize=False)
    primary = models.BooleanField(
        default=False, help_text=_("The quote’s wording was taken from here.")
    )

    natural_key_fields = ("key",)
    objects = AppearanceQuerySet.as_manager()
    history = HistoricalRecords(excluded_fields=["verdict", "checked_at"])

    class Meta:
        ordering = ("id",)
        indexes = (
            models.Index(fields=["verdict", "id"], name="appearance_verdict_id"),
            models.Index(fields=["verdict", "key"], name="appearance_verdict_key"),
        )
        constraints = (
            never_blank("exact"),
            models.CheckConstraint(
                condition=models.Q(verdict__in=["", *(each.value for each in COMPARISON_VERDICTS)]),
                name="appearance_verdict_known",
            ),
            models.CheckConstraint(
                condition=models.Q(snapshot=None, segments=[])
                | models.Q(snapshot__isnull=False) & ~models.Q(segments=[]),
                name="appearance_segments_need_snapshot",
                violation_error_message=_(
                    "Give spans together with the snapshot that they point into."
                ),
            ),
            unique_values(
                ("quote", "snapshot", "segments"), _("This appearance is already recorded.")
            ),
            models.UniqueConstraint(
                fields=["quote"],
                condition=models.Q(primary=True),
                name="appearance_one_primary",
                violation_error_message=_("A quote has only one primary appearance."),
            ),
        )

    def __str__(self) -> str:
        return gettext("%(quote)s in %(source)s") % {"quote": self.quote, "source": self.article}

    def get_absolute_url(self) -> str:
        return f"{self.article.get_absolute_url()}#q-{self.quote.key}"

    @property
    def spans(self) -> list[Span]:
        return stored_spans(self.segments)

    @property
    def printed(self) -> list[str]:
        """The words of each segment, cut from the snapshot; empty without a snapshot."""
        return [self.snapshot.text[s.start : s.end] for s in self.spans] if self.snapshot else []

    def anchor(self, snapshot: Snapshot, spans: Iterable[Span]) -> None:
        """Point into a snapshot, and copy the words and their context from it."""
        self.snapshot, self.article = snapshot, snapshot.article
        self.segments = [[span.start, span.end] for span in spans]
        self.exact = " ".join(self.printed)
        self.prefix, self.suffix = context_of(snapshot.text, self.spans)

    def clean(self) -> None:
        if not self.snapshot:
            return
        if self.snapshot.article_id != self.article_id:
            raise ValidationError({"snapshot": _("This text was taken from another article.")})
        check_printed(self.snapshot.text, self.segments, self.exact, self.prefix, self.suffix)


class VerificationMethod(models.TextChoices):
    MACHINE = "machine", _("Machine")
    PERSON = "person", _("Person")


class Verification(models.Model):
    """One check of an appearance against a snapshot. Append-only: a trigger refuses edits."""

    appearance = models.ForeignKey(Appearance, models.CASCADE, related_name="verifications")
    snapshot = models.ForeignKey(Snapshot, models.PROTECT, related_name="verifications")
    verdict = models.CharField(max_length=20, choices=VERDICT_CHOICES)
    method = models.CharField(
        max_length=20, choices=VerificationMethod, default=VerificationMethod.MACHINE
    )
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    at = models.DateTimeField(default=timezone.now)
    note = models.TextField(blank=True)

    class Meta:
        ordering = ("-at", "-id")
        indexes = (
            models.Index(fields=["-at", "-id"], name="verification_newest"),
            models.Index(fields=["verdict", "-at", "-id"], name="verification_verdict_newest"),
        )
        constraints = (
            one_of("verdict", COMPARISON_VERDICTS),
            one_of("method", VerificationMethod),
            models.CheckConstraint(
                condition=models.Q(method=VerificationMethod.MACHINE) | models.Q(by__isnull=False),
                name="verification_person_is_named",
                violation_error_message=_("A check by a person needs the name of the person."),
            ),
        )

    def __str__(self) -> str:
        return f"{self.get_verdict_display()}, {self.at:%Y-%m-%d}"
