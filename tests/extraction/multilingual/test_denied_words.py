"""Words that somebody did not say, in every language."""

import pytest

from citations.extraction.quotations import find_quotations


@pytest.mark.parametrize(
    "text",
    [
        "Ana Duarte hat nie gesagt: „Wir gehen heute nach Hause.“",
        "Ana Duarte sagte nicht: „Wir gehen heute nach Hause.“",
        "Ana Duarte n’a jamais dit : « Nous rentrons chez nous. »",
        "Ana Duarte no dijo: «Nos vamos a casa».",
        "Ana Duarte non ha mai detto: «Andiamo a casa».",
        "Ana Duarte nunca disse: “Vamos para casa”.",
        "Ana Duarte heeft nooit gezegd: ‘Wij gaan naar huis.’",
        "Anna Duda nigdy nie powiedziała: „Idziemy do domu”.",
        "Анна Дуда никогда не говорила: «Мы идём домой».",
        "早瀬亜由美氏は「帰る」とは言っていない。",
        "柳如松没有说：“我们回家。”",
        "남궁현 씨는 “집에 간다”고 말하지 않았다.",
        "لم تقل سلمى الحداد: «سنعود إلى البيت».",
    ],
)
def test_they_are_nobodys(text: str) -> None:
    found = find_quotations(text)
    assert [(each.speaker, each.attribution, each.rule) for each in found] == [
        ("", None, "unattributed")
    ]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Ana Duarte sagte nicht nur: „Wir gehen heute nach Hause.“", "Ana Duarte"),
        ("„Das ist nicht wahr“, sagte Ana Duarte.", "Ana Duarte"),
        ("Es regnete nicht. Ana Duarte sagte: „Wir gehen heute nach Hause.“", "Ana Duarte"),
        ("— Não volto mais — murmurou Benedita Falcão.", "Benedita Falcão"),
        ("«No volveré», dijo Ana Duarte.", "Ana Duarte"),
        ("« Je ne viendrai pas », a dit Ana Duarte.", "Ana Duarte"),
    ],
)
def test_a_negation_elsewhere_denies_nothing(text: str, speaker: str) -> None:
    assert [each.speaker for each in find_quotations(text)] == [speaker]
