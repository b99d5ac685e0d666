"""The prose of a text in one of the languages with capitals, tagged, with its people."""

from citations.extraction.languages.lexicon_loading import load_language
from citations.extraction.multilingual.cased.phrases.person_phrases import find_people
from citations.extraction.multilingual.cased.phrases.phrase_grammar import PersonPhrase
from citations.extraction.multilingual.cased.prose import Prose, read_prose
from citations.extraction.multilingual.cased.speech import SpeechPiece, find_speech
from citations.extraction.multilingual.cased.tagging import Tagger


def speech_of(text: str, code: str) -> list[SpeechPiece]:
    language = load_language(code)
    assert language
    return find_speech(text, language)


def prose_of(text: str, code: str) -> Prose:
    language = load_language(code)
    assert language
    return read_prose(text, find_speech(text, language), language)


def tagger_of(text: str, code: str) -> Tagger:
    return Tagger(prose_of(text, code))


def people_of(text: str, code: str) -> list[PersonPhrase]:
    prose = prose_of(text, code)
    return find_people(prose, Tagger(prose))
