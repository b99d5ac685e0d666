"""Languages beside English: found whole, in the middle of a sentence, however they are typed."""

import random

import pytest

from citations.index import sync
from citations.models import Quote, Speaker, State
from citations.query.parser import parse_query
from citations.search.find import find_quote_ids
from citations.search.highlighting import highlight_excerpt
from citations.search.request import Search

JAPANESE = (
    "日本政府は強く抗議する", "平和条約交渉を継続する", "受け入れられない", "北方領土問題",
    "国民の理解が必要だ", "経済協力を進めたい", "両国の関係は困難な状況にある", "元島民の願い",
    "墓参りを再開してほしい", "ロシア外務省の声明", "国会で答弁した", "ビザなし交流の停止",
    "東京で会談した", "来年の予算案", "安全保障上の懸念", "あの島に帰りたい",
)  # fmt: skip
CHINESE = (
    "我们坚决反对", "两国关系正常化", "经济合作取得进展", "和平谈判必须继续", "人民的愿望",
    "外交部发言人表示", "北京时间上午", "这是不可接受的", "双方达成协议", "国家安全问题",
)  # fmt: skip


def add(texts: list[str], language: str) -> None:
    speaker, _ = Speaker.objects.get_or_create(slug="somebody", defaults={"name": "Somebody"})
    Quote.objects.bulk_create(
        Quote(speaker=speaker, text=text, language=language, state=State.PUBLISHED)
        for text in texts
    )


def found(query: str) -> set[int]:
    return set(find_quote_ids(Search(query=parse_query(query)), most=10_000))


@pytest.mark.parametrize(("clauses", "language"), [(JAPANESE, "ja"), (CHINESE, "zh")])
def test_any_stretch_of_a_sentence_is_found(
    transactional_db: None, clauses: tuple[str, ...], language: str
) -> None:
    """Against a brute force, on 200 stretches of one to six characters."""
    chance = random.Random(language)
    add(["、".join(chance.sample(clauses, 3)) + "。" for _ in range(300)], language)
    sync.rebuild_index()
    texts = dict(Quote.objects.values_list("pk", "text"))
    wanted = 0
    missed = 0
    for _ in range(200):
        clause = chance.choice(clauses)
        start, length = chance.randrange(len(clause)), chance.randint(1, 6)
        stretch = clause[start : start + length]
        expected = {number for number, text in texts.items() if stretch in text}
        wanted += len(expected)
        missed += len(expected - found(stretch))
    assert wanted > 1000
    assert 1 - missed / wanted >= 0.99


FOLDED = [
    # German: ß and ss, umlauts with and without their dots, capitals
    ("Die Straße nach Köln ist gesperrt", ["strasse", "STRASSE", "straße", "koln", "KÖLN"]),
    # French: accents, elision, ligatures
    ("L’État n’a jamais été si près du cœur", ["etat", "ÉTAT", "ete", "pres", "coeur", "cœur"]),
    # Russian: capitals, ё and е
    ("Ещё раз: МИР и дружба", ["еще", "ещё", "мир", "Дружба", '"мир и дружба"']),
    # Arabic and Hebrew: words as they stand
    ("السلام ممكن", ["السلام", '"السلام ممكن"']),
    ("השלום אפשרי", ["השלום", '"השלום אפשרי"']),
    # Hindi: vowel signs are letters, and belong to the one before
    ("हिन्दी में", ["हिन्दी", '"हिन्दी में"']),
    # Arabic and Hebrew: with points or without them
    ("مَرْحَبًا بالعالم", ["مرحبا", "مَرْحَبًا"]),
    ("שָׁלוֹם לכולם", ["שלום", "שָׁלוֹם"]),
    # Numbers that would be others in plain digits
    ("about 2½ percent of 10²", ["2½", '"about 2½ percent"', "10²"]),
    # Vietnamese and Polish: letters that Unicode does not take apart
    ("Đường Łódź", ["duong", "lodz", "Łódź"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "queries"), FOLDED, ids=[text for text, _ in FOLDED])
def test_accents_and_case_do_not_matter(
    transactional_db: None, text: str, queries: list[str]
) -> None:
    add([text, "Something else entirely"], "en")
    number = Quote.objects.get(text=text).pk
    assert {query: found(query) for query in queries} == {query: {number} for query in queries}


@pytest.mark.parametrize(("text", "query"), [("हिन्दी", "हानूदा"), ("2½ percent", "21")])
def test_another_word_is_not_found(transactional_db: None, text: str, query: str) -> None:
    add([text], "hi")
    assert found(query) == set()


def test_a_word_is_marked_with_its_vowel_signs() -> None:
    assert highlight_excerpt("वह हिन्दी है", parse_query("हिन्दी").highlight_terms)[1] == (
        "हिन्दी",
        True,
    )
