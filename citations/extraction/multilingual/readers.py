"""Chooses the reader for the language of a text."""

from collections.abc import Callable

from citations.extraction.languages.lexicon_loading import (
    Language,
    load_language,
    supported_languages,
)
from citations.extraction.multilingual.cased.alphabetic_reader import read_alphabetic
from citations.extraction.multilingual.caseless.arabic.arabic_reader import read_arabic
from citations.extraction.multilingual.caseless.chinese.chinese_reader import read_chinese
from citations.extraction.multilingual.caseless.japanese.japanese_reader import read_japanese
from citations.extraction.multilingual.caseless.korean.korean_reader import read_korean
from citations.extraction.multilingual.unsupported import read_unsupported
from citations.extraction.quotation import Quotation
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
# As English are also read the texts whose language is unclear, and those still without a reader.
_READ_AS_ENGLISH = frozenset({"", "en"})
_STILL_ENGLISH = frozenset("de fr es it pt nl pl ru ja zh ko ar".split())


def language_to_read(text: str, language: str) -> str:
    """The code of the language whose reader reads the text, from a BCP 47 tag ("" if unknown).

    Articles are recorded as English unless somebody says otherwise, so that the text decides there.
    """
    code = language.partition("-")[0].lower()
    if code in {"", "en", "und", "mul"}:
        code = detect_language(text)
    return "en" if code in _READ_AS_ENGLISH | _STILL_ENGLISH - supported_languages() else code


def read_quotations(text: str, published: str, code: str) -> list[Quotation]:
    """The quotations of a text in this language; without speakers if it has no lexicon."""
    lexicon = load_language(code)
    if lexicon is None or lexicon.reader not in READERS:
        return read_unsupported(text)
    return READERS[lexicon.reader](text, published, lexicon)
