"""Words that show that a name is an organisation's, a place's or a thing's, and not a person's."""

from functools import lru_cache

# The last word of the names of organisations: Lowmoor Water, the Fellhouse Tenants' League.
_BODIES = frozenset(
    "party university ministry department court committee news times post council association "
    "union army navy force forces bank group company corp corporation inc ltd limited plc llc llp "
    "gmbh ag sa nv spa co congress senate parliament government administration agency bureau "
    "office institute institution centre center journal press gazette courier herald tribune "
    "chronicle observer guardian telegraph express mail mirror star sun lamp standard examiner "
    "inquirer sentinel dispatch reporter republicans democrats church college school academy "
    "hospital clinic foundation trust fund charity campaign convention conference commission "
    "command tribunal club society league federation guild alliance coalition network authority "
    "board borough parish diocese police service services railway railways rail airlines airways "
    "air water power energy electric gas oil steel motors foods breweries brewery holdings "
    "partners industries systems technologies laboratories labs studios records films pictures "
    "productions publishing books media television tv radio broadcasting theatre theater opera "
    "orchestra choir band ballet museum gallery library archive archives team united city rovers "
    "wanderers athletic rangers workers residents farmers growers nurses teachers doctors "
    "students pensioners tenants hauliers ranchers friends cooperative co-op cbs nbc abc msnbc "
    "cnn fox fbi cia nato gop irs espn bbc itv npr facebook google twitter amazon apple microsoft "
    "un eu who nations house states nhs instagram wikileaks".split()
)
# The last word of the names of places and things: Jonas Fairlight Street.
_PLACES = frozenset(
    "street road lane avenue boulevard drive way square place court close crescent terrace row "
    "rise hill hills mount mountain mountains valley river lake bay beach sea ocean island "
    "islands isle coast point cape harbour harbor port bridge gate wharf quay pier park gardens "
    "garden green wood woods forest farm field fields estate estates house hall tower towers "
    "castle palace hotel inn arms building centre center mall station airport stadium arena "
    "ground county state states region district province territory north south east west kingdom "
    "republic springs creek falls canyon desert fort san santa los las prize award medal cup "
    "trophy act bill war day week month year festival games olympics law treaty agreement plan "
    "project america washington york california florida texas iowa ohio russia china japan iran "
    "israel syria iraq europe france germany britain england scotland wales ireland london paris "
    "moscow tokyo beijing berlin rome chicago americans".split()
)
# Nouns that stand for an organisation named before: “…,” the company said.
BODY_NOUNS = frozenset(
    "company firm airline airlines bank agency party union association league society club "
    "council committee commission charity group ministry department government administration "
    "court university school college hospital network newspaper paper magazine broadcaster studio "
    "foundation trust institute museum orchestra railway utility operator publisher team board "
    "organisation organization body alliance coalition federation authority regulator brewery "
    "retailer chain carmaker manufacturer developer campaign embassy police force service borough "
    "parish diocese church".split()
)


@lru_cache(maxsize=8192)
def is_body_word(word: str) -> bool:
    """Whether a name that ends so is an organisation's."""
    return word.lower().rstrip(".") in _BODIES


# States and countries that are printed without another word.
_NAMES_OF_PLACES = frozenset(
    "Alabama Alaska Arizona Arkansas California Colorado Connecticut Delaware Florida Hawaii "
    "Idaho Illinois Indiana Iowa Kansas Kentucky Louisiana Maine Maryland Massachusetts Michigan "
    "Minnesota Mississippi Missouri Montana Nebraska Nevada Ohio Oklahoma Oregon Pennsylvania "
    "Tennessee Texas Utah Vermont Wisconsin Wyoming America Canada Mexico Brazil Argentina Peru "
    "Cuba Britain England Scotland Wales Ireland France Germany Spain Italy Portugal Belgium "
    "Netherlands Switzerland Austria Poland Ukraine Russia Sweden Norway Denmark Finland Greece "
    "Turkey Iran Iraq Syria Israel Lebanon Egypt Libya Algeria Morocco Nigeria Kenya Ethiopia "
    "Somalia Sudan Afghanistan Pakistan India Bangladesh Burma Thailand Vietnam China Japan Korea "
    "Taiwan Philippines Indonesia Malaysia Singapore Australia Europe Asia Africa Washington "
    "London Paris Berlin Moscow Kyiv Rome Madrid Brussels Geneva Vienna Tokyo Beijing Chicago "
    "Boston Philadelphia Detroit Dallas Houston Miami Atlanta Seattle Denver".split()
)


def is_place(word: str) -> bool:
    """Whether the word by itself is a place's name, or the short form of one: N.H."""
    return word in _NAMES_OF_PLACES or ("." in word.rstrip(".") and word.upper() == word)


@lru_cache(maxsize=8192)
def is_place_word(word: str) -> bool:
    """Whether a name that ends so is a place's or a thing's."""
    return word.lower() in _PLACES
