"""Segments: spans of a snapshot's text as the database stores them, and the words they cut out."""

from collections.abc import Sequence

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from citations.text.spans import Span
from citations.text.tokens import cuts_a_word

# Code points of the article kept on each side of the words: about a sentence.
CONTEXT = 120


def context_of(text: str, spans: Sequence[Span]) -> tuple[str, str]:
    """Up to `CONTEXT` code points before the first span and after the last one."""
    start, end = spans[0].start, spans[-1].end
    return text[max(0, start - CONTEXT) : start], text[end : end + CONTEXT]


def stored_spans(segments: object) -> list[Span]:
    """The segments as spans; none at all if one is malformed, which only plain SQL can write."""
    listed = segments if isinstance(segments, list) else []
    spans = [span for span in map(_span_of, listed) if span]
    return spans if len(spans) == len(listed) else []


def check_printed(
    text: str,
    segments: object,
    exact: str | None = None,
    prefix: str | None = None,
    suffix: str | None = None,
) -> tuple[str, str, str]:
    """The words at these segments of a snapshot's text, and those before and after them.

    Raises `ValidationError`, with the field, where the segments are not spans of the text, cut a
    word, or print something other than the given texts; None is not compared.
    """
    spans = _rising_spans(segments, len(text))
    printed = " ".join(span.text_in(text) for span in spans)
    if exact not in (None, printed):
        reason = _("At these spans the snapshot prints “%(words)s”.") % {"words": printed}
        raise ValidationError({"exact": reason})
    if any(cuts_a_word(text, span) for span in spans):
        reason = _("These words begin or end inside a word of the article.")
        raise ValidationError({"segments": reason})
    before, after = context_of(text, spans)
    for name, given, there in (("prefix", prefix, before), ("suffix", suffix, after)):
        if given not in (None, there):
            reason = _("The snapshot prints “%(words)s” there: use that.") % {"words": there}
            raise ValidationError({name: reason})
    return printed, before, after


def _rising_spans(segments: object, length: int) -> list[Span]:
    """The segments as spans. Raises `ValidationError` unless they rise, separate, in the text."""
    spans = [Span(0, 0)]
    for segment in segments if isinstance(segments, list) else [None]:
        match segment:
            case [int(start), int(end)] if spans[-1].end <= start < end <= length:
                spans.append(Span(start, end))
            case _:
                reason = _(
                    "%(segment)s is not a span of this text: write rising pairs [start, end] of "
                    "code points from 0 to %(length)s."
                )
                values = {"segment": segment, "length": length}
                raise ValidationError({"segments": reason % values})
    return spans[1:]


def _span_of(segment: object) -> Span | None:
    match segment:
        case [int(start), int(end)] if 0 <= start <= end:
            return Span(start, end)
    return None
