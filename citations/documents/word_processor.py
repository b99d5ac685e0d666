"""Reads documents of word processors: .docx with python-docx, .odt with odfdo."""

from collections.abc import Iterator
from io import BytesIO
from typing import Any

from citations.documents.document import (
    MAX_HEADLINE,
    Document,
    UnreadableDocumentError,
    first_line,
)
from citations.text.translation import gettext_noop

NOT_ODT = gettext_noop("The file is an OpenDocument, but not a text document (.odt).")

_RUNS = ".//w:r[not(ancestor::w:del or ancestor::w:moveFrom or ancestor::w:txbxContent)]"


def read_docx(data: bytes) -> Document:
    """The paragraphs of a .docx in order, including those in tables."""
    from docx import Document as WordDocument

    document = WordDocument(BytesIO(data))
    metadata = document.core_properties
    blocks = ["".join(run.text for run in runs_of(each)) for each in paragraphs_of(document)]
    return _document(blocks, metadata.title, metadata.author, metadata.language)


def paragraphs_of(container: Any) -> Iterator[Any]:
    """The paragraphs of a python-docx document, including those of table cells, each once."""
    seen = set()
    for block in container.iter_inner_content():
        if not hasattr(block, "rows"):
            yield block
            continue
        for row in block.rows:
            for cell in row.cells:
                if cell._tc not in seen:  # python-docx repeats a merged cell
                    seen.add(cell._tc)
                    yield from paragraphs_of(cell)


def runs_of(paragraph: Any) -> list[Any]:
    """The runs of a paragraph with its tracked changes accepted, and without text boxes."""
    from docx.text.run import Run

    return [Run(element, paragraph) for element in paragraph._p.xpath(_RUNS)]


def read_odt(data: bytes) -> Document:
    """The headings and paragraphs of an .odt in order. Raises `UnreadableDocumentError`."""
    from odfdo import Document as OpenDocument

    document = OpenDocument(BytesIO(data))
    if document.get_type() != "text":
        raise UnreadableDocumentError(NOT_ODT)
    elements = document.body.get_elements("descendant::text:p|descendant::text:h")
    metadata: Any = document.meta
    blocks = [str(each.inner_text) for each in elements]
    return _document(blocks, metadata.title, metadata.creator, "")


def _document(
    blocks: list[str], title: str | None, author: str | None, language: str | None
) -> Document:
    text = "\n\n".join(block.strip() for block in blocks if block.strip())
    return Document(
        text=text,
        headline=(title or "")[:MAX_HEADLINE] or first_line(text),
        byline=(author,) if author else (),
        language=language or "",
    )
