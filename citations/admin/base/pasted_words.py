"""Words a curator pasted, found in the text of an article. A span is never typed by hand."""

import re
from collections.abc import Sequence

from django import forms
from django.core.exceptions import ValidationError
from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from citations.admin.base.history_differences import marked_differences
from citations.comparison.locate import locate, nearest_passage
from citations.text.folding import Folded, fold
from citations.text.spans import Span

# A line of these stands between two parts of a split quotation.
PARTINGS = {"", "…", "...", "[…]", "[...]", "(…)", "(...)"}
MARKS = (("“", "”"), ('"', '"'), ("«", "»"), ("„", "“"), ("「", "」"), ("『", "』"))
# Marks that are apostrophes too: around the words only when no other such mark is inside.
SINGLE_MARKS = (
    re.compile(r"‘([^‘]+)’"),
    re.compile(r"'((?:[^']|(?<=\w)'(?=\w))+)'"),
)
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
            around = opening not in inside and closing not in inside
            return _without_comma(inside) if around else part
        if part.startswith(opening) and _is_open(part, opening, closing):
            return part[1:].strip()
    for single in SINGLE_MARKS:
        if found := single.fullmatch(part):
            return _without_comma(found[1])
    return part


def _is_open(part: str, opening: str, closing: str) -> bool:
    """Whether the mark it begins with stays open: the quotation goes on a paragraph later."""
    if opening == closing:
        return part.count(opening) % 2 == 1
    return part.count(opening) > part.count(closing)


def _without_comma(words: str) -> str:
    return words.strip().removesuffix(",")


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
    folded, words = fold(text), fold(before).text.strip(BETWEEN)
    found = _occurrences(part, folded)
    fitting = [span for span in found if _stands_before(words, folded.text, span.start)]
    if len(fitting) == 1:
        return folded.span(*fitting[0])
    problem = "The article prints these words, but not in one place after those words before."
    raise ValidationError(_places(found, folded, text, problem) if found else _nearest(part, text))


def _stands_before(words: str, text: str, at: int) -> bool:
    tail = text[max(0, at - len(words) - MOST_BETWEEN) : at]
    return tail.rstrip(BETWEEN).endswith(words)


def _why_not(part: str, text: str, start: int) -> SafeString | str:
    folded = fold(text)
    found = _occurrences(part, folded)
    further_up = [span for span in found if folded.span(*span).start < start]
    if len(found) - len(further_up) > 1:
        return _places(found, folded, text, "The article prints these words in several places.")
    if further_up:
        shown = part if len(part) <= 40 else f"{part[:39]}…"
        return f"Write the parts in the order of the article: “{shown}” stands further up."
    return _nearest(part, text)


def _occurrences(part: str, folded: Folded) -> list[Span]:
    """Where the words stand in the folded text."""
    words = fold(part).text.strip()
    found = re.finditer(re.escape(words), folded.text) if words else ()
    return [Span(*each.span()) for each in found]


def _places(found: Sequence[Span], folded: Folded, text: str, problem: str) -> SafeString:
    shown = [folded.span(*span) for span in found[:MOST_PLACES]]
    places = [_around(span, text) | {"words": span.of(text)} for span in shown]
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
