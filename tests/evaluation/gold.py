"""Gold data: texts whose quotations people have marked, one JSON object a line.

A line is {"id", "text", "published"?, "lang"?, "class"?, "quotes", "ignore"?}. A quote has `start`
and `end` in code points, without the marks; `type` ("direct", or "mixed" for words quoted in part,
with the spans `quoted`), and what is known of the speaker: `speaker`, `speaker_kind` (name,
pronoun, org, nominal or none), `speaker_name`, `speaker_resolved` (whom a pronoun means), `open`
(nobody may be named) and `said` (EDTF; left out where the day is not asked for).
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from citations.text.spans import Span

# A program found these persons, and it is often wrong.
BY_MACHINE = "corenlp"


@dataclass(frozen=True)
class GoldQuotation:
    """One quotation as people marked it; `person` is "" if it is not known or not a person."""

    spans: tuple[Span, ...]
    mode: str
    kind: str
    speaker: str
    person: str
    head: str
    said: str | None


@dataclass(frozen=True)
class GoldText:
    id: str
    text: str
    published: str
    language: str
    kind: str
    quotations: tuple[GoldQuotation, ...]
    ignored: tuple[Span, ...]


def read_gold(path: Path) -> Iterator[GoldText]:
    """The texts of a file. Raises `KeyError` or `ValueError` if it is no gold data."""
    for line in path.read_text("utf-8").splitlines():
        if line.strip():
            yield _gold_text(without_guesses(json.loads(line)))


def without_guesses(entry: dict[str, Any]) -> dict[str, Any]:
    """The same entry without the persons that a machine took pronouns for."""
    quotes = [
        {**each, "speaker_resolved": None} if each.get("resolved_by") == BY_MACHINE else each
        for each in entry["quotes"]
    ]
    return {**entry, "quotes": quotes}


def _gold_text(entry: dict[str, Any]) -> GoldText:
    kept = [each for each in entry["quotes"] if each["type"] in {"direct", "mixed"}]
    return GoldText(
        id=str(entry["id"]),
        text=entry["text"],
        published=entry.get("published") or "",
        language=entry.get("lang") or "en",
        kind=entry.get("class") or "",
        quotations=tuple(map(_gold_quotation, kept)),
        ignored=tuple(Span(*each) for each in entry.get("ignore") or ()),
    )


def _gold_quotation(quote: dict[str, Any]) -> GoldQuotation:
    speaker = quote.get("speaker") or ""
    kind = "none" if quote.get("open") or not speaker else quote.get("speaker_kind") or "name"
    parts = (quote["type"] == "mixed" and quote.get("quoted")) or [(quote["start"], quote["end"])]
    if kind == "pronoun":
        person = quote.get("speaker_resolved") or ""
    else:
        person = (quote.get("speaker_name") or speaker) if kind == "name" else ""
    return GoldQuotation(
        spans=tuple(Span(*each) for each in parts),
        mode=quote["type"],
        kind=kind,
        speaker=speaker,
        person=person,
        head=quote.get("speaker_head") or "",
        said=quote.get("said"),
    )
