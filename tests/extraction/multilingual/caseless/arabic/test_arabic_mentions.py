"""Arabic names are found without the offices before and the words behind them."""

import pytest

from citations.extraction.multilingual.caseless.arabic.arabic_mentions import (
    ArabicMentionFinder,
    short_forms,
)
from citations.extraction.multilingual.caseless.arabic.arabic_words import (
    arabic_lexicon,
    arabic_words,
)


def mentions_in(prose: str) -> list[tuple[str, str, str]]:
    lexicon = arabic_lexicon("ar")
    finder = ArabicMentionFinder(arabic_words(prose, lexicon), lexicon)
    return [(each.kind, each.name, each.gender) for each in finder.mentions()]


@pytest.mark.parametrize(
    ("prose", "expected"),
    [
        ("وقال مدير المتحف نزار البيطار:", ("name", "نزار البيطار", "m")),
        ("وأضافت المهندسة رغد الشامي:", ("name", "رغد الشامي", "f")),
        ("وقال رئيس بلدية صيدا مروان الحسن:", ("name", "مروان الحسن", "m")),
        ("قال ناظر المحطة وليد القباني للركاب", ("name", "وليد القباني", "m")),
        ("وقال الجندلي مازحا", ("name", "الجندلي", "m")),
        ("وقالت الوزيرة:", ("role", "", "f")),
        ("وقال متحدث باسم الشركة:", ("role", "", "m")),
        ("وقال الحلاق عبد الرحمن القصاب عن", ("name", "عبد الرحمن القصاب", "m")),
        ("وقال البابا يوحنا:", ("name", "يوحنا", "m")),
    ],
)
def test_one_mention(prose: str, expected: tuple[str, str, str]) -> None:
    assert mentions_in(prose) == [expected]


@pytest.mark.parametrize("prose", ["صدرت الرواية في آذار", "قالت مبتسمة."])
def test_nobody_is_named(prose: str) -> None:
    assert [kind for kind, _name, _gender in mentions_in(prose) if kind == "name"] == []


def test_short_forms_are_family_and_given_name() -> None:
    assert short_forms("محمد حسن العلي") == ["العلي", "حسن العلي", "محمد", "محمد العلي"]
