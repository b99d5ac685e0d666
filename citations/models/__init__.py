"""The record: who said what, when and where, and in which source to check it."""

from citations.models.appearances import Appearance, Verification, VerificationMethod
from citations.models.base.changes import Change, Subject
from citations.models.curation.fingerprints import Fingerprint
from citations.models.curation.merges import Different, Merge, MergeKind
from citations.models.curation.proposals import Judgement, Proposal
from citations.models.curation.wanted import WantedSearch
from citations.models.occasions import Occasion, Topic
from citations.models.quotes import Mode, Quote, Standing, State
from citations.models.relations import QuoteRelation, RelationKind
from citations.models.sources import (
    Article,
    ArticleKind,
    Publication,
    PublicationKind,
    Snapshot,
    sha256_of,
)
from citations.models.speakers import (
    NameKind,
    NameOrder,
    Position,
    Speaker,
    SpeakerKind,
    SpeakerName,
)

__all__ = [
    "Appearance",
    "Article",
    "ArticleKind",
    "Change",
    "Different",
    "Fingerprint",
    "Judgement",
    "Merge",
    "MergeKind",
    "Mode",
    "NameKind",
    "NameOrder",
    "Occasion",
    "Position",
    "Proposal",
    "Publication",
    "PublicationKind",
    "Quote",
    "QuoteRelation",
    "RelationKind",
    "Snapshot",
    "Speaker",
    "SpeakerKind",
    "SpeakerName",
    "Standing",
    "State",
    "Subject",
    "Topic",
    "Verification",
    "VerificationMethod",
    "WantedSearch",
    "sha256_of",
]
