"""Every appearance is compared with its snapshot, and the verdict is recorded."""

from collections import Counter
from datetime import UTC, datetime

import pytest
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from citations.comparison.verdict import Verdict
from citations.curation import verification as verifying
from citations.curation.verification import (
    FAILING,
    appearances_changed_since,
    describe_drift,
    failing_appearances,
    parse_moment,
    verdict_of,
    verify_appearances,
)
from citations.models import Appearance, Change, Quote, Subject, Verification

REGRET = "Regrettably, the issue of the Northern Territories has not been resolved"


def appearance(cue: str) -> Appearance:
    return Appearance.objects.get(cue=cue)


def verdict_after_update(cue: str, **changes: object) -> Verdict:
    """The verdict on an appearance that was changed past its model's checks."""
    Appearance.objects.filter(cue=cue).update(**changes)
    return verdict_of(appearance(cue))


def test_it_finds_every_seed_quotation_in_its_source(seed: None) -> None:
    counts = verify_appearances(Appearance.objects.all())
    assert counts == Counter({Verdict.VERBATIM: 13, Verdict.TYPOGRAPHIC: 2})


def test_it_takes_a_stop_at_the_seam_of_a_split_quotation_for_typography(seed: None) -> None:
    verify_appearances(Appearance.objects.all())
    found = Appearance.objects.filter(verdict=Verdict.TYPOGRAPHIC)
    assert {one.cue for one in found} == {"read", "explains"}


def test_it_sets_the_verdict_and_when_it_was_reached(seed: None) -> None:
    verify_appearances(Appearance.objects.all())
    for one in Appearance.objects.prefetch_related("verifications"):
        check = one.verifications.get()
        assert (check.verdict, check.at) == (one.verdict, one.checked_at)
        assert (check.snapshot_id, check.method, check.by) == (one.snapshot_id, "machine", None)


def test_it_appends_a_verification_every_time(seed: None) -> None:
    verify_appearances(Appearance.objects.all())
    verify_appearances(Appearance.objects.all())
    assert Verification.objects.count() == 30


def test_it_writes_no_history(seed: None) -> None:
    verify_appearances(Appearance.objects.all())
    assert not Appearance.history.exists()


def test_it_verifies_only_what_it_is_given(seed: None) -> None:
    verify_appearances(Appearance.objects.filter(cue="read"))
    assert Verification.objects.count() == 1
    assert Appearance.objects.exclude(verdict="").count() == 1


def test_it_leaves_alone_what_has_no_archived_text(seed: None) -> None:
    Appearance.objects.filter(cue="read").update(snapshot=None, segments=[])
    assert verify_appearances(Appearance.objects.all()).total() == 14
    left = appearance("read")
    assert (left.verdict, left.checked_at) == ("", None)


def test_it_works_in_batches(seed: None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(verifying, "BATCH", 4)
    assert verify_appearances(Appearance.objects.all()).total() == 15
    assert Verification.objects.count() == 15


def test_it_asks_the_database_a_fixed_number_of_times(
    seed: None, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    # the batch and its snapshots; the verifications and two verdicts, within a savepoint; no more
    with django_assert_num_queries(8):
        verify_appearances(Appearance.objects.all())


@pytest.mark.parametrize(
    "changes",
    [
        {"segments": [[0, 5]]},  # the spans point to other words
        {"segments": [[361, 466], [479, 606]]},  # one code point too late
        {"segments": [[360, 466]]},  # half of it
        {"segments": [[90_000, 90_009]]},  # beyond the end
        {"segments": "360-466"},  # no spans at all
        {"segments": [360, 466]},
        {"segments": [["a", "b"]]},
        {"exact": "Under current conditions, Russia intends to continue"},  # not printed there
        {"exact": "We welcome it"},
    ],
)
def test_spans_that_do_not_print_the_words_are_no_evidence(
    seed: None, changes: dict[str, object]
) -> None:
    assert verdict_after_update("read", **changes) in FAILING


@pytest.mark.parametrize(
    ("wording", "verdict"),
    [
        ("Before, I hated the Russians", Verdict.VERBATIM),
        ("before, I hated the Russians.", Verdict.TYPOGRAPHIC),
        ("Before, I … the Russians", Verdict.ABRIDGED),
        ("Before, I hated the Soviets", Verdict.ALTERED),
        ("We welcome the decision", Verdict.ABSENT),
    ],
)
def test_the_wording_is_compared_with_the_source(
    seed: None, wording: str, verdict: Verdict
) -> None:
    Quote.objects.filter(appearances__cue="says", mode="direct").update(text=wording)
    changed = Appearance.objects.get(cue="says", quote__mode="direct")
    assert verdict_of(changed) == verdict


def test_the_callback_gets_each_verdict_that_changed_once(seed: None) -> None:
    verify_appearances(Appearance.objects.all())
    Quote.objects.filter(appearances__cue="added").update(text="We welcome it")
    drift: list[str] = []

    def note(appearance: Appearance, verdict: Verdict) -> None:
        drift.append(describe_drift(appearance, verdict))

    verify_appearances(Appearance.objects.all(), note)
    (line,) = drift
    assert line.startswith("Quote XYRS28E5 in 46X7TFXG: Verbatim, now Not found: “Resuming the")
    verify_appearances(Appearance.objects.all(), note)
    assert len(drift) == 1


def test_failing_appearances_are_those_of_published_quotes(seed: None) -> None:
    quotes = Quote.objects.filter(appearances__cue__in=["added", "read"])
    quotes.update(text="We welcome it")
    Quote.objects.filter(appearances__cue="read").update(state="proposed")
    verify_appearances(Appearance.objects.all())
    assert [each.cue for each in failing_appearances()] == ["added"]


def test_appearances_that_changed_or_were_never_checked_are_found(seed: None) -> None:
    verify_appearances(Appearance.objects.all())
    Change.objects.all().delete()
    start = timezone.now()
    assert not appearances_changed_since(start).exists()
    Quote.objects.filter(key="XYRS28E5").update(text="We welcome it")  # the database logs this
    Appearance.objects.filter(cue="read").update(checked_at=None)
    changed = appearances_changed_since(start).values_list("quote__key", flat=True)
    assert set(changed) == {"XYRS28E5", "0ZRS6RJV"}


def test_all_appearances_count_as_changed_when_the_log_says_so(seed: None) -> None:
    verify_appearances(Appearance.objects.all())
    Change.objects.create(subject=Subject.ALL, subject_id=0)
    assert appearances_changed_since(timezone.now()).count() == 15


def test_a_date_is_midnight_in_the_sites_time_zone() -> None:
    moment = parse_moment("2026-11-01")
    assert (moment.hour, moment.minute, moment.tzinfo) == (0, 0, timezone.get_current_timezone())
    assert parse_moment("2026-11-01T12:00:00Z") == datetime(2026, 11, 1, 12, tzinfo=UTC)


@pytest.mark.parametrize("text", ["yesterday", "2026-13-01", "2026-02-30T12:00", ""])
def test_a_text_that_is_no_time_is_refused_with_an_example(text: str) -> None:
    with pytest.raises(ValueError, match="write 2026-11-01 or 2026-11-01T12:00"):
        parse_moment(text)
