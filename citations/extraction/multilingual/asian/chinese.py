"""Reads Chinese: 局长贺春生表示：“…”; “…，”穆晓岚说，“…”; 古若兰称新车站是“…”."""

import re
from dataclasses import replace

from citations.extraction.languages.lexicon_loading import Language
from citations.extraction.multilingual.asian.chinese_mentions import (
    CHINESE_NAMES,
    ChineseMentionFinder,
    alternatives,
)
from citations.extraction.multilingual.asian.known_people import KnownPeople, PersonMention
from citations.extraction.multilingual.asian.marked_prose import (
    MarkedProse,
    MarkedWords,
    mark_prose,
)
from citations.extraction.multilingual.asian.passage_reading import (
    OPEN,
    PassageCue,
    read_passages,
)
from citations.extraction.quotation import Quotation
from citations.text.spans import Span

_SENTENCE_END = re.compile(r"[。！？!?]+[」』”）)]?|\n")
_GOES_ON = re.compile("[，、,的]")
_AFTER_VERB = "(?:道|说|說|着|著|了|过|過|称|稱)?"
_LEAD_IN = re.compile("[：:，,]\\s*$")
_PARTIAL_LINK = re.compile("(?:是|为|為|作|成|的|出|了|于|於|以|有|用|指|“)$")
_FEWEST_SAID = 6
_CLAUSES = re.compile("[，,；;：:]")


def read_chinese(text: str, published: str, lexicon: Language) -> list[Quotation]:
    """The quotations of a Chinese text."""
    prose = mark_prose(text, lexicon.marks, _SENTENCE_END, _GOES_ON)
    if not prose.passages:
        return []
    mentions = ChineseMentionFinder(prose.prose, lexicon).mentions()
    reader = _ChineseReader(prose, KnownPeople(prose, mentions, CHINESE_NAMES), lexicon)
    return read_passages(reader.people, reader.cue_of)


class _ChineseReader:
    def __init__(self, prose: MarkedProse, people: KnownPeople, lexicon: Language) -> None:
        self.prose = prose
        self.people = people
        self._verbs = alternatives(lexicon.words("verbs"))
        self._partial = alternatives(lexicon.words("partial_verbs"))
        self._naming = re.compile(
            f"(?:{alternatives(lexicon.words('naming')).pattern})[了过為为着：:，]?$"
        )
        self._title_after = alternatives(lexicon.words("title_followers"))
        self._addressed = re.compile(
            f"(?:{alternatives(lexicon.words('addressees')).pattern})(?:记者|記者)?$"
        )
        self._organisations = tuple(lexicon.words("organisation_ends"))
        self._behind = re.compile(
            f"[，,]?(?P<who>[^，。！？：；,:;!?\n]{{0,40}}?)(?P<verb>{self._verbs.pattern})"
            f"{_AFTER_VERB}(?P<rest>[^，。！？：；,:;!?\n]{{0,8}})(?=(?P<stop>[，。：；！,:;!\n]|$))"
        )

    def cue_of(self, passage: MarkedWords, previous: Quotation | None) -> PassageCue | None:
        start, end = passage.outer
        before, after = self.prose.before(start), self.prose.after(end)
        if self._naming.search(before) and not self._verb_closes(before):
            return None
        led_in = _LEAD_IN.search(before)
        if led_in and not (led_in.group()[0] in "，," and self._title_after.match(after)):
            cue = self._led_in(passage, before, previous)
            if cue:
                return cue
        is_how = re.match("[说說](?:这|這|此|完)", after)
        behind = None if is_how else self._from_behind(passage, before, after)
        if behind:
            return behind
        if self._verb_closes(before) and not self._title_after.match(after):
            return self._led_in(passage, before, previous)
        partial = self._inside(passage, before, after)
        if partial:
            return partial
        how = re.match(r"[^。！？\n]{0,6}(?:说|說)(?:这|這|此|完)", after)
        if how and not before.strip():
            return PassageCue("is-how", None, None, is_dropped=True)
        credit = re.match(r"\s*(?:——|—|--)\s*", after)
        if credit:
            names = self.people.between(end, end + credit.end() + 16)
            if names:
                return PassageCue("dash", names[-1])
        if before.strip() or self._length(passage) < _FEWEST_SAID:
            return None
        if not passage.ends_with_stop and not re.match("[。！？\n]|$", after):
            return None
        return self._carried(passage, previous)

    def _verb_closes(self, before: str) -> bool:
        """Whether the words before the mark end with a reporting verb."""
        return (
            re.search(f"(?:{self._verbs.pattern}){_AFTER_VERB}[：:，,]?\\s*$", before) is not None
        )

    def _length(self, passage: MarkedWords) -> int:
        return sum(each.end - each.start for each in passage.segments)

    # Led in: 贺春生表示：“…”

    def _led_in(
        self, passage: MarkedWords, before: str, previous: Quotation | None
    ) -> PassageCue | None:
        start = passage.outer.start
        begin = start - len(before)
        verbs = list(self._verbs.finditer(before))
        subject = self._first_subject(begin, verbs[-1].start() + begin if verbs else start)
        while len(verbs) > 1 and verbs[-2].end() == verbs[-1].start():
            verbs.pop()
        verb = verbs[-1] if verbs else None
        is_colon = re.search("[：:]\\s*$", before) is not None
        if verb is None:
            if not is_colon or self._naming.search(before.rstrip("：: ")):
                return OPEN if is_colon and passage.ends_with_stop else None
            label = before.rstrip("：: ")
            if subject is None:
                return OPEN
            is_label = before.startswith(self.prose.prose[subject.start : subject.end])
            return PassageCue("label" if is_label and len(label) < 12 else "colon", subject)
        last_clause = max(
            (match.end() for match in _CLAUSES.finditer(before.rstrip("：:，, "))), default=0
        )
        if not is_colon and verb.end() < last_clause and subject is None:
            return None
        cue = Span(begin + verb.start(), begin + verb.end())
        if previous and not is_colon and previous.rule == "after" and previous.cue:
            if previous.cue.start == cue.start:
                return PassageCue("after", joins_previous=True)
        if subject:
            return PassageCue("before", subject, cue)
        organisation = self._organisation(before[: verb.start()], begin)
        if organisation:
            return PassageCue("before", organisation, cue)
        words = before[: verb.start()]
        if re.match(r"[\s，]*(?:随后|接着|并|還|还|又|也|最后|同时|此外|然后)?\s*$", words):
            return PassageCue("carried", None, cue, is_dropped=True)
        return PassageCue("before", self._unnamed(words, begin), cue)

    def _first_subject(self, begin: int, end: int) -> PersonMention | None:
        """The subject of the last clause that has one; somebody addressed is none."""
        mentions = [each for each in self.people.between(begin, end) if each.behind <= end]
        prose = self.prose.prose
        mentions = [
            each
            for each in mentions
            if not self._addressed.search(
                prose[max(begin, each.start - 10) : self._phrase_start(each, begin)]
            )
            and not prose.startswith("的", each.behind)
        ]
        if not mentions:
            return None
        edges = [begin, *(begin + match.end() for match in _CLAUSES.finditer(prose[begin:end]))]
        for edge in reversed(edges):
            inside = [each for each in mentions if each.start >= edge]
            if inside:
                return self._whole(inside)
        return None

    def _whole(self, mentions: list[PersonMention]) -> PersonMention | None:
        """One subject, or nobody where two are joined (甲和乙说)."""
        first, prose = mentions[0], self.prose.prose
        if (
            len(mentions) > 1
            and first.kind in {"role", "nominal"}
            and mentions[1].start - first.behind <= 1
            and mentions[1].kind == "name"
            and prose[first.behind : mentions[1].start] not in set("和与與及、，")
        ):
            return mentions[1]
        between = self.prose.prose[first.behind : mentions[1].start] if len(mentions) > 1 else ""
        if len(mentions) > 1 and re.match("[和与與及、]", between):
            return replace(first, kind="nominal", end=mentions[1].end)
        return first

    def _phrase_start(self, mention: PersonMention, begin: int) -> int:
        """Where the office before the name starts, as far as it is known."""
        role = mention.role
        at = mention.start - len(role)
        return at if role and self.prose.prose.startswith(role, max(begin, at)) else mention.start

    def _organisation(self, words: str, begin: int) -> PersonMention | None:
        clause = re.search("[^，,；;：:\n“”]{2,30}$", words)
        if clause is None:
            return None
        name = clause.group()
        name = re.split("在|就|对|對|今|昨|\\d|日前|近日|随后|方面", name)[0] or name
        if not name.endswith(self._organisations) or name[0] in "该該本此":
            return None
        start = begin + clause.start()
        return PersonMention(start, start + len(name), start + len(name), "organisation", name)

    def _unnamed(self, words: str, begin: int) -> PersonMention | None:
        clause = re.search("[^，,；;：:\n]{1,20}$", words)
        if clause is None:
            return None
        start, end = begin + clause.start(), begin + clause.end()
        return PersonMention(start, end, end, "nominal")

    # Behind: “…，”穆晓岚说

    def _from_behind(self, passage: MarkedWords, before: str, after: str) -> PassageCue | None:
        match = self._behind.match(after)
        if match is None or match["who"].startswith(("“", "「", "的", "是", "、", "和")):
            return None
        if match["stop"] in {"：", ":"} and before.strip() and not passage.ends_with_stop:
            return None
        if (
            not passage.ends_with_stop
            and not self._ends_with_comma(passage)
            and after[:1] not in "，,"
        ):
            return None
        at = passage.outer.end
        who, verb = Span(*match.span("who")), Span(*match.span("verb"))
        subject = self._first_subject(at + who.start, at + who.end)
        cue = Span(at + verb.start, at + verb.end)
        if subject is None:
            words = match["who"].strip("，, ")
            if not words:
                return PassageCue("carried", None, cue, is_dropped=True)
            subject = self._organisation(words, at + who.end - len(words))
            if subject is None:
                if len(words) > 14:
                    return None
                subject = self._unnamed(words, at + who.end - len(words))
        return PassageCue("after", subject, cue)

    def _ends_with_comma(self, passage: MarkedWords) -> bool:
        return self.prose.text[passage.segments[-1].end : passage.outer.end - 1].strip() in {
            "，",
            ",",
        }

    # Inside a clause: 称新车站是“…”

    def _inside(self, passage: MarkedWords, before: str, after: str) -> PassageCue | None:
        if self._title_after.match(after):
            return None
        start = passage.outer.start
        begin = start - len(before)
        partial = list(self._partial.finditer(before))
        verbs = partial or list(self._verbs.finditer(before))
        if not verbs:
            return None
        verb = verbs[-1]
        between = before[verb.end() :]
        is_linked = not between or _PARTIAL_LINK.search(before) is not None
        if not is_linked or "。" in between:
            return None
        cue = Span(begin + verb.start(), begin + verb.end())
        agent = re.search("被(?!称|稱|叫|誉|譽)", before[: verb.start()])
        if agent:
            agents = self.people.between(begin + agent.end(), begin + verb.start())
            return PassageCue("wording", agents[0], cue, "partial") if agents else None
        if re.search("被$", before[: verb.start()]):
            return None
        subject = self._first_subject(begin, begin + verb.start())
        if subject is None:
            return None
        return PassageCue("wording", subject, cue, "partial")

    def _carried(self, passage: MarkedWords, previous: Quotation | None) -> PassageCue:
        """A quotation beside one whose speaker is known goes on with it in the same paragraph."""
        if previous and previous.attribution is not None and previous.mode == "direct":
            last = previous.segments[-1].end
            gap = self.prose.prose[last : passage.outer.start]
            asks = self.prose.text[max(0, last - 1) : last] in {"？", "?"}
            is_open = previous.attribution.start > last
            if is_open and not asks and "\n" not in gap and len(re.findall("[。！？]", gap)) <= 1:
                return PassageCue("carried", is_dropped=True)
        return OPEN
