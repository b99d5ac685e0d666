"""Writes a quote's title in one line, for feeds, embeds, link previews and reference lists."""

# Code points of the quoted words.
LONGEST_TITLE = 80


def quote_title(
    speaker: str, text: str, *, has_marks: bool, doubt: str = "", longest: int = LONGEST_TITLE
) -> str:
    """The speaker, a doubt about that, and the first words: `A. Speaker (disputed): “Words…”`.

    `has_marks` says whether the words may be printed between quotation marks.
    """
    line = " ".join(text.split())
    words = line if len(line) <= longest else f"{line[: longest - 1].rstrip()}…"
    return f"{speaker}{f' ({doubt})' if doubt else ''}: {f'“{words}”' if has_marks else words}"
