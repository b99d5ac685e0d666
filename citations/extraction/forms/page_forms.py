"""Forms of a page that show who speaks without a sentence: lists, posts, captions, credits."""

from citations.extraction.attribution.attribution import Attribution
from citations.extraction.attribution.attribution_before import (
    attribution_before,
    attribution_before_colon,
)
from citations.extraction.context import QuotationContext
from citations.extraction.forms.credits import credit_after, label_before_dash
from citations.extraction.forms.posts import attribution_by_handle, attribution_of_caption
from citations.extraction.token_stream import TokenStream


def attribution_by_form(stream: TokenStream, around: QuotationContext) -> Attribution | None:
    """The speaker where the page’s form shows it: a handle, a caption, a label, a credit."""
    found = attribution_by_handle(stream, around.place)
    if found:
        return found
    if around.begins_with_capital and around.ends_with_stop:
        found = attribution_of_caption(stream, around.place)
    # A comma before the closing mark asks for a verb, so that a dash ends a dateline.
    if found is None and around.ending != ",":
        found = label_before_dash(stream, around.place, around.sentence)
    if found:
        return found
    alone = around.begins_line or (around.prior == ":" and not _is_introduced(stream, around))
    return credit_after(stream, around.place) if alone else None


def _is_introduced(stream: TokenStream, around: QuotationContext) -> bool:
    """Whether a verb or a label before the colon already names the speaker."""
    if attribution_before(stream, around.place, around.sentence):
        return True
    found = attribution_before_colon(stream, around.place, around.sentence)
    return found is not None and found.rule == "label"
