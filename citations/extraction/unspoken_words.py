"""Words between marks that nobody speaks: what is written on things, and what things are called."""

from citations.extraction.attribution.attribution import Attribution
from citations.extraction.context import QuotationContext
from citations.extraction.syntax.lexicon import PREPOSITIONS, ROLES
from citations.extraction.token_stream import TokenStream

# Things with words written on them.
_THINGS = frozenset(
    "banner banners placard placards poster posters sign signs t-shirt t-shirts shirt shirts hat "
    "hats cap caps sticker stickers button buttons billboard billboards plaque plaques "
    "graffiti badge badges label labels".split()
)
# Songs and chants are sung, and slogans are everybody's.
_SINGING = frozenset(
    "sang sing sings sung singing hummed hums humming whistled whistling chant chants chanted "
    "chanting".split()
)
_NAMES = frozenset("slogan slogans motto mottoes nickname jingle catchphrase password".split())
_BEARING = frozenset(
    "bearing bore bears with carrying carried emblazoned painted embroidered printed".split()
)
_CALLED = frozenset("called labelled labeled termed dubbed named nicknamed known marked".split())


def is_written(stream: TokenStream, around: QuotationContext) -> bool:
    """Written words that nobody speaks: a banner reading “Hands off our river”; “Related:”"""
    if around.ending == ":" and around.stands_alone:
        return True
    if around.prior.lower() in _SINGING:
        return True
    at = around.place - 1 - (around.prior in {",", ":"})
    if at < around.place - 1 and stream.word(at).lower() in _NAMES:
        return True
    if stream.word(at) == "words" and stream.word(at - 1) == "the":
        return stream.word(at - 2) in _BEARING
    at = around.place - 1
    verb = stream.word(at).lower()
    if verb not in {"reading", "read", "reads", "saying", "said", "says"}:
        return False
    at -= 1 + (stream.word(at - 1) in {"that", "which"})
    # A notice on the door read: the thing is the head of the phrase.
    first = around.sentence + (stream.word(around.sentence).lower() in {"a", "an", "the", "one"})
    heads = stream.word(first).lower() in _THINGS and stream.word(first + 1) in PREPOSITIONS
    return stream.word(at).lower() in _THINGS or (heads and verb.startswith("read"))


def is_name_of_thing(stream: TokenStream, around: QuotationContext, found: Attribution) -> bool:
    """A thing and what it is called: the box labelled “Fragile”; a group called “We the People”."""
    phrase, cue = found.phrase, found.cue
    if cue is None or stream.words[cue[0]] not in _CALLED or phrase.name or phrase.is_pronoun:
        return False
    beside = stream.words[cue[1] : around.place] in ([], ["a"], ["an"], ["the"])
    return beside and phrase.end == cue[0] and stream.words[cue[0] - 1].lower() not in ROLES
