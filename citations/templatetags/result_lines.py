"""Lines that stand on a page by the dozen, made without Django's template engine.

It takes several times as long, and they are most of what a page of results shows. What comes from
outside is escaped here, all of it: every value in braces that is a text passes `escaped`.
"""

from collections.abc import Iterable
from functools import cache

from django import template
from django.urls import reverse
from django.utils.safestring import SafeString

from citations.pages.results.facet_links import FacetValue
from citations.pages.results.result_rows import Result, Source
from citations.pages.results.year_chart import Bar
from citations.templatetags.typography import escaped, marked, seal, when

register = template.Library()

CURRENT = ' aria-current="true"'


@register.simple_tag
def result_line(result: Result, *, hide_speaker: bool = False) -> SafeString:
    """One line of a list of quotes; its speaker can be left out."""
    language, direction = escaped(result.language), escaped(result.direction)
    return SafeString(
        f'''<article class="result">
  <blockquote id="{escaped(result.key)}" class="wording {escaped(result.mode)}" lang="{language}" dir="{direction}"{_cite(result.source)}>
    <p><a href="{escaped(result.url)}">{_wording(result)}</a></p>
  </blockquote>
  <p class="byline">
    {" ".join(_byline(result, hide_speaker))}
  </p>
  {_source(result)}
  {_taken(result, hide_speaker)}
</article>'''  # noqa: E501  # as long as lines of a page are
    )


def _cite(source: Source) -> str:
    return f' cite="{escaped(source.live_url or source.url)}"' if source.url else ""


def _wording(result: Result) -> str:
    words = marked(result.excerpt)
    return f"<q>{words}</q>" if result.mode == "partial" else words


def _byline(result: Result, hide_speaker: bool) -> Iterable[str]:
    if not hide_speaker:
        url, name = escaped(result.speaker_url), escaped(result.speaker)
        yield f'<span><a class="who" href="{url}"><bdi>{name}</bdi></a></span>'
    if result.office:
        yield f"<span>{escaped(result.office)}</span>"
    if result.said:
        yield f"<span>{escaped(when(result.said))}</span>"
    if result.standing:
        yield f"<strong>{escaped(result.standing)}</strong>"


def _source(result: Result) -> str:
    source = result.source
    if not source.url:
        return ""
    printer = f"<bdi>{escaped(source.publication)}</bdi>, " if source.publication else ""
    return f'''<p class="source">
    {seal(source.verdict, result.checked_url)}
    <span>{printer}<cite lang="{escaped(source.language)}" dir="{escaped(source.direction)}"><a href="{escaped(result.place_url)}">{escaped(source.headline)}</a></cite></span>{_coins(source)}
  </p>'''  # noqa: E501


def _taken(result: Result, hide_speaker: bool) -> str:
    """To cite it, and to add it to a collection."""
    url, key = escaped(result.url), escaped(result.key)
    whose = "" if hide_speaker else escaped(result.speaker)
    return f'''<p class="take">
    <a href="{url}cite/" data-cite>Cite<span class="unseen"> {whose}</span></a>
    <a href="{_collection()}?quotes={key}" data-add="{key}">Add<span class="unseen"> {whose} to the collection</span></a>
  </p>'''  # noqa: E501


@cache
def _collection() -> str:
    return escaped(reverse("collection"))


def _coins(source: Source) -> str:
    """For reference managers alone: nothing is shown, and nothing read aloud."""
    if not source.coins:
        return ""
    return f'<span class="Z3988" title="{escaped(source.coins)}" hidden></span>'


@register.filter
def as_links(values: Iterable[FacetValue]) -> SafeString:
    """A facet's values, each leading to the search with it or without it."""
    return SafeString(
        "".join(
            f'<li><a href="{escaped(url)}"{CURRENT if chosen else ""}>'
            f'<bdi>{escaped(label)}</bdi> <span class="count">{number:,}</span></a></li>'
            for value, label, number, url, chosen in values
        )
    )


@register.filter
def as_boxes(values: Iterable[FacetValue], name: str) -> SafeString:
    """A facet's values to tick, as parameters of this name."""
    field = escaped(name)
    return SafeString(
        "".join(
            f'<li><label><input type="checkbox" name="{field}" value="{escaped(value)}"'
            f"{' checked' if chosen else ''}><bdi>{escaped(label)}</bdi> "
            f'<span class="count">{number:,}</span></label></li>'
            for value, label, number, url, chosen in values
        )
    )


@register.filter
def as_bars(bars: Iterable[Bar]) -> SafeString:
    """The bars of a chart: links, but for those that are empty."""
    return SafeString("".join(f"<li>{_bar(bar)}{_tick(bar)}</li>" for bar in bars))


def _bar(bar: Bar) -> str:
    if not bar.url:
        return ""
    return (
        f'<a href="{escaped(bar.url)}"><svg width="100%" height="48" viewBox="0 0 1 100" '
        'preserveAspectRatio="none" aria-hidden="true" focusable="false">'
        f'<path class="bar" d="M.1 100v-{escaped(bar.height)}h.8v{escaped(bar.height)}z" /></svg>'
        f'<span class="unseen">{escaped(bar.label)}: {bar.number:,}</span></a>'
    )


def _tick(bar: Bar) -> str:
    return f'<span class="tick" aria-hidden="true">{escaped(bar.tick)}</span>' if bar.tick else ""


@register.filter
def as_rows(bars: Iterable[Bar]) -> SafeString:
    """The same as rows of a table; none of them is empty."""
    return SafeString(
        "".join(
            f'<tr><th scope="row"><a href="{escaped(bar.url)}">{escaped(bar.label)}</a></th>'
            f"<td>{bar.number:,}</td></tr>"
            for bar in bars
        )
    )
