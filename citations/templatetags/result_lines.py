"""The lines of quotes, facet values and bars, of which a page shows dozens: Jinja2 renders them."""

from collections.abc import Iterable

from django import template
from django.utils.safestring import SafeString

from citations.cite.cited_quote import CitedQuote
from citations.pages.citing.collection_citations import FormattedCitation
from citations.pages.results.facet_links import FacetValue
from citations.pages.results.result_rows import Result
from citations.pages.results.year_chart import YearBar
from citations.templatetags.fragments import render_macro

register = template.Library()


@register.simple_tag
def result_items(results: Iterable[Result], *, hide_speaker: bool = False) -> SafeString:
    """The quotes as items of a list, with or without their speakers."""
    return render_macro("result_lines.jinja", "result_items", results, hide_speaker)


@register.simple_tag
def result_line(result: Result) -> SafeString:
    """One quote, outside any list."""
    return render_macro("result_lines.jinja", "result_line", result)


@register.filter
def as_links(values: Iterable[FacetValue]) -> SafeString:
    """The values of a facet, each a link to the search with it or without it."""
    return render_macro("facet_values.jinja", "links", values)


@register.filter
def as_boxes(values: Iterable[FacetValue], name: str) -> SafeString:
    """The values of a facet as checkboxes with this parameter name."""
    return render_macro("facet_values.jinja", "boxes", values, name)


@register.filter
def as_bars(bars: Iterable[YearBar]) -> SafeString:
    """The bars of a chart; those that are not empty are links."""
    return render_macro("year_bars.jinja", "bars", bars)


@register.filter
def as_rows(bars: Iterable[YearBar]) -> SafeString:
    """The same bars as rows of a table; none of them may be empty."""
    return render_macro("year_bars.jinja", "rows", bars)


@register.filter
def as_collected(cited: Iterable[tuple[CitedQuote, FormattedCitation | None]]) -> SafeString:
    """The quotes of a collection as items of a list, with their citations if any and buttons."""
    return render_macro("collected_items.jinja", "items", cited)
