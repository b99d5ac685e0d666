"""Nouns for people: what somebody is, and whether the noun tells a man from a woman."""

import tomllib
from functools import cache, lru_cache
from pathlib import Path

from citations.extraction.syntax.lexicon import DEMONYMS, MODIFIERS, PARTIES, TITLES

_LIST = Path(__file__).parents[1] / "languages" / "en" / "person_nouns.toml"
_MASCULINE = frozenset(
    "mr sir lord king prince pope duke baron earl count emperor monk friar abbot man boy gentleman "
    "lad father grandfather stepfather dad son grandson stepson brother stepbrother uncle nephew "
    "husband widower bridegroom groom boyfriend actor waiter hero councilman chairman policeman "
    "fireman clergyman nobleman alderman fisherman frenchman englishman irishman welshman dutchman "
    "cowboy altarboy godfather godson landlord headmaster schoolmaster masseur brother-in-law "
    "father-in-law son-in-law herr señor senhor signor monsieur meneer shri pandit sheikh alhaji "
    "viscount dato".split()
)
_FEMININE = frozenset(
    "mrs ms miss lady dame queen princess duchess baroness countess empress nun abbess woman girl "
    "lass mother grandmother stepmother mum mom daughter granddaughter stepdaughter sister "
    "stepsister aunt niece wife widow bride girlfriend actress waitress heroine soprano contralto "
    "ballerina hostess heiress landlady headmistress schoolmistress midwife seamstress godmother "
    "goddaughter stewardess authoress poetess priestess barmaid housewife sister-in-law "
    "mother-in-law daughter-in-law marchioness viscountess mme mlle madame mademoiselle frau "
    "señora señorita senhora signora signorina mevrouw smt kumari alhaja hajia wpc datin".split()
)
# Parts of compounds that WordNet has no entry for: headteacher, groundskeeper, tree surgeon.
_ENDINGS = tuple(
    "teacher keeper worker maker player master mistress driver owner holder founder leader seller "
    "writer singer builder grower fighter person woman man smith wright monger manager runner "
    "ologist".split()
)
_OTHERS = frozenset(
    "marine ceo vlogger influencer midfielder chair head vice number lead mp mep msp canon "
    "principal pc ds dcs oba oloye igwe ".split()
)


@cache
def _all_nouns() -> frozenset[str]:
    nouns = tomllib.loads(_LIST.read_text("utf-8"))["nouns"]
    titles = TITLES - MODIFIERS - PARTIES
    return frozenset(nouns.split()) | titles | _OTHERS | DEMONYMS | _MASCULINE | _FEMININE


@lru_cache(maxsize=8192)
def is_person_noun(word: str) -> bool:
    """Whether the noun, in small letters and in the singular, is one for a person."""
    if word.endswith("-year-old"):
        return True
    last = word.rpartition("-")[2]
    listed = not _all_nouns().isdisjoint({word, last})
    return listed or (len(word) > 6 and word.endswith(_ENDINGS))


@lru_cache(maxsize=8192)
def singular_person_noun(word: str) -> str:
    """The singular of a noun for people in the plural, or "": councillors, brothers, women."""
    if is_person_noun(word):
        return ""
    if word.endswith("men"):
        return word.removesuffix("men") + "man"
    if word.endswith("s") and not word.endswith("ss") and is_person_noun(word[:-1]):
        return word[:-1]
    return ""


@lru_cache(maxsize=8192)
def noun_gender(word: str) -> str:
    """The gender that the noun itself shows: "m", "f" or ""."""
    last = word.rpartition("-")[2] if word not in _MASCULINE | _FEMININE else word
    if last in _MASCULINE or last.endswith(("sman", "cman")):
        return "m"
    return "f" if last in _FEMININE or last.endswith("woman") else ""
