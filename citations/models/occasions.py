"""Occasions, when and where something was said, and topics."""

import datetime
from typing import Self

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from citations.models.base.constraints import never_blank
from citations.models.base.edtf_fields import (
    EdtfField,
    EdtfModel,
    EdtfQuerySet,
    LatestFirst,
    overlaps,
)
from citations.models.base.natural_keys import NaturalKeyModel, NaturalKeyQuerySet
from citations.models.base.visibility import has_published


class OccasionQuerySet(EdtfQuerySet["Occasion"]):
    def public(self) -> Self:
        """Occasions of published quotes."""
        return self.filter(has_published("quote", "occasion"))

    def between(self, earliest: datetime.date | None, latest: datetime.date | None) -> Self:
        """Occasions whose date shares a day with the range; None means no limit."""
        return self.filter(overlaps("date", earliest, latest))

    def newest_first(
        self,
        until: datetime.date | None = None,
        *,
        undated: bool = False,
        after: models.Model | None = None,
    ) -> Self:
        """By the last day of their date (see `latest_first`)."""
        return self.latest_first("date_latest", until, undated=undated, after=after)


class Occasion(EdtfModel):
    """The date on which something was said, with the event and the place if known."""

    slug = models.SlugField(max_length=100, unique=True)
    date = EdtfField(help_text=_("EDTF: 2024-02-07, 2022-03, [2022-03-21..2022-12-31], or empty."))
    event = models.CharField(max_length=200, blank=True, help_text=_("Like “news conference”."))
    place = models.CharField(max_length=200, blank=True)
    note = models.TextField(blank=True, help_text=_("What in the sources supports the date."))

    date_earliest: datetime.date | None
    date_latest: datetime.date | None

    natural_key_fields = ("slug",)
    objects = OccasionQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        ordering = ("-date_earliest", "slug")
        indexes = (models.Index(LatestFirst("date_latest"), "slug", name="occasion_newest"),)
        constraints = (never_blank("slug"),)

    def __str__(self) -> str:
        return ", ".join(part for part in (self.date, self.event, self.place) if part) or self.slug

    def get_absolute_url(self) -> str:
        return f"{reverse('dates')}#{self.slug}"


class TopicQuerySet(NaturalKeyQuerySet["Topic"]):
    def public(self) -> Self:
        """Topics of published quotes."""
        return self.filter(has_published("quote_topics", "topic"))


class Topic(NaturalKeyModel):
    slug = models.SlugField(max_length=100, unique=True)
    name = models.CharField(max_length=200, unique=True)

    natural_key_fields = ("slug",)
    objects = TopicQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        ordering = ("name",)
        constraints = (never_blank("name"),)

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("topic", args=[self.slug])
