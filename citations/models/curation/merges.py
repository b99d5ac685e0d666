"""Merges of duplicate records, and pairs that a curator found to be different."""

from typing import Self

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from citations.models.base.constraints import one_of, unique_values

LONGEST_NAME = 100


class MergeKind(models.TextChoices):
    """The kind of merged records, by the name of their model."""

    SPEAKER = "speaker", _("Speaker")
    PUBLICATION = "publication", _("Publication")
    ARTICLE = "article", _("Article")
    QUOTE = "quote", _("Quote")


class MergeQuerySet(models.QuerySet["Merge"]):
    def in_force(self) -> Self:
        """Merges that nobody has undone."""
        return self.filter(undone_at=None)

    def target_of(self, kind: str, name: str) -> str:
        """The slug or key to which a merged record's address leads; "" if it is not merged."""
        passed: set[str] = set()
        found = name
        while found not in passed:
            passed.add(found)
            row = self.in_force().filter(kind=kind, merged=found).first()
            found = row.kept if row else found
        return found if found != name else ""


class Merge(models.Model):
    """One record merged into another, both by slug or key, with all changes that this made.

    `changes` are [model, id, field, old, new], `added` are [model, id], in their order.
    """

    kind = models.CharField(max_length=20, choices=MergeKind)
    kept = models.CharField(max_length=LONGEST_NAME)
    merged = models.CharField(max_length=LONGEST_NAME)
    reason = models.CharField(max_length=100)
    changes = models.JSONField(default=list)
    added = models.JSONField(default=list)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField(default=timezone.now)
    undone_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    undone_at = models.DateTimeField(null=True, blank=True)

    objects = MergeQuerySet.as_manager()

    class Meta:
        ordering = ("-pk",)
        constraints = (
            one_of("kind", MergeKind),
            models.CheckConstraint(
                condition=~models.Q(kept=models.F("merged")),
                name="merge_of_two_records",
                violation_error_message=_("A record cannot be merged into itself."),
            ),
            models.UniqueConstraint(
                fields=["kind", "merged"],
                condition=models.Q(undone_at=None),
                name="merge_once",
                violation_error_message=_("That record is already merged."),
            ),
            models.CheckConstraint(
                condition=models.Q(undone_at=None, undone_by=None)
                | models.Q(undone_at__isnull=False, undone_by__isnull=False),
                name="merge_undone_by_somebody",
            ),
        )

    def __str__(self) -> str:
        names = {"kind": self.get_kind_display(), "merged": self.merged, "kept": self.kept}
        return gettext("%(kind)s %(merged)s into %(kept)s") % names


class DifferentQuerySet(models.QuerySet["Different"]):
    def pairs(self, kind: str) -> set[tuple[str, str]]:
        return set(self.filter(kind=kind).values_list("one", "other"))


class Different(models.Model):
    """Two records that look alike but differ: by slug or key, in alphabetical order."""

    kind = models.CharField(max_length=20, choices=MergeKind)
    one = models.CharField(max_length=LONGEST_NAME)
    other = models.CharField(max_length=LONGEST_NAME)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField(default=timezone.now)

    objects = DifferentQuerySet.as_manager()

    class Meta:
        verbose_name = _("different pair")
        constraints = (
            one_of("kind", MergeKind),
            unique_values(
                ("kind", "one", "other"), _("These records are already marked as different.")
            ),
            models.CheckConstraint(
                condition=models.Q(one__lt=models.F("other")), name="different_in_order"
            ),
        )

    def __str__(self) -> str:
        names = {"kind": self.get_kind_display(), "one": self.one, "other": self.other}
        return gettext("%(kind)s %(one)s and %(other)s") % names
