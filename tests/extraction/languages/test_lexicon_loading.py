"""A lexicon is a TOML file; its words, phrases, marks and switches come out as they went in."""

from citations.extraction.languages.lexicon_loading import load_language, parse_lexicon


def test_words_phrases_marks_and_switches_are_read() -> None:
    lexicon = parse_lexicon(
        "xx",
        'verbs = "sa sagt"\naccording = ["laut", "in den Worten"]\nmarks = ["„“"]\ndash = true',
    )
    assert lexicon.words("verbs") == {"sa", "sagt"}
    assert lexicon.words("verbs", "according") == {"sa", "sagt", "laut", "in den Worten"}
    assert lexicon.words("no such list") == frozenset()
    assert lexicon.marks == (("„", "“"),)
    assert lexicon.is_set("dash")
    assert not lexicon.is_set("other")


def test_a_language_without_a_lexicon_is_not_loaded() -> None:
    assert load_language("xx") is None
    assert load_language("../../text") is None
