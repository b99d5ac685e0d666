"""The action that leads from two selected records to the preview of their merge."""

from typing import Any

from django.contrib import admin, messages
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponseRedirect
from django.urls import reverse

TWO = 2


@admin.action(description="Merge the two selected", permissions=["merge"])
def merge_selected(self: Any, request: HttpRequest, queryset: QuerySet[Any]) -> Any:
    """On to the preview of the two; a merge is of two."""
    numbers = sorted(queryset.order_by().values_list("pk", flat=True).distinct()[:3])
    if len(numbers) != TWO:
        messages.error(request, "Select two records: one that is kept, one merged into it.")
        return None
    return HttpResponseRedirect(preview_of(self.model._meta.model_name, *numbers))


def preview_of(kind: str, kept: int, merged: int) -> str:
    return reverse("admin:citations_merge_preview", args=[kind, kept, merged])
