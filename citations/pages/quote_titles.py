"""The title of a quote, where one line must do: in feeds and on cards."""

from citations.models import Standing

# Code points of the quote's words.
LONGEST_WORDS = 80


def quote_title(speaker: str, standing: str, text: str, *, has_marks: bool = False) -> str:
    """The speaker, any doubt in parentheses, and the first words, in quotation marks if it has."""
    doubt = "" if standing == Standing.ACCEPTED else f" ({standing})"
    words = text if len(text) <= LONGEST_WORDS else f"{text[: LONGEST_WORDS - 1]}…"
    return f"{speaker}{doubt}: {f'“{words}”' if has_marks else words}"
