"""How quotes relate to one another."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from citations.models.base.constraints import one_of, unique_values
from citations.models.base.natural_keys import NaturalKeyModel, NaturalKeyQuerySet
from citations.models.quotes import Quote


class RelationKind(models.TextChoices):
    TRANSLATION_OF = "translation-of", _("translation of")
    RESTATES = "restates", _("Restates")
    ANSWERS = "answers", _("Answers")
    CONTRADICTS = "contradicts", _("Contradicts")
    RETRACTS = "retracts", _("Retracts")


class QuoteRelationQuerySet(NaturalKeyQuerySet["QuoteRelation"]):
    pass


class QuoteRelation(NaturalKeyModel):
    """How one quote relates to another: `quote` restates, answers ... `other`."""

    quote = models.ForeignKey(Quote, models.CASCADE, related_name="relations")
    kind = models.CharField(max_length=20, choices=RelationKind)
    other = models.ForeignKey(Quote, models.PROTECT, related_name="related_by")

    natural_key_fields = ("quote__key", "kind", "other__key")
    objects = QuoteRelationQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        ordering = ("id",)
        constraints = (
            one_of("kind", RelationKind),
            unique_values(("quote", "kind", "other"), _("This relation is already recorded.")),
            models.CheckConstraint(
                condition=~models.Q(quote=models.F("other")),
                name="quoterelation_between_two_quotes",
                violation_error_message=_("A quote cannot be related to itself."),
            ),
        )

    def __str__(self) -> str:
        return f"{self.quote} {self.get_kind_display()} {self.other}"
