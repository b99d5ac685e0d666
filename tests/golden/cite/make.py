"""What citeproc-js makes of the sources in node: written anew by

    .venv/bin/python -m tests.golden.cite.make

Each style and locale is read whole, as its authors left it; nothing of ours stands between.
"""

import json
import subprocess
from pathlib import Path

from citations.cite.csl import csl_item
from citations.cite.styles.catalogue import COMMON, locale_paths, paths
from tests.golden.cite.sources import SOURCES

HERE = Path(__file__).parent
GOLDEN = HERE / "citations.json"
LOCALE = "en-US"


def main() -> None:
    task = {
        "items": [csl_item(source) for source in SOURCES],
        "styles": {name: paths()[name].read_text() for name in COMMON},
        "locales": {LOCALE: locale_paths()[LOCALE].read_text()},
        "locale": LOCALE,
    }
    made = subprocess.run(
        ["node", str(HERE / "make.js")], input=json.dumps(task), stdout=subprocess.PIPE,
        text=True, check=True, cwd=HERE,
    ).stdout  # fmt: skip
    GOLDEN.write_text(json.dumps(json.loads(made), ensure_ascii=False, indent=1) + "\n")


if __name__ == "__main__":
    main()
