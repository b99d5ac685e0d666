"""Ingests many files and addresses, one by one, so that a failure stops none of the others."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from django.core.exceptions import ValidationError

from citations.curation.ingest import IngestOutcome, IngestResult, ingest_document
from citations.curation.resolution import SpeakerDirectory
from citations.documents.detection import check_size, read_document
from citations.documents.document import Document, UnreadableDocumentError
from citations.fetching.fetch import fetch_page
from citations.fetching.web_addresses import is_web_address
from citations.models import Publication

# How the line of each outcome begins.
LABELS = {
    IngestOutcome.NEW: "added",
    IngestOutcome.COPY: "copy",
    IngestOutcome.NEWER: "newer",
    IngestOutcome.DUPLICATE: "skipped",
}


@dataclass(frozen=True)
class IngestOptions:
    """Options for all files: except for `charset`, they override what the files say themselves."""

    publication: Publication | None = None
    published: str = ""
    language: str = ""
    charset: str = ""


@dataclass(frozen=True)
class IngestReport:
    """What happened to one file or address; without a result, `problem` says why."""

    name: str
    result: IngestResult | None
    problem: str = ""

    def __str__(self) -> str:
        if not self.result:
            return f"refused  {self.name}: {self.problem}"
        key = self.result.snapshot.article.key
        return f"{LABELS[self.result.outcome]:8} {self.name}: {key}, {self._details(self.result)}"

    def _details(self, result: IngestResult) -> str:
        proposals = f"{result.proposals} proposal{'' if result.proposals == 1 else 's'}"
        match result.outcome:
            case IngestOutcome.DUPLICATE:
                return "already stored"
            case IngestOutcome.NEWER:
                return f"a newer text of this article, {proposals}"
            case IngestOutcome.COPY if result.copied_from:
                return f"a copy of {result.copied_from.key}, {proposals}"
            case _:
                return proposals


def list_sources(names: Iterable[str]) -> list[str]:
    """The files and addresses; for a folder all files in it, sorted, without hidden ones."""
    sources: list[str] = []
    for name in names:
        path = Path(name)
        if not path.is_dir():
            sources.append(name)
            continue
        files = sorted(each for each in path.rglob("*") if each.is_file())
        sources += [str(each) for each in files if not each.name.startswith(".")]
    return sources


def ingest_all(names: Iterable[str], options: IngestOptions) -> Iterator[IngestReport]:
    """Ingest each source in turn; a text that is already stored is reported and skipped."""
    directory = SpeakerDirectory.load()
    for name in names:
        try:
            document = _apply_options(_read_source(name, options.charset), options)
            result = ingest_document(
                document, name, publication=options.publication, directory=directory
            )
        except (UnreadableDocumentError, OSError) as problem:
            yield IngestReport(name, None, getattr(problem, "strerror", None) or str(problem))
        except ValidationError as problem:
            yield IngestReport(name, None, " ".join(problem.messages))
        else:
            yield IngestReport(name, result)


def _read_source(name: str, charset: str) -> Document:
    if is_web_address(name):
        page = fetch_page(name)
        return read_document(page.data, page.name, charset=page.charset or charset, url=page.url)
    path = Path(name)
    if path.exists() and not path.is_file():
        raise UnreadableDocumentError("This is not a regular file.")
    check_size(path.stat().st_size)
    return read_document(path.read_bytes(), name, charset=charset)


def _apply_options(document: Document, options: IngestOptions) -> Document:
    return replace(
        document,
        published=options.published or document.published,
        language=options.language or document.language,
    )
