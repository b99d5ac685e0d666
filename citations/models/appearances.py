"""Where it stands: one article's printing of a quote, and every check of it."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Self

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from simple_history.models import HistoricalRecords

from citations.comparison.verdict import COMPARISON_VERDICTS, Verdict
from citations.models.base.constraints import never_blank, one_of, together
from citations.models.base.natural_keys import NaturalKeyModel, NaturalKeyQuerySet
from citations.models.base.permanent_keys import key_of, new_key, validate_key
from citations.models.quotes import Mode, Quote, State
from citations.models.sources import Article, Snapshot
from citations.models.verdicts import VERDICT_CHOICES
from citations.text.spans import Span
from citations.text.tokens import cuts_a_word

# Code points of the article kept on each side of the words: about a sentence.
CONTEXT = 120
NEEDS_APPEARANCE = "A published quote needs an appearance."


class AppearanceQuerySet(NaturalKeyQuerySet["Appearance"]):
    def published(self) -> Self:
        """Appearances of the quotes everybody may read."""
        return self.filter(quote__state=State.PUBLISHED)

    def in_older_texts(self) -> Self:
        """Those whose article has a newer text that does not hold the quote, as far as is known.

        Not those that somebody did not find in it: they stay where they stand.
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
        """Each with its quote and who said it, in the order of the quotes."""
        return self.select_related("quote__speaker").order_by("quote", "id")

    def of_the_day(self, day: date) -> "Appearance | None":
        """Where the quote shown on a day stands: the same for everybody, another one tomorrow."""
        verbatim = self.published().filter(verdict=Verdict.VERBATIM, quote__mode=Mode.DIRECT)
        shown = verbatim.order_by("key")
        return shown.filter(key__gte=key_of(day.isoformat())).first() or shown.first()


def context_of(text: str, spans: Sequence[Span]) -> tuple[str, str]:
    """Up to `CONTEXT` code points before the first span and after the last one."""
    start, end = spans[0].start, spans[-1].end
    return text[max(0, start - CONTEXT) : start], text[end : end + CONTEXT]


def check_printed(
    text: str,
    segments: object,
    exact: str | None = None,
    prefix: str | None = None,
    suffix: str | None = None,
) -> tuple[str, str, str]:
    """The words at these segments of a snapshot's text, and those before and after them.

    Raises `ValidationError`, with the field, where the segments are no spans of the text, cut a
    word, or do not print what is given; None is not looked at.
    """
    spans = _rising_spans(segments, len(text))
    printed = " ".join(span.of(text) for span in spans)
    if exact not in (None, printed):
        raise ValidationError({"exact": f"At these spans the snapshot prints “{printed}”."})
    if any(cuts_a_word(text, span) for span in spans):
        cut = "These words begin or end inside a word of the article."
        raise ValidationError({"segments": cut})
    before, after = context_of(text, spans)
    for name, given, there in (("prefix", prefix, before), ("suffix", suffix, after)):
        if given not in (None, there):
            raise ValidationError({name: f"There the snapshot prints “{there}”: take that."})
    return printed, before, after


def _rising_spans(segments: object, length: int) -> list[Span]:
    """The segments, if they are rising, separate spans inside a text of this length."""
    spans = [Span(0, 0)]
    for segment in segments if isinstance(segments, list) else [None]:
        match segment:
            case [int(start), int(end)] if spans[-1].end <= start < end <= length:
                spans.append(Span(start, end))
            case _:
                raise ValidationError(
                    {
                        "segments": f"{segment} is not a span of this text: write rising "
                        f"pairs [start, end] of code points from 0 to {length}."
                    }
                )
    return spans[1:]


def _span_of(segment: object) -> Span | None:
    match segment:
        case [int(start), int(end)] if 0 <= start <= end:
            return Span(start, end)
    return None


class Appearance(NaturalKeyModel):
    """One article's printing of a quote: the words there, and who the article says spoke.

    `segments` are half-open spans of code points into the snapshot, inside the marks; a split
    quotation has several. `exact`, `prefix` and `suffix` are W3C's TextQuoteSelector, where
    `exact` joins the segments with a space.
    """

    key = models.CharField(max_length=8, unique=True, default=new_key, validators=[validate_key])
    quote = models.ForeignKey(Quote, models.CASCADE, related_name="appearances")
    article = models.ForeignKey(Article, models.PROTECT, related_name="appearances")
    snapshot = models.ForeignKey(
        Snapshot, models.PROTECT, null=True, blank=True, related_name="appearances"
    )
    segments = models.JSONField(default=list, blank=True)
    exact = models.TextField("words as printed")
    prefix = models.TextField(blank=True)
    suffix = models.TextField(blank=True)
    attribution = models.CharField(
        max_length=300, blank=True, help_text="The speaker as printed: the prime minister."
    )
    cue = models.CharField(max_length=100, blank=True, help_text="The verb as printed: told.")
    translated = models.BooleanField(default=False, help_text="The article translates.")
    # What a check found: never taken from a fixture, and so in none.
    verdict = models.CharField(
        max_length=20, choices=VERDICT_CHOICES, blank=True, editable=False, serialize=False
    )
    checked_at = models.DateTimeField(null=True, blank=True, editable=False, serialize=False)
    primary = models.BooleanField(
        default=False, help_text="The wording of the quote was taken from here."
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
                violation_error_message="Spans and the text they point into go together.",
            ),
            together(("quote", "snapshot", "segments"), "This appearance is already recorded."),
            models.UniqueConstraint(
                fields=["quote"],
                condition=models.Q(primary=True),
                name="appearance_one_primary",
                violation_error_message="A quote has one primary appearance.",
            ),
        )

    def __str__(self) -> str:
        return f"{self.quote} in {self.article}"

    def get_absolute_url(self) -> str:
        return f"{self.article.get_absolute_url()}#q-{self.quote.key}"

    @property
    def spans(self) -> list[Span]:
        """The segments as spans of code points into the snapshot's text.

        None at all where one is no span, as only what is written past `clean` can be.
        """
        segments = self.segments if isinstance(self.segments, list) else []
        spans = [span for span in map(_span_of, segments) if span]
        return spans if len(spans) == len(segments) else []

    @property
    def printed(self) -> list[str]:
        """The words of each segment, cut from the snapshot; empty without one."""
        return [self.snapshot.text[s.start : s.end] for s in self.spans] if self.snapshot else []

    def anchor(self, snapshot: Snapshot, spans: Iterable[Span]) -> None:
        """Point into a snapshot, taking the words and their context from it."""
        self.snapshot, self.article = snapshot, snapshot.article
        self.segments = [[span.start, span.end] for span in spans]
        self.exact = " ".join(self.printed)
        self.prefix, self.suffix = context_of(snapshot.text, self.spans)

    def clean(self) -> None:
        if not self.snapshot:
            return
        if self.snapshot.article_id != self.article_id:
            raise ValidationError({"snapshot": "This text was taken from another article."})
        check_printed(self.snapshot.text, self.segments, self.exact, self.prefix, self.suffix)


class VerificationMethod(models.TextChoices):
    MACHINE = "machine"
    PERSON = "person"


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
                violation_error_message="A person's check names the person.",
            ),
        )

    def __str__(self) -> str:
        return f"{self.get_verdict_display()}, {self.at:%Y-%m-%d}"
