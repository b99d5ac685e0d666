"""One turn of a transcript: who speaks, the words, and the landmarks among them."""

from dataclasses import dataclass
from typing import Literal, NamedTuple

from citations.text.spans import Span

LandmarkKind = Literal["time", "page", "column", "line"]
# How the speaker is known: a label, a Q or an A, a byline above the words, a signature below.
TurnKind = Literal["label", "question", "answer", "byline", "signature"]


class Landmark(NamedTuple):
    """A time, page, column or line number as printed, and the code point where it begins."""

    kind: LandmarkKind
    value: str
    offset: int


@dataclass(frozen=True, slots=True)
class Turn:
    """What one person says without quotation marks; spans are code points of the text as given.

    `label` is the label as printed, empty where only a mark shows that the speaker changes.
    `speaker` is the name in its base form, a role such as THE WITNESS as printed, or "" if the text
    does not say who speaks; `named_at` is where the text prints that name, if not in the label.
    `segments` are the words, in pieces where a paragraph ends or a number comes between. The
    `landmarks` are those before and among the words.
    """

    label: Span
    speaker: str
    named_at: Span | None
    segments: tuple[Span, ...]
    landmarks: tuple[Landmark, ...]
    kind: TurnKind
    confidence: float

    @property
    def words(self) -> Span:
        """From the first word to the last, with all that stands between."""
        return Span(self.segments[0].start, self.segments[-1].end)
