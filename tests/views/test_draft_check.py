"""The draft check on its page and for programs: each finding in its place, nothing stored."""

import json
from base64 import b64encode
from io import BytesIO
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from docx import Document
from docx.oxml import OxmlElement
from pytest_django import DjangoAssertNumQueries

from citations.drafts.check import MOST_BYTES
from citations.models.curation.wanted import WantedSearch
from tests.support.draft import TEXT, TWELVE
from tests.support.seen import text_of as words_of

pytestmark = pytest.mark.usefixtures("indexed")


def text_of(response: Any) -> str:
    return words_of(response.content.decode())


def sent(client: Client, **given: Any) -> Any:
    return client.post("/check/", given)


def asked(client: Client, data: Any) -> Any:
    body = data if isinstance(data, str | bytes) else json.dumps(data)
    return client.post("/check.json", body, content_type="application/json")


def docx(*paragraphs: str) -> bytes:
    document = Document()
    for paragraph in paragraphs:
        document.add_paragraph(paragraph)
    written = BytesIO()
    document.save(written)
    return written.getvalue()


def test_the_page_shows_the_draft_marked_and_each_finding(client: Client) -> None:
    response = sent(client, text=TEXT.replace("\n", "\r\n"))
    page = response.content.decode()
    assert response.status_code == 200
    assert "12 quotations, 9 to check." in page
    assert page.count("<mark") >= 12
    for number in range(1, 13):
        assert f'id="q-{number}"' in page
        assert f'id="f-{number}"' in page
    assert "On record as said by Kishida Fumio, not by Hayashi Yoshimasa." in text_of(response)
    assert response["Cache-Control"] == "no-store"


def test_it_asks_few_queries(
    client: Client, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    with django_assert_max_num_queries(40):
        sent(client, text=TEXT)


def test_a_file_is_checked_as_pasted_text_is(client: Client) -> None:
    files = {
        "a.txt": TEXT.encode(),
        "a.docx": docx(*TEXT.split("\n\n")),
        "a.tex": TEXT.replace("“", "``").replace("”", "''").encode(),
        "a.md": TEXT.encode(),
    }
    for name, data in files.items():
        response = sent(client, file=SimpleUploadedFile(name, data))
        assert "12 quotations, 9 to check." in response.content.decode(), name


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ({}, "Paste the draft, or choose its file."),
        ({"text": " \n "}, "Paste the draft, or choose its file."),
        ({"text": "nul\0"}, "Null characters are not allowed."),
        ({"text": "a", "published": "yesterday"}, "Date of the draft"),
        ({"text": "a", "style": "no-such-style"}, "Style"),
        ({"text": "a", "as": "exe"}, "“exe” is not available"),
        ({"original": "%%%"}, "choose it once more"),
        ({"original": b64encode(b"no document").decode()}, "choose it once more"),
    ],
)
def test_an_invalid_form_says_what_is_wrong(
    client: Client, given: dict[str, str], told: str
) -> None:
    response = sent(client, **given)
    assert response.status_code == 400
    assert told in text_of(response)


@pytest.mark.parametrize(
    ("name", "data", "told"),
    [
        ("a.txt", b"\x80\x81 no text", "UTF-8"),
        ("a.pdf", b"%PDF-1.4 broken", "damaged"),
        ("a.docx", b"PK\x03\x04 broken", "The archive is damaged"),
        ("a.bin", bytes(range(256)) * 10, "The file is not text."),
        ("a.txt", b"a" * (MOST_BYTES + 1), "larger than 5 MB"),
        ("a.txt", b"a" * 21_500_000, "larger than 5 MB"),  # so large that it is taken for none
    ],
)
def test_an_unreadable_file_is_an_error(client: Client, name: str, data: bytes, told: str) -> None:
    response = sent(client, file=SimpleUploadedFile(name, data))
    assert response.status_code == 400
    assert told in text_of(response)


def test_a_draft_without_quotations_says_so(client: Client) -> None:
    assert "The draft contains no quotations." in text_of(sent(client, text="Nobody said a word."))


def test_markup_in_a_draft_is_text(client: Client) -> None:
    page = sent(client, text="“<script>alert(1)</script> and more words,” <b>he</b> said.")
    assert "<script>alert" not in page.content.decode()


def test_the_draft_comes_back_with_a_comment_at_each_finding(client: Client) -> None:
    original = docx(*TEXT.split("\n\n"))
    response = sent(client, file=SimpleUploadedFile("a.docx", original), **{"as": "docx"})
    assert response["Content-Disposition"] == 'attachment; filename="checked.docx"'
    document = Document(BytesIO(response.content))
    comments = list(document.comments)
    assert len(comments) == 12
    assert [each.text for each in document.paragraphs] == TEXT.split("\n\n")
    told = {each.text.split(".")[0] for each in comments}
    assert {"Altered", "More than the source quotes", "Not in this database"} <= told


def test_a_text_named_docx_comes_back_as_a_document(client: Client) -> None:
    file = SimpleUploadedFile("a.docx", b"Nobody said a word.")
    response = sent(client, file=file, **{"as": "docx"})
    document = Document(BytesIO(response.content))
    assert [each.text for each in document.paragraphs] == ["Nobody said a word."]


def test_a_pasted_draft_comes_back_as_a_document_with_its_sources(client: Client) -> None:
    text = "He said.\n\n“We all fear we will have to start from scratch,” Tsunoka Yasuji said."
    response = sent(client, text=text, **{"as": "docx", "cite": "on", "style": "apa"})
    document = Document(BytesIO(response.content))
    lines = [each.text for each in document.paragraphs]
    assert lines[1].startswith("“We all fear we will have to start from scratch,” (")
    assert lines[1].endswith(" Tsunoka Yasuji said.")
    assert lines[2] == "Sources"
    assert "Japan-Russia peace talks suspended" in lines[3]
    assert len(list(document.comments)) == 1


def test_the_findings_can_be_downloaded(client: Client) -> None:
    told = json.loads(sent(client, text=TEXT, **{"as": "json"}).content)
    assert len(told["drafts"][0]["findings"]) == 12
    table = sent(client, text=TEXT, **{"as": "csv"}).content.decode("utf-8-sig")
    assert table.startswith("file,start,end,verdict,flags,")
    page = sent(client, text=TEXT, **{"as": "html"}).content.decode()
    assert "12 quotations, 9 to check." in page


def test_a_formula_in_a_draft_is_text_in_the_table(client: Client) -> None:
    text = "“=1+2 is what I said to them all,” +Duarte said."
    table = sent(client, text=text, **{"as": "csv"}).content.decode()
    assert "'=1+2 is what" in table


def test_programs_get_each_finding_in_code_points_of_their_text(client: Client) -> None:
    text = f"😀\r\n{TEXT}"
    response = asked(client, {"text": text})
    answer = response.json()
    assert set(answer) == {"findings", "unchecked_from"}
    assert answer["unchecked_from"] is None
    for each, (_, verdict, flags) in zip(answer["findings"], TWELVE, strict=True):
        assert (each["verdict"], each["flags"]) == (verdict, flags)
        if len(each["segments"]) == 1:
            assert text[each["start"] : each["end"]] == each["exact"]
    assert set(answer["findings"][0]) >= {
        "start", "end", "exact", "verdict", "flags", "quote", "speaker", "edits", "url", "note",
    }  # fmt: skip
    altered = answer["findings"][5]
    assert altered["edits"] == [{"op": "delete", "quoted": "", "recorded": "not "}]
    assert altered["url"] == f"http://testserver/quotes/{altered['quote']}/"
    assert altered["speaker"] == {"printed": "Fumio Kishida", "matches": True}


@pytest.mark.parametrize(
    ("body", "field"),
    [
        ("", "text"),
        ("no json", "text"),
        ("[" * 100_000, "text"),
        (b"\xff", "text"),
        ([], "text"),
        ({}, "text"),
        ({"text": 1}, "text"),
        ({"text": "nul\0"}, "text"),
        ('{"text": "half \\ud800"}', "text"),
        ({"text": "a" * (MOST_BYTES + 1)}, "text"),
        ({"text": "a", "published": "yesterday"}, "published"),
        ({"text": "a", "published": 1}, "text"),
    ],
)
def test_programs_get_errors_by_field(client: Client, body: Any, field: str) -> None:
    response = asked(client, body)
    assert response.status_code == 400
    assert list(response.json()["errors"]) == [field]


def test_only_posts_are_checked(client: Client) -> None:
    assert client.get("/check.json").status_code == 405
    assert client.get("/check/").status_code == 200
    assert client.put("/check/").status_code == 405


def test_above_the_rate_limit_the_answer_says_when_to_try_again(
    client: Client, settings: Any
) -> None:
    settings.CHECKS_A_MINUTE = 2
    answers = [asked(client, {"text": "a"}) for _ in range(4)]
    assert [each.status_code for each in answers].count(429) >= 1  # a minute may end meanwhile
    late = answers[-1]
    assert 0 < int(late["Retry-After"]) <= 60
    assert "Too many requests" in late.json()["errors"]["text"][0]
    page = sent(client, text="a")
    assert page.status_code == 429
    assert "Too many requests" in text_of(page)


def test_one_unknown_quotation_is_sent_to_the_curators_by_choice(client: Client) -> None:
    sent(client, text=TEXT)
    assert not WantedSearch.objects.exists()
    response = client.post("/check/wanted/", {"words": "The harbour will be open"})
    assert "We keep only its words" in text_of(response)
    assert WantedSearch.objects.get().words == '"The harbour will be open"'
    assert client.post("/check/wanted/", {"words": " "}).status_code == 400
    assert client.get("/check/wanted/").status_code == 405


def test_a_quotation_with_tracked_changes_gets_its_comment(client: Client) -> None:
    document, file = Document(), BytesIO()
    kept = document.add_paragraph("“We all fear we will ")
    more = document.add_paragraph("have to start from scratch,” Tsunoka Yasuji said.")
    tracked = OxmlElement("w:ins")
    tracked.append(more.runs[0]._r)
    kept._p.append(tracked)
    document.save(file)
    sent_file = SimpleUploadedFile("a.docx", file.getvalue())
    response = sent(client, file=sent_file, **{"as": "docx"})
    returned = Document(BytesIO(response.content))
    (comment,) = returned.comments
    assert comment.text.startswith("Word for word.")
    inner = "".join(each.text for each in returned.paragraphs[0]._p.xpath(".//w:ins//w:t"))
    assert inner == "have to start from scratch,” Tsunoka Yasuji said."
