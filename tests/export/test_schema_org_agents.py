"""Each kind of speaker is the agent that schema.org has for it."""

import pytest

from citations.export.schema_org_agents import TYPES, agent_of
from citations.models import Speaker, SpeakerKind


@pytest.mark.parametrize(
    ("kind", "agent_type"),
    [
        (SpeakerKind.PERSON, "Person"),
        (SpeakerKind.ORGANISATION, "Organization"),
        (SpeakerKind.GROUP, "Organization"),
        (SpeakerKind.UNNAMED, ""),
    ],
)
def test_a_speaker_is_a_person_an_organization_or_unnamed(
    kind: SpeakerKind, agent_type: str
) -> None:
    speaker = Speaker(slug="a-b", name="A B", kind=kind, wikidata="Q1")
    agent = agent_of(speaker, "https://citations.example")
    assert (agent.type, agent.name, agent.wikidata) == (agent_type, "A B", "Q1")
    assert agent.address == "https://citations.example/speakers/a-b/"


def test_every_kind_has_a_type() -> None:
    assert set(TYPES) == set(SpeakerKind)
