"""Names the records of a merge, which itself holds only their slugs or keys."""

from collections import defaultdict
from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext as _

from citations.admin.base.bounded_lists import RecordChangeList
from citations.curation.merging.merge import MODEL_OF_KIND, slug_or_key
from citations.models import Merge

# A record by its kind and its slug or key.
RecordName = tuple[str, str]


class MergeChangeList(RecordChangeList):
    """Loads the names of all listed records with one query for each kind."""

    def get_results(self, request: HttpRequest) -> None:
        super().get_results(request)
        merges = list(self.result_list)
        names = find_names(merges)
        for merge in merges:
            merge.record_names = names
        self.result_list = merges


def describe_merge(merge: Merge) -> str:
    """The merge in words, by the names of its records; by slug or key where these are the same."""
    names: dict[RecordName, str] = getattr(merge, "record_names", None) or find_names([merge])
    merged = names.get((merge.kind, merge.merged), merge.merged)
    kept = names.get((merge.kind, merge.kept), merge.kept)
    if merged == kept:
        merged, kept = f"{merged} ({merge.merged})", f"{kept} ({merge.kept})"
    return _("%(kind)s “%(merged)s” into “%(kept)s”") % {
        "kind": merge.get_kind_display(),
        "merged": merged,
        "kept": kept,
    }


def find_names(merges: list[Merge]) -> dict[RecordName, str]:
    wanted: dict[str, set[str]] = defaultdict(set)
    for merge in merges:
        wanted[merge.kind] |= {merge.merged, merge.kept}
    return {
        (kind, slug_or_key(record)): str(record)
        for kind, names in wanted.items()
        for record in _records(kind, names)
    }


def _records(kind: str, names: set[str]) -> Any:
    model = MODEL_OF_KIND[kind]
    [field] = model.natural_key_fields
    return model.objects.filter(**{f"{field}__in": names}).order_by()
