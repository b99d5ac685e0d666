"""Speed of finding quotations: articles a minute on one core, and hostile text in milliseconds.

.venv/bin/python -m tests.benchmarks.extracting [ARTICLES.jsonl]

The file has lines of {"id", "text", "published"}; without one the seed articles are read.
"""

import json
import sys
import time
from pathlib import Path

from citations.extraction.quotations import find_quotations

LENGTH = 100_000
HOSTILE = [
    *('"', "“", "''", "“a” ", '"a" said "b" ', "a said said said ", "“a said ", "『a「", "“a\n"),
    *("“A.”\n\n", "Trump said, “Hi,” ", "he, ", "KELLY: No.\n", "‘a’ ", "in 2019 “a” said "),
]
FIXTURES = Path(__file__).parents[2] / "fixtures" / "articles.json"


def articles(name: str) -> list[tuple[str, str]]:
    """Each text with its day of publication."""
    if name:
        lines = [json.loads(line) for line in Path(name).read_text().splitlines() if line.strip()]
        return [(line["text"], line.get("published") or "") for line in lines]
    fields = [record["fields"] for record in json.loads(FIXTURES.read_text())]
    return [(each["text"], "2024-02-08") for each in fields if "text" in each] * 50


def seconds(texts: list[tuple[str, str]]) -> float:
    began = time.process_time()
    for text, published in texts:
        find_quotations(text, published)
    return time.process_time() - began


texts = articles(sys.argv[1] if len(sys.argv) > 1 else "")
print(f"{60 * len(texts) / seconds(texts):,.0f} articles a minute")  # noqa: T201  its purpose
for unit in HOSTILE:
    taken = min(seconds([((unit * LENGTH)[:LENGTH], "")]) for _ in range(3)) * 1000
    print(f"{taken:8.1f} ms for {LENGTH:,} characters of {unit!r}")  # noqa: T201
