"""The forms of the review: the decision on a proposal, and words to propose."""

from typing import Any

from django import forms
from django.contrib import admin
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from citations.admin.base.pasted_words import WordsField
from citations.admin.base.record_admin import RecordSelect, RecordSelectMultiple
from citations.admin.speakers import PositionField, PositionSelect
from citations.curation.review.decisions import OccasionFields, ReviewDecision, create_speaker
from citations.curation.review.similar_quotes import SimilarQuote
from citations.forms.parameter_fields import EdtfDateField
from citations.models import Mode, Position, Proposal, Quote, Speaker, SpeakerKind, Topic
from citations.models.base.edtf_fields import validate_language
from citations.models.quotes import LONGEST_QUOTE

NEW_QUOTE = gettext_lazy("a new quote")
SPEAKER_REQUIRED = gettext_lazy("Choose a speaker, or enter the name of a new one.")


def _relation(name: str) -> Any:
    return Quote._meta.get_field(name)


class ReviewForm(forms.Form):
    quote = forms.ChoiceField(
        label=gettext_lazy("Record as"),
        required=False,
        widget=forms.RadioSelect,
        choices=[("", NEW_QUOTE)],
    )
    speaker = forms.ModelChoiceField(
        Speaker.objects.filter(merged_into=None),
        label=gettext_lazy("Speaker"),
        required=False,
        widget=RecordSelect(_relation("speaker"), admin.site),
    )
    new_speaker = forms.CharField(
        label=gettext_lazy("Or a new speaker"),
        max_length=200,
        required=False,
        help_text=gettext_lazy("The name as printed. Used if no speaker is chosen above."),
    )
    new_kind = forms.ChoiceField(
        label=gettext_lazy("Kind of new speaker"),
        choices=SpeakerKind.choices,
        initial=SpeakerKind.PERSON,
        required=False,
    )
    text = WordsField(
        label=gettext_lazy("Wording"),
        max_length=LONGEST_QUOTE,
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    mode = forms.ChoiceField(label=gettext_lazy("Mode"), choices=Mode.choices)
    language = forms.CharField(
        label=gettext_lazy("Language"), max_length=35, validators=[validate_language]
    )
    attribution = forms.CharField(
        label=gettext_lazy("Speaker as printed"), max_length=300, required=False
    )
    cue = forms.CharField(label=gettext_lazy("Verb as printed"), max_length=100, required=False)
    translated = forms.BooleanField(label=gettext_lazy("Translated by the article"), required=False)
    primary = forms.BooleanField(
        label=gettext_lazy("Primary"),
        required=False,
        help_text=gettext_lazy(
            "For a further appearance: use its words as the wording of the quote from now on."
        ),
    )
    said = EdtfDateField(
        label=gettext_lazy("Said on"),
        required=False,
        help_text=gettext_lazy("A date in EDTF, such as 2024-02-07."),
    )
    event = forms.CharField(label=gettext_lazy("Event"), max_length=200, required=False)
    place = forms.CharField(label=gettext_lazy("Place"), max_length=200, required=False)
    position = PositionField(
        Position.objects.select_related("speaker"),
        label=gettext_lazy("Position"),
        required=False,
        widget=PositionSelect(_relation("position"), admin.site),
    )
    topics = forms.ModelMultipleChoiceField(
        Topic.objects.all(),
        label=gettext_lazy("Topics"),
        required=False,
        widget=RecordSelectMultiple(_relation("topics"), admin.site),
    )
    note = WordsField(
        label=gettext_lazy("Note"), required=False, widget=forms.Textarea(attrs={"rows": 2})
    )

    def __init__(
        self, *args: Any, proposal: Proposal, similar: list[SimilarQuote], **options: Any
    ) -> None:
        super().__init__(*args, **options)
        self.proposal = proposal
        self.quotes = {str(each.quote.pk): each.quote for each in similar}
        label = _("a further appearance of: %(quote)s")
        further = [(number, label % {"quote": quote}) for number, quote in self.quotes.items()]
        choice: Any = self.fields["quote"]
        choice.choices = [("", NEW_QUOTE), *further]
        for name in ("speaker", "position"):
            self.fields[name].widget.known = self._known_choices(name)

    def _known_choices(self, name: str) -> Any:
        given = self.initial.get(name)
        return self.proposal.speaker if name == "speaker" else given

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if not cleaned.get("quote") and "speaker" not in self.errors:
            self._check_speaker()
        return cleaned

    def _check_speaker(self) -> None:
        """Require a speaker; refuse another speaker's position, or drop a prefilled one."""
        speaker, position = self.cleaned_data.get("speaker"), self.cleaned_data.get("position")
        if not speaker and not self.cleaned_data.get("new_speaker"):
            self.add_error("speaker", SPEAKER_REQUIRED)
        if not speaker and (same := self._find_same_name()):
            problem = _("%(speaker)s (%(slug)s) is on record: choose that speaker.")
            self.add_error("new_speaker", problem % {"speaker": same, "slug": same.slug})
        if position and position.speaker != speaker:
            if "position" in self.changed_data:
                self.add_error("position", _("Another speaker held this position."))
            self.cleaned_data["position"] = None

    def _find_same_name(self) -> Speaker | None:
        name = self.cleaned_data.get("new_speaker", "")
        same = Speaker.objects.filter(merged_into=None, names__name__iexact=name)
        return same.first() if name else None

    def decision(self) -> ReviewDecision:
        """The decision; creates a new speaker. Call it only when the form is valid."""
        data = self.cleaned_data
        quote = self.quotes.get(data["quote"])
        said = data["said"].text if data["said"] else ""
        speaker = quote.speaker if quote else data["speaker"]
        if not speaker:
            kind = data["new_kind"] or SpeakerKind.PERSON
            speaker = create_speaker(data["new_speaker"], kind, data["language"])
        same = (
            "text",
            "language",
            "mode",
            "attribution",
            "cue",
            "translated",
            "position",
            "primary",
            "note",
        )
        return ReviewDecision(
            speaker=speaker,
            quote=quote,
            occasion=OccasionFields(said, data["event"], data["place"]),
            topics=list(data["topics"]),
            **{name: data[name] for name in same},
        )


class WordsForm(forms.Form):
    start = forms.IntegerField(min_value=0, required=False, widget=forms.HiddenInput)
    end = forms.IntegerField(min_value=1, required=False, widget=forms.HiddenInput)
    words = WordsField(
        label=gettext_lazy("Words of the text"),
        required=False,
        max_length=LONGEST_QUOTE,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=gettext_lazy("Select them in the text, or paste them here."),
    )

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        selected = cleaned.get("start") is not None and cleaned.get("end") is not None
        if not self.errors and not selected and not cleaned.get("words"):
            raise ValidationError(_("Select words in the text, or paste them."))
        return cleaned
