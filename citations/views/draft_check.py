"""The draft check: the page, its downloads, and JSON for programs. It stores nothing."""

import json
from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST

from citations.drafts.check import TOO_LARGE, check_draft
from citations.drafts.docx_comments import add_comments
from citations.drafts.findings import DraftReport
from citations.drafts.reports import WRITERS, html_context, report_data
from citations.edtf.parsing import parse_edtf
from citations.forms.draft import CheckForm, validate_draft
from citations.models.curation.wanted import WantedSearch
from citations.pages.checked_draft import report_context
from citations.pages.citing.draft_sources import DraftSources, draft_sources
from citations.views.responses import rate_limit
from citations.views.responses.files import OPEN_HEADERS, site_of

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
NAME = "checked"

FILES = {
    "json": "application/json",
    "csv": "text/csv; charset=utf-8",
    "html": "text/html; charset=utf-8",
}


@sensitive_post_parameters()
@require_http_methods(["GET", "HEAD", "POST"])
def check_page(request: HttpRequest) -> HttpResponse:
    """The form; after POST the findings, as a file with `as`. 429 above the rate limit."""
    if request.method != "POST":
        return render_check_page(request, CheckForm())
    if rate_limit.exceeds_rate_limit(request, "check"):
        return too_many_requests(request)
    form = CheckForm(request.POST, request.FILES)
    if is_larger(request, settings.FILE_UPLOAD_MAX_MEMORY_SIZE):
        form.add_error("file", TOO_LARGE)
    if not form.is_valid():
        return render_check_page(request, form, status=400)
    report = check_draft(form.draft, form.day)
    sources = draft_sources(report, form, site_of(request))
    if kind := request.POST.get("as", ""):
        return findings_file(request, kind, form, report, sources)
    return render_check_page(request, form, **report_context(report), sources=sources)


def render_check_page(
    request: HttpRequest, form: CheckForm, status: int = 200, **context: Any
) -> HttpResponse:
    response = render(request, "citations/check.html", {"form": form, **context}, status=status)
    response.headers["Cache-Control"] = "no-store"
    return response


def findings_file(
    request: HttpRequest, kind: str, form: CheckForm, report: DraftReport, sources: DraftSources
) -> HttpResponse:
    """A download of the findings; 400 for an unknown format."""
    site = site_of(request)
    if kind == "docx":
        data: bytes | str = add_comments(report, site, form.docx, sources.additions)
        media_type = WORD
    elif kind == "html":
        data = render_to_string("citations/check_file.html", html_context([("", report)], site))
        media_type = FILES[kind]
    elif kind in FILES:
        data = WRITERS[kind]([("", report)], site)
        media_type = FILES[kind]
    else:
        message = _("as: “%(format)s” is not available; choose docx, %(formats)s.")
        form.add_error(None, message % {"format": kind[:20], "formats": ", ".join(FILES)})
        return render_check_page(request, form, status=400)
    response = HttpResponse(data, content_type=media_type)
    response.headers["Content-Disposition"] = f'attachment; filename="{NAME}.{kind}"'
    response.headers["Cache-Control"] = "no-store"
    return response


def is_larger(request: HttpRequest, most: int) -> bool:
    length = request.META.get("CONTENT_LENGTH") or "0"
    return length.isdecimal() and int(length) > most


def too_many_requests(request: HttpRequest) -> HttpResponse:
    message = rate_limit.rate_limit_message()
    return with_retry_after(render_check_page(request, CheckForm(), status=429, refused=message))


def with_retry_after(response: HttpResponse) -> HttpResponse:
    response.headers["Retry-After"] = str(rate_limit.seconds_until_reset())
    return response


@csrf_exempt
@require_POST
def check_json(request: HttpRequest) -> HttpResponse:
    """Takes `{"text": "...", "published": "..."}`, the date optional; see `report_data`."""
    if rate_limit.exceeds_rate_limit(request, "check"):
        errors = {"text": [rate_limit.rate_limit_message()]}
        return with_retry_after(json_response({"errors": errors}, 429))
    try:
        text, published = draft_from_json(request)
    except ValidationError as problem:
        return json_response({"errors": problem.message_dict}, 400)
    return json_response(report_data(check_draft(text, published), site_of(request)), 200)


def draft_from_json(request: HttpRequest) -> tuple[str, str]:
    """The text, and the date or "". Raises ValidationError with messages by field."""
    if is_larger(request, settings.DATA_UPLOAD_MAX_MEMORY_SIZE):
        raise ValidationError({"text": TOO_LARGE})
    no_json = _('Send JSON: {"text": "the draft"}.')
    try:
        sent = json.loads(request.body)
    except (ValueError, RecursionError) as problem:
        raise ValidationError({"text": no_json}) from problem
    if not isinstance(sent, dict):
        raise ValidationError({"text": no_json})
    text, published = sent.get("text"), sent.get("published", "")
    if not isinstance(text, str) or not isinstance(published, str):
        raise ValidationError({"text": _("Send the draft as a string.")})
    try:
        validate_draft(text)
    except ValidationError as problem:
        raise ValidationError({"text": problem.messages}) from problem
    try:
        return text, parse_edtf(published).text if published.strip() else ""
    except ValueError as problem:
        raise ValidationError({"published": str(problem)}) from problem


def json_response(data: Any, status: int) -> HttpResponse:
    response = JsonResponse(data, status=status, json_dumps_params={"ensure_ascii": False})
    for name, value in OPEN_HEADERS.items():
        response.headers[name] = value
    response.headers["Cache-Control"] = "no-store"
    return response


@require_POST
def want_quotation(request: HttpRequest) -> HttpResponse:
    """Put one quotation of a draft on the curators' wanted list, as its writer asked."""
    if rate_limit.exceeds_rate_limit(request, "want"):
        return too_many_requests(request)
    words = " ".join(request.POST.get("words", "").split())
    if not words or "\0" in words:
        return render_check_page(
            request, CheckForm(), status=400, refused=_("words: send the quotation.")
        )
    WantedSearch.objects.note(f'"{words}"', timezone.localdate())
    return render(request, "citations/check_wanted.html", {"words": words})
