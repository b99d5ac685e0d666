"""Speakers, their names and their offices."""

from datetime import date
from typing import Self

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models.functions import Lower
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from citations.models.base.constraints import never_blank, one_of, unique_values
from citations.models.base.edtf_fields import (
    EdtfField,
    EdtfModel,
    EdtfQuerySet,
    LanguageField,
    overlaps,
)
from citations.models.base.natural_keys import NaturalKeyModel, NaturalKeyQuerySet
from citations.models.base.visibility import has_published
from citations.models.offices import OfficeRow, office_in_words, offices_by_speaker, sure_office

MERGED_INTO_ITSELF = _("A speaker cannot be merged into itself.")
HAS_MERGED = _("Other speakers were merged into this one: merge them into the new one first.")
HAS_QUOTES = _("This speaker still has quotes: move them to the new one first.")


def already_merged_message(kept: str) -> str:
    """Why nobody can be merged into a speaker that was itself merged into the one named."""
    return gettext("That speaker was itself merged: merge into %(speaker)s.") % {"speaker": kept}


class SpeakerKind(models.TextChoices):
    PERSON = "person", _("Person")
    ORGANISATION = "organisation", _("Organisation")
    GROUP = "group", _("Group")
    UNNAMED = "unnamed", _("unnamed source")


class SpeakerQuerySet(EdtfQuerySet["Speaker"]):
    def public(self) -> Self:
        """Speakers with published quotes; the address of a merged one redirects instead."""
        # As a negation, or SQLite reads all unmerged speakers by the index of merges, and sorts
        # them, before it shows one page of the list by name.
        return self.filter(~models.Q(merged_into__isnull=False), has_published("quote", "speaker"))

    def only_one_named(self, name: str) -> "Speaker | None":
        """The speaker on record under this name in any case, unless there are several."""
        if not name:
            return None
        named = list(self.filter(merged_into=None, names__name__iexact=name).distinct()[:2])
        return named[0] if len(named) == 1 else None

    def by_name(self, start: str = "") -> Self:
        """In alphabetical order, ignoring case; `start` skips all names before it."""
        rows = self.alias(spelled=Lower("name")).order_by("spelled", "slug")
        return rows.filter(spelled__gte=start.lower()) if start else rows

    def following(self, speaker: "Speaker") -> Self:
        """The speakers after this one in alphabetical order."""
        spelled = self.alias(spelled=Lower("name"))
        same = models.Q(spelled=speaker.name.lower(), slug__gt=speaker.slug)
        later = models.Q(spelled__gt=speaker.name.lower())
        return spelled.filter(later | same, spelled__gte=speaker.name.lower())

    def with_record(self) -> Self:
        return self.prefetch_related("names", "positions")


class Speaker(EdtfModel):
    slug = models.SlugField(max_length=100, unique=True)
    kind = models.CharField(max_length=20, choices=SpeakerKind, default=SpeakerKind.PERSON)
    name = models.CharField(max_length=200, help_text=_("The name that pages show."))
    description = models.CharField(max_length=300, blank=True)
    birth = EdtfField(help_text=_("EDTF: 1957-07-29, 1957, 1957~, or empty."))
    death = EdtfField(help_text=_("EDTF, or empty."))
    wikidata = models.CharField(max_length=20, blank=True, help_text=_("Like Q42."))
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
            raise ValidationError(reason)  # without a field, which forms may leave out

    def _reason_to_stay(self) -> str:
        """Why this speaker cannot be merged into `merged_into`, or ""."""
        if self.merged_into == self:
            return str(MERGED_INTO_ITSELF)
        if self.merged_into and (kept := self.merged_into.merged_into):
            return already_merged_message(f"{kept} ({kept.slug})")
        if self.pk and self.merged.exists():
            return str(HAS_MERGED)
        if self.pk and self.quotes.exists():
            return str(HAS_QUOTES)
        return ""

    @property
    def merge_target(self) -> "Speaker":
        """The speaker to whom this one's address leads: at the end of its merges, or itself.

        A circle of merges, which only plain SQL can make, ends where it closes.
        """
        passed, last = {self.pk}, self
        while last.merged_into and last.merged_into.pk not in passed:
            last = last.merged_into
            passed.add(last.pk)
        return last

    @cached_property
    def shown_form(self) -> "SpeakerName | None":
        """The recorded form of the displayed name, if there is one."""
        return next((form for form in self.names.all() if form.name == self.name), None)

    def position_on(self, earliest: date | None, latest: date | None = None) -> "Position | None":
        """The one office surely held on a day, or on every day up to `latest`."""
        return sure_office(self.positions.all(), earliest, latest or earliest)


class NameKind(models.TextChoices):
    PREFERRED = "preferred", _("Preferred")
    ALIAS = "alias", _("Alias")
    FORMER = "former", _("former name")
    TRANSLITERATION = "transliteration", _("Transliteration")


class NameOrder(models.TextChoices):
    FAMILY_FIRST = "family-first", _("family name first")
    GIVEN_FIRST = "given-first", _("given name first")
    NONE = "none", _("no order")


class SpeakerNameQuerySet(NaturalKeyQuerySet["SpeakerName"]):
    pass


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
            unique_values(("speaker", "name"), _("This speaker already has this name.")),
            models.UniqueConstraint(
                fields=["speaker"],
                condition=models.Q(kind=NameKind.PREFERRED),
                name="speakername_one_preferred",
                violation_error_message=_("A speaker has only one preferred name."),
            ),
        )

    def __str__(self) -> str:
        return self.name


class PositionQuerySet(EdtfQuerySet["Position"]):
    def public(self) -> Self:
        """Offices of speakers with published quotes."""
        return self.filter(has_published("quote", "speaker", "speaker"))

    def held_between(self, earliest: date, latest: date) -> Self:
        """Offices that may have been held on at least one of these days."""
        started = overlaps("start", None, latest)
        return self.filter(
            started,
            models.Q(end="") | models.Q(end_latest=None) | models.Q(end_latest__gte=earliest),
        )

    def rows_by_speaker(self) -> "dict[int, list[OfficeRow]]":
        """The offices as plain rows, by the speakers' ids."""
        return offices_by_speaker(self.values_list(*OfficeRow._fields))


class Position(EdtfModel):
    """An office a speaker held, from when to when (Wikidata's P39)."""

    speaker = models.ForeignKey(Speaker, models.CASCADE, related_name="positions")
    title = models.CharField(max_length=200)
    organisation = models.CharField(max_length=200, blank=True)
    start = EdtfField(help_text=_("EDTF: 2021-10-04, 2021-10, or empty if unknown."))
    end = EdtfField(help_text=_("EDTF; empty while the speaker holds the office, or if unknown."))

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
            unique_values(("speaker", "title", "start"), _("This office is already recorded.")),
            models.CheckConstraint(
                condition=models.Q(end_latest=None)
                | models.Q(start_earliest=None)
                | models.Q(end_latest__gte=models.F("start_earliest")),
                name="position_ends_after_it_starts",
                violation_error_message=_("An office cannot end before it starts."),
            ),
        )

    def __str__(self) -> str:
        return office_in_words(self.title, self.organisation)
