"""gunicorn's configuration: how long requests may be, and what each worker does when it begins."""

from threading import Thread
from typing import Any

timeout = 120  # seconds: a download is one long request
limit_request_line = 8190  # bytes: a long query in Japanese, or 500 quotes, make a long address


def post_worker_init(worker: Any) -> None:
    """Have the usual style ready before anybody asks, beside the first requests.

    Not in the application, which may be loaded before the server forks: an engine that is made
    before hangs in the workers.
    """
    Thread(target=_make_ready, daemon=True).start()


def _make_ready() -> None:
    from citations.cite.clipboard import clipboard_texts_of_source
    from citations.cite.csl import CslSource
    from citations.forms.citation import CitationForm  # when the application is loaded

    form = CitationForm({})
    form.is_valid()
    clipboard_texts_of_source(
        CslSource("ready", "webpage", "Ready", "en"), form.chosen, form.language
    )
