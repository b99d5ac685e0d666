"""Language tags (BCP 47): how they are usually written, and which way their text runs."""

# ISO 639 tags of languages usually written from right to left, and ISO 15924 tags of such scripts.
RIGHT_TO_LEFT = frozenset("ar arc ckb dv fa he iw ji ks ps sd syr ug ur yi".split())
RIGHT_TO_LEFT_SCRIPTS = frozenset("adlm arab aran hebr mand nkoo rohg samr syrc thaa".split())
SCRIPT_LETTERS = 4
REGION_LETTERS = 2


def usual_form(tag: str) -> str:
    """A BCP 47 tag with the capitals it is usually written with: en-GB, zh-Hant (RFC 5646)."""
    first, *subtags = tag.lower().split("-")
    return "-".join([first, *map(_usual_subtag, subtags)])


def _usual_subtag(subtag: str) -> str:
    if len(subtag) == SCRIPT_LETTERS and subtag.isalpha():
        return subtag.title()
    return subtag.upper() if len(subtag) == REGION_LETTERS else subtag


def direction_of(tag: str) -> str:
    """`rtl` or `ltr`: by the script that a BCP 47 tag names, else by the language's usual one."""
    language, *subtags = tag.lower().split("-")
    scripts = [each for each in subtags if len(each) == SCRIPT_LETTERS and each.isalpha()]
    is_right_to_left = scripts[0] in RIGHT_TO_LEFT_SCRIPTS if scripts else language in RIGHT_TO_LEFT
    return "rtl" if is_right_to_left else "ltr"
