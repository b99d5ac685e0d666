"""The verdicts that the record stores, with the labels that pages and the admin show."""

from typing import cast

from django.utils.translation import gettext_lazy as _

from citations.comparison.verdict import COMPARISON_VERDICTS, Verdict

# Translated when they are shown; typed as texts, as the stubs have the labels of Django's choices.
VERDICT_LABELS = cast(
    dict[Verdict, str],
    {
        Verdict.VERBATIM: _("Verbatim"),
        Verdict.TYPOGRAPHIC: _("Typographic differences"),
        Verdict.ABRIDGED: _("Abridged"),
        Verdict.ALTERED: _("Altered"),
        Verdict.ABSENT: _("Not found"),
    },
)
VERDICT_CHOICES = tuple((each.value, VERDICT_LABELS[each]) for each in COMPARISON_VERDICTS)
NOT_CHECKED_LABEL = cast(str, _("Not checked"))


def verdict_label(verdict: str) -> str:
    """The label of a stored verdict, which is empty before the first check."""
    return str(VERDICT_LABELS[Verdict(verdict)] if verdict else NOT_CHECKED_LABEL)
