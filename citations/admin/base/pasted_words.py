"""Finds the words that a curator pasted in an article's text, so that nobody types offsets."""

import re
from collections.abc import Sequence

from django import forms
from django.core.exceptions import ValidationError
from django.template.loader import render_to_string
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from citations.admin.base.history_differences import render_differences
from citations.comparison.locate import locate, nearest_passage
from citations.text.folding import FoldedText, fold
from citations.text.spans import Span

# A line like one of these separates two parts of a split quotation.
SEPARATOR_LINES = {"", "…", "...", "[…]", "[...]", "(…)", "(...)"}
MARKS = (("“", "”"), ('"', '"'), ("«", "»"), ("„", "“"), ("「", "」"), ("『", "』"))
# These marks are apostrophes too: they enclose the words only when there is no other inside.
SINGLE_MARKS = (
    re.compile(r"‘([^‘]+)’"),
    re.compile(r"'((?:[^']|(?<=\w)'(?=\w))+)'"),
)
# Characters that may come between the words before and the quotation, in folded text.
BETWEEN = " \"'"
MOST_BETWEEN = 16

LONGEST_PASTE = 20_000
MOST_PLACES = 8
CONTEXT_LENGTH = 60


class WordsField(forms.CharField):
    """Words as printed; line ends become those of snapshots (LF)."""

    widget = forms.Textarea

    def to_python(self, value: str | None) -> str:
        return (super().to_python(value) or "").replace("\r\n", "\n").replace("\r", "\n")


def split_parts(words: str) -> list[str]:
    """Split pasted words into the parts of a quotation and strip the marks around each."""
    parts: list[str] = [""]
    for line in words.split("\n"):
        if line.strip() in SEPARATOR_LINES:
            parts.append("")
        else:
            parts[-1] += f"\n{line}"
    return [_strip_marks(part.strip()) for part in parts if part]


def join_parts(parts: Sequence[str]) -> str:
    return "\n\n".join(parts)


def _strip_marks(part: str) -> str:
    inside = part[1:-1]
    for opening, closing in MARKS:
        if part.startswith(opening) and part.endswith(closing) and inside:
            around = opening not in inside and closing not in inside
            return _strip_comma(inside) if around else part
        if part.startswith(opening) and _is_open(part, opening, closing):
            return part[1:].strip()
    for single in SINGLE_MARKS:
        if found := single.fullmatch(part):
            return _strip_comma(found[1])
    return part


def _is_open(part: str, opening: str, closing: str) -> bool:
    """Whether the opening mark is not closed, as when a quotation goes on in the next paragraph."""
    if opening == closing:
        return part.count(opening) % 2 == 1
    return part.count(opening) > part.count(closing)


def _strip_comma(words: str) -> str:
    return words.strip().removesuffix(",")


def locate_parts(parts: Sequence[str], text: str, before: str = "") -> list[Span]:
    """The span of each part in the text, in order.

    `before` gives the words right before the first part. A later part is the next occurrence
    after the earlier one. Raises ValidationError, with the nearest passage or a list of places,
    unless the text prints each part in exactly one place; kinds of quotation marks, dashes and
    spaces may differ.
    """
    spans: list[Span] = []
    for part in parts:
        start = spans[-1].end if spans else 0
        spans.append(_locate_part(part, text, start, "" if spans else before))
    return spans


def _locate_part(part: str, text: str, start: int, before: str) -> Span:
    if before:
        return _locate_after(before, part, text)
    match = locate(part, text[start:], hint=0 if start else None)
    if not match or match.how == "approximate":
        raise ValidationError(_explain_failure(part, text, start))
    return match.span.shift(start)


def _locate_after(before: str, part: str, text: str) -> Span:
    folded, words = fold(text), fold(before).text.strip(BETWEEN)
    found = _occurrences(part, folded)
    fitting = [span for span in found if _ends_with_words(words, folded.text, span.start)]
    if len(fitting) == 1:
        return folded.span(*fitting[0])
    problem = _("The article prints these words, but not in one place after “Words before”.")
    raise ValidationError(
        _render_places(found, folded, text, problem) if found else _render_nearest(part, text)
    )


def _ends_with_words(words: str, text: str, at: int) -> bool:
    tail = text[max(0, at - len(words) - MOST_BETWEEN) : at]
    return tail.rstrip(BETWEEN).endswith(words)


def _explain_failure(part: str, text: str, start: int) -> SafeString | str:
    folded = fold(text)
    found = _occurrences(part, folded)
    further_up = [span for span in found if folded.span(*span).start < start]
    if len(found) - len(further_up) > 1:
        return _render_places(
            found, folded, text, _("The article prints these words in several places.")
        )
    if further_up:
        shown = part if len(part) <= 40 else f"{part[:39]}…"
        return _("Give the parts in the order of the article: “%(words)s” comes earlier.") % {
            "words": shown
        }
    return _render_nearest(part, text)


def _occurrences(part: str, folded: FoldedText) -> list[Span]:
    words = fold(part).text.strip()
    found = re.finditer(re.escape(words), folded.text) if words else ()
    return [Span(*each.span()) for each in found]


def _render_places(
    found: Sequence[Span], folded: FoldedText, text: str, problem: str
) -> SafeString:
    shown = [folded.span(*span) for span in found[:MOST_PLACES]]
    places = [_context_of(span, text) | {"words": span.text_in(text)} for span in shown]
    context = {"problem": problem, "places": places, "more": len(found) - len(places)}
    return render_to_string("admin/citations/_places.html", context)


def _render_nearest(part: str, text: str) -> SafeString:
    span = nearest_passage(part, text)
    context: dict[str, str] = {}
    if span:
        marked = render_differences(part, span.text_in(text), _("not printed: "), _("printed: "))
        context = _context_of(span, text) | {"marked": marked}
    return render_to_string("admin/citations/_nearest.html", context)


def _context_of(span: Span, text: str) -> dict[str, str]:
    return {
        "before": text[max(0, span.start - CONTEXT_LENGTH) : span.start],
        "after": text[span.end : span.end + CONTEXT_LENGTH],
    }
