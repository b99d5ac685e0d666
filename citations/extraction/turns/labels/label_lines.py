"""Lines that begin with the label of a speaker: NAME: words, Name (Party)—words, Q. words."""

import re
from typing import Literal, NamedTuple

from citations.extraction.syntax.lexicon import NOT_NAMES
from citations.extraction.turns.labels.label_names import LabelName, label_name
from citations.extraction.turns.labels.speaker_words import (
    ANSWERS,
    FIELDS,
    NAMES_TOO,
    QUESTIONS,
    ROLE_NOUNS,
)
from citations.extraction.turns.transcript_lines import TIME, TextLine
from citations.extraction.turns.turn import Landmark
from citations.text.spans import Span

LabelForm = Literal["colon", "dash", "stop", "letter", "mark", "voice", "examiner", "line", "cue"]

_CORE = r"[^\W\d_][^:：()\[\]<>{}“”\"„«»?!;|/—–\t\n]{0,89}?"
_GROUPS = r"(?:\s{0,3}[(\[][^()\[\]\n]{1,60}[)\]]){0,4}"
_STAMP = rf"(?:\s{{0,4}}[-–—|,]?\s{{0,4}}[(\[]?({TIME})[)\]]?)?"
# What a person is, behind a name in capitals; it may hold the title of a book.
_ADDED = r"(?:(?<=[A-Z]{2}),\s[A-Z\d\"“”‘’'(),.&/ -]{2,90})?"
_COLON = re.compile(
    rf"(?:From\s{{1,3}})?({_CORE}{_ADDED})(?:\s{{1,3}}[Tt]o\sEveryone)?({_GROUPS}){_STAMP}"
    r"\s{0,2}(?::(?=\s|$)|：)\s*"
)
_DASH = re.compile(rf"({_CORE}\.?)({_GROUPS})\s?\.?[—–]\s?(?=\S)")
_TITLED = (
    r"(?:M(?:r|rs|s|iss|x)|Dr|Senator|Sen|Rep|Chair(?:man|woman|person)?|Hon|Mme|M|Sir|Dame)\b\.?"
)
_STOP = re.compile(
    rf"({_TITLED}(?:\s[A-Z][\w’'-]+){{1,4}}(?:\sof\s[A-Z]\w+(?:\s[A-Z]\w+)?)?"
    r"|The\s[A-Z][\w-]+(?:\s[A-Z][\w-]+){0,4}(?:\spro\stempore)?"
    r"|[A-ZÀ-Þ][A-ZÀ-Þ’'-]+(?:\s[A-ZÀ-Þ][A-ZÀ-Þ’'-]+){0,3})"
    r"((?:\s?\([^()\n]{1,40}\))?)\.\s+(?=[A-Z“\"‘'(\[])"
)
_LETTER = re.compile(
    r"(?:(Q|A|THE WITNESS)(?:\d{1,3}(?=[.:]))?(?:[.:：]\s*|\s{2,}|\t)|([^\W\d_]{1,10})\s?[:：]\s*)"
    r"(?:[(\[](?:BY|By)\s([^()\[\]\n]{3,40}?):?[)\]]:?\s*)?"
)
# A. LORNE: is a name.
_INITIAL_AND_SURNAME = re.compile(r"[QA]\.\s?[A-ZÀ-Þ][A-ZÀ-Þ’'-]+(?:\s[A-ZÀ-Þ’'-]+){0,2}:")
_MARK = re.compile(r">{2,3}\s*")
_VOICE = re.compile(r"<v(?:\.[\w.]{1,30})?[ \t]+([^<>\n]{1,60})>[ \t]*")
_EXAMINER = re.compile(
    r"(?:(?:[A-Z-]+ ){1,3}EXAMINATION )?B[Yy] ((?:M[A-Za-z]{1,3}\.?|Dr\.?) [^:\n]{2,40}?) ?:?"
)
# Every label begins with the first or holds one of the second: what most lines of prose do not.
_LABEL_START = re.compile(
    rf">|<v|[QA]\d{{0,3}}(?:\s{{2}}|[.\t])|{_TITLED}|The\s[A-Z]|[A-ZÀ-Þ][A-ZÀ-Þ’'-]|B[Yy]\s"
)
_LABEL_STOPS = frozenset(":：—–")
_BULLET = re.compile(r"[-–—•]\s+(?=[A-Z][^\n]{1,60}:)")
_OF_STATE = re.compile(r" of [A-Z].*$")
_OFFICE_HOLDER = re.compile(r"[(\[]((?:[A-Z][\w.’'-]*\s){1,5}[A-Z][\w’'-]+)[)\]]")
# A full stop that is no abbreviation's.
_SENTENCE_END = re.compile(r"[^\W\d_]{5}\.\s")


class Label(NamedTuple):
    """A label at the head of a line: its span as printed, the name, and where the words begin.

    `letter` is "Q" or "A"; `has_addition` tells whether a constituency, party or role is printed
    beside the name.
    """

    line: int
    form: LabelForm
    span: Span
    words_at: int
    name: LabelName | None = None
    letter: str = ""
    landmarks: tuple[Landmark, ...] = ()
    has_addition: bool = False

    @property
    def key(self) -> str:
        return self.letter or (self.name.base.casefold() if self.name else "")

    @property
    def is_timed(self) -> bool:
        return any(each.kind == "time" for each in self.landmarks)


def label_of(text: str, line: TextLine, number: int) -> Label | None:
    """The label at the head of the line, or None."""
    head = text[line.start : min(line.end, line.start + 240)]
    if not _LABEL_START.match(head) and _LABEL_STOPS.isdisjoint(head):
        return None
    for read in (_voice, _label_in_marks, _examiner, _letter, _colon, _stop, _dash):
        if label := read(head, line.start, number):
            if line.landmarks:
                return label._replace(landmarks=line.landmarks + label.landmarks)
            return label
    return None


def named_label(
    number: int, form: LabelForm, printed: str, groups: str, start: int
) -> Label | None:
    """The label of these printed words, which begin at `start`; `words_at` is its end."""
    holder = _OFFICE_HOLDER.search(groups)
    at = start
    if holder and _is_office(printed, holder[1]):
        printed, at = holder[1], start + len(printed) + holder.start(1)
    name_part, comma, role = printed.partition(",")
    if comma and role.strip().isupper() and label_name(name_part) and _is_role(name_part):
        at += len(printed) - len(role.lstrip())
        name_part = role.strip()
    elif comma and not _is_apposition(role):
        return None
    part = name_part.rstrip(". ") if form in {"stop", "dash", "line", "cue"} else name_part.strip()
    name = label_name(_OF_STATE.sub("", part) if form == "stop" else part)
    if name is None or _is_field(part) or (comma and not _may_have_addition(name)):
        return None
    return Label(
        number,
        form,
        Span(at, at + len(part)),
        at + len(part),
        name,
        has_addition=bool(groups.strip() or comma),
    )


def _is_office(printed: str, holder: str) -> bool:
    """The Minister for Ponds (Ms Olive Tranter), but not Ada Quill (North Heath)."""
    name = label_name(holder)
    first = printed.split(maxsplit=1)[0].casefold()
    return name is not None and (
        (first == "the" and " " in printed) or (_is_role(printed) and name.is_titled)
    )


def _is_role(printed: str) -> bool:
    name = label_name(printed)
    return name is not None and name.is_role


def _may_have_addition(name: LabelName) -> bool:
    """Whether what follows the comma can be the person's role; not in: On Monday, he said:"""
    return (
        name.is_capitals
        or name.is_titled
        or name.is_role
        or (" " in name.base and name.base.split(maxsplit=1)[0] not in NOT_NAMES)
    )


def _is_apposition(role: str) -> bool:
    """co-host; Minister for Ports; but not the initials of a bibliography: Loxley, A. B."""
    return len(role.replace(".", "").split()) > 0 and any(
        len(w.strip(".")) > 2 for w in role.split()
    )


def _is_field(printed: str) -> bool:
    words = [word.casefold().strip(".,") for word in printed.split()]
    if len(words) == 1:
        return words[0] in FIELDS
    if words[-1].isdigit() and words[0] not in ROLE_NOUNS:
        return True
    return not {words[0], words[-1]}.isdisjoint(FIELDS - NAMES_TOO)


def _colon(head: str, start: int, number: int) -> Label | None:
    if ":" not in head and "：" not in head:
        return None
    bullet = _BULLET.match(head)
    match = _COLON.match(head, bullet.end() if bullet else 0)
    if not match or _SENTENCE_END.search(match[1]):
        return None
    label = named_label(number, "colon", match[1], match[2], start + match.start(1))
    if label and (time := re.fullmatch(TIME, head[match.end() :].rstrip())):
        landmark = Landmark("time", time.group(), start + match.end())
        return label._replace(words_at=start + len(head), landmarks=(landmark,))
    return label and _with_stamp(label._replace(words_at=start + match.end()), match, start)


def _with_stamp(label: Label, match: re.Match[str], start: int) -> Label:
    stamp = re.search(TIME, match[2])
    at = match.start(2) + stamp.start() if stamp else match.start(3)
    value = stamp.group() if stamp else match[3]
    if not value:
        return label
    return label._replace(landmarks=(Landmark("time", value, start + at),))


def _dash(head: str, start: int, number: int) -> Label | None:
    match = _DASH.match(head) if "—" in head or "–" in head else None
    label = match and named_label(number, "dash", match[1], match[2], start)
    if not match or not label or not label.name:
        return None
    # With a space before the dash, capitals are the place of a report: LONDON — The ferry
    dateline = head[match.end(2) - 1 : match.end(2) + 1].endswith(" ") and not match[2]
    certain = label.name.is_titled or (label.name.is_capitals and not dateline)
    return label._replace(words_at=start + match.end()) if certain else None


def _stop(head: str, start: int, number: int) -> Label | None:
    match = _STOP.match(head)
    label = match and named_label(number, "stop", match[1], match[2], start)
    if not match or not label or not label.name:
        return None
    only_a_title = label.name.is_titled and label.name.is_role and " " not in match[1]
    return None if only_a_title else label._replace(words_at=start + match.end())


def _letter(head: str, start: int, number: int) -> Label | None:
    match = None if _INITIAL_AND_SURNAME.match(head) else _LETTER.match(head)
    printed = (match[1] or match[2]) if match else ""
    if not match or printed == "THE WITNESS":
        return None
    key = printed.casefold()
    letter = "Q" if key in QUESTIONS else "A" if key in ANSWERS else ""
    if not letter or printed[0].islower():
        return None
    span = Span(start, start + len(printed))
    examiner = label_name(match[3]) if match[3] else None
    return Label(number, "letter", span, start + match.end(), examiner, letter)


def _label_in_marks(head: str, start: int, number: int) -> Label | None:
    match = _MARK.match(head)
    if not match:
        return None
    label = _colon(head[match.end() :], start + match.end(), number)
    if label:
        return label._replace(form="mark")
    if head.startswith(">>>"):
        return None
    at = start + match.end()
    return Label(number, "mark", Span(start, start + len(match.group().rstrip())), at)


def _voice(head: str, start: int, number: int) -> Label | None:
    match = _VOICE.match(head)
    if not match:
        return None
    span = Span(start + match.start(1), start + match.end(1))
    return Label(number, "voice", span, start + match.end(), label_name(match[1].strip()))


def _examiner(head: str, start: int, number: int) -> Label | None:
    match = _EXAMINER.fullmatch(head.rstrip())
    name = label_name(match[1]) if match else None
    if not match or not name:
        return None
    span = Span(start + match.start(1), start + match.end(1))
    return Label(number, "examiner", span, start + len(head), name)
