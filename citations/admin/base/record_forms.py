"""Forms that find out before saving what the database would refuse."""

from typing import TYPE_CHECKING, Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.timezone import localtime

if TYPE_CHECKING:
    ModelForm = forms.ModelForm[Any]
    InlineFormSet = forms.BaseInlineFormSet[Any, Any, Any]
else:
    ModelForm, InlineFormSet = forms.ModelForm, forms.BaseInlineFormSet

# What no form can judge alone: the form sets below settle it.
SETTLED_TOGETHER = {"speakername_one_preferred", "appearance_one_primary"}


class RecordForm(ModelForm):
    """Checks all constraints: Django's own form skips those on columns it does not show."""

    def validate_unique(self) -> None:
        super().validate_unique()
        if self.errors:
            return
        for model, constraints in self.instance.get_constraints():
            for constraint in constraints:
                if constraint.name not in SETTLED_TOGETHER:
                    self._check(constraint, model)

    def _check(self, constraint: Any, model: Any) -> None:
        try:
            constraint.validate(model, self.instance)
        except ValidationError as error:
            self.add_error(None, error)


class OneMarkedFormSet(InlineFormSet):
    """Of the records on a page one at most is marked; the one marked before gives way."""

    # The field's name, its value when marked and when not, and what is said of several.
    mark: tuple[str, Any, Any]
    several: str

    def clean(self) -> None:
        super().clean()
        if len(self._marked()) > 1:
            raise ValidationError(self.several)

    def kept(self) -> list[Any]:
        """The records that are there once this is saved, as far as the page shows them."""
        left = [form for form in self.forms if form not in self.deleted_forms]
        return [form.instance for form in left if form.instance.pk or form.has_changed()]

    def _marked(self) -> list[Any]:
        name, marked, _ = self.mark
        return [record for record in self.kept() if getattr(record, name) == marked]

    def save(self, commit: bool = True) -> Any:
        """The old one gives way first: the database allows one at any time."""
        name, marked, unmarked = self.mark
        if commit and (keeping := self._marked()):
            others = self.get_queryset().filter(**{name: marked})
            others.exclude(pk__in=[record.pk for record in keeping]).update(**{name: unmarked})
        return super().save(commit)


class SeenField(forms.CharField):
    """The moment of the last change, as the page that is sent back showed it."""

    widget = forms.HiddenInput

    def has_changed(self, initial: Any, data: Any) -> bool:
        return False


class QuoteForm(RecordForm):
    """Nobody undoes what another changed after the page was opened."""

    seen = SeenField(required=False)

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        if self.instance.pk:
            self.initial["seen"] = self.instance.changed.isoformat()

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if cleaned.get("seen") and cleaned["seen"] != self.initial.get("seen"):
            last = self.instance.history.first()
            who = (last and last.history_user) or "Somebody"
            when = f"{localtime(self.instance.changed):%Y-%m-%d %H:%M:%S %Z}"
            self.add_error(
                None,
                f"{who} changed this quote ({when}) after you opened this page. "
                "Open the page anew and make your changes there.",
            )
        return cleaned
