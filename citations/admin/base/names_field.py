"""A form field for a list of names."""

from typing import Any

from django import forms


class NamesField(forms.CharField):
    widget = forms.Textarea(attrs={"rows": 3, "cols": 40, "class": "vLargeTextField"})

    def prepare_value(self, value: Any) -> Any:
        return "\n".join(map(str, value)) if isinstance(value, list) else value

    def to_python(self, value: Any) -> Any:
        lines = value if isinstance(value, list) else (super().to_python(value) or "").splitlines()
        return [name for line in lines if (name := " ".join(str(line).split()))]

    def has_changed(self, initial: Any, data: Any) -> bool:
        return bool(self.to_python(initial or []) != self.to_python(data or ""))
