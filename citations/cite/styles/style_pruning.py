"""Removes the branches of a style that our items never take, so that the style starts faster.

It prints our items as before: a branch goes only if nothing that `csl_item` and `citation_item`
send can meet its condition, and the rest of its choice stays. (In one or two styles citeproc-js
carries over a bracket from such a branch; that goes too.)
"""

from functools import lru_cache
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from citations.cite.csl import SOURCE_KINDS

_NAMESPACE = "http://purl.org/net/xbiblio/csl"
_CSL = f"{{{_NAMESPACE}}}"
_CHOICE = f"{_CSL}choose"
_CONDITION, _ELSE = f"{_CSL}if", f"{_CSL}else"
# Attributes of a condition whose values are variables.
_OF_VARIABLES = ("variable", "is-numeric", "is-uncertain-date")
# Variables of CSL 1.0.2 that our items lack and that citeproc-js does not derive from others.
_NEVER_SENT = frozenset(
    "annote archive archive-place archive_collection archive_location authority available-date"
    " call-number chair chapter-number collection-editor collection-number collection-title"
    " compiler composer container-author contributor curator dimensions director division DOI"
    " edition editor editor-translator editorial-director event event-date event-place event-title"
    " executive-producer genre guest host illustrator interviewer ISBN issue keyword medium"
    " narrator note number number-of-pages number-of-volumes organizer original-author"
    " original-date original-publisher original-publisher-place original-title page part-number"
    " part-title performer PMCID PMID printing-number producer publisher-place recipient"
    " references reviewed-author reviewed-genre reviewed-title scale script-writer section"
    " series-creator source status submitted supplement-number translator version volume"
    " volume-title".split()
)


# citeproc-js does not understand namespace prefixes.
ElementTree.register_namespace("", _NAMESPACE)


@lru_cache(maxsize=32)
def prune_style(xml: str) -> str:
    """The style's XML at half its length or less; invalid XML is returned unchanged."""
    try:
        root = ElementTree.fromstring(xml)  # noqa: S314 (a file of a locked package)
    except ElementTree.ParseError:
        return xml  # citeproc will refuse it
    for parent in list(root.iter()):
        for choice in parent.findall(_CHOICE):
            _prune_choice(parent, choice)
    while unused := _unused_macros(root):
        for macro in unused:
            root.remove(macro)
    return ElementTree.tostring(root, encoding="unicode")


def _prune_choice(parent: Element, choice: Element) -> None:
    for branch in [each for each in choice if each.tag != _ELSE and _is_never_met(each)]:
        choice.remove(branch)
    if not len(choice):
        parent.remove(choice)
        return
    if choice[0].tag == _ELSE:  # CSL requires a condition, so add one that always holds
        choice[0].attrib.update({"type": "patent", "match": "none"})
    choice[0].tag = _CONDITION


def _is_never_met(branch: Element) -> bool:
    """Whether none of our items meets the condition.

    As in citeproc-js, all types together are one test and each variable is one; by CSL 1.0.2, `all`
    would test each type.
    """
    if branch.get("match") == "none":
        return False
    kinds = branch.get("type", "").split()
    tests = [not SOURCE_KINDS.isdisjoint(kinds)] if kinds else []
    for name in _OF_VARIABLES:
        tests += [each not in _NEVER_SENT for each in branch.get(name, "").split()]
    others = set(branch.attrib) - {"match", "type", *_OF_VARIABLES}
    tests += [True] * len(others)
    return not (any(tests) if branch.get("match") == "any" else all(tests))


def _unused_macros(root: Element) -> list[Element]:
    used = {each.get("macro") for each in root.iter()}
    return [each for each in root.findall(f"{_CSL}macro") if each.get("name") not in used]
