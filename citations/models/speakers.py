"""Who said it: speakers, the names they go by, the offices they held."""

from collections import defaultdict
from datetime import date
from typing import Self

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models.functions import Lower
from django.urls import reverse
from django.utils.functional import cached_property
from simple_history.models import HistoricalRecords

from citations.models.base.constraints import never_blank, one_of, together
from citations.models.base.edtf_fields import (
    EdtfField,
    EdtfModel,
    EdtfQuerySet,
    LanguageField,
    overlaps,
)
from citations.models.base.natural_keys import NaturalKeyModel, NaturalKeyQuerySet
from citations.models.base.visibility import has_published
from citations.models.offices import Held, held_through, office_in_words

MERGED_INTO_ITSELF = "A speaker cannot be merged into itself."
HAS_MERGED = "Others are merged into this speaker: merge them into the new one first."
HAS_QUOTES = "This speaker still has quotes: move them to the new one first."


def merged_already(kept: str) -> str:
    """Why nobody is merged into a speaker that is merged into the one named."""
    return f"That speaker is itself merged: merge into {kept}."


class SpeakerKind(models.TextChoices):
    PERSON = "person"
    ORGANISATION = "organisation"
    GROUP = "group"
    UNNAMED = "unnamed", "unnamed source"


class SpeakerQuerySet(EdtfQuerySet["Speaker"]):
    def public(self) -> Self:
        """Speakers with something published; merged ones answer by their redirect instead."""
        # Said this way round, or SQLite goes through all that are merged into nobody, by the index
        # on the merged, and sorts them, before it shows one page of the list by name.
        return self.filter(~models.Q(merged_into__isnull=False), has_published("quote", "speaker"))

    def by_name(self, start: str = "") -> Self:
        """In the order of the alphabet, without regard to case; from a name or its beginning on."""
        rows = self.alias(spelled=Lower("name")).order_by("spelled", "slug")
        return rows.filter(spelled__gte=start.lower()) if start else rows

    def following(self, speaker: "Speaker") -> Self:
        """Those that come after a speaker in that order."""
        spelled = self.alias(spelled=Lower("name"))
        same = models.Q(spelled=speaker.name.lower(), slug__gt=speaker.slug)
        later = models.Q(spelled__gt=speaker.name.lower())
        return spelled.filter(later | same, spelled__gte=speaker.name.lower())

    def with_record(self) -> Self:
        """Each with its names and offices."""
        return self.prefetch_related("names", "positions")


class Speaker(EdtfModel):
    """A person, organisation, group or unnamed source that said something."""

    slug = models.SlugField(max_length=100, unique=True)
    kind = models.CharField(max_length=20, choices=SpeakerKind, default=SpeakerKind.PERSON)
    name = models.CharField(max_length=200, help_text="As it is shown.")
    description = models.CharField(max_length=300, blank=True)
    birth = EdtfField(help_text="EDTF: 1957-07-29, 1957, 1957~, or empty.")
    death = EdtfField(help_text="EDTF, or empty.")
    wikidata = models.CharField(max_length=20, blank=True, help_text="Like Q42.")
    notes = models.TextField(blank=True)
    merged_into = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="merged"
    )

    natural_key_fields = ("slug",)
    objects = SpeakerQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        ordering = ("name", "slug")
        indexes = (models.Index(Lower("name"), "slug", name="speaker_by_name"),)
        permissions = (("merge_speaker", "Can merge speakers"),)
        constraints = (
            one_of("kind", SpeakerKind),
            never_blank("name"),
            models.CheckConstraint(
                condition=~models.Q(merged_into=models.F("id")),
                name="speaker_not_merged_into_itself",
                violation_error_message=MERGED_INTO_ITSELF,
            ),
        )

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("speaker", args=[self.slug])

    def clean(self) -> None:
        if self.merged_into and (reason := self._reason_to_stay()):
            raise ValidationError(reason)  # of no one field: forms may leave it out

    def _reason_to_stay(self) -> str:
        """Why this speaker cannot be merged as asked, or nothing."""
        if self.merged_into == self:
            return MERGED_INTO_ITSELF
        if self.merged_into and (kept := self.merged_into.merged_into):
            return merged_already(f"{kept} ({kept.slug})")
        if self.pk and self.merged.exists():
            return HAS_MERGED
        if self.pk and self.quotes.exists():
            return HAS_QUOTES
        return ""

    @property
    def kept(self) -> "Speaker":
        """Whom this speaker's address leads to: the last of those it was merged into, or itself.

        Merges that lead in a circle, which only plain SQL can make, end where they close.
        """
        passed, last = {self.pk}, self
        while last.merged_into and last.merged_into.pk not in passed:
            last = last.merged_into
            passed.add(last.pk)
        return last

    @cached_property
    def shown_form(self) -> "SpeakerName | None":
        """The recorded form of the name it is shown by, if there is one."""
        return next((form for form in self.names.all() if form.name == self.name), None)

    def position_on(self, earliest: date | None, latest: date | None = None) -> "Position | None":
        """The office held on a day, or through all the days up to `latest`: one, or none.

        None when no office is known, when several are, and when the days are not known.
        """
        return held_through(self.positions.all(), earliest, latest or earliest)


class NameKind(models.TextChoices):
    PREFERRED = "preferred"
    ALIAS = "alias"
    FORMER = "former", "former name"
    TRANSLITERATION = "transliteration"


class NameOrder(models.TextChoices):
    FAMILY_FIRST = "family-first", "family name first"
    GIVEN_FIRST = "given-first", "given name first"
    NONE = "none", "no order"


class SpeakerNameQuerySet(NaturalKeyQuerySet["SpeakerName"]):
    """The forms of names, found by speaker and form."""


class SpeakerName(NaturalKeyModel):
    """One form of a speaker's name, in the order and script in which it is written."""

    speaker = models.ForeignKey(Speaker, models.CASCADE, related_name="names")
    name = models.CharField(max_length=200)
    language = LanguageField(default="en")
    family = models.CharField(max_length=100, blank=True)
    given = models.CharField(max_length=100, blank=True)
    order = models.CharField(max_length=20, choices=NameOrder, default=NameOrder.NONE)
    kind = models.CharField(max_length=20, choices=NameKind, default=NameKind.ALIAS)

    natural_key_fields = ("speaker__slug", "name")
    objects = SpeakerNameQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        ordering = ("id",)
        indexes = (models.Index(Lower("name"), name="speakername_by_name"),)
        constraints = (
            one_of("kind", NameKind),
            one_of("order", NameOrder),
            never_blank("name"),
            together(("speaker", "name"), "This speaker already has this name."),
            models.UniqueConstraint(
                fields=["speaker"],
                condition=models.Q(kind=NameKind.PREFERRED),
                name="speakername_one_preferred",
                violation_error_message="A speaker has one preferred name.",
            ),
        )

    def __str__(self) -> str:
        return self.name


class PositionQuerySet(EdtfQuerySet["Position"]):
    def public(self) -> Self:
        """Offices of speakers of whom something is published."""
        return self.filter(has_published("quote", "speaker", "speaker"))

    def held_between(self, earliest: date, latest: date) -> Self:
        """Offices held on at least one of these days."""
        started = overlaps("start", None, latest)
        return self.filter(
            started,
            models.Q(end="") | models.Q(end_latest=None) | models.Q(end_latest__gte=earliest),
        )

    def by_speaker(self) -> "dict[int, list[Held]]":
        """What is needed to tell who held which office when, by the speakers' numbers."""
        held: dict[int, list[Held]] = defaultdict(list)
        for values in self.values_list(*Held._fields):
            held[values[0]].append(Held(*values))
        return held


class Position(EdtfModel):
    """An office a speaker held, from when to when (Wikidata's P39)."""

    speaker = models.ForeignKey(Speaker, models.CASCADE, related_name="positions")
    title = models.CharField(max_length=200)
    organisation = models.CharField(max_length=200, blank=True)
    start = EdtfField(help_text="EDTF: 2021-10-04, 2021-10, or empty when not known.")
    end = EdtfField(help_text="EDTF; empty while the office is held, or when not known.")

    start_earliest: date | None
    start_latest: date | None
    end_earliest: date | None
    end_latest: date | None

    natural_key_fields = ("speaker__slug", "title", "start")
    objects = PositionQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        ordering = ("start_earliest", "id")
        indexes = (models.Index(fields=["title"], name="position_title"),)
        constraints = (
            never_blank("title"),
            together(("speaker", "title", "start"), "This office is already recorded."),
            models.CheckConstraint(
                condition=models.Q(end_latest=None)
                | models.Q(start_earliest=None)
                | models.Q(end_latest__gte=models.F("start_earliest")),
                name="position_ends_after_it_starts",
                violation_error_message="An office cannot end before it starts.",
            ),
        )

    def __str__(self) -> str:
        return office_in_words(self.title, self.organisation)
