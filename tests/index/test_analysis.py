"""Texts to terms: the quick ways part a text as the slow one does."""

from hypothesis import example, given
from hypothesis import strategies as st

from citations.index import analysis
from citations.index.analysis import for_index, terms
from citations.text.folding import fold

EASY = "".join(
    character for character in map(chr, range(0x2100)) if analysis.EASY.fullmatch(character)
)
# Beside them what only the slow way can part: kana, Han, Hangul, marks, ligatures, full width.
MIXED = EASY + "日本語ーアぁ한글\u0301\u00adＡ１ﬁ½²_٣"


def parted_slowly(text: str) -> list[tuple[str, int, int]]:
    """By folding the text as a whole, which is what the quick ways spare."""
    folded = fold(text)
    found = (
        each
        for token in analysis.TOKEN.finditer(folded.text)
        for each in analysis._terms_of(token)
        if each[0]
    )
    return [(word, *folded.span(start, end)) for word, start, end in found]


@given(st.text(st.sampled_from(EASY)))
@example("“Don’t”, he said—twice… ''so'' --")
@example("L’été à Łódź, Ещё раз")
def test_easy_texts_are_parted_as_all_others(text: str) -> None:
    assert [tuple(term) for term in terms(text)] == parted_slowly(text)


@given(st.text(st.sampled_from(MIXED)))
@example("Straße 日本、“東京”")
def test_the_index_takes_the_same_terms(text: str) -> None:
    assert for_index(text).split() == [word for word, _, _ in parted_slowly(text)]
