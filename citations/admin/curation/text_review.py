"""A text under review: its current proposal, the decisions on it, and what the page shows."""

from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _

from citations.admin.base.history_differences import render_differences
from citations.admin.base.pasted_words import locate_parts, split_parts
from citations.admin.base.record_admin import require
from citations.admin.base.state_actions import may_publish
from citations.admin.curation.review_form import ReviewForm, WordsForm
from citations.curation.review.decisions import (
    AlreadyJudgedError,
    accept_proposal,
    reject_proposal,
    reopen_proposal,
)
from citations.curation.review.defaults import find_recorded_speaker, review_defaults
from citations.curation.review.similar_quotes import SimilarQuote, find_similar_quotes
from citations.curation.rule_explanations import explain_attribution
from citations.extraction.multilingual.readers import language_to_read
from citations.models import Appearance, Proposal, Snapshot
from citations.pages.marked_text import Paragraph, TextMark, mark_paragraphs
from citations.text.paragraphs import paragraphs
from citations.text.spans import Span

# Stored as the rule of proposals that curators make.
ADDED_BY_HAND = "added by hand"


def review_address(proposal: Proposal) -> str:
    page = reverse("admin:citations_snapshot_review", args=[proposal.snapshot_id])
    return f"{page}?proposal={proposal.pk}"


@dataclass
class TextReview:
    """A text under review and its current proposal: the one in the address, or the first open."""

    request: HttpRequest
    snapshot: Snapshot
    proposals: list[Proposal]
    current: Proposal | None
    similar: list[SimilarQuote]
    form: ReviewForm | None = None
    words: WordsForm | None = None

    @classmethod
    def load(cls, request: HttpRequest, snapshot: Snapshot) -> "TextReview":
        rows = snapshot.proposals.select_related("speaker", "judged_by", "appearance__quote")
        proposals = list(rows.in_order())
        for each in proposals:
            each.snapshot = snapshot
        requested = request.POST.get("proposal") or request.GET.get("proposal", "")
        current = next((each for each in proposals if str(each.pk) == requested), None)
        if not requested:
            current = next((each for each in proposals if each.is_open), None)
        if current and current.is_open:
            current.speaker = find_recorded_speaker(current)
        similar = find_similar_quotes(current) if current and current.is_open else []
        return cls(request, snapshot, proposals, current, similar)

    # Decisions --------------------------------------------------------------------------------

    def handle_post(self) -> HttpResponse | None:
        """A redirect once it is done; None if the page has to show errors."""
        actions = {
            "accept": self._accept,
            "publish": self._accept,
            "reject": self._reject,
            "reopen": self._reopen,
            "propose": self._propose,
        }
        action = actions.get(self.request.POST.get("do", ""))
        if not action:
            raise Http404("Unknown action.")
        try:
            return action()
        except AlreadyJudgedError as error:
            messages.error(self.request, str(error))
            return HttpResponseRedirect(review_address(self._current_or_404()))

    def _accept(self) -> HttpResponse | None:
        publish = self.request.POST["do"] == "publish"
        require(not publish or may_publish(self.request))
        proposal = self._current_or_404()
        self.form = self._form(proposal, self.request.POST)
        if not self.form.is_valid():
            return None
        try:
            with transaction.atomic():
                user: Any = self.request.user
                appearance = accept_proposal(
                    proposal.pk, self.form.decision(), user, publish=publish
                )
        except ValidationError as error:
            self.form.add_error(None, error.messages)
            return None
        done = (
            _("“%(quote)s” was published.")
            if publish
            else _("“%(quote)s” was accepted as a proposal.")
        )
        return self._redirect_to_next(done % {"quote": appearance.quote})

    def _reject(self) -> HttpResponse:
        proposal: Any = reject_proposal(self._current_or_404().pk, self.request.user)  # type: ignore[arg-type]
        return self._redirect_to_next(_("“%(words)s” was rejected.") % {"words": proposal})

    def _reopen(self) -> HttpResponse:
        return HttpResponseRedirect(review_address(reopen_proposal(self._current_or_404().pk)))

    def _propose(self) -> HttpResponse | None:
        """Make a proposal of words of the text; another one must not begin at the same word."""
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
        return HttpResponseRedirect(review_address(proposal))

    def _spans(self, data: dict[str, Any]) -> list[Span]:
        if data["words"]:
            return locate_parts(split_parts(data["words"]), self.snapshot.text)
        return [_strip_span(Span(data["start"], data["end"]), self.snapshot.text)]

    def _current_or_404(self) -> Proposal:
        if not self.current:
            raise Http404("No such proposal.")
        return self.current

    def _form(self, proposal: Proposal, data: Any = None) -> ReviewForm:
        decided = Appearance.objects.filter(snapshot=self.snapshot).select_related(
            "quote__occasion"
        )
        initial = review_defaults(
            proposal, decided.prefetch_related("quote__topics").order_by("pk")
        )
        if self.similar and self.similar[0].is_certain:
            initial["quote"] = str(self.similar[0].quote.pk)
        return ReviewForm(data, proposal=proposal, similar=self.similar, initial=initial)

    def _redirect_to_next(self, done: str) -> HttpResponse:
        """Go to the next open proposal, starting over at the end of the text."""
        messages.success(self.request, done)
        current = self._current_or_404()
        here = self.proposals.index(current)
        others = [*self.proposals[here + 1 :], *self.proposals[:here]]
        following = next((each for each in others if each.is_open), current)
        return HttpResponseRedirect(review_address(following))

    # The page ---------------------------------------------------------------------------------

    def context(self) -> dict[str, Any]:
        current = self.current
        if current and current.is_open and not self.form:
            self.form = self._form(current)
        here = self.proposals.index(current) if current else 0
        return {
            "title": _("Review: %(article)s") % {"article": self.snapshot.article},
            "snapshot": self.snapshot,
            "proposals": self.proposals,
            "open_count": sum(each.is_open for each in self.proposals),
            "current": current,
            "explanation": self._explanation(current) if current else "",
            "number": here + 1,
            "previous": self.proposals[here - 1] if here else None,
            "following": self.proposals[here + 1] if here + 1 < len(self.proposals) else None,
            "paragraphs": self._paragraphs(),
            "form": self.form,
            "words": self.words or WordsForm(),
            "similar": [_compare_with(each, current) for each in self.similar] if current else [],
            "may_publish": may_publish(self.request),
            "media": self.form.media if self.form else "",
        }

    def _explanation(self, proposal: Proposal) -> str:
        language = language_to_read(self.snapshot.text, self.snapshot.article.language)
        return explain_attribution(proposal, language)

    def _paragraphs(self) -> list[tuple[int, Paragraph[Proposal]]]:
        """Each paragraph with the offset of its first code point in the text."""
        text = self.snapshot.text
        marks = [TextMark(each, tuple(each.spans)) for each in self.proposals]
        starts = [span.start for span in paragraphs(text)]
        return list(zip(starts, mark_paragraphs(text, marks), strict=True))


def _strip_span(span: Span, text: str) -> Span:
    """Leave out white space at both ends, which a selection often includes."""
    words = span.text_in(text)
    after = len(words) - len(words.rstrip())
    return Span(span.start + len(words) - len(words.lstrip()), span.end - after)


def _compare_with(similar: SimilarQuote, proposal: Proposal) -> dict[str, Any]:
    marks = render_differences(
        similar.quote.text, proposal.exact, _("on record: "), _("printed here: ")
    )
    return {"quote": similar.quote, "is_same": similar.is_same, "marked": marks}
