"""Quotes and articles as they are cited: what is recorded of them, as `citations.cite` takes it."""

from collections.abc import Iterable, Iterator, Sequence

from citations.cite.cited_quote import Quoted
from citations.cite.csl import Name, Source
from citations.cite.name_parts import name_in_parts
from citations.models import (
    Appearance,
    Article,
    Quote,
    Speaker,
    SpeakerKind,
    SpeakerName,
    Standing,
)
from citations.text.paragraphs import paragraph_at

# Quotes read at a time.
BATCH = 200
# By the names as printed; an organisation's has no parts.
Names = dict[str, Name]


def citable(quotes: Sequence[Quote], site: str) -> list[Quoted]:
    """The quotes, read `with_sources` or more, each with the source its wording was taken from.

    `site` stands before their addresses: scheme and host. One query more, and only where there
    are bylines.
    """
    shown = [quote.primary_appearance for quote in quotes]
    known = names_in(one.article for one in shown if one)
    return [
        quoted_of(quote, one, known, site) for quote, one in zip(quotes, shown, strict=True) if one
    ]


def cited(numbers: Sequence[int], site: str) -> Iterator[Quoted]:
    """The published quotes among the numbered ones, in this order, read as they are asked for."""
    for start in range(0, len(numbers), BATCH):
        some = numbers[start : start + BATCH]
        found = Quote.objects.published().with_record().in_bulk(some)
        yield from citable([found[number] for number in some if number in found], site)


def quoted_of(quote: Quote, shown: Appearance, known: Names, site: str) -> Quoted:
    return Quoted(
        key=quote.key,
        text=quote.text,
        language=quote.language,
        speaker=speaker_name(quote.speaker),
        office=str(quote.office or ""),
        said=quote.occasion.date if quote.occasion else "",
        is_verbatim=quote.has_marks,
        is_translated=bool(quote.original) and not shown.translated,
        warning=warning_of(quote),
        address=f"{site}{quote.get_absolute_url()}",
        changed=quote.changed.date().isoformat(),
        source=source_of(shown.article, known),
        paragraph=paragraph_of(shown),
    )


def speaker_name(speaker: Speaker) -> Name:
    """The name as it is shown, in parts where they are recorded; an organisation's has none."""
    if speaker.kind != SpeakerKind.PERSON:
        return Name(speaker.name)
    return name_of(speaker.shown_form) if speaker.shown_form else Name(speaker.name)


def name_of(form: SpeakerName) -> Name:
    return Name(form.name, form.family, form.given)


def warning_of(quote: Quote) -> str:
    """Why it is disputed or misattributed, and who said it instead if that is known."""
    if quote.standing == Standing.ACCEPTED:
        return ""
    instead = f" Said by {quote.correct_speaker.name}." if quote.correct_speaker else ""
    return f"{Standing(quote.standing).label}: {quote.standing_note}{instead}"


def paragraph_of(shown: Appearance) -> int:
    """The paragraph of the archived text in which the words begin, from 1; 0 for none."""
    if not shown.snapshot or not shown.spans:
        return 0
    return paragraph_at(shown.snapshot.text, shown.spans[0].start)


def source_of(article: Article, known: Names) -> Source:
    """The article as a source; its authors' names in parts where it is sure which is which."""
    publication = article.publication
    country = publication.country if publication else ""
    return Source(
        id=article.key,
        kind=article.kind,
        title=article.headline,
        language=article.language,
        authors=tuple(
            known.get(name) or name_in_parts(name, article.language, country)
            for name in texts_in(article.byline)
        ),
        publication=publication.name if publication else "",
        issued=article.published,
        accessed=article.accessed,
        url=article.url,
        archive_url=article.archived_url,
        issn=publication.issn if publication else "",
    )


def cited_alone(article: Article) -> Source:
    """An article as a source."""
    return source_of(article, names_in([article]))


def texts_in(byline: object) -> list[str]:
    """The names in a byline; nothing of what only SQL can have written there."""
    named = byline if isinstance(byline, list) else []
    return [name for name in named if isinstance(name, str) and name.strip()]


def names_in(articles: Iterable[Article]) -> Names:
    """The names in bylines that are recorded, unless two speakers' differ in their parts."""
    printed = {name for article in articles for name in texts_in(article.byline)}
    if not printed:
        return {}
    forms = SpeakerName.objects.filter(name__in=printed)
    found: dict[str, set[Name]] = {}
    for kind, name, *parts in forms.values_list("speaker__kind", "name", "family", "given"):
        is_person = kind == SpeakerKind.PERSON
        found.setdefault(name, set()).add(Name(name, *parts) if is_person else Name(name))
    return {name: names.pop() for name, names in found.items() if len(names) == 1}
