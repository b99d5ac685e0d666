"""Signposting: typed links for programs on a quote's page (RFC 8288, RFC 8574)."""

from collections.abc import Iterable
from typing import NamedTuple

from django.urls import reverse

from citations.export.file_formats import FORMATS, without_parameters
from citations.export.web_annotations import ANNOTATION_CONTEXT


class Signpost(NamedTuple):
    """A link: its relation, where it leads, and the media type and profile there ("" for none)."""

    rel: str
    href: str
    type: str = ""
    profile: str = ""


def signposts_of(key: str, site: str, *, is_verbatim: bool) -> list[Signpost]:
    """The links of a quote: its permanent address, its types and its records.

    There is no author link: the author of the page is not the speaker.
    """
    schema = "Quotation" if is_verbatim else "CreativeWork"
    page = f"{site}{reverse('quote', args=[key])}"
    record = page.removesuffix("/")
    return [
        Signpost("cite-as", page),
        Signpost("type", "https://schema.org/AboutPage"),
        Signpost("type", f"https://schema.org/{schema}"),
        *(
            Signpost("describedby", f"{record}.{kind}", without_parameters(one.media_type))
            for kind, one in FORMATS.items()
        ),
        Signpost("describedby", f"{record}.jsonld", "application/ld+json", ANNOTATION_CONTEXT),
    ]


def link_header(signposts: Iterable[Signpost]) -> str:
    """The links as the value of a `Link` header (RFC 8288, section 3)."""
    return ", ".join(map(_as_link, signposts))


def _as_link(one: Signpost) -> str:
    values = {"rel": one.rel, "type": one.type, "profile": one.profile}
    return "".join([f"<{one.href}>", *(f'; {name}="{v}"' for name, v in values.items() if v)])
