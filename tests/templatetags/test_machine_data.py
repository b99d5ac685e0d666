"""Metadata, typed links and linked data in the head of a page."""

import json

from citations.models import Article
from citations.pages.metadata.signposts import Signpost
from citations.templatetags import machine_data


def test_metatags_are_elements_in_their_order() -> None:
    html = machine_data.as_metatags([("citation_title", 'A "B" & <C>'), ("citation_author", "D")])
    assert html == (
        '<meta name="citation_title" content="A &quot;B&quot; &amp; &lt;C&gt;">\n'
        '<meta name="citation_author" content="D">\n'
    )
    assert machine_data.as_metatags([]) == ""


def test_links_have_a_type_if_it_is_known() -> None:
    html = machine_data.as_signposts(
        [Signpost("cite-as", "http://a/?b&c"), Signpost("describedby", "/x.ris", "application/x")]
    )
    assert html == (
        '<link rel="cite-as" href="http://a/?b&amp;c">\n'
        '<link rel="describedby" href="/x.ris" type="application/x">\n'
    )


def test_nothing_in_linked_data_ends_the_script() -> None:
    graph = {"text": "</script><!-- & 'x'"}
    html = machine_data.data_block(graph)
    start, end = '<script type="application/ld+json">', "</script>"
    assert html.startswith(start)
    assert html.endswith(end)
    inside = html[len(start) : -len(end)]
    assert not {"<", ">", "&"} & set(inside)
    assert json.loads(inside) == graph


def test_an_article_is_a_context_object() -> None:
    article = Article(key="2QYFQPNN", headline="News & views", kind="webpage")
    assert "News+%26+views" in machine_data.context_object(article).replace("%20", "+")
