"""The page of a quote's citations."""

import pytest
from django.test import Client

from citations.cite.styles import citeproc
from citations.cite.styles.citeproc import CannotCiteError, Citeproc
from citations.models import Article, Publication, Quote
from tests.support.pages import SPLIT, TWICE, page

CITE = f"/quotes/{TWICE}/cite/"


def test_a_quote_links_to_its_citations(client: Client, seed: None) -> None:
    assert f'href="{CITE}"' in page(client, f"/quotes/{TWICE}/")


def test_four_things_can_be_copied(client: Client, seed: None) -> None:
    html = page(client, CITE)
    assert html.count("data-copy-citation") == 4
    assert "“unacceptable” (Kishida, 2022, as cited in " in html
    assert "Citations. http://testserver/quotes/" in html


def test_a_style_and_a_language_are_chosen(client: Client, seed: None) -> None:
    html = page(client, f"{CITE}?style=modern-language-association")
    assert "(Kishida qtd. in " in html
    assert "zitiert nach" in page(client, f"{CITE}?locale=de-DE")
    assert "Nature" in page(client, f"{CITE}?named=nature")


def test_british_styles_have_british_marks(client: Client, seed: None) -> None:
    assert "‘unacceptable’ (Kishida" in page(client, f"{CITE}?style=harvard-cite-them-right")


@pytest.mark.parametrize(
    ("asked", "words"),
    [
        ("style=apa7", "There is no citation style “apa7”. Similar names: apa"),
        ("named=vancuver", "There is no citation style “vancuver”. Similar names: "),
        ("locale=de-XX", "There is no citation language “de-XX”. Similar names: "),
        ("style=%00", "Null characters are not allowed"),
    ],
)
def test_unknown_names_are_answered_with_similar_names(
    client: Client, seed: None, asked: str, words: str
) -> None:
    response = client.get(f"{CITE}?{asked}")
    assert response.status_code == 404
    assert words in response.content.decode()
    assert "data-copy-citation" in response.content.decode()


@pytest.mark.parametrize("key", [SPLIT[:-1] + "0", "00000000"])
def test_an_unknown_quote_has_no_citations(client: Client, seed: None, key: str) -> None:
    assert client.get(f"/quotes/{key}/cite/").status_code == 404


def test_a_proposal_is_not_cited(client: Client, seed: None) -> None:
    Quote.objects.filter(key=TWICE).update(state="proposed")
    assert client.get(CITE).status_code == 404


def test_a_style_that_fails_does_not_take_the_page_down(
    client: Client, seed: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(*_: object, **__: object) -> None:
        raise CannotCiteError("broken")

    monkeypatch.setattr(Citeproc, "render", fails)
    assert "This style cannot be used" in page(client, f"{CITE}?named=ieee-access")
    assert citeproc.TIMEOUT_SECONDS == 5


def test_a_citation_follows_its_record(client: Client, seed: None) -> None:
    page(client, CITE)
    paper = Publication.objects.create(
        slug="daily", name="The Daily", kind="newspaper", country="US"
    )
    Article.objects.update(publication=paper, byline=["Motoko Rich"], kind="article-newspaper")
    assert "as cited in Rich, " in page(client, CITE)


def test_a_recorded_name_in_a_byline_keeps_its_parts(client: Client, seed: None) -> None:
    Article.objects.update(byline=["Hayashi Yoshimasa"])
    assert "as cited in Hayashi, " in page(client, CITE)


def test_markup_in_a_headline_is_text(client: Client, seed: None) -> None:
    Article.objects.update(headline="<script>alert(1)</script> & <i onclick=x>you</i> 100 %")
    html = page(client, CITE)
    assert "<script>alert" not in html
    assert "onclick=x>" not in html.replace("&lt;i onclick=x&gt;", "")


def test_a_pasted_citation_keeps_its_small_capitals(client: Client, seed: None) -> None:
    paper = Publication.objects.create(slug="daily", name="The Daily", kind="newspaper")
    Article.objects.update(publication=paper, kind="article-newspaper")
    html = page(client, f"{CITE}?style=bluebook-law-review")
    assert '<span class="small-caps">The Daily</span>' in html
    assert "&lt;span style=&quot;font-variant:small-caps;&quot;&gt;The Daily&lt;/span&gt;" in html
    assert 'style="' not in html
