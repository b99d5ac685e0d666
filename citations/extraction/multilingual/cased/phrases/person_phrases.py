"""Finds the people of a prose: names with their titles and roles, nouns for people, pronouns."""

from collections.abc import Iterator
from dataclasses import replace

from citations.extraction.multilingual.cased.genders import Gender
from citations.extraction.multilingual.cased.phrases.name_phrases import NameReader
from citations.extraction.multilingual.cased.phrases.phrase_grammar import PersonPhrase
from citations.extraction.multilingual.cased.prose import LINE, QUOTE, Prose
from citations.extraction.multilingual.cased.tagging import Tagger

_LONGEST_COMPLEMENT = 4
# What stands behind a name that a comma sets off.
_CLOSERS = frozenset({",", ".", ";", ":", QUOTE, LINE, "—", "–", "("})


def find_people(prose: Prose, tag: Tagger) -> list[PersonPhrase]:
    """All phrases for people, in order; none overlaps another."""
    reader = _PhraseReader(prose, tag)
    found: list[PersonPhrase] = []
    at = 0
    while at < len(prose.tokens):
        phrase = reader.phrase_at(at, found[-1].end if found else 0)
        if phrase is None:
            at += 1
            continue
        if found and phrase.start < found[-1].end:
            found.pop()
        found.append(phrase)
        at = phrase.end
    return list(_with_appositions(prose, found))


def _with_appositions(prose: Prose, found: list[PersonPhrase]) -> Iterator[PersonPhrase]:
    """The minister of fisheries, Ana Duarte, … is one phrase."""
    number = 0
    while number < len(found):
        each = found[number]
        following = found[number + 1] if number + 1 < len(found) else None
        joins = following is not None and _are_one(prose, each, following)
        if not joins and following and _is_complement(prose, each, following):
            # The president of Serenella, Ana Duarte.
            behind = found[number + 2] if number + 2 < len(found) else None
            joins = behind is not None and _are_one(prose, each, behind)
            following, number = (behind, number + 1) if joins else (following, number)
        if joins and following:
            yield replace(
                following,
                start=each.start,
                roles=each.roles,
                gender=each.gender or following.gender,
                is_governed=each.is_governed,
                is_weak=False,
            )
            number += 2
        else:
            yield each
            number += 1
            if (
                following
                and following.roles
                and following.name
                and _is_apposition(prose, each, following)
            ):
                number += 1  # Halina Sobczyńska, sołtyska Małej Wody


def _are_one(prose: Prose, each: PersonPhrase, following: PersonPhrase) -> bool:
    """A role, a comma and a name; in Polish a place may end the role: burmistrz Suchej Łąki."""
    if not each.roles or each.is_pronoun or following.is_governed:
        return False
    is_closed = prose.low(following.end) in _CLOSERS
    if following.roles and (each.name or each.is_governed or not is_closed):
        return False
    comma = following.start - 1
    if comma < each.end or prose.low(comma) != "," or len(following.name) < 2:
        return False
    between = prose.tokens[each.end : comma]
    if len(between) > _LONGEST_COMPLEMENT or not all(token.is_word for token in between):
        return False
    if between and (each.name or prose.low(following.end) not in _CLOSERS):
        return False
    is_place = prose.language.is_set("bare_roles") and prose.low(following.end) == ","
    return not each.name or is_place


def _is_complement(prose: Prose, each: PersonPhrase, following: PersonPhrase) -> bool:
    """Whether a lone name belongs to the role before it: la presidente di Serenella."""
    is_lone = following.is_governed and following.is_weak and len(following.name) == 1
    return bool(each.roles) and is_lone and following.start - each.end <= _LONGEST_COMPLEMENT


def _is_apposition(prose: Prose, each: PersonPhrase, following: PersonPhrase) -> bool:
    is_behind = following.start == each.end + 1 and prose.low(each.end) == ","
    return is_behind and len(each.name) > 1


class _PhraseReader(NameReader):
    def phrase_at(self, at: int, floor: int) -> PersonPhrase | None:
        """The phrase whose name, pronoun or article is this token."""
        token = self.prose.tokens[at]
        if not token.is_word:
            return None
        if token.text in self.tag.titles:
            return self._titled_phrase(at, floor)
        if self._is_pronoun(at):
            return PersonPhrase(
                at, at + 1, gender=self.tag.gender_of_pronoun(token.low), is_pronoun=True,
                is_plural=token.low in self.tag.plural_pronouns, is_governed=self.is_governed(at),
            )  # fmt: skip
        if token.is_capitalised and self.tag.is_name(at):
            return None if self._is_of_organisation(at) else self.name_phrase(at, floor)
        return self.role_phrase(at)

    def _is_of_organisation(self, at: int) -> bool:
        """Radio Costa, Hotel Duarte: a capital that is no name stands right in front."""
        is_listed = self.prose.token(at - 1) in self.tag.not_names
        return is_listed and not self.prose.is_sentence_start(at - 1) and not self.tag.capital_nouns

    def _is_pronoun(self, at: int) -> bool:
        low = self.prose.low(at)
        if low not in self.tag.sure_pronouns:
            return False
        return self.prose.low(at + 1) not in self.tag.lower_roles

    def _titled_phrase(self, at: int, floor: int) -> PersonPhrase | None:
        end = at
        gender: Gender = ""
        while self.prose.token(end) in self.tag.titles:
            gender = gender or self.tag.gender_of_title(self.prose.token(end))
            end += 1
        has_name = end < len(self.prose.tokens) and self.tag.is_name(end)
        phrase = self.name_phrase(end, floor) if has_name else None
        if phrase is None:
            return self.role_phrase(at)
        has_article = self.prose.low(at - 1) in self.tag.determiners
        start = min(phrase.start, at - has_article)
        is_governed = phrase.is_governed or self.is_no_subject(start)
        return replace(
            phrase, start=start, gender=gender or phrase.gender, is_titled=True, is_weak=False,
            is_governed=is_governed,
        )  # fmt: skip
