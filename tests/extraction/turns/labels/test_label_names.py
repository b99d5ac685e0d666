"""Names in labels, in their base form."""

import pytest

from citations.extraction.turns.labels.label_names import in_normal_case, label_name


@pytest.mark.parametrize(
    ("printed", "base"),
    [
        ("WATTS", "WATTS"),
        ("Watts", "Watts"),
        ("FENELLA WOODROW", "Fenella Woodrow"),
        ("RODERICK PIKE-ADAMS", "Roderick Pike-Adams"),
        ("Senator PELLEGRINO", "Pellegrino"),
        ("Senator McKIM", "McKim"),
        ("MR. O'BRIEN", "O'Brien"),
        ("MRS. HECTOR DE LA CRUZ", "Hector de la Cruz"),
        ("The Hon. Delphine Ngata", "Delphine Ngata"),
        ("Rt Hon Sir Hugh Lorne", "Hugh Lorne"),
        ("PRESENTER HELGA NIMMO", "Helga Nimmo"),
        ("CANDIDATE ROWNTREE", "Rowntree"),
        ("Emma WATTS", "Emma Watts"),
        ("Mr King", "King"),
        ("Mr.Watts", "Watts"),
        ("Senator YOUNG", "Young"),
        ("EMMA PORTER", "Emma Porter"),
        ("M. O'BRIEN", "M. O'Brien"),
        ("M. Castagne", "Castagne"),
        ("Mme Odile Ferrand", "Odile Ferrand"),
        ("桐谷萌子さん", "桐谷萌子"),
    ],
)
def test_a_person_is_named_without_title_and_capitals(printed: str, base: str) -> None:
    name = label_name(printed)
    assert name
    assert not name.is_role
    assert name.base == base


@pytest.mark.parametrize(
    "printed",
    [
        *("THE WITNESS", "THE COURT", "MODERATOR", "TRAVELLER", "The Chair", "Mr. Speaker"),
        *("FIRST SOLDIER", "STATION MASTER", "Speaker 2", "The PRESIDING OFFICER", "Interviewer"),
        *("UNIDENTIFIED MALE", "Mr Deputy Speaker", "Mayor of Carnmouth", "CAPTAIN OF THE GUARD"),
        *("GUARD 2", "The Parliamentary Secretary for Ponds"),
    ],
)
def test_a_role_stays_as_printed(printed: str) -> None:
    name = label_name(printed)
    assert name
    assert name.is_role
    assert name.base == printed


@pytest.mark.parametrize(
    "printed",
    ["one thing was clear", "But nobody said so", "He said", "12 May", "Mr.", "Add the stock"],
)
def test_words_are_no_name(printed: str) -> None:
    assert label_name(printed) is None


def test_initials_are_told_from_names() -> None:
    assert [bool((n := label_name(each)) and n.is_initials) for each in ("NP", "N.P.", "NILE")] == [
        True,
        True,
        False,
    ]


def test_the_form_of_address_shows_the_gender() -> None:
    assert [(n := label_name(each)) and n.gender for each in ("Mr Xu", "Dame Xu", "Dr Xu")] == [
        "m",
        "f",
        "",
    ]


def test_capitals_become_normal_case() -> None:
    assert in_normal_case("VAN DER BERG") == "Van der Berg"
    assert in_normal_case("MCKENNA") == "McKenna"
    assert in_normal_case("Ada Quill") == "Ada Quill"
