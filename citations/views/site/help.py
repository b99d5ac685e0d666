"""The help pages, made from the same files as the project's documentation."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from citations.pages.help_topics import TOPICS, help_titles, help_topic


@require_safe
def help_index(request: HttpRequest) -> HttpResponse:
    return render(request, "citations/help_index.html", {"titles": help_titles()})


@require_safe
def help_page(request: HttpRequest, name: str) -> HttpResponse:
    if name not in TOPICS:
        raise Http404(_("There is no help page of this name."))
    context = {"topic": help_topic(name), "titles": help_titles()}
    return render(request, "citations/help.html", context)
