"""Marks make pairs by their shape, and prose keeps its offsets."""

import re

from citations.extraction.multilingual.caseless.marked_prose import HOLE, MarkedProse, mark_prose

MARKS = [("「", "」"), ("『", "』"), ("“", "”"), ('"', '"'), ("'", "'")]


def marked(text: str) -> MarkedProse:
    return mark_prose(text, MARKS, re.compile(r"[。.]|\n"), re.compile("と"))


def words_in(text: str) -> list[list[str]]:
    return [[each.text_in(text) for each in passage.segments] for passage in marked(text).passages]


def test_marks_need_no_spaces() -> None:
    assert words_in("彼は「はい」と「いいえ」を言う") == [["はい"], ["いいえ"]]


def test_only_the_outer_marks_count() -> None:
    assert words_in("「父は『木』と言う」") == [["父は『木』と言う"]]


def test_straight_marks_open_and_close_by_turns() -> None:
    assert words_in('"가"라고 하고 "나"라고 했다') == [["가"], ["나"]]


def test_an_apostrophe_is_no_mark() -> None:
    assert words_in("It's 'yes' today") == [["yes"]]


def test_marks_in_the_title_of_a_work_are_no_quotation() -> None:
    assert words_in("《“雨”的地图》和“好”") == [["好"]]


def test_a_quotation_goes_on_in_the_next_paragraph_that_opens_anew() -> None:
    assert words_in("他说：“一。\n“二。”") == [["一。", "二。"]]


def test_an_unclosed_mark_ends_with_its_line() -> None:
    assert words_in("他说：“一。\n二。“三。”") == [["三。"]]


def test_the_comma_before_the_closing_mark_is_outside() -> None:
    assert words_in("“好，”他说") == [["好"]]


def test_empty_marks_quote_nothing() -> None:
    assert words_in("「」と「 」") == []


def test_prose_has_holes_of_the_same_length() -> None:
    prose = marked("甲「乙丙」丁").prose
    assert prose == f"甲「{HOLE * 2}」丁"


def test_a_full_stop_in_a_quotation_starts_a_sentence_unless_it_goes_on() -> None:
    prose = marked("甲「乙。」丙。")
    assert prose.before(5) == ""
    assert marked("甲「乙。」と丙。").before(6) == f"甲「{HOLE * 2}」と"


def test_sentences_end_behind_their_stop() -> None:
    prose = marked("甲。乙丙。丁")
    assert (prose.sentence_start(3), prose.sentence_end(3)) == (2, 5)
    assert prose.after(5) == "丁"
