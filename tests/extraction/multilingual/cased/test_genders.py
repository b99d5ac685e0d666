"""Articles, nouns, names and verbs tell the gender, each in the languages where it does."""

from citations.extraction.languages.lexicon_loading import load_language
from citations.extraction.multilingual.cased.genders import GenderLexicon


def lexicon(code: str) -> GenderLexicon:
    language = load_language(code)
    assert language
    return GenderLexicon(language)


def test_nouns_for_men_and_women() -> None:
    assert lexicon("de").gender_of_role("Tierärztin") == "f"
    assert lexicon("fr").gender_of_role("directrice") == "f"
    assert lexicon("fr").gender_of_role("ministre") == ""
    assert lexicon("nl").gender_of_role("burgemeester") == ""


def test_names_by_their_endings() -> None:
    assert lexicon("pl").gender_of_name("Halina") == "f"
    assert lexicon("ru").gender_of_name("Илья") == "m"
    assert lexicon("it").gender_of_name("Andrea") == ""
    assert lexicon("de").gender_of_name("Andrea") == ""


def test_forms_of_verbs() -> None:
    assert lexicon("pl").gender_of_verb("dodała") == "f"
    assert lexicon("ru").gender_of_verb("сказал") == "m"
    assert lexicon("ru").is_plural_verb("сообщили")
    assert lexicon("es").gender_of_verb("dijo") == ""


def test_articles_titles_and_pronouns() -> None:
    assert lexicon("es").gender_of_article("la") == "f"
    assert lexicon("fr").gender_of_title("Mme") == "f"
    assert lexicon("it").gender_of_pronoun("lui") == "m"
