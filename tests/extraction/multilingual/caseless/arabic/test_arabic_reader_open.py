"""Arabic words that nobody says are no quotations, and doubt leaves the speaker open."""

import pytest

from tests.support.attributed_texts import AttributedText, expected_in, quoted_in

CASES = [
    AttributedText(
        "an office alone leaves it open",
        'وقال متحدث باسم الشركة: "لم نجد المفتاح."',
        (("لم نجد المفتاح.", ""),),
    ),
    AttributedText(
        "two men could have spoken",
        "التقى البستاني رامي عودة والحداد جورج سلامة عند الباب. وقال: «الورد تأخر».",
        (("الورد تأخر", ""),),
    ),
    AttributedText(
        "one of the two, whoever it was",
        "تشاجر رامي عودة وجورج سلامة. وسمع أحدهما يقول للآخر: «احترم نفسك قليلا».",
        (("احترم نفسك قليلا", ""),),
    ),
    AttributedText(
        "works and companies are nobody's words",
        "صدرت رواية «خريطة المطر» للكاتب أنور السعدي عن دار «النورس»، وتبدأ مبادرة «ميناء جدي"
        "د» في حزيران.",
    ),
    AttributedText(
        "words at a distance are nobody's words",
        'صارت هذه "المدينة الفارغة" مزدحمة كل صيف.',
    ),
    AttributedText(
        "open 1",
        "وأشار الدكتور الأتاسي إلى أن الحديقة ستغلق.",
    ),
    AttributedText(
        "open 2",
        "وقال رئيس شركة السكك الحديدية منذر عيسى: «التأخر ثقافة». ورد أحد الركاب: «الثقافة لا"
        " تنتظر».",
        (
            ("التأخر ثقافة", "منذر عيسى"),
            ("الثقافة لا تنتظر", ""),
        ),
    ),
    AttributedText(
        "open 3",
        "وتابعت: «البيت ليس حجرا».",
        (("البيت ليس حجرا", ""),),
    ),
    AttributedText(
        "open 4",
        "أطلقت الجمعية حملة «ليلة الضوء» بمشاركة ثلاثمئة شخص.",
    ),
    AttributedText(
        "open 5",
        "وقالت مصادر مطلعة: «القرار لم يتخذ بعد».",
        (("القرار لم يتخذ بعد", ""),),
    ),
    AttributedText(
        "open 6",
        "رفعت لافتة كتب عليها «أهلا بكم»، وعزفت فرقة «أنغام الوطن».",
    ),
    AttributedText(
        "open 7",
        'قال الوزير للصحفيين: "لا تعليق."',
        (("لا تعليق.", ""),),
    ),
]


@pytest.mark.parametrize("case", CASES, ids=[case.kind for case in CASES])
def test_nobody_is_named_where_the_text_leaves_it_open(case: AttributedText) -> None:
    assert quoted_in(case.text) == expected_in(case)
