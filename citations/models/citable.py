"""Quotes and articles in the form that `citations.cite` takes."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from django.utils.translation import gettext as _

from citations.cite.cited_quote import CitedQuote
from citations.cite.csl import CslName, CslSource
from citations.cite.name_parts import split_name
from citations.models.appearances import Appearance, primary_appearance
from citations.models.projections import ListedQuote, with_record
from citations.models.quotes import Quote, Standing
from citations.models.sources import Article
from citations.models.speakers import Speaker, SpeakerKind, SpeakerName
from citations.text.paragraphs import paragraph_at

QUOTES_PER_BATCH = 200
# By the names as printed; an organisation's has no parts.
RecordedNames = Mapping[str, CslName]
NO_NAMES: RecordedNames = {}


def cited_quotes(quotes: Sequence[Quote], site: str) -> list[CitedQuote]:
    """The quotes, loaded `with_sources` or more, each with the source of its wording.

    `site`, scheme and host, begins their addresses. One more query if the sources have bylines.
    """
    primaries = [(quote, primary_appearance(quote)) for quote in quotes]
    names = recorded_byline_names(one.article for _quote, one in primaries if one)
    return [cited_quote(quote, one, names, site) for quote, one in primaries if one]


def cited_quotes_by_id(quote_ids: Sequence[int], site: str) -> Iterator[CitedQuote]:
    """The published quotes among these, in this order, read in batches."""
    for start in range(0, len(quote_ids), QUOTES_PER_BATCH):
        batch = quote_ids[start : start + QUOTES_PER_BATCH]
        found = with_record(Quote.objects.published()).in_bulk(batch)
        yield from cited_quotes([found[each] for each in batch if each in found], site)


def cited_quote(quote: Quote, primary: Appearance, names: RecordedNames, site: str) -> CitedQuote:
    return CitedQuote(
        key=quote.key,
        text=quote.text,
        language=quote.language,
        speaker=csl_speaker_name(quote.speaker),
        office=str(quote.office or ""),
        said=quote.occasion.date if quote.occasion else "",
        is_verbatim=quote.has_marks,
        is_translated=bool(quote.original) and not primary.translated,
        warning=standing_warning(quote),
        address=f"{site}{quote.get_absolute_url()}",
        changed=quote.changed.date().isoformat(),
        source=csl_source(primary.article, names),
        paragraph=paragraph_of(primary),
    )


def csl_speaker_name(speaker: Speaker) -> CslName:
    """The displayed name, in parts if they are recorded; an organisation's has none."""
    form = speaker.shown_form
    if speaker.kind != SpeakerKind.PERSON or not form:
        return CslName(speaker.name)
    return CslName(form.name, form.family, form.given)


def standing_warning(quote: Quote) -> str:
    """Why the quote is disputed or misattributed, and who said it instead, if known; else ""."""
    if quote.standing == Standing.ACCEPTED:
        return ""
    warning = f"{Standing(quote.standing).label}: {quote.standing_note}"
    if not quote.correct_speaker:
        return warning
    said_by = _("Said by %(speaker)s.") % {"speaker": quote.correct_speaker.name}
    return f"{warning} {said_by}"


def paragraph_of(appearance: Appearance) -> int:
    """The paragraph of the archived text in which the words begin, from 1; 0 for none."""
    if not appearance.snapshot or not appearance.spans:
        return 0
    return paragraph_at(appearance.snapshot.text, appearance.spans[0].start)


def csl_source(article: Article, names: RecordedNames | None = None) -> CslSource:
    """The article as a source; its authors' names in parts where these are certain.

    `names` are the recorded names of its byline, which are looked up if they are not given.
    """
    publication = article.publication
    country = publication.country if publication else ""
    known = recorded_byline_names([article]) if names is None else names
    return CslSource(
        id=article.key,
        kind=article.kind,
        title=article.headline,
        language=article.language,
        authors=csl_authors(article.byline, article.language, country, known),
        publication=publication.name if publication else "",
        issued=article.published,
        accessed=article.accessed,
        url=article.url,
        archive_url=article.archived_url,
        issn=publication.issn if publication else "",
    )


def csl_source_of_row(row: ListedQuote) -> CslSource:
    """The source of a quote in a list, without a query and so without recorded names."""
    language = row.article_language or ""
    return CslSource(
        id=row.article_key or "",
        kind=row.article_kind or "",
        title=row.headline or "",
        language=language,
        authors=csl_authors(row.byline, language, row.country or "", NO_NAMES),
        publication=row.publication or "",
        issued=row.published or "",
        url=row.article_url or "",
        archive_url=row.archived_url or "",
        issn=row.issn or "",
    )


def csl_authors(
    byline: object, language: str, country: str, names: RecordedNames
) -> tuple[CslName, ...]:
    return tuple(
        names.get(name) or split_name(name, language, country) for name in byline_names(byline)
    )


def byline_names(byline: object) -> list[str]:
    """The names in a byline; skips values of other types, which only plain SQL can write."""
    entries = byline if isinstance(byline, list) else []
    return [name for name in entries if isinstance(name, str) and name.strip()]


def recorded_byline_names(articles: Iterable[Article]) -> dict[str, CslName]:
    """The names in bylines that are on record; not those whose parts differ between speakers."""
    printed = {name for article in articles for name in byline_names(article.byline)}
    if not printed:
        return {}
    forms = SpeakerName.objects.filter(name__in=printed)
    found: dict[str, set[CslName]] = {}
    for kind, name, *parts in forms.values_list("speaker__kind", "name", "family", "given"):
        is_person = kind == SpeakerKind.PERSON
        found.setdefault(name, set()).add(CslName(name, *parts) if is_person else CslName(name))
    return {name: names.pop() for name, names in found.items() if len(names) == 1}
