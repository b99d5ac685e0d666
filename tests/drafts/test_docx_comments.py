"""A draft becomes a .docx with a comment at each finding; its words and formatting stay."""

from io import BytesIO
from typing import Any

from docx import Document

from citations.comparison.verdict import Verdict
from citations.drafts.docx_comments import DocxAdditions, add_comments, comment_text
from citations.drafts.findings import DraftReport, Finding, Flag
from citations.text.spans import Span

SITE = "https://quotes.example"
TEXT = "The talks\n\nHe said: “We go on, or we stop.”\n\nThe end."


def finding(*words: str, verdict: Verdict = Verdict.UNKNOWN, note: str = "") -> Finding:
    spans = tuple(Span(TEXT.index(each), TEXT.index(each) + len(each)) for each in words)
    return Finding(spans, " ".join(words), verdict, note=note)


def report(*findings: Finding) -> DraftReport:
    return DraftReport(TEXT, findings)


def opened(data: bytes) -> Any:
    return Document(BytesIO(data))


def paragraphs(data: bytes) -> list[str]:
    return [each.text for each in opened(data).paragraphs]


def original() -> bytes:
    """The draft as a document in which each word is a run, every other one in italics."""
    document = Document()
    for paragraph in TEXT.split("\n\n"):
        added = document.add_paragraph()
        for number, word in enumerate(paragraph.split(" ")):
            added.add_run(f" {word}" if number else word).italic = bool(number % 2)
    output = BytesIO()
    document.save(output)
    return output.getvalue()


def commented_words(data: bytes) -> list[str]:
    """The words between the start and the end of each comment's range."""
    found = []
    for paragraph in opened(data).paragraphs:
        words: str | None = None
        for element in paragraph._p:
            name = element.tag.rpartition("}")[2]
            if name == "commentRangeStart":
                words = ""
            elif name == "commentRangeEnd" and words is not None:
                found.append(words)
                words = None
            elif words is not None:
                words += "".join(each.text for each in element.xpath(".//w:t"))
    return found


def test_pasted_text_becomes_a_new_document() -> None:
    data = add_comments(report(finding("We go on")), SITE)
    assert paragraphs(data) == TEXT.split("\n\n")
    (comment,) = opened(data).comments
    assert (comment.text, comment.author) == ("Not in this database.", "Citations")
    assert commented_words(data) == ["We go on"]


def test_the_original_keeps_its_runs_and_gets_comments_at_the_words() -> None:
    data = add_comments(report(finding("We go"), finding("we stop")), SITE, original())
    assert paragraphs(data) == TEXT.split("\n\n")
    assert len(list(opened(data).comments)) == 2
    assert commented_words(data) == ["We go", "we stop"]
    italics = [run.text for run in opened(data).paragraphs[1].runs if run.italic]
    assert "".join(italics).split() == ["said:", "go", "or", "stop.”"]


def test_a_split_quotation_has_one_comment_from_first_to_last_segment() -> None:
    data = add_comments(report(finding("We go on", "we stop")), SITE)
    assert commented_words(data) == ["We go on, or we stop"]


def test_the_citation_follows_the_closing_marks_and_the_sources_the_text() -> None:
    additions = DocxAdditions({TEXT.index("We go on"): "(Duarte 2024)"}, ["Duarte, A. (2024)."])
    data = add_comments(report(finding("We go on, or we stop")), SITE, additions=additions)
    assert paragraphs(data) == [
        "The talks", "He said: “We go on, or we stop.” (Duarte 2024)", "The end.",
        "Sources", "Duarte, A. (2024).",
    ]  # fmt: skip


def test_a_file_that_is_no_document_gives_a_new_one() -> None:
    assert paragraphs(add_comments(report(), SITE, b"PK no document")) == TEXT.split("\n\n")


def test_characters_that_xml_does_not_allow_become_spaces() -> None:
    unknown = Finding((Span(0, 1),), "a", Verdict.UNKNOWN, note="c\x00d")
    data = add_comments(DraftReport("a\n\nb\x0bb", (unknown,)), SITE)
    assert paragraphs(data) == ["a", "b b"]
    (comment,) = opened(data).comments
    assert comment.text.endswith("c d")


def test_the_comment_has_the_verdict_the_flags_and_the_note() -> None:
    flagged = Finding((Span(0, 1),), "a", Verdict.VERBATIM, (Flag.SPEAKER, Flag.DATE), note="Why.")
    assert comment_text(flagged, SITE) == "Word for word. Different speaker. Different day.\nWhy."
