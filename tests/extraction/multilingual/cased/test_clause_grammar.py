"""The subject behind a verb is found over adverbs and phrases with prepositions."""

import pytest

from citations.extraction.multilingual.cased.clause_grammar import ClauseGrammar
from citations.extraction.multilingual.cased.phrases.person_phrases import find_people
from citations.extraction.multilingual.cased.tagging import Tagger
from tests.support.prose_reading import prose_of


@pytest.mark.parametrize(
    ("code", "text", "name"),
    [
        ("es", "dijo en rueda de prensa Leocadia Barrientos", "Leocadia Barrientos"),
        ("es", "dijo ante el juez Pedro Maroto la acusada", ""),
        ("de", "sagte dem Sender gestern Karl Braun", "Karl Braun"),
        ("fr", "grommelé hier, devant la presse, le maire Jean Roux", "Jean Roux"),
        ("de", "sagte man der Zeitung", ""),
    ],
)
def test_the_subject_behind_a_verb(code: str, text: str, name: str) -> None:
    prose = prose_of(text, code)
    tag = Tagger(prose)
    grammar = ClauseGrammar(prose, tag, find_people(prose, tag))
    found, _ = grammar.subject_behind(0, len(prose.tokens))
    assert (" ".join(found.name) if found else "") == name
