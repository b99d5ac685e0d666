"""Documents of word processors give their paragraphs with tracked changes accepted."""

from io import BytesIO

import docx
import odfdo
import pytest
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from citations.documents.detection import read_document
from citations.documents.document import UnreadableDocumentError
from citations.documents.word_processor import read_docx, read_odt
from tests.support.document_files import QUOTED_WORDS, make_docx, make_odt


def test_a_document_gives_its_paragraphs() -> None:
    for make in (make_docx, make_odt):
        data = make("Talks go on", QUOTED_WORDS)
        assert read_document(data).text == f"Talks go on\n\n{QUOTED_WORDS}"


def test_a_docx_gives_its_title_and_author() -> None:
    document = read_document(make_docx("The talks", QUOTED_WORDS), "any.name")
    assert (document.headline, document.byline) == ("Talks", ("Ana Duarte",))


def test_each_cell_of_a_table_is_read_once() -> None:
    document, file = docx.Document(), BytesIO()
    document.add_paragraph("before")
    table = document.add_table(2, 2)
    for number, cell in enumerate(cell for row in table.rows for cell in row.cells):
        cell.text = f"cell {number}"
    table.cell(0, 0).merge(table.cell(0, 1))
    document.add_paragraph("after")
    document.save(file)
    assert read_docx(file.getvalue()).text.split("\n\n") == [
        "before", "cell 0", "cell 1", "cell 2", "cell 3", "after",
    ]  # fmt: skip


def test_inserted_words_are_read_and_deleted_ones_are_not() -> None:
    document, file = docx.Document(), BytesIO()
    kept, inserted, deleted = (document.add_paragraph(each) for each in ("We ", "will ", "shall "))
    for paragraph, tag in ((inserted, "ins"), (deleted, "del")):
        tracked = OxmlElement(f"w:{tag}")
        tracked.append(paragraph.runs[0]._r)
        kept._p.append(tracked)
        paragraph._p.getparent().remove(paragraph._p)
    for text in kept._p.xpath(".//w:del//w:t"):
        text.tag = qn("w:delText")
    kept.add_run("go.")
    document.save(file)
    assert read_document(file.getvalue()).text == "We will go."


def test_another_opendocument_is_refused() -> None:
    file = BytesIO()
    odfdo.Document("spreadsheet").save(file)
    with pytest.raises(UnreadableDocumentError, match="not a text document"):
        read_odt(file.getvalue())
