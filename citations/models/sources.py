"""Publications, their articles, and the articles' texts."""

import hashlib
from collections.abc import Mapping
from datetime import date
from types import MappingProxyType
from typing import Self

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models.functions import Lower
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from citations.models.base.constraints import never_blank, one_of, unique_values, web_address
from citations.models.base.edtf_fields import (
    EdtfField,
    EdtfModel,
    EdtfQuerySet,
    LanguageField,
    LatestFirst,
)
from citations.models.base.natural_keys import NaturalKeyModel, NaturalKeyQuerySet
from citations.models.base.permanent_keys import new_key, validate_key
from citations.models.base.visibility import has_published

DERIVES_IN_A_CIRCLE = _("That article derives from this one: name the one printed first.")


class PublicationKind(models.TextChoices):
    NEWSPAPER = "newspaper", _("Newspaper")
    NEWS_AGENCY = "news-agency", _("news agency")
    BROADCASTER = "broadcaster", _("Broadcaster")
    MAGAZINE = "magazine", _("Magazine")
    WEBSITE = "website", _("Website")
    GOVERNMENT = "government", _("Government")
    BOOK = "book", _("Book")
    OTHER = "other", _("Other")


class PublicationQuerySet(NaturalKeyQuerySet["Publication"]):
    def public(self) -> Self:
        """Publications with published quotes."""
        return self.filter(has_published("appearance", "article__publication"))


class Publication(NaturalKeyModel):
    """Who published an article."""

    slug = models.SlugField(max_length=100, unique=True)
    name = models.CharField(max_length=200)
    kind = models.CharField(max_length=20, choices=PublicationKind)
    country = models.CharField(max_length=2, blank=True, help_text=_("ISO 3166, like JP."))
    homepage = models.URLField(max_length=500, blank=True)
    issn = models.CharField(_("ISSN"), max_length=9, blank=True)

    natural_key_fields = ("slug",)
    objects = PublicationQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        ordering = ("name", "slug")
        constraints = (
            one_of("kind", PublicationKind),
            never_blank("name"),
            web_address("homepage"),
        )

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("publication", args=[self.slug])


class ArticleKind(models.TextChoices):
    """CSL 1.0.2 item types, as far as they are sources of quotations."""

    ARTICLE_NEWSPAPER = "article-newspaper", _("newspaper article")
    ARTICLE_MAGAZINE = "article-magazine", _("magazine article")
    ARTICLE_JOURNAL = "article-journal", _("journal article")
    WEBPAGE = "webpage", _("web page")
    POST = "post", _("post")
    BROADCAST = "broadcast", _("broadcast")
    SPEECH = "speech", _("speech")
    INTERVIEW = "interview", _("interview")
    REPORT = "report", _("report")
    BOOK = "book", _("book")
    DOCUMENT = "document", _("document")


class ArticleQuerySet(EdtfQuerySet["Article"]):
    def public(self) -> Self:
        """Articles that print something published here."""
        return self.filter(has_published("appearance", "article"))

    def with_quote_count(self) -> Self:
        """Each with `quote_count`, the number of published quotes it prints."""
        published = models.Q(appearances__quote__state="published")
        return self.annotate(
            quote_count=models.Count("appearances__quote", filter=published, distinct=True)
        )

    def newest_first(
        self,
        until: date | None = None,
        *,
        undated: bool = False,
        after: models.Model | None = None,
    ) -> Self:
        """By the last day of their date (see `latest_first`)."""
        return self.latest_first("published_latest", until, undated=undated, after=after)


class Article(EdtfModel):
    """A source text, with what is needed to cite it."""

    key = models.CharField(max_length=8, unique=True, default=new_key, validators=[validate_key])
    publication = models.ForeignKey(
        Publication,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="articles",
        db_index=False,  # the first column of an index below
    )
    headline = models.CharField(max_length=500)
    byline = models.JSONField(default=list, blank=True, help_text=_("A list of author names."))
    kind = models.CharField(max_length=30, choices=ArticleKind)
    published = EdtfField(help_text=_("EDTF: 2024-02-08, 2022-03, or empty if unknown."))
    language = LanguageField(default="en")
    url = models.URLField(_("address"), max_length=2000, blank=True)
    archived_url = models.URLField(_("archived address"), max_length=2000, blank=True)
    accessed = EdtfField(help_text=_("When somebody last visited the address."))
    derived_from = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="copies"
    )
    note = models.TextField(blank=True, help_text=_("Evidence for the date, and other remarks."))

    published_earliest: date | None
    published_latest: date | None

    natural_key_fields = ("key",)
    objects = ArticleQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        ordering = ("-published_earliest", "headline", "key")
        indexes = (
            models.Index(LatestFirst("published_latest"), "key", name="article_newest"),
            models.Index(
                "publication",
                LatestFirst("published_latest"),
                "key",
                name="article_newest_of_pub",
            ),
            models.Index(Lower("headline"), name="article_by_headline"),
        )
        constraints = (
            one_of("kind", ArticleKind),
            never_blank("headline"),
            web_address("url"),
            web_address("archived_url"),
            models.CheckConstraint(
                condition=~models.Q(derived_from=models.F("id")),
                name="article_not_derived_from_itself",
                violation_error_message=_("An article cannot be a copy of itself."),
            ),
        )

    def __str__(self) -> str:
        return self.headline

    def get_absolute_url(self) -> str:
        return reverse("article", args=[self.key])

    def clean(self) -> None:
        if not isinstance(self.byline, list) or not all(isinstance(n, str) for n in self.byline):
            raise ValidationError({"byline": _('Write a list of names, like ["A. Reporter"].')})
        source = self.derived_from
        if source not in (None, self) and self.key in ancestor_keys(source.key):
            raise ValidationError({"derived_from": DERIVES_IN_A_CIRCLE})

    @property
    def current_snapshot(self) -> "Snapshot | None":
        """The newest snapshot: the article's current text."""
        return self.snapshots.newest_first().first()


def ancestor_keys(key: str, known: Mapping[str, str | None] = MappingProxyType({})) -> list[str]:
    """The key of an article, and of those that it derives from, the nearest first.

    `known` has the sources of articles that are not in the database yet.
    """
    found: list[str] = []
    above: str | None = key
    while above and above not in found:
        found.append(above)
        if above in known:
            above = known[above]
        else:
            rows = Article.objects.filter(key=above)
            above = rows.values_list("derived_from__key", flat=True).first()
    return found


def sha256_of(text: str) -> str:
    """The SHA-256 of a text's UTF-8 bytes, in hexadecimal."""
    return hashlib.sha256(text.encode()).hexdigest()


class SnapshotQuerySet(NaturalKeyQuerySet["Snapshot"]):
    def newest_first(self) -> Self:
        return self.order_by("-taken_at", "-id")


class Snapshot(NaturalKeyModel):
    """An article's text at a time. Never edited: a trigger refuses it."""

    article = models.ForeignKey(Article, models.PROTECT, related_name="snapshots")
    text = models.TextField()
    sha256 = models.CharField(_("SHA-256"), max_length=64)
    taken_at = models.DateTimeField(default=timezone.now)
    origin = models.CharField(max_length=500, blank=True, help_text=_("Where the text came from."))

    natural_key_fields = ("article__key", "sha256")
    objects = SnapshotQuerySet.as_manager()

    class Meta:
        ordering = ("-taken_at", "-id")
        indexes = (models.Index(fields=["sha256"], name="snapshot_sha256"),)
        constraints = (
            never_blank("text"),
            unique_values(("article", "sha256"), _("This text of the article is already stored.")),
        )

    def __str__(self) -> str:
        return f"{self.article} ({self.sha256[:8]})"

    def clean(self) -> None:
        if self.sha256 != sha256_of(self.text):
            raise ValidationError(
                {
                    "sha256": gettext("The text’s SHA-256 is %(hash)s.")
                    % {"hash": sha256_of(self.text)}
                }
            )
