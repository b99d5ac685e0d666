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
    """Whether people are called so; both parts of a double name count: Anna-Lena."""
    names = _names()
    return word in names or ("-" in word and word.partition("-")[0] in names)


def first_name_gender(word: str) -> str:
    """The gender of those who bear this name: "m", "f", or "" for both and for an unknown name."""
    names = _names()
    return names.get(word) or names.get(word.partition("-")[0], "")
