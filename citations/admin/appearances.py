"""Appearances of a quote: the curator pastes the printed words, the form finds their spans."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.http import HttpRequest
from django.template.loader import render_to_string
from django.utils.safestring import SafeString
from django.utils.text import Truncator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from citations.admin.base.bounded_lists import NEWEST_SEARCHED, values_of_found_quotes
from citations.admin.base.pasted_words import (
    LONGEST_PASTE,
    WordsField,
    join_parts,
    locate_parts,
    split_parts,
)
from citations.admin.base.record_admin import ReadOnlyMixin, RecordAdmin, RecordInline
from citations.admin.base.record_forms import ExclusiveValueFormSet, RecordForm
from citations.admin.base.state_actions import may_edit, may_publish, wants_to_publish
from citations.curation.reanchoring import record_absence
from citations.models import Appearance, Article, Snapshot


class AppearanceForm(RecordForm):
    """Takes pasted words and anchors the appearance to their spans in the article's text."""

    words = WordsField(
        label=gettext_lazy("Words as printed"),
        max_length=LONGEST_PASTE,
        widget=forms.Textarea(attrs={"rows": 4, "cols": 80, "class": "vLargeTextField"}),
        help_text=gettext_lazy(
            "Copy them from the article, without the quotation marks around them and without a "
            "comma before the closing mark. Where something comes between two parts of a quotation "
            "(“he said”, a new paragraph), leave it out and put an empty line there."
        ),
    )
    before = forms.CharField(
        label=gettext_lazy("Words before"),
        max_length=200,
        required=False,
        widget=forms.TextInput(attrs={"class": "vTextField"}),
        help_text=gettext_lazy(
            "Only if the article prints the words more than once: what it prints directly before "
            "the ones you mean."
        ),
    )
    source_of_wording = forms.BooleanField(
        required=False,
        label=gettext_lazy("Primary"),
        help_text=gettext_lazy("The wording of the quote comes from this appearance."),
    )

    class Meta:
        model = Appearance
        fields = ("article", "attribution", "cue", "translated")

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        if self.instance.pk:
            self.initial["words"] = join_parts(self.instance.printed) or self.instance.exact
            self.initial["source_of_wording"] = self.instance.primary
            if "article" in self.fields:
                chooser: Any = self.fields["article"].widget
                getattr(chooser, "widget", chooser).known = self.instance.article

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        self.instance.primary = cleaned.get("source_of_wording", False)
        if {"article", "words", "before"} & set(self.changed_data):
            self._anchor(cleaned.get("article"), cleaned.get("words", ""))
        return cleaned

    def _anchor(self, article: Article | None, words: str) -> None:
        """Find the words in the article's newest text; put any problem beside its field."""
        if not article or not words:
            self.cleaned_data.pop("article", None)
            return
        snapshot = article.current_snapshot
        if not snapshot:
            problem = _("This article has no stored text. Add one on the article’s page first.")
            self.add_error("article", problem)
            return
        try:
            spans = locate_parts(
                split_parts(words), snapshot.text, self.cleaned_data.get("before", "")
            )
        except ValidationError as error:
            self.add_error("words", error)
            # The appearance still points into the old article's text, so it stays there.
            self.cleaned_data.pop("article", None)
            return
        if not spans:
            self.add_error("words", _("Paste the words of the quotation, not only an ellipsis."))
            self.cleaned_data.pop("article", None)
            return
        self.instance.anchor(snapshot, spans)


class AppearanceFormSet(ExclusiveValueFormSet):
    """The appearances of a quote: all different, at most one primary, at least one if public."""

    exclusive = ("primary", True, False)
    several_message = gettext_lazy("Only one appearance can be the primary one.")
    # The inline sets it for each request.
    needs_one = False

    def clean(self) -> None:
        super().clean()
        remaining = self.remaining_records()
        if any(self.errors):
            return
        if self.needs_one and not remaining:
            raise ValidationError(_("A published quote needs at least one appearance: add one."))
        places = [(one.snapshot_id, str(one.segments)) for one in remaining if one.snapshot_id]
        if len(places) > len(set(places)):
            raise ValidationError(_("The same appearance is entered twice."))


def render_passage(appearance: Appearance) -> SafeString:
    words = " … ".join(appearance.printed) or appearance.exact
    context = {"appearance": appearance, "words": words}
    # Line breaks are shown in wordings, so the one that ends the template has to go.
    return SafeString(render_to_string("admin/citations/_passage.html", context).strip())


class AppearanceInline(RecordInline):
    model = Appearance
    form = AppearanceForm
    formset = AppearanceFormSet
    autocomplete_fields = ("article",)
    readonly_fields = ("permanent_key", "passage", "verdict", "checked_at")
    verbose_name_plural = gettext_lazy("appearances")
    view_on_site = False

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        # Prefetched, not joined: many appearances share one snapshot with its long text.
        return super().get_queryset(request).prefetch_related("quote", "article", "snapshot")

    def get_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        entered = ["attribution", "cue"], "translated"
        derived = ["permanent_key", "verdict", "checked_at"], "passage"
        if obj and not may_edit(request, obj):
            return ("article", *entered, "primary", *derived)
        return ("article", "words", "before", *entered, "source_of_wording", *derived)

    def get_extra(self, request: HttpRequest, obj: Any = None, **options: Any) -> int:
        return 0 if obj and obj.appearances.exists() else 1

    def get_formset(self, request: HttpRequest, obj: Any = None, **options: Any) -> Any:
        formset = super().get_formset(request, obj, **options)
        needs_one = wants_to_publish(request) or bool(obj and obj.is_published)
        return type(formset.__name__, (formset,), {"needs_one": needs_one})

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return super().has_add_permission(request, obj) and may_edit(request, obj)

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return super().has_change_permission(request, obj) and may_edit(request, obj)

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return super().has_delete_permission(request, obj) and may_edit(request, obj)

    @admin.display(description=gettext_lazy("In the article"))
    def passage(self, appearance: Appearance) -> SafeString | str:
        return render_passage(appearance) if appearance.pk else "–"


class OlderTextFilter(admin.SimpleListFilter):
    """Appearances that the newest text of their article does not print.

    Looks only at the articles with the newest snapshots.
    """

    title, parameter_name = gettext_lazy("newest text"), "text"

    def lookups(self, request: HttpRequest, model_admin: Any) -> Iterable[tuple[str, str]]:
        return [("older", _("Only in an older text"))]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        if self.value() != "older":
            return queryset
        newest = Snapshot.objects.newest_first().values("article")[:NEWEST_SEARCHED]
        older = Appearance.objects.in_older_texts().filter(article__in=newest)
        return queryset.filter(pk__in=older.values("pk"))


@admin.register(Appearance)
class AppearanceAdmin(ReadOnlyMixin, RecordAdmin):
    """All appearances, to find words that no longer match; they are edited with their quote."""

    list_display = ("words", "article", "verdict", "checked_at")
    list_filter = ("verdict", OlderTextFilter)
    ordering = ("-pk",)
    list_select_related = ("article", "quote")
    search_fields = ("key", "exact", "article__headline", "attribution")
    fields = (
        "key", "quote", "article", "snapshot", "passage", "attribution", "cue", "translated",
        "primary", "verdict", "checked_at",
    )  # fmt: skip
    readonly_fields = ("passage",)
    view_on_site = False
    actions = ("confirm_older_text",)

    @admin.action(
        description=gettext_lazy("Not in the newest text: stay with the older one"),
        permissions=["confirm"],
    )
    def confirm_older_text(self, request: HttpRequest, queryset: QuerySet[Appearance]) -> None:
        listed = Appearance.objects.in_older_texts().filter(pk__in=queryset.values("pk"))
        user: Any = request.user
        count = record_absence(listed.select_related("article"), user)
        done = ngettext(
            "%(count)d appearance stays in its older text.",
            "%(count)d appearances stay in their older texts.",
            count,
        )
        messages.success(request, done % {"count": count})

    def has_confirm_permission(self, request: HttpRequest) -> bool:
        return may_publish(request)

    def find_in_index(self, term: str) -> Iterable[int]:
        with_key = Appearance.objects.filter(key=term.upper()).values_list("pk", flat=True)
        return [*with_key, *values_of_found_quotes(term, "appearances")]

    @admin.display(description=gettext_lazy("Words as printed"))
    def words(self, appearance: Appearance) -> str:
        return Truncator(appearance.exact).chars(80)

    @admin.display(description=gettext_lazy("In the article"))
    def passage(self, appearance: Appearance) -> SafeString:
        return render_passage(appearance)
