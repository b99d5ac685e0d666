"""Language tags are written as RFC 5646 recommends, and tell the direction of the text."""

import pytest

from citations.text.languages import direction_of, usual_form


@pytest.mark.parametrize(
    ("tag", "usual"),
    [
        ("EN-gb", "en-GB"),
        ("ZH-HANT-tw", "zh-Hant-TW"),
        ("de-1996", "de-1996"),  # four digits are no script
        ("sl-ROZAJ-biske", "sl-rozaj-biske"),
        ("JA", "ja"),
        ("es-419", "es-419"),
    ],
)
def test_a_tag_has_its_usual_capitals(tag: str, usual: str) -> None:
    assert usual_form(tag) == usual


RIGHT_TO_LEFT = "ar arc ckb dv fa he iw ji ks ps sd syr ug ur yi".split()
SCRIPTS = "Adlm Arab Aran Hebr Mand Nkoo Rohg Samr Syrc Thaa".split()


@pytest.mark.parametrize("language", RIGHT_TO_LEFT)
def test_these_languages_are_written_from_right_to_left(language: str) -> None:
    assert direction_of(language) == direction_of(f"{language.upper()}-IR") == "rtl"
    assert direction_of(f"{language}-Latn") == "ltr"


@pytest.mark.parametrize("script", SCRIPTS)
def test_these_scripts_are_written_from_right_to_left(script: str) -> None:
    assert direction_of(f"ku-{script}") == direction_of(f"ku-{script.lower()}-IQ") == "rtl"


@pytest.mark.parametrize("tag", ["en", "ja", "zh-Hant", "ku", "de-1996", "ar-Latn-1996"])
def test_others_are_written_from_left_to_right(tag: str) -> None:
    assert direction_of(tag) == "ltr"


def test_digits_in_a_tag_are_no_script() -> None:
    assert direction_of("ar-1996") == "rtl"
