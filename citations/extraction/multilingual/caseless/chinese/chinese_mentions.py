"""Finds the people that Chinese prose mentions: 局长贺春生, 李局长, 他, 唐纳德·特朗普."""

import re
from collections.abc import Iterator
from dataclasses import replace

from citations.extraction.multilingual.caseless.chinese.chinese_names import (
    DOTS,
    HAN,
    NOT_IN_NAMES,
    ChineseNames,
)
from citations.extraction.multilingual.caseless.known_people import (
    MentionKind,
    NameForms,
    PersonMention,
)

_FOREIGN = re.compile(f"[{HAN}]{{1,8}}(?:[{DOTS}][{HAN}]{{1,8}}){{1,3}}")
_IS_HAN = re.compile(f"[{HAN}]")
_LEAD = re.compile(f"[{HAN}]{{0,6}}$")
_CERTAIN_TRADES = ("学家", "學家", "艺家", "藝家", "师", "師", "匠")
_MOST_KNOWN = 120
_TRADE = 8


class ChineseMentionFinder:
    """Finds the mentions of one text."""

    def __init__(self, prose: str, names: ChineseNames) -> None:
        self._prose = prose
        self._names = names

    def mentions(self) -> list[PersonMention]:
        found: dict[int, PersonMention] = {}
        for mention in self._all():
            kept = found.get(mention.start)
            if (
                kept is None
                or mention.end > kept.end
                or (mention.kind == "name" and kept.kind != "name")
            ):
                found[mention.start] = mention
        found = self._with_known(found)
        return _without_overlaps(sorted(found.values(), key=lambda each: each.start))

    def _all(self) -> Iterator[PersonMention]:
        yield from self._pronouns()
        for match in _FOREIGN.finditer(self._prose):
            start, end = self._names.foreign_span(self._prose, match)
            name, role = self._prose[start:end], self._role_ending_at(start)
            yield PersonMention(start, end, end, "name", name, role, "", True)
        for match in self._names.offices.finditer(self._prose):
            yield from self._by_office(match)
        for match in self._names.trade_end.finditer(self._prose):
            offices = [self._names.offices.match(self._prose, at) for at in range(*match.span())]
            if any(office and office.end() > match.end() for office in offices):
                continue
            is_certain = match.group().endswith(_CERTAIN_TRADES)
            end = self._names.name_end(
                self._prose, match.end(), is_behind_role=True, is_certain=is_certain
            )
            if end and end - match.end() > 1:
                yield self._name(match.end(), end, self._trade(match.end()))
        # At the start of a clause, and behind another name.
        for match in re.finditer(
            f"(?:^|(?<=[，。：；！？、\n\ufffc”」』》）和与與及跟]))[{HAN}]", self._prose
        ):
            end = self._names.name_end(
                self._prose, match.start(), is_behind_role=False, is_certain=False
            )
            if end and self._names.is_likely(self._prose[match.start() : end]):
                yield self._name(match.start(), end, "")

    def _pronouns(self) -> Iterator[PersonMention]:
        for match in re.finditer("(?<!其)[他她](?:本人)?(?![们們的人])", self._prose):
            gender = "m" if match.group()[0] == "他" else "f"
            yield PersonMention(*match.span(), match.end(), "pronoun", gender=gender)

    def _by_office(self, match: re.Match[str]) -> Iterator[PersonMention]:
        word, start, end = match.group(), match.start(), match.end()
        named = self._named_before(start, word)
        if named:
            yield named
            return
        if word in self._names.titles_m or word in self._names.titles_f:
            return
        name_end = self._names.name_end(
            self._prose, end, is_behind_role=True, is_certain=word in self._names.roles
        )
        if name_end:
            yield self._name(end, name_end, self._full_role(start, end))
            return
        kind: MentionKind = "nominal" if word in self._names.nominal else "role"
        if re.match("[一二两兩几幾多某另各]", self._prose[max(0, start - 2) : start - 1] or "-"):
            kind = "nominal"
        yield PersonMention(start, end, end, kind, "", word, self._names.gender("", word), True)

    def _named_before(self, start: int, title: str) -> PersonMention | None:
        """李局长, 王晓明教授, 欧阳女士."""
        for size in (3, 4, 2, 1):
            at = start - size
            if at < 0 or self._prose[at] not in self._names.surname_characters:
                continue
            name = self._prose[at:start]
            surname = name[:2] if name[:2] in self._names.surnames and size != 3 else name[:1]
            if surname not in self._names.surnames or not self._is_free(at, start, size == 1):
                continue
            if size == 4 and len(surname) != 2:
                continue
            if size > 1 and name.endswith(self._names.organisations):
                continue
            if name.startswith(self._names.not_names) or NOT_IN_NAMES.intersection(name):
                continue
            if size > len(surname) and self._names.stops.search(name[1:]):
                continue
            role = "" if title in self._names.titles_m | self._names.titles_f else title
            gender = self._names.gender(name[len(surname) :], title)
            return PersonMention(at, start, start + len(title), "name", name, role, gender, True)
        return None

    def _is_free(self, at: int, start: int, is_short: bool) -> bool:
        """Whether a word may begin here: at a clause, behind an office or behind a stop word."""
        before = self._prose[max(0, at - 4) : at]
        if not before or not _IS_HAN.match(before, len(before) - 1):
            return True
        if before[-1] in "的和与與及跟对對向据據由被让請请是被老小让等了着為为":
            return True
        return not is_short and bool(self._names.office_end.search(before))

    def _full_role(self, start: int, end: int) -> str:
        """The office with what stands before it in the same word: 渔业 + 部长."""
        lead = _LEAD.search(self._prose[max(0, start - 6) : start])
        return (lead.group() if lead else "") + self._prose[start:end]

    def _trade(self, end: int) -> str:
        lead = re.search(f"[{HAN}]{{1,{_TRADE}}}$", self._prose[max(0, end - _TRADE) : end])
        return lead.group() if lead else ""

    def _role_ending_at(self, at: int) -> str:
        before = self._prose[max(0, at - 8) : at]
        matches = [
            each for each in self._names.offices.finditer(before) if each.end() == len(before)
        ]
        return matches[0].group() if matches else ""

    def _name(self, start: int, end: int, role: str) -> PersonMention:
        name = self._prose[start:end]
        return PersonMention(
            start, end, end, "name", name, role, self._names.gender(name[1:], role), True
        )

    def _with_known(self, found: dict[int, PersonMention]) -> dict[int, PersonMention]:
        """The names again where nothing but the name shows that it is one."""
        first: dict[str, PersonMention] = {}
        for each in found.values():
            if each.kind == "name" and len(each.name) > 1:
                first.setdefault(each.name, each)
        for name in [each for each in first if "·" in each]:
            family = name.rsplit("·", 1)[1]
            first.setdefault(family, replace(first[name], name=family))
        names = sorted(list(first)[:_MOST_KNOWN], key=len, reverse=True)
        if names:
            for match in re.finditer("|".join(map(re.escape, names)), self._prose):
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
