"""Forms refuse what the database would refuse."""

import re

from django.test import Client

from citations.models import Article, Quote
from tests.support.curating import (
    admin_address,
    article_form_data,
    name_row,
    save_quote,
    speaker_form_data,
    visible_text,
)


def test_the_same_sent_twice_is_a_form_error(
    curator: Client, quote: Quote, article: Article
) -> None:
    speaker = quote.speaker
    name, office = name_row("Two", "alias"), {"title": "Chair", "start": "2020", "end": ""}
    data = speaker_form_data(speaker, names=[name], positions=[office])
    assert curator.post(admin_address(speaker), data).status_code == 302
    page = visible_text(curator.post(admin_address(speaker), data))
    assert "This speaker already has this name." in page
    assert "This office is already recorded." in page
    other = Quote.objects.create(speaker=speaker, text="Other.")
    relation = {
        "relations-TOTAL_FORMS": 1, "relations-0-kind": "restates", "relations-0-other": other.pk,
    }  # fmt: skip
    stands = {"article": article.pk, "words": "we will go."}
    assert save_quote(curator, quote, stands, **relation).status_code == 302
    page = visible_text(save_quote(curator, quote, stands, **relation))
    assert "This appearance is already recorded." in page
    page = visible_text(save_quote(curator, quote, **relation))
    assert "This relation is already recorded." in page


def test_nothing_is_related_to_itself(curator: Client, quote: Quote, article: Article) -> None:
    relation = {
        "relations-TOTAL_FORMS": 1, "relations-0-kind": "restates", "relations-0-other": quote.pk,
    }  # fmt: skip
    assert "A quote cannot be related to itself." in visible_text(
        save_quote(curator, quote, **relation)
    )
    page = curator.post(admin_address(article), article_form_data(article, derived_from=article.pk))
    assert "An article cannot be a copy of itself." in visible_text(page)


def test_the_second_of_two_editors_learns_of_the_first(
    curator: Client, editor: Client, quote: Quote
) -> None:
    opened = curator.get(admin_address(quote)).content.decode()
    seen = re.search(r'name="seen" value="([^"]+)"', opened)
    assert seen
    assert save_quote(editor, quote, text="Other words.", seen=seen[1]).status_code == 302
    page = save_quote(curator, quote, text="Third words.", seen=seen[1])
    assert "editors changed this quote" in visible_text(page)
    quote.refresh_from_db()
    assert quote.text == "Other words."
