"""Reads an untrusted file in a separate process with limits on its time and memory."""

import json
import resource
import subprocess
import sys
from dataclasses import asdict
from pathlib import Path, PurePath

from citations.documents.detection import read_document
from citations.documents.document import Document, UnreadableDocumentError
from citations.text.translation import gettext_noop

TIMEOUT_SECONDS = 20
MAX_MEMORY_BYTES = 1_500_000_000  # of address space
TOO_SLOW = gettext_noop(
    "Reading the file took longer than %(seconds)g seconds. Save it again, or paste its text."
)
TOO_MUCH_MEMORY = gettext_noop(
    "Reading the file took too much memory. Save it again, or paste its text."
)
ROOT = Path(__file__).parents[2]


def read_in_sandbox(data: bytes, name: str) -> Document:
    """Read a file as `read_document` does, all visible text of a page.

    Raises `UnreadableDocumentError`, also when reading exceeds the limits.
    """
    ending = PurePath(name).suffix
    # Only a plain ending goes on the command line; a file could be called --help.
    known_ending = ending if ending.isascii() and ending[1:].isalnum() else ""
    module, limit = "citations.documents.sandbox", str(MAX_MEMORY_BYTES)
    try:
        done = subprocess.run(  # noqa: S603  runs this module
            [sys.executable, "-m", module, f"draft{known_ending}", limit],
            input=data,
            capture_output=True,
            timeout=TIMEOUT_SECONDS,
            cwd=ROOT,
            check=True,
        )
    except subprocess.TimeoutExpired as problem:
        raise UnreadableDocumentError(TOO_SLOW, seconds=TIMEOUT_SECONDS) from problem
    except subprocess.CalledProcessError as problem:
        raise UnreadableDocumentError(TOO_MUCH_MEMORY) from problem
    answer = json.loads(done.stdout)
    if "problem" in answer:
        raise UnreadableDocumentError(answer["problem"], **answer["values"])
    return Document(**answer | {"byline": tuple(answer["byline"])})


def main() -> None:
    """Read standard input as a file called `sys.argv[1]` and write the document as JSON."""
    limit = int(sys.argv[2])
    resource.setrlimit(resource.RLIMIT_AS, (limit, limit))
    try:
        answer = asdict(read_document(sys.stdin.buffer.read(), sys.argv[1], whole=True))
    except UnreadableDocumentError as problem:
        answer = {"problem": problem.message, "values": problem.values}
    sys.stdout.write(json.dumps(answer))


if __name__ == "__main__":
    main()
