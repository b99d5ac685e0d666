"""Every sentence that a page shows is marked for translation.

All pages are served in a pseudo-language, in which each marked message stands in ⟦brackets⟧, over
a record that is written in Greek. Latin letters outside brackets are words somebody forgot to mark.
"""

import gettext
import re
from collections.abc import Iterator
from urllib.parse import unquote_plus, urljoin, urlsplit

import lxml.html
import pytest
from django.contrib.auth.models import User
from django.core.management import call_command
from django.test import Client
from django.utils.translation import trans_real

from citations.index.sync import rebuild_index
from citations.models import Quote
from tests.support.greek_record import TEXT, save_greek_record

pytestmark = pytest.mark.django_db

# What is the same in every language: names of formats, of the site and of programs.
NAMES = re.compile(
    r"""https?://\S+ | testserver/\S+ | \b[0-9A-Z]{8}\b | \b[0-9a-f]{64}\b
    | \b(?: Citations | RIS | BibTeX | BibLaTeX | CSL-JSON | Zotero | RDF | MODS | EndNote | XML
    | HTML | CSV | JSON | Lines | JSON-LD | Atom | EDTF | SHA-256 | DOI | URL | ISSN | Wikidata
    | COinS | unAPI | oEmbed | OpenSearch | W3C | Web\ Annotations? | Open\ Graph | schema\.org
    | Word | PDF | LaTeX | Markdown | docx | odt | pdf | html | tex | md | txt | kB | MB
    | testserver )\b | \b([a-z]{2,3}(?:-[A-Za-z]{2,4}){0,2})\ \(\1\)
    | \([a-z]{2,3}(?:-[A-Za-z]{2,4}){0,2}\)""",
    re.VERBOSE,
)
ATTRIBUTES = ("title", "alt", "placeholder", "aria-label", "summary", "label")
LATIN = re.compile(r"[A-Za-z]{2,}")
# Not sentences: code, keys on a keyboard, other people's words, citations in a style.
SKIPPED_TAGS = {"script", "style", "code", "kbd", "samp", "var", "template"}
# Groups, and what Django names in the database (permissions, tables between two), are data.
DATA_IN_ADMIN = re.compile(
    r"\| Can [a-z]+ |Curators|Editors|True$|^\(?(?:el|GR|dimou|allos|ktiria|omilia|efim)\)?$"
    r"|False$|^md5$|relationships?: |\*{6}"  # Django's view of a password
    r"|^[A-Z][a-z]+\.? \d+, \d"  # a moment, as Django writes it
)
MOST_PAGES = 400


class Brackets(gettext.NullTranslations):
    """A language in which every message stands in brackets."""

    def gettext(self, message: str) -> str:
        return f"⟦{message}⟧"

    def ngettext(self, singular: str, plural: str, number: int) -> str:
        return f"⟦{singular if number == 1 else plural}⟧"

    def pgettext(self, context: str, message: str) -> str:
        return f"⟦{message}⟧"

    def npgettext(self, context: str, singular: str, plural: str, number: int) -> str:
        return self.ngettext(singular, plural, number)

    def language(self) -> str:
        return "xx"

    def to_language(self) -> str:
        return "xx"  # so that nothing remembered in English is shown


@pytest.fixture
def brackets(monkeypatch: pytest.MonkeyPatch, translations: None) -> Iterator[None]:
    save_greek_record()
    call_command("verify", verbosity=0)
    rebuild_index()
    monkeypatch.setattr(trans_real._active, "value", Brackets(), raising=False)
    yield
    monkeypatch.undo()


def without_brackets(text: str) -> str:
    """The text outside brackets, which may stand in one another."""
    kept, depth = [], 0
    for character in text:
        depth += (character == "⟦") - (character == "⟧")
        if not depth and character != "⟧":
            kept.append(character)
    return "".join(kept)


def texts_of(element: lxml.html.HtmlElement) -> Iterator[str]:
    """The texts of a page that people read, with those in attributes."""
    if not isinstance(element.tag, str) or element.tag in SKIPPED_TAGS:
        return
    if element.get("translate") == "no" or (element.tag != "html" and element.get("lang")):
        return
    if "hidden" in element.attrib:
        return
    yield element.text or ""
    yield from (element.get(name, "") for name in ATTRIBUTES)
    if element.tag == "input" and element.get("type") in ("submit", "button", "reset"):
        yield element.get("value", "")
    if element.tag == "meta" and element.get("name") == "description":
        yield element.get("content", "")
    for child in element:
        yield from texts_of(child)
        yield child.tail or ""


def unmarked_texts(page: str) -> set[str]:
    """What a page shows in Latin letters outside brackets, but for names."""
    whole = "\0".join(" ".join(text.split()) for text in texts_of(lxml.html.fromstring(page)))
    pieces = without_brackets(whole).split("\0")
    pieces = [piece for piece in pieces if LATIN.search(NAMES.sub("", piece))]
    return {piece for piece in pieces if not DATA_IN_ADMIN.search(piece)}


def repeats(text: str, asked: str) -> bool:
    """Whether a text only repeats what the reader asked for."""
    return all(word in asked for word in LATIN.findall(NAMES.sub("", text)))


def addresses_in(page: str, base: str) -> Iterator[str]:
    for address in re.findall(r'(?:href|action)="([^"#]+)', page):
        parts = urlsplit(urljoin(f"http://testserver{base}", address.replace("&amp;", "&")))
        if parts.netloc == "testserver" and not re.search(
            r"logout|static/|/password/|\.\w+$", parts.path
        ):
            yield parts.path + (f"?{parts.query}" if parts.query else "")


def kind_of(address: str) -> str:
    """Pages of one kind differ in keys, numbers and values alone: a few of each are enough."""
    path, _, query = address.partition("?")
    names = sorted({one.partition("=")[0] for one in query.split("&")})
    path = re.sub(r"/(?:\d+|[0-9A-Z]{8}|dimou|allos)(?=/)", "/*", path)
    return f"{path}?{'&'.join(names)}"


def unmarked_on_pages(client: Client, start: list[str], within: str = "") -> dict[str, set[str]]:
    """Unmarked texts by address, on all pages that links lead to from the start."""
    found: dict[str, set[str]] = {}
    kinds: dict[str, int] = {}
    waiting, seen = list(start), set(start)
    while waiting and len(kinds) < MOST_PAGES:
        address = waiting.pop(0)
        response = client.get(address)
        if not response.get("Content-Type", "").startswith("text/html"):
            continue
        page = response.getvalue().decode()
        if not page.strip():
            continue
        asked = unquote_plus(urlsplit(address).query)
        if unmarked := {each for each in unmarked_texts(page) if not repeats(each, asked)}:
            found[address] = unmarked
        for other in addresses_in(page, address):
            kind = kind_of(other)
            if other not in seen and kinds.get(kind, 0) < 2 and other.startswith(within or "/"):
                if not within and other.startswith("/admin"):
                    continue
                seen.add(other)
                kinds[kind] = kinds.get(kind, 0) + 1
                waiting.append(other)
    return found


PUBLIC = [
    "/",
    "/quotes/?q=ξαναχτίσουμε",
    "/quotes/?q=ξαναχτίσουμε&sort=newest&mode=direct&said_from=2020",
    "/quotes/?q=τίποτα+εδώ",
    '/quotes/?q=speeker:dimou+said:2022-13+"open+a*b+(x)+-',
    "/quotes/?q=x*+lang:zzzz+mode:loud+standing:maybe+said:tomorrow+published:+topic:",
    "/quotes/?said_from=tomorrow&lang=!!&mode=loud&verdict=none&speaker=nobody&page=99&scope=x",
    "/quotes/?q=" + "x" * 600,
    "/quotes/?q=ξαναχτίσουμε&page=7",
    "/quotes/?more=speaker",
    "/quotes/?more=position&within=ω",
    "/quotes/?q=λέξη&scope=context",
    "/quotes/advanced/",
    '/quotes/advanced/?q=speaker:dimou+said:2021+-x+"a+b"',
    "/quotes/AAAAAAA1/",
    "/quotes/AAAAAAA2/",
    "/quotes/AAAAAAA1/card/",
    "/quotes/AAAAAAA1/cite/?style=nothing",
    "/quotes/AAAAAAA9/",
    "/cite/",
    "/cite/?quotes=AAAAAAA1,AAAAAAA2",
    "/cite/?quotes=x",
    "/speakers/?until=x&page=9",
    "/dates/?until=2021-05&undated=on",
    "/dates/?until=x",
    "/articles/?page=9",
    "/help/",
    "/check/",
    "/check/?quotes=x",
    "/nowhere/",
]


def test_public_pages_are_marked_for_translation(client: Client, brackets: None) -> None:
    assert not unmarked_on_pages(client, PUBLIC)


def test_a_checked_draft_is_marked_for_translation(client: Client, brackets: None) -> None:
    draft = f"{TEXT}\n\nΟ δήμος είπε: «Θα τα ξαναχτίσουμε όλα αύριο», «Κάτι που δεν υπάρχει»."
    for data in (
        {"text": draft},
        {"text": ""},
        {"text": "Τίποτα."},
        {"text": draft, "published": "x"},
    ):
        assert not unmarked_texts(client.post("/check/", data).content.decode())


def test_a_withdrawn_quote_is_marked_for_translation(client: Client, brackets: None) -> None:
    Quote.objects.filter(key="AAAAAAA1").set_state("rejected")
    for address in ("/quotes/AAAAAAA1/", "/quotes/AAAAAAA1/card/"):
        assert not unmarked_texts(client.get(address).content.decode())


def test_admin_pages_are_marked_for_translation(client: Client, brackets: None) -> None:
    client.force_login(User.objects.create_superuser("ωμέγα", password="ω"))
    start = ["/admin/", "/admin/citations/quote/?q=x", "/admin/citations/merge/"]
    assert not unmarked_on_pages(client, start, within="/admin/")


def test_the_sign_in_page_is_marked_for_translation(client: Client, brackets: None) -> None:
    assert not unmarked_texts(client.get("/admin/login/").content.decode())
    answer = client.post("/admin/login/", {"username": "ω", "password": "ω"})
    assert not unmarked_texts(answer.content.decode())


@pytest.mark.parametrize(
    ("page", "unmarked"),
    [
        ("<p>⟦Hello⟧ Άλφα</p>", set()),
        ("<p>⟦Hello ⟦you⟧ there⟧</p>", set()),
        ("<p>Hello</p>", {"Hello"}),
        ("<p>⟦Hello⟧<b title='There'></b></p>", {"There"}),
        ("<p lang='fr'>Bonjour</p><code>speaker:x</code><p>RIS</p>", set()),
        ("<input type='submit' value='Send'>", {"Send"}),
    ],
)
def test_this_test_sees_what_is_not_marked(page: str, unmarked: set[str]) -> None:
    assert unmarked_texts(f"<html><body>{page}</body></html>") == unmarked
