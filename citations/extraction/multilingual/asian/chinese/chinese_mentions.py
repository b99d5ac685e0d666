"""Finds the people that Chinese prose mentions: 局长贺春生, 李局长, 他, 唐纳德·特朗普."""

import re
from collections.abc import Iterator
from dataclasses import replace

from citations.extraction.languages.lexicon_loading import Language
from citations.extraction.multilingual.asian.chinese.chinese_verbs import alternatives
from citations.extraction.multilingual.asian.known_people import (
    MentionKind,
    NameForms,
    PersonMention,
)

_HAN = "一-鿿㐀-䶿"
_FOREIGN = re.compile(f"[{_HAN}]{{1,8}}(?:[·•‧・][{_HAN}]{{1,8}}){{1,3}}")
_NOT_IN_NAMES = frozenset(
    "的了在是和与與对對说說称稱为為这這那我你他她它们們不有都也就还還要把被从從到"
    "走站坐看拿打进進出问問答告谈談讲講喊"
)
_IS_HAN, _ALL_HAN = re.compile(f"[{_HAN}]"), re.compile(f"[{_HAN}]+")
_LEAD = re.compile(f"[{_HAN}]{{0,6}}$")
_CERTAIN_TRADES = ("学家", "學家", "艺家", "藝家", "师", "師", "匠")
_MOST_KNOWN = 120
_TRADE = 8


class ChineseMentionFinder:
    """Finds the mentions of one text."""

    def __init__(self, prose: str, lexicon: Language) -> None:
        self._prose = prose
        self._surnames = lexicon.words("surnames")
        self._not_names = tuple(lexicon.words("not_names"))
        self._stops = alternatives(lexicon.words("stops", "verbs"))
        self._titles_m = lexicon.words("titles_m")
        self._titles_f = lexicon.words("titles_f")
        self._roles = lexicon.words("roles")
        self._female_roles = lexicon.words("roles_f")
        self._male_roles = lexicon.words("roles_m")
        self._nominal = lexicon.words("nominal")
        self._organisations = tuple(lexicon.words("organisation_ends"))
        self._foreign = frozenset(*lexicon.words("transliteration"))
        self._female_ends = tuple(self._female_roles | self._titles_f | {"女"})
        self._male_ends = tuple(self._male_roles | self._titles_m)
        self._surname_characters = frozenset("".join(self._surnames))
        self._female = frozenset(*lexicon.words("female_characters"))
        self._male = frozenset(*lexicon.words("male_characters"))
        self._offices = alternatives(self._roles | self._titles_m | self._titles_f | self._nominal)
        self._office_end = re.compile(f"(?:{self._offices.pattern})$")
        self._common = lexicon.words("common_surnames")
        ends = "".join(lexicon.words("role_ends"))
        self._trade_end = re.compile(f"[{_HAN}][{ends}](?=[{_HAN}])")

    def mentions(self) -> list[PersonMention]:
        found: dict[int, PersonMention] = {}
        for mention in self._all():
            kept = found.get(mention.start)
            if kept is None or mention.end > kept.end or mention.kind == "name" != kept.kind:
                found[mention.start] = mention
        found = self._with_known(found)
        return _without_overlaps(sorted(found.values(), key=lambda each: each.start))

    def _all(self) -> Iterator[PersonMention]:
        yield from self._pronouns()
        for match in _FOREIGN.finditer(self._prose):
            yield self._foreign_name(match)
        for match in self._offices.finditer(self._prose):
            yield from self._by_office(match)
        for match in self._trade_end.finditer(self._prose):
            office = self._offices.match(self._prose, match.start())
            if office and office.end() > match.end():
                continue
            is_certain = match.group().endswith(_CERTAIN_TRADES)
            end = self._name_end(match.end(), is_behind_role=True, is_certain=is_certain)
            if end and end - match.end() > 1:
                yield self._name(match.end(), end, self._trade(match.end()))
        # At the start of a clause, and behind another name.
        for match in re.finditer(
            f"(?:^|(?<=[，。：；！？、\n\ufffc”」』》）和与與及跟]))[{_HAN}]", self._prose
        ):
            end = self._name_end(match.start(), is_behind_role=False, is_certain=False)
            if end and self._is_likely(match.start(), end):
                yield self._name(match.start(), end, "")

    def _pronouns(self) -> Iterator[PersonMention]:
        for match in re.finditer("(?<!其)[他她](?:本人)?(?![们們的人])", self._prose):
            gender = "m" if match.group()[0] == "他" else "f"
            yield PersonMention(*match.span(), match.end(), "pronoun", gender=gender)

    def _foreign_name(self, match: re.Match[str]) -> PersonMention:
        """A name with dots; its first and last part may touch other words."""
        parts = match.group().split(match.group()[re.search("[·•‧・]", match.group()).start()])
        start, end = match.start(), match.end()
        first = parts[0]
        own = len(first)
        while own and first[own - 1] in self._foreign:
            own -= 1
        trade = max((found.end() for found in self._trade_end.finditer(first)), default=0)
        office = max((found.end() for found in self._offices.finditer(first)), default=0)
        start += max(own if own < len(first) else 0, office, trade)
        last = parts[-1]
        size = 0
        while size < len(last) and last[size] in self._foreign:
            size += 1
        stop = self._stops.search(self._prose, end - len(last) + 1, end + 4)
        end = end - len(last) + (size or len(last))
        if stop and stop.start() < end and size == 0:
            end = stop.start()
        role = self._role_ending_at(start)
        return PersonMention(start, end, end, "name", self._prose[start:end], role, "", True)

    def _by_office(self, match: re.Match[str]) -> Iterator[PersonMention]:
        word, start, end = match.group(), match.start(), match.end()
        named = self._named_before(start, word)
        if named:
            yield named
            return
        if word in self._titles_m or word in self._titles_f:
            return
        name_end = self._name_end(end, is_behind_role=True, is_certain=word in self._roles)
        if name_end:
            yield self._name(end, name_end, self._full_role(start, end))
            return
        kind: MentionKind = "nominal" if word in self._nominal else "role"
        if re.match("[一二两兩几幾多某另各]", self._prose[max(0, start - 2) : start - 1] or "-"):
            kind = "nominal"
        yield PersonMention(start, end, end, kind, "", word, self._gender("", word), True)

    def _named_before(self, start: int, title: str) -> PersonMention | None:
        """李局长, 王晓明教授, 欧阳女士."""
        for size in (3, 4, 2, 1):
            at = start - size
            if at < 0 or self._prose[at] not in self._surname_characters:
                continue
            name = self._prose[at:start]
            surname = name[:2] if name[:2] in self._surnames and size != 3 else name[:1]
            if surname not in self._surnames or not self._is_free(at, start, size == 1):
                continue
            if size == 4 and len(surname) != 2:
                continue
            if name.startswith(self._not_names) or _NOT_IN_NAMES.intersection(name):
                continue
            if size > len(surname) and self._stops.search(name[1:]):
                continue
            role = "" if title in self._titles_m | self._titles_f else title
            gender = self._gender(name[len(surname) :], title)
            return PersonMention(at, start, start + len(title), "name", name, role, gender, True)
        return None

    def _is_free(self, at: int, start: int, is_short: bool) -> bool:
        """Whether a word may begin here: at a clause, behind an office or behind a stop word."""
        before = self._prose[max(0, at - 4) : at]
        if not before or not _IS_HAN.match(before, len(before) - 1):
            return True
        if before[-1] in "的和与與及跟对對向据據由被让請请是被老小让等了着為为":
            return True
        return not is_short and bool(self._office_end.search(before))

    def _name_end(self, at: int, *, is_behind_role: bool, is_certain: bool) -> int:
        """Where the name that starts here ends; 0 if none does."""
        prose = self._prose
        surname = next((size for size in (2, 1) if prose[at : at + size] in self._surnames), 0)
        if not surname or prose.startswith(self._not_names, at):
            return self._transliterated_end(at) if is_certain else 0
        if self._offices.match(prose, at + surname):
            return 0
        for given in (2, 1):
            end = at + surname + given
            name = prose[at + surname : end]
            if len(name) < given or not self._may_be_given(name):
                continue
            if self._is_boundary(end):
                # The last character may begin the word that follows: 古月走进.
                shorter = given == 2 and self._stops.match(prose, end - 1) and not self._is_end(end)
                if not (shorter and len(self._stops.match(prose, end - 1).group()) > 1):
                    return end
        end = at + surname + 2
        name = prose[at + surname : end]
        if is_behind_role and is_certain and self._may_be_given(name):
            return end if name[-1:] and not self._stops.match(prose, end - 1) else end - 1
        return 0

    def _is_likely(self, start: int, end: int) -> bool:
        """Whether a name that nothing leads up to is one: a common surname, and two characters."""
        name = self._prose[start:end]
        return (
            len(name) > 2
            and (name[0] in self._common or name[:2] in self._common)
            and not name.endswith(self._organisations)
        )

    def _transliterated_end(self, at: int) -> int:
        end = at
        while end < len(self._prose) and end < at + 7 and self._prose[end] in self._foreign:
            end += 1
            if end - at >= 2 and self._is_boundary(end):
                return end
        return 0

    def _may_be_given(self, name: str) -> bool:
        return _ALL_HAN.fullmatch(name) is not None and not _NOT_IN_NAMES.intersection(name)

    def _is_end(self, at: int) -> bool:
        return at >= len(self._prose) or not _IS_HAN.match(self._prose, at)

    def _is_boundary(self, at: int) -> bool:
        return self._is_end(at) or bool(
            self._stops.match(self._prose, at) or self._offices.match(self._prose, at)
        )

    def _full_role(self, start: int, end: int) -> str:
        """The office with what stands before it in the same word: 渔业 + 部长."""
        lead = _LEAD.search(self._prose[max(0, start - 6) : start])
        return (lead.group() if lead else "") + self._prose[start:end]

    def _trade(self, end: int) -> str:
        lead = re.search(f"[{_HAN}]{{1,{_TRADE}}}$", self._prose[max(0, end - _TRADE) : end])
        return lead.group() if lead else ""

    def _role_ending_at(self, at: int) -> str:
        before = self._prose[max(0, at - 8) : at]
        matches = [each for each in self._offices.finditer(before) if each.end() == len(before)]
        return matches[0].group() if matches else ""

    def _name(self, start: int, end: int, role: str) -> PersonMention:
        name = self._prose[start:end]
        return PersonMention(
            start, end, end, "name", name, role, self._gender(name[1:], role), True
        )

    def _gender(self, given: str, role: str) -> str:
        if role.endswith(self._female_ends) or "女" in role:
            return "f"
        if role.endswith(self._male_ends):
            return "m"
        female = bool(self._female.intersection(given))
        male = bool(self._male.intersection(given))
        return "" if female == male else "f" if female else "m"

    def _with_known(self, found: dict[int, PersonMention]) -> dict[int, PersonMention]:
        """The names again where nothing but the name shows that it is one."""
        first: dict[str, PersonMention] = {}
        for each in found.values():
            if each.kind == "name" and len(each.name) > 1:
                first.setdefault(each.name, each)
        for name in [each for each in first if "·" in each]:
            family = name.rsplit("·", 1)[1]
            first.setdefault(family, replace(first[name], name=family))
        names = frozenset(list(first)[:_MOST_KNOWN])
        if names:
            for match in alternatives(names).finditer(self._prose):
                known = first[match.group()]
                if match.start() not in found or found[match.start()].kind != "name":
                    found[match.start()] = PersonMention(
                        *match.span(), match.end(), "name", known.name, "", known.gender, True
                    )
        return found


def _without_overlaps(mentions: list[PersonMention]) -> list[PersonMention]:
    kept: list[PersonMention] = []
    for each in mentions:
        if kept and each.start < kept[-1].behind:
            if each.kind == "name" and kept[-1].kind != "name":
                kept[-1] = each
            continue
        kept.append(each)
    return kept


def short_forms(name: str) -> list[str]:
    parts = re.split("[·•‧・]", name)
    if len(parts) > 1:
        return [parts[-1], parts[0]]
    return [name[:1]] if len(name) < 4 else [name[:2]]


def role_forms(role: str) -> list[str]:
    """The office and its last words: 渔业部长 is also 部长."""
    return [role[-size:] for size in range(2, min(len(role), 10) + 1)]


CHINESE_NAMES = NameForms(short_forms, role_forms)
