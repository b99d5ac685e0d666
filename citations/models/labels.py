"""The names of models and fields that the admin shows, marked for translation.

Django derives most names from those of the attributes. A `verbose_name` in each of a hundred fields
would repeat them, and be an `AlterField` of the field and of its history in a migration.
"""

from collections.abc import Iterable

from django.db.models import Model
from django.utils.translation import gettext_lazy
from django.utils.translation import gettext_noop as _

MODEL_NAMES = (
    (_("appearance"), _("appearances")),
    (_("article"), _("articles")),
    (_("change"), _("changes")),
    (_("different pair"), _("different pairs")),
    (_("fingerprint"), _("fingerprints")),
    (_("merge"), _("merges")),
    (_("occasion"), _("occasions")),
    (_("position"), _("positions")),
    (_("proposal"), _("proposals")),
    (_("publication"), _("publications")),
    (_("quote"), _("quotes")),
    (_("quote relation"), _("quote relations")),
    (_("snapshot"), _("snapshots")),
    (_("speaker"), _("speakers")),
    (_("speaker name"), _("speaker names")),
    (_("topic"), _("topics")),
    (_("verification"), _("verifications")),
    (_("wanted search"), _("wanted searches")),
)
FIELD_NAMES = frozenset(
    (
        *(_("accessed"), _("added"), _("appearance"), _("article"), _("at"), _("attribution")),
        *(_("birth"), _("by"), _("byline"), _("changed"), _("changes"), _("checked at")),
        *(_("confidence"), _("correct speaker"), _("country"), _("cue"), _("date"), _("day")),
        *(_("death"), _("derived from"), _("description"), _("end"), _("event"), _("family")),
        *(_("given"), _("headline"), _("homepage"), _("judged at"), _("judged by"), _("judgement")),
        *(_("kept"), _("key"), _("kind"), _("language"), _("merged"), _("merged into")),
        *(_("method"), _("mode"), _("name"), _("named"), _("note"), _("notes"), _("occasion")),
        *(_("one"), _("order"), _("organisation"), _("origin"), _("original language"), _("other")),
        *(_("place"), _("position"), _("prefix"), _("primary"), _("publication"), _("published")),
        *(_("quote"), _("reason"), _("rule"), _("said"), _("said from"), _("segments"), _("slug")),
        *(_("snapshot"), _("speaker"), _("standing"), _("standing note"), _("start"), _("state")),
        *(_("subject"), _("suffix"), _("taken at"), _("text"), _("times"), _("title"), _("topics")),
        *(_("translated"), _("undone at"), _("undone by"), _("value"), _("verdict"), _("wikidata")),
        _("words"),
    )
)


def translate_labels(models: Iterable[type[Model]]) -> None:
    """Have the names of these models and their fields translated whenever they are shown."""
    plurals = dict(MODEL_NAMES)
    for model in models:
        options = model._meta
        if (name := str(options.verbose_name)) in plurals:
            options.verbose_name = gettext_lazy(name)
            options.verbose_name_plural = gettext_lazy(plurals[name])
        for field in (*options.local_fields, *options.local_many_to_many):
            if field.verbose_name in FIELD_NAMES:
                field.verbose_name = gettext_lazy(str(field.verbose_name))
