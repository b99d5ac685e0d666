"""Fingerprints: min-hashes of snapshots, by which copies of a text are detected."""

from collections.abc import Iterable

from django.db import models
from django.utils.translation import gettext_lazy as _

from citations.models.base.constraints import unique_values
from citations.models.sources import Snapshot


class FingerprintQuerySet(models.QuerySet["Fingerprint"]):
    def sharing(self, values: Iterable[int], most: int) -> list[int]:
        """The ids of the snapshots that share most of these values, the closest first."""
        counted = self.filter(value__in=list(values)).values("snapshot")
        shared = counted.annotate(shared=models.Count("pk")).order_by("-shared", "snapshot")
        return list(shared.values_list("snapshot", flat=True)[:most])


class Fingerprint(models.Model):
    """One of the shingles that represent a snapshot (`citations.text.shingles`)."""

    snapshot = models.ForeignKey(
        Snapshot, models.CASCADE, related_name="fingerprints", db_index=False
    )
    value = models.BigIntegerField(db_index=True)

    objects = FingerprintQuerySet.as_manager()

    class Meta:
        constraints = (unique_values(("snapshot", "value"), _("This shingle is already stored.")),)

    def __str__(self) -> str:
        return f"{self.value:x}"
