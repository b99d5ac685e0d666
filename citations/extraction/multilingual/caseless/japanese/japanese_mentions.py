"""Finds the people that Japanese prose mentions: 桐谷萌子さん, 大槻町の戸田澄江町長, 同氏, 彼女."""

import re
from collections.abc import Iterator
from functools import cache

from citations.extraction.languages.lexicon_loading import Language, any_word_pattern
from citations.extraction.multilingual.caseless.known_people import (
    MentionKind,
    NameForms,
    PersonMention,
)
from citations.text.spans import Span

_KANJI = "一-鿿々〆ヶ𠮷"
_KANA_NAME = "[ァ-ヴー]+(?:[・＝=][ァ-ヴー]+)*"
_KANA = re.compile(_KANA_NAME)
_PARENTHESIS = r"(?:[（(][^（）()\n]{1,24}[）)])?"
_SUBJECT = re.compile("(?:は|が|も)(?![ぁ-ん]{0,1}いえ)")
_LONGEST_RUN, _LONGEST_NAME, _LONGEST_ROLE = 24, 5, 6
# Endings of given names that are nearly always of one gender.
_FEMALE = re.compile("[子美恵香奈代江菜花枝穂織音乃衣絵莉]$")
_MALE = re.compile("[郎男夫雄彦介助太司斗也治徹健剛志樹一二三吾平蔵]$")
# Places that a mayor or a governor is mayor or governor of.
_PLACE_ROLES = {"町長": "町", "市長": "市", "村長": "村", "区長": "区", "知事": "県"}
_SURNAME_WITH_KANA = re.compile(
    f"(?:^|(?<=[の、。「」\n]))(?P<surname>[{_KANJI}]{{1,3}})(?P<given>[ぁ-ん]{{2,3}})(?P<run>[{_KANJI}]{{2,8}})"
)
_PLACE = re.compile(f"[{_KANJI}]{{1,4}}?[町市村区県](?!長)")
_AUTHORITIES = frozenset("国都府県市区町村")
_WOMEN = frozenset("女性 少女 女 母親 母 妻 女将 女優".split())
_GENERIC = frozenset("男性 女性 少年 少女 男 女 住民 関係者 担当者".split())


@cache
def _mention_pattern(titles: frozenset[str], surnames: frozenset[str]) -> re.Pattern[str]:
    title = any_word_pattern(titles)
    return re.compile(
        f"(?P<run>[{_KANJI}]{{1,4}}[ァ-ヴー]{{2,5}}[{_KANJI}]?(?={_PARENTHESIS}(?:{title}))"
        f"|(?:{any_word_pattern(surnames)})[ぁ-ん]{{1,2}}[{_KANJI}](?={_PARENTHESIS}(?:{title}))"
        f"|[{_KANJI}]{{2,{_LONGEST_RUN}}}(?:[ぁ-ん]{{2,3}}(?={_PARENTHESIS}(?:{title})))?"
        f"|[{_KANJI}](?={_PARENTHESIS}(?:{title})|[はがも])|{_KANA_NAME})"
        f"(?P<age>{_PARENTHESIS})(?P<title>{title})?(?P<later>{_PARENTHESIS})"
    )


class JapaneseMentionFinder:
    """Finds the mentions of one text."""

    def __init__(self, prose: str, lexicon: Language) -> None:
        self._prose = prose
        self._roles = lexicon.words("roles")
        self._titles = lexicon.words("titles")
        self._kanji_titles = tuple(each for each in self._titles if re.match(f"[{_KANJI}]", each))
        self._surnames = lexicon.words("surnames")
        self._not_names = lexicon.words("not_names")
        self._organisations = tuple(lexicon.words("organisation_ends"))
        self._places = frozenset(match.group() for match in _PLACE.finditer(prose))
        self._same = lexicon.words("same")
        self._pronouns = {
            **dict.fromkeys(lexicon.words("pronouns_m"), "m"),
            **dict.fromkeys(lexicon.words("pronouns_f"), "f"),
        }

    def mentions(self) -> list[PersonMention]:
        found, loose = list(self._with_kana()), []
        named_offices = {each.end for each in found}
        for match in _mention_pattern(self._titles, self._surnames).finditer(self._prose):
            if match.start() in named_offices:
                continue
            mention = self._mention(match)
            if mention:
                found.append(mention)
            elif len(match["run"]) <= _LONGEST_NAME:
                loose.append(match)
        found = [each for each in found if not self._is_attribute(each)]
        return [*found, *self._known_again(found, loose)]

    def _is_attribute(self, mention: PersonMention) -> bool:
        """A role that の joins to what follows is not a person: 駅長の氷室琴音さん."""
        return mention.kind in {"role", "nominal"} and self._prose.startswith("の", mention.behind)

    def _with_kana(self) -> Iterator[PersonMention]:
        """A surname, a given name in hiragana and an office: 堤あやめ代表."""
        for match in _SURNAME_WITH_KANA.finditer(self._prose):
            beginnings = (match["run"][:size] for size in range(_LONGEST_ROLE, 1, -1))
            role = next((each for each in beginnings if each in self._roles), "")
            if role and match["surname"] in self._surnames:
                start, end = match.start(), match.start("run")
                behind, name = end + len(role), self._prose[start:end]
                is_subject = self._is_subject(behind)
                yield PersonMention(start, end, behind, "name", name, role, "", is_subject)

    def _known_again(
        self, found: list[PersonMention], loose: list[re.Match[str]]
    ) -> Iterator[PersonMention]:
        """Names without form of address that the text has printed with one."""
        names = {each.name for each in found if each.kind == "name" and len(each.name) > 1}
        known = names | {short for name in names for short in short_forms(name) if len(short) > 1}
        for match in loose:
            if match["run"] in known and self._is_subject(match.end()):
                yield self._mention_at(match, "name", Span(*match.span("run")), match["run"])

    def _mention(self, match: re.Match[str]) -> PersonMention | None:
        return self._repeated(match) or self._with_office(match) or self._without_title(match)

    def _repeated(self, match: re.Match[str]) -> PersonMention | None:
        """A pronoun, 同氏, or an authority."""
        run, start, end = match["run"], match.start(), match.end("run")
        if run in _AUTHORITIES and self._is_subject(match.end()):
            return self._mention_at(match, "organisation", Span(start, end), run)
        if run in self._pronouns:
            gender = self._pronouns[run]
            is_subject = self._is_subject(match.end())
            return PersonMention(start, end, match.end(), "pronoun", "", "", gender, is_subject)
        if run in self._same or (run == "同" and match["title"] == "氏"):
            return self._mention_at(match, "same", Span(start, match.end()))
        return None

    def _with_office(self, match: re.Match[str]) -> PersonMention | None:
        """A name with an office or a form of address, or an office alone."""
        run, start, end = match["run"], match.start(), match.end("run")
        title = match["title"] or ""
        if _KANA.fullmatch(run):
            return self._mention_at(match, "name", Span(start, end), run) if title else None
        role = self._role_at_end(run)
        honorific = next((each for each in self._kanji_titles if run.endswith(each)), "")
        if not title and not role and 0 < len(honorific) < len(run):
            title, end = honorific, end - len(honorific)
        elif role == run:
            return self._mention_at(match, "role", Span(start, end), role=role)
        elif role:
            return self._holder(match, role)
        office = title if title in self._roles else ""
        return self._name_mention(match, start, end, office, is_titled=True) if title else None

    def _role_at_end(self, run: str) -> str:
        lengths = range(min(_LONGEST_ROLE, len(run)), 0, -1)
        found = next((run[-size:] for size in lengths if run[-size:] in self._roles), "")
        # 三宅夫 is a name; a role of one character stands alone.
        return found if len(found) > 1 or found == run else ""

    def _holder(self, match: re.Match[str], role: str) -> PersonMention | None:
        """Somebody named before the role (戸田澄江町長), or the role with its place (大槻町長)."""
        end = match.end("run") - len(role)
        rest = match["run"][: -len(role)]
        for prefix in ("元", "前", "現", "副", "新"):
            if rest.endswith(prefix) and len(rest) > 2:
                rest, end = rest[:-1], end - 1
        is_place = f"{rest}{_PLACE_ROLES.get(role, '-')}" in self._places
        if role in _GENERIC or rest in self._not_names or is_place or self._is_organisation(rest):
            return self._mention_at(match, "role", Span(*match.span("run")), role=role)
        named = self._name_mention(match, match.start(), end, role)
        return named or self._mention_at(match, "role", Span(*match.span("run")), role=role)

    def _name_mention(
        self, match: re.Match[str], start: int, end: int, role: str, *, is_titled: bool = False
    ) -> PersonMention | None:
        """A name behind whatever stands before it in the same run of characters (作家桐谷萌子)."""
        run = self._prose[start:end]
        lengths = range(min(_LONGEST_ROLE, len(run) - 1), 1, -1)
        lead = next((run[:size] for size in lengths if run[:size] in self._roles), "")
        if not lead and len(run) > _LONGEST_NAME:
            places = [place.end() for place in re.finditer("[県市町村区省庁局社部課党会]", run)]
            at = next((at for at in places if 2 <= len(run) - at <= _LONGEST_NAME), 0)
            lead = run[:at]
            if not lead:
                return None
        name = run[len(lead) :]
        if len(name) == 1 and name not in self._surnames and not is_titled:
            return None
        is_rest = len(name) == 1 and re.match("[ァ-ヴーぁ-んー]", self._prose[start - 1 : start])
        if is_rest and name not in self._surnames and self._prose[start - 1] not in "のはがをに":
            # 黒岩タツ子さん is nobody called 子.
            return None
        if not name or name in self._not_names or (len(name) == 1 and not role and not is_titled):
            return None
        made_role = role or lead or self._role_before(start)
        return self._mention_at(match, "name", Span(start + len(lead), end), name, made_role)

    def _without_title(self, match: re.Match[str]) -> PersonMention | None:
        run, start = match["run"], match.start()
        is_subject = self._is_subject(match.end())
        if _KANA.fullmatch(run):
            return self._foreign(match)
        if re.match(r"[（(]\s*(?:[0-9０-９]{1,3}|[ぁ-ん・＝ 　]{4,})", match["age"]):
            return self._name_mention(match, start, match.end("run"), "")
        if is_subject and run not in self._not_names:
            return self._bare_subject(match)
        return None

    def _bare_subject(self, match: re.Match[str]) -> PersonMention | None:
        run, start = match["run"], match.start()
        if self._is_organisation(run):
            kind: MentionKind = "nominal" if run[0] in "同当両各" else "organisation"
            return self._mention_at(match, kind, Span(*match.span("run")), run)
        has_role = bool(self._role_before(start)) and 3 <= len(run) <= _LONGEST_NAME
        lead = any(run[:size] in self._roles for size in range(2, _LONGEST_ROLE))
        has_surname = 3 <= len(run) <= 5 and (
            run[:2] in self._surnames or run[:3] in self._surnames
        )
        if has_role or has_surname or (lead and len(run) <= 9):
            return self._name_mention(match, start, match.end("run"), "")
        is_somebody = re.search("[者員客民師士官手]$", run)
        return self._mention_at(match, "nominal", Span(*match.span("run"))) if is_somebody else None

    def _foreign(self, match: re.Match[str]) -> PersonMention | None:
        is_name = "・" in match["run"] and self._is_subject(match.end())
        return (
            self._mention_at(match, "name", Span(*match.span("run")), match["run"])
            if is_name
            else None
        )

    def _role_before(self, start: int) -> str:
        """The role that の, a comma or a space joins to the name: 職人の鵜飼徹さん."""
        if not start or self._prose[start - 1] not in "の、 　":
            return ""
        found = re.search(f"[{_KANJI}]{{1,12}}$", self._prose[max(0, start - 13) : start - 1])
        return self._role_at_end(found.group()) if found else ""

    def _is_organisation(self, run: str) -> bool:
        return run.endswith(self._organisations) and len(run) > 1 and run not in self._surnames

    def _is_subject(self, at: int) -> bool:
        return _SUBJECT.match(self._prose, at) is not None

    def _mention_at(
        self, match: re.Match[str], kind: MentionKind, span: Span, name: str = "", role: str = ""
    ) -> PersonMention:
        gender = _gender(name) if kind == "name" else "f" if role in _WOMEN else ""
        kind = "nominal" if kind == "role" and role in _GENERIC else kind
        is_subject = self._is_subject(match.end())
        return PersonMention(*span, match.end(), kind, name, role, gender, is_subject)


def _gender(name: str) -> str:
    if len(name) < 3 or "・" in name:
        return ""
    return "f" if _FEMALE.search(name) else "m" if _MALE.search(name) else ""


def short_forms(name: str) -> list[str]:
    """The surnames that the name may have: its beginnings, or the last part of a foreign name."""
    parts = re.split("[・＝=]", name)
    if len(parts) > 1:
        return [parts[-1]]
    return [name[:size] for size in range(1, len(name)) if len(name) > 2 and size < 4]


def role_forms(role: str) -> list[str]:
    """The role as it may be repeated: 副町長 also as 町長's shorter forms are not, 市議 as 議員."""
    return [role] if role else []


JAPANESE_NAMES = NameForms(short_forms, role_forms)
