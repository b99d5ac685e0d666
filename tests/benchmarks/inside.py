"""What only the site itself can tell or make; run by `manage.py shell`, which prints the answer."""

from importlib import import_module

from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY, get_user_model
from django.db import connection


def curator_session() -> str:
    """The key of a session in which a curator with every right is logged in."""
    curator, _ = get_user_model().objects.get_or_create(
        username="bench", is_staff=True, is_superuser=True
    )
    session = import_module(settings.SESSION_ENGINE).SessionStore()
    session[SESSION_KEY] = str(curator.pk)
    session[BACKEND_SESSION_KEY] = settings.AUTHENTICATION_BACKENDS[0]
    session[HASH_SESSION_KEY] = curator.get_session_auth_hash()
    session.create()
    return str(session.session_key)


def has_tables() -> bool:
    """Whether anything is in the database already."""
    return bool(connection.introspection.table_names())


def database_bytes() -> int:
    sizes = {
        "sqlite": "SELECT page_count * page_size FROM pragma_page_count, pragma_page_size",
        "postgresql": "SELECT pg_database_size(current_database())",
    }
    with connection.cursor() as cursor:
        cursor.execute(sizes[connection.vendor])
        return int(cursor.fetchone()[0])
