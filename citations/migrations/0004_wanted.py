"""The wanted list: curators read it, editors also take from it."""

from typing import Any

from django.contrib.auth.management import create_permissions
from django.db import migrations, models

CURATE = {"view_wantedsearch"}
GROUPS = {"Curators": CURATE, "Editors": CURATE | {"delete_wantedsearch"}}


def allow(apps: Any, schema_editor: Any) -> None:
    _make_permissions(apps, schema_editor.connection.alias)
    permissions = apps.get_model("auth", "Permission").objects.filter(
        content_type__app_label="citations"
    )
    for group in apps.get_model("auth", "Group").objects.filter(name__in=GROUPS):
        group.permissions.add(*permissions.filter(codename__in=GROUPS[group.name]))


def _make_permissions(apps: Any, database: str) -> None:
    """Django makes them only after the last migration; made before, they are left as they are."""
    citations = apps.get_app_config("citations")
    # The app of the migrations has no models module, without which nothing is made.
    citations.models_module = getattr(citations, "models_module", True)
    create_permissions(citations, apps=apps, verbosity=0, using=database)


class Migration(migrations.Migration):
    dependencies = [("citations", "0003_indexes")]

    operations = [
        migrations.CreateModel(
            name="WantedSearch",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("words", models.CharField(max_length=512)),
                ("day", models.DateField()),
                ("times", models.PositiveIntegerField(default=0)),
            ],
            options={
                "verbose_name_plural": "wanted searches",
                "ordering": ("-day", "-times", "words"),
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("words", ""), _negated=True),
                        name="wantedsearch_words_not_blank",
                        violation_error_message="Words must not be empty.",
                    ),
                    models.UniqueConstraint(
                        fields=("day", "words"),
                        name="wantedsearch_unique_day_words",
                        violation_error_message="These words are already noted for this day.",
                    ),
                ],
            },
        ),
        # Permissions of a removed table go with its content type; the groups stay.
        migrations.RunPython(allow, migrations.RunPython.noop),
    ]
