"""The reporting verbs of Chinese, and the words that make marked words a name or a title."""

import re
from functools import cache

from citations.extraction.languages.lexicon_loading import (
    Language,
    any_word_pattern,
    required_language,
)

_AFTER_VERB = "(?:道|说|說|着|著|了|过|過|称|稱)?"


class ChineseVerbs:
    """Patterns made of the lists of the lexicon."""

    def __init__(self, lexicon: Language) -> None:
        def words(key: str) -> str:
            return alternatives(lexicon.words(key)).pattern

        verbs = words("verbs")
        self.verbs = re.compile(verbs)
        self.partial = alternatives(lexicon.words("partial_verbs"))
        self.title_after = alternatives(lexicon.words("title_followers"))
        self.organisations = tuple(lexicon.words("organisation_ends"))
        self._naming = re.compile(f"(?:{words('naming')})[了过為为着：:，]?$")
        self._closing = re.compile(f"(?:{verbs}){_AFTER_VERB}[：:，,]?\\s*$")
        self.addressed = re.compile(f"(?:{words('addressees')})(?:记者|記者)?$")
        self.behind = re.compile(
            f"[，,]?(?P<who>[^，。！？：；,:;!?\n]{{0,40}}?)(?P<verb>{verbs}){_AFTER_VERB}"
            "(?P<rest>[^，。！？：；,:;!?\n]{0,8})(?=(?P<stop>[，。：；！,:;!\n]|$))"
        )

    def close(self, words: str) -> bool:
        """Whether the words before a mark end with a reporting verb."""
        return self._closing.search(words) is not None

    def are_naming(self, words: str) -> bool:
        """Whether the words before a mark make it a name, a title or an inscription."""
        found = self._naming.search(words)
        # 俗称 ends with a reporting verb and is none.
        return found is not None and (len(found.group()) > 1 or not self.close(words))


@cache
def alternatives(words: frozenset[str]) -> re.Pattern[str]:
    """Matches any of the words, the longest first."""
    return re.compile(any_word_pattern(words))


@cache
def chinese_verbs(code: str) -> ChineseVerbs:
    """The patterns of a language that has a lexicon. Raises `LookupError`."""
    return ChineseVerbs(required_language(code))
