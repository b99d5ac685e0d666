"""Reads Chinese names: where one starts and ends, and the gender of whom it names."""

import re
from functools import cache

from citations.extraction.languages.lexicon_loading import Language, required_language
from citations.extraction.multilingual.caseless.chinese.chinese_verbs import alternatives

HAN = "一-鿿㐀-䶿"
NOT_IN_NAMES = frozenset(
    "的了在是和与與对對说說称稱为為这這那我你他她它们們不有都也就还還要把被从從到"
    "走站坐看拿打进進出问問答告谈談讲講喊"
)
DOTS = "·•‧・"
_IS_HAN, _ALL_HAN = re.compile(f"[{HAN}]"), re.compile(f"[{HAN}]+")
_LONGEST_TRANSLITERATION = 7


class ChineseNames:
    """The lists of the lexicon, and the names that they find in prose."""

    def __init__(self, lexicon: Language) -> None:
        self.surnames = lexicon.words("surnames")
        self.not_names = tuple(lexicon.words("not_names"))
        self.stops = alternatives(lexicon.words("stops", "verbs"))
        self.titles_m = lexicon.words("titles_m")
        self.titles_f = lexicon.words("titles_f")
        self.roles = lexicon.words("roles")
        self._female_roles = lexicon.words("roles_f")
        self._male_roles = lexicon.words("roles_m")
        self.nominal = lexicon.words("nominal")
        self.organisations = tuple(lexicon.words("organisation_ends"))
        self.foreign = frozenset("".join(lexicon.words("transliteration")))
        self._female_ends = tuple(self._female_roles | self.titles_f | {"女"})
        self._male_ends = tuple(self._male_roles | self.titles_m)
        self.surname_characters = frozenset("".join(self.surnames))
        self._female = frozenset("".join(lexicon.words("female_characters")))
        self._male = frozenset("".join(lexicon.words("male_characters")))
        self.offices = alternatives(self.roles | self.titles_m | self.titles_f | self.nominal)
        self.office_end = re.compile(f"(?:{self.offices.pattern})$")
        self._common = lexicon.words("common_surnames")
        ends = "".join(lexicon.words("role_ends"))
        self.trade_end = re.compile(f"[{HAN}][{ends}](?=[{HAN}])")

    def name_end(self, prose: str, at: int, *, is_behind_role: bool, is_certain: bool) -> int:
        """Where the name that starts here ends; 0 if none does."""
        surname = next((size for size in (2, 1) if prose[at : at + size] in self.surnames), 0)
        if not surname or prose.startswith(self.not_names, at):
            return self._transliterated_end(prose, at) if is_certain else 0
        if self.offices.match(prose, at + surname):
            return 0
        for given in (2, 1):
            end = at + surname + given
            name = prose[at + surname : end]
            if len(name) < given or not self._may_be_given(name):
                continue
            if self._is_boundary(prose, end):
                # The last character may begin the word that follows: 霍刚赛后.
                stop = self.stops.match(prose, end - 1) if given == 2 else None
                is_shorter = stop and len(stop.group()) > 1 and not self.is_end(prose, end)
                if not is_shorter:
                    return end
        end = at + surname + 2
        name = prose[at + surname : end]
        if is_behind_role and is_certain and self._may_be_given(name):
            return end if name[-1:] and not self.stops.match(prose, end - 1) else end - 1
        return 0

    def is_likely(self, name: str) -> bool:
        """Whether a name that nothing leads up to is one: a common surname, and two characters."""
        return (
            len(name) > 2
            and (name[0] in self._common or name[:2] in self._common)
            and not name.endswith(self.organisations)
        )

    def _transliterated_end(self, prose: str, at: int) -> int:
        end = at
        while end < len(prose) and end < at + 7 and prose[end] in self.foreign:
            end += 1
            if end - at >= 2 and self._is_boundary(prose, end):
                return end
        return 0

    def _may_be_given(self, name: str) -> bool:
        return _ALL_HAN.fullmatch(name) is not None and not NOT_IN_NAMES.intersection(name)

    def is_end(self, prose: str, at: int) -> bool:
        return at >= len(prose) or not _IS_HAN.match(prose, at)

    def _is_boundary(self, prose: str, at: int) -> bool:
        return self.is_end(prose, at) or bool(
            self.stops.match(prose, at) or self.offices.match(prose, at)
        )

    def gender(self, given: str, role: str) -> str:
        if role.endswith(self._female_ends) or "女" in role:
            return "f"
        if role.endswith(self._male_ends):
            return "m"
        female = bool(self._female.intersection(given))
        male = bool(self._male.intersection(given))
        return "" if female == male else "f" if female else "m"

    def foreign_span(self, prose: str, match: re.Match[str]) -> tuple[int, int]:
        """The span of a name with dots, whose first and last part may touch other words."""
        parts = re.split(f"[{DOTS}]", match.group())
        first, last = parts[0], parts[-1]
        own = len(first)
        while own and first[own - 1] in self.foreign:
            own -= 1
        offices = [*self.trade_end.finditer(first), *self.offices.finditer(first)]
        lead = max([own if own < len(first) else 0, *(found.end() for found in offices)])
        size = 0
        while size < len(last) and last[size] in self.foreign:
            size += 1
        end = match.end() - len(last) + (size or len(last))
        stop = None if size else self.stops.search(prose, match.end() - len(last) + 1, end)
        return match.start() + lead, stop.start() if stop else end


@cache
def chinese_names(code: str) -> ChineseNames:
    """The names of a language that has a lexicon. Raises `LookupError`."""
    return ChineseNames(required_language(code))
