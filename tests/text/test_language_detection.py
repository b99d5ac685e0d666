"""The language of a text is known from its script, its function words and its letters."""

import pytest

from citations.text.language_detection import detect_language


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("The council met on Friday, and nobody said what had been decided.", "en"),
        ("Der Rat traf sich am Freitag, und niemand sagte, was beschlossen wurde.", "de"),
        ("Le conseil s’est réuni vendredi, mais personne n’a dit ce qui a été décidé.", "fr"),
        ("El consejo se reunió el viernes y nadie dijo lo que se había decidido.", "es"),
        ("Il consiglio si è riunito venerdì, ma nessuno ha detto che cosa è stato deciso.", "it"),
        ("O conselho reuniu-se na sexta-feira, mas ninguém disse o que foi decidido.", "pt"),
        ("De raad kwam vrijdag bijeen, maar niemand zei wat er besloten was.", "nl"),
        ("Rada zebrała się w piątek, ale nikt nie powiedział, co postanowiono.", "pl"),
        ("Совет собрался в пятницу, но никто не сказал, что было решено.", "ru"),
        ("評議会は金曜日に開かれたが、何が決まったかは誰も言わなかった。", "ja"),
        ("议会星期五开会，但没有人说决定了什么。", "zh"),
        ("의회는 금요일에 모였지만 아무도 결정을 말하지 않았다.", "ko"),
        ("اجتمع المجلس يوم الجمعة، ولم يقل أحد ما تقرر.", "ar"),
    ],
)
def test_thirteen_languages_are_told_apart(text: str, code: str) -> None:
    assert detect_language(text) == code


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Rådet möttes i fredags, och ingen har sagt vad som är beslutat.", "sv"),
        ("Rada zasedala v pátek a nikdo neřekl, co se už rozhodlo.", "cs"),
        ("Рада зібралася в п’ятницю, але ніхто не сказав, що було вирішено.", "uk"),
        ("Το συμβούλιο συνεδρίασε την Παρασκευή.", "el"),
    ],
)
def test_languages_that_are_not_read_are_recognised(text: str, code: str) -> None:
    assert detect_language(text) == code


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ('"On ne passe pas, et c’est tout ce que nous avons à dire," she said of the gate.', "en"),
        ("„We never sold it, and we are not going to do it now“, sagte er über die Orgel.", "de"),
    ],
)
def test_the_prose_counts_and_not_the_words_between_marks(text: str, code: str) -> None:
    assert detect_language(text) == code


@pytest.mark.parametrize("text", ["", "1234", "Ana Duarte", "…"])
def test_too_little_text_has_no_language(text: str) -> None:
    assert detect_language(text) == ""


def test_a_single_foreign_phrase_does_not_make_an_english_text_foreign() -> None:
    text = "“We stay,” Ana Duarte said of the Rue de la Paix and the Casa del Sol."
    assert detect_language(text) in {"", "en"}
