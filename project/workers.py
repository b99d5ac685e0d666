"""The configuration of gunicorn: limits of requests, and what each worker does at its start."""

from threading import Thread
from typing import Any

timeout = 120  # seconds: a download is one long request
limit_request_line = (
    8190  # bytes: long queries in Japanese and collections of 500 quotes have long addresses
)


def post_worker_init(worker: Any) -> None:
    """Load the default citation style in a thread, before the first request needs it.

    Not when the application is loaded, which may be before the server forks: an engine created
    before a fork hangs in the workers.
    """
    Thread(target=_load_citation_style, daemon=True).start()


def _load_citation_style() -> None:
    from citations.cite.clipboard import clipboard_texts_of_source
    from citations.cite.csl import CslSource
    from citations.forms.citation import CitationForm  # after the application is loaded

    form = CitationForm({})
    form.is_valid()
    clipboard_texts_of_source(
        CslSource("ready", "webpage", "Ready", "en"), form.chosen, form.language
    )
