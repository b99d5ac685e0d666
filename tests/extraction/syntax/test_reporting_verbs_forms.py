"""Every form of every reporting verb leads to the speaker beside it.

`verb_forms.txt` holds the forms once more: whoever strikes one from the code strikes it there too.
"""

from pathlib import Path

import pytest

from citations.extraction.quotations import find_quotations
from citations.extraction.syntax.reporting_verbs import CUES

_, FINITE, PARTICIPLES, NOUNS_TOO = (
    part.partition("\n")[2].split()
    for part in Path(__file__).with_name("verb_forms.txt").read_text("utf-8").split("# ")
)


def attributed(text: str) -> tuple[str, str]:
    """The verb and the rule of the only quotation."""
    (found,) = find_quotations(text, language="en")
    return found.cue.text_in(text) if found.cue else "", found.rule


@pytest.mark.parametrize("verb", FINITE)
def test_a_finite_verb_follows_its_speaker(verb: str) -> None:
    assert attributed(f"“We go,” Ana Duarte {verb}.") == (verb, "after")


@pytest.mark.parametrize("verb", PARTICIPLES)
def test_a_participle_leads_up_to_the_words(verb: str) -> None:
    assert attributed(f"With Ana Duarte {verb}: “We go.”") == (verb, "before")


@pytest.mark.parametrize("verb", NOUNS_TOO)
def test_a_verb_that_is_a_noun_too_needs_a_pronoun(verb: str) -> None:
    assert attributed(f"“We go,” they {verb}.") == (verb, "after")


def test_every_form_of_the_lists_is_here() -> None:
    assert set(FINITE) | set(PARTICIPLES) | set(NOUNS_TOO) == CUES
