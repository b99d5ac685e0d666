"""Words a curator pasted, found in the text of an article. A span is never typed by hand."""

from collections.abc import Iterator, Sequence

from django import forms
from django.core.exceptions import ValidationError
from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from citations.admin.history import marked_differences
from citations.text.folding import fold
from citations.text.locating import locate, nearest_passage
from citations.text.spans import Span

# A line of these stands between two parts of a split quotation.
PARTINGS = {"", "…", "...", "[…]", "[...]", "(…)", "(...)"}
MARKS = (("“", "”"), ('"', '"'), ("«", "»"), ("„", "“"), ("「", "」"), ("『", "』"))
# What may stand between the words before and the words, once folded.
BETWEEN = " \"'"
MOST_BETWEEN = 16

LONGEST = 20_000
MOST_PLACES = 8
AROUND = 60


class WordsField(forms.CharField):
    """Words as an article prints them, with the line ends that texts have."""

    widget = forms.Textarea

    def to_python(self, value: str | None) -> str:
        return (super().to_python(value) or "").replace("\r\n", "\n").replace("\r", "\n")


def parts_of(words: str) -> list[str]:
    """The parts of a quotation, each without the quotation marks around it."""
    parts: list[str] = [""]
    for line in words.split("\n"):
        if line.strip() in PARTINGS:
            parts.append("")
        else:
            parts[-1] += f"\n{line}"
    return [_without_marks(part.strip()) for part in parts if part]


def joined(parts: Sequence[str]) -> str:
    """The parts as the field shows them; `parts_of` takes them apart again."""
    return "\n\n".join(parts)


def _without_marks(part: str) -> str:
    inside = part[1:-1]
    for opening, closing in MARKS:
        if part.startswith(opening) and part.endswith(closing) and inside:
            return part if opening in inside or closing in inside else inside.strip()
    return part


def spans_of(parts: Sequence[str], text: str, before: str = "") -> list[Span]:
    """Where the parts stand in the text, one after the other.

    `before` are the words right before the first part. Raises ValidationError, with the nearest
    passage or a list of places, unless each part stands in exactly one place as printed, but for
    the kinds of marks, dashes and spaces. A later part is the next such words after the earlier.
    """
    spans: list[Span] = []
    for part in parts:
        start = spans[-1].end if spans else 0
        spans.append(_span_of(part, text, start, "" if spans else before))
    return spans


def _span_of(part: str, text: str, start: int, before: str) -> Span:
    if before:
        return _span_after(before, part, text)
    match = locate(part, text[start:], hint=0 if start else None)
    if not match or match.how == "approximate":
        raise ValidationError(_why_not(part, text, start))
    return match.span.shifted(start)


def _span_after(before: str, part: str, text: str) -> Span:
    found = list(_occurrences(part, text))
    fitting = [span for span in found if _stands_before(before, text[: span.start])]
    if len(fitting) == 1:
        return fitting[0]
    problem = "The article prints these words, but not in one place after those words before."
    raise ValidationError(_places(part, text, problem) if found else _nearest(part, text))


def _stands_before(words: str, text: str) -> bool:
    tail = fold(text[-2 * len(words) - MOST_BETWEEN :]).text.rstrip(BETWEEN)
    return tail.endswith(fold(words).text.strip(BETWEEN))


def _why_not(part: str, text: str, start: int) -> SafeString | str:
    if len(list(_occurrences(part, text[start:]))) > 1:
        return _places(part, text, "The article prints these words in several places.")
    if any(_occurrences(part, text[:start])):
        shown = part if len(part) <= 40 else f"{part[:39]}…"
        return f"Write the parts in the order of the article: “{shown}” stands further up."
    return _nearest(part, text)


def _occurrences(part: str, text: str) -> Iterator[Span]:
    words, folded = fold(part).text.strip(), fold(text)
    at = folded.text.find(words) if words else -1
    while at >= 0:
        yield folded.span(at, at + len(words))
        at = folded.text.find(words, at + len(words))


def _places(part: str, text: str, problem: str) -> SafeString:
    found = list(_occurrences(part, text))
    places = [_around(span, text) | {"words": span.of(text)} for span in found[:MOST_PLACES]]
    context = {"problem": problem, "places": places, "more": len(found) - len(places)}
    return render_to_string("admin/citations/_places.html", context)


def _nearest(part: str, text: str) -> SafeString:
    span = nearest_passage(part, text)
    context: dict[str, str] = {}
    if span:
        marked = marked_differences(part, span.of(text), "not there: ", "printed: ")
        context = _around(span, text) | {"marked": marked}
    return render_to_string("admin/citations/_nearest.html", context)


def _around(span: Span, text: str) -> dict[str, str]:
    return {
        "before": text[max(0, span.start - AROUND) : span.start],
        "after": text[span.end : span.end + AROUND],
    }
