"""Quotes cited together; the address contains the whole collection."""

import json

import pytest
from django.core.cache import cache
from django.test import Client

from citations.cite.styles.citeproc import CannotCiteError, Citeproc
from citations.models import Article, Publication, Quote
from tests.support.pages import SPLIT, TWICE, page

# In the other article.
ELSEWHERE = "SFDHTMQN"
AT = "/cite/?quotes="

pytestmark = pytest.mark.usefixtures("seed")


def test_the_reference_list_has_each_source_once(client: Client) -> None:
    text = page(client, f"{AT}{SPLIT},{TWICE},{ELSEWHERE}")
    assert "Cite 3 quotations" in text
    assert text.count('class="csl-entry"') == Article.objects.count() == 2
    assert text.index("<i>Japan-Russia peace talks") < text.index("<i>Kishida says")  # by APA
    assert "(Kishida, 2022, as cited in <i>Japan-Russia Peace Talks Suspended</i>" in text


def test_two_articles_of_one_author_and_year_are_distinguished(client: Client) -> None:
    paper = Publication.objects.create(slug="daily", name="D", kind="newspaper", country="US")
    Article.objects.update(byline=["Motoko Rich"], publication=paper, published="2022")
    text = page(client, f"{AT}{SPLIT},{ELSEWHERE}")
    assert "2022a" in text
    assert "2022b" in text


def test_citations_have_the_numbers_of_the_reference_list(client: Client) -> None:
    text = page(client, f"{AT}{ELSEWHERE},{SPLIT},{TWICE}&style=ieee")
    for number in (1, 2, 2):
        assert f"quoted in [{number}, Para. " in text
        assert f'data-plain="[{number}] ' in text


def test_a_style_without_a_list_gives_its_notes(client: Client) -> None:
    text = page(client, f"{AT}{SPLIT},{TWICE}&style=bluebook-law-review")
    assert "<h2>Sources</h2>" in text
    assert text.count('<div class="citation"') == 1 + 2


@pytest.mark.parametrize(
    ("change", "left"),
    [
        (f"up={TWICE}", f"{TWICE},{SPLIT},{ELSEWHERE}"),
        (f"up={SPLIT}", f"{SPLIT},{TWICE},{ELSEWHERE}"),
        (f"down={SPLIT}", f"{TWICE},{SPLIT},{ELSEWHERE}"),
        (f"down={ELSEWHERE}", f"{SPLIT},{TWICE},{ELSEWHERE}"),
        (f"remove={TWICE}", f"{SPLIT},{ELSEWHERE}"),
        (f"remove=&up=&down={'0' * 8}", f"{SPLIT},{TWICE},{ELSEWHERE}"),
        ("add=https://citations.example/quotes/46x7tfxg/%0AZZZZZZZZ",
         f"{SPLIT},{TWICE},{ELSEWHERE},46X7TFXG,ZZZZZZZZ"),
    ],
)  # fmt: skip
def test_each_change_redirects_to_the_new_collection(
    client: Client, change: str, left: str
) -> None:
    response = client.get(f"{AT}{SPLIT},{TWICE},{ELSEWHERE}&style=ieee&locale=de-DE&{change}")
    assert response.status_code == 302
    assert response["Location"] == f"{AT}{left}&style=ieee&locale=de-DE"


def test_a_key_is_read_once_and_in_any_letters(client: Client) -> None:
    assert "Cite 2 quotations" in page(client, f"{AT}{SPLIT.lower()}, {SPLIT},,{TWICE}+")


def test_an_empty_collection_says_what_it_is_for(client: Client) -> None:
    assert "Your collection is empty" in page(client, "/cite/")


def test_withdrawn_quotes_are_named_and_the_others_shown(client: Client) -> None:
    Quote.objects.filter(key=TWICE).update(state="rejected")
    response = client.get(f"{AT}{SPLIT},{TWICE}")
    text = response.content.decode()
    assert response.status_code == 404
    assert f"Not in this database, or withdrawn: {TWICE}." in text
    assert f'href="/cite/?quotes={SPLIT}"' in text
    assert 'name="remove" value="' in text
    assert 'name="style"' in text  # to choose another one


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ("quotes=<b>", "“&lt;b&gt;” is not a key or an address of a quotation."),
        (f"quotes={SPLIT},ABC", "“ABC” is not a key"),
        (f"quotes={SPLIT}&add=ABC", "“ABC” is not a key"),
        (f"quotes={SPLIT}&style=apaa", "There is no citation style “apaa”. Similar names: apa"),
        (f"quotes={SPLIT}&locale=xx", "There is no citation language “xx”"),
        (f"quotes={SPLIT}&quotes=%00", "Null characters are not allowed."),
    ],
)
def test_invalid_parameters_are_named(client: Client, asked: str, told: str) -> None:
    response = client.get(f"/cite/?{asked}")
    assert response.status_code == 404
    assert told in response.content.decode()


def test_a_collection_has_a_maximum_size(client: Client) -> None:
    keys = ",".join(f"{number:08}" for number in range(501))
    response = client.get(f"{AT}{keys}")
    assert "At most 500 quotations can be cited at once, not 501" in response.content.decode()
    assert client.get(f"/cite.ris?quotes={keys}").status_code == 400


# The engine answers the call that was given up when nobody listens any more.
@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
def test_a_style_that_fails_leaves_the_rest_of_the_page(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise CannotCiteError("broken")

    cache.clear()
    with monkeypatch.context() as patch:
        patch.setattr(Citeproc, "render", fail)
        text = page(client, f"{AT}{SPLIT}&style=ieee")
    assert "This style cannot be used" in text
    assert 'name="remove" value="' in text
    assert 'name="style"' in text  # to choose another one
    assert 'data-plain="[1] ' in page(client, f"{AT}{SPLIT}&style=ieee")


def test_a_collection_is_a_file_in_every_format(client: Client) -> None:
    asked = f"?quotes={TWICE},{ELSEWHERE}&style=apa"
    response = client.get(f"/cite.json{asked}")
    assert [item["id"] for item in json.loads(response.content)] == [TWICE, ELSEWHERE]
    assert response["Content-Disposition"] == 'attachment; filename="citations.json"'
    lines = page(client, f"/cite.jsonl{asked}").splitlines()
    assert [json.loads(line)["key"] for line in lines] == [TWICE, ELSEWHERE]
    assert page(client, f"/cite.ris{asked}").count("\r\nER  - ") == 2


def test_a_file_is_complete_or_an_error(client: Client) -> None:
    response = client.get(f"/cite.ris?quotes={TWICE},ZZZZZZZZ")
    assert response.status_code == 404
    assert response.content.decode() == "quotes: ZZZZZZZZ: not in this database.\n"
    assert client.get("/cite.docx?quotes=").status_code == 404
    response = client.get(f"/cite.ris?quotes={TWICE},x")
    assert response.status_code == 400
    assert response.content.decode().startswith("quotes: “x” is not a key")
