"""Announcements: the sentence above the quotation says whose words follow.

Here is the statement of Ana Duarte: “…”; The eulogy given by Ana Duarte follows in part. “…”
"""

from citations.extraction.attribution.attribution import Attribution
from citations.extraction.attribution.attribution_before import attribution_before
from citations.extraction.attribution.owners import owner_of
from citations.extraction.syntax.noun_phrases import NounPhrase, phrase_from
from citations.extraction.syntax.subjects import is_subject, sentence_start, subject_of
from citations.extraction.token_stream import GAP, LINE, QUOTE_SLOT, TokenStream

_LINES = frozenset({LINE, GAP})
# What somebody issues, gives or signs, and what is therefore his or her words.
_DOCUMENTS = frozenset(
    "statement eulogy speech letter notice note sermon address resolution remarks text message "
    "transcript excerpt excerpts extract extracts testimony reply answer email e-mail memo "
    "memorandum post dispatch telegram ruling judgment judgement opinion dissent homily toast "
    "lecture prayer diary entry affidavit petition poem review appeal apology resignation "
    "proclamation declaration communiqué manifesto voicemail blog column editorial foreword "
    "preface introduction evidence advice report warning announcement words comment "
    "comments response confession verdict circular bulletin postcard tribute invitation order oath "
    "farewell complaint closing opening recollection recollections".split()
)
# Words about somebody: an obituary of Duarte is not by her.
_ABOUT_SOMEBODY = frozenset("eulogy obituary review account report tribute".split())
_AUTHOR = frozenset({"by", "from"})
# After these, other people are named than the author.
_OTHER_PEOPLE = frozenset({"about", "on", "against", "concerning", "regarding"})
_PRESENTING = frozenset(
    "follow follows followed below reproduced reprinted printed quoted verbatim here herewith "
    "following".split()
)
# The verb and its object that lead up to the words: had this to say, put it this way.
_LEADS = (
    ("had", "this", "to"),
    ("has", "this", "to"),
    ("had", "these", "words"),
    ("had", "this", "advice"),
    ("had", "this", "answer"),
    ("had", "this", "message"),
    ("had", "this", "reply"),
    ("put", "it", "this"),
    ("put", "it", "thus"),
    ("put", "it", "like"),
    ("puts", "it", "this"),
    ("puts", "it", "thus"),
    ("puts", "it", "like"),
)
_REACH = 12


def announcement_above(frame: TokenStream, place: int) -> Attribution | None:
    """The speaker in the sentence before the quotation, which may stand in the paragraph above.

    That sentence ends with a colon, or says that the words follow.
    """
    end = place
    while end and frame.words[end - 1] in _LINES:
        end -= 1
    stop = frame.word(end - 1)
    above = end < place
    if stop != ":" and not (above and stop == "."):
        return None
    end -= 1
    start = sentence_start(frame, end)
    if stop == "." and not _presents(frame, start, end):
        return None
    found = _leading_subject(frame, start, end)
    if found is None and stop == ":":
        found = attribution_before(frame, end + 1, start)
    if found and not _is_document(frame, found):
        return found
    return _author(frame, start, end) or found


def _is_document(frame: TokenStream, found: Attribution) -> bool:
    """Whether the subject is no person: the letter from Ana Duarte reads."""
    phrase = found.phrase
    subject = (word.lower() for word in frame.words[phrase.start : phrase.end])
    return phrase.name is None and not _DOCUMENTS.isdisjoint(subject)


def _presents(frame: TokenStream, start: int, end: int) -> bool:
    return any(word.lower() in _PRESENTING for word in frame.words[start:end])


def _leading_subject(frame: TokenStream, start: int, end: int) -> Attribution | None:
    """Ana Duarte had this to say."""
    for at in range(start + 1, end - 2):
        lead = (frame.words[at], frame.words[at + 1], frame.words[at + 2])
        if lead not in _LEADS:
            continue
        phrase = subject_of(frame, at, start)
        if phrase is None or not is_subject(frame, phrase):
            return None
        cue = at + 3 if lead[2] == "to" and at + 3 < end else at
        return Attribution(phrase, (cue, cue + 1), "announced", 0.85)
    return None


def _author(frame: TokenStream, start: int, end: int) -> Attribution | None:
    for noun in range(start, end):
        if frame.words[noun].lower() not in _DOCUMENTS:
            continue
        owner = owner_of(frame, noun, start)
        if owner:
            return Attribution(owner, None, "owner", 0.8)
        phrase = _named_after(frame, noun, end)
        if phrase:
            return Attribution(phrase, (noun, noun + 1), "announced", 0.8)
    return None


def _named_after(frame: TokenStream, noun: int, end: int) -> NounPhrase | None:
    """The statement of Ana Duarte; the letter to the council signed by Ana Duarte."""
    by_of = frame.words[noun].lower() not in _ABOUT_SOMEBODY
    for at in range(noun + 1, min(end - 1, noun + _REACH)):
        word = frame.words[at]
        low = word.lower()
        if low in _OTHER_PEOPLE or word == QUOTE_SLOT or low in _DOCUMENTS:
            return None
        if low in _AUTHOR or (low == "of" and by_of):
            phrase = phrase_from(frame, at + 1, end)
            if phrase and phrase.name:
                return phrase
    return None
