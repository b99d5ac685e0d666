"""The differences between one version of a record and the next, word by word."""

from typing import Any

from django.db import models
from django.template.loader import render_to_string
from django.utils.safestring import SafeString
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from simple_history.template_utils import HistoricalRecordContextHelper

from citations.comparison.compare import compare


def render_differences(old: str, new: str, removed: str, added: str) -> SafeString:
    """Both wordings in one: `<del>` marks what only the old one has, `<ins>` what only the new has.

    Screen readers announce `removed` and `added`. Markup in the wordings is escaped.
    """
    context = {"edits": compare(new, old).edits, "removed": removed, "added": added}
    # Line breaks are shown in wordings, so the one that ends the template has to go.
    return SafeString(render_to_string("admin/citations/_differences.html", context).strip())


class VersionDifferences(HistoricalRecordContextHelper):  # type: ignore[misc]  # ships no types
    """The changes of one version: texts word by word, other fields as old and new value."""

    def context_for_delta_changes(self, delta: Any) -> list[dict[str, Any]]:
        edited = [change for change in delta.changes if self._field(change.field).editable]
        return [self._describe(change) for change in edited]

    def _field(self, name: str) -> Any:
        return self.model._meta.get_field(name)

    def _describe(self, change: Any) -> dict[str, Any]:
        field = self._field(change.field)
        label = capfirst(str(field.verbose_name))
        if isinstance(field, models.TextField) and change.old and change.new:
            marked = render_differences(change.old, change.new, _("removed: "), _("added: "))
            return {"field": label, "marked": marked}
        old, new = (self._display_value(change, value) for value in (change.old, change.new))
        return {"field": label, "old": old, "new": new}

    def _display_value(self, change: Any, value: Any) -> str:
        """The value as text: the label of a choice, a list joined by commas, "" for None."""
        value = self.prepare_delta_change_value(change, value)
        field = self._field(change.field)
        if field.choices:
            value = dict(field.flatchoices).get(value, value)
        if isinstance(value, list):
            return ", ".join(str(each) for each in value)
        return "" if value is None else str(value)
