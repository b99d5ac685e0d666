"""The reporting verbs of Korean, and the particles behind marked words."""

import re
from functools import cache

from citations.extraction.languages.lexicon_loading import (
    Language,
    any_word_pattern,
    required_language,
)

PARTICLE = re.compile(
    r"\s?(?:(?:이?라|다|냐|자|느냐)?(?P<kind>고도?|며|면서|는|던|란)|이?라|하고|하며|하면서)"
    r"(?=[\s,.]|$)"
)
HOW = re.compile(r"(?:이렇게|이같이|다음과 같이|그렇게|이와 같이|이처럼)")
HEARD = re.compile(
    r"^\s*(?:들었|들은|듣|말을 들|말을 듣|얘기를 들|이야기를 들|질문을 받|제안을 받|조언을 받"
    r"|답을 받|통보를 받|연락을 받)"
)
# One statement goes on behind another mark.
AND = re.compile(r"(?:이?라)?(?:며|면서|고)(?:도)?,?\s*(?:이어|또|또한|그러면서)?,?\s*")
OWNER = re.compile(r"의\s*(?:말|설명|얘기|이야기|지적|주장|생각|소감|전언|하소연|당부)")
SOURCE = re.compile(r"\s?에\s?(?:따르면|의하면)")
AGENT = re.compile(r"(?:에게서|한테서|로부터|으로부터|에게|한테)")
# Ends a sentence that leads up to the next one.
SPOKE = re.compile(
    r"(?:말했|외쳤|중얼거렸|속삭였|회상했|회고했|털어놓았|털어놨|열었|물었|답했|소리쳤|고백했|전했|웃었)"
    r"(?:다|습니다)[.:]?\s*$"
)
_REST_OF_WORD = re.compile("[가-힣]*")


class KoreanVerbs:
    """Patterns made of the lists of the lexicon."""

    def __init__(self, lexicon: Language) -> None:
        verbs = _word_pattern(lexicon.words("verbs", "partial_verbs")).pattern
        # 안내 is a verb, 안내인 ("guide") a person.
        self.verbs = re.compile(verbs + r"(?!(?:인|원|가|관)(?:\s|$))")
        self.partial = _word_pattern(lexicon.words("partial_verbs"))
        self.naming = _word_pattern(lexicon.words("naming"))
        self.said = _word_pattern(lexicon.words("speech_nouns"))
        titles = _word_pattern(lexicon.words("title_nouns")).pattern
        self.title_before = re.compile(titles + r"(?:인|은|는|의)?\s*$")
        self.title_after = _word_pattern(lexicon.words("title_followers"))

    def last_in(self, words: str) -> re.Match[str] | None:
        return next(reversed(list(self.verbs.finditer(words))), None)


def _word_pattern(words: frozenset[str]) -> re.Pattern[str]:
    return re.compile(f"(?<![가-힣])(?:{any_word_pattern(words)})")


def word_end(words: str, at: int) -> int:
    """Where the word ends that this offset is in."""
    found = _REST_OF_WORD.match(words, at)
    return found.end() if found else at


@cache
def korean_verbs(code: str) -> KoreanVerbs:
    """The patterns of a language that has a lexicon. Raises `LookupError`."""
    return KoreanVerbs(required_language(code))
