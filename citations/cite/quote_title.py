"""Writes a quote's title in one line, for feeds, embeds, link previews and reference lists."""

# Code points of the quoted words.
LONGEST_TITLE = 80


def quote_title(
    speaker: str, text: str, *, has_marks: bool, doubt: str = "", longest: int = LONGEST_TITLE
) -> str:
    """The speaker, a doubt about that, and the first words: `A. Speaker (disputed): “Words…”`.

    `has_marks` says whether the words may be printed between quotation marks. The last word is
    whole, where there are spaces.
    """
    line = " ".join(text.split())
    if len(line) > longest:
        # One more code point: a space there ends a whole word.
        begun = line[:longest]
        line = f"{begun.rpartition(' ')[0] or begun[:-1]}…"
    return f"{speaker}{f' ({doubt})' if doubt else ''}: {f'“{line}”' if has_marks else line}"
