"""Language tags (BCP 47): their usual capitals and the direction of their text."""

# ISO 639 tags of languages usually written from right to left; ISO 15924 tags of such scripts.
RIGHT_TO_LEFT = frozenset("ar arc ckb dv fa he iw ji ks ps sd syr ug ur yi".split())
RIGHT_TO_LEFT_SCRIPTS = frozenset("adlm arab aran hebr mand nkoo rohg samr syrc thaa".split())
SCRIPT_LETTERS = 4
REGION_LETTERS = 2


def usual_form(tag: str) -> str:
    """A BCP 47 tag with the capitals that RFC 5646 recommends: en-GB, zh-Hant."""
    first, *subtags = tag.lower().split("-")
    return "-".join([first, *map(_usual_subtag, subtags)])


def _usual_subtag(subtag: str) -> str:
    if len(subtag) == SCRIPT_LETTERS and subtag.isalpha():
        return subtag.title()
    return subtag.upper() if len(subtag) == REGION_LETTERS else subtag


def direction_of(tag: str) -> str:
    """`rtl` or `ltr`, by the script in the BCP 47 tag or else by the language's usual script."""
    language, *subtags = tag.lower().split("-")
    scripts = [each for each in subtags if len(each) == SCRIPT_LETTERS and each.isalpha()]
    is_right_to_left = scripts[0] in RIGHT_TO_LEFT_SCRIPTS if scripts else language in RIGHT_TO_LEFT
    return "rtl" if is_right_to_left else "ltr"
