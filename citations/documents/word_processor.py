"""Documents of word processors: .docx by python-docx, .odt by odfdo."""

from collections.abc import Iterator
from io import BytesIO
from typing import Any

from citations.documents.document import LONGEST_HEADLINE, Reading, UnreadableError, first_line

_RUNS = ".//w:r[not(ancestor::w:del or ancestor::w:moveFrom or ancestor::w:txbxContent)]"


def read_docx(data: bytes) -> Reading:
    """The paragraphs of a .docx, in order, those of tables too."""
    from docx import Document

    document = Document(BytesIO(data))
    about = document.core_properties
    blocks = ["".join(run.text for run in runs_of(each)) for each in paragraphs_of(document)]
    return _reading(blocks, about.title, about.author, about.language)


def paragraphs_of(container: Any) -> Iterator[Any]:
    """The paragraphs of a document of python-docx, those of its tables' cells too, each once."""
    seen = set()
    for block in container.iter_inner_content():
        if not hasattr(block, "rows"):
            yield block
            continue
        for row in block.rows:
            for cell in row.cells:
                if cell._tc not in seen:  # a merged cell stands in several places
                    seen.add(cell._tc)
                    yield from paragraphs_of(cell)


def runs_of(paragraph: Any) -> list[Any]:
    """The runs of a paragraph as it reads: what was put in and not yet agreed to is there, what was
    taken out is not, nor what stands in a box beside it."""
    from docx.text.run import Run

    return [Run(element, paragraph) for element in paragraph._p.xpath(_RUNS)]


def read_odt(data: bytes) -> Reading:
    """The headings and paragraphs of an .odt, in order. Raises UnreadableError."""
    from odfdo import Document

    document = Document(BytesIO(data))
    if document.get_type() != "text":
        raise UnreadableError("It is no text document: bring an .odt.")
    elements = document.body.get_elements("descendant::text:p|descendant::text:h")
    about: Any = document.meta
    return _reading([str(each.inner_text) for each in elements], about.title, about.creator, "")


def _reading(
    blocks: list[str], title: str | None, author: str | None, language: str | None
) -> Reading:
    text = "\n\n".join(block.strip() for block in blocks if block.strip())
    return Reading(
        text=text,
        headline=(title or "")[:LONGEST_HEADLINE] or first_line(text),
        byline=(author,) if author else (),
        language=language or "",
    )
