"""Names and sentences that were struck. Each would come back by copying from somewhere."""

# No function is named by a bare participle or another word that says nothing to a reader.
BARE_WORDS = set(
    """
    added adopted aligned announced answered applied around asked assembled beginning begun behind
    beside beyond bound brought built carried cased changed checked chosen cited cleaned closed
    collected combined committed compared completed composed computed copied counted covered cut
    dated deduced described done drawn dropped each ended entered entries escaped excluded expanded
    extracted filled filtered finished fitted fitting folded follows formatted found fulfilled given
    gone grouped guarded guessed held hidden indexed inferred inserted joined judged kept known
    labelled lasting leads leaves led left linked listed loaded located locked looked looking made
    mapped marked masked matched matching meant measured mended merged moved named narrowed
    negotiated normalised noted obtained offered one opened ordered others packed padded paired
    parsed parted passed picked placed plain prepared present printed proposed published put quoted
    raised ranked read recorded reduced refused rejected related removed rendered renamed repaired
    replaced reported required resolved returned reversed reworded rounded said sampled saved
    scaled scanned searched selected sent served settled shaped shared shortened shown skipped
    sorted spelled split spoken spread stamped started stated stored stripped submitted summed taken
    tested tidied timed together told tracked transformed translated trimmed turned typed unescaped
    unpacked updated used validated verified wanted weighed whole withdrawn within worded wrapped
    written
    """.split()
)

# Names of modules.
STRUCK_STEMS = set(
    """
    apart who held taken beyond quoting judging frame people pronouns when mending nodes parts
    asking columns log follow watch years copies lists secondary narrowing beside often nothing
    merged withdrawn previews commented clock found reading anchoring passages surroundings
    completing intext dated coupled addresses
    """.split()
)
STRUCK_PHRASES = [
    "There is this as",
    "take this search along",
    "Take this search along",
    "Taking it along",
    "With one condition less",
    "answers to all of this",
    "Too many words begin so",
    "that begin so",
    "Mend it before",
    "Begin anew",
    "built anew",
    "set otherwise",
    "Have these texts recognised",
    "There is none yet",
    "There is none here yet",
    "All the fields of a search",
    "Write the search field by field",
    "The entry for the list",
    "Make this my collection",
    "Cite them together",
    "It is not your doing",
    "look after this place",
    "None of these speakers is named so",
    "Keep it and find its quotations",
    "are taken back, and",
    "there being none",
    "There being none",
    "what there is not",
    "What there is not",
    "no such two records",
    "There is no such button",
    "Why, if withdrawn",
    "What is judged is judged once",
    "save it anew",
    "is turned down",
    "held already",
    "is put in.",
    "A gap that matters",
    "exchange the two",
    "holds nothing to search for",
    "groups nothing",
    "was taken to hold for",
    "stands alone and was left out",
    "was left out, and all after it",
    "It follows another log",
    "Read it, then",
    "left to judge",
    "Judge it again",
    "See what moves",
    "The other way round",
    "Nothing looks alike",
    "no text of this article is kept",
    "Open the page anew",
    "left where it stands",
    "texts as taken",
    "is no key and no address",
    "take one from the list of results",
    "is none of these: choose one",
    "Nobody has said yet from which",
    "found to have it best",
    "Put the citation behind",
    "every word that begins so",
    "narrow the search, or download",
    "Words checked",
    "That says nothing of whether it was said",
    "Mend that by hand",
    "It is no file",
    "stands here twice",
    "Bring a file",
    "stands for a piece of query",
    "Take it along",
    "Take them along",
    "Find among them",
    "for everybody to",
    "Nothing could be made",
    "Ask the curators for it",
    "neither kept nor logged",
    "To the front page",
    "are too many from one address",
    "There are the formats",
    "stands in this file already",
    "Nothing before it is named",
    "What was loaded stays",
    "The dump is not whole",
    "is eight digits and capital letters",
    "cannot be brought up to date",
    "This is no address of the web",
    "There is no article in this page",
    "leads on more than",
    "take the article alone",
    "It is no text",
]
