"""The findings of a draft check: one per quotation, together in a report."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from django.utils.translation import gettext_lazy as _

from citations.comparison.compare import Edit
from citations.comparison.verdict import SOUND_VERDICTS, Verdict
from citations.models import Quote
from citations.text.spans import Span

VERDICT_NAMES = {
    Verdict.VERBATIM: _("Word for word"),
    Verdict.TYPOGRAPHIC: _("Different punctuation"),
    Verdict.ABRIDGED: _("Abridged, and marked as such"),
    Verdict.OVER_QUOTED: _("More than the source quotes"),
    Verdict.ALTERED: _("Altered"),
    Verdict.PARAPHRASE: _("Recorded as a paraphrase"),
    Verdict.AMBIGUOUS: _("Recorded for several speakers"),
    Verdict.UNKNOWN: _("Not in this database"),
    Verdict.TOO_SHORT: _("Too short to judge"),
    Verdict.UNCHECKED: _("Not checked"),
}


class Flag(StrEnum):
    SPEAKER = "speaker"
    DATE = "date"
    POSITION = "position"
    STANDING = "standing"
    GAP = "gap"


FLAG_NAMES = {
    Flag.SPEAKER: _("Different speaker"),
    Flag.DATE: _("Different day"),
    Flag.POSITION: _("Different office"),
    Flag.STANDING: _("Not accepted"),
    Flag.GAP: _("An omission that matters"),
}


@dataclass(frozen=True)
class RecordedPassage:
    """A quote's wording, the passage quoted, and the text printed around the wording, if any."""

    text: str
    passage: Span
    before: str = ""
    after: str = ""


@dataclass(frozen=True)
class Finding:
    """One quotation of a draft, and the quote on record that it is, if there is one.

    `segments` count code points, without the marks. `printed` is the speaker in the draft;
    `matches` is None when it is unclear whether that is the quote's. `edits` lead from the source's
    passage to the quoted words. `others` are further quotes that it may be.
    """

    segments: tuple[Span, ...]
    exact: str
    verdict: Verdict
    flags: tuple[Flag, ...] = ()
    quote: Quote | None = None
    printed: str = ""
    matches: bool | None = None
    edits: tuple[Edit, ...] = ()
    source: RecordedPassage | None = None
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
        return str(VERDICT_NAMES[self.verdict])

    @property
    def has_other_words(self) -> bool:
        """Whether the words themselves need a check, and not only what is said about them."""
        return self.verdict in {Verdict.ALTERED, Verdict.OVER_QUOTED, Verdict.PARAPHRASE}

    @property
    def flag_names(self) -> list[str]:
        return [str(FLAG_NAMES[flag]) for flag in self.flags]

    @property
    def needs_attention(self) -> bool:
        """Whether the writer should check it; too few words cannot be judged."""
        return bool(self.flags) or self.verdict not in SOUND_VERDICTS | {Verdict.TOO_SHORT}


@dataclass(frozen=True)
class DraftReport:
    """The findings in order; nothing was checked from code point `unchecked_from` on."""

    text: str
    findings: tuple[Finding, ...]
    unchecked_from: int | None = None

    @property
    def attention_count(self) -> int:
        return sum(each.needs_attention for each in self.findings)
