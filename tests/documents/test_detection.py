"""What files come as: the words of each kind as they stand, and what is wrong with the others."""

from collections.abc import Callable
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import docx
import odfdo
import pypdf
import pytest
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from pypdf.generic import DecodedStreamObject, DictionaryObject, NameObject

from citations.documents import plain_text
from citations.documents.detection import read_document
from citations.documents.document import UnreadableDocumentError

PAGE = """<!doctype html><html lang="en-GB"><head><meta charset="{charset}">
<title>Talks go on – The Paper</title><meta property="og:title" content="Talks go on">
<meta name="author" content="Ana Duarte"><meta property="og:site_name" content="The Paper">
<meta property="article:published_time" content="2024-02-08T10:00:00Z">
<link rel="canonical" href="https://example.org/talks"></head><body><nav>Home | News</nav>
<article><h1>Talks go on</h1>
<p>The minister met the press for an hour on Wednesday, before the talks were to go on.</p>
<p>“We will not give in,” he said. “<script>alert(1)</script>Nobody should – ever – think so.”</p>
<p>The talks have lasted for a year, and nobody expects them to end before the summer of 2024.</p>
</article><footer>Subscribe to our newsletter</footer></body></html>"""
WORDS = "“We will not give in,” he said. “Nobody should – ever – think so.”"


@pytest.mark.parametrize("charset", ["utf-8", "cp1252", "iso-8859-1", "utf-16"])
def test_a_page_gives_its_article_and_what_it_says_of_itself(charset: str) -> None:
    encoding = "cp1252" if charset == "iso-8859-1" else charset
    found = read_document(PAGE.format(charset=charset).encode(encoding), "talks.html")
    assert WORDS in found.text.split("\n\n")
    assert "Home" not in found.text
    assert "Subscribe" not in found.text
    assert (found.headline, found.byline) == ("Talks go on", ("Ana Duarte",))
    assert (found.publication, found.published) == ("The Paper", "2024-02-08")
    assert (found.url, found.kind) == ("https://example.org/talks", "webpage")
    assert found.language.startswith("en")


def test_a_plain_text_stays_as_it_is_but_for_the_ends_of_its_lines() -> None:
    text = "\n  A headline \r\n\r\n“It’s  so,”\tshe said.\r\n"
    found = read_document(text.encode(), "a.txt")
    assert found.text == text.replace("\r\n", "\n")
    assert found.headline == "A headline"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_a_text_is_read_in_its_encoding(encoding: str) -> None:
    assert read_document(WORDS.encode(encoding)).text == WORDS


def test_another_encoding_is_told_and_never_guessed() -> None:
    with pytest.raises(UnreadableDocumentError, match="not UTF-8: save it so, or say"):
        read_document(WORDS.encode("cp1252"))
    assert read_document(WORDS.encode("cp1252"), charset="windows-1252").text == WORDS
    for name in ("no-such-charset", "undefined", "punycode", "unicode_escape", "rot13", "a\0b"):
        with pytest.raises(UnreadableDocumentError, match="not UTF-8"):
            read_document(WORDS.encode()[:-1], charset=name)
        page = f'<meta charset="{name}"><p>\\u0041'.encode()
        assert "\\u0041" in plain_text.decode_text(page)


def test_what_a_file_says_of_itself_is_a_line_of_text() -> None:
    page = PAGE.format(charset="utf-8").replace('The Paper"', 'The\x01\n Paper"')
    assert read_document(page.encode()).publication == "The Paper"


def test_a_page_that_was_fetched_names_no_other_site_as_its_address() -> None:
    page = PAGE.format(charset="utf-8").encode()
    assert read_document(page, url="https://copy.example/a").url == "https://copy.example/a"
    assert read_document(page, url="https://example.org/x").url == "https://example.org/talks"


def test_markdown_gives_its_words_without_its_marks() -> None:
    found = read_document(
        b"# Talks *go* on\n\n> We **will** not\n> give in.\n\n- one\n- two\n", "a.md"
    )
    assert found.text == "Talks go on\n\n    We will not give in.\n\none\n\ntwo"
    assert found.headline == "Talks go on"


def in_word(*paragraphs: str) -> bytes:
    document, file = docx.Document(), BytesIO()
    for each in paragraphs:
        document.add_paragraph(each)
    document.core_properties.title, document.core_properties.author = "Talks", "Ana Duarte"
    document.save(file)
    return file.getvalue()


def in_writer(*paragraphs: str) -> bytes:
    document, file = odfdo.Document("text"), BytesIO()
    document.body.clear()
    for each in paragraphs:
        document.body.append(odfdo.Paragraph(each))
    document.save(file)
    return file.getvalue()


def in_pdf(*lines: str, password: str = "") -> bytes:
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


def test_documents_of_word_processors_give_their_paragraphs() -> None:
    for made in (in_word, in_writer):
        assert read_document(made("Talks go on", WORDS)).text == f"Talks go on\n\n{WORDS}"
    found = read_document(in_word("The talks", WORDS), "any.name")
    assert (found.headline, found.byline) == ("Talks", ("Ana Duarte",))


def test_a_pdf_gives_its_lines_as_paragraphs() -> None:
    found = read_document(in_pdf("We will not", "give in to any-", "body, he said."))
    assert found.text == "We will not give in to anybody, he said."


def packed(**members: bytes) -> bytes:
    file = BytesIO()
    with ZipFile(file, "w", ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name.replace("__", "/").replace("_xml", ".xml"), data)
    return file.getvalue()


BOMB = b"\0" * 60_000_000
LOCKED = {"META-INF__manifest_xml": b"<manifest:encryption-data/>"}
REFUSED = [
    (lambda: b"", "It is empty."),
    (lambda: b" \n\t ", "It is empty."),
    (lambda: b"\x7fELF\0\0\0\1\2\3" * 100, "It is no text"),
    (lambda: bytes(range(1, 32)) * 50, "It is no text"),
    (lambda: b"x" * 20_000_001, "larger than 20 MB"),
    (lambda: b"word " * 500_000, "longer than 2,000,000 characters"),
    (lambda: b"<html><body><nav>Home</nav></body></html>", "There is no article in this page"),
    (lambda: in_pdf("secret", password="a password"), "locked with a password"),
    (lambda: bytes.fromhex("d0cf11e0a1b11ae1") + bytes(500), "old .doc, or locked"),
    (lambda: packed(content_xml=b"?", **LOCKED), "locked with"),
    (in_pdf, "has no text layer"),
    (lambda: in_pdf("x")[:200], "It is damaged"),
    (lambda: b"%PDF-1.7 nothing of it", "It is damaged"),
    (lambda: b"PK\3\4 nothing of it", "packed, and damaged"),
    (lambda: packed(word__document_xml=BOMB), "unpacks to more than"),
    (lambda: packed(word__document_xml=b"<a>"), "It is damaged"),
    (lambda: packed(content_xml=b"<a/>"), "It is damaged"),
    (lambda: packed(a=b"b"), "no document"),
    (in_word, "There is no text in it."),
]


@pytest.mark.parametrize(("made", "told"), REFUSED, ids=[told for _, told in REFUSED])
def test_what_cannot_be_read_is_refused_with_what_to_do(
    made: Callable[[], bytes], told: str
) -> None:
    with pytest.raises(UnreadableDocumentError, match=told):
        read_document(made())


WHOLE = [
    ("<p>“We go,” he said.</p>", "“We go,” he said."),
    ("<h1>A</h1><ul><li>b<li>c</ul><table><tr><td>d<td>e</table>", "A\n\nb\n\nc\n\nd\n\ne"),
    ("<p>He wrote:</p><blockquote><p>We go.</p></blockquote>on", "He wrote:\n\n    We go.\n\non"),
    ("<p>He said <q>we <em>go</em></q>.</p><!-- no --><footer>f</footer>", "He said “we go”.\n\nf"),
    ("<head><title>T</title></head><p>a<br>b<script>no</script>c</p><style>no</style>", "a bc"),
]


@pytest.mark.parametrize(("page", "text"), WHOLE)
def test_of_a_whole_page_nothing_that_is_seen_is_left_out(page: str, text: str) -> None:
    assert read_document(f"<html><body>{page}".encode(), "a.html", whole=True).text == text


def test_what_is_put_in_and_not_yet_agreed_to_is_read_and_what_is_taken_out_is_not() -> None:
    document, file = docx.Document(), BytesIO()
    kept, put_in, gone = (document.add_paragraph(each) for each in ("We ", "will ", "shall "))
    for made, tag in ((put_in, "ins"), (gone, "del")):
        tracked = OxmlElement(f"w:{tag}")
        tracked.append(made.runs[0]._r)
        kept._p.append(tracked)
        made._p.getparent().remove(made._p)
    for text in kept._p.xpath(".//w:del//w:t"):
        text.tag = qn("w:delText")
    kept.add_run("go.")
    document.save(file)
    assert read_document(file.getvalue()).text == "We will go."
