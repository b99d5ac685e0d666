"""By what a text is recognised: derived from snapshots, and made again when it is missing."""

from collections.abc import Iterable

from django.db import models

from citations.models.base.constraints import together
from citations.models.sources import Snapshot


class FingerprintQuerySet(models.QuerySet["Fingerprint"]):
    def sharing(self, values: Iterable[int], most: int) -> list[int]:
        """The numbers of the snapshots that have most of these values, the most alike first."""
        counted = self.filter(value__in=list(values)).values("snapshot")
        shared = counted.annotate(shared=models.Count("pk")).order_by("-shared", "snapshot")
        return list(shared.values_list("snapshot", flat=True)[:most])


class Fingerprint(models.Model):
    """One of the runs of words that stand for a snapshot (`citations.text.shingles`)."""

    snapshot = models.ForeignKey(
        Snapshot, models.CASCADE, related_name="fingerprints", db_index=False
    )
    value = models.BigIntegerField(db_index=True)

    objects = FingerprintQuerySet.as_manager()

    class Meta:
        constraints = (together(("snapshot", "value"), "This run of words is already noted."),)

    def __str__(self) -> str:
        return f"{self.value:x}"
