"""How each style cites words that another author's source prints ("quoted in").

No reference manager has a field for the speaker, so no style can print one. The words here go
before or after the style's own citation. If the speaker is an author of the source, it is cited
like any source.
"""

from dataclasses import dataclass

from citations.cite.cited_quote import CitedQuote
from citations.cite.csl import CslName
from citations.cite.styles.catalogue import CitationStyle


@dataclass(frozen=True, slots=True)
class QuotedInRule:
    """Words around a citation; `{full}` and `{family}` stand for the speaker, `{year}` for when.

    `before_with_year` replaces `before` if the year is known. Quotations of `block_words` or more
    are set apart without quotation marks; 0 leaves that to the writer. Some styles treat the
    writer's own translation as a paraphrase, without quotation marks.
    """

    before: str = ""
    before_with_year: str = ""
    after: str = ""
    block_words: int = 0
    own_translation_is_paraphrase: bool = False


# APA 7, 8.6, 8.26, 8.27 and 8.36; MLA 9, 6.77; Cite Them Right 12; Bluebook 21, 10.6.3;
# Chicago 18, 13.131 (notes) and 12.22 (block quotations).
RULES_BY_STYLE = {
    "apa": QuotedInRule(
        "{family}, as cited in ",
        "{family}, {year}, as cited in ",
        block_words=40,
        own_translation_is_paraphrase=True,
    ),
    "modern-language-association": QuotedInRule("{family} qtd. in "),
    "harvard": QuotedInRule("{family}, quoted in ", "{family}, {year}, quoted in "),
    "bluebook": QuotedInRule(after=" (quoting {full})", block_words=50),
    "chicago-author-date": QuotedInRule("{family}, quoted in ", block_words=100),
    "chicago": QuotedInRule("{full}, quoted in ", block_words=100),
    "turabian": QuotedInRule("{full}, quoted in ", block_words=100),
}
NOTE_RULE = QuotedInRule("{full}, quoted in ")
NUMERIC_RULE = QuotedInRule("{full}, quoted in ")
AUTHOR_RULE = QuotedInRule("{family}, cited in ")
# Translations of the English phrases, by language.
PHRASES_BY_LANGUAGE = {
    "de": "zitiert nach", "es": "citado en", "fr": "cité dans", "it": "citato in",
    "nl": "geciteerd in", "pl": "cyt. za:", "pt": "citado em", "ru": "цит. по:", "sv": "citerad i",
}  # fmt: skip
ENGLISH_PHRASES = ("as cited in", "qtd. in", "quoted in", "cited in")


def quoted_in_rule(style: CitationStyle) -> QuotedInRule:
    """The rule of the style, or of its kind: note, numeric or author and date."""
    for prefix, rule in RULES_BY_STYLE.items():
        if style.name.startswith(prefix):
            return rule
    return NOTE_RULE if style.is_note else NUMERIC_RULE if style.is_numeric else AUTHOR_RULE


def words_around_citation(quote: CitedQuote, style: CitationStyle, locale: str) -> tuple[str, str]:
    """The words before and after the source's citation, in the locale's language."""
    if is_by_speaker(quote):
        return "", ""
    rule, speaker, year = quoted_in_rule(style), quote.speaker, quote.year_said
    values = {"full": speaker.text, "family": speaker.family or speaker.text, "year": year}
    before, after = (rule.before_with_year if year else "") or rule.before, rule.after
    if not quote.is_verbatim:  # the source reports the words without quoting them
        before = before.replace("quoted in", "cited in").replace("qtd. in", "cited in")
        after = after.replace("quoting", "citing")
    return _translate_phrase(before, locale).format(**values), after.format(**values)


def is_by_speaker(quote: CitedQuote) -> bool:
    """Whether the speaker is an author of the source, whatever the order or case of the names."""
    return _name_words(quote.speaker) in map(_name_words, quote.source.authors)


def _name_words(name: CslName) -> list[str]:
    return sorted(name.text.replace(",", " ").casefold().split())


def _translate_phrase(text: str, locale: str) -> str:
    translation = PHRASES_BY_LANGUAGE.get(locale.split("-", maxsplit=1)[0])
    phrase = next((phrase for phrase in ENGLISH_PHRASES if phrase in text), "")
    return text.replace(phrase, translation) if translation and phrase else text
