"""Speakers as linked data names them."""

from citations.cite.formats.schema_org import SchemaOrgAgent
from citations.models import Speaker, SpeakerKind

# schema.org has no word for a group; whether an unnamed source is one person, nobody knows.
TYPES = {
    SpeakerKind.PERSON: "Person",
    SpeakerKind.ORGANISATION: "Organization",
    SpeakerKind.GROUP: "Organization",
    SpeakerKind.UNNAMED: "",
}


def agent_of(speaker: Speaker, site: str) -> SchemaOrgAgent:
    """The speaker, whose page is at an address that begins with `site`: scheme and host."""
    return SchemaOrgAgent(
        type=TYPES[SpeakerKind(speaker.kind)],
        name=speaker.name,
        address=f"{site}{speaker.get_absolute_url()}",
        wikidata=speaker.wikidata,
    )
