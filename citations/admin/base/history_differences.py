"""What changed from one version of a record to the next, word by word."""

from typing import Any

from django.db import models
from django.template.loader import render_to_string
from django.utils.safestring import SafeString
from django.utils.text import capfirst
from simple_history.template_utils import HistoricalRecordContextHelper

from citations.comparison.compare import compare


def marked_differences(old: str, new: str, removed: str, added: str) -> SafeString:
    """The two wordings in one: `<del>` holds what only the old has, `<ins>` what only the new has.

    `removed` and `added` tell the two apart to those who hear them. Markup is escaped.
    """
    context = {"edits": compare(new, old).edits, "removed": removed, "added": added}
    # Line ends are kept where wordings are shown, and the template's own is none of theirs.
    return SafeString(render_to_string("admin/citations/_differences.html", context).strip())


class Differences(HistoricalRecordContextHelper):  # type: ignore[misc]  # ships no types
    """The changes of one version: texts word by word, everything else as before and after."""

    def context_for_delta_changes(self, delta: Any) -> list[dict[str, Any]]:
        edited = [change for change in delta.changes if self._field(change.field).editable]
        return [self._told(change) for change in edited]

    def _field(self, name: str) -> Any:
        return self.model._meta.get_field(name)

    def _told(self, change: Any) -> dict[str, Any]:
        field = self._field(change.field)
        label = capfirst(str(field.verbose_name))
        if isinstance(field, models.TextField) and change.old and change.new:
            marked = marked_differences(change.old, change.new, "removed: ", "added: ")
            return {"field": label, "marked": marked}
        old, new = (self._shown(change, value) for value in (change.old, change.new))
        return {"field": label, "old": old, "new": new}

    def _shown(self, change: Any, value: Any) -> str:
        """A value in words; several as a list, none as nothing."""
        value = self.prepare_delta_change_value(change, value)
        field = self._field(change.field)
        if field.choices:
            value = dict(field.flatchoices).get(value, value)
        if isinstance(value, list):
            return ", ".join(str(each) for each in value)
        return "" if value is None else str(value)
