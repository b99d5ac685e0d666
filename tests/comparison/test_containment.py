"""Quoted words against a longer wording: what they are, and never better than they are."""

import pytest

from citations.comparison.containment import find_containment
from citations.comparison.wording_tokens import WordingTokens

RECORD = (
    "Regrettably, the issue of the Northern Territories has not been resolved and a peace treaty"
    " has not been concluded. We will not give up. It is 17 years, and no more."
)

VERDICTS = [
    ("the issue of the Northern Territories has not been resolved", "verbatim"),
    ("Regrettably, the issue of the Northern Territories has not been resolved.", "typographic"),
    ("Regrettably, The issue of the northern territories", "typographic"),
    ("REGRETTABLY, THE ISSUE OF THE NORTHERN TERRITORIES", "typographic"),
    ("the issue … has not been resolved", "abridged"),
    ("[T]he issue of the Northern Territories has not been resolved", "abridged"),
    ("a peace treaty [with Russia] has not been concluded", "abridged"),
    ("the issue of the Southern Territories has not been resolved", "altered"),
    ("the issue of the Northern Territories has been resolved", "altered"),
    ("the issue of the Northern Territories has not never been resolved", "altered"),
    ("the issue of Northern the Territories has not been resolved", "altered"),
    ("Regrettably the issue of the Northern Territories has not been resolved", "typographic"),
    ("Regrettably, the issue of the Northern Territories has not been resolved?", "altered"),
    ("It is 71 years, and no more", "altered"),
    ("the issue has not been resolved", "altered"),  # left out, and not marked
    ("been resolved and a peace treaty has", "altered"),  # of "not" both times, one is cut off
    ("give up", "altered"),
    ("a harbour in winter is a lantern for all", ""),
    ("", ""),
]


@pytest.mark.parametrize(("quoted", "verdict"), VERDICTS)
def test_it_tells_how_words_stand_to_the_record(quoted: str, verdict: str) -> None:
    found = find_containment(WordingTokens((quoted,)), WordingTokens((RECORD,)))
    assert (found.verdict if found else "") == verdict


def test_the_passage_and_the_edits_say_what_differs() -> None:
    found = find_containment(WordingTokens(("We will give up",)), WordingTokens((RECORD,)))
    assert found
    assert found.span.text_in(RECORD) == "We will not give up"
    changed = [(each.op, each.recorded.strip()) for each in found.edits if each.op != "equal"]
    assert changed == [("delete", "not")]


def test_what_an_abridgement_leaves_out_may_turn_the_sense() -> None:
    kept = find_containment(
        WordingTokens(("Regrettably … a peace treaty has not been concluded",)), record()
    )
    assert kept
    assert (kept.verdict, kept.drops_negation) == ("abridged", True)
    honest = find_containment(WordingTokens(("It is 17 … and no more",)), record())
    assert honest
    assert (honest.verdict, honest.drops_negation) == ("abridged", False)


def test_words_that_stand_once_behind_a_not_and_once_without_are_quoted_rightly() -> None:
    record = WordingTokens(
        ("I did not give up the islands. Others wanted to give up the islands.",)
    )
    found = find_containment(WordingTokens(("give up the islands",)), record)
    assert found
    assert (found.verdict, found.span.start > 30) == ("verbatim", True)


def test_brackets_of_the_record_are_its_own() -> None:
    record = WordingTokens(
        ("I do not think that [the minister] sees what drives people to attack us.",)
    )
    for quoted, verdict in (
        ("that [the minister] sees … to attack us", "abridged"),
        ("that [the minister] sees what drives people", "verbatim"),
        ("that [he] sees what drives people", "abridged"),
    ):
        found = find_containment(WordingTokens((quoted,)), record)
        assert found
        assert found.verdict == verdict
        assert found.span.text_in(record.text).startswith("that [the minister]")
        assert "⟦" not in str(found)


def record() -> WordingTokens:
    return WordingTokens((RECORD,))


@pytest.mark.parametrize(
    "parts",
    [
        ("a peace treaty has not been concluded", "We will not give up"),  # a new sentence
        ("Regrettably", "the issue of the Northern Territories has not been resolved"),
        ("We will", "not give up"),
    ],
)
def test_a_quotation_that_its_cue_splits_is_read_as_one(parts: tuple[str, ...]) -> None:
    found = find_containment(WordingTokens(parts), record())
    assert found
    assert found.verdict in {"verbatim", "typographic"}


def test_a_record_in_segments_is_free_at_its_seams() -> None:
    segments = WordingTokens(("We go on", "And we stay for good"))
    found = find_containment(WordingTokens(("We go on, and we stay for good",)), segments)
    assert found
    assert found.verdict == "typographic"


def test_words_that_go_beyond_the_record_are_recognised() -> None:
    found = find_containment(
        WordingTokens(("We stay for good, whatever the winter brings us",)),
        WordingTokens(("We stay for good.",)),
    )
    assert found
    assert (found.verdict, found.goes_beyond) == ("altered", True)


def contained(quoted: str | tuple[str, ...], recorded: str) -> tuple[str, str]:
    """The verdict on the quoted words, and the recorded passage that they come from."""
    parts = (quoted,) if isinstance(quoted, str) else quoted
    found = find_containment(WordingTokens(parts), WordingTokens((recorded,)))
    return (str(found.verdict), found.span.text_in(recorded)) if found else ("", "")


def test_a_not_before_the_words_belongs_to_the_passage() -> None:
    assert contained("give up", RECORD) == ("altered", "not give up")


@pytest.mark.parametrize(
    ("record", "verdict", "passage"),
    [
        ("They said they would not. So be it.", "altered", "They said they would not"),
        ("They said they would not", "altered", "They said they would not"),
        ("They said they would not!", "altered", "They said they would not"),
        ("They said they would not go.", "verbatim", "They said they would"),
        ("They said they would. Not so.", "verbatim", "They said they would"),
        ("They said they would", "verbatim", "They said they would"),
        ("They said they would go.", "verbatim", "They said they would"),
    ],
)
def test_a_not_after_the_words_counts_at_the_end_of_its_sentence(
    record: str, verdict: str, passage: str
) -> None:
    assert contained("They said they would", record) == (verdict, passage)


def test_the_passage_has_the_marks_that_the_quotation_has() -> None:
    record = "Then he said “we go, now” to them."
    assert contained("“we go, now”", record) == ("verbatim", "“we go, now”")
    assert contained("we go, now", record) == ("verbatim", "we go, now")
    assert contained("'we go, now", record)[1] == "“we go, now"
    assert contained("we go,", record) == ("verbatim", "we go,")
    assert contained("to them.", record) == ("verbatim", "to them.")


def test_long_brackets_of_the_record_are_its_own_too() -> None:
    record = "We [all of us here in the small town] go far away from home, and stay."
    quoted = "We [all of us here in the small town] go … home"
    passage = "We [all of us here in the small town] go far away from home"
    assert contained(quoted, record) == ("abridged", passage)
    found = find_containment(WordingTokens((quoted,)), WordingTokens((record,)))
    assert found
    assert "".join(edit.quoted for edit in found.edits) == quoted


def test_parts_with_words_left_out_between_them_are_an_abridgement() -> None:
    verdict, passage = contained(("Regrettably", "a peace treaty has not been concluded"), RECORD)
    assert verdict == "abridged"
    assert passage.startswith("Regrettably, the issue")


def test_parts_that_differ_are_altered_as_a_whole() -> None:
    parts = ("the issue of the Southern", "Territories has not been resolved")
    found = find_containment(WordingTokens(parts), record())
    assert found
    assert (found.verdict, found.goes_beyond) == ("altered", False)
    assert "".join(edit.quoted for edit in found.edits) == " ".join(parts)


def numbered(start: int, end: int, letter: str = "w") -> str:
    return " ".join(f"{letter}{number}" for number in range(start, end))


# How many words the two have in common, of how many each, and whether that is enough.
ALIKE = [
    (8, 12, True),  # two thirds, of eight words or more
    (7, 10, False),  # seven tenths, of fewer
    (7, 9, True),
    (6, 8, True),  # three quarters
    (5, 7, False),
    (9, 15, True),  # three fifths
    (9, 16, False),
    (2, 2, True),
    (2, 3, False),
]


@pytest.mark.parametrize(("common", "length", "is_found"), ALIKE)
def test_few_words_in_common_must_be_a_larger_share(
    common: int, length: int, is_found: bool
) -> None:
    half = common // 2
    start, end = numbered(0, half), numbered(half, common)
    quoted = f"{start} {numbered(common, length, 'q')} {end}"
    recorded = f"{start} {numbered(common, length, 'r')} {end}"
    found = find_containment(WordingTokens((quoted,)), WordingTokens((recorded,)))
    assert bool(found) is is_found
    if found:
        assert found.likeness == pytest.approx(common / length)


def test_a_longer_passage_is_found_around_the_most_similar_words() -> None:
    passage = f"{numbered(0, 2)} x1 x2 {numbered(2, 10)} x3 {numbered(10, 12)}"
    record = f"{numbered(0, 40, 'b')} {passage} {numbered(0, 40, 'c')}"
    assert contained(numbered(0, 12), record) == ("altered", passage)


def test_a_sound_quotation_does_not_go_beyond_the_record() -> None:
    found = find_containment(WordingTokens(("We will not give up",)), record())
    assert found
    assert (found.goes_beyond, found.drops_negation, found.likeness) == (False, False, 1.0)


def test_the_first_sound_place_is_taken_and_twenty_are_examined() -> None:
    twenty = "never go home. " * 20
    assert contained("go home", twenty + "We go home.")[0] == "altered"
    assert contained("go home", "never go home. " * 19 + "We go home.")[0] == "verbatim"
    assert contained("go home", "We go home. They go home.") == ("verbatim", "go home")
