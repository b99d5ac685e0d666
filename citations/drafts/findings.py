"""What is found of one quotation of a draft."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from citations.comparison.compare import Edit
from citations.models import Quote
from citations.text.spans import Span


class Verdict(StrEnum):
    """How a quotation stands to the record, from what needs no change to what could not be told.

    `UNKNOWN` is never "false": it is not in this database.
    """

    VERBATIM = "verbatim"
    TYPOGRAPHIC = "typographic"
    ABRIDGED = "abridged"
    OVER_QUOTED = "over_quoted"
    ALTERED = "altered"
    PARAPHRASE = "paraphrase"
    AMBIGUOUS = "ambiguous"
    UNKNOWN = "unknown"
    TOO_SHORT = "too_short"
    UNCHECKED = "unchecked"


NAMES = {
    Verdict.VERBATIM: "Word for word",
    Verdict.TYPOGRAPHIC: "Word for word, set otherwise",
    Verdict.ABRIDGED: "Abridged, and marked as such",
    Verdict.OVER_QUOTED: "More than the source quotes",
    Verdict.ALTERED: "Altered",
    Verdict.PARAPHRASE: "A paraphrase on record",
    Verdict.AMBIGUOUS: "Several speakers on record",
    Verdict.UNKNOWN: "Not in this database",
    Verdict.TOO_SHORT: "Too short to judge",
    Verdict.UNCHECKED: "Not checked",
}
# Those whose words are the source's.
SOUND = frozenset({Verdict.VERBATIM, Verdict.TYPOGRAPHIC, Verdict.ABRIDGED})


class Flag(StrEnum):
    """What the writer should look at beside the words."""

    SPEAKER = "speaker"
    DATE = "date"
    POSITION = "position"
    STANDING = "standing"
    GAP = "gap"


FLAGS = {
    Flag.SPEAKER: "Another speaker",
    Flag.DATE: "Another day",
    Flag.POSITION: "Another office",
    Flag.STANDING: "Not accepted",
    Flag.GAP: "A gap that matters",
}


@dataclass(frozen=True)
class Source:
    """The words on record: the wording of a quote, the passage of it that was quoted, and what is
    printed around that wording, where an article prints it."""

    text: str
    passage: Span
    before: str = ""
    after: str = ""


@dataclass(frozen=True)
class Finding:
    """One quotation of a draft, and the quote that it is, if there is one.

    `segments` are its words, in code points of the draft, without the marks. `printed` is the
    speaker as the draft names them, and `matches` whether that is the quote's, None where it is
    left open. `edits` lead from the source's passage to the quoted words. `others` are further
    quotes that it may be. `note` says in a sentence or two what is to be looked at.
    """

    segments: tuple[Span, ...]
    exact: str
    verdict: Verdict
    flags: tuple[Flag, ...] = ()
    quote: Quote | None = None
    printed: str = ""
    matches: bool | None = None
    edits: tuple[Edit, ...] = ()
    source: Source | None = None
    others: Sequence[Quote] = ()
    note: str = ""

    @property
    def start(self) -> int:
        return self.segments[0].start

    @property
    def end(self) -> int:
        return self.segments[-1].end

    @property
    def name(self) -> str:
        return NAMES[self.verdict]

    @property
    def has_other_words(self) -> bool:
        """Whether the words themselves are to be looked at, not only what is said of them."""
        return self.verdict in {Verdict.ALTERED, Verdict.OVER_QUOTED, Verdict.PARAPHRASE}

    @property
    def flag_names(self) -> list[str]:
        return [FLAGS[flag] for flag in self.flags]

    @property
    def needs_eye(self) -> bool:
        """Whether the writer should look at it; of too few words nothing can be told."""
        return bool(self.flags) or self.verdict not in SOUND | {Verdict.TOO_SHORT}


@dataclass(frozen=True)
class Report:
    """The findings in the draft's order; from `unchecked_from` on, nothing was checked."""

    text: str
    findings: tuple[Finding, ...]
    unchecked_from: int | None = None

    @property
    def needs_eye(self) -> int:
        """How many of the findings the writer should look at."""
        return sum(each.needs_eye for each in self.findings)
