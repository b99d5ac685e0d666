"""Health checks: is the process alive, and is it ready to serve?"""

from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor
from django.http import HttpRequest, JsonResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from citations.index import sync
from citations.index.generations import IndexNotReadyError
from citations.models.base import triggers


@require_safe
@never_cache
def healthz(request: HttpRequest) -> JsonResponse:
    return JsonResponse({"status": "ok"})


@require_safe
@never_cache
def readyz(request: HttpRequest) -> JsonResponse:
    """200 if the database answers and is migrated and the index is current; else 503 and why."""
    try:
        problems = _problems()
    except DatabaseError:
        problems = ["the database does not answer"]
    status = "unready" if problems else "ok"
    return JsonResponse({"status": status, "problems": problems}, status=503 if problems else 200)


def _problems() -> list[str]:
    executor = MigrationExecutor(connection)
    if executor.migration_plan(executor.loader.graph.leaf_nodes()):
        return ["migrations are pending"]
    if triggers.missing_triggers(connection):
        return ["the change log's triggers are missing"]
    try:
        _, in_step = sync.generation_to_search()
    except OSError:
        return ["the index cannot be written"]
    except IndexNotReadyError as error:
        return [f"the index is not ready: {error}"]
    return [] if in_step else ["the index is behind the database"]
