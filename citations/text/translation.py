"""Marks messages for translation in the rooms that do not use Django.

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
    """Use these functions from now on; they know the language of the current request."""
    _translator.gettext = gettext
    _translator.ngettext = ngettext


def gettext(message: str) -> str:
    return _translator.gettext(message)


def ngettext(singular: str, plural: str, number: int) -> str:
    return _translator.ngettext(singular, plural, number)


def gettext_noop(message: str) -> str:
    """Mark a message that is translated only when it is shown."""
    return message
