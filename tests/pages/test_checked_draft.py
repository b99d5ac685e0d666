"""A checked draft on its page: numbered findings, marked in the paragraphs."""

import pytest

from citations.drafts.check import check_draft
from citations.pages.checked_draft import report_context

DRAFT = "He called it “unacceptable” at once.\n\nNobody said “zanzibar is a lovely place”."


@pytest.mark.usefixtures("indexed")
def test_findings_are_numbered_and_marked_where_they_are() -> None:
    context = report_context(check_draft(DRAFT))
    numbers = [each.number for each in context["numbered"]]
    assert numbers == list(range(1, len(context["report"].findings) + 1))
    marked = [
        (run.of[0].number, run.text)
        for paragraph in context["paragraphs"]
        for run in paragraph
        if run.of
    ]
    assert [number for number, _ in marked] == numbers
    for (_, text), each in zip(marked, context["numbered"], strict=True):
        assert each.finding.exact in text or text in each.finding.exact
    assert "".join(run.text for p in context["paragraphs"] for run in p) == DRAFT.replace("\n", "")
    assert context["summary"]
