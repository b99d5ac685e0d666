"""Actions that change the state of quotes: proposed, published or rejected."""

from typing import Any

from django import forms
from django.contrib import admin, messages
from django.contrib.admin.helpers import ActionForm
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from citations.admin.base.record_admin import ModelAdmin
from citations.models import Quote, State

PUBLISH = "citations.publish_quote"
PUBLISH_BUTTON = "_publish"
# The length of the history's column for it.
LONGEST_REASON = 100


def may_publish(request: HttpRequest) -> bool:
    return request.user.has_perm(PUBLISH)


def may_edit(request: HttpRequest, quote: Quote | None) -> bool:
    return quote is None or not quote.is_published or may_publish(request)


def wants_to_publish(request: HttpRequest) -> bool:
    return PUBLISH_BUTTON in request.POST


class ReasonForm(ActionForm):
    """The action and a reason, which the address of a withdrawn quote shows.

    The action checks the reason: for an error in this form, Django only says that no action was
    selected.
    """

    reason = forms.CharField(
        required=False,
        label=gettext_lazy("Reason for withdrawal"),
        widget=forms.TextInput(attrs={"maxlength": LONGEST_REASON}),
    )


class StateActions(ModelAdmin):
    action_form = ReasonForm
    actions: Any = ("publish", "reject", "propose_again")

    def has_publish_permission(self, request: HttpRequest) -> bool:
        return may_publish(request)

    @admin.action(description=gettext_lazy("Publish selected quotes"), permissions=["publish"])
    def publish(self, request: HttpRequest, queryset: QuerySet[Any]) -> None:
        selected = _selected_numbers(queryset)
        ready = Quote.objects.filter(pk__in=selected).publishable()
        without_appearance = len(selected) - ready.count()
        self._change_state(request, ready.values_list("pk", flat=True), State.PUBLISHED)
        if without_appearance:
            problem = ngettext(
                "%(count)d quote was not published: it has no appearance in an article.",
                "%(count)d quotes were not published: they have no appearance in an article.",
                without_appearance,
            )
            self.message_user(request, problem % {"count": without_appearance}, messages.WARNING)

    @admin.action(description=gettext_lazy("Reject selected quotes"), permissions=["publish"])
    def reject(self, request: HttpRequest, queryset: QuerySet[Any]) -> None:
        self._change_state(request, _selected_numbers(queryset), State.REJECTED)

    @admin.action(
        description=gettext_lazy("Return selected quotes to proposals"), permissions=["publish"]
    )
    def propose_again(self, request: HttpRequest, queryset: QuerySet[Any]) -> None:
        self._change_state(request, _selected_numbers(queryset), State.PROPOSED)

    def _change_state(self, request: HttpRequest, selected: Any, state: State) -> None:
        quotes = Quote.objects.filter(pk__in=list(selected))
        changing = list(quotes.exclude(state=state))
        unchanged = quotes.count() - len(changing)
        reason = request.POST.get("reason", "").strip()
        if problem := _reason_problem(reason, changing):
            self.message_user(request, problem, messages.ERROR)
            return
        quotes.set_state(state, reason)
        for quote in changing:
            self.log_change(request, quote, f"State: {state}.")
        if changing:
            self.message_user(request, _changed_message(state, len(changing)), messages.SUCCESS)
        if unchanged:
            self.message_user(request, _unchanged_message(state, unchanged), messages.INFO)


def _reason_problem(reason: str, changing: list[Quote]) -> str:
    if len(reason) > LONGEST_REASON or not reason.isprintable():
        problem = _("Reason for withdrawal: write one line of at most %(limit)d characters.")
        return problem % {"limit": LONGEST_REASON}
    withdrawn = sum(quote.is_published for quote in changing)
    if withdrawn and not reason:
        problem = ngettext(
            "Nothing was changed. %(count)d of these quotes is published: give a reason for its "
            "withdrawal beside the action. Readers see it at the quote’s address.",
            "Nothing was changed. %(count)d of these quotes are published: give a reason for "
            "their withdrawal beside the action. Readers see it at the quotes’ addresses.",
            withdrawn,
        )
        return problem % {"count": withdrawn}
    return ""


def _changed_message(state: State, count: int) -> str:
    messages_by_state = {
        State.PUBLISHED: ngettext(
            "%(count)d quote is now published.", "%(count)d quotes are now published.", count
        ),
        State.REJECTED: ngettext(
            "%(count)d quote is now rejected.", "%(count)d quotes are now rejected.", count
        ),
        State.PROPOSED: ngettext(
            "%(count)d quote is now a proposal.", "%(count)d quotes are now proposals.", count
        ),
    }
    return messages_by_state[state] % {"count": count}


def _unchanged_message(state: State, count: int) -> str:
    messages_by_state = {
        State.PUBLISHED: ngettext(
            "%(count)d quote was already published.",
            "%(count)d quotes were already published.",
            count,
        ),
        State.REJECTED: ngettext(
            "%(count)d quote was already rejected.",
            "%(count)d quotes were already rejected.",
            count,
        ),
        State.PROPOSED: ngettext(
            "%(count)d quote was already a proposal.",
            "%(count)d quotes were already proposals.",
            count,
        ),
    }
    return messages_by_state[state] % {"count": count}


def _selected_numbers(queryset: QuerySet[Any]) -> list[int]:
    return list(queryset.order_by().values_list("pk", flat=True).distinct())
