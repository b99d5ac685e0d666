"""What the preview of a merge says, before anything changes."""

import pytest
from django.contrib.auth.models import User

from citations.curation.merging.plans import MOST_NAMED, plan_merge
from citations.models import Article, Publication, Speaker
from tests.support.merging import (
    PAIRS,
    all_records,
    kishida,
    make_quote,
    make_speaker,
    two_articles,
    two_quotes,
    two_speakers,
)


@pytest.mark.parametrize("kind", PAIRS)
def test_planning_changes_nothing(editor: User, kind: str) -> None:
    kept, other = PAIRS[kind]()
    before = all_records()
    assert plan_merge(kind, kept, other).moves
    assert all_records() == before


def test_the_plan_for_speakers_counts_and_names_what_moves(seed: None) -> None:
    plan = plan_merge("speaker", *two_speakers())
    assert plan.moves == [
        "1 quote: We will wait",
        "1 correction: We will wait",
        "1 office: Foreign Minister",
        "1 name: F. Kishida",
    ]
    assert plan.problems == []


def test_the_plan_for_articles_counts_texts_and_appearances(seed: None) -> None:
    kept, other = two_articles()
    length = len(other.snapshots.get().text)
    moves = plan_merge("article", kept, other).moves
    assert moves == [
        "1 copy: A copy", f"a text of {length:,} characters", "6 appearances in its texts",
    ]  # fmt: skip


def test_the_plan_for_quotes_leaves_out_relations_between_the_two(seed: None) -> None:
    moves = plan_merge("quote", *two_quotes()).moves
    assert [move.split(":")[0] for move in moves[:3]] == [
        "1 appearance", "1 relation", "1 relation of another quote",
    ]  # fmt: skip
    assert moves[3].startswith("the topic “")


def test_the_plan_names_the_first_records_and_counts_the_rest(db: None) -> None:
    one, other = (Publication.objects.create(slug=n, name=n, kind="other") for n in ("a", "b"))
    for number in range(MOST_NAMED + 1):
        Article.objects.create(headline=f"Report {number}", kind="webpage", publication=other)
    (move,) = plan_merge("publication", one, other).moves
    assert move.startswith("6 articles: ")
    assert move.count("Report") == MOST_NAMED
    assert move.endswith("; …")


def problems(kind: str, kept: object, merged: object) -> str:
    return " ".join(plan_merge(kind, kept, merged).problems)


def test_the_plan_says_why_records_cannot_be_merged(seed: None) -> None:
    one, other = make_speaker("One"), make_speaker("Other")
    assert problems("speaker", one, one) == "Both are the same record: choose two."
    quote = make_quote(one, standing="misattributed", standing_note="No.", correct_speaker=other)
    assert problems("speaker", one, other) == (
        f"Quote {quote.key} says that one of them did not say it: correct that first."
    )
    assert "They have two speakers" in problems("quote", quote, make_quote(other))
    merged = Speaker.objects.create(slug="m", name="Merged", merged_into=one)
    assert problems("speaker", merged, other) == "Merged has already been merged into One."


def test_the_name_of_a_speaker_without_forms_is_kept_as_an_alias(seed: None) -> None:
    plan = plan_merge("speaker", kishida(), Speaker.objects.create(slug="x", name="X. Kishida"))
    assert plan.moves == ["the name “X. Kishida”"]
    assert [(row.name, row.kind, row.speaker) for row in plan.to_add] == [
        ("X. Kishida", "alias", kishida())
    ]
