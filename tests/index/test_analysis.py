"""Texts split into terms: the fast ways give the same terms as the slow one."""

from hypothesis import example, given
from hypothesis import strategies as st

from citations.index import analysis
from citations.index.analysis import index_terms, indexable_text
from citations.text.folding import fold

SIMPLE = "".join(
    character for character in map(chr, range(0x2100)) if analysis.SIMPLE_TEXT.fullmatch(character)
)
# And what only the slow way can split: kana, Han, Hangul, marks, ligatures, full width.
MIXED = SIMPLE + "日本語ーアぁ한글\u0301\u00adＡ１ﬁ½²_٣"


def split_slowly(text: str) -> list[tuple[str, int, int]]:
    """By folding the whole text first, which the fast ways avoid."""
    folded = fold(text)
    found = (
        each
        for token in analysis.TOKEN_PATTERN.finditer(folded.text)
        for each in analysis._terms_of_token(token)
        if each[0]
    )
    return [(word, *folded.span(start, end)) for word, start, end in found]


@given(st.text(st.sampled_from(SIMPLE)))
@example("“Don’t”, he said—twice… ''so'' --")
@example("L’été à Łódź, Ещё раз")
def test_simple_texts_are_split_like_all_others(text: str) -> None:
    assert [tuple(term) for term in index_terms(text)] == split_slowly(text)


@given(st.text(st.sampled_from(MIXED)))
@example("Straße 日本、“東京”")
def test_the_indexable_text_has_the_same_terms(text: str) -> None:
    assert indexable_text(text).split() == [word for word, _, _ in split_slowly(text)]
