"""Lines of the exchange format: one good record of each kind, and the command that loads them."""

import io
import json
from pathlib import Path
from typing import Any

from django.core.management import CommandError, call_command

from citations.models import sha256_of

TEXT = "The minister said “we will go on” on Monday."
WORDS = [19, 32]
SPEAKER = {"type": "speaker", "slug": "abe", "name": "Abe", "names": [{"name": "Abe Shinzo"}],
           "positions": [{"title": "Minister", "start": "2001"}]}  # fmt: skip
TOPIC = {"type": "topic", "slug": "peace", "name": "Peace"}
ARTICLE: dict[str, Any] = {
    "type": "article", "key": "ARTC0000", "headline": "H", "kind": "webpage",
    "snapshots": [{"text": TEXT, "taken_at": "2022-01-01T00:00:00Z"}],
}  # fmt: skip
PRINTED = {"key": "APPR0000", "article": "ARTC0000", "snapshot": sha256_of(TEXT),
           "segments": [WORDS]}  # fmt: skip
QUOTE: dict[str, Any] = {
    "type": "quote", "key": "Q0000000", "speaker": "abe", "text": "we will go on",
    "state": "published", "topics": ["peace"], "appearances": [PRINTED],
}  # fmt: skip
GOOD = [SPEAKER, TOPIC, ARTICLE, QUOTE]


def write_lines(path: Path, *records: Any) -> str:
    """Write the records to a file, a line each; the file's name."""
    path.write_text("".join(f"{json.dumps(each)}\n" for each in records))
    return str(path)


def run_load(*files: str, **options: Any) -> tuple[str, str]:
    """The output of `manage.py load`, and its errors."""
    out, err = io.StringIO(), io.StringIO()
    try:
        call_command("load", *files, stdout=out, stderr=err, **options)
    except CommandError as error:
        err.write(f"{error}\n")
    return out.getvalue(), err.getvalue()
