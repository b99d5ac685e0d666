"""Writes the citations that citeproc-js makes of the sources in node. Run it with

    .venv/bin/python -m tests.golden.cite.make

It gives citeproc-js each style and locale unchanged, without any code of ours in between.
"""

import json
import subprocess
from pathlib import Path

from citations.cite.csl import csl_item
from citations.cite.styles.catalogue import COMMON_STYLES, locale_paths, style_paths
from tests.golden.cite.sources import SOURCES

HERE = Path(__file__).parent
GOLDEN = HERE / "citations.json"
LOCALE = "en-US"


def main() -> None:
    task = {
        "items": [csl_item(source) for source in SOURCES],
        "styles": {name: style_paths()[name].read_text() for name in COMMON_STYLES},
        "locales": {LOCALE: locale_paths()[LOCALE].read_text()},
        "locale": LOCALE,
    }
    citations = subprocess.run(
        ["node", str(HERE / "make.js")], input=json.dumps(task), stdout=subprocess.PIPE,
        text=True, check=True, cwd=HERE,
    ).stdout  # fmt: skip
    GOLDEN.write_text(json.dumps(json.loads(citations), ensure_ascii=False, indent=1) + "\n")


if __name__ == "__main__":
    main()
