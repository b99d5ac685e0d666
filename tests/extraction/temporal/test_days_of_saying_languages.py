"""When it was said, in German, French, Spanish and Japanese."""

import pytest

from tests.extraction.temporal.test_days_of_saying import said_in

WEDNESDAY = "2019-11-06"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("am Mittwoch", "2019-11-06"),
        ("am Montagabend", "2019-11-04"),
        ("gestern Abend im Rathaus", "2019-11-05"),
        ("am 9. Juni", "2019-06-09"),
        ("vor zwei Monaten", "2019-09"),
        ("im Juni vergangenen Jahres", "2018-06"),
        ("vergangene Woche", "2019-10-28/2019-11-03"),
        ("1994 in einem Interview", "1994"),
        ("im Frühjahr 1968", "1968-21"),
        ("in der Sitzung vom Dienstag", "2019-11-05"),
        ("in einem Brief vom 12. September 1846", "1846-09-12"),
        ("nach dem Brand am Montag", ""),
        ("vor dem Spiel am Samstag", ""),
        (", die am 4. April vereidigt wurde", ""),
        ("am Dienstag vor Gericht und wiederholte es am Donnerstag", ""),
    ],
)
def test_it_dates_german(words: str, said: str) -> None:
    assert said_in(f"„Es reicht“, sagte Hanna Krall {words}.", WEDNESDAY, "de")[0] == said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Der Bau brannte am 9. Juni. Am Tag zuvor hatte Emil Loh gesagt: „Das geht gut.“",
         "2019-06-08"),
        ("Der Damm brach am 3. Juli. „Rost“, sagte Emil Loh am nächsten Tag.", "2019-07-04"),
        ("Emil Loh hatte am Montag erklärt: „Das geht gut.“", "2019-11-04"),
        ("In einem Interview von 1994 sagte die Sopranistin Perle Dunn: „Nie.“", "1994"),
        ("Der Minister Fritz Mahler soll am Samstag vor der Kammer sagen: „Nie wieder.“", ""),
        ("Am Montag brach der Damm, und Emil Loh sagte: „Lauft!“", ""),
        ("„Es reicht“, sagt Emil Loh jeden Freitag.", ""),
    ],
)  # fmt: skip
def test_it_dates_german_sentences(text: str, said: str) -> None:
    assert said_in(text, WEDNESDAY, "de")[0] == said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("« Ça suffit », a déclaré mercredi la maire Jeanne Morel.", "2019-11-06"),
        ("« Ça suffit », a dit hier soir Jeanne Morel.", "2019-11-05"),
        ("Tout a brûlé le 9 juin. « Ça suffit », a dit Jeanne Morel le lendemain.", "2019-06-10"),
        ("« Ça suffit », a dit Jeanne Morel il y a deux mois.", "2019-09"),
        ("Tout a brûlé le 9 juin. La veille, Jeanne Morel avait dit : « Ça va. »", "2019-06-08"),
        ("« Ça suffit », a dit Jeanne Morel l’an dernier.", "2018"),
        ("« Ça suffit », a dit Jeanne Morel en 1994.", "1994"),
        ("« Ça suffit », disait Jeanne Morel dans les années 1970.", "197X"),
        ("« Ça suffit », a dit Jeanne Morel lors de la réunion de mardi.", "2019-11-05"),
        ("« Ça suffit », a dit Jeanne Morel le 1er mars 2018.", "2018-03-01"),
        ("Dans un entretien en 1994, Jeanne Morel a dit : « Ça suffit. »", "1994"),
        ("« Ça suffit », dira Jeanne Morel samedi.", ""),
        ("Samedi, Jeanne Morel doit dire : « Ça suffit. »", ""),
        ("« Ça suffit », répète Jeanne Morel chaque vendredi.", ""),
        ("« Ça suffit », a dit Jeanne Morel, qui a prêté serment le 4 avril.", ""),
        ("« Ça suffit », a dit Jeanne Morel après l’incendie de lundi.", ""),
        ("Lundi, le barrage a cédé et Jeanne Morel a dit : « Courez. »", ""),
    ],
)
def test_it_dates_french(text: str, said: str) -> None:
    assert said_in(text, WEDNESDAY, "fr")[0] == said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("«Basta», dijo el miércoles la alcaldesa Inés Lobo.", "2019-11-06"),
        ("«Basta», dijo anoche Inés Lobo.", "2019-11-05"),
        ("«Basta», dijo Inés Lobo hace dos meses.", "2019-09"),
        ("Ardió el 9 de junio. El día anterior, Inés Lobo había dicho: «Todo va bien».",
         "2019-06-08"),
        ("«Basta», dijo Inés Lobo el 9 de junio de 2018.", "2018-06-09"),
        ("«Basta», dijo Inés Lobo en la reunión del martes.", "2019-11-05"),
        ("En una entrevista en 1994, Inés Lobo dijo: «Basta».", "1994"),
        ("«Basta», dijo Inés Lobo en la primavera de 1968.", "1968-21"),
        ("«Basta», dirá Inés Lobo el sábado.", ""),
        ("«Basta», dice Inés Lobo cada viernes.", ""),
        ("«Basta», dijo Inés Lobo, que juró su cargo el 4 de abril.", ""),
        ("«Basta», dijo Inés Lobo tras el incendio del lunes.", ""),
        ("El lunes se rompió la presa e Inés Lobo dijo: «Corran».", ""),
    ],
)  # fmt: skip
def test_it_dates_spanish(text: str, said: str) -> None:
    assert said_in(text, WEDNESDAY, "es")[0] == said


@pytest.mark.parametrize(
    ("text", "language", "said", "printed"),
    [
        ("„Es reicht“, sagte Hanna Krall am 9. Juni\n1994 im Rathaus der Stadt, in der sie lebt.",
         "de", "1994-06-09", "9. Juni\n1994"),
        ("« Ça suffit », a dit Jeanne Morel le 9\njuin 1994 devant toute la commission.",
         "fr", "1994-06-09", "9\njuin 1994"),
    ],
)  # fmt: skip
def test_the_span_leads_to_the_text_as_it_was_given(
    text: str, language: str, said: str, printed: str
) -> None:
    assert said_in(text, WEDNESDAY, language) == (said, printed)
