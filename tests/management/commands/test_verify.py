"""`manage.py verify`: a summary, each changed verdict, and failure for unsupported quotes."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone

from citations.curation.verification import verify_appearances
from citations.models import Appearance, Change, Quote, Verification

REGRET = "Regrettably, the issue of the Northern Territories has not been resolved"


def run(verbosity: int = 1) -> str:
    out = StringIO()
    call_command("verify", stdout=out, verbosity=verbosity)
    return out.getvalue()


def test_it_sums_up(seed: None) -> None:
    assert (
        "Verbatim: 13\nTypographic differences: 2\nAbridged: 0\nAltered: 0\nNot found: 0" in run()
    )


def test_it_is_silent_on_request(seed: None) -> None:
    assert not run(verbosity=0)


def test_it_counts_what_cannot_be_checked(seed: None) -> None:
    Appearance.objects.filter(cue="read").update(snapshot=None, segments=[])
    assert "Without an archived text: 1" in run()


@pytest.mark.parametrize(
    ("wording", "verdict"),
    [(f"{REGRET}, alas", "Altered"), ("We welcome it", "Not found")],
)
def test_it_fails_when_a_published_quote_is_not_in_its_source(
    seed: None, wording: str, verdict: str
) -> None:
    quote = Quote.objects.get(text__startswith=REGRET)
    Quote.objects.filter(pk=quote.pk).update(text=wording)
    errors = StringIO()
    with pytest.raises(CommandError, match="are not in their sources"):
        call_command("verify", stdout=StringIO(), stderr=errors)
    article = quote.appearances.get().article
    assert errors.getvalue() == f"Quote {quote.key} in article {article.key}: {verdict}.\n"


def test_a_proposed_quote_may_be_wrong(seed: None) -> None:
    Quote.objects.filter(text__startswith=REGRET).update(text="Nothing", state="proposed")
    assert "Not found: 1" in run()


def run_with_errors(**options: object) -> tuple[str, str]:
    """The output and the errors."""
    out, err = StringIO(), StringIO()
    try:
        call_command("verify", stdout=out, stderr=err, **options)
    except CommandError as error:
        err.write(str(error))
    return out.getvalue(), err.getvalue()


def test_a_changed_verdict_is_reported_once_with_the_one_before(seed: None) -> None:
    verify_appearances(Appearance.objects.all())
    Quote.objects.filter(appearances__cue="added").update(text="We welcome it")
    out, wrong = run_with_errors()
    assert "Quote XYRS28E5 in 46X7TFXG: Verbatim, now Not found: “Resuming the exch" in out
    assert "are not in their sources" in wrong
    assert "now" not in run_with_errors()[0]


def test_only_what_was_changed_since_is_compared(seed: None) -> None:
    run_with_errors()
    Change.objects.all().delete()
    start = timezone.now().isoformat()
    Verification.objects.all().delete()
    Quote.objects.filter(key="XYRS28E5").update(text="We welcome it")  # bypassing save()
    Appearance.objects.filter(cue="read").update(segments=[[0, 5]])
    run_with_errors(since=start)
    checked = Verification.objects.values_list("appearance__quote__key", flat=True)
    assert set(checked) == {"XYRS28E5", "0ZRS6RJV"}


def test_what_was_never_compared_is_always_compared(seed: None) -> None:
    Change.objects.all().delete()
    run_with_errors(since=timezone.now().isoformat())
    assert Verification.objects.count() == 15


@pytest.mark.parametrize("time", ["yesterday", "2026-13-01", "2026-02-30T12:00", ""])
def test_a_text_that_is_no_time_is_refused(time: str) -> None:
    with pytest.raises(CommandError, match="write 2026-11-01 or 2026-11-01T12:00"):
        call_command("verify", f"--since={time}")


@pytest.mark.parametrize("time", ["2026-11-01", "2026-11-01T12:00", "2026-11-01T12:00:00Z"])
def test_a_date_and_a_time_are_accepted(seed: None, time: str) -> None:
    assert call_command("verify", f"--since={time}", stdout=StringIO()) is None
