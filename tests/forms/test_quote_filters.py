"""The border of every list: which parameters are read, and what is said of the others."""

import pytest
from django.test import Client
from hypothesis import HealthCheck, example, given
from hypothesis import settings as hypothesis
from hypothesis import strategies as st

from citations.forms.quote_filters import QuoteFilterSet
from citations.index import sync
from citations.models import Quote, Speaker
from tests.support.seen import FUKUZAWA, HAYASHI, KISHIDA, RALLY, TSUNOKA, shown, text_of

pytestmark = pytest.mark.usefixtures("indexed")


def test_filters_narrow_and_several_values_of_one_widen(client: Client) -> None:
    assert shown(client, speaker="hayashi-yoshimasa") == HAYASHI
    both = ["hayashi-yoshimasa", "fukuzawa-hideo"]
    assert shown(client, speaker=both) == HAYASHI | FUKUZAWA
    assert shown(client, speaker=both, position="Foreign Minister") == HAYASHI
    assert shown(client, place="Nemuro City") == TSUNOKA
    assert shown(client, topic="peace-treaty", said_to="2022-03-21", speaker=both) == HAYASHI
    assert shown(client, published_from="2024") == {
        "difficult", "Regrettably,", "Resuming the"
    } | RALLY  # fmt: skip


def test_no_filter_tells_of_a_record_with_nothing_published(client: Client) -> None:
    Quote.objects.filter(speaker__slug="hayashi-yoshimasa").update(state="proposed")
    sync.rebuild_index()
    for asked in ({"speaker": "hayashi-yoshimasa"}, {"position": "Foreign Minister"}):
        response = client.get("/quotes/", asked)
        assert response.status_code == 400
        assert "Hayashi" not in response.content.decode()


def test_a_merged_speaker_leads_to_the_one_who_was_kept(client: Client) -> None:
    kept = Speaker.objects.get(slug="kishida-fumio")
    first = Speaker.objects.create(slug="fumio-kishida", name="Fumio Kishida", merged_into=kept)
    Speaker.objects.create(slug="f-kishida", name="F. Kishida", merged_into=first)
    for slug in ("fumio-kishida", "f-kishida", ["f-kishida", "fumio-kishida", "kishida-fumio"]):
        assert shown(client, speaker=slug) == KISHIDA
    context = client.get("/quotes/?speaker=f-kishida&q=the").context
    assert [chip.label for chip in context["chips"]] == ["the", "Kishida Fumio"]
    assert "speaker=kishida-fumio" in context["sorts"][0].url
    assert client.get("/quotes/?speaker=f-kishida&speaker=nobody").status_code == 400


def test_links_carry_no_more_of_a_query_than_is_read(client: Client) -> None:
    page = client.get("/quotes/", {"q": "treaty " + "x" * 10_000})
    assert len(page.content) < 100_000
    assert max(len(link.url) for link in page.context["sorts"]) < 600


def test_a_language_nobody_spoke_finds_nothing(client: Client) -> None:
    assert shown(client, lang="tlh") == set()


REFUSED = [
    ({"said_from": "../1990"}, "“../1990” has no first day: write a date like 2022-03."),
    ({"published_to": "1990/.."}, "“1990/..” has no last day: write a date like 2022-03."),
    ({"place": "..."}, "“...” has no word to search for."),
    ({"said_from": "yesterday"}, "“yesterday” is not a date that can be read"),
    ({"said_to": "2024-02-30"}, "2024-02-30"),
    ({"published_from": "02/07/2024"}, "02/07/2024"),
    ({"speaker": "nobody"}, "There is no speaker “nobody”"),
    ({"speaker": "a\0b"}, "This is not a speaker"),
    ({"topic": "x" * 10_000}, "This is not a topic"),
    ({"lang": "Klingon!"}, "Write a BCP 47 language tag"),
    ({"scope": "all"}, "“all” is not one of quotation, context"),
    ({"more": "quotes"}, "“quotes” is not one of speaker, position"),
    ({"within": "x" * 200}, "at most 100 characters"),
    ({"mode": "loud"}, "“loud” is not one of direct, partial, indirect"),
    ({"standing": "true"}, "“true” is not one of accepted, disputed, misattributed"),
    ({"verdict": "99999999999999999999"}, "is not one of verbatim"),
    ({"place": "a\0b"}, "Null characters are not allowed"),
    ({"place": "x" * 10_000}, "at most 200 characters"),
    ({"sort": "best"}, "“best” is not one of relevance, newest, oldest"),
    ({"page": "two"}, "Write a page number, from 1."),
    ({"page": "0"}, "Pages are numbered from 1."),
    ({"page": "9" * 30}, "Pages end at 500, after 10,000 quotations: refine the search"),
    ({"page": "-1"}, "Pages are numbered from 1."),
    ({"speaker": [f"s{number}" for number in range(60)]}, "Choose at most 50 values"),
]


@pytest.mark.parametrize(("asked", "said"), REFUSED, ids=[str(row[0])[:40] for row in REFUSED])
def test_a_filter_that_cannot_be_read_is_named_with_its_remedy(
    client: Client, asked: dict[str, str], said: str
) -> None:
    response = client.get("/quotes/", asked)
    assert response.status_code == 400
    page = text_of(response.content.decode())
    assert said in page
    assert str(QuoteFilterSet.base_filters[next(iter(asked))].label) in page


PARAMETERS = list(QuoteFilterSet.base_filters)
TEXTS = st.text(max_size=60) | st.sampled_from(
    ["2022", "2022..", "9" * 40, "\0", "kishida-fumio", "“", "-", "[..]", "said:[", "\ud800", "ﷺ"]
)


@hypothesis(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(asked=st.dictionaries(st.sampled_from(PARAMETERS), st.lists(TEXTS, max_size=3), max_size=5))
@example(asked={"q": ["said:[2022..2021]"]})
@example(asked={"said_from": ["9999-12-31"], "said_to": ["0001"]})
def test_no_parameter_breaks_the_page(client: Client, asked: dict[str, list[str]]) -> None:
    printable = {
        name: [text.encode("utf-8", "replace").decode() for text in texts]
        for name, texts in asked.items()
    }
    assert client.get("/quotes/", printable).status_code in (200, 400)


@hypothesis(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(query=st.text(alphabet='ab "“”-*:OR said..2022[]/,田岸', max_size=40))
def test_any_query_is_answered(client: Client, query: str) -> None:
    assert client.get("/quotes/", {"q": query}).status_code == 200
