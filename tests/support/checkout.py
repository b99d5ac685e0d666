"""Where things are in this checkout, and what this machine has to test them with."""

import os
import shutil
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
FIXTURES = ROOT / "fixtures"
SEED = ("speakers", "publications", "articles", "occasions", "topics", "quotes")

AXE = ROOT / "node_modules" / "axe-core" / "axe.min.js"
CHROMIUM = os.environ.get("CHROMIUM") or next(
    filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None
)
# Chromium as root, quiet: it asks nobody anything at its start.
CHROMIUM_SWITCHES = (
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-quic",
)


def untraced_environment() -> dict[str, str]:
    """The environment for a process with its own database, without coverage tracing.

    With tracing, loading a large file takes twice as long.
    """
    unset = {"DATABASE_URL", "COVERAGE_PROCESS_CONFIG"}
    return {name: value for name, value in os.environ.items() if name not in unset}
