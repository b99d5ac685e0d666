"""Texts that are one person's words: a speech or blog with a byline, a letter with a signature."""

import re
from collections.abc import Iterator, Sequence

from citations.extraction.turns.labels.label_names import LabelName, label_name
from citations.extraction.turns.persons.introductions import introductions_of
from citations.extraction.turns.transcript_lines import TextLine
from citations.extraction.turns.turn import Turn, TurnKind
from citations.text.spans import Span

_SPEECH = (
    r"(?:speech|address|remarks|statement|lecture|sermon|eulogy|keynote|toast|homily|oration|testimony|tribute"
    r"|talk|acceptance|opening|closing|maiden|open\sletter)"
)
_BYLINE = re.compile(
    rf"(?:(?:[^\n]{{0,80}}\b)?{_SPEECH}\s(?:given\s|delivered\s)?by\s|(?:as\s)?(?:given|delivered|spoken)\sby:?\s"
    r"|posted\son\s[^\n]{4,30}?\sby\s|(?:written\s|posted\s)?by\s|speaker:\s)([^\n]{3,120})",
    re.IGNORECASE,
)
_OWNER = re.compile(
    rf"([A-Z][^\n,:;]{{4,60}}?)[’']s?\s{_SPEECH}"
    r"(?:\s(?:to|at|on|in|before|of|for)\s[^\n.]{1,80})?$",
    re.IGNORECASE | re.MULTILINE,
)
_AFTER_NAME = re.compile(r",|\s(?:at|to|on|in|before|for)\s|\s[|·•–—-]\s|[(\d]|\.$")
_SPEECH_WORD = re.compile(rf"\b{_SPEECH}\b", re.IGNORECASE)
_AS_DELIVERED = re.compile(
    r"[(\[]?(?:as\s(?:delivered|prepared|written|spoken)|check\sagainst\sdelivery|transcript\sof\sthe\sspeech)",
    re.IGNORECASE,
)
_SPEAKS = re.compile(r"\b(?:I|my|me|we|our|us|myself)\b|\bI['’]")
_OF_ONESELF = re.compile(r"\b(?:I|my|me|myself)\b|\bI['’]")
_MARKED = re.compile(
    r"“[^”\n]{0,2000}”?|\"[^\"\n]{0,2000}\"?|«[^»\n]{0,2000}»?|„[^“”\n]{0,2000}[“”]?"
)
_REST = re.compile(
    r"(?:notes?\sto\seditors?|about\sthe\sauthor|ends\Z|#{2,}|-?\s?ends\s?-?\Z|contact:|copyright|©)",
    re.IGNORECASE,
)
_SALUTATION = re.compile(
    r"(?:Dear|My\s(?:dear|dearest)|To\sthe\s[Ee]ditor|Sir|SIR|Madam|Sirs|Liebe[rs]?|Sehr\sgeehrte[rs]?|Chère?s?|"
    r"Querid[oa]s?|Estimad[oa]s?|Car[oaie]|Gentile|Beste|Lieve|Geachte|Drog[ai]|Szanown[iay]|Дорог\w+|Уважаем\w+)"
    r"\b[^\n]{0,60}?[,:!—–-]?"
)
# SIR – Your correspondent asks
_BEGUN = re.compile(r"(?:SIRS?|Sirs?|MADAM|Madam)(?:\s?[–—]\s?|,\s|\s-\s)(?=[A-Z])")
_FAREWELL = re.compile(
    r"(?:Yours\b|Sincerely|Faithfully|Respectfully|Best\b|Kind\b|Kindest\b|Warm|Regards|Love\b|Cheers\b|"
    r"With\s(?:love|best|kind|warm)|I\s(?:am|remain)|Your\s\w+|Dein|Ihr|Euer|Mit\s\w+\s?\w*\s?Grüßen|"
    r"Herzlich|Cordialement|Bien\sà|Atentamente|Un\s(?:abrazo|saludo)|Cordiali|Distinti|Met\s\w+|Com\s|"
    r"Z\s\w+aniem|С\sуважением)[^\n.?]{0,60}[,.!]?"
)
_OPENING_MARKS, _CLOSING_MARKS = '“"«„‘「『', '”"»“’」』'
_MOST_HEAD_LINES = 8
_LONGEST_HEAD = 160
# A line of so many characters may be wrapped.
_LEAST_PROSE = 40
_CONFIDENCE = 0.75


def one_voice(text: str, lines: Sequence[TextLine]) -> list[Turn]:
    """The whole text as one person's turn, each paragraph a segment; empty for other texts."""
    lines = [each for each in lines if not each.is_furniture]
    if len(lines) < 2:
        return []
    return _marked_letter(text, lines) or _letter(text, lines) or _speech(text, lines)


def _speech(text: str, lines: Sequence[TextLine]) -> list[Turn]:
    for number, line in enumerate(lines[:_MOST_HEAD_LINES]):
        printed = text[line.start : line.end]
        if len(printed) > _LONGEST_HEAD:
            return []
        match = _BYLINE.fullmatch(printed)
        named = _name_at(match[1], line.start + match.start(1)) if match else None
        if (owner := _OWNER.match(printed)) and not _has_byline(text, lines[number + 1 :]):
            named = _name_at(owner[1], line.start)
        elif number and not match and _SPEECH_WORD.search(text, 0, line.start):
            named = _name_at(printed, line.start) if printed[-1].isalpha() else None
        if not named or _is_in_prose(text, lines, number):
            continue
        name, _ = named
        head = text[: line.end + 200]
        body = _body(text, lines, number + 1, name.base.split()[-1])
        announced = _SPEECH_WORD.search(head) or _AS_DELIVERED.search(text, 0, line.end + 300)
        if body and _is_first_person(text, body, bool(announced)):
            return [_turn(text, named, body, "byline")]
        return []
    return []


def _is_in_prose(text: str, lines: Sequence[TextLine], number: int) -> bool:
    """Whether it is one of wrapped lines: the one before or the one behind is of its sentence."""
    behind = lines[number + 1] if number + 1 < len(lines) else None
    if behind and not behind.gap and text[behind.start].islower():
        return True
    if not number or lines[number].gap:
        return False
    before = lines[number - 1]
    return before.end - before.start >= _LEAST_PROSE and text[before.end - 1].isalnum()


def _has_byline(text: str, lines: Sequence[TextLine]) -> bool:
    return any(_BYLINE.fullmatch(text, each.start, each.end) for each in lines[:3])


def _name_at(printed: str, start: int) -> tuple[LabelName, Span] | None:
    """The name at the start of these words, with two words at least."""
    end = _AFTER_NAME.search(printed)
    kept = (printed[: end.start()] if end else printed).rstrip(" .,")
    name = label_name(kept) if kept else None
    if name is None or name.is_role or " " not in name.base or " and " in kept:
        return None
    return name, Span(start, start + len(kept))


def _body(text: str, lines: Sequence[TextLine], first: int, surname: str) -> list[Span]:
    """The paragraphs below the byline, without dates, headings and what follows the words."""
    body: list[Span] = []
    for number in range(first, len(lines)):
        line = lines[number]
        printed = text[line.start : line.end]
        if _REST.match(printed) or (body and line.gap and surname in printed):
            break
        if not line.gap and body:
            body[-1] = Span(body[-1].start, line.end)
        elif len(printed) > _LONGEST_HEAD or _reads_as_sentence(printed):
            body.append(Span(line.start, line.end))
    return body


def _reads_as_sentence(printed: str) -> bool:
    return printed[-1] in '.!?…:;,”"’»—' and not _AS_DELIVERED.match(printed)


def _is_first_person(text: str, body: Sequence[Span], announced: bool) -> bool:
    """A speech says I or we now and then; without its name, nearly every paragraph says I."""
    own = [_MARKED.sub("", each.text_in(text)) for each in body]
    if announced:
        return sum(bool(_SPEAKS.search(each)) for each in own) * 3 >= len(own)
    if any(_MARKED.search(each.text_in(text)) for each in body) or len(body) < 2:
        return False
    return sum(bool(_OF_ONESELF.search(each)) for each in own) * 3 >= len(own) * 2


def _letter(text: str, lines: Sequence[TextLine]) -> list[Turn]:
    """Dear Anton, … Yours sincerely, and a name."""
    first = next(
        (
            number
            for number, line in enumerate(lines[:_MOST_HEAD_LINES])
            if _SALUTATION.fullmatch(text, line.start, line.end)
        ),
        None,
    )
    begun = _BEGUN.match(text, lines[0].start, lines[0].end)
    if begun:
        lines = [lines[0]._replace(start=begun.end()), *lines[1:]]
        first = -1
    if first is None:
        return []
    for number in range(len(lines) - 1, max(first + 1, len(lines) - _MOST_HEAD_LINES), -1):
        farewell, line = lines[number - 1], lines[number]
        named = _signature(text, line)
        signed = _FAREWELL.fullmatch(text, farewell.start, farewell.end)
        alone = line.gap and not any(each.gap for each in lines[number + 1 :])
        at_end = alone and named and " " in named[0].base
        if named and (signed or at_end):
            body = _between(lines, first + 1, number - 1 if signed else number)
            if body:
                return [_turn(text, named, body, "signature")]
    return []


def _signature(text: str, line: TextLine) -> tuple[LabelName, Span] | None:
    """A line that is a name, with or without a place or office after a comma."""
    printed = text[line.start : line.end]
    if len(printed) > 70 or printed[-1] in "?!:;":
        return None
    kept = re.split(r",|\s[(|–—-]", printed, maxsplit=1)[0].rstrip(" .")
    name = label_name(kept) if kept else None
    if name is None or name.is_role:
        return None
    return name, Span(line.start, line.start + len(kept))


def _between(lines: Sequence[TextLine], first: int, until: int) -> list[Span]:
    body: list[Span] = []
    for line in lines[first:until]:
        if body and not line.gap:
            body[-1] = Span(body[-1].start, line.end)
        else:
            body.append(Span(line.start, line.end))
    return body


def _marked_letter(text: str, lines: Sequence[TextLine]) -> list[Turn]:
    """Every paragraph begins with an opening mark, and the last line is a name."""
    if not lines[-1].gap or text[lines[0].start] not in _OPENING_MARKS:
        return []
    named = _signature(text, lines[-1])
    body = _between(lines, 0, len(lines) - 1)
    if not named or " " not in named[0].base or text[body[-1].end - 1] not in _CLOSING_MARKS:
        return []
    if not all(text[each.start] in _OPENING_MARKS for each in body):
        return []
    inner = list(_inside_marks(text, body))
    if any(set(each.text_in(text)) & set('“”"«»„') for each in inner):
        return []
    return [_turn(text, named, inner, "signature")]


def _inside_marks(text: str, body: Sequence[Span]) -> Iterator[Span]:
    for each in body:
        closed = text[each.end - 1] in _CLOSING_MARKS
        yield Span(each.start + 1, each.end - closed)


def _turn(text: str, named: tuple[LabelName, Span], body: list[Span], kind: TurnKind) -> Turn:
    name, span = named
    speaker = name.base
    if " " not in speaker:
        person = introductions_of(text).meant_by(speaker, name.gender)
        speaker = person.name if person else speaker
    return Turn(span, speaker, None, tuple(body), (), kind, _CONFIDENCE)
