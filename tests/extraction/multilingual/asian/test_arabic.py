"""Arabic quotations get the right speaker, or none."""

import pytest

from tests.support.attributed_texts import AttributedText, expected_in, quoted_in

_P = "partial"

CASES = [
    AttributedText(
        "verb, office, name and colon",
        'وقال أمين المكتبة حسام النحاس: "الكتب لا تهرب، القراء يهربون." وستفتح المكتبة في آذار.',
        (("الكتب لا تهرب، القراء يهربون.", "حسام النحاس"),),
    ),
    AttributedText(
        "a woman of a trade",
        "وأوضحت المعمارية لارا قباني: «الجسر غنى قبل أن يسقط». ولم تكشف السلطات عن الأسباب.",
        (("الجسر غنى قبل أن يسقط", "لارا قباني"),),
    ),
    AttributedText(
        "the words first",
        "«التذاكر نفدت لكن المقاعد لم تصل»، أعلن مدير المسرح فادي الحكيم للصحفيين أمام الباب.",
        (("التذاكر نفدت لكن المقاعد لم تصل", "فادي الحكيم"),),
    ),
    AttributedText(
        "surname again",
        'افتتح وزير النقل بشار الصباغ المحطة صباح اليوم. وأضاف الصباغ ضاحكا: "القطار يصل قبلي دائما."',
        (("القطار يصل قبلي دائما.", "بشار الصباغ"),),
    ),
    AttributedText(
        "she, in the verb",
        "ترسم الفنانة هالة السقا عند الفجر. «الظل أصدق من الضوء»، قالت ضاحكة.",
        (("الظل أصدق من الضوء", "هالة السقا"),),
    ),
    AttributedText(
        "two people and their surnames",
        'جلس الراعي عدنان الخوري والطبيبة ريم صقر قرب السياج. قال الخوري: "الغنم نحيل." وأجابت صقر: "الغنم عجوز."',
        (("الغنم نحيل.", "عدنان الخوري"), ("الغنم عجوز.", "ريم صقر")),
    ),
    AttributedText(
        "two people told apart by the verb",
        "التقى النجار سمير الحلبي والكاتبة منى الرفاعي على الجسر. وقالت: «الخشب لا ينسى».",
        (("الخشب لا ينسى", "منى الرفاعي"),),
    ),
    AttributedText(
        "described as something",
        'ووصفت الناقدة سهى الزين المسرح الجديد بأنه "فشل هادئ".',
        (("فشل هادئ", "سهى الزين", _P),),
    ),
    AttributedText(
        "said that something",
        'وقال الطباخ كريم الدباغ إن الملح "آخر الكلام" في المطبخ.',
        (("آخر الكلام", "كريم الدباغ", _P),),
    ),
    AttributedText(
        "saying",
        "واعتذر مدير المدرسة طلال العمري عن التأخر قائلا: «وثقت بالمنبه أكثر مما ينبغي».",
        (("وثقت بالمنبه أكثر مما ينبغي", "طلال العمري"),),
    ),
    AttributedText(
        "a dropped subject goes on with the speaker",
        "وقال القبطان زياد البحري: «الأمواج تعد». وأضاف: «أما البحر فلا يعد».",
        (("الأمواج تعد", "زياد البحري"), ("أما البحر فلا يعد", "زياد البحري")),
    ),
    AttributedText(
        "the subject before its verb",
        'لكن رئيس البلدية ماهر الأسعد قال: "الساحة ليست للبيع."',
        (("الساحة ليست للبيع.", "ماهر الأسعد"),),
    ),
    AttributedText(
        "the office again",
        'زارت وزيرة الزراعة نادية الخطيب القرية أمس. وقالت الوزيرة: "الزيتون يعرف المطر."',
        (("الزيتون يعرف المطر.", "نادية الخطيب"),),
    ),
    AttributedText(
        "an office with a place",
        "وقال رئيس بلدية صيدا مروان الحسن: «البحر جارنا».",
        (("البحر جارنا", "مروان الحسن"),),
    ),
    AttributedText(
        "name first, office behind a comma",
        'وقال وسام الترك، مدير الميناء، إن "السلالم أضيق من الأحلام".',
        (("السلالم أضيق من الأحلام", "وسام الترك", _P),),
    ),
    AttributedText(
        "according to",
        "«الدخان اختار الدرج»، بحسب قائد الإطفاء عصام البنا.",
        (("الدخان اختار الدرج", "عصام البنا"),),
    ),
    AttributedText(
        "a question and its mark",
        "وتساءلت الباحثة دينا الشماع: «من يعد النجوم؟» ثم ابتسمت.",
        (("من يعد النجوم؟", "دينا الشماع"),),
    ),
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
        "works and companies are nobody's words",
        "صدرت رواية «خريطة المطر» للكاتب أنور السعدي عن دار «النورس»، وتبدأ مبادرة «ميناء جديد» في حزيران.",
    ),
    AttributedText(
        "words at a distance are nobody's words",
        'صارت هذه "المدينة الفارغة" مزدحمة كل صيف.',
    ),
]


@pytest.mark.parametrize("case", CASES, ids=[case.kind for case in CASES])
def test_the_speaker_is_the_one_of_the_text(case: AttributedText) -> None:
    assert quoted_in(case.text) == expected_in(case)
