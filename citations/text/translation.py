"""Marks English for translation in the pure rooms, which know no Django.

`gettext` returns the message as it is until the site installs its own translator.
"""

from collections.abc import Callable


class _Translator:
    def __init__(self) -> None:
        self.gettext: Callable[[str], str] = lambda message: message
        self.ngettext: Callable[[str, str, int], str] = lambda singular, plural, number: (
            singular if number == 1 else plural
        )


_translator = _Translator()


def install_translator(
    gettext: Callable[[str], str], ngettext: Callable[[str, str, int], str]
) -> None:
    """Translate with these from now on, as the language of each request asks."""
    _translator.gettext = gettext
    _translator.ngettext = ngettext


def gettext(message: str) -> str:
    """The message in the reader's language."""
    return _translator.gettext(message)


def ngettext(singular: str, plural: str, number: int) -> str:
    """The form of the message that goes with the number, in the reader's language."""
    return _translator.ngettext(singular, plural, number)


def gettext_noop(message: str) -> str:
    """Mark a message that is translated later, when it is shown."""
    return message
