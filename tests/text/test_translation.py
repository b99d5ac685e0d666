"""Messages are English until a translator is installed, and then follow it."""

import pytest

from citations.text import translation
from citations.text.translation import gettext, gettext_noop, install_translator, ngettext


@pytest.fixture
def own_translator(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(translation, "_translator", type(translation._translator)())


@pytest.mark.usefixtures("own_translator")
def test_messages_are_english_at_first() -> None:
    assert gettext("No results") == "No results"
    numbers = [ngettext("%(n)s quote", "%(n)s quotes", n) % {"n": n} for n in (0, 1, 2)]
    assert numbers == ["0 quotes", "1 quote", "2 quotes"]


@pytest.mark.usefixtures("own_translator")
def test_an_installed_translator_is_asked_each_time() -> None:
    languages = iter(["de", "fr"])
    install_translator(
        lambda message: f"{next(languages)}: {message}",
        lambda one, many, number: f"{one if number == 1 else many}!",
    )
    assert [gettext("No"), gettext("No")] == ["de: No", "fr: No"]
    assert [ngettext("quote", "quotes", number) for number in (1, 2)] == ["quote!", "quotes!"]
    assert gettext_noop("No") == "No"
