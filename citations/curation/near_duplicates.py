"""Detects texts that are already stored: identical ones, copies, and newer versions."""

from collections.abc import Iterable

from citations.models import Fingerprint, Snapshot, sha256_of
from citations.text.shingles import overlap, shingles, sketch

# A text is a copy when it shares this part of the shorter text's shingles: copies of a wire report
# change the headline, the lead or the length. Two reports of one event share the quotations, which
# is seldom a tenth.
COPY_OVERLAP = 0.5
# A newer version of an article may have changed more: it has the same address as well.
NEWER_VERSION_OVERLAP = 0.2
# A text with fewer shingles is too short to be called a copy.
LEAST_SHINGLES = 20
MOST_COMPARED = 5
BATCH = 200


def find_identical_snapshot(text: str) -> Snapshot | None:
    rows = Snapshot.objects.filter(sha256=sha256_of(text)).select_related("article")
    return rows.order_by("pk").first()


def find_near_duplicate(text: str) -> Snapshot | None:
    """The most similar snapshot from `COPY_OVERLAP` on, whichever of the two is the longer one."""
    runs = shingles(text)
    if len(runs) < LEAST_SHINGLES:
        return None
    numbers = Fingerprint.objects.sharing(sketch(runs), MOST_COMPARED)
    near = Snapshot.objects.filter(pk__in=numbers).select_related("article").order_by("pk")
    shares = [(overlap(runs, shingles(each.text)), each) for each in near]
    share, nearest = max(shares, key=lambda pair: pair[0], default=(0.0, None))
    return nearest if share >= COPY_OVERLAP else None


def is_newer_version(text: str, known: str) -> bool:
    return overlap(shingles(text), shingles(known)) >= NEWER_VERSION_OVERLAP


def store_fingerprints(snapshots: Iterable[Snapshot]) -> None:
    """Store min-hash fingerprints of these snapshots, so that copies of them are detected."""
    Fingerprint.objects.bulk_create(
        (
            Fingerprint(snapshot=snapshot, value=value)
            for snapshot in snapshots
            for value in sketch(shingles(snapshot.text)) or [0]
        ),
        ignore_conflicts=True,
    )


def store_missing_fingerprints(most: int | None = None) -> int:
    """Store fingerprints of up to `most` snapshots that came from a load or a fixture.

    Returns their number.
    """
    missing = Snapshot.objects.filter(fingerprints=None).order_by("pk")
    count = 0
    while batch := list(missing[: min(BATCH, (most or BATCH + count) - count)]):
        store_fingerprints(batch)
        count += len(batch)
    return count
