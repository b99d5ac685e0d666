"""Excerpts: where the hits are marked, and where a long quotation is cut."""

import pytest

from citations.query.parser import parse_query
from citations.search.highlighting import LEAD, MAX_EXCERPT, highlight_excerpt, hit_spans


def marked(text: str, query: str) -> list[str]:
    return [text[start:end] for start, end in hit_spans(text, parse_query(query).highlight_terms)]


@pytest.mark.parametrize(
    ("text", "query", "hits"),
    [
        ("Peace and treaties.", "peace treaty", ["Peace", "treaties"]),  # any form of a word
        ("Peace and treaties.", '"treaty"', []),  # a phrase is matched as written
        ("A peace treaty, a treaty", '"peace treaty"', ["peace treaty"]),
        ("peace, treaty", '"peace treaty"', ["peace, treaty"]),  # punctuation between
        ("treaty peace", '"peace treaty"', []),
        ("Negotiations, negotiators", "negotia*", ["Negotiations", "negotiators"]),
        ("visa-free travel", "visa-free", ["visa-free"]),
        ("Łódź, Straße", "lodz strasse", ["Łódź", "Straße"]),  # accents and case
        ("日本の首相", "日本", ["日本"]),
        ("2022年に", "年", ["年に"]),  # half of an indexed pair
        ("peace peace", "peace", ["peace", "peace"]),
        ("a b c", '"a b" "b c"', ["a b", " c"]),  # overlapping hits are joined without repeats
        ("peace", "-peace", []),
        ("peace", "speaker:peace", []),
        ("peace", "", []),
        ("", "peace", []),
    ],
)
def test_hits_are_marked(text: str, query: str, hits: list[str]) -> None:
    assert marked(text, query) == hits


def excerpt(text: str, query: str) -> str:
    fragments = highlight_excerpt(text, parse_query(query).highlight_terms)
    return "".join(f"[{each.text}]" if each.marked else each.text for each in fragments)


def test_a_short_text_is_shown_whole() -> None:
    assert excerpt("A treaty of peace.", "treaty") == "A [treaty] of peace."
    assert excerpt("treaty", "treaty") == "[treaty]"
    assert excerpt("A treaty.", "") == "A treaty."
    assert excerpt("x" * MAX_EXCERPT, "") == "x" * MAX_EXCERPT


LONG = " ".join(f"word{number:03}" for number in range(200))


def test_a_long_text_is_cut_after_the_excerpt() -> None:
    shown = excerpt(LONG, "")
    assert shown.startswith("word000 word001")
    assert shown.endswith(" …")
    assert len(shown) <= MAX_EXCERPT + 2
    assert shown.removesuffix(" …").split() == LONG.split()[: len(shown.split()) - 1]


def test_a_long_text_is_cut_around_its_first_hit() -> None:
    shown = excerpt(LONG, "word100 word101 word150")
    assert shown.startswith("… word")
    assert shown.endswith(" …")
    assert "[word100] [word101]" in shown
    assert "word150" not in shown  # too far away
    assert LEAD - 10 <= shown.index("[") <= LEAD + 2


def test_a_hit_at_the_end_is_shown_with_what_comes_before_it() -> None:
    shown = excerpt(LONG, "word199")
    assert shown.startswith("… ")
    assert shown.endswith("word198 [word199]")
    assert len(shown) > MAX_EXCERPT - 20


def test_a_hit_longer_than_the_excerpt_is_shown_whole() -> None:
    assert excerpt("x" * 500 + " end", "x" * 500) == f"[{'x' * 500}] …"
    assert excerpt("x" * 600, "") == f"{'x' * MAX_EXCERPT} …"
