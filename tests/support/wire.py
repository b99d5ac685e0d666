"""Articles as documents, of random words with quotations, to ingest and to copy."""

import random

from citations.documents.document import Document

WORDS = (
    "peace talks islands ministry said that Japan would not give up its claim to the north".split()
)


def random_body(seed: int, sentences: int = 12) -> str:
    """Paragraphs of random words, always the same for a seed, with a quotation in each."""
    chance = random.Random(seed)
    texts = (" ".join(chance.choices(WORDS, k=14)) for _ in range(sentences))
    return "\n\n".join(f"“{text.capitalize()},” Kishida Fumio said." for text in texts)


def random_article(seed: int = 1, headline: str = "Talks go on", **about: str) -> Document:
    return Document(text=f"{headline}\n\n{random_body(seed)}", headline=headline, **about)
