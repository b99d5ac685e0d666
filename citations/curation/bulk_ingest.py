"""Many files and addresses in one go: each by itself, so that what fails stops nothing else."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from django.core.exceptions import ValidationError

from citations.curation.ingest import How, Taken, take
from citations.curation.resolution import Directory
from citations.documents.detection import MOST_BYTES, TOO_LARGE, Reading, UnreadableError, read
from citations.fetching.fetch import fetch, is_address
from citations.models import Publication


@dataclass(frozen=True)
class Wishes:
    """What is said of all the files, before what they say themselves; "" for nothing."""

    publication: Publication | None = None
    published: str = ""
    language: str = ""
    charset: str = ""


@dataclass(frozen=True)
class Report:
    """What became of one file: it was taken, or why it was not."""

    name: str
    taken: Taken | None
    problem: str = ""

    def __str__(self) -> str:
        if not self.taken:
            return f"refused  {self.name}: {self.problem}"
        told = {
            How.TAKEN: f"{self.taken.proposals} proposals",
            How.NEWER: f"a newer text of it, {self.taken.proposals} proposals",
            How.HELD: "held already",
        }
        copy = f"a copy of {self.taken.of and self.taken.of.key}, {self.taken.proposals} proposals"
        what = told.get(self.taken.how, copy)
        return f"{self.taken.how:8} {self.name}: {self.taken.snapshot.article.key}, {what}"


def files_in(names: Iterable[str]) -> list[str]:
    """These files and addresses; of a folder all files in it, by name, without hidden ones."""
    found: list[str] = []
    for name in names:
        path = Path(name)
        inside = sorted(each for each in path.rglob("*") if each.is_file()) if path.is_dir() else []
        shown = [str(each) for each in inside if not each.name.startswith(".")]
        found += shown if path.is_dir() else [name]
    return found


def take_all(names: Iterable[str], wishes: Wishes) -> Iterator[Report]:
    """Take each, as it is asked for; what is held is told and left alone."""
    directory = Directory.read()
    for name in names:
        try:
            reading = _as_wished(_read(name, wishes.charset), wishes)
            taken = take(reading, name, publication=wishes.publication, directory=directory)
        except (UnreadableError, OSError) as problem:
            yield Report(name, None, getattr(problem, "strerror", None) or str(problem))
        except ValidationError as problem:
            yield Report(name, None, " ".join(problem.messages))
        else:
            yield Report(name, taken)


def _read(name: str, charset: str) -> Reading:
    if is_address(name):
        page = fetch(name)
        return read(page.data, page.name, charset=page.charset or charset, url=page.url)
    path = Path(name)
    if path.exists() and not path.is_file():
        raise UnreadableError("It is no file.")
    if path.stat().st_size > MOST_BYTES:
        raise UnreadableError(TOO_LARGE)
    return read(path.read_bytes(), name, charset=charset)


def _as_wished(reading: Reading, wishes: Wishes) -> Reading:
    return replace(
        reading,
        published=wishes.published or reading.published,
        language=wishes.language or reading.language,
    )
