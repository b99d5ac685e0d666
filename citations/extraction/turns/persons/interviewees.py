"""Who asks and who answers in an interview of Q and A, and who is examined in a court."""

import re
from dataclasses import dataclass
from itertools import chain

from citations.extraction.turns.labels.label_names import in_normal_case
from citations.extraction.turns.persons.introductions import Introduction, Introductions
from citations.text.spans import Span

_ASKED = (
    r"(?:asked|asks|met|meets|interviewed|interviews|questioned|questions|quizzed|quizzes|visited"
    r"|visits)"
)
_TALKED = (
    r"(?:spoke|speaks|talked|talks|chatted|chats|sat\sdown|sits\sdown|caught\sup|catches\sup|corresponded)"
    r"\s(?:to|with)"
)
_BESIDE = r"(?:,\s[^,.\n]{1,60},|\s\([^()\n]{1,40}\))?\s(?:(?:recently|first|then|also|has|had)\s)?"
# Right behind the name of somebody who asks.
_ASKS_SOMEBODY = re.compile(rf"{_BESIDE}(?:{_ASKED}|{_TALKED})\s(?:her|him|them)\b")
_ASKS = re.compile(rf"{_BESIDE}{_ASKED}\s(?:the\s|[\w-]+(?:ist|or|er)\s){{0,2}}\Z")
# Right before it.
_ASKED_BY = re.compile(
    r"(?:\b(?:interviewed|asked|questioned|conducted|met)\sby|\binterview(?:er)?(?:\sby|:)|"
    r"\b(?:[Qq]uestions|[Ww]ords|[Ii]nterview)(?:\sby|\sfrom|:))\s(?:our\s[\w-]+,?\s)?\Z",
    re.IGNORECASE,
)
_SHE_TALKED_TO = re.compile(
    rf"\b(?:[Hh]is|[Hh]er|[Tt]heir)\s(?:interview|conversation|Q\s?&\s?A)\swith\s\Z|"
    rf"\b(?:[Ss]he|[Hh]e|[Tt]hey)\s(?:{_TALKED}|told|answered|tells)\s(?:our\s[\w-]+,?\s)?\Z"
)
_INTERVIEWEE = re.compile(
    r"\b(?:interviewee:|(?:we|I|who|reporter)\s(?:recently\s)?(?:asked|met|interviewed|spoke\s(?:to|with)|"
    r"talked\s(?:to|with)|sat\sdown\swith|caught\sup\swith|visited)|"
    r"(?:interview|conversation|Q\s?&\s?A|Q\sand\sA|questions\s(?:to|for))\s(?:with\s)?)\s?(?:the\s|[\w-]+\s){0,3}\Z",
    re.IGNORECASE,
)
_BYLINE = re.compile(r"(?:\A|\n)\s*(?:[Bb]y|BY|Von|Par|Por|Di|Door)\s\Z")
_IS_INTERVIEW = re.compile(
    r"\b(?:asked|asks|met|meets|interview\w*|spoke|speaks|talked|talks|conversation|questions?|answer\w*"
    r"|sat\sdown|caught\sup|tells\sus|told\sus|visited|Q\s?&\s?A"
    r"|fragte|traf|trafen|sprach\w*|Gespräch|Fragen|besucht\w*|befragt\w*"
    r"|rencontr\w+|entretien|répond\w*|entrevist\w+|convers\w+|pregunt\w+|respond\w+"
    r"|intervist\w+|incontr\w+|domand\w+|rispond\w+|pergunt\w+|sprak\w*|vroeg\w*|ontmoet\w*|gesprek)\b"
)
_WITNESS = re.compile(
    r"(?:[Ww]itness\s(?:sworn|called|affirmed)?:?\s|[Ww]itness,\s|WITNESS:\s)(?:the\s)?\Z"
)
_SWORN = re.compile(
    r",?\s(?:\([^()\n]{1,60}\)\s)?(?:(?:a|the)\switness|having\s(?:been|first)|(?:was|being|called)\s"
    r"(?:called|first|duly|sworn|as)|sworn|affirmed|called\sas\sa\switness)"
)
_SWORN_IN_CAPITALS = re.compile(
    r"^[^\S\n]*(?:(?:DR|MR|MRS|MS)\.? )?([A-Z][A-Z.’'-]*(?: [A-Z][A-Z.’'-]*){1,4}),?\s{1,20}"
    r"(?=(?:(?:a|the) witness|having (?:been|first)|(?:was|being|called)\s(?:called|first|duly"
    r"|sworn|as)|sworn|affirmed)\b)",
    re.MULTILINE,
)
# DEPOSITION OF CARL LUNDGREN; HARRIET BOONE, PLAINTIFF'S WITNESS, SWORN
_HEADING_OF_WITNESS = re.compile(
    r"\b(?:DEPOSITION|TESTIMONY|EXAMINATION|Deposition|Testimony) (?:OF|of) "
    r"((?:[A-Z][\w.’'-]*)(?: [A-Z][\w.’'-]*){1,4})[^\S\n]*$"
    r"|^[^\S\n]*\d{0,2}[^\S\n]*([A-Z][A-Z.’'-]*(?: [A-Z][A-Z.’'-]*){1,4}),"
    r" [^\n]{0,60}\b(?:SWORN|AFFIRMED)\b",
    re.MULTILINE,
)
_DIRECT = re.compile(r"(?<![A-Z])DIRECT[ -]EXAMINATION")
_WINDOW = 160
_MOST_NAMES = 60
_LONGEST_LEAD = 6000


@dataclass(frozen=True, slots=True)
class Interview:
    """Who asks and who answers; None where the text above does not say."""

    asker: Introduction | None = None
    answerer: Introduction | None = None


def interview_of(text: str, lead_end: int, people: Introductions) -> Interview:
    """Read from the lead, which ends where the first label begins."""
    if lead_end > _LONGEST_LEAD:
        return Interview()
    before = [each for each in people.names if each.span.end <= lead_end][:_MOST_NAMES]
    names = {each.name: each for each in reversed(before)}
    persons = {each: names[_longest(each.name, names)] for each in before}
    distinct = set(persons.values())
    askers = {persons[each] for each in before if _asks(text, each.span, lead_end)}
    interviewees = {
        persons[each] for each in before if _INTERVIEWEE.search(text, *_before(each.span))
    } - askers
    others = (
        distinct - askers - {persons[e] for e in before if _BYLINE.search(text, *_before(e.span))}
    )
    if len(interviewees) == 1:
        answerer = next(iter(interviewees))
    elif len(others) == 1 and (askers or _IS_INTERVIEW.search(text, 0, lead_end)):
        answerer = next(iter(others))
    else:
        answerer = None
    return Interview(next(iter(askers)) if len(askers) == 1 else None, answerer)


def witness_of(text: str, lead_end: int, people: Introductions) -> Introduction | None:
    """The only person whom the record above calls or swears as a witness."""
    start = max(0, lead_end - _LONGEST_LEAD)
    sworn = [
        each
        for each in people.names
        if start <= each.span.start
        and each.span.end <= lead_end
        and (_WITNESS.search(text, *_before(each.span)) or _SWORN.match(text, each.span.end))
    ]
    headings = chain.from_iterable(
        pattern.finditer(text, start, lead_end)
        for pattern in (_SWORN_IN_CAPITALS, _HEADING_OF_WITNESS)
    )
    sworn += map(_named_in_capitals, headings)
    last = max(sworn, key=lambda each: each.span, default=None)
    # A second direct examination is that of another witness.
    if last is None or len(_DIRECT.findall(text, last.span.end, lead_end)) > 1:
        return None
    return last


def _named_in_capitals(match: re.Match[str]) -> Introduction:
    group = match.lastindex or 1
    return Introduction(in_normal_case(match[group]), Span(*match.span(group)))


def _longest(name: str, names: dict[str, Introduction]) -> str:
    """The name itself, or the longer one that has its words."""
    words = set(name.split())
    return max((each for each in names if words <= set(each.split())), key=len)


def _before(span: Span) -> tuple[int, int]:
    return max(0, span.start - _WINDOW), span.start


def _asks(text: str, span: Span, lead_end: int) -> bool:
    after = text[span.end : min(span.end + _WINDOW, lead_end)]
    if _ASKS_SOMEBODY.match(after):
        return True
    following = re.search(r"[A-Z]", after)
    if following and _ASKS.match(after[: following.start()]):
        return True
    before = text[slice(*_before(span))]
    return bool(_ASKED_BY.search(before) or _SHE_TALKED_TO.search(before))
