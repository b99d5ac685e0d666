"""Describes speakers as agents of schema.org."""

from citations.cite.formats.schema_org import SchemaOrgAgent
from citations.models import Speaker, SpeakerKind

# schema.org has no type for a group; an unnamed source may be one person or several.
TYPES = {
    SpeakerKind.PERSON: "Person",
    SpeakerKind.ORGANISATION: "Organization",
    SpeakerKind.GROUP: "Organization",
    SpeakerKind.UNNAMED: "",
}


def agent_of(speaker: Speaker, site: str) -> SchemaOrgAgent:
    """The speaker as an agent; `site`, scheme and host, begins the address of the page."""
    return SchemaOrgAgent(
        type=TYPES[SpeakerKind(speaker.kind)],
        name=speaker.name,
        address=f"{site}{speaker.get_absolute_url()}",
        wikidata=speaker.wikidata,
    )
