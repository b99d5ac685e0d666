"""Base forms of Polish and Russian names in the genitive: według Ewy Lipskiej."""

Name = tuple[str, ...]

_IRREGULAR = {
    "Marka": "Marek", "Pawła": "Paweł", "Jacka": "Jacek", "Leszka": "Leszek", "Darka": "Darek",
    "Wojtka": "Wojtek", "Włodka": "Włodek", "Franka": "Franek", "Ignacego": "Ignacy",
    "Jerzego": "Jerzy", "Antoniego": "Antoni", "Konstantego": "Konstanty",
    "Павла": "Павел", "Петра": "Пётр", "Льва": "Лев", "Ильи": "Илья", "Никиты": "Никита",
}  # fmt: skip
# Endings of a man's and of a woman's first name and surname, the longest first, and the base form.
_ENDINGS = {
    ("pl", "m"): ([("a", "")], [("skiego", "ski"), ("ckiego", "cki"), ("ego", "y"), ("a", "")]),
    ("pl", "f"): (
        [("ii", "ia"), ("ji", "ja"), ("gi", "ga"), ("ki", "ka"), ("i", "ia"), ("y", "a")],
        [("skiej", "ska"), ("ckiej", "cka"), ("ej", "a"), ("i", "a"), ("y", "a")],
    ),
    ("ru", "m"): (
        [("ея", "ей"), ("ия", "ий"), ("ая", "ай"), ("я", "ь"), ("а", "")],
        [("ского", "ский"), ("цкого", "цкий"), ("ого", "ой"), ("его", "ий"), ("а", "")],
    ),
    ("ru", "f"): (
        [("ии", "ия"), ("ьи", "ья"), ("и", "я"), ("ы", "а")],
        [("ской", "ская"), ("цкой", "цкая"), ("ой", "а"), ("ы", "а")],
    ),
}


def base_form(name: Name, code: str) -> Name:
    """The name in the nominative; the name as it is if its endings are not those of a genitive."""
    if len(name) < 2:
        return name
    for gender in "fm":
        endings = _ENDINGS.get((code, gender))
        if endings is None:
            return name
        first = _IRREGULAR.get(name[0]) or _with_ending(name[0], endings[0])
        last = _with_ending(name[-1], endings[1])
        if first and last:
            return (first, *name[1:-1], last)
    return name


def _with_ending(word: str, endings: list[tuple[str, str]]) -> str:
    for ending, base in endings:
        if word.endswith(ending) and len(word) > len(ending) + 1:
            return word[: len(word) - len(ending)] + base
    return ""
