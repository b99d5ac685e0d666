"""The style, the language and the quotes of the pages that cite."""

import pytest

from citations.forms.citation import MOST_TOGETHER, CitationForm, CollectionForm

ONE, TWO, THREE = "VMBBKS08", "0ZRS6RJV", "46X7TFXG"


def collection(**asked: str) -> CollectionForm:
    form = CollectionForm(asked)
    form.is_valid()
    return form


@pytest.mark.parametrize(
    ("asked", "style", "language"),
    [
        ({}, "apa", "en-US"),
        ({"style": "modern-language-association"}, "modern-language-association", "en-US"),
        ({"style": "apa", "named": "Harvard Cite Them Right"}, "harvard-cite-them-right", "en-GB"),
        ({"locale": "de-DE"}, "apa", "de-DE"),
    ],
)
def test_a_style_and_a_language_are_chosen(
    asked: dict[str, str], style: str, language: str
) -> None:
    form = CitationForm(asked)
    assert form.is_valid(), form.errors
    assert (form.chosen.name, form.language) == (style, language)


@pytest.mark.parametrize(
    ("asked", "field"),
    [({"style": "apaa"}, "style"), ({"named": "Harvrd"}, "named"), ({"locale": "xx"}, "locale")],
)
def test_an_unknown_name_is_an_error_of_its_field_and_the_usual_style_is_shown(
    asked: dict[str, str], field: str
) -> None:
    form = CitationForm(asked)
    assert not form.is_valid()
    assert list(form.errors) == [field]
    assert form.chosen.name == "apa"


def test_similar_names_are_suggested() -> None:
    form = CitationForm({"style": "harvard-cite-them-rigth"})
    form.is_valid()
    assert "Similar names: " in form.errors["style"][0]
    assert "harvard-cite-them-right" in form.errors["style"][0]


def test_a_chosen_style_that_is_not_common_is_among_the_choices() -> None:
    form = CitationForm({"style": "acta-medica-portuguesa"})
    assert form.is_valid(), form.errors
    assert form.styles["acta-medica-portuguesa"] == form.chosen.title
    assert form.locales["ja-JP"] == "Japanese (ja-JP)"


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("", ()),
        (f"{ONE},{TWO}", (ONE, TWO)),
        (f"{ONE} ; {ONE}\n{TWO}", (ONE, TWO)),
        (ONE.lower(), (ONE,)),
        (f"https://example.org/quotes/{ONE}/ /quotes/{TWO}.ris", (ONE, TWO)),
    ],
)
def test_keys_are_read_from_keys_and_addresses(text: str, keys: tuple[str, ...]) -> None:
    form = collection(quotes=text)
    assert not form.errors
    assert form.keys == keys


def test_what_is_not_a_key_is_an_error_and_the_keys_are_kept() -> None:
    form = collection(quotes=f"{ONE} nonsense")
    assert form.errors["quotes"] == ["“nonsense” is not a key or an address of a quotation."]
    assert form.keys == (ONE,)


def test_too_many_keys_are_an_error() -> None:
    form = collection(quotes=" ".join(f"{n:08}" for n in range(MOST_TOGETHER + 3)))
    assert form.errors["quotes"] == [
        "At most 500 quotations can be cited at once, not 503: remove some."
    ]
    assert len(form.keys) == MOST_TOGETHER


@pytest.mark.parametrize(
    ("change", "keys"),
    [
        ({"up": TWO}, [TWO, ONE]),
        ({"up": ONE}, [ONE, TWO]),
        ({"down": ONE}, [TWO, ONE]),
        ({"down": TWO}, [ONE, TWO]),
        ({"remove": ONE}, [TWO]),
        ({"remove": THREE}, [ONE, TWO]),
        ({"add": THREE}, [ONE, TWO, THREE]),
    ],
)
def test_a_collection_is_changed(change: dict[str, str], keys: list[str]) -> None:
    form = collection(quotes=f"{ONE},{TWO}", **change)
    assert form.is_change
    assert form.keys_after_change == keys


def test_an_address_keeps_the_style_and_the_language() -> None:
    assert not collection(quotes=ONE).is_change
    assert collection().address([ONE, TWO]) == f"/cite/?quotes={ONE},{TWO}"
    form = collection(named="APA", locale="ja-JP")
    assert form.address([ONE]) == f"/cite/?quotes={ONE}&style=apa&locale=ja-JP"
