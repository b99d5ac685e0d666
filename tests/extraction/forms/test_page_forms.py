"""The order in which the forms of a page are read."""

import pytest

from citations.extraction.quotations import find_quotations


@pytest.mark.parametrize(
    ("text", "speaker", "rule"),
    [
        ("• “We go”: Ana Duarte", "Ana Duarte", "credit"),
        ("Ana Duarte – “We go.”", "Ana Duarte", "label"),
        ("@ana_d: “We go.” — Bo Lindt, farmer", "@ana_d", "handle"),
        ("Ana Duarte said: “We go.” — Bo Lindt, Daily News", "Ana Duarte", "before"),
        ("Quote of the day: “We go.” – engineer Ana Duarte", "Ana Duarte", "dash"),
        ("The ruling was brief: “We go.” — Judge Bo Lindt", "Bo Lindt", "dash"),
    ],
)
def test_the_form_that_is_nearest_names_the_speaker(text: str, speaker: str, rule: str) -> None:
    (found,) = find_quotations(text, language="en")
    assert (found.speaker, found.rule) == (speaker, rule)
