"""Folding: one kind of each mark, and the way back to the text."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citations.text.folding import fold, fold_for_search
from citations.text.spans import Span

FOLDED = [
    ("“curly” ‘single’", "\"curly\" 'single'"),  # quotation marks and single marks
    ("„low“ «angle» ‹small›", '"low" "angle" \'small\''),  # marks of other languages
    ("「日本」『中国』", '"日本""中国"'),  # corner brackets
    ("``quote''", '"quote"'),  # marks of the typewriter
    ("don’t ʻokina O´Brien", "don't 'okina O'Brien"),  # apostrophes
    ("a–b—c−d‐e‑f", "a-b-c-d-e-f"),  # dashes, minus, hyphens
    ("a -- b --- c", "a - b - c"),  # a dash typed as hyphens
    ("wait… what", "wait... what"),  # an ellipsis of one character
    ("a\u00a0b\u2009c \r\n\t d\u3000e", "a b c d e"),  # white space of every kind
    ("co\u00adoperate zero\u200bwidth\ufeff", "cooperate zerowidth"),  # unseen characters
    ("ﬁne ｆｕｌｌ， １２", "fine full, 12"),  # compatibility forms
    ("ｶﾞ", "ガ"),  # half-width kana with its voicing mark
    ("e\u0301", "é"),  # an accent in two code points
    ("e\u00ad\u0301", "é"),  # ... even with a soft hyphen between
    ("\u1112\u1161\u11ab", "한"),  # a Korean syllable in letters
    ("10² and 2½ ①", "10² and 2½ ①"),  # what would change a number stays
    ("⑴ 5㎡ ㏠ CO₂", "⑴ 5㎡ ㏠ CO₂"),
    ("𝟓 Ⅳ ℡ ㏂ ㌖", "5 IV TEL a.m. キロメートル"),
    ("¨ ˘", "¨ ˘"),  # an accent without a letter would become a space
    ("\u1112\u1161\u11c2 \u1112\u1175\u11a8 \u1112\u1161 \u1112\u1175", "핳 힉 하 히"),
    ("ক\u09c7\u09be", "ক\u09cb"),  # a vowel in two parts around its letter
    ("Éa ÉA", "Éa ÉA"),  # case and accents stay
    ("\ufdfa", "\ufdfa"),  # a phrase in one character is not spelled out
    ("\u202eabc", "\u202eabc"),  # an override changes what is seen
    ("a \u202ab \u202bc", "a \u202ab \u202bc"),  # and so does an embedding
    ("a \u2066b \u2067c \u2068d", "a \u2066b \u2067c \u2068d"),  # and an isolate
    ("a\x00b", "a\x00b"),  # NUL is a character like any other here
    ("", ""),
]
SEARCHED = [
    ("Shōwa", "showa"),  # macron
    ("Núñez", "nunez"),  # accents
    ("KISHIDA Fumio", "kishida fumio"),  # case
    ("Straße", "strasse"),
    ("Łukasz Søren Đặng", "lukasz soren dang"),  # letters that do not come apart
    ("岸田文雄", "岸田文雄"),
    ("がぎ", "がぎ"),  # a voicing mark is no accent
    ("हिन्दी", "हिन्दी"),  # nor is a vowel sign
    ("O’Brien", "o'brien"),
    ("İstanbul", "istanbul"),
    ("m²", "m2"),
    ("한국", "한국"),
    ("a\u0300b\u036fc\u1ab0d\u1affe\u1dc0f\u1dffg\u20d0h\u20ffi\ufe20j\ufe2f", "abcdefghij"),
    ("øłđðþæœıħ", "olddthaeoeih"),
]


def test_points_of_hebrew_and_arabic_do_not_matter_but_madda_and_hamza_do() -> None:
    marks = [code for code in range(0x590, 0x700) if unicodedata.category(chr(code)) == "Mn"]
    kept = [code for code in marks if fold_for_search(f"ب{chr(code)}") != "ب"]
    assert kept == [*range(0x653, 0x660)]
    assert fold_for_search("مـــد") == "مد"  # the stroke that lengthens a word


def test_a_letter_has_thirty_marks_at_most() -> None:
    # Up to the limit, marks are put in order: the dot below comes first, and makes another letter.
    assert fold("a" + "\u0301" * 29 + "\u0323").text.startswith("ạ")
    assert fold("a" + "\u0301" * 30 + "\u0323").text.startswith("á")


@pytest.mark.parametrize(("text", "folded"), FOLDED)
def test_it_folds(text: str, folded: str) -> None:
    assert fold(text).text == folded


@pytest.mark.parametrize(("text", "folded"), SEARCHED)
def test_it_folds_for_search(text: str, folded: str) -> None:
    assert fold_for_search(text) == folded


@pytest.mark.parametrize(
    ("text", "words", "original"),
    [
        ("He said “we  wait… long”.", "we wait... long", "we  wait… long"),
        ("a co\u00adop b", "coop", "co\u00adop"),  # what is unseen inside comes with it
        ("a \u00adcoop\u00ad b", "coop", "coop"),  # what is unseen outside does not
        ("the ﬁne print", "ine", "ﬁne"),  # half a ligature is the whole of it
        ("cafe\u0301 noir", "café", "cafe\u0301"),
        ("wait… long", "..", "…"),
    ],
)
def test_a_folded_span_leads_back(text: str, words: str, original: str) -> None:
    folded = fold(text)
    start = folded.text.index(words)
    assert folded.span(start, start + len(words)).text_in(text) == original


def test_an_empty_span_leads_back_to_an_empty_span() -> None:
    assert fold("…a").span(3, 3) == Span(1, 1)
    assert fold("ab").span(2, 2) == Span(2, 2)


@pytest.mark.parametrize("span", [(-1, 1), (2, 1), (0, 3)])
def test_it_refuses_a_span_outside_the_text(span: tuple[int, int]) -> None:
    with pytest.raises(
        ValueError, match=f"^Span {span[0]}–{span[1]} is not within 2 code points.$"
    ):
        fold("ab").span(*span)


@given(st.text())
def test_offsets_are_monotone_and_cover_all_that_is_seen(text: str) -> None:
    folded = fold(text)
    assert len(folded.offsets) == len(folded.text) + 1
    assert len(folded.ends) == len(folded.text)
    assert list(folded.offsets) == sorted(folded.offsets)
    assert list(folded.ends) == sorted(folded.ends)
    covered = {at for pair in zip(folded.offsets, folded.ends, strict=False) for at in range(*pair)}
    assert all(not fold(text[at]).text for at in set(range(len(text))) - covered)


@given(st.text(), st.data())
def test_any_folded_slice_folds_out_of_its_original(text: str, data: st.DataObject) -> None:
    folded = fold(text)
    start = data.draw(st.integers(0, len(folded.text)))
    end = data.draw(st.integers(start, len(folded.text)))
    original = folded.span(start, end).text_in(text)
    assert folded.text[start:end] in fold(original).text


@given(st.text())
def test_canonically_equal_texts_fold_alike(text: str) -> None:
    composed, apart = (unicodedata.normalize(form, text) for form in ("NFC", "NFD"))
    assert fold(composed).text == fold(apart).text == fold(text).text


def test_every_letter_that_can_join_the_one_before_it_is_known() -> None:
    pairs = (unicodedata.decomposition(chr(code)).split() for code in range(0x110000))
    for first, second in (pair for pair in pairs if len(pair) == 2 and pair[0][0] != "<"):
        whole = chr(int(first, 16)) + chr(int(second, 16))
        assert fold(whole).text == fold(unicodedata.normalize("NFC", whole)).text
