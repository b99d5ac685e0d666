"""Finds who speaks in a Chinese clause: a person, an organisation, or somebody without a name."""

import re
from dataclasses import replace

from citations.extraction.multilingual.caseless.chinese.chinese_verbs import ChineseVerbs
from citations.extraction.multilingual.caseless.known_people import KnownPeople, PersonMention

_CLAUSES = re.compile("[，,；;：:]")
_BEHIND_ORGANISATION = re.compile("在|就|对|對|今|昨|\\d|日前|近日|随后|方面")
_LAST_CLAUSE = re.compile("[^，,；;：:\n“”]{1,30}$")
_AND = frozenset("和与與及、")


class ChineseSubjects:
    """The subjects of the clauses of one text."""

    def __init__(self, people: KnownPeople, verbs: ChineseVerbs) -> None:
        self._people = people
        self._prose = people.prose.prose
        self._verbs = verbs

    def first(self, begin: int, end: int) -> PersonMention | None:
        """The subject of the last clause that has one; somebody addressed is none."""
        mentions = [
            each
            for each in self._people.between(begin, end)
            if each.behind <= end and not self._is_object(each, begin)
        ]
        edges = [match.end() + begin for match in _CLAUSES.finditer(self._prose[begin:end])]
        for edge in [*reversed(edges), begin]:
            inside = [each for each in mentions if each.start >= edge]
            if inside:
                return self._single_subject(inside)
        return None

    def last_clause_of(self, words: str) -> int:
        """Where the last clause of the words before a mark starts."""
        ends = [match.end() for match in _CLAUSES.finditer(words.rstrip("：:，, "))]
        return ends[-1] if ends else 0

    def without_person(self, words: str, begin: int) -> PersonMention | None:
        """The organisation, or somebody without a name, in the last clause of these words."""
        clause = _LAST_CLAUSE.search(words)
        if clause is None:
            return None
        start = begin + clause.start()
        name = _BEHIND_ORGANISATION.split(clause.group())[0] or clause.group()
        if len(name) > 1 and name.endswith(self._verbs.organisations) and name[0] not in "该該本此":
            end = start + len(name)
            return PersonMention(start, end, end, "organisation", name)
        return PersonMention(start, begin + clause.end(), begin + clause.end(), "nominal")

    def _is_object(self, mention: PersonMention, begin: int) -> bool:
        if self._prose.startswith("的", mention.behind):
            return True
        at = mention.start - len(mention.role)
        has_role = mention.role and self._prose.startswith(mention.role, max(begin, at))
        phrase = at if has_role else mention.start
        lead = self._prose[max(begin, phrase - 10) : phrase]
        return self._verbs.addressed.search(lead) is not None

    def _single_subject(self, mentions: list[PersonMention]) -> PersonMention:
        """One subject, or nobody where two are joined (甲和乙说)."""
        first = mentions[0]
        if len(mentions) == 1:
            return first
        second = mentions[1]
        between = self._prose[first.behind : second.start]
        if between[:1] in _AND and between:
            return replace(first, kind="nominal", end=second.end)
        is_apposition = first.kind in {"role", "nominal"} and second.kind == "name"
        return second if is_apposition and len(between) <= 1 and between != "，" else first
