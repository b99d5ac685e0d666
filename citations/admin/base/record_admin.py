"""What all pages of the admin share: the border, autocompletes, history with differences."""

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
from simple_history.admin import SimpleHistoryAdmin

from citations.admin.base.bounded_lists import BoundedList
from citations.admin.base.history_differences import Differences
from citations.admin.base.record_forms import RecordForm

if TYPE_CHECKING:
    Base = BaseModelAdmin[Any]
    ModelAdmin = admin.ModelAdmin[Any]
    HistoryAdmin = admin.ModelAdmin[Any]
    StackedInline = admin.StackedInline[Any, Any]
else:
    Base, ModelAdmin, HistoryAdmin = BaseModelAdmin, admin.ModelAdmin, SimpleHistoryAdmin
    StackedInline = admin.StackedInline

# Numbers of records have 63 bits; Django hands on longer ones to the database, which fails.
RECORD_NUMBER = re.compile(r"[0-9]{1,18}")
TOO_LONG = re.compile(r"[0-9]{19}")
PARTS = ("year", "month", "day")
PART_OF_A_DATE = re.compile(r"[1-9][0-9]{0,3}")


def is_record_number(value: str) -> bool:
    return bool(RECORD_NUMBER.fullmatch(value))


def is_unreadable(name: str, value: str) -> bool:
    """Whether a list's parameter holds what no database can look up."""
    return "\0" in value or (name != "q" and bool(TOO_LONG.search(value)))


class OneRecord(AutocompleteSelect):
    """An autocomplete that shows nothing, instead of failing, for what is no number.

    A record that is `known` is not read again.
    """

    known: models.Model | None = None

    def optgroups(self, name: str, value: Any, attr: Any = None) -> Any:
        numbers = list(filter(is_record_number, map(str, value)))
        if self.known and numbers == [str(self.known.pk)]:
            shown = self.create_option(name, numbers[0], str(self.known), True, 0)
            return [(None, [shown], 0)]
        return super().optgroups(name, numbers, attr)


class SeveralRecords(AutocompleteSelectMultiple):
    """The same for several records; what is no number counts as not chosen.

    Without the button that clears all: it stands where only list items may.
    """

    def build_attrs(self, *attrs: Any, **options: Any) -> dict[str, Any]:
        return super().build_attrs(*attrs, **options) | {"data-allow-clear": "false"}

    def optgroups(self, name: str, value: Any, attr: Any = None) -> Any:
        return super().optgroups(name, list(filter(is_record_number, map(str, value))), attr)

    def value_from_datadict(self, *source: Any) -> list[str]:
        return list(filter(is_record_number, super().value_from_datadict(*source) or ()))


class Autocompletes(Base):
    """Relations are chosen by typing; what is posted in their place cannot break the page."""

    formfield_overrides = {
        models.URLField: {"assume_scheme": "https"},
        models.TextField: {"widget": AdminTextareaWidget(attrs={"rows": 4})},
    }

    def formfield_for_dbfield(self, db_field: Any, request: Any, **kwargs: Any) -> Any:
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        if field and isinstance(field.widget, RelatedFieldWidgetWrapper):
            # What others stand on is not deleted in passing.
            field.widget.can_delete_related = False
        return field

    @admin.display(description="Key")
    def permanent_key(self, record: Any) -> str:
        """The key once it is given: until a record is saved, each page would show another."""
        return record.key if record.pk else "–"

    def formfield_for_foreignkey(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        if db_field.name in self.get_autocomplete_fields(request):
            kwargs.setdefault("widget", OneRecord(db_field, self.admin_site))
        return super().formfield_for_foreignkey(db_field, request, **kwargs)

    def formfield_for_manytomany(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        if db_field.name in self.get_autocomplete_fields(request):
            kwargs.setdefault("widget", SeveralRecords(db_field, self.admin_site))
        return super().formfield_for_manytomany(db_field, request, **kwargs)


class Border(BoundedList):
    """Addresses that cannot be meant are answered like those of records that are not there."""

    def changelist_view(
        self, request: HttpRequest, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        if any(is_unreadable(name, str(value)) for name, value in request.GET.items()):
            return HttpResponseRedirect(f"{request.path}?e=1")
        chosen = request.POST.getlist("_selected_action")
        if not all(map(is_record_number, chosen)):
            raise Http404("This is no number of a record.")
        return super().changelist_view(request, extra_context)

    def lookup_allowed(self, lookup: str, value: str, request: HttpRequest) -> bool:
        if lookup in {
            getattr(each, "parameter_name", "") for each in self.get_list_filter(request)
        }:
            return True
        if self.date_hierarchy and lookup in {f"{self.date_hierarchy}__{part}" for part in PARTS}:
            return bool(PART_OF_A_DATE.fullmatch(value))
        # Any other column may have no index, and no list is to be read from end to end.
        return lookup.removesuffix("__exact") in self.get_list_filter(request)

    def get_deleted_objects(self, objs: Any, request: HttpRequest) -> Any:
        """What stands on a record is told before what the user may not delete."""
        deleted, counts, refused, protected = super().get_deleted_objects(objs, request)
        return deleted, counts, set() if protected else refused, protected

    def get_object(
        self, request: HttpRequest, object_id: str, from_field: str | None = None
    ) -> Any:
        if "\0" in object_id:
            return None
        return super().get_object(request, object_id, from_field or None)


class RecordInline(Autocompletes, StackedInline):
    """Records that are edited on the page of the one they belong to."""

    form = RecordForm


class RecordAdmin(Autocompletes, Border, HistoryAdmin):
    """A record that curators edit, with its history; history is read, never restored.

    Restoring an old version would also bring back its state, past all that guards it.
    """

    form = RecordForm
    object_history_list_template = "admin/citations/history.html"
    # The slug is part of an address, and addresses never change.
    slug_from: tuple[str, ...] = ()

    def has_merge_permission(self, request: HttpRequest) -> bool:
        return request.user.has_perm("citations.merge_speaker")

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        fixed = ("slug",) if self.slug_from and obj else ()
        return (*super().get_readonly_fields(request, obj), *fixed)

    def get_prepopulated_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        return {"slug": self.slug_from} if self.slug_from and not obj else {}

    def changeform_view(self, request: HttpRequest, *args: Any, **options: Any) -> Any:
        """What is refused although the form was right was taken a moment ago by somebody else."""
        try:
            return super().changeform_view(request, *args, **options)
        except IntegrityError:
            told = "Nothing was saved: somebody else has just saved the same. Look at it again."
            self.message_user(request, told, messages.ERROR)
            return HttpResponseRedirect(request.get_full_path())

    def revert_disabled(self, request: HttpRequest, obj: Any = None) -> bool:
        return True

    def history_view(
        self, request: HttpRequest, object_id: str, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        if not is_record_number(object_id):
            raise Http404("This is no number of a record.")
        return super().history_view(request, object_id, extra_context)

    def history_form_view(self, request: HttpRequest, *args: Any, **options: Any) -> HttpResponse:
        raise Http404("A former version is shown by its differences.")

    def get_historical_record_context_helper(
        self, request: HttpRequest, historical_record: Any
    ) -> Differences:
        return Differences(self.model, historical_record)


class ReadOnly(Base):
    """What is written by the machine is looked at."""

    def has_add_permission(self, *args: Any) -> bool:
        return False

    def has_change_permission(self, *args: Any) -> bool:
        return False

    def has_delete_permission(self, *args: Any) -> bool:
        return False


def require(allowed: bool) -> None:
    """Raise PermissionDenied unless allowed."""
    if not allowed:
        raise PermissionDenied
