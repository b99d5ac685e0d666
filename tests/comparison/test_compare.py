"""Comparing: strict to the word, lenient only to typography."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citations.comparison.compare import compare
from citations.comparison.verdict import COMPARISON_VERDICTS, Verdict
from citations.text.tokens import tokens

SAID = "“We do not accept it,” she said, “and 5 of the 17,000 won’t.”"
FEAR = "We all fear we will have to start from scratch."
TALKS = (
    "Russia does not intend to continue peace treaty talks with Japan",
    "It is impossible to discuss a fundamental document",
)
VERBATIM, TYPOGRAPHIC, ABRIDGED, ALTERED, ABSENT = COMPARISON_VERDICTS

CASES = [
    # the same code points
    (FEAR, FEAR, VERBATIM),
    (" ".join(TALKS), TALKS, VERBATIM),
    ("?!", "?!", VERBATIM),
    # typography: marks, dashes, spaces, what is not seen
    ("'We do not accept it'", "“We do not accept it”", TYPOGRAPHIC),
    ('He said "no" twice', "He said “no” twice", TYPOGRAPHIC),
    ("He said 'the \"old\" way' twice", "He said “the ‘old’ way” twice", TYPOGRAPHIC),
    ("«We» know", "“We” know", TYPOGRAPHIC),
    ("we don't", "we don’t", TYPOGRAPHIC),
    ("a well‑known — fact", "a well-known – fact", TYPOGRAPHIC),
    ("a fact - known", "a fact—known", TYPOGRAPHIC),
    ("5\u00a0million yen", "5 million yen", TYPOGRAPHIC),
    ("co\u00adoperate now", "cooperate now", TYPOGRAPHIC),
    ("cafe\u0301 noir", "café noir", TYPOGRAPHIC),
    ("wait... what", "wait… what", TYPOGRAPHIC),
    (f"  {FEAR}\n", FEAR, TYPOGRAPHIC),
    (f'"{FEAR}"', FEAR, TYPOGRAPHIC),
    ("ｆｕｌｌ １２", "full 12", TYPOGRAPHIC),
    # the record's own dots and brackets
    ("wait... 'what' [sic] now", "wait… “what” [sic] now", TYPOGRAPHIC),
    # the first letter and a final comma or stop
    ("we all fear we will have to start from scratch", FEAR, TYPOGRAPHIC),
    ("We all fear we will have to start from scratch,", FEAR, TYPOGRAPHIC),
    ("Made by Acme Inc.", "Made by Acme Inc.,", TYPOGRAPHIC),
    ("“illegal occupation,”", "illegal occupation", TYPOGRAPHIC),
    # the seam of a split quotation
    (". ".join(TALKS) + ".", TALKS, TYPOGRAPHIC),
    (", it".join([TALKS[0], TALKS[1][2:]]), TALKS, TYPOGRAPHIC),
    (f"{TALKS[0]}. {TALKS[1]}", (TALKS[0] + ",", TALKS[1] + ","), TYPOGRAPHIC),
    (" ".join(TALKS), (TALKS[0] + ",", TALKS[1]), TYPOGRAPHIC),
    # Japanese
    ("『北方領土、困難』です", "「北方領土，困難」です。", TYPOGRAPHIC),
    ("平和 条約", "平和条約", TYPOGRAPHIC),
    ("平和条約を結ばない", "平和条約を結ぶ", ALTERED),
    ("平和条約を結びます。", "平和条約を結びます？", ALTERED),
    # honest omissions and brackets
    ("We all fear … start from scratch.", FEAR, ABRIDGED),
    ("We all fear [...] start from scratch.", FEAR, ABRIDGED),
    ("We all fear (…) start from scratch.", FEAR, ABRIDGED),
    ("We all fear . . . start from scratch.", FEAR, ABRIDGED),
    ("… we will have to start from scratch", FEAR, ABRIDGED),
    ("We all fear we will ...", FEAR, ABRIDGED),
    ("… we will have to start …", FEAR, ABRIDGED),
    (f"… {FEAR} …", FEAR, ABRIDGED),
    ("We all fear, … [W]e will have … scratch.", FEAR, ABRIDGED),
    (
        "[w]e all fear we will have to start from scratch",
        "We all fear we will have to start from scratch",
        ABRIDGED,
    ),
    ("[The islanders] all fear we will have to start from scratch.", FEAR, ABRIDGED),
    ("We all fear we will have to start [talking] from scratch.", FEAR, ABRIDGED),
    ("We all fear [sic] we will have to start from scratch.", FEAR, ABRIDGED),
    ("Russia does not intend … It is impossible", (*TALKS[:1], "It is impossible"), ABRIDGED),
    # marks of omission that do not make the words right
    ("We will have to … we all fear start from scratch", FEAR, ALTERED),
    ("Start from scratch … we all fear", FEAR, ALTERED),
    ("We all love … start from scratch", FEAR, ALTERED),
    ("We all fear … scratch start", FEAR, ALTERED),
    ("fear … scratch", FEAR, ALTERED),
    ("We [do] accept it", "We do not accept it", ALTERED),
    ("We [never] go", "We go", ALTERED),  # a bracket that puts in a negation
    ("We [did not] attack", "We did attack", ALTERED),
    ("We did[n’t] attack", "We did attack", ALTERED),
    ("It is [un]acceptable", "It is acceptable", ALTERED),
    ("It is [un]acceptable", "It is unacceptable", ABRIDGED),
    ("We lost [300] ships", "We lost ships", ALTERED),  # or a number
    ("We lost [three hundred] ships", "We lost ships", ALTERED),
    ("We lost [their] ships", "We lost three ships", ALTERED),  # or takes one out
    ("We [never] go", "We [never] go now", ALTERED),
    ("'We [never] go'", "“We [never] go”", TYPOGRAPHIC),  # the record's own
    ("[9] of the islanders left", "5 of the islanders left", ALTERED),
    (
        "We [all of us who live here and have always lived here since the war] fear",
        "We fear",
        ALTERED,
    ),
    ("We [", FEAR, ALTERED),
    # words
    ("We all hope we will have to start from scratch.", FEAR, ALTERED),
    ("We do accept it", "We do not accept it", ALTERED),
    ("We do not accept it", "We do accept it", ALTERED),
    ("We won't accept it", "We will accept it", ALTERED),
    ("We cant accept it", "We can't accept it", ALTERED),
    ("We fear all we will have to start from scratch.", FEAR, ALTERED),
    (FEAR + " And more.", FEAR, ALTERED),
    ("Well, " + FEAR, FEAR, ALTERED),
    ("we will have to start from scratch.", FEAR, ALTERED),
    ("We all fear we we will have to start from scratch.", FEAR, ALTERED),
    (" ".join(reversed(TALKS)), TALKS, ALTERED),
    ("We all re-form it", "We all reform it", ALTERED),
    ("We all now here stand", "We all nowhere stand", ALTERED),
    # numbers
    ("17,001 people lived there", "17,000 people lived there", ALTERED),
    ("3.5 people lived there", "3,5 people lived there", ALTERED),
    ("17 000 people lived there", "17000 people lived there", ALTERED),
    ("102 people lived there", "10² people lived there", ALTERED),
    ("21/2 people lived there", "2½ people lived there", ALTERED),
    ("it fell by 5 degrees", "it fell by −5 degrees", ALTERED),
    (".5 million people lived there", "5 million people lived there", ALTERED),
    ("The price .5 million now", ("The price", "5 million now"), ALTERED),
    ("it cost $5 then", "it cost £5 then", ALTERED),
    ("it is 5″ tall", "it is 5′ tall", ALTERED),  # inches, not feet
    ("it is 5\" 10' tall", "it is 5' 10\" tall", ALTERED),
    ("it is 5' 10\" tall", "it is 5′ 10″ tall", TYPOGRAPHIC),
    ('it is 2½" tall', "it is 2½' tall", ALTERED),
    ("“We left in 2022”", "We left in 2022", TYPOGRAPHIC),  # a mark around, no measure
    ("growth of 3 -5 percent", "growth of 3-5 percent", ALTERED),  # a minus, not a range
    ("growth of 3 –5 percent", "growth of 3–5 percent", ALTERED),
    ("it fell 3 -$.5 now", "it fell 3-$.5 now", ALTERED),
    ("growth of 3–5 percent", "growth of 3 - 5 percent", TYPOGRAPHIC),
    ("it fell by -5 degrees", "it fell by −5 degrees", TYPOGRAPHIC),
    # letters
    ("We all Fear we will have to start from scratch.", FEAR, ALTERED),
    ("US all the way", "us all the way", ALTERED),
    ("WE ALL FEAR", "We all fear", ALTERED),
    ("the resume of it", "the résumé of it", ALTERED),
    ("the pâte of it", "the pâté of it", ALTERED),
    ("the co\u0430st is clear", "the coast is clear", ALTERED),  # a Cyrillic letter
    ("\u202ethe coast is clear", "the coast is clear", ALTERED),  # reversed for the eye
    ("\u2067the coast is clear", "the coast is clear", ALTERED),
    # marks that change a sentence
    ("We all fear.", "We all fear?", ALTERED),
    ("We all fear!", "We all fear.", ALTERED),
    ("We all fear", "We all fear?", ALTERED),
    ("Let us eat grandma", "Let us eat, grandma", ALTERED),
    ("Let us eat, grandma", "Let us eat grandma", ALTERED),
    ("He said no. More came", "He said no more came", ALTERED),
    ("the so-called 'peace' talks", "the so-called peace talks", ALTERED),
    ("a light (house) keeper", "a light house keeper", ALTERED),
    ("Well I think so", "Well… I think so", ALTERED),
    # nothing to go by
    ("", "", ABSENT),
    ("", FEAR, ABSENT),
    (FEAR, "", ABSENT),
    (FEAR, (), ABSENT),
    (FEAR, ("", " "), ABSENT),
    ("  ", "  ", ABSENT),
    ("…", FEAR, ABSENT),
    (".", ",", ABSENT),
    ("[he lied]", "They came", ABSENT),
    ("The budget passed without debate", FEAR, ABSENT),
]


@pytest.mark.parametrize(("quoted", "recorded", "verdict"), CASES)
def test_it_judges(quoted: str, recorded: str | tuple[str, ...], verdict: Verdict) -> None:
    assert compare(quoted, recorded).verdict is verdict


@pytest.mark.parametrize(
    ("quoted", "recorded", "drops"),
    [
        ("We do … accept it", "We do not accept it", True),
        ("We … accept it", "We don’t accept it", True),
        ("We do not … accept it", "We do not now accept it", False),
        ("We do accept it", "We do not accept it", False),  # altered: nothing is marked
    ],
)
def test_it_tells_when_an_omission_drops_a_negation(
    quoted: str, recorded: str, drops: bool
) -> None:
    assert compare(quoted, recorded).drops_negation is drops


@pytest.mark.parametrize(
    ("quoted", "recorded", "edits"),
    [
        ("We all hope so", "We all fear so", [
            ("equal", "We all ", "We all "), ("replace", "hope ", "fear "),
            ("equal", "so", "so")]),
        ("We accept it", "We do not accept it", [
            ("equal", "We ", "We "), ("delete", "", "do not "),
            ("equal", "accept it", "accept it")]),
        ("It is so?", "It is so.", [
            ("equal", "It is so", "It is so"), ("replace", "?", ".")]),
        ("It is very so", "It is so", [
            ("equal", "It is ", "It is "), ("insert", "very ", ""), ("equal", "so", "so")]),
        ("He said 'no'", "He said “no”", [("equal", "He said 'no'", "He said “no”")]),
        ("", "so", [("delete", "", "so")]),
    ],
)  # fmt: skip
def test_the_edits_tell_what_differs(
    quoted: str, recorded: str, edits: list[tuple[str, str, str]]
) -> None:
    found = [(edit.op, edit.quoted, edit.recorded) for edit in compare(quoted, recorded).edits]
    assert found == edits


def test_the_edits_of_very_long_texts_are_coarse_but_whole() -> None:
    recorded = "a " + "b " * 6000 + "c"
    comparison = compare("a " + "d " * 6000 + "c", recorded)
    assert [edit.op for edit in comparison.edits] == ["equal", "replace", "equal"]
    assert "".join(edit.recorded for edit in comparison.edits) == recorded


WORDS = st.text(alphabet="aAbé1 2.,?!'\"“”’-–—…[]()\u00a0\u00ad\u0301北、。²", max_size=40)


@given(st.text() | WORDS)
def test_a_text_is_verbatim_to_itself(text: str) -> None:
    assert compare(text, text).verdict is (VERBATIM if text.strip() else ABSENT)


@given(st.text() | WORDS, st.text() | WORDS)
def test_the_edits_give_back_both_texts(quoted: str, recorded: str) -> None:
    edits = compare(quoted, recorded).edits
    if tokens(quoted) and tokens(recorded):
        assert "".join(edit.quoted for edit in edits) == quoted
        assert "".join(edit.recorded for edit in edits) == recorded
    assert all(edit.quoted == edit.quoted_span.text_in(quoted) for edit in edits)


@given(WORDS, st.lists(WORDS, min_size=1, max_size=3))
def test_other_words_are_never_verbatim_nor_typographic(quoted: str, recorded: list[str]) -> None:
    verdict = compare(quoted, recorded).verdict
    if _bare_words(quoted) != _bare_words(" ".join(recorded)):
        assert verdict not in {VERBATIM, TYPOGRAPHIC}


@given(st.lists(st.sampled_from("we do not accept it 5 . , ? … [he] “".split()), max_size=12),
       st.integers(0, 12), st.sampled_from(["not", "6", "?", "they", ""]))  # fmt: skip
def test_one_thing_changed_is_never_typographic(words: list[str], at: int, new: str) -> None:
    changed = [*words[:at], new, *words[at + 1 :]]
    verdict = compare(" ".join(changed), " ".join(words)).verdict
    if _bare_words(" ".join(changed)) != _bare_words(" ".join(words)):
        assert verdict not in {VERBATIM, TYPOGRAPHIC}


def _bare_words(text: str) -> list[str]:
    """The words by another road than the module's: no fold, no tokens."""
    plain = unicodedata.normalize("NFKC", text.replace("\u00ad", "")).casefold()
    spaced = "".join(f" {each} " if each == "北" else each for each in plain)
    return "".join(each if each.isalnum() else " " for each in spaced).split()


@pytest.mark.no_cover  # which would take several times as long
@pytest.mark.parametrize(
    "unit", ["a", "a b ", "“", "e\u0301\u0323", "… a ", "[a", "[a] b ", "日本、", "\ufdfa", ". "]
)
def test_it_answers_hostile_text(unit: str) -> None:
    text = (unit * 10_000)[:10_000]
    assert compare(text, text[: len(text) // 2] + " a").verdict in COMPARISON_VERDICTS
    assert compare("… a " * 2_500, text).verdict in COMPARISON_VERDICTS


@pytest.mark.parametrize(
    ("quoted", "verdict"),
    [
        ("we go home", ALTERED),  # a third of the words is in common
        ("we go home now", ALTERED),
        ("go we home now", ALTERED),
        ("they go home", ABSENT),
    ],
)
def test_words_with_less_than_a_third_in_common_are_absent(quoted: str, verdict: Verdict) -> None:
    assert compare(quoted, "we left early").verdict is verdict


@pytest.mark.parametrize(("words", "steps"), [(5_000, 5), (5_001, 3)])
def test_only_very_long_texts_are_aligned_coarsely(words: int, steps: int) -> None:
    recorded = [f"w{number}" for number in range(words)]
    quoted = [recorded[0], "x", *recorded[2:-2], "y", recorded[-1]]
    edits = compare(" ".join(quoted), " ".join(recorded)).edits
    assert "".join(edit.quoted for edit in edits) == " ".join(quoted)
    assert "".join(edit.recorded for edit in edits) == " ".join(recorded)
    assert len(edits) == steps
