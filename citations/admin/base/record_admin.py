"""Base classes of all admin pages: checked addresses, autocompletes, history with differences."""

import re
from typing import TYPE_CHECKING, Any

from django.contrib import admin, messages
from django.contrib.admin.options import BaseModelAdmin
from django.contrib.admin.widgets import (
    AdminTextareaWidget,
    AutocompleteSelect,
    AutocompleteSelectMultiple,
    RelatedFieldWidgetWrapper,
)
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, models
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from simple_history.admin import SimpleHistoryAdmin

from citations.admin.base.bounded_lists import BoundedListAdmin
from citations.admin.base.history_differences import VersionDifferences
from citations.admin.base.record_forms import RecordForm

if TYPE_CHECKING:
    Base = BaseModelAdmin[Any]
    ModelAdmin = admin.ModelAdmin[Any]
    HistoryAdmin = admin.ModelAdmin[Any]
    StackedInline = admin.StackedInline[Any, Any]
else:
    Base, ModelAdmin, HistoryAdmin = BaseModelAdmin, admin.ModelAdmin, SimpleHistoryAdmin
    StackedInline = admin.StackedInline

# Primary keys have 63 bits; Django passes longer numbers on to the database, which fails.
RECORD_NUMBER = re.compile(r"[0-9]{1,18}")
TOO_LONG = re.compile(r"[0-9]{19}")
DATE_PARTS = ("year", "month", "day")
DATE_PART = re.compile(r"[1-9][0-9]{0,3}")


def is_record_number(value: str) -> bool:
    return bool(RECORD_NUMBER.fullmatch(value))


def is_unreadable(name: str, value: str) -> bool:
    """Whether no database can look up this query parameter of a list."""
    return "\0" in value or (name != "q" and bool(TOO_LONG.search(value)))


class RecordSelect(AutocompleteSelect):
    """An autocomplete that shows nothing, instead of failing, for a value that is not a number.

    Set `known` to a record that is loaded already to save a query.
    """

    known: models.Model | None = None

    def optgroups(self, name: str, value: Any, attr: Any = None) -> Any:
        numbers = list(filter(is_record_number, map(str, value)))
        if self.known and numbers == [str(self.known.pk)]:
            shown = self.create_option(name, numbers[0], str(self.known), True, 0)
            return [(None, [shown], 0)]
        return super().optgroups(name, numbers, attr)


class RecordSelectMultiple(AutocompleteSelectMultiple):
    """The same for several records; values that are not numbers are ignored.

    There is no button to clear all: it would be in a list, where only list items may be.
    """

    def build_attrs(self, *attrs: Any, **options: Any) -> dict[str, Any]:
        return super().build_attrs(*attrs, **options) | {"data-allow-clear": "false"}

    def optgroups(self, name: str, value: Any, attr: Any = None) -> Any:
        return super().optgroups(name, list(filter(is_record_number, map(str, value))), attr)

    def value_from_datadict(self, *source: Any) -> list[str]:
        return list(filter(is_record_number, super().value_from_datadict(*source) or ()))


class AutocompleteAdmin(Base):
    formfield_overrides = {
        models.URLField: {"assume_scheme": "https"},
        models.TextField: {"widget": AdminTextareaWidget(attrs={"rows": 4})},
    }

    def formfield_for_dbfield(self, db_field: Any, request: Any, **kwargs: Any) -> Any:
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        if field and isinstance(field.widget, RelatedFieldWidgetWrapper):
            # Other records depend on it; it is deleted only on its own page.
            field.widget.can_delete_related = False
        return field

    @admin.display(description=gettext_lazy("Key"))
    def permanent_key(self, record: Any) -> str:
        """The key of a saved record; an unsaved one would show a different key every time."""
        return record.key if record.pk else "–"

    def formfield_for_foreignkey(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        if db_field.name in self.get_autocomplete_fields(request):
            kwargs.setdefault("widget", RecordSelect(db_field, self.admin_site))
        return super().formfield_for_foreignkey(db_field, request, **kwargs)

    def formfield_for_manytomany(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        if db_field.name in self.get_autocomplete_fields(request):
            kwargs.setdefault("widget", RecordSelectMultiple(db_field, self.admin_site))
        return super().formfield_for_manytomany(db_field, request, **kwargs)


class CheckedAdmin(BoundedListAdmin):
    """Answers addresses that cannot be valid like those of records that do not exist."""

    def changelist_view(
        self, request: HttpRequest, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        if any(is_unreadable(name, str(value)) for name, value in request.GET.items()):
            return HttpResponseRedirect(f"{request.path}?e=1")
        chosen = request.POST.getlist("_selected_action")
        if not all(map(is_record_number, chosen)):
            raise Http404("Not a record number.")
        return super().changelist_view(request, extra_context)

    def lookup_allowed(self, lookup: str, value: str, request: HttpRequest) -> bool:
        if lookup in {
            getattr(each, "parameter_name", "") for each in self.get_list_filter(request)
        }:
            return True
        if self.date_hierarchy and lookup in {
            f"{self.date_hierarchy}__{part}" for part in DATE_PARTS
        }:
            return bool(DATE_PART.fullmatch(value))
        # Other columns may have no index, and no request may read a whole table.
        return lookup.removesuffix("__exact") in self.get_list_filter(request)

    def get_deleted_objects(self, objs: Any, request: HttpRequest) -> Any:
        """Dependent records are reported first, then missing permissions."""
        deleted, counts, refused, protected = super().get_deleted_objects(objs, request)
        return deleted, counts, set() if protected else refused, protected

    def get_object(
        self, request: HttpRequest, object_id: str, from_field: str | None = None
    ) -> Any:
        if "\0" in object_id:
            return None
        return super().get_object(request, object_id, from_field or None)


class RecordInline(AutocompleteAdmin, StackedInline):
    form = RecordForm


class RecordAdmin(AutocompleteAdmin, CheckedAdmin, HistoryAdmin):
    """A record that curators edit, with its history, which is shown but never restored.

    Restoring a version would also restore its state, bypassing the permission to publish.
    """

    form = RecordForm
    object_history_list_template = "admin/citations/history.html"
    # A slug is set once: it is part of an address, and addresses never change.
    slug_from: tuple[str, ...] = ()

    def has_merge_permission(self, request: HttpRequest) -> bool:
        return request.user.has_perm("citations.merge_speaker")

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        fixed = ("slug",) if self.slug_from and obj else ()
        return (*super().get_readonly_fields(request, obj), *fixed)

    def get_prepopulated_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        return {"slug": self.slug_from} if self.slug_from and not obj else {}

    def changeform_view(self, request: HttpRequest, *args: Any, **options: Any) -> Any:
        """A valid form that the database refuses means that somebody else was faster."""
        try:
            return super().changeform_view(request, *args, **options)
        except IntegrityError:
            problem = _(
                "Nothing was saved: somebody else has just saved the same record. "
                "Check it and try again."
            )
            self.message_user(request, problem, messages.ERROR)
            return HttpResponseRedirect(request.get_full_path())

    def revert_disabled(self, request: HttpRequest, obj: Any = None) -> bool:
        return True

    def history_view(
        self, request: HttpRequest, object_id: str, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        if not is_record_number(object_id):
            raise Http404("Not a record number.")
        return super().history_view(request, object_id, extra_context)

    def history_form_view(self, request: HttpRequest, *args: Any, **options: Any) -> HttpResponse:
        raise Http404("The history shows versions by their differences.")

    def get_historical_record_context_helper(
        self, request: HttpRequest, historical_record: Any
    ) -> VersionDifferences:
        return VersionDifferences(self.model, historical_record)


class ReadOnlyMixin(Base):
    def has_add_permission(self, *args: Any) -> bool:
        return False

    def has_change_permission(self, *args: Any) -> bool:
        return False

    def has_delete_permission(self, *args: Any) -> bool:
        return False


def require(allowed: bool) -> None:
    if not allowed:
        raise PermissionDenied
