"""Forms that check before saving what the database would refuse."""

from typing import TYPE_CHECKING, Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise as StrPromise

    ModelForm = forms.ModelForm[Any]
    InlineFormSet = forms.BaseInlineFormSet[Any, Any, Any]
else:
    ModelForm, InlineFormSet = forms.ModelForm, forms.BaseInlineFormSet

# No single form can check these constraints: the form sets below do.
CHECKED_BY_FORMSETS = {"speakername_one_preferred", "appearance_one_primary"}


class RecordForm(ModelForm):
    """Checks all constraints; Django's form skips those on columns that it does not show."""

    def validate_unique(self) -> None:
        super().validate_unique()
        if self.errors:
            return
        for model, constraints in self.instance.get_constraints():
            for constraint in constraints:
                if constraint.name not in CHECKED_BY_FORMSETS:
                    self._check(constraint, model)

    def _check(self, constraint: Any, model: Any) -> None:
        try:
            constraint.validate(model, self.instance)
        except ValidationError as error:
            self.add_error(None, error)


class ExclusiveValueFormSet(InlineFormSet):
    """At most one record on the page has a certain value; the one that had it loses it."""

    # The field's name, the value that only one may have, and the value for the others.
    exclusive: tuple[str, Any, Any]
    # The error when several have it.
    several_message: "StrPromise"

    def clean(self) -> None:
        super().clean()
        if len(self._exclusive_records()) > 1:
            raise ValidationError(self.several_message)

    def remaining_records(self) -> list[Any]:
        remaining = [form for form in self.forms if form not in self.deleted_forms]
        return [form.instance for form in remaining if form.instance.pk or form.has_changed()]

    def _exclusive_records(self) -> list[Any]:
        name, value, _other = self.exclusive
        return [record for record in self.remaining_records() if getattr(record, name) == value]

    def save(self, commit: bool = True) -> Any:
        """Change the old record first: the database allows only one with the value at any time."""
        name, value, other = self.exclusive
        if commit and (records := self._exclusive_records()):
            rivals = self.get_queryset().filter(**{name: value})
            rivals.exclude(pk__in=[record.pk for record in records]).update(**{name: other})
        return super().save(commit)


class LastChangeField(forms.CharField):
    """When the record was last changed, as of the time the page was opened."""

    widget = forms.HiddenInput

    def has_changed(self, initial: Any, data: Any) -> bool:
        return False


class QuoteRecordForm(RecordForm):
    """Refuses to overwrite changes that somebody else made after the page was opened."""

    seen = LastChangeField(required=False)

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        if self.instance.pk:
            self.initial["seen"] = self.instance.changed.isoformat()

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if cleaned.get("seen") and cleaned["seen"] != self.initial.get("seen"):
            last = self.instance.history.first()
            who = (last and last.history_user) or _("Somebody")
            when = f"{localtime(self.instance.changed):%Y-%m-%d %H:%M:%S %Z}"
            problem = _(
                "%(user)s changed this quote after you opened this page (%(time)s). "
                "Reload the page and make your changes again."
            )
            self.add_error(None, problem % {"user": who, "time": when})
        return cleaned
