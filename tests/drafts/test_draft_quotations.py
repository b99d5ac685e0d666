"""The quotations of a draft: attributed ones, and other quoted words that may be titles."""

import pytest

from citations.drafts.draft_quotations import MOST_UNSURE, find_draft_quotations

SENTENCE = "the exchange activities is one of the top priorities"
TITLE = "The Long Way Home of a Quiet Man"

CASES = [
    (f"“{SENTENCE},” Kishida said.", [(SENTENCE, True)]),
    (f"He is right: “{SENTENCE}” (Duarte, 2024).", [(SENTENCE, True)]),
    (f"> {SENTENCE}\n> — Kishida Fumio", [(SENTENCE, True)]),
    (f"    {SENTENCE} -- Kishida\n\nIt was so.", [(SENTENCE, True)]),
    (f"> {SENTENCE}\n\nIt was so.", [(SENTENCE, False)]),
    (f"Her essay “{TITLE}” won.", [(TITLE, False)]),
    ("The “most favoured nation status” ended.", [("most favoured nation status", False)]),
    ("A “quiet man” came.", []),
    ("Nobody said a word.", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "quotations"), CASES)
def test_quoted_words_are_found_and_titles_are_unsure(
    text: str, quotations: list[tuple[str, bool]]
) -> None:
    found = find_draft_quotations(text, "")
    words = [(each.quotation.segments[0].text_in(text), each.is_sure) for each in found]
    assert words == quotations


def test_they_come_in_the_order_of_the_draft() -> None:
    text = f"“{SENTENCE}” (2024).\n\n“We go,” Ana Duarte said.\n\n> {SENTENCE} and more\n"
    found = find_draft_quotations(text, "")
    starts = [each.quotation.segments[0].start for each in found]
    assert starts == sorted(starts)
    assert [each.quotation.rule for each in found] == ["between-marks", "after", "between-marks"]


def test_only_so_many_possible_titles_are_looked_up() -> None:
    text = "\n\n".join(["The “most favoured nation status” ended."] * (MOST_UNSURE + 5))
    assert len(find_draft_quotations(text, "")) == MOST_UNSURE
