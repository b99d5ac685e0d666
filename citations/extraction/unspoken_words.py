"""Words between marks that nobody speaks: what is written on things, and what things are called."""

from citations.extraction.attribution.attribution import Attribution
from citations.extraction.context import QuotationContext
from citations.extraction.entities.person_nouns import is_person_noun
from citations.extraction.syntax.lexicon import PREPOSITIONS, PRONOUNS, ROLES
from citations.extraction.syntax.reporting_verbs import is_cue
from citations.extraction.token_stream import QUOTE_SLOT, TokenStream

# Things with words written on them.
_THINGS = frozenset(
    "banner banners placard placards poster posters sign signs t-shirt t-shirts shirt shirts hat "
    "hats cap caps sticker stickers button buttons billboard billboards plaque plaques "
    "graffiti badge badges label labels notice notices".split()
)
# Before a few words these show that the words are spoken of and not said: the word “liminal”.
_WORD_NOUNS = frozenset("word words term terms".split())
_MOST_MENTIONED = 2
# Behind the words these show who used them: the wording “x” was called; termed “x” by Ana.
_PASSIVE = frozenset({"by", "is", "was", "were"})
# These words open a sentence that makes up what somebody might say: suppose a man says; if I say.
_SUPPOSING = frozenset({"suppose", "imagine", "supposing"})
_ANY_SPEAKER = frozenset({"a", "an", "somebody", "someone", "I", "you", "we"})
# Songs and chants are sung, and slogans are everybody's.
_SINGING = frozenset(
    "sang sing sings sung singing hummed hums humming whistled whistling chant chants chanted "
    "chanting".split()
)
_NAMES = frozenset("slogan slogans motto mottoes nickname jingle catchphrase password".split())
_BEARING = frozenset(
    "bearing bore bears with carrying carried emblazoned painted embroidered printed".split()
)
_FUTURE = frozenset({"will", "would", "might", "may"})
_SOMEBODY = frozenset({"somebody", "someone", "anybody", "anyone"})
_ANYBODY = _SOMEBODY | {"people", "readers", "some", "many"}
_LONGEST_CLAUSE = 12
_CALLED = frozenset("called labelled labeled termed dubbed named nicknamed known marked".split())


def is_written(stream: TokenStream, around: QuotationContext) -> bool:
    """Written words that nobody speaks: a banner reading “Hands off our river”; “Related:”"""
    if around.ending == ":" and around.stands_alone:
        return True
    is_sung = around.prior.lower() in _SINGING or (
        around.prior == "nicknamed" and around.following != "by"
    )
    return (
        is_sung
        or _is_mentioned(stream, around)
        or _is_made_up(stream, around)
        or _stands_on_thing(stream, around)
    )


def _stands_on_thing(stream: TokenStream, around: QuotationContext) -> bool:
    """A notice on the door reads “…”; banners with the words “…”."""
    at = around.place - 1 - (around.prior in {",", ":"})
    if at < around.place - 1 and stream.word(at).lower() in _NAMES:
        return True
    if stream.word(at) == "words" and stream.word(at - 1) == "the":
        return stream.word(at - 2) in _BEARING
    verb = stream.word(at).lower()
    if verb not in {"reading", "read", "reads", "saying", "said", "says"}:
        return False
    at -= 1 + (stream.word(at - 1) in {"that", "which"})
    # A notice on the door read: the thing is the head of the phrase.
    first = around.sentence + (stream.word(around.sentence).lower() in {"a", "an", "the", "one"})
    heads = stream.word(first).lower() in _THINGS and stream.word(first + 1) in PREPOSITIONS
    if stream.word(at).lower() in _THINGS:
        return True
    return heads and (verb.startswith("read") or _names_nobody(stream, first + 1, at + 1))


def _names_nobody(stream: TokenStream, start: int, end: int) -> bool:
    """Whether no other subject can stand in these words: no name, person, pronoun or comma."""
    words = stream.words[start:end]
    return not any(
        word[0].isupper() or word == "," or word in PRONOUNS or is_person_noun(word)
        for word in words
    )


def _is_mentioned(stream: TokenStream, around: QuotationContext) -> bool:
    """Words as words: says the word “rigour”; the terms “x” and “y”."""
    if len(around.words.split()) > _MOST_MENTIONED or around.following in _PASSIVE:
        return False
    at = around.place - 1
    if stream.word(at) in {"and", "or"} and stream.word(at - 1) == QUOTE_SLOT:
        at -= 2
    return stream.word(at).lower() in _WORD_NOUNS


def _is_made_up(stream: TokenStream, around: QuotationContext) -> bool:
    """Suppose a man says, “…”; if I say “…”."""
    first, second = stream.word(around.sentence).lower(), stream.word(around.sentence + 1)
    if second not in _ANY_SPEAKER:
        return False
    verb = around.place - 1 - (around.prior in {",", ":"})
    if not is_cue(stream.word(verb)):
        return False
    if first == "if":
        return verb == around.sentence + 2
    return first in _SUPPOSING and "," not in stream.words[around.sentence : verb]


def is_foretold(stream: TokenStream, around: QuotationContext, found: Attribution) -> bool:
    """Words that nobody in particular will say: somebody will ask, “…”; “…” my readers will say."""
    if found.cue is None or stream.word(found.cue[0] - 1) not in _FUTURE:
        return False
    phrase, verb = found.phrase, found.cue[0]
    if stream.words[phrase.end - 1] in _ANYBODY:
        return True
    clause = stream.words[max(around.sentence, verb - _LONGEST_CLAUSE) : verb]
    return not _SOMEBODY.isdisjoint(clause)


def is_name_of_thing(stream: TokenStream, around: QuotationContext, found: Attribution) -> bool:
    """A thing and what it is called: the box labelled “Fragile”; a group called “We the People”."""
    phrase, cue = found.phrase, found.cue
    if cue is None or stream.words[cue[0]] not in _CALLED or phrase.name or phrase.is_pronoun:
        return False
    beside = stream.words[cue[1] : around.place] in ([], ["a"], ["an"], ["the"])
    return beside and phrase.end == cue[0] and stream.words[cue[0] - 1].lower() not in ROLES
