"""Words and sentences of the corpus: English on top, below it words made of syllables.

How often a word comes follows Zipf and Mandelbrot: the word of rank r as 1 / (r + SHIFT) ** STEEP.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate, chain
from random import Random
from typing import Generic, TypeVar

SHIFT, STEEP = 2.7, 1.15
# Ranks of the words that headlines leave out: what every sentence is made of.
HEAD = 60
SHORTEST, LONGEST = 5, 60

# In about 15 % of all quotes.
COMMON = "government"

ENGLISH = f"""
the of and to a in that is we it for be was {COMMON} on not are they with have this as will he you
but at by has from our all an their or can if people which were there been who would what one more
so no had do about when up them out must his some time my than other into could now how its your
country should new world only also very our work need every first way years many because most then
think make over these just like any even year those after good us where state take day want well
between through such here last being know does must still right before long own part much president
never us against under made each did both down water three while house public war without policy
market again school power money law life future order report month party great night health place
industry change region trade energy end budget number security problem question family minister
peace plan city children system history rights decision agreement safety treaty border position
support issue tax island week result member group company court price reform rule leader election
land sea visit talks effort food fuel village parliament farmer teacher worker doctor nation vote
army river road bridge harbour ship train station letter speech answer reason truth promise respect
fear hope trust danger victory defeat language paper book music winter summer spring autumn morning
evening north south east west mountain forest field stone fire wind rain snow light shadow
territorial fishing negotiation sanctions climate vaccine hospital university research science
technology computer network machine engine factory export import growth debt bank interest
investment insurance pension wage union strike protest demonstration freedom justice crime police
prison judge evidence witness accident disaster earthquake flood drought rescue relief volunteer
""".split()

FRENCH = """
de la le et les des en un une que est pour qui dans par sur pas plus ne ce nous au il avec se sont
du elle ont mais aux leur cette ces être fait comme tout on même aussi entre sans où notre
gouvernement pays paix traité année président monde loi peuple guerre avenir état marché économie
santé école énergie sécurité région budget question décision accord élection liberté été déjà
""".split()

GERMAN = """
der die und in den von zu das mit sich des auf für ist im dem nicht ein eine als auch es an werden
aus er hat dass sie nach wird bei einer um am sind noch wie einem über einen so zum kann nur wir
Regierung Land Frieden Vertrag Jahr Welt Gesetz Zukunft Größe Straße Maßnahme Behörde für Übergang
""".split()

RUSSIAN = """
и в не на что с по это как мы но из к за для от так его все было они уже мир договор страна год
правительство народ закон война будущее вопрос решение ещё её между если когда можно только
""".split()

JAPANESE = """
政府 平和 条約 経済 問題 日本 国民 世界 交渉 島 安全 社会 政策 会議 首相 責任 関係 北方 領土 将来
教育 医療 地域 環境 漁業 協定 努力 支援 対策 計画 発言 合意 選挙 予算 戦争 歴史 解決 制裁 外交
大臣 時代 技術 研究
""".split()
KANJI = "".join(
    """
    山川田石木林森水火土金銀銅鉄玉雲雨雪風空海湖波島岸谷野原草花竹松梅桜鶴亀
    鳥魚虫馬牛羊星月光影音色形力心手足目口耳道車船橋門家村町市国京北南東西上
    下中外左右前後新古高低長短大小多少明暗白黒赤青
""".split()
)
PARTICLES = ["は", "が", "を", "の", "の", "に", "で", "と", "も", "、", "への", "から", "という"]
PREDICATES = ["である", "と考える", "を求める", "する", "を続ける", "が必要だ", "と信じている"]

ONSETS = "b d f g h j k l m n p r s t v w z br dr fl gr kl pl sk st tr zh".split()
SYLLABLES = [onset + vowel for vowel in "aeiou" for onset in ONSETS]
ENDINGS = {
    "en": ("", "n", "s", "ned", "ning", "l", "tion", "ly"),
    "fr": ("", "ment", "tion", "é", "ées", "ère", "ique", "eur"),
    "de": ("", "ung", "heit", "en", "ß", "lich", "ös", "schaft"),
    "ru": ("", "ость", "ние", "ый", "ать", "ство", "ём", "ского"),
}
CYRILLIC = str.maketrans("abdefghijklmnoprstuvwz", "абдефгхийклмнопрстуввз")

Item = TypeVar("Item")


@dataclass(frozen=True)
class Ranked(Generic[Item]):
    """Things of which the first come most often."""

    items: Sequence[Item]
    shift: float = SHIFT
    steep: float = STEEP

    @cached_property
    def weights(self) -> list[float]:
        ranks = range(1, len(self.items) + 1)
        return list(accumulate((rank + self.shift) ** -self.steep for rank in ranks))

    def draw(self, chance: Random, number: int = 1) -> list[Item]:
        return chance.choices(self.items, cum_weights=self.weights, k=number)

    def one(self, chance: Random) -> Item:
        return self.draw(chance)[0]


def stem(number: int, syllables: int) -> str:
    """The made word of this number: no two numbers below 135 ** syllables share one."""
    base = len(SYLLABLES)
    rest = (
        number * 7_368_787 + 1_234_567
    ) % base**syllables  # neighbours in number shall not look alike
    parts = []
    for _ in range(syllables):
        rest, part = divmod(rest, base)
        parts.append(SYLLABLES[part])
    return "".join(parts)


def made_words(endings: Sequence[str], number: int, start: int = 0) -> list[str]:
    """So many made words, the short ones first; some share their stem, as words do."""
    chance = Random(f"words from {start}")
    short, forms = number // 10, len(endings) // 2

    def words(stems: Iterable[str]) -> list[str]:
        made = [root + end for root in stems for end in chance.sample(endings, forms)]
        chance.shuffle(made)
        return made

    brief = words(stem(start + n, 2) for n in range(short // forms))
    return brief + words(stem(start + n, 3) for n in range((number - short) // forms))


@dataclass(frozen=True)
class Language:
    """One language of the corpus: its words, most frequent first, and its typography."""

    tag: str
    words: Ranked[str]
    joints: Sequence[str]
    ends: Sequence[str]
    marks: tuple[str, str]
    pace: int = 1  # sentences have so many times fewer words

    @cached_property
    def subjects(self) -> Ranked[str]:
        """The words of headlines."""
        return Ranked(self.words.items[HEAD:])

    def sentence(self, chance: Random) -> str:
        length = int(chance.lognormvariate(2.9, 0.5)) // self.pace
        length = min(LONGEST, max(SHORTEST, length))
        said = self._joined(chance, self.words.draw(chance, length))
        return said[0].upper() + said[1:] + chance.choice(self.ends)

    def sentences(self, chance: Random) -> str:
        """One sentence, two, or three."""
        number = chance.choices((1, 2, 3), cum_weights=(78, 95, 100))[0]
        return self.between.join(self.sentence(chance) for _ in range(number))

    def fragment(self, chance: Random) -> str:
        """A few words, as partial quotations are."""
        return self._joined(chance, self.words.draw(chance, chance.randint(2, 7)))

    def headline(self, chance: Random) -> str:
        words = self.subjects.draw(chance, chance.randint(4, 9) // self.pace + 1)
        said = self.between.join(words)
        return said[0].upper() + said[1:]

    @property
    def between(self) -> str:
        return "" if self.tag == "ja" else " "

    def _joined(self, chance: Random, words: list[str]) -> str:
        joints = chance.choices(self.joints, k=len(words) - 1)
        return words[0] + "".join(chain.from_iterable(zip(joints, words[1:], strict=True)))


def _spaced(tag: str, real: Sequence[str], made: Iterable[str], marks: tuple[str, str]) -> Language:
    words = list(dict.fromkeys(chain(real, made)))
    return Language(tag, Ranked(words), [" "] * 15 + [", "], [".", ".", ".", ".", "!", "?"], marks)


def _compounds() -> Iterator[str]:
    pairs = [first + second for first in KANJI for second in KANJI if first != second]
    Random("compounds").shuffle(pairs)
    return iter(pairs)


def languages() -> dict[str, Language]:
    """The languages by their tags; English has about 100,000 words, the others fewer."""
    german = (w.capitalize() for w in made_words(ENDINGS["de"], 10_000, 4000))
    russian = (w.translate(CYRILLIC) for w in made_words(ENDINGS["ru"], 10_000, 6000))
    kanji = Ranked(list(dict.fromkeys(chain(JAPANESE, _compounds()))))
    ends = [f"{verb}。" for verb in PREDICATES]
    return {
        "en": _spaced("en", ENGLISH, made_words(ENDINGS["en"], 100_000), ("“", "”")),
        "fr": _spaced("fr", FRENCH, made_words(ENDINGS["fr"], 20_000, 2000), ("« ", " »")),
        "de": _spaced("de", GERMAN, german, ("„", "“")),
        "ru": _spaced("ru", RUSSIAN, russian, ("«", "»")),
        "ja": Language("ja", kanji, PARTICLES, ends, ("「", "」"), pace=2),
    }
