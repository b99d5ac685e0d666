"""What a reader asks of the search page, and what a reader sees there."""

import html
import re
from collections.abc import Iterable

from django.test import Client

from citations.pages.results.result_rows import Result

KISHIDA = {"difficult", "unacceptable", "Regrettably,", "Resuming the", "The current "}
TSUNOKA = {"All the form", "We are back "}
FUKUZAWA = {"Before, I ha", "I ended up u"}
HAYASHI = {"But in light"}
MINISTRY = {"Under curren"}
RALLY = {"illegal occu", "occupation w"}
EVERYTHING = KISHIDA | TSUNOKA | FUKUZAWA | HAYASHI | MINISTRY | RALLY


def shown(client: Client, **asked: object) -> set[str]:
    """The beginnings of the quotes on the first page of results."""
    response = client.get("/quotes/", asked)
    assert response.status_code == 200, response.content.decode()
    return {text[:12] for text in texts(response.context["results"])}


def texts(results: Iterable[Result]) -> list[str]:
    """The wordings of the lines of a list, without their marks."""
    return ["".join(piece.text for piece in result.excerpt) for result in results]


def text_of(page: str) -> str:
    """What a reader reads: the page without its tags, spaces folded."""
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", page)).split())
