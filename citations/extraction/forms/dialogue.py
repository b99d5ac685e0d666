"""Dialogue: paragraphs of a few words between marks, which two people say in turn.

The next paragraph of a quotation in the news is the same speaker's; in dialogue it is somebody
else's, and of how many the text alone can tell.
"""

from bisect import bisect_left

from citations.extraction.token_stream import DASHES, GAP, LINE, TokenStream

_LINE_ENDS = frozenset({LINE, GAP})
_CLOSING = "\"”’'»"
_MOST_WORDS = 10
_FEWEST_REPLIES = 2


def is_speech_after_dash(stream: TokenStream, place: int) -> bool:
    """Whether a dash begins the quotation there: each such line is another speaker's."""
    return place < len(stream.words) and stream.text[stream.starts[place]] in DASHES


def is_answer(stream: TokenStream, earlier: int, place: int) -> bool:
    """Whether the quotation at `place` may answer the one at `earlier`, so that another speaks.

    It does where it begins a paragraph of its own, and the words before it are a question, or the
    text is dialogue.
    """
    number = bisect_left(stream.line_ends, earlier)
    if number == len(stream.line_ends) or stream.line_ends[number] > place:
        return False
    before = stream.span_at(earlier).text_in(stream.text).rstrip(_CLOSING)
    return before.endswith("?") or _is_dialogue(stream)


def _is_dialogue(stream: TokenStream) -> bool:
    """Whether several paragraphs are nothing but a short quotation."""
    if not stream.replies:
        stream.replies.extend(at for at in stream.places if _is_reply(stream, at))
        stream.replies.append(len(stream.words))
    return len(stream.replies) > _FEWEST_REPLIES


def _is_reply(stream: TokenStream, at: int) -> bool:
    if stream.word(at - 1) not in _LINE_ENDS or stream.word(at + 1) not in _LINE_ENDS:
        return False
    return len(stream.span_at(at).text_in(stream.text).split()) <= _MOST_WORDS
