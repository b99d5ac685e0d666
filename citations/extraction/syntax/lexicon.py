"""Closed classes of English words, which separate a noun phrase from the words around it."""

import re
from functools import lru_cache

from citations.extraction.token_stream import GAP, LINE, QUOTE_SLOT


def _words(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


PRONOUNS = _words("he she they we you i it who")
# Pronouns that can speak and that name nobody.
INDEFINITES = _words("somebody someone anybody anyone everybody everyone nobody one none")
SINGULAR = _words("he she")
DETERMINERS = _words(
    "the a an his her its their our my your this that these those one another some many several "
    "both two three four five six most all each every other no"
)
PREPOSITIONS = _words(
    "of for from in on at by with to into about against during after before since until as than "
    "over under through between among outside inside near via despite like without within across "
    "amid upon following regarding toward towards per around behind beyond off "
    "am im zum zur bei vom auf nach dans sur aux à pour"
)
# Prepositions that may join two nouns in one phrase: a spokesman for the ministry.
JOINING = _words("of for from at with in on to by about")
SUBORDINATORS = _words("when while if although though because once whether where unless whereas")
CONJUNCTIONS = _words("and but or nor yet so then that which who whom whose what how why")
# Common verbs whose ending does not show the past tense.
PAST_VERBS = _words(
    "went won took made gave held met got ran left told lost beat came became began saw had did "
    "kept stood sat spoke led drew fell grew knew rose sent spent sought thought threw wrote wore "
    "found felt heard built brought bought caught fought hit put set cut let shook broke chose"
)
AUXILIARIES = _words(
    "has had have was is were are be been being would will could should may might can did does do "
    "must then also later once again often never always just still now even once first not only "
    "even ever recently further repeatedly once went on to further quickly simply reportedly soon "
    "publicly privately flatly finally jokingly famously actually really essentially 'd ’d "
    "has'nt itself himself herself themselves alike too both all each twice instead further "
    "immediately previously already earlier today yesterday tonight recently apparently"
)
WEEKDAYS = _words("Monday Tuesday Wednesday Thursday Friday Saturday Sunday")
MONTHS = _words(
    "January February March April May June July August September October November December "
    "Jan. Feb. Mar. Apr. Jun. Jul. Aug. Sept. Oct. Nov. Dec. Sep"
)
TIMES = WEEKDAYS | MONTHS | _words("Today Yesterday Tonight")
TITLES = _words(
    "mr mrs ms miss dr prof professor sir lord lady dame sen sens senator rep reps representative "
    "congressman congresswoman gov govs governor president vice prime minister foreign secretary "
    "general gen lt col colonel maj major adm admiral sgt sergeant capt captain cmdr commander "
    "judge justice rev reverend pope king queen prince princess mayor chairman chairwoman chief "
    "director speaker attorney spokesman spokeswoman spokesperson former then-president ambassador "
    "officer detective deputy chancellor premier sheriff lieutenant pastor rabbi bishop cardinal "
    "imam sister brother father mother aunt uncle coach candidate nominee state gop republican "
    "democratic democrat u.s us councilman councilwoman analyst strategist editor host then-prime "
    "secretary-general attorney-general director-general vice-president "
    "staff majority minority leader whip assistant acting defense treasury interior first hon "
    "interim executive senior rapper actor actress singer author "
    "monsignor pandit ustad maulana mullah "
    "shri smt kumari sardar sheikh shaikh alhaji alhaja hajia hajj engr barr adv mec cllr "
    "taoiseach tánaiste garda dci wpc corporal cpl brig commodore "
    "seaman viscount viscountess baroness baronet marchioness mx mme mlle madame monsieur "
    "mademoiselle herr frau señor señora señorita senhor senhora signor signora signorina meneer "
    "mevrouw dato datuk datin tunku tengku insp supt cdr ven headmaster "
    "headmistress subedar revd msgr comrade oba advocate"
)
# Letters behind a name, which are not part of it.
POSTNOMINALS = _words(
    "MP MPs MSP MEP TD MLA MLC MHR QC KC SC SAN CB CBE OBE MBE KBE DBE OM CH GCB KCB GCMG KCMG CMG "
    "FRS FBA PhD MD DPhil DD DDS RN SJ OP OFM OSB SVD CSSp CPA Esq AO AC AM OAM OON MON CON"
)
# Words before another title, which may also be part of an organisation: the Foreign Ministry.
MODIFIERS = _words(
    "foreign state first interior defense treasury senior majority minority assistant staff "
    "executive general interim acting deputy republican democratic gop us u.s prime vice then"
)
PARTIES = _words("republican democratic democrat gop then acting interim")
# Where people come from and what they vote, as nouns: the Scot, a Tory.
DEMONYMS = _words(
    "scot briton dane swede finn turk spaniard serb croat slovak czech kurd arab aussie yank brit "
    "tory whig"
)
# Titles that are kept before a lone first name.
ROYAL = _words("pope king queen prince princess sir lady dame lord")
# Departments of a secretary; the name follows.
DEPARTMENTS = _words(
    "State Defense Defence Homeland Treasury Labor Education Commerce Energy Staff House Interior "
    "Agriculture Justice Transportation National Health Housing Veterans"
)
SUFFIXES = _words("jr sr ii iii iv jr. sr.")
PARTICLES = _words("de van von der den al bin el la le da di del dos du ibn abu y and")
# Lower-case nouns and adjectives before a name, or alone as a speaker.
ROLES = _words(
    "spokesman spokeswoman spokesperson spokespeople strategist adviser advisor advisers analyst "
    "analysts economist expert experts official officials officer officers aide aides leader "
    "leaders director head chief chair chairman chairwoman chairperson president secretary "
    "minister senator governor mayor congressman congresswoman lawmaker lawmakers representative "
    "representatives nominee candidate candidates frontrunner front-runner hopeful rival manager "
    "lawyer lawyers attorney attorneys judge prosecutor prosecutors professor historian scholar "
    "researcher researchers scientist scientists author writer reporter reporters journalist "
    "journalists columnist editor host anchor moderator commentator pundit pollster consultant "
    "donor activist activists organizer protester protesters demonstrators supporter supporters "
    "voter voters resident residents neighbor neighbors student students teacher teachers farmer "
    "worker workers owner executive ceo founder co-founder member members delegate delegates "
    "veteran veterans soldier general commander police detective sheriff agent agents witness "
    "witnesses victim victims source sources critics critic opponents opponent friend friends "
    "mother father son daughter brother sister wife husband parents cousin uncle aunt widow man "
    "woman boy girl people person men women group groups organization company firm agency "
    "department ministry committee commission council campaign team office court government "
    "administration union association party network newspaper paper magazine report study "
    "statement letter article document lawsuit complaint memo email tweet sign poster banner "
    "website site survey poll editorial airline bank hospital school university church crowd "
    "audience caller guest speaker pastor priest rabbi imam bishop coach player actor actress "
    "singer comedian rapper musician artist producer filmmaker billionaire businessman mogul "
    "magnate real-estate operative insider veteran assistant deputy former ex- senior top "
    "longtime then current late fellow partner co-chair vice campaign communications press policy "
    "political national security foreign finance state federal local city county district "
    "republican democratic conservative liberal presidential congressional senate house white "
    "republicans democrats conservatives chief-of-staff negotiator diplomat diplomats ambassador "
    "envoy congresswoman representative counsel physician doctor nurse engineer trader investor "
    "lobbyist blogger retiree businesswoman entrepreneur trustee superintendent principal dean "
    "intern staffer staff volunteer surrogate running mate lady first strategists "
    "ally allies congressmen senators governors mayors economists historians professors authors "
    "employees neighbour neighbours chancellor premier legislator legislators councilman "
    "alderman user users"
)
NOT_NAMES = _words(
    "The A An In On At By For But And Or So Yet If When While As After Before Since This That "
    "These Those There Here It He She They We You I His Her Their Its Our My Your Who What Where "
    "Why How Which Not No Yes One Two Three Four Five Some Many Most All Both Each Every Other "
    "Another Such Even Still Also Then Now Later Meanwhile However Instead Although Though Because "
    "To From With Of About Into During Despite Among Earlier Once Asked Speaking According Like "
    "Of Between Under Over Perhaps Maybe Indeed Well Just Only Last Next Today Yesterday Tonight "
    "Nevertheless Moreover Finally First Second Third Let Was Is Are Were Did Do Does Had Has Have "
    "Will Would Could Should Can May Until Unlike Nor Or Than Too Very Much More Less Several Any "
    "Never Ever Again Back Out Up Down Off Through Without Within Upon Against Q Editor Read Image "
    "Le La Les Un Une Der Die Das Ein Eine El Los Las "
    "Neither Mine Ours Yours Hers Theirs Quote Quoting "
    "Nobody Somebody Someone Anybody Anyone Everybody Everyone None Afterwards Afterward Ask Tell "
    "Call Take Consider Imagine Remember "
    "Photo Video Watch Share Related Recently Asking Saying Calling Following Given Soon Rather"
)
_NO_ADVERBS = _words(
    "rally family ally reply assembly supply bully monopoly elderly friendly likely costly deadly "
    "homily anomaly butterfly weekly monthly daily"
)
# The second syllable of a Korean or Chinese given name: Ji-won, Ing-wen, Seung-oh.
_SYLLABLE = re.compile(
    r"(?:[bcdfghjklmnprstwyz]|ch|sh|zh|ts|hs)?[wy]?"
    r"(?:ae|ai|ao|a|eo|eu|ei|e|iao|ia|ie|iu|i|ou|oe|o|ua|ui|uo|ue|u)(?:ng|n|k|l|m|p|t|h|r)?"
)
# What is no given name though it looks like one: Sit-in, Set-up; Anti-gun, Mid-day.
_SECOND_WORDS = _words(
    "in on up an at do go he it me my no so to we be by day way man men son sun ton hit top pop "
    "hop set let get put cut run long song ring king wing ten pen pay war car bar far tar star gun "
    "fun ban fan van pan tax sea law air aid oil era ear eye led fed"
)
_PREFIXES = _words(
    "anti pro non pre post mid half ex re co self semi multi over under out cross all well so sub "
    "one two three four five six seven eight nine ten un trans inter super ultra bi tri off on in"
)
_JOINED = ("ka", "wa", "kwa", "de", "van", "mac", "di", "la")
_LOWER = "abcdefghijklmnopqrstuvwxyz"
ENDS_CLAUSE = frozenset({".", "?", "!", ";", ":", LINE, GAP, QUOTE_SLOT})
APOSTROPHE_S = ("'s", "’s", "s'", "s’", "‘s")


@lru_cache(maxsize=8192)
def is_capitalised(word: str) -> bool:
    """Whether it may be part of a name: it has a capital and is not a very common word."""
    if not word[:1].isupper() or word in NOT_NAMES or word in TIMES:
        return False
    if word.replace("’", "'").removesuffix("'s") in NOT_NAMES:
        return False
    # American-born is not a name, but Ji-won is.
    first, hyphen, last = word.rpartition("-")
    if not hyphen or not last.islower():
        return True
    is_syllable = last not in _SECOND_WORDS and bool(_SYLLABLE.fullmatch(last))
    return is_syllable and len(word) < 11 and first.lower() not in _PREFIXES


def is_joined_name(word: str) -> bool:
    """Whether a particle is joined to a name: Sipho kaMagwaza, Neil deGrasse."""
    return word.startswith(_JOINED) and word.lstrip(_LOWER)[:1].isupper()


def is_word(word: str) -> bool:
    """Whether it is a word or a number and not a mark."""
    return word[:1].isalnum()


@lru_cache(maxsize=8192)
def is_possessive(word: str) -> bool:
    """Trump's, the workers'."""
    return word.endswith(APOSTROPHE_S) and len(word) > 2


@lru_cache(maxsize=8192)
def is_past(word: str) -> bool:
    """Whether it looks like a verb in the past: endorsed, went."""
    return word in PAST_VERBS or (word.endswith("ed") and word.islower() and "-" not in word)


@lru_cache(maxsize=8192)
def is_adverb(word: str) -> bool:
    """An auxiliary or adverb that may stand between a subject and its verb."""
    low = word.lower()
    if low in AUXILIARIES:
        return True
    return low.endswith("ly") and word.islower() and len(low) > 4 and low not in _NO_ADVERBS
