"""In a language without a lexicon, words between marks are quotations without a speaker."""

from citations.extraction.quotations import find_quotations


def test_nobody_is_named_in_a_language_that_is_not_read() -> None:
    text = "”Vi har inte sålt orgeln, vi har bara lånat ut den”, säger Karin Lund som är kantor."
    (found,) = find_quotations(text)
    assert found.speaker == ""
    assert found.rule == "unsupported-language"
    assert found.segments[0].text_in(text).startswith("Vi har inte")


def test_a_title_between_marks_is_no_quotation() -> None:
    assert find_quotations("Boken ”Salt och rök” är skriven av Karin Lund och kom ut i mars.") == []
