"""The sources that a draft quotes, as citations and as a reference list in a style."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from django.utils.safestring import SafeString

from citations.cite.reference_list import make_reference_list
from citations.cite.styles.citation_markup import citation_as_text, clean_citation_html
from citations.cite.styles.citeproc import CannotCiteError
from citations.comparison.verdict import SOUND_VERDICTS
from citations.drafts.docx_comments import DocxAdditions
from citations.drafts.findings import DraftReport
from citations.forms.citation import CitationForm
from citations.models import Quote
from citations.models.citable import cited_quotes
from citations.models.projections import with_record


@dataclass(frozen=True)
class DraftSources:
    """The entries of the reference list as HTML, and the keys of the cited quotes.

    `additions` are inserted into a .docx; `is_made` is false if the style cannot be run.
    """

    keys: Sequence[str] = ()
    entries: Sequence[SafeString] = ()
    additions: DocxAdditions = field(default_factory=lambda: DocxAdditions({}))
    is_made: bool = True


def draft_sources(report: DraftReport, form: CitationForm, site: str) -> DraftSources:
    """The sources of the quotes that the draft quotes correctly, in the form's style."""
    found = [each for each in report.findings if each.quote and each.verdict in SOUND_VERDICTS]
    keys = list(dict.fromkeys(each.quote.key for each in found if each.quote))
    read = with_record(Quote.objects.published()).in_bulk(keys, field_name="key")
    quoted = cited_quotes([read[key] for key in keys if key in read], site)
    if not quoted:
        return DraftSources()
    try:
        made = make_reference_list(quoted, form.chosen, form.language)
    except CannotCiteError:
        return DraftSources([each.key for each in quoted], is_made=False)
    by_key = {
        each.key: citation_as_text(citation)
        for each, citation in zip(quoted, made.citations, strict=True)
    }
    entries = [SafeString(clean_citation_html(entry)) for entry in made.entries]
    if not form.cleaned_data.get("cite"):
        return DraftSources(list(by_key), entries)
    citations = {each.start: by_key[each.quote.key] for each in found if each.quote}
    additions = DocxAdditions(citations, [citation_as_text(entry) for entry in made.entries])
    return DraftSources(list(by_key), entries, additions)
