"""How a style says that it cites words from where somebody else printed them.

No reference manager has a field for the speaker, so no style can: what is said here stands before
or behind the style's own citation, and the style makes the rest. Where the speaker is the author of
the source it is cited as any source.
"""

from dataclasses import dataclass

from citations.cite.cited_quote import CitedQuote
from citations.cite.csl import CslName
from citations.cite.styles.catalogue import CitationStyle


@dataclass(frozen=True, slots=True)
class QuotedInRule:
    """Words before and behind a citation: `{full}` and `{family}` name the speaker, `{year}` when.

    `dated` stands for `before` where the year is known. `block` is how many words are set apart
    from the text without marks, 0 where the style leaves that to the writer; a `paraphrased`
    translation, one that no source prints, stands without marks.
    """

    before: str = ""
    dated: str = ""
    behind: str = ""
    block: int = 0
    paraphrased: bool = False


# APA 7, 8.6, 8.26, 8.27 and 8.36; MLA 9, 6.77; Cite Them Right 12; Bluebook 21, 10.6.3;
# Chicago 18, 13.131 (notes) and 12.22 (block quotations).
RULES_BY_STYLE = {
    "apa": QuotedInRule(
        "{family}, as cited in ", "{family}, {year}, as cited in ", block=40, paraphrased=True
    ),
    "modern-language-association": QuotedInRule("{family} qtd. in "),
    "harvard": QuotedInRule("{family}, quoted in ", "{family}, {year}, quoted in "),
    "bluebook": QuotedInRule(behind=" (quoting {full})", block=50),
    "chicago-author-date": QuotedInRule("{family}, quoted in ", block=100),
    "chicago": QuotedInRule("{full}, quoted in ", block=100),
    "turabian": QuotedInRule("{full}, quoted in ", block=100),
}
NOTE_RULE = QuotedInRule("{full}, quoted in ")
NUMERIC_RULE = QuotedInRule("{full}, quoted in ")
AUTHOR_RULE = QuotedInRule("{family}, cited in ")
# What "as cited in", "quoted in" and the like are in other languages.
PHRASES_BY_LANGUAGE = {
    "de": "zitiert nach", "es": "citado en", "fr": "cité dans", "it": "citato in",
    "nl": "geciteerd in", "pl": "cyt. za:", "pt": "citado em", "ru": "цит. по:", "sv": "citerad i",
}  # fmt: skip
ENGLISH_PHRASES = ("as cited in", "qtd. in", "quoted in", "cited in")


def quoted_in_rule(style: CitationStyle) -> QuotedInRule:
    """The style's own words, or those of its kind: notes, numbers, or names and years."""
    found = next(
        (each for start, each in RULES_BY_STYLE.items() if style.name.startswith(start)), None
    )
    if found:
        return found
    return NOTE_RULE if style.is_note else NUMERIC_RULE if style.is_numeric else AUTHOR_RULE


def words_around_citation(quoted: CitedQuote, style: CitationStyle, locale: str) -> tuple[str, str]:
    """What stands before and behind the citation of the source, in the locale's language."""
    if is_by_speaker(quoted):
        return "", ""
    words, speaker, year = quoted_in_rule(style), quoted.speaker, quoted.year_said
    named = {"full": speaker.text, "family": speaker.family or speaker.text, "year": year}
    before, behind = (words.dated if year else "") or words.before, words.behind
    if not quoted.is_verbatim:  # which is not quoted there
        before = before.replace("quoted in", "cited in").replace("qtd. in", "cited in")
        behind = behind.replace("quoting", "citing")
    return _translate_phrase(before, locale).format(**named), behind.format(**named)


def is_by_speaker(quoted: CitedQuote) -> bool:
    """Whether the speaker is an author of the source, by a name in whatever order and case."""
    return _name_words(quoted.speaker) in map(_name_words, quoted.source.authors)


def _name_words(name: CslName) -> list[str]:
    return sorted(name.text.replace(",", " ").casefold().split())


def _translate_phrase(text: str, locale: str) -> str:
    there = PHRASES_BY_LANGUAGE.get(locale.split("-", maxsplit=1)[0])
    said = next((words for words in ENGLISH_PHRASES if words in text), "")
    return text.replace(said, there) if there and said else text
