"""The list of speakers, and the page of each with names, offices and quotes by year."""

from string import ascii_uppercase

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from citations.forms.list_filters import SpeakerListForm
from citations.models import Speaker
from citations.models.history import last_change
from citations.pages.links import search_address
from citations.pages.metadata.open_graph import speaker_preview
from citations.pages.record.speakers import (
    counted_lines,
    lines_of_names,
    office_context,
    speakers_for_lines,
    year_links,
)
from citations.pages.record.timeline import outline_of_columns, year_columns
from citations.pages.results.pagination import name_to_start_after, page_of_quotes, page_of_records
from citations.search.request import Search
from citations.views.responses.files import site_of
from citations.views.responses.redirects import redirect_permanently

SPEAKERS_PER_PAGE = 50
LETTERS = [(letter, f"?from={letter.lower()}") for letter in ascii_uppercase]


@require_safe
def speaker_list(request: HttpRequest) -> HttpResponse:
    """All speakers by name, perhaps from a letter on; or those that match, most quoted first.

    Ignores invalid parameters, with status 400.
    """
    parameters = request.GET.dict()
    form = SpeakerListForm(parameters)
    form.is_valid()
    query, start = (form.cleaned_data.get(name, "") for name in ("q", "start"))
    context = {"form": form, "query": query, "start": start, "letters": LETTERS}
    if query:
        context["found"] = lines_of_names(query, SPEAKERS_PER_PAGE)
    else:
        after = name_to_start_after(parameters)
        # Only one lower bound: given two, SQLite may seek to the lower one and scan from there.
        speakers = Speaker.objects.public().by_name("" if after else start)
        if after:
            speakers = speakers.following(get_object_or_404(Speaker, slug=after))
        shown = speakers_for_lines()
        page = page_of_records(speakers, parameters, SPEAKERS_PER_PAGE, shown=shown, name="slug")
        context |= {"page": page, "found": counted_lines(page.rows)}
    status = 400 if form.errors else 200
    return render(request, "citations/speaker_list.html", context, status=status)


@require_safe
def speaker(request: HttpRequest, slug: str) -> HttpResponse:
    """The page of a speaker; the address of a merged one redirects."""
    public = Speaker.objects.public().with_record()
    found = public.filter(slug=slug).first()
    if not found:
        merged = get_object_or_404(Speaker, slug=slug, merged_into__isnull=False)
        target = get_object_or_404(public, pk=merged.merge_target.pk)
        return redirect_permanently(target.get_absolute_url())
    search = Search(chosen={"speaker": (slug,)}, sort="newest")
    quotes, page = page_of_quotes(search, request.GET.dict(), years=True)
    by_year = year_columns(quotes.years.counts())
    context = {
        "speaker": found,
        "total": quotes.total,
        "years": list(year_links(search, quotes)),
        "columns": by_year,
        "drawn": outline_of_columns(by_year),
        "page": page,
        "search_url": search_address(search),
        "preview": speaker_preview(found, site_of(request), page.number),
        "changed": last_change(found),
    } | office_context(list(found.positions.all()))
    return render(request, "citations/speaker.html", context)
