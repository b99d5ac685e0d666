"""The review: a text with what was found in it, each to be accepted, mended or turned down."""

from dataclasses import dataclass
from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import ValidationError
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString

from citations.admin.base.history_differences import marked_differences
from citations.admin.base.pasted_words import parts_of, spans_of
from citations.admin.base.record_admin import Border, ReadOnly, is_record_number, require
from citations.admin.base.state_actions import may_publish
from citations.admin.curation.review_form import ReviewForm, WordsForm
from citations.curation.review.decisions import JudgedError, accept, reject, reopen
from citations.curation.review.defaults import prefilled
from citations.curation.review.similar_quotes import Recorded, recorded
from citations.models import Appearance, Proposal, Snapshot
from citations.pages.marked_text import Mark, Paragraph, marked
from citations.text.paragraphs import paragraphs
from citations.text.spans import Span

ADDED_BY_HAND = "added by hand"


def may_review(request: HttpRequest) -> bool:
    """Whether this user adds quotes and says where they stand."""
    return request.user.has_perms(["citations.add_quote", "citations.add_appearance"])


def address_of(proposal: Proposal) -> str:
    """Where the proposal is reviewed: its text, with it chosen."""
    page = reverse("admin:citations_snapshot_review", args=[proposal.snapshot_id])
    return f"{page}?proposal={proposal.pk}"


@admin.register(Proposal)
class ProposalAdmin(ReadOnly, Border):
    """What was found and waits, newest first; each leads to its text."""

    list_display = ("words", "named", "speaker", "judgement", "confidence")
    list_display_links = None
    list_filter = ("judgement",)
    list_select_related = ("speaker",)
    search_fields = ("exact", "named")
    ordering = ("-pk",)

    def has_view_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return may_review(request)

    def has_module_permission(self, request: HttpRequest) -> bool:
        return may_review(request)

    @admin.display(description="Words as printed")
    def words(self, proposal: Proposal) -> SafeString:
        return format_html('<a href="{}">{}</a>', address_of(proposal), proposal)

    def get_urls(self) -> list[URLPattern]:
        own = path(
            "in/<str:number>/",
            self.admin_site.admin_view(self.review),
            name="citations_snapshot_review",
        )
        return [own, *super().get_urls()]

    def change_view(self, request: HttpRequest, object_id: str, *args: Any, **more: Any) -> Any:
        require(may_review(request))
        if not is_record_number(object_id):
            raise Http404("This is no number of a proposal.")
        return HttpResponseRedirect(address_of(get_object_or_404(Proposal, pk=object_id)))

    def review(self, request: HttpRequest, number: str) -> HttpResponse:
        require(may_review(request))
        if not is_record_number(number):
            raise Http404("This is no number of a text.")
        snapshots = Snapshot.objects.select_related("article__publication")
        review = Review.of(request, get_object_or_404(snapshots, pk=number))
        answer = review.answered() if request.method == "POST" else None
        if answer:
            return answer
        context = self.admin_site.each_context(request) | review.context()
        return TemplateResponse(request, "admin/citations/review.html", context)


@dataclass
class Review:
    """One text under review, and the proposal at hand: the one asked for, else the first open."""

    request: HttpRequest
    snapshot: Snapshot
    proposals: list[Proposal]
    at_hand: Proposal | None
    known: list[Recorded]
    form: ReviewForm | None = None
    words: WordsForm | None = None

    @classmethod
    def of(cls, request: HttpRequest, snapshot: Snapshot) -> "Review":
        rows = snapshot.proposals.select_related("speaker", "judged_by", "appearance__quote")
        proposals = list(rows.in_order())
        for each in proposals:
            each.snapshot = snapshot
        asked = request.POST.get("proposal") or request.GET.get("proposal", "")
        at_hand = next((each for each in proposals if str(each.pk) == asked), None)
        if not asked:
            at_hand = next((each for each in proposals if each.is_open), None)
        known = recorded(at_hand) if at_hand and at_hand.is_open else []
        return cls(request, snapshot, proposals, at_hand, known)

    # What is decided --------------------------------------------------------------------------

    def answered(self) -> HttpResponse | None:
        """Where to go on once it is done; None where the page is shown again with what is wrong."""
        actions = {
            "accept": self._accept,
            "publish": self._accept,
            "reject": self._reject,
            "reopen": self._reopen,
            "propose": self._propose,
        }
        action = actions.get(self.request.POST.get("do", ""))
        if not action:
            raise Http404("There is no such button.")
        try:
            return action()
        except JudgedError as judged:
            messages.error(self.request, str(judged))
            return HttpResponseRedirect(address_of(self._chosen()))

    def _accept(self) -> HttpResponse | None:
        publish = self.request.POST["do"] == "publish"
        require(not publish or may_publish(self.request))
        proposal = self._chosen()
        self.form = self._form(proposal, self.request.POST)
        if not self.form.is_valid():
            return None
        try:
            with transaction.atomic():
                user: Any = self.request.user
                stands = accept(proposal.pk, self.form.decision(), user, publish=publish)
        except ValidationError as error:
            self.form.add_error(None, error.messages)
            return None
        told = "published" if publish else "accepted as a proposal"
        return self._go_on(format_html("“{}” is {}.", stands.quote, told))

    def _reject(self) -> HttpResponse:
        proposal: Any = reject(self._chosen().pk, self.request.user)  # type: ignore[arg-type]
        return self._go_on(format_html("“{}” is turned down.", proposal))

    def _reopen(self) -> HttpResponse:
        return HttpResponseRedirect(address_of(reopen(self._chosen().pk)))

    def _propose(self) -> HttpResponse | None:
        """Words of the text become a proposal, unless they are none or one begins there."""
        self.words = WordsForm(self.request.POST)
        if not self.words.is_valid():
            return None
        proposal = Proposal(snapshot=self.snapshot, rule=ADDED_BY_HAND)
        try:
            proposal.anchor(self._spans(self.words.cleaned_data))
            proposal.full_clean()
        except ValidationError as error:
            self.words.add_error(None, error.messages)
            return None
        proposal.save()
        return HttpResponseRedirect(address_of(proposal))

    def _spans(self, data: dict[str, Any]) -> list[Span]:
        if data["words"]:
            return spans_of(parts_of(data["words"]), self.snapshot.text)
        return [_stripped(Span(data["start"], data["end"]), self.snapshot.text)]

    def _chosen(self) -> Proposal:
        if not self.at_hand:
            raise Http404("There is no such proposal.")
        return self.at_hand

    def _form(self, proposal: Proposal, data: Any = None) -> ReviewForm:
        decided = Appearance.objects.filter(snapshot=self.snapshot).select_related(
            "quote__occasion"
        )
        initial = prefilled(proposal, decided.prefetch_related("quote__topics").order_by("pk"))
        if self.known and self.known[0].is_meant:
            initial["quote"] = str(self.known[0].quote.pk)
        return ReviewForm(data, proposal=proposal, recorded=self.known, initial=initial)

    def _go_on(self, told: SafeString) -> HttpResponse:
        """On to the next open one after this; from the start when none follows."""
        messages.success(self.request, told)
        here = self.proposals.index(self._chosen())
        later = [*self.proposals[here + 1 :], *self.proposals[:here]]
        following = next((each for each in later if each.is_open), self._chosen())
        return HttpResponseRedirect(address_of(following))

    # What is shown ----------------------------------------------------------------------------

    def context(self) -> dict[str, Any]:
        at_hand = self.at_hand
        if at_hand and at_hand.is_open and not self.form:
            self.form = self._form(at_hand)
        here = self.proposals.index(at_hand) if at_hand else 0
        return {
            "title": f"Review: {self.snapshot.article}",
            "snapshot": self.snapshot,
            "proposals": self.proposals,
            "left": sum(each.is_open for each in self.proposals),
            "at_hand": at_hand,
            "number": here + 1,
            "previous": self.proposals[here - 1] if here else None,
            "following": self.proposals[here + 1] if here + 1 < len(self.proposals) else None,
            "paragraphs": self._paragraphs(),
            "form": self.form,
            "words": self.words or WordsForm(),
            "near": [_compared(each, at_hand) for each in self.known] if at_hand else [],
            "may_publish": may_publish(self.request),
            "media": self.form.media if self.form else "",
        }

    def _paragraphs(self) -> list[tuple[int, Paragraph[Proposal]]]:
        """Each paragraph with the place of its first code point in the text."""
        text = self.snapshot.text
        marks = [Mark(each, tuple(each.spans)) for each in self.proposals]
        starts = [span.start for span in paragraphs(text)]
        return list(zip(starts, marked(text, marks), strict=True))


def _stripped(span: Span, text: str) -> Span:
    """Without the space at its ends, which a selection takes along."""
    words = span.of(text)
    after = len(words) - len(words.rstrip())
    return Span(span.start + len(words) - len(words.lstrip()), span.end - after)


def _compared(near: Recorded, proposal: Proposal) -> dict[str, Any]:
    """A quote on record beside the proposal, with what differs marked."""
    marks = marked_differences(near.quote.text, proposal.exact, "on record: ", "printed here: ")
    return {"quote": near.quote, "is_same": near.is_same, "marked": marks}
