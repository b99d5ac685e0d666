"""What a sentence shows of one word in it: which rule finds whom, or what a name names."""

from citations.extraction.entities.mentions import find_mentions
from citations.extraction.quotations import find_quotations
from citations.extraction.token_stream import token_stream


def shown_by(sentence: str) -> str:
    """The rules and speakers of the quotations; without any, the kinds and genders of the names."""
    found = find_quotations(sentence, language="en")
    if found or "“" in sentence:
        return "; ".join(f"{each.rule} {each.speaker}".strip() for each in found)
    names = find_mentions(token_stream(sentence, []))
    return "; ".join(f"{each.name} {each.kind} {each.gender}".strip() for each in names)
