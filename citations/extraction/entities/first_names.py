"""First names and the gender of those who bear them."""

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path

_LIST = Path(__file__).parents[1] / "languages" / "en" / "first_names.toml"
_GENDERS = {"male": "m", "female": "f", "either": ""}


@cache
def _names() -> Mapping[str, str]:
    lists = tomllib.loads(_LIST.read_text("utf-8"))
    return {name: _GENDERS[key] for key, names in lists.items() for name in names.split()}


def is_first_name(word: str) -> bool:
    """Whether people are called so; the first part of a double name decides: Anna-Lena; ANNA."""
    return _printed_form(word) in _names()


def first_name_gender(word: str) -> str:
    """The gender of those who bear this name: "m", "f", or "" for both and for an unknown name."""
    return _names().get(_printed_form(word), "")


def _printed_form(word: str) -> str:
    """The name as the list prints it."""
    names = _names()
    if word in names:
        return word
    first = word.partition("-")[0] if "-" in word else word
    return first if first in names else first.capitalize() if first.isupper() else ""
