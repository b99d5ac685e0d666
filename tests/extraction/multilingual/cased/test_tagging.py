"""The lexicon says what a word may be; its neighbours decide."""

from tests.support.prose_reading import tagger_of


def test_a_reporting_verb_is_no_verb_behind_a_preposition() -> None:
    tag = tagger_of("Il note que sans note il note.", "fr")
    assert tag.is_verb(1)
    assert not tag.is_verb(4)


def test_a_german_noun_is_no_verb() -> None:
    tag = tagger_of("Er sagte die Frage nicht, er fragte.", "de")
    assert [tag.is_verb(at) for at in (1, 3, 7)] == [True, False, True]


def test_roles_are_known_by_list_and_by_ending() -> None:
    tag = tagger_of("", "de")
    assert tag.is_role("Kantorin")
    assert tag.is_role("Verbandspräsidentin")
    assert not tag.is_role("Hühner")


def test_days_and_datelines_are_no_names() -> None:
    tag = tagger_of("Dann kam MÜHLTAL am Montag zu Götz.", "de")
    assert [tag.is_name(at) for at in (2, 4, 6)] == [False, False, True]
    assert tag.phrase_end(tag.sources, 0) == 0
