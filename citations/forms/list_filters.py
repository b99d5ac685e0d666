"""Forms of the lists of records: from where on a list by date or by name is shown."""

from datetime import date

from django import forms
from django.utils.translation import gettext_lazy as _

from citations.forms.parameter_fields import EdtfDateField


class UpToForm(forms.Form):
    """Where a list by date begins: at a day, or with the records that have no date."""

    until = EdtfDateField(required=False, label=_("Up to"), max_length=100)
    undated = forms.BooleanField(required=False, label=_("Without a date"))

    @property
    def day(self) -> date | None:
        """The last day of the given date, if it has one."""
        until = self.cleaned_data.get("until") if self.is_valid() else None
        return until.latest if until else None

    @property
    def undated_only(self) -> bool:
        return self.is_valid() and self.cleaned_data["undated"]


class SpeakerListForm(forms.Form):
    """Part of a name, or the name or letter from which the list begins."""

    q = forms.CharField(required=False, max_length=200, label=_("Name"))
    start = forms.CharField(required=False, max_length=200, label=_("From"))

    def add_prefix(self, field_name: str) -> str:
        return {"start": "from"}.get(field_name, field_name)
