"""Nouns of speech that lead to quoted words: her claim that; a warning from Ana Duarte that."""

from citations.extraction.attribution.attribution import Attribution
from citations.extraction.attribution.owners import owner_of
from citations.extraction.syntax.lexicon import AUXILIARIES, is_word
from citations.extraction.syntax.noun_phrases import NounPhrase, phrase_from
from citations.extraction.syntax.subjects import is_subject
from citations.extraction.token_stream import TokenStream

# Nouns of the verbs of speaking and thinking, with what they are said to be.
_NOUNS = frozenset(
    "claim claims remark remarks comment comments prediction predictions warning warnings "
    "insistence promise promises vow vows pledge pledges view views belief admission description "
    "descriptions assertion assertions argument arguments contention suggestion suggestions "
    "complaint complaints statement declaration allegation allegations accusation accusations "
    "charge verdict assessment conclusion observation opinion conviction prophecy forecast boast "
    "boasts lament plea call calls demand demands appeal reminder assurance assurances "
    "acknowledgement acknowledgment confession denial denials concession criticism words quip joke "
    "advice maxim dictum phrase reference references response reply answer testimony "
    "characterisation characterization theory hope hopes fear fears worry worries threat threats "
    "theory notion slur jibe gibe attack estimate proposal explanation excuse apology protest "
    "grumble judgment judgement question impression sneer taunt message order instruction "
    "hunch suspicion fantasy dream idea invitation offer talk mantra catchphrase".split()
)
_AUTHOR = frozenset({"of", "from", "by"})
_MADE = frozenset("made voiced put given raised expressed issued repeated attributed".split())
_LINKS = frozenset({"as", "of", "about", "to", "for"})


def attribution_by_speech_noun(stream: TokenStream, place: int, start: int) -> Attribution | None:
    """The speaker whose noun of speech leads to the words, in the sentence from `start`.

    The noun must be followed by its author, by “that”, “as” or “of”, and then by nothing but a
    clause without a verb of speaking.
    """
    for noun in range(place - 1, start, -1):
        if stream.words[noun] not in _NOUNS or not _is_noun(stream, noun):
            continue
        owner = owner_of(stream, noun, start)
        link = noun + 1
        if owner is None:
            owner, link = _author(stream, noun, place)
        if owner and _leads_on(stream, link, place):
            return Attribution(owner, (noun, noun + 1), "speech-noun", 0.85)
    return None


def _is_noun(stream: TokenStream, at: int) -> bool:
    """Whether a determiner, an adjective or an owner is in front: the claim, her old promise."""
    prior = stream.words[at - 1].lower()
    return is_word(prior) and prior not in {"to", "who", "he", "she", "they", "we", "i", "not"}


def _author(stream: TokenStream, noun: int, place: int) -> tuple[NounPhrase | None, int]:
    """A warning from Ana Duarte; the insistence of the owner, Ana Duarte, that."""
    by = _before_author(stream, noun)
    if by is None:
        return None, noun
    phrase = phrase_from(stream, by + 1, place)
    if phrase is None or phrase.is_pronoun or not is_subject(stream, phrase):
        return None, noun
    is_person = phrase.name is not None or stream.words[by] in {"from", "by"}
    return (phrase if is_person else None), phrase.end


def _before_author(stream: TokenStream, noun: int) -> int | None:
    """The preposition: a warning from, a suggestion by, a claim, made on Monday, by."""
    if stream.word(noun + 1) in _AUTHOR:
        return noun + 1
    verb = noun + 1 + (stream.word(noun + 1) == ",")
    if stream.word(verb) not in _MADE:
        return None
    return next((at for at in range(verb + 1, verb + 5) if stream.word(at) == "by"), None)


def _leads_on(stream: TokenStream, link: int, place: int) -> bool:
    """Whether “that” follows soon, or “as”, “of” or “to” and a few words, or the words."""
    link += stream.word(link) == ","
    if link >= place:
        return True
    between = stream.words[link:place]
    if between[-1] == "as":
        return between[-2:-1] != ["such"]
    if "that" in between[:8]:
        before = between[: between.index("that")]
        return not any(word in AUXILIARIES or word in {"and", "but", ","} for word in before)
    return between[0] in _LINKS and len(between) <= 4
