"""Arabic words that complete a sentence of the writer get the speaker of that sentence."""

import pytest

from tests.support.attributed_texts import AttributedText, expected_in, quoted_in

_P = "partial"

CASES = [
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
        "name first, office behind a comma",
        'وقال وسام الترك، مدير الميناء، إن "السلالم أضيق من الأحلام".',
        (("السلالم أضيق من الأحلام", "وسام الترك", _P),),
    ),
    AttributedText(
        "words in a sentence 1",
        'وأكد نائب رئيس البلدية كمال الطويل في مؤتمر صحفي أن "اسم الجسر يقرره السكان".',
        (("اسم الجسر يقرره السكان", "كمال الطويل", _P),),
    ),
    AttributedText(
        "words in a sentence 2",
        'وشرح عالم النبات الدكتور رفيق الأتاسي أن الزهور "لا تعرف أيام الأسبوع".',
        (("لا تعرف أيام الأسبوع", "رفيق الأتاسي", _P),),
    ),
    AttributedText(
        "words in a sentence 3",
        'من جهتها، قالت رئيسة الجمعية لبنى حيدر إنها "لن تبيع البيت".',
        (("لن تبيع البيت", "لبنى حيدر", _P),),
    ),
    AttributedText(
        "words in a sentence 4",
        'وصرح المتحدث باسم الشرطة العقيد أمجد سليمان بأن "التحقيق مستمر".',
        (("التحقيق مستمر", "أمجد سليمان", _P),),
    ),
    AttributedText(
        "words in a sentence 5",
        'واعتبر الناقد سليم الأيوبي الفيلم "تهويدة لا تنام"، بينما قالت المنتجة غادة نصار إنه'
        ' "حلم قصير".',
        (
            ("تهويدة لا تنام", "سليم الأيوبي", _P),
            ("حلم قصير", "غادة نصار", _P),
        ),
    ),
    AttributedText(
        "words in a sentence 6",
        'وأوضح المدير العام للمطار طارق سلوم أن المدرج "ليس للبيع".',
        (("ليس للبيع", "طارق سلوم", _P),),
    ),
    AttributedText(
        "words in a sentence 7",
        'ووصفت الناقدة رشا دياب المبنى الجديد بأنه "عذر من زجاج"، فيما رأى المهندس عماد سعادة'
        ' أنه "صندوق فارغ".',
        (
            ("عذر من زجاج", "رشا دياب", _P),
            ("صندوق فارغ", "عماد سعادة", _P),
        ),
    ),
]


@pytest.mark.parametrize("case", CASES, ids=[case.kind for case in CASES])
def test_the_words_in_a_sentence_get_its_speaker(case: AttributedText) -> None:
    assert quoted_in(case.text) == expected_in(case)
