"""Where a quote stands: the curator pastes the words, the article's text says where they are."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.text import Truncator

from citations.admin.base.bounded_lists import MOST_READ, of_quotes_found
from citations.admin.base.pasted_words import LONGEST, WordsField, joined, parts_of, spans_of
from citations.admin.base.record_admin import ReadOnly, RecordAdmin, RecordInline
from citations.admin.base.record_forms import OneMarkedFormSet, RecordForm
from citations.admin.base.state_actions import may_edit, may_publish, wants_to_publish
from citations.curation.reanchoring import leave
from citations.models import Appearance, Article, Snapshot


class AppearanceForm(RecordForm):
    """Takes the words as pasted and anchors the appearance where they stand."""

    words = WordsField(
        label="Words as printed",
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 4, "cols": 80, "class": "vLargeTextField"}),
        help_text="Copied from the article, without the quotation marks around them and without a "
        "comma before the closing mark. Where something stands between two parts of a quotation "
        "(“he said”, a new paragraph), leave it out and put an empty line there.",
    )
    before = forms.CharField(
        label="Words before",
        max_length=200,
        required=False,
        widget=forms.TextInput(attrs={"class": "vTextField"}),
        help_text="Only when the article prints these words several times: what stands right "
        "before the right ones.",
    )
    source_of_wording = forms.BooleanField(
        required=False,
        label="Primary",
        help_text="The wording of the quote was taken from here.",
    )

    class Meta:
        model = Appearance
        fields = ("article", "attribution", "cue", "translated")

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        if self.instance.pk:
            self.initial["words"] = joined(self.instance.printed) or self.instance.exact
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
        """Find the words in the article's newest text; a problem is told beside its field."""
        if not article or not words:
            self.cleaned_data.pop("article", None)
            return
        snapshot = article.current_snapshot
        if not snapshot:
            self.add_error(
                "article", "No text of this article is kept. Add it on the article's page first."
            )
            return
        try:
            spans = spans_of(parts_of(words), snapshot.text, self.cleaned_data.get("before", ""))
        except ValidationError as error:
            self.add_error("words", error)
            # The article stays with the text that the appearance still points into.
            self.cleaned_data.pop("article", None)
            return
        if not spans:
            self.add_error("words", "Paste the words of the quotation, not only an ellipsis.")
            self.cleaned_data.pop("article", None)
            return
        self.instance.anchor(snapshot, spans)


class AppearanceFormSet(OneMarkedFormSet):
    """All appearances of a quote: no two alike, one primary at most, one at least once public."""

    mark = ("primary", True, False)
    several = "Only one appearance can be the primary one."
    # Set for the request by the inline.
    needs_one = False

    def clean(self) -> None:
        super().clean()
        kept = self.kept()
        if any(self.errors):
            return
        if self.needs_one and not kept:
            raise ValidationError(
                "A published quote stands in at least one article: add an appearance."
            )
        places = [(one.snapshot_id, str(one.segments)) for one in kept if one.snapshot_id]
        if len(places) > len(set(places)):
            raise ValidationError("The same appearance stands here twice.")


def passage(appearance: Appearance) -> SafeString:
    """The words between those around them in the article's text."""
    return format_html(
        '<span class="wording">{}<mark>{}</mark>{}</span>',
        appearance.prefix,
        " … ".join(appearance.printed) or appearance.exact,
        appearance.suffix,
    )


class AppearanceInline(RecordInline):
    model = Appearance
    form = AppearanceForm
    formset = AppearanceFormSet
    autocomplete_fields = ("article",)
    readonly_fields = ("permanent_key", "passage", "verdict", "checked_at")
    verbose_name_plural = "where it stands"
    view_on_site = False

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        # Prefetched, not joined: many appearances share the text of one snapshot.
        return super().get_queryset(request).prefetch_related("quote", "article", "snapshot")

    def get_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        about = ["attribution", "cue"], "translated"
        found = ["permanent_key", "verdict", "checked_at"], "passage"
        if obj and not may_edit(request, obj):
            return ("article", *about, "primary", *found)
        return ("article", "words", "before", *about, "source_of_wording", *found)

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

    @admin.display(description="In the article")
    def passage(self, appearance: Appearance) -> SafeString | str:
        return passage(appearance) if appearance.pk else "–"


class InOlderText(admin.SimpleListFilter):
    """Those not found in the newer text of their article, among the texts taken last."""

    title, parameter_name = "newest text", "text"

    def lookups(self, request: HttpRequest, model_admin: Any) -> Iterable[tuple[str, str]]:
        return [("older", "In an older text only")]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        if self.value() != "older":
            return queryset
        newest = Snapshot.objects.newest_first().values("article")[:MOST_READ]
        older = Appearance.objects.in_older_texts().filter(article__in=newest)
        return queryset.filter(pk__in=older.values("pk"))


@admin.register(Appearance)
class AppearanceAdmin(ReadOnly, RecordAdmin):
    """All printings, to look for those whose words have fallen; they are edited on the quote."""

    list_display = ("words", "article", "verdict", "checked_at")
    list_filter = ("verdict", InOlderText)
    ordering = ("-pk",)
    list_select_related = ("article", "quote")
    search_fields = ("key", "exact", "article__headline", "attribution")
    fields = (
        "key", "quote", "article", "snapshot", "passage", "attribution", "cue", "translated",
        "primary", "verdict", "checked_at",
    )  # fmt: skip
    readonly_fields = ("passage",)
    view_on_site = False
    actions = ("leave",)

    @admin.action(description="Not in the newer text: leave where it stands", permissions=["leave"])
    def leave(self, request: HttpRequest, queryset: QuerySet[Appearance]) -> None:
        listed = Appearance.objects.in_older_texts().filter(pk__in=queryset.values("pk"))
        user: Any = request.user
        count = leave(listed.select_related("article"), user)
        messages.success(request, f"{count} stay in the text in which they were checked.")

    def has_leave_permission(self, request: HttpRequest) -> bool:
        return may_publish(request)

    def offered(self, term: str) -> Iterable[int]:
        named = Appearance.objects.filter(key=term.upper()).values_list("pk", flat=True)
        return [*named, *of_quotes_found(term, "appearances")]

    @admin.display(description="Words as printed")
    def words(self, appearance: Appearance) -> str:
        return Truncator(appearance.exact).chars(80)

    @admin.display(description="In the article")
    def passage(self, appearance: Appearance) -> SafeString:
        return passage(appearance)
