"""Every appearance against its snapshot: the verdict, its record, and what the command says."""

from collections import Counter
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from citations.comparison.verdict import Verdict
from citations.curation import verification as verifying
from citations.curation.verification import FAILING, verdict_of, verify_appearances
from citations.models import Appearance, Change, Quote, Verification

REGRET = "Regrettably, the issue of the Northern Territories has not been resolved"


def appearance(cue: str) -> Appearance:
    return Appearance.objects.get(cue=cue)


def verdict_after(cue: str, **changes: object) -> Verdict:
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
    assert verdict_after("read", **changes) in FAILING


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


# The command --------------------------------------------------------------------------------


def run(verbosity: int = 1) -> str:
    out = StringIO()
    call_command("verify", stdout=out, verbosity=verbosity)
    return out.getvalue()


def test_the_command_sums_up(seed: None) -> None:
    assert (
        "Verbatim: 13\nTypographic differences: 2\nAbridged: 0\nAltered: 0\nNot found: 0" in run()
    )


def test_the_command_is_silent_on_request(seed: None) -> None:
    assert not run(verbosity=0)


def test_the_command_counts_what_cannot_be_checked(seed: None) -> None:
    Appearance.objects.filter(cue="read").update(snapshot=None, segments=[])
    assert "Without an archived text: 1" in run()


@pytest.mark.parametrize(
    ("wording", "verdict"),
    [(f"{REGRET}, alas", "Altered"), ("We welcome it", "Not found")],
)
def test_the_command_fails_when_a_published_quote_has_fallen(
    seed: None, wording: str, verdict: str
) -> None:
    quote = Quote.objects.get(text__startswith=REGRET)
    Quote.objects.filter(pk=quote.pk).update(text=wording)
    errors = StringIO()
    with pytest.raises(CommandError, match="do not stand in their sources"):
        call_command("verify", stdout=StringIO(), stderr=errors)
    article = quote.appearances.get().article
    assert errors.getvalue() == f"Quote {quote.key} in article {article.key}: {verdict}.\n"


def test_the_command_lets_a_proposed_quote_be_wrong(seed: None) -> None:
    Quote.objects.filter(text__startswith=REGRET).update(text="Nothing", state="proposed")
    assert "Not found: 1" in run()


def told(**options: object) -> tuple[str, str]:
    """What the command says, and what it says is wrong."""
    out, err = StringIO(), StringIO()
    try:
        call_command("verify", stdout=out, stderr=err, **options)
    except CommandError as error:
        err.write(str(error))
    return out.getvalue(), err.getvalue()


def test_drift_is_told_once_and_with_what_it_was_before(seed: None) -> None:
    verify_appearances(Appearance.objects.all())
    Quote.objects.filter(appearances__cue="added").update(text="We welcome it")
    out, wrong = told()
    assert "Quote XYRS28E5 in 46X7TFXG: Verbatim, now Not found: “Resuming the exch" in out
    assert "do not stand in their sources" in wrong
    assert "now" not in told()[0]


def test_only_what_was_changed_since_is_compared(seed: None) -> None:
    told()
    Change.objects.all().delete()
    start = timezone.now().isoformat()
    Verification.objects.all().delete()
    Quote.objects.filter(key="XYRS28E5").update(text="We welcome it")  # past every save
    Appearance.objects.filter(cue="read").update(segments=[[0, 5]])
    told(since=start)
    checked = Verification.objects.values_list("appearance__quote__key", flat=True)
    assert set(checked) == {"XYRS28E5", "0ZRS6RJV"}


def test_what_was_never_compared_is_compared_whenever(seed: None) -> None:
    Change.objects.all().delete()
    told(since=timezone.now().isoformat())
    assert Verification.objects.count() == 15


@pytest.mark.parametrize("time", ["yesterday", "2026-13-01", "2026-02-30T12:00", ""])
def test_a_time_that_is_none_is_refused(time: str) -> None:
    with pytest.raises(CommandError, match="write 2026-11-01, or 2026-11-01T12:00"):
        call_command("verify", f"--since={time}")


@pytest.mark.parametrize("time", ["2026-11-01", "2026-11-01T12:00", "2026-11-01T12:00:00Z"])
def test_a_day_and_a_moment_are_times(seed: None, time: str) -> None:
    assert call_command("verify", f"--since={time}", stdout=StringIO()) is None
