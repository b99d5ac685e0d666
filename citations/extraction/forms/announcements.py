"""Announcements: the sentence above the quotation says whose words follow.

Here is the statement of Ana Duarte: “…”; The eulogy given by Ana Duarte follows in part. “…”
"""

from citations.extraction.attribution.attribution import Attribution
from citations.extraction.attribution.attribution_before import attribution_before
from citations.extraction.attribution.owners import owner_of
from citations.extraction.syntax.lexicon import TIMES, is_capitalised
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
# What leads up to the words: had only this to say, had one thing to add, put it this way.
_HAVING = frozenset({"had", "has", "have"})
_SOMETHING = frozenset("only just but this these one thing words a few something word".split())
_TELLING = frozenset("say tell add report offer write".split())
_ANNOUNCING = frozenset("words advice answer message reply response warning question word".split())
_PUTTING = frozenset({"put", "puts"})
_THUS = frozenset({"this", "thus", "like", "as", "so"})
# Verbs of somebody who gives the words of others.
_READING = frozenset("read reads recited recites cited cites quoted quotes reprinted".split())
# Nouns of bodies whose name goes on after “of”: the Ministry of Lakes.
_BODIES = frozenset(
    "ministry department parish university bank church institute college council society board "
    "office bureau friends order guild union federation association academy chamber court house "
    "city county town borough diocese kingdom republic state commonwealth school museum".split()
)
_REACH = 12


def announcement_above(stream: TokenStream, place: int) -> Attribution | None:
    """The speaker in the sentence before the quotation, which may stand in the paragraph above.

    That sentence ends with a colon, or says that the words follow.
    """
    end = place
    while end and stream.words[end - 1] in _LINES:
        end -= 1
    stop = stream.word(end - 1)
    above = end < place
    if stop != ":" and not (above and stop == "."):
        return None
    end -= 1
    start = sentence_start(stream, end)
    if stop == "." and not _presents(stream, start, end):
        return None
    found = _leading_subject(stream, start, end)
    if found is None and stop == ":":
        found = attribution_before(stream, end + 1, start)
    if found and not _is_document(stream, found):
        return found
    return _author(stream, start, end) or found


def _is_document(stream: TokenStream, found: Attribution) -> bool:
    """Whether it says what a document says: the letter from Duarte reads; they read her note."""
    phrase, cue = found.phrase, found.cue
    subject = (word.lower() for word in stream.words[phrase.start : phrase.end])
    reads = cue is not None and stream.words[cue[0]] in _READING
    return reads or (phrase.name is None and not _DOCUMENTS.isdisjoint(subject))


def _presents(stream: TokenStream, start: int, end: int) -> bool:
    return any(word.lower() in _PRESENTING for word in stream.words[start:end])


def _leading_subject(stream: TokenStream, start: int, end: int) -> Attribution | None:
    """Ana Duarte had this to say."""
    for at in range(start + 1, end - 1):
        cue = _lead(stream, at, end)
        if cue is None:
            continue
        phrase = subject_of(stream, at, start)
        if phrase is None or not is_subject(stream, phrase):
            return None
        return Attribution(phrase, (cue, cue + 1), "announced", 0.85)
    return None


def _lead(stream: TokenStream, at: int, end: int) -> int | None:
    """The cue of a lead that begins with this word, or None."""
    if stream.words[at] in _PUTTING:
        return at if stream.words[at + 1] == "it" and stream.word(at + 2) in _THUS else None
    if stream.words[at] not in _HAVING:
        return None
    noun = at + 1
    while noun < end and stream.words[noun] in _SOMETHING:
        noun += 1
    if stream.words[noun] == "to" and stream.word(noun + 1) in _TELLING and noun > at + 1:
        return noun + 1
    this = stream.words[at + 1] in {"this", "these"}
    return at if this and not _ANNOUNCING.isdisjoint(stream.words[at + 2 : noun + 1]) else None


def _author(stream: TokenStream, start: int, end: int) -> Attribution | None:
    for noun in range(start, end):
        if stream.words[noun].lower() not in _DOCUMENTS:
            continue
        owner = owner_of(stream, noun, start)
        if owner:
            return Attribution(owner, None, "owner", 0.8)
        phrase = _named_after(stream, noun, end)
        if phrase:
            return Attribution(phrase, (noun, noun + 1), "announced", 0.8)
    return None


def _named_after(stream: TokenStream, noun: int, end: int) -> NounPhrase | None:
    """The statement of Ana Duarte; the letter to the council signed by Ana Duarte."""
    limit = min(end - 1, noun + _REACH)
    reach = next((at for at in range(noun + 1, limit) if _turns_away(stream, at)), limit)
    by = [at for at in range(noun + 1, reach) if stream.words[at].lower() in _AUTHOR]
    if stream.words[noun].lower() not in _ABOUT_SOMEBODY:
        by += [at for at in range(noun + 1, reach) if stream.words[at] == "of"]
    phrases = (_with_whole_name(stream, phrase_from(stream, at + 1, end), end) for at in by)
    return next((phrase for phrase in phrases if phrase and phrase.name), None)


def _turns_away(stream: TokenStream, at: int) -> bool:
    """Whether the words go on with another document, or with what this one is about."""
    word = stream.words[at].lower()
    about = word in _OTHER_PEOPLE and stream.words[at + 1] not in TIMES
    return about or word == QUOTE_SLOT or word in _DOCUMENTS


def _with_whole_name(stream: TokenStream, phrase: NounPhrase | None, end: int) -> NounPhrase | None:
    """The same phrase; the name of a body goes on: the Ministry of Lakes."""
    if phrase is None or phrase.name is None:
        return phrase
    first, last = phrase.name
    if stream.words[last - 1].lower() not in _BODIES or stream.word(last) != "of":
        return phrase
    at = last + 1 + (stream.word(last + 1) == "the")
    while at < end and is_capitalised(stream.words[at]):
        at += 1
    whole = at if at > last + 1 else last
    return NounPhrase(phrase.start, max(phrase.end, whole), (first, whole))
