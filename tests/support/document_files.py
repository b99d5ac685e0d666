"""Makes small files of each document format."""

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import docx
import odfdo
import pypdf
from pypdf.generic import DecodedStreamObject, DictionaryObject, NameObject

ARTICLE_PAGE = """<!doctype html><html lang="en-GB"><head><meta charset="{charset}">
<title>Talks go on – The Paper</title><meta property="og:title" content="Talks go on">
<meta name="author" content="Ana Duarte"><meta property="og:site_name" content="The Paper">
<meta property="article:published_time" content="2024-02-08T10:00:00Z">
<link rel="canonical" href="https://example.org/talks"></head><body><nav>Home | News</nav>
<article><h1>Talks go on</h1>
<p>The minister met the press for an hour on Wednesday, before the talks were to go on.</p>
<p>“We will not give in,” he said. “<script>alert(1)</script>Nobody should – ever – think so.”</p>
<p>The talks have lasted for a year, and nobody expects them to end before the summer of 2024.</p>
</article><footer>Subscribe to our newsletter</footer></body></html>"""
QUOTED_WORDS = "“We will not give in,” he said. “Nobody should – ever – think so.”"


def make_docx(*paragraphs: str) -> bytes:
    document, file = docx.Document(), BytesIO()
    for each in paragraphs:
        document.add_paragraph(each)
    document.core_properties.title, document.core_properties.author = "Talks", "Ana Duarte"
    document.save(file)
    return file.getvalue()


def make_odt(*paragraphs: str) -> bytes:
    document, file = odfdo.Document("text"), BytesIO()
    document.body.clear()
    for each in paragraphs:
        document.body.append(odfdo.Paragraph(each))
    document.save(file)
    return file.getvalue()


def make_pdf(*lines: str, password: str = "") -> bytes:
    writer, file = pypdf.PdfWriter(), BytesIO()
    page = writer.add_blank_page(300, 300)
    font = DictionaryObject(
        {NameObject(key): NameObject(value) for key, value in
         {"/Type": "/Font", "/Subtype": "/Type1", "/BaseFont": "/Helvetica"}.items()}
    )  # fmt: skip
    page[NameObject("/Resources")] = DictionaryObject(
        {NameObject("/Font"): DictionaryObject({NameObject("/F1"): font})}
    )
    stream = DecodedStreamObject()
    shown = "".join(f"({line}) Tj 0 -14 Td " for line in lines)
    stream.set_data(f"BT /F1 12 Tf 20 280 Td {shown}ET".encode())
    page[NameObject("/Contents")] = writer._add_object(stream)
    if password:
        writer.encrypt(password, algorithm="RC4-128")
    writer.write(file)
    return file.getvalue()


def make_archive(**members: bytes) -> bytes:
    """A ZIP file; in the names of its members `__` stands for / and `_xml` for .xml."""
    file = BytesIO()
    with ZipFile(file, "w", ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name.replace("__", "/").replace("_xml", ".xml"), data)
    return file.getvalue()
