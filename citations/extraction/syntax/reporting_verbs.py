"""Cues: the reporting verbs that say that somebody speaks.

The lists follow the reporting verbs of Quirk et al., A Comprehensive Grammar of the English
Language (1985), 14.28-14.33, and newspapers, with a few verbs of other languages.
"""

from functools import lru_cache

# Verbs that take a quotation as their object in any position: base, -s, past, -ing.
_SPEAKING = """
say says said saying; tell tells told telling; add adds added adding; write writes wrote writing;
ask asks asked asking; reply replies replied replying; respond responds responded responding;
answer answers answered answering; explain explains explained explaining;
state states stated stating; note notes noted noting; declare declares declared declaring;
announce announces announced announcing; continue continues continued continuing;
conclude concludes concluded concluding; argue argues argued arguing; claim claims claimed claiming;
admit admits admitted admitting; acknowledge acknowledges acknowledged acknowledging;
concede concedes conceded conceding; accept accepts accepted accepting;
reckon reckons reckoned reckoning; insist insists insisted insisting;
warn warns warned warning; tweet tweets tweeted tweeting; post posts posted posting;
retweet retweets retweeted retweeting; exclaim exclaims exclaimed exclaiming;
shout shouts shouted shouting; yell yells yelled yelling; cry cries cried crying;
whisper whispers whispered whispering; mutter mutters muttered muttering;
joke jokes joked joking; quip quips quipped quipping; recall recalls recalled recalling;
remember remembers remembered remembering; remark remarks remarked remarking;
observe observes observed observing; comment comments commented commenting;
suggest suggests suggested suggesting; predict predicts predicted predicting;
promise promises promised promising; vow vows vowed vowing; pledge pledges pledged pledging;
complain complains complained complaining; lament laments lamented lamenting;
boast boasts boasted boasting; brag brags bragged bragging; contend contends contended contending;
assert asserts asserted asserting; maintain maintains maintained maintaining;
allege alleges alleged alleging; affirm affirms affirmed affirming;
confirm confirms confirmed confirming; reveal reveals revealed revealing;
report reports reported reporting; testify testifies testified testifying;
demand demands demanded demanding; urge urges urged urging; plead pleads pleaded pleading;
implore implores implored imploring; propose proposes proposed proposing;
wonder wonders wondered wondering; muse muses mused musing; reason reasons reasoned reasoning;
think thinks thought thinking; repeat repeats repeated repeating;
reiterate reiterates reiterated reiterating; retort retorts retorted retorting;
counter counters countered countering; interject interjects interjected interjecting;
interrupt interrupts interrupted interrupting; chime chimes chimed chiming;
confess confesses confessed confessing; confide confides confided confiding;
emphasize emphasizes emphasized emphasizing; emphasise emphasises emphasised emphasising;
stress stresses stressed stressing; underscore underscores underscored underscoring;
read reads reading; sing sings sang singing; chant chants chanted chanting;
declaim declaims declaimed declaiming; deadpan deadpans deadpanned; thunder thunders thundered;
proclaim proclaims proclaimed proclaiming; opine opines opined opining;
speculate speculates speculated speculating; surmise surmises surmised surmising;
charge charges charged charging; gush gushes gushed gushing; scoff scoffs scoffed scoffing;
sneer sneers sneered sneering; snap snaps snapped snapping; gloat gloats gloated gloating;
riff riffs riffed riffing; rail rails railed railing; rant rants ranted ranting;
fume fumes fumed fuming; huff huffs huffed; roar roars roared roaring;
scream screams screamed screaming; blurt blurts blurted; bellow bellows bellowed bellowing;
demur demurs demurred demurring; protest protests protested protesting;
assure assures assured assuring; advise advises advised advising; exhort exhorts exhorted exhorting;
instruct instructs instructed instructing; order orders ordered ordering; beg begs begged begging;
inform informs informed informing; email emails emailed emailing; text texts texted texting;
elaborate elaborates elaborated elaborating; clarify clarifies clarified clarifying;
relate relates related relating; recount recounts recounted recounting;
tease teases teased teasing; lecture lectures lectured lecturing; caution cautions cautioned;
cautioning; intone intones intoned intoning; venture ventures ventured; posit posits posited;
theorize theorizes theorized; marvel marvels marveled marvelled; grumble grumbles grumbled;
gripe gripes griped; groan groans groaned; sigh sighs sighed; laugh laughs laughed laughing;
smile smiles smiled; grin grins grinned; chuckle chuckles chuckled; shrug shrugs shrugged;
enthuse enthuses enthused; crow crows crowed; hint hints hinted; begins began; starts started;
finishes finished; closes closed; opens opened; goes went;
reassure reassures reassured; rejoin rejoins rejoined; summarize summarizes summarized;
describe describes described describing; express expresses expressed expressing; quote quotes
quoted quoting; tout touts touted touting; agree agrees agreed; believe believes believed; feel
feels felt; offer offers offered; decry decries decried; deny denies denied denying; swear swears
swore; blare blares blared; allow allows allowed; object objects objected; ruminate ruminated;
fires fired; shoots shot; sum sums summed; points pointed;puts put; spell
chide chides chided; scold scolds scolded; taunt taunts taunted; mock mocks mocked mocking;
hold holds held holding;
lecture preach preaches preached; remind reminds reminded reminding; advocate advocates; dub
"""
# Verbs that introduce a name for something, so that the quoted words are only a part.
_NAMING = """
call calls called calling; label labels labeled labelled labeling labelling; dub dubs dubbed
dubbing; term terms termed terming; brand brands branded branding; describe describes described
describing; denounce denounces denounced denouncing; condemn condemns condemned condemning;
criticize criticizes criticized criticizing; criticise criticises criticised criticising;
blast blasts blasted blasting; slam slams slammed slamming; praise praises praised praising;
dismiss dismisses dismissed dismissing; deride derides derided deriding; mock mocks mocked mocking;
accuse accuses accused accusing; attack attacks attacked attacking; refer refers referred
referring; hail hails hailed hailing; deem deems deemed deeming; characterize characterizes
characterized characterizing; protest protests protested protesting; blame blames blamed blaming;
cite cites cited citing; adopt adopts adopted adopting; use uses used using; consider considers
considered; pronounce pronounces pronounced; bemoan bemoans bemoaned
"""
# Nouns that announce words: "in a statement:", "his message was:".
_NOUNS = frozenset(
    "statement message tweet letter email answer question reply response memo post caption quote "
    "words comment remarks note speech sign slogan motto line refrain text dispatch".split()
)
_FOREIGN = """
dijo afirmó declaró señaló explicó añadió agregó aseguró indicó respondió sostuvo comentó advirtió
dit déclaré affirmé expliqué ajouté déclare répondu assuré estimé indiqué précisé souligné lancé
sagte sagt erklärte betonte meinte antwortete ergänzte warnte forderte schrieb fragte
disse detto dichiarato spiegato aggiunto
"""


def _words(listed: str) -> frozenset[str]:
    return frozenset(listed.replace(";", " ").split())


SPEAKING = _words(_SPEAKING + _FOREIGN)
NAMING = _words(_NAMING)
CUES = SPEAKING | NAMING
# The most common ones, which need no comma, colon or capital beside them.
PLAIN = _words("said says told added wrote asked replied tweeted explained continued stated noted")
# Verbs whose object is who listens: told Duarte is never said by Duarte.
WITH_LISTENER = _words("told tells tell assured assures informed informs reminded reminds")
# Forms with other meanings, which count only beside a quotation.
WEAK = _words(
    "read reads post posts put puts note notes state states charge charges claim claims comment "
    "report reports demand demands order orders text texts open opens close closes begin start "
    "point points fire shot shoot go goes went call calls use uses used name question reason "
    "answer reply replies respond "
    "cry joke jokes promise pledge protest protests thought email emails opened closed "
    "started began finished finish offered offer felt feel feels want wants wanted adopt adopted "
    "blast counter term terms brand think thinks believe believes believed remember agree agreed "
    "smiled laughed related shrugged grinned sighed dit ha quote quotes attack attacks blame sum "
    "consider considers considered hail express expressed charged ordered stress caution blasted "
    "hold holds held holding accept accepts accepted accepting "
    "laugh smile sigh spell allow allowed advocate advocates quoted cited cite addressed objected"
)


@lru_cache(maxsize=8192)
def is_cue(word: str) -> bool:
    """Whether the word is a verb of speaking or naming, in any form."""
    return word.lower() in CUES


@lru_cache(maxsize=8192)
def is_participle(word: str) -> bool:
    """Whether it is a cue in -ing, whose subject is that of the preceding verb."""
    return word.lower() in CUES and word.lower().endswith("ing") and word.lower() != "sing"


def announces(word: str) -> bool:
    """Whether it is a noun that introduces words: a statement, a tweet."""
    return word.lower() in _NOUNS
