"""Appearances move to a newer text that prints the same words; the others stay where they are."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import User
from django.utils import timezone

from citations.comparison.verdict import Verdict
from citations.curation.proposals import propose_quotations
from citations.curation.reanchoring import reanchor_appearances, record_absence
from citations.curation.review.similar_quotes import find_similar_quotes
from citations.curation.verification import verify_appearances
from citations.models import Appearance, Article, Mode, Quote, Snapshot, Verification, sha256_of
from citations.text.spans import Span

SEED = "46X7TFXG"
REGRET = "Regrettably, the issue of the Northern Territories has not been resolved"


@pytest.fixture(autouse=True)
def verified(seed: None) -> None:
    verify_appearances(Appearance.objects.all())


def newer(text: str) -> Snapshot:
    article = Article.objects.get(key=SEED)
    taken_at = timezone.now() + timedelta(days=1)
    return Snapshot.objects.create(
        article=article, text=text, sha256=sha256_of(text), taken_at=taken_at
    )


def first_text() -> str:
    return Snapshot.objects.get(article__key=SEED).text


def regret() -> Appearance:
    return Appearance.objects.get(exact__startswith=REGRET[:20])


def test_quotes_move_to_where_the_newer_text_prints_them() -> None:
    old = first_text()
    snapshot = newer(f"Corrected on Friday.\n\n{old}")
    found = reanchor_appearances(snapshot)
    assert (found.moved, found.unmoved) == (6, ())
    for appearance in Appearance.objects.filter(article__key=SEED):
        assert appearance.snapshot == snapshot
        assert " ".join(appearance.printed) == appearance.exact
        assert appearance.verdict == Verdict.VERBATIM
    assert regret().history.first().history_change_reason == "found again in a newer text"


def test_the_verifications_against_the_older_text_stay() -> None:
    before = regret()
    reanchor_appearances(newer(f"Corrected.\n\n{first_text()}"))
    checks = Verification.objects.filter(appearance=before).order_by("pk")
    assert [check.snapshot_id for check in checks] == [before.snapshot_id, regret().snapshot_id]


def test_words_that_differ_only_in_marks_and_spaces_are_the_same() -> None:
    marked = first_text().replace("’", "'").replace("has not been", "has  not\xa0been")
    reanchor_appearances(newer(marked))
    assert regret().verdict == Verdict.TYPOGRAPHIC
    assert "has  not\xa0been" in regret().exact


# The paragraph in the newer text, and why the quote stays in the older one.
LEFT = [
    ("", "gone"),
    (
        f"“{REGRET.replace('issue', 'question')} and a peace treaty has not been concluded.”",
        "other",
    ),
    (f"“{REGRET},” Kishida said at the event, and no more.", "half of it"),
]


@pytest.mark.parametrize(("paragraph", "why"), LEFT, ids=[why for _, why in LEFT])
def test_words_that_the_newer_text_changed_stay_in_the_older_one(paragraph: str, why: str) -> None:
    old, before = first_text(), regret()
    there = next(each for each in old.split("\n\n") if REGRET in each)
    found = reanchor_appearances(newer(old.replace(there, paragraph)))
    assert [each.pk for each in found.unmoved] == [before.pk]
    after = regret()
    assert (after.snapshot, after.segments) == (before.snapshot, before.segments)
    assert list(Appearance.objects.in_older_texts()) == [after]


def test_of_words_printed_twice_the_place_with_the_same_context_is_chosen() -> None:
    old = first_text()
    found = reanchor_appearances(newer(f"{old}\n\nHe wrote: “{regret().exact}”"))
    assert found.moved == 6
    assert regret().prefix.endswith("“")
    assert "the event" in regret().suffix


def test_a_split_quotation_moves_as_a_whole() -> None:
    split = Appearance.objects.get(cue="read")
    assert split.snapshot
    text = f"Corrected.\n\n{split.snapshot.text}"
    taken_at = timezone.now() + timedelta(days=1)
    later = Snapshot.objects.create(
        article=split.article, text=text, sha256=sha256_of(text), taken_at=taken_at
    )
    reanchor_appearances(later)
    moved = Appearance.objects.get(cue="read")
    shift = len("Corrected.\n\n")
    assert moved.segments == [[start + shift, end + shift] for start, end in split.segments]


def test_a_text_without_any_of_the_words_moves_nothing() -> None:
    found = reanchor_appearances(newer("This article was withdrawn."))
    assert (found.moved, len(found.unmoved)) == (0, 6)
    assert Quote.objects.published().filter(appearances__verdict=Verdict.VERBATIM).exists()


def with_question_for_issue() -> str:
    return first_text().replace("the issue of the Northern", "the question of the Northern")


def test_words_that_nearly_match_are_proposed() -> None:
    snapshot, before = newer(with_question_for_issue()), regret()
    reanchor_appearances(snapshot)
    assert propose_quotations(snapshot) == 1
    proposal = snapshot.proposals.get()
    assert "the question of the Northern Territories" in proposal.exact
    assert proposal.speaker == before.quote.speaker
    (known,) = find_similar_quotes(proposal)
    assert (known.quote, known.is_same) == (before.quote, False)


def test_a_reworded_paraphrase_is_proposed_as_well() -> None:
    old, words = first_text(), "urged Russia to restart visa-free exchange projects"
    quote = Quote.objects.create(
        speaker=regret().quote.speaker, text=words, language="en", mode=Mode.INDIRECT
    )
    appearance, start = Appearance(quote=quote), old.index(words)
    appearance.anchor(Snapshot.objects.get(article__key=SEED), [Span(start, start + len(words))])
    appearance.save()
    snapshot = newer(old.replace("to restart visa-free", "to resume visa-free"))
    reanchor_appearances(snapshot)
    assert propose_quotations(snapshot) == 1
    proposal = snapshot.proposals.get()
    assert proposal.exact == "urged Russia to resume visa-free exchange projects"
    assert (proposal.mode, proposal.rule) == ("indirect", "reworded")


def test_what_a_person_did_not_find_is_listed_again_only_with_a_still_newer_text() -> None:
    old = first_text()
    reanchor_appearances(newer("This article was withdrawn."))
    listed = Appearance.objects.in_older_texts()
    editor = User.objects.create_user("editor")
    assert record_absence(listed.filter(pk=regret().pk), editor) == 1
    assert (regret() in listed.all(), listed.count()) == (False, 5)
    check = regret().verifications.first()
    assert check
    assert (check.verdict, check.method, check.by) == ("absent", "person", editor)
    assert regret().verdict == Verdict.VERBATIM
    later = Snapshot.objects.create(
        article=regret().article,
        text=f"Restored.\n\n{old}",
        sha256=sha256_of("restored"),
        taken_at=timezone.now() + timedelta(days=2),
    )
    assert reanchor_appearances(later).moved == 6


def test_a_quote_with_an_appearance_in_the_newer_text_is_no_longer_listed() -> None:
    snapshot, before = newer(with_question_for_issue()), regret()
    reanchor_appearances(snapshot)
    propose_quotations(snapshot)
    assert list(Appearance.objects.in_older_texts()) == [before]
    further = Appearance(quote=before.quote)
    further.anchor(snapshot, snapshot.proposals.get().spans)
    further.save()
    assert not Appearance.objects.in_older_texts()
