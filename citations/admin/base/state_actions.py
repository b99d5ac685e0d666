"""Proposed, published, rejected: a state is changed by actions and buttons alone."""

from typing import Any

from django import forms
from django.contrib import admin, messages
from django.contrib.admin.helpers import ActionForm
from django.db.models import QuerySet
from django.http import HttpRequest

from citations.admin.base.record_admin import ModelAdmin
from citations.models import Quote, State

PUBLISH = "citations.publish_quote"
PUBLISH_BUTTON = "_publish"
# As long as history keeps it.
LONGEST_REASON = 100


def may_publish(request: HttpRequest) -> bool:
    """Whether this user publishes and rejects."""
    return request.user.has_perm(PUBLISH)


def may_edit(request: HttpRequest, quote: Quote | None) -> bool:
    """Whether a quote in its state may be edited: a published one only by those who publish."""
    return quote is None or not quote.is_published or may_publish(request)


def wants_to_publish(request: HttpRequest) -> bool:
    """Whether the form was sent by its button "Save and publish"."""
    return PUBLISH_BUTTON in request.POST


class ReasonForm(ActionForm):
    """The action, and why: whoever has the address of a withdrawn quote is told."""

    # Looked at with the quotes: of a form in error Django only says that nothing is chosen.
    reason = forms.CharField(
        required=False,
        label="Why, if withdrawn",
        widget=forms.TextInput(attrs={"maxlength": LONGEST_REASON}),
    )


class StateActions(ModelAdmin):
    """Publishing and rejecting many quotes at once, told and logged."""

    action_form = ReasonForm
    actions: Any = ("publish", "reject", "propose_again")

    def has_publish_permission(self, request: HttpRequest) -> bool:
        return may_publish(request)

    @admin.action(description="Publish selected quotes", permissions=["publish"])
    def publish(self, request: HttpRequest, queryset: QuerySet[Any]) -> None:
        chosen = _chosen(queryset)
        ready = Quote.objects.filter(pk__in=chosen).publishable()
        homeless = len(chosen) - ready.count()
        self._move(request, ready.values_list("pk", flat=True), State.PUBLISHED)
        if homeless:
            told = f"{_quotes(homeless)} left out: no article is given in which the words stand."
            self.message_user(request, told, messages.WARNING)

    @admin.action(description="Reject selected quotes", permissions=["publish"])
    def reject(self, request: HttpRequest, queryset: QuerySet[Any]) -> None:
        self._move(request, _chosen(queryset), State.REJECTED)

    @admin.action(description="Make selected quotes proposals again", permissions=["publish"])
    def propose_again(self, request: HttpRequest, queryset: QuerySet[Any]) -> None:
        self._move(request, _chosen(queryset), State.PROPOSED)

    def _move(self, request: HttpRequest, chosen: Any, state: State) -> None:
        """Move the chosen to a state, log it, and say how many were moved and how many stayed."""
        quotes = Quote.objects.filter(pk__in=list(chosen))
        moving = list(quotes.exclude(state=state))
        already = quotes.count() - len(moving)
        reason = request.POST.get("reason", "").strip()
        if why := _refused(reason, moving):
            self.message_user(request, why, messages.ERROR)
            return
        quotes.set_state(state, reason)
        for quote in moving:
            self.log_change(request, quote, f"State: {state}.")
        if moving:
            self.message_user(request, f"{_quotes(len(moving))} {state} now.", messages.SUCCESS)
        if already:
            self.message_user(request, f"{_quotes(already)} {state} before.", messages.INFO)


def _refused(reason: str, moving: list[Quote]) -> str:
    """What is wrong with the reason for this move; "" where nothing is."""
    if len(reason) > LONGEST_REASON or not reason.isprintable():
        return f"Why, if withdrawn: write one line of at most {LONGEST_REASON} characters."
    withdrawn = sum(quote.is_published for quote in moving)
    if withdrawn and not reason:
        return (
            f"{_quotes(withdrawn)} published: write why, beside the action. Nothing was changed; "
            "whoever has the address is told the reason."
        )
    return ""


def _chosen(queryset: QuerySet[Any]) -> list[int]:
    return list(queryset.order_by().values_list("pk", flat=True).distinct())


def _quotes(count: int) -> str:
    return "1 quote was" if count == 1 else f"{count} quotes were"
