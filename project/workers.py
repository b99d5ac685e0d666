"""What each worker of gunicorn does when it begins: its configuration file."""

from threading import Thread
from typing import Any


def post_worker_init(worker: Any) -> None:
    """Have the usual style ready before anybody asks, beside the first requests.

    Not in the application, which may be loaded before the server forks: an engine that is made
    before hangs in the workers.
    """
    Thread(target=_make_ready, daemon=True).start()


def _make_ready() -> None:
    from citations.citation_form import CitationForm  # when the application is loaded
    from citations.cite.copies import copies_of_source
    from citations.cite.csl import Source

    form = CitationForm({})
    form.is_valid()
    copies_of_source(Source("ready", "webpage", "Ready", "en"), form.chosen, form.language)
