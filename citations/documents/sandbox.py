"""Reading a stranger's file in a process of its own, with an end to its time and its memory."""

import json
import resource
import subprocess
import sys
from dataclasses import asdict
from pathlib import Path, PurePath

from citations.documents.detection import Reading, UnreadableError, read

SECONDS = 20
MOST_MEMORY = 1_500_000_000  # bytes of addresses
TOO_SLOW = f"It takes longer than {SECONDS} seconds to be read: save it anew, or paste its text."
TOO_MUCH = "It takes too much to be read: save it anew, or paste its text."
ROOT = Path(__file__).parents[2]


def read_apart(data: bytes, name: str) -> Reading:
    """As `read` does, of a page all. Raises UnreadableError, also where it takes too much."""
    ending = PurePath(name).suffix
    known = ending if ending.isascii() and ending[1:].isalnum() else ""
    command = [
        sys.executable,
        "-m",
        "citations.documents.sandbox",
        f"draft{known}",
        str(MOST_MEMORY),
    ]
    try:
        done = subprocess.run(  # noqa: S603  this very program
            command, input=data, capture_output=True, timeout=SECONDS, cwd=ROOT, check=True
        )
    except subprocess.TimeoutExpired as problem:
        raise UnreadableError(TOO_SLOW) from problem
    except subprocess.CalledProcessError as problem:
        raise UnreadableError(TOO_MUCH) from problem
    answer = json.loads(done.stdout)
    if "problem" in answer:
        raise UnreadableError(answer["problem"])
    return Reading(**answer | {"byline": tuple(answer["byline"])})


def main() -> None:
    most = int(sys.argv[2])
    resource.setrlimit(resource.RLIMIT_AS, (most, most))
    try:
        answer = asdict(read(sys.stdin.buffer.read(), sys.argv[1], whole=True))
    except UnreadableError as problem:
        answer = {"problem": str(problem)}
    sys.stdout.write(json.dumps(answer))


if __name__ == "__main__":
    main()
