"""Labels on a line of their own, with the words below: captions, scripts, parliamentary records."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from citations.extraction.turns.labels.label_lines import Label, named_label
from citations.extraction.turns.labels.label_names import LabelName
from citations.extraction.turns.transcript_lines import TIME, TextLine
from citations.extraction.turns.turn import Landmark

_CORE = r"[^\W\d_][^:：()\[\]<>{}“”\"„«»?!;|/—–\t\n]{0,59}?"
_LINE = re.compile(
    rf"\[?({_CORE})\]?((?:\s{{0,3}}[(\[][^()\[\]\n]{{1,60}}[)\]]){{0,4}})"
    rf"(?:\s{{0,20}}[-–—|,•·:]?\s{{0,20}}[(\[]?({TIME})[)\]]?)?\s?:?"
)
_SCENE = re.compile(
    r"(?:INT|EXT|EST|INT\./EXT|I/E)[. ]|(?:ACT|SCENE)\b|FADE\b|CUT\b|DISSOLVE\b|SMASH\b"
    r"|TITLE\b|SUPER\b"
    r"|THE END\b|MONTAGE\b|CONTINUED\b|LATER\b|BACK TO\b|END OF\b"
)
_SCENE_LINE = re.compile(r"(?:INT|EXT|EST|I/E)[. /]|(?:ACT|SCENE)\s[IVX\d]|FADE IN")
_PARENTHETICAL = re.compile(r"\([^()\n]{1,80}\)")
_LEAST_INDENT = 4
_LONGEST = 110


def own_line_labels(text: str, lines: Sequence[TextLine]) -> list[Label]:
    """The labels of the form that most lines show; none if there is no such form."""
    timed = list(_timed_labels(text, lines))
    if _are_names(timed):
        return timed
    members = list(_members(text, lines))
    if len(members) > 1:
        return members
    return _cues(text, lines)


def _timed_labels(text: str, lines: Sequence[TextLine]) -> Iterator[Label]:
    """A time alone and then a name, or a name and a time: Judy Marchbanks 0:04."""
    for number, line in enumerate(lines[:-1]):
        below = lines[number + 1]
        if line.is_furniture or below.is_furniture:
            continue
        above = lines[number - 1] if number and not line.gap else None
        after_time = above is not None and _is_time(text, above)
        before_words = not below.gap and not below.is_timed
        is_at_time = before_words and (after_time or line.is_timed)
        if not is_at_time and text.find(":", line.start, line.end) < 0:
            continue
        match = _match(text, line)
        if match and (is_at_time or match[3] or re.search(TIME, match[2])):
            label = _label(match, line, number)
            if label and above and after_time:
                label = label._replace(landmarks=(*above.landmarks, *label.landmarks))
            if label:
                yield label


def _is_time(text: str, line: TextLine) -> bool:
    """A time alone; not the two times of a caption, which has its words right below."""
    return line.is_furniture and line.is_timed and "-->" not in text[line.start : line.end]


def _are_names(labels: Sequence[Label]) -> bool:
    """Whether most have two words, or come again: one word with a capital may be anything."""
    counts = Counter(each.key for each in labels)
    sure = [each for each in labels if " " in each.key or counts[each.key] > 1]
    return len(labels) > 1 and len(sure) * 2 > len(labels)


def _members(text: str, lines: Sequence[TextLine]) -> Iterator[Label]:
    """Mr Auberon Loxley (Sedge and Marle) (Con), and Mr Loxley below him, with words below."""
    found: list[Label] = []
    for number, line in enumerate(lines[:-1]):
        match = _match(text, line) if line.gap and not line.is_furniture else None
        label = _label(match, line, number) if match else None
        name = label.name if label else None
        if label and name and (name.is_titled and not name.is_capitals and _is_member(name)):
            found.append(label)
    followed = {each.line + 1 for each in found}
    spoken = [each for each in found if each.line + 1 not in {other.line for other in found}]
    if len(spoken) * 3 >= len(found) * 2 and followed:
        yield from spoken


def _is_member(name: LabelName) -> bool:
    """A person, or Mr Speaker, but not an office alone, which may be a heading: Inspector."""
    return not name.is_role or " " in name.base


def _cues(text: str, lines: Sequence[TextLine]) -> list[Label]:
    """Names in capitals above the words of a script; dialogue ends at the next empty line."""
    found = [
        label
        for number, line in enumerate(lines[:-1])
        if line.gap and _may_be_cue(text, lines, number)
        for match in [_match(text, line)]
        if match and (label := _label(match, line, number)) and label.name
    ]
    found = [each._replace(form="cue") for each in found]
    centred = [
        each
        for each in found
        if lines[each.line].indent >= lines[each.line + 1].indent + _LEAST_INDENT
        or _PARENTHETICAL.fullmatch(text, lines[each.line + 1].start, lines[each.line + 1].end)
    ]
    if len(centred) * 2 > len(found) and len(found) > 1:
        return found
    scenes = any(_SCENE_LINE.match(text, each.start) for each in lines)
    counts = Counter(each.key for each in found)
    repeated = sum(count for count in counts.values() if count > 1)
    if len(counts) > 1 and (scenes or repeated * 2 > len(found)):
        return found
    return []


def _may_be_cue(text: str, lines: Sequence[TextLine], number: int) -> bool:
    line, below = lines[number], lines[number + 1]
    if line.is_furniture or below.gap or below.is_furniture or line.end - line.start > 60:
        return False
    printed = text[line.start : line.end]
    name = re.sub(r"\([^()\n]{0,40}\)", "", printed)
    if not name.isupper() or _SCENE.match(printed):
        return False
    return not text[below.start : below.end].isupper()


def _match(text: str, line: TextLine) -> re.Match[str] | None:
    if line.end - line.start > _LONGEST:
        return None
    return _LINE.fullmatch(text, line.start, line.end)


def _label(match: re.Match[str], line: TextLine, number: int) -> Label | None:
    label = named_label(number, "line", match[1].strip(), match[2], match.start(1))
    if not label:
        return None
    stamp = re.search(TIME, match[2])
    times = line.landmarks
    if stamp or match[3]:
        at = match.start(2) + stamp.start() if stamp else match.start(3)
        times = (*times, Landmark("time", stamp.group() if stamp else match[3], at))
    return label._replace(words_at=line.end, landmarks=times)
