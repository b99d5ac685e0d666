"""Two groups: Curators edit and propose, Editors also publish, reject and merge."""

from typing import Any

from django.contrib.auth.management import create_permissions
from django.db import migrations

EDITED = (
    "speaker",
    "speakername",
    "position",
    "publication",
    "article",
    "occasion",
    "topic",
    "quote",
    "quoterelation",
    "appearance",
)
CURATE = {
    *(f"{action}_{model}" for model in EDITED for action in ("add", "change", "view")),
    "add_snapshot",
    "view_snapshot",
    "view_verification",
}
# What may be deleted at all is narrower still: only proposed quotes, nothing that is cited.
EDIT = CURATE | {
    "publish_quote",
    "merge_speaker",
    "delete_quote",
    "delete_appearance",
    "delete_quoterelation",
    "delete_speakername",
    "delete_position",
}
GROUPS = {"Curators": CURATE, "Editors": EDIT}


def make_groups(apps: Any, schema_editor: Any) -> None:
    _make_permissions(apps, schema_editor.connection.alias)
    permissions = apps.get_model("auth", "Permission").objects.filter(
        content_type__app_label="citations"
    )
    for name, codenames in GROUPS.items():
        group, _ = apps.get_model("auth", "Group").objects.get_or_create(name=name)
        group.permissions.set(permissions.filter(codename__in=codenames))


def _make_permissions(apps: Any, database: str) -> None:
    """Django makes them only after the last migration; made before, they are left as they are."""
    citations = apps.get_app_config("citations")
    # The app of the migrations has no models module, without which nothing is made.
    citations.models_module = getattr(citations, "models_module", True)
    create_permissions(citations, apps=apps, verbosity=0, using=database)


def remove_groups(apps: Any, schema_editor: Any) -> None:
    apps.get_model("auth", "Group").objects.filter(name__in=GROUPS).delete()


class Migration(migrations.Migration):
    dependencies = [
        ("citations", "0001_initial"),
        ("auth", "0012_alter_user_first_name_max_length"),
        ("contenttypes", "0002_remove_content_type_name"),
    ]

    operations = [migrations.RunPython(make_groups, remove_groups)]
