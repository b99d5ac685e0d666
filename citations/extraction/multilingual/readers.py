"""Chooses the reader for the language of a text."""

from collections.abc import Callable

from citations.extraction.languages.lexicon_loading import Language, load_language
from citations.extraction.multilingual.cased.alphabetic_reader import read_alphabetic
from citations.extraction.multilingual.caseless.arabic.arabic_reader import read_arabic
from citations.extraction.multilingual.caseless.chinese.chinese_reader import read_chinese
from citations.extraction.multilingual.caseless.japanese.japanese_reader import read_japanese
from citations.extraction.multilingual.caseless.korean.korean_reader import read_korean
from citations.extraction.multilingual.denied_words import without_denied_speakers
from citations.extraction.multilingual.unsupported import read_unsupported
from citations.extraction.quotation import Quotation
from citations.extraction.temporal.days_of_saying import date_quotations
from citations.text.language_detection import detect_language

# What a reader takes: the text, the EDTF date of publication ("" if unknown), the lexicon.
Reader = Callable[[str, str, Language], list[Quotation]]
# By the `reader` of the lexicon.
READERS: dict[str, Reader] = {
    "alphabetic": read_alphabetic,
    "arabic": read_arabic,
    "chinese": read_chinese,
    "japanese": read_japanese,
    "korean": read_korean,
}


def language_to_read(text: str, language: str) -> str:
    """The code of the language in which to read the text, from a BCP 47 tag ("" if unknown).

    Articles are recorded as English unless somebody says otherwise, so there the text decides. A
    text whose language is unclear is read as English.
    """
    code = language.partition("-")[0].lower()
    if code in {"", "en", "und", "mul"}:
        code = detect_language(text)
    return code or "en"


def read_quotations(text: str, published: str, code: str) -> list[Quotation]:
    """The quotations of a text in this language; without speakers if it has no lexicon.

    `published` is the EDTF date of the text, from which its days of saying are counted.
    """
    lexicon = load_language(code)
    if lexicon is None or lexicon.reader not in READERS:
        return read_unsupported(text)
    found = READERS[lexicon.reader](text, published, lexicon)
    found = without_denied_speakers(text, found, lexicon)
    return date_quotations(text, found, published, code)
