"""Arabic texts with several quotations: each gets its own speaker."""

import pytest

from tests.support.attributed_texts import AttributedText, expected_in, quoted_in

CASES = [
    AttributedText(
        "two people and their surnames",
        'جلس الراعي عدنان الخوري والطبيبة ريم صقر قرب السياج. قال الخوري: "الغنم نحيل." وأجاب'
        'ت صقر: "الغنم عجوز."',
        (
            ("الغنم نحيل.", "عدنان الخوري"),
            ("الغنم عجوز.", "ريم صقر"),
        ),
    ),
    AttributedText(
        "a dropped subject goes on with the speaker",
        "وقال القبطان زياد البحري: «الأمواج تعد». وأضاف: «أما البحر فلا يعد».",
        (
            ("الأمواج تعد", "زياد البحري"),
            ("أما البحر فلا يعد", "زياد البحري"),
        ),
    ),
    AttributedText(
        "several quotations 1",
        "وسألت الصحفية ميرنا خليل الوزير: «متى يفتح الجسر؟» فأجاب الوزير فؤاد مطر: «حين ينام "
        "النهر».",
        (
            ("متى يفتح الجسر؟", "ميرنا خليل"),
            ("حين ينام النهر", "فؤاد مطر"),
        ),
    ),
    AttributedText(
        "several quotations 2",
        'حضر الكاتب منير داغر والممثلة هند الريس العرض. قال داغر: "النص من عمود الكهرباء." وع'
        'لقت الريس: "العمود لا يقبض."',
        (
            ("النص من عمود الكهرباء.", "منير داغر"),
            ("العمود لا يقبض.", "هند الريس"),
        ),
    ),
    AttributedText(
        "several quotations 3",
        'وتساءل المؤرخ عصمت باشا: "من كتب هذا؟" ثم أجاب: "لا أحد."',
        (
            ("من كتب هذا؟", "عصمت باشا"),
            ("لا أحد.", "عصمت باشا"),
        ),
    ),
    AttributedText(
        "several quotations 4",
        'التقى الموسيقي وائل صفدي والشاعرة نجوى ملحم في الكواليس. قال صفدي: "الصمت أصعب." وأج'
        'ابت ملحم: "الكلام أصعب."',
        (
            ("الصمت أصعب.", "وائل صفدي"),
            ("الكلام أصعب.", "نجوى ملحم"),
        ),
    ),
]


@pytest.mark.parametrize("case", CASES, ids=[case.kind for case in CASES])
def test_each_quotation_gets_its_own_speaker(case: AttributedText) -> None:
    assert quoted_in(case.text) == expected_in(case)
