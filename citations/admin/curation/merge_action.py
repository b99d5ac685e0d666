"""The action that leads from two selected records to the preview of their merge."""

from typing import Any

from django.contrib import admin, messages
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy


@admin.action(description=gettext_lazy("Merge the two selected records"), permissions=["merge"])
def merge_selected(self: Any, request: HttpRequest, queryset: QuerySet[Any]) -> Any:
    numbers = sorted(queryset.order_by().values_list("pk", flat=True).distinct()[:3])
    if len(numbers) != 2:
        messages.error(request, _("Select exactly two records to merge."))
        return None
    return HttpResponseRedirect(merge_preview_address(self.model._meta.model_name, *numbers))


def merge_preview_address(kind: str, kept: int, merged: int) -> str:
    return reverse("admin:citations_merge_preview", args=[kind, kept, merged])
