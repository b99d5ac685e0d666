"""Advanced search: the query language as a form, with the query that each field makes."""

from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from citations.forms.advanced_search import AdvancedSearchForm
from citations.pages.results.advanced_fields import parts_by_heading
from citations.query.advanced_form import FORM_FIELDS, form_texts
from citations.query.parser import parse_query


@require_safe
def advanced(request: HttpRequest) -> HttpResponse:
    """The form, filled in from `q`; a submitted form redirects to its results.

    With `show` it shows the query instead. 400 for an invalid field.
    """
    submitted = not request.GET.keys().isdisjoint(FORM_FIELDS)
    form = AdvancedSearchForm(
        request.GET if submitted else form_texts(parse_query(request.GET.get("q", "")))
    )
    valid = form.is_valid()
    parameters = urlencode({"q": form.text} if form.text else {})
    address = f"{reverse('search')}?{parameters}" if parameters else reverse("search")
    if submitted and valid and "show" not in request.GET:
        return HttpResponseRedirect(address)
    context = {
        "form": form,
        "groups": parts_by_heading(form),
        "query": form.text,
        "address": address,
    }
    return render(request, "citations/advanced.html", context, status=200 if valid else 400)
