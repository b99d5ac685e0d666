"""Actions that publish, reject and propose quotes again."""

import pytest
from django.test import Client
from django.urls import reverse

from citations.models import Article, Quote, Speaker
from tests.support.curating import save_quote, visible_text


def test_publishing_many_says_how_many_were_left_out_and_why(
    editor: Client, quote: Quote, speaker: Speaker, article: Article
) -> None:
    save_quote(editor, quote, {"article": article.pk, "words": "we will go."})
    homeless = Quote.objects.create(speaker=speaker, text="Nowhere.")
    page = editor.post(
        reverse("admin:citations_quote_changelist"),
        {"action": "publish", "_selected_action": [quote.pk, homeless.pk]},
        follow=True,
    )
    assert "1 quote is now published." in visible_text(page)
    assert "1 quote was not published: it has no appearance" in visible_text(page)
    assert set(Quote.objects.published()) == {quote}
    assert quote.history.first().history_user.username == "editors"


@pytest.mark.parametrize(
    ("action", "state", "changed", "unchanged"),
    [
        ("publish", "published", "is now published.", "was already published."),
        ("reject", "rejected", "is now rejected.", "was already rejected."),
    ],
)
def test_an_action_reports_what_changed_and_proposing_again_reverses_it(
    editor: Client,
    quote: Quote,
    article: Article,
    *,
    action: str,
    state: str,
    changed: str,
    unchanged: str,
) -> None:
    def run(action: str) -> str:
        selected = {"action": action, "_selected_action": [quote.pk], "reason": "An error."}
        address = reverse("admin:citations_quote_changelist")
        page = visible_text(editor.post(address, selected, follow=True))
        quote.refresh_from_db()
        return page

    save_quote(editor, quote, {"article": article.pk, "words": "we will go."})
    assert f"1 quote {changed}" in run(action)
    assert quote.state == state
    assert f"1 quote {unchanged}" in run(action)
    assert "1 quote is now a proposal." in run("propose_again")
    assert quote.state == "proposed"
    assert "1 quote was already a proposal." in run("propose_again")


def test_a_withdrawn_quote_shows_the_reason_at_its_address(
    editor: Client, quote: Quote, article: Article
) -> None:
    save_quote(editor, quote, {"article": article.pk, "words": "we will go."}, _publish="1")
    assert editor.get(quote.get_absolute_url()).status_code == 200
    changelist = reverse("admin:citations_quote_changelist")
    for reason, message in (
        ("", "1 of these quotes is published: give a reason"),
        ("w" * 101, "at most 100"),
    ):
        asked = {"action": "reject", "_selected_action": [quote.pk], "reason": reason}
        assert message in visible_text(editor.post(changelist, asked, follow=True))
        assert Quote.objects.published().contains(quote)
    asked["reason"] = "The paper <took> it back."
    assert "1 quote is now rejected." in visible_text(editor.post(changelist, asked, follow=True))
    gone = editor.get(quote.get_absolute_url())
    assert gone.status_code == 410
    assert "The paper &lt;took&gt; it back." in gone.content.decode()
    assert quote.text not in gone.content.decode()


@pytest.mark.parametrize(
    ("action", "message"),
    [
        ("publish", "2 quotes were not published: they have no appearance in an article."),
        ("reject", "2 quotes are now rejected."),
        ("propose_again", "2 quotes were already proposals."),
    ],
)
def test_messages_count_several_quotes(
    editor: Client, speaker: Speaker, action: str, message: str
) -> None:
    quotes = [Quote.objects.create(speaker=speaker, text=f"Words {n}.") for n in range(2)]
    selected = {"action": action, "_selected_action": [quote.pk for quote in quotes]}
    page = editor.post(reverse("admin:citations_quote_changelist"), selected, follow=True)
    assert message in visible_text(page)
