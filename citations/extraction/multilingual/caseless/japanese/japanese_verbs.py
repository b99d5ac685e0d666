"""The reporting verbs of Japanese, and what stands between particle, verb and speaker."""

import re
from functools import cache

from citations.extraction.languages.lexicon_loading import (
    Language,
    any_word_pattern,
    required_language,
)


class JapaneseVerbs:
    """Patterns made of the lists of the lexicon."""

    def __init__(self, lexicon: Language) -> None:
        self.verbs = _word_pattern(lexicon.words("verbs", "partial_verbs"))
        self.partial = _word_pattern(lexicon.words("partial_verbs"))
        self.passive = _word_pattern(lexicon.words("passive_verbs"))
        self.naming = _word_pattern(lexicon.words("naming"))
        self.said = _word_pattern(lexicon.words("speech_nouns"))
        titles = _word_pattern(lexicon.words("title_nouns")).pattern
        self.title_before = re.compile(f"(?:{titles})[はがの]?$")
        followers = _word_pattern(lexicon.words("title_followers")).pattern
        self.title_after = re.compile(f"[のをが]?(?:{followers})")
        self.clause_end = re.compile(f"(?:と|とも)(?={self.verbs.pattern})")

    def occur_in(self, words: str) -> bool:
        return self.verbs.search(words) is not None


def _word_pattern(words: frozenset[str]) -> re.Pattern[str]:
    return re.compile(f"(?:{any_word_pattern(words)})")


@cache
def japanese_verbs(code: str) -> JapaneseVerbs:
    """The patterns of a language that has a lexicon. Raises `LookupError`."""
    return JapaneseVerbs(required_language(code))
