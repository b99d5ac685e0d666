"""All that is recorded, as text to be compared."""

from io import StringIO

from django.apps import apps
from django.core.management import call_command


def everything() -> str:
    """All records but what the database or the machine writes by itself."""
    out = StringIO()
    left_out = [
        f"citations.{model.__name__}"
        for model in apps.get_app_config("citations").get_models()
        if model.__name__.startswith("Historical") or model.__name__ in {"Change", "Verification"}
    ]
    call_command(
        "dumpdata", "citations", natural_foreign=True, natural_primary=True,
        exclude=left_out, stdout=out,
    )  # fmt: skip
    return out.getvalue()
