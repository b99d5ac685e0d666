"""Which labels are those of speakers: labels of one form that come again, over most of a text."""

import re
from collections import Counter
from collections.abc import Sequence

from citations.extraction.syntax.lexicon import NOT_NAMES
from citations.extraction.turns.labels.label_lines import Label, LabelForm
from citations.extraction.turns.labels.label_names import LabelName, label_name
from citations.extraction.turns.persons.introductions import Introductions
from citations.extraction.turns.transcript_lines import TextLine

# Words in which somebody speaks for himself or to somebody else.
_SPOKEN = re.compile(
    r"[?？؟]|\b(?:I|we|you|me|us|my|our|your|yes|yeah|no|well|thank|thanks|please"
    r"|ich|wir|sie|du|mein|ja|nein|je|nous|vous|tu|moi|mon|oui|non|yo|usted|nosotros|mi|sí|io|noi|lei"
    r"|eu|você|nós|meu|sim|ik|wij|we|jij|u|mijn|nee|pan|pani|mój|tak|nie|я|мы|вы|мой|да|нет)\b"
    r"|j['’]|[我你您私僕]|ません|です|ます|니다|أنا|نحن|نعم",
    re.IGNORECASE,
)
_OF_ONESELF = re.compile(
    r"[?？؟]|\b(?:I|we|me|my|our|ich|wir|mein\w*|je|nous|moi|mon|yo|nosotros|mi|io|noi|mio|eu|nós|meu|ik"
    r"|wij|mijn|mój|я|мы|мой)\b|\bj['’]|[我私僕]|ません|です|ます|니다|أنا|نحن",
    re.IGNORECASE,
)
_MARKED = re.compile(r"[“\"„«‘「『»].*[”\"“»’」』«][.,]?")
_ENDS = frozenset(".?!…:;—–-”\"'’)]»。？！」』؟")
_LEAST_LENGTH_OF_WRAPPED = 45
_LEAST_SPOKEN = 2


def labels_of_speakers(
    text: str, lines: Sequence[TextLine], labels: Sequence[Label], people: Introductions
) -> list[Label]:
    """The labels that begin turns; none if the text is not one of turns."""
    labels = [each for each in labels if not _is_marked(text, lines, each)]
    letters = _letters(labels)
    if not letters:
        labels = [_as_name(text, each) for each in labels]
    voices = [each for each in labels if each.form == "voice"]
    marks = [each for each in labels if each.form == "mark"]
    named = _of_one_form([each for each in labels if each.form in {"colon", "dash", "stop"}])
    chosen = [*letters, *voices, *(marks if len(marks) > 1 else [])]
    counts = Counter((each.form, each.key) for each in named)
    chosen += [each for each in named if _may_be_speaker(each, counts, people, bool(chosen))]
    chosen.sort(key=lambda each: each.line)
    while chosen and _is_field_above(chosen[0], counts, people):
        chosen.pop(0)
    return chosen if _make_a_transcript(text, lines, chosen, people) else []


def _of_one_form(labels: Sequence[Label]) -> list[Label]:
    """Those of the most common form: beside “Mr. Watts:” a line “Mr. Speaker. Sir” has no label."""
    forms = Counter(each.form for each in labels)
    most = max(forms, key=forms.__getitem__, default="colon")
    return [each for each in labels if each.form == most]


def _letters(labels: Sequence[Label]) -> list[Label]:
    """Q and A, if there are both, and the lines that say who asks."""
    letters = [each for each in labels if each.form in {"letter", "examiner"}]
    return letters if {"Q", "A"} <= {each.letter for each in letters} else []


def _as_name(text: str, label: Label) -> Label:
    """R: beside I: is a person's letter and no answer."""
    if not label.letter or text[label.span.end : label.span.end + 1] not in {":", "："}:
        return label
    return label._replace(form="colon", letter="", name=label_name(label.span.text_in(text)))


def _is_marked(text: str, lines: Sequence[TextLine], label: Label) -> bool:
    """Whether all the words of the line stand between marks, which are read elsewhere."""
    words = text[label.words_at : lines[label.line].end].strip()
    return len(words) < 2000 and bool(_MARKED.fullmatch(words))


def _may_be_speaker(
    label: Label, counts: Counter[tuple[LabelForm, str]], people: Introductions, beside: bool
) -> bool:
    """By what is printed beside the name, or because the text names this person elsewhere."""
    name = label.name
    if name is None:
        return False
    if _is_evident(label, name):
        return True
    if beside and label.form != "colon":
        return True
    if " " in name.base or _is_caseless(name.base) or people.meant_by(name.base, name.gender):
        return True
    # Where somebody speaks twice, others may speak once.
    return counts[label.form, label.key] > 1 or (
        max(counts.values()) > 1 and name.base not in NOT_NAMES
    )


def _is_field_above(
    label: Label, counts: Counter[tuple[LabelForm, str]], people: Introductions
) -> bool:
    """Whether the first label may be that of a field above the words: it never comes again."""
    name = label.name
    if label.form != "colon" or name is None or counts[label.form, label.key] > 1:
        return False
    sure = _is_evident(label, name)
    named = " " in name.base or people.meant_by(name.base, name.gender) is not None
    return not (sure or named or _is_caseless(name.base))


def _is_evident(label: Label, name: LabelName) -> bool:
    """By how the name is printed, or what is printed beside it."""
    printed = name.is_capitals or name.is_titled or name.is_role or name.is_initials
    return printed or label.is_timed or label.has_addition


def _is_caseless(name: str) -> bool:
    return name.lower() == name.upper()


def _make_a_transcript(
    text: str, lines: Sequence[TextLine], labels: list[Label], people: Introductions
) -> bool:
    turns = [each for each in labels if each.form != "examiner"]
    if len(turns) < 2:
        return False
    keys = {each.key for each in turns}
    sure = sum(map(_is_sure, turns)) * 2 > len(turns)
    if len(keys) < 2 and not (
        (sure and turns[0].form in {"voice", "mark"}) or all(each.is_timed for each in turns)
    ):
        return False
    units = _paragraphs_from(text, lines, turns[0].line)
    if not _are_enough(len(turns), units, sure) or not (
        all(map(_is_spoken_by_form, turns)) or _are_sentences(text, lines, turns)
    ):
        return False
    if sure and not _are_prose_stops(turns):
        return True
    return _are_spoken(text, lines, turns, people)


def _are_spoken(
    text: str, lines: Sequence[TextLine], turns: Sequence[Label], people: Introductions
) -> bool:
    """Whether enough turns have words that people say to each other."""
    spoken = [each for each in turns if _SPOKEN.search(_words(text, lines, each))]
    repeated = len({each.key for each in turns}) < len(turns)
    if repeated or all(_is_introduced(each, people) for each in turns):
        return len(spoken) * 4 >= len(turns)
    if _are_prose_stops(turns):
        return len(spoken) >= _LEAST_SPOKEN
    # Instructions say you; somebody who speaks says I, or is asked.
    own = [each for each in spoken if _OF_ONESELF.search(_words(text, lines, each))]
    return len(own) >= _LEAST_SPOKEN or len(own) * 2 >= len(turns)


def _is_sure(label: Label) -> bool:
    """Not only by its form: fields of a form and headings are printed in capitals, too."""
    if label.form in {"letter", "voice", "mark"} or label.is_timed:
        return True
    name = label.name
    return name is not None and (name.is_titled or (name.is_capitals and label.has_addition))


def _is_spoken_by_form(label: Label) -> bool:
    """Captions need not end like sentences."""
    return label.is_timed or label.form in {"voice", "mark"}


def _are_prose_stops(labels: Sequence[Label]) -> bool:
    """Mr. Loxley. Thank you: a list of people may look the same."""
    return any(
        each.form == "stop" and each.name is not None and not each.name.is_capitals
        for each in labels
    )


def _are_sentences(text: str, lines: Sequence[TextLine], labels: Sequence[Label]) -> bool:
    """Whether the words of half the labels end like sentences, or fill their line."""
    ended = 0
    for each in labels:
        words = _words(text, lines, each).rstrip()
        ended += len(words) > _LEAST_LENGTH_OF_WRAPPED or words[-1:] in _ENDS
    return ended * 2 >= len(labels)


def _is_introduced(label: Label, people: Introductions) -> bool:
    name = label.name
    if name is None:
        return False
    if name.is_initials:
        return people.meant_by_initials(name.base, label.span.start) is not None
    return name.is_role or people.meant_by(name.base.split()[-1], name.gender) is not None


def _are_enough(turns: int, units: int, sure: bool) -> bool:
    """Most paragraphs begin with a label; where forms are sure, turns may have several."""
    if turns < 4:
        return turns * (3 if sure else 2) > units
    return turns * (8 if sure else 3) > units


def _words(text: str, lines: Sequence[TextLine], label: Label) -> str:
    """The words of the label's line, or of the next one if there are none."""
    words = text[label.words_at : lines[label.line].end]
    if words.strip() or label.line + 1 >= len(lines):
        return words[:600]
    following = lines[label.line + 1]
    return text[following.start : min(following.end, following.start + 600)]


def _paragraphs_from(text: str, lines: Sequence[TextLine], first: int) -> int:
    """How many paragraphs there are from this line on; lines of wrapped text are one."""
    return sum(
        not lines[number].is_furniture
        and not (number > first and _is_wrapped(text, lines[number - 1], lines[number]))
        for number in range(first, len(lines))
    )


def _is_wrapped(text: str, before: TextLine, line: TextLine) -> bool:
    """Whether the line goes on with the sentence of the one before."""
    if line.gap or line.is_timed:
        return False
    full = before.end - before.start > _LEAST_LENGTH_OF_WRAPPED
    return text[line.start].islower() or (full and text[before.end - 1] not in _ENDS)
