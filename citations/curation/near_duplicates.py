"""Whether a text is held already: the same to the letter, or nearly, as copies of a wire are."""

from collections.abc import Iterable

from citations.models import Fingerprint, Snapshot, sha256_of
from citations.text.shingles import overlap, shingles, sketch

# From this share of the shorter text on, one is a copy of the other: with another headline, lead
# or length. Reports of one event by two reporters share their quotations, and seldom a tenth.
COPY = 0.5
# A newer text of an article has changed more, and stands at the same address.
NEWER = 0.2
# Runs of words: of less text than these nothing is said.
LEAST = 20
MOST_COMPARED = 5
MADE_AT_ONCE = 200


def held(text: str) -> Snapshot | None:
    """The snapshot that has this text to the letter."""
    rows = Snapshot.objects.filter(sha256=sha256_of(text)).select_related("article")
    return rows.order_by("pk").first()


def copied_from(text: str) -> Snapshot | None:
    """The snapshot of which the text is a copy, by `COPY`, or which is a copy of it; else none."""
    runs = shingles(text)
    if len(runs) < LEAST:
        return None
    numbers = Fingerprint.objects.sharing(sketch(runs), MOST_COMPARED)
    near = Snapshot.objects.filter(pk__in=numbers).select_related("article").order_by("pk")
    shares = [(overlap(runs, shingles(each.text)), each) for each in near]
    share, nearest = max(shares, key=lambda one: one[0], default=(0.0, None))
    return nearest if share >= COPY else None


def is_newer(text: str, known: str) -> bool:
    """Whether two texts from one address are of one article."""
    return overlap(shingles(text), shingles(known)) >= NEWER


def fingerprint(snapshots: Iterable[Snapshot]) -> None:
    """Have these texts recognised from now on."""
    Fingerprint.objects.bulk_create(
        (
            Fingerprint(snapshot=snapshot, value=value)
            for snapshot in snapshots
            for value in sketch(shingles(snapshot.text)) or [0]
        ),
        ignore_conflicts=True,
    )


def fingerprint_missing(most: int | None = None) -> int:
    """Have recognised what came otherwise, by a load or a fixture; how many texts it was."""
    missing = Snapshot.objects.filter(fingerprints=None).order_by("pk")
    made = 0
    while some := list(missing[: min(MADE_AT_ONCE, (most or MADE_AT_ONCE + made) - made)]):
        fingerprint(some)
        made += len(some)
    return made
