"""What is said in the corpus, and the articles that print it."""

from collections.abc import Sequence
from dataclasses import dataclass
from random import Random

from tests.benchmarks.corpus_words import Language

CONTEXT = 120  # code points, as the site keeps
MODES = ("direct", "partial", "indirect")
CUES = {
    "en": ("said", "told reporters", "added", "warned"),
    "ja": ("述べた", "語った"),
    "fr": ("a déclaré", "a dit"),
    "de": ("sagte",),
    "ru": ("сказал",),
}
ATTRIBUTIONS = {
    "en": ("the minister", "the speaker", "she", "he", "an official", "they"),
    "ja": ("大臣は", "氏は"),
    "fr": ("le ministre", "elle"),
    "de": ("der Minister", "sie"),
    "ru": ("министр", "он"),
}

Segments = list[list[int]]


@dataclass(frozen=True)
class Said:
    """A quote's words, and the words as printed: in two parts where the cue splits them."""

    chance: Random  # from which all else about the quote is drawn
    mode: str
    words: str
    parts: Sequence[str]
    attribution: str
    cue: str

    def around(self, prose: Sequence[str]) -> dict[str, str]:
        """The printed words and those around them, where no text is kept."""
        before, after = self.chance.choices(prose, k=2)
        exact = " ".join(self.parts)
        return {"exact": exact, "prefix": before[-CONTEXT:], "suffix": after[:CONTEXT]}


def say(chance: Random, language: Language) -> Said:
    """One thing said: one in seven is split by its cue, one in 25 printed with words left out."""
    mode = chance.choices(MODES, (80, 14, 6))[0]
    words = language.fragment(chance) if mode == "partial" else language.sentences(chance)
    draw, parts = chance.random(), [words]
    stop = words.find(". ") + 1
    if draw < 0.65 and 0 < stop < len(words) - 2:
        parts = [words[:stop], words[stop + 1 :]]
    elif draw > 0.96:
        parts = [" ".join(words.split(" ")[:-2]) or words]
    attribution, cue = (chance.choice(of[language.tag]) for of in (ATTRIBUTIONS, CUES))
    return Said(chance, mode, words, parts, attribution, cue)


def lay_out(
    chance: Random, language: Language, prose: Sequence[str], said: Sequence[Said]
) -> tuple[str, list[Segments]]:
    """An article that prints what was said amid prose, and where its segments stand in it."""
    opening, closing = language.marks
    pieces: list[str] = []
    length, places = 0, []
    for one in said:
        told = f"{one.attribution} {one.cue}"
        before = language.between.join((*chance.choices(prose, k=2), f"{told}: "))
        segments = []
        for part in one.parts:
            start = length + len(before) + len(opening)
            pieces += [before, opening, part, closing]
            length = start + len(part) + len(closing)
            segments.append([start, start + len(part)])
            before = f" {told}. "
        pieces.append("\n\n")
        length += 2
        places.append(segments)
    pieces.append(language.between.join(chance.choices(prose, k=2)))
    return "".join(pieces), places
