"""Chinese reporting verbs and naming words are told apart before a mark."""

import pytest

from citations.extraction.multilingual.caseless.chinese.chinese_verbs import (
    alternatives,
    chinese_verbs,
)


@pytest.mark.parametrize("words", ["他说：", "局长表示，", "她回忆道："])
def test_a_verb_closes_the_words(words: str) -> None:
    assert chinese_verbs("zh").close(words)


@pytest.mark.parametrize("words", ["所谓", "店铺名为", "牌子上写着"])
def test_naming_words(words: str) -> None:
    assert chinese_verbs("zh").are_naming(words)
    assert not chinese_verbs("zh").close(words)


def test_the_longest_alternative_wins() -> None:
    match = alternatives(frozenset({"说", "说明"})).match("说明了")
    assert match
    assert match.group() == "说明"


def test_no_words_match_nothing() -> None:
    assert alternatives(frozenset()).search("说") is None


def test_a_language_without_lexicon_has_no_verbs() -> None:
    with pytest.raises(LookupError):
        chinese_verbs("xx")
