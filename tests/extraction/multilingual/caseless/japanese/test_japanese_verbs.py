"""Japanese verbs, naming words and titles are found in their places."""

import pytest

from citations.extraction.multilingual.caseless.japanese.japanese_verbs import japanese_verbs


def test_verbs_occur_in_every_form() -> None:
    verbs = japanese_verbs("ja")
    assert all(verbs.occur_in(each) for each in ("述べた", "語るのは", "笑っている"))
    assert not verbs.occur_in("並べた")


def test_titles_stand_before_and_behind_marks() -> None:
    verbs = japanese_verbs("ja")
    assert verbs.title_before.search("作家の新作の小説")
    assert verbs.title_after.match("計画は")
    assert not verbs.title_after.match("と述べた")


def test_a_clause_ends_with_particle_and_verb() -> None:
    assert japanese_verbs("ja").clause_end.search("の事態だと述べた")


def test_a_language_without_lexicon_has_no_verbs() -> None:
    with pytest.raises(LookupError):
        japanese_verbs("xx")
