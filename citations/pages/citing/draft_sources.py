"""What a draft quotes, as citations and as a list of sources in a style."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from django.utils.safestring import SafeString

from citations.cite.reference_list import source_list
from citations.cite.styles.citation_markup import as_text, clean
from citations.cite.styles.citeproc import CannotCiteError
from citations.drafts.docx_comments import DocxAdditions
from citations.drafts.findings import SOUND, DraftReport
from citations.forms.citation import CitationForm
from citations.models import Quote
from citations.models.citable import citable


@dataclass(frozen=True)
class Sources:
    """The entries, as they stand on the page, and the keys of the quotes that they are of.

    `additions` is what is put into a .docx; `is_made` is false where the style cannot be run.
    """

    keys: Sequence[str] = ()
    entries: Sequence[SafeString] = ()
    additions: DocxAdditions = field(default_factory=lambda: DocxAdditions({}))
    is_made: bool = True


def sources_of(report: DraftReport, form: CitationForm, site: str) -> Sources:
    """Of the quotes whose words are the source's, each once, in the style asked for."""
    found = [each for each in report.findings if each.quote and each.verdict in SOUND]
    keys = list(dict.fromkeys(each.quote.key for each in found if each.quote))
    read = Quote.objects.published().with_record().in_bulk(keys, field_name="key")
    quoted = citable([read[key] for key in keys if key in read], site)
    if not quoted:
        return Sources()
    try:
        made = source_list(quoted, form.chosen, form.language)
    except CannotCiteError:
        return Sources([each.key for each in quoted], is_made=False)
    by_key = {
        each.key: as_text(citation) for each, citation in zip(quoted, made.citations, strict=True)
    }
    entries = [SafeString(clean(entry)) for entry in made.entries]
    if not form.cleaned_data.get("cite"):
        return Sources(list(by_key), entries)
    citations = {each.start: by_key[each.quote.key] for each in found if each.quote}
    additions = DocxAdditions(citations, [as_text(entry) for entry in made.entries])
    return Sources(list(by_key), entries, additions)
