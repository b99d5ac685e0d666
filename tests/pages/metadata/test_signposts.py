"""Typed links of a quote's page."""

from citations.export.file_formats import FORMATS
from citations.pages.metadata.signposts import Signpost, link_header, signposts_of

SITE = "https://c.example"


def test_a_quote_links_to_its_address_its_types_and_its_records() -> None:
    links = signposts_of("VMBBKS08", SITE, is_verbatim=True)
    assert links[0] == Signpost("cite-as", f"{SITE}/quotes/VMBBKS08/")
    types = [link.href for link in links if link.rel == "type"]
    assert types == ["https://schema.org/AboutPage", "https://schema.org/Quotation"]
    records = [link.href for link in links if link.rel == "describedby"]
    assert records == [f"{SITE}/quotes/VMBBKS08.{kind}" for kind in (*FORMATS, "jsonld")]
    assert all(link.type and ";" not in link.type for link in links if link.rel == "describedby")


def test_reported_words_are_no_quotation() -> None:
    links = signposts_of("VMBBKS08", SITE, is_verbatim=False)
    assert "https://schema.org/CreativeWork" in [link.href for link in links]
    assert "https://schema.org/Quotation" not in [link.href for link in links]


def test_the_header_has_the_parameters_that_are_known() -> None:
    header = link_header([Signpost("cite-as", "/a"), Signpost("type", "/b", "text/x", "/p")])
    assert header == '</a>; rel="cite-as", </b>; rel="type"; type="text/x"; profile="/p"'
