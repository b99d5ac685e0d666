"""A draft checked: the page, its files, and the address for programs. Nothing of it is kept."""

import json
from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST

from citations.drafts.check import TOO_LARGE, check_draft
from citations.drafts.docx_comments import add_comments
from citations.drafts.findings import DraftReport
from citations.drafts.reports import WRITERS, report_data
from citations.edtf.parsing import parse_edtf
from citations.forms.draft import CheckForm, validate_draft
from citations.models.curation.wanted import WantedSearch
from citations.pages.checked_draft import report_context
from citations.pages.citing.draft_sources import DraftSources, draft_sources
from citations.views.responses import rate_limit
from citations.views.responses.files import OPEN_HEADERS, site_of

NO_JSON = 'Send JSON: {"text": "the draft"}.'
NO_TEXT = "Send the draft as a string."
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
    """The form; once it is sent the findings, or with `as` a file of them. 400, and 429."""
    if request.method != "POST":
        return render_check_page(request, CheckForm())
    if rate_limit.exceeds_rate_limit(request, "check"):
        return with_retry_after(render_check_page(request, CheckForm(), status=429, refused=rate_limit.rate_limit_message()))
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


def render_check_page(request: HttpRequest, form: CheckForm, status: int = 200, **context: Any) -> HttpResponse:
    response = render(request, "citations/check.html", {"form": form, **context}, status=status)
    response.headers["Cache-Control"] = "no-store"
    return response


def findings_file(
    request: HttpRequest, kind: str, form: CheckForm, report: DraftReport, sources: DraftSources
) -> HttpResponse:
    """The findings to take along: 400 for a kind that there is not."""
    site = site_of(request)
    if kind == "docx":
        data: bytes | str = add_comments(report, site, form.docx, sources.additions)
        media_type = WORD
    elif kind in FILES:
        media_type = FILES[kind]
        data = WRITERS[kind]([("", report)], site)
    else:
        form.add_error(None, f"as: there is no {kind[:20]}: choose docx, {', '.join(FILES)}.")
        return render_check_page(request, form, status=400)
    response = HttpResponse(data, content_type=media_type)
    response.headers["Content-Disposition"] = f'attachment; filename="{NAME}.{kind}"'
    response.headers["Cache-Control"] = "no-store"
    return response


def is_larger(request: HttpRequest, most: int) -> bool:
    """Whether more bytes were sent than are taken."""
    length = request.META.get("CONTENT_LENGTH") or "0"
    return length.isdecimal() and int(length) > most


def with_retry_after(response: HttpResponse) -> HttpResponse:
    response.headers["Retry-After"] = str(rate_limit.seconds_until_reset())
    return response


@csrf_exempt
@require_POST
def check_json(request: HttpRequest) -> HttpResponse:
    """`{"text": "..."}`, with the date as `published` if there is one: what `as_data` gives."""
    if rate_limit.exceeds_rate_limit(request, "check"):
        return with_retry_after(answer({"errors": {"text": [rate_limit.rate_limit_message()]}}, 429))
    try:
        text, published = asked(request)
    except ValidationError as problem:
        return answer({"errors": problem.message_dict}, 400)
    return answer(report_data(check_draft(text, published), site_of(request)), 200)


def asked(request: HttpRequest) -> tuple[str, str]:
    """The text, and the date or "". Raises ValidationError with what is wrong by field."""
    if is_larger(request, settings.DATA_UPLOAD_MAX_MEMORY_SIZE):
        raise ValidationError({"text": TOO_LARGE})
    try:
        sent = json.loads(request.body)
    except (ValueError, RecursionError) as problem:
        raise ValidationError({"text": NO_JSON}) from problem
    if not isinstance(sent, dict):
        raise ValidationError({"text": NO_JSON})
    text, published = sent.get("text"), sent.get("published", "")
    if not isinstance(text, str) or not isinstance(published, str):
        raise ValidationError({"text": NO_TEXT})
    try:
        validate_draft(text)
    except ValidationError as problem:
        raise ValidationError({"text": problem.messages}) from problem
    try:
        return text, parse_edtf(published).text if published.strip() else ""
    except ValueError as problem:
        raise ValidationError({"published": str(problem)}) from problem


def answer(data: Any, status: int) -> HttpResponse:
    response = JsonResponse(data, status=status, json_dumps_params={"ensure_ascii": False})
    for name, value in OPEN_HEADERS.items():
        response.headers[name] = value
    response.headers["Cache-Control"] = "no-store"
    return response


@require_POST
def want(request: HttpRequest) -> HttpResponse:
    """One quotation put on the curators' wanted list, because its writer chose so."""
    if rate_limit.exceeds_rate_limit(request, "want"):
        return with_retry_after(render_check_page(request, CheckForm(), status=429, refused=rate_limit.rate_limit_message()))
    words = " ".join(request.POST.get("words", "").split())
    if not words or "\0" in words:
        return render_check_page(request, CheckForm(), status=400, refused="words: send the quotation.")
    WantedSearch.objects.note(f'"{words}"', timezone.localdate())
    return render(request, "citations/check_wanted.html", {"words": words})
