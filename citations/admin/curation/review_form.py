"""What a curator decides of a proposal: who said it, when, in which words."""

from typing import Any

from django import forms
from django.contrib import admin
from django.core.exceptions import ValidationError

from citations.admin.base.pasted_words import WordsField
from citations.admin.base.record_admin import OneRecord, SeveralRecords
from citations.admin.speakers import OfficeField, OfficeSelect
from citations.curation.review.decisions import Decision, When, new_speaker
from citations.curation.review.similar_quotes import Recorded
from citations.forms.parameter_fields import EdtfDateField
from citations.models import Mode, Position, Proposal, Quote, Speaker, SpeakerKind, Topic
from citations.models.base.edtf_fields import validate_language
from citations.models.quotes import LONGEST_QUOTE

NEW_QUOTE = "a new quote"
WHO = "Choose a speaker, or write the name of one who is not on record."


def _relation(name: str) -> Any:
    return Quote._meta.get_field(name)


class ReviewForm(forms.Form):
    """The decision on one proposal, filled in as far as the text says."""

    quote = forms.ChoiceField(
        label="Record as", required=False, widget=forms.RadioSelect, choices=[("", NEW_QUOTE)]
    )
    speaker = forms.ModelChoiceField(
        Speaker.objects.filter(merged_into=None),
        required=False,
        widget=OneRecord(_relation("speaker"), admin.site),
    )
    new_speaker = forms.CharField(
        label="Or a new speaker",
        max_length=200,
        required=False,
        help_text="The name as printed. Used where no speaker is chosen above.",
    )
    new_kind = forms.ChoiceField(
        label="Who is", choices=SpeakerKind.choices, initial=SpeakerKind.PERSON, required=False
    )
    text = WordsField(
        label="Wording", max_length=LONGEST_QUOTE, widget=forms.Textarea(attrs={"rows": 4})
    )
    mode = forms.ChoiceField(choices=Mode.choices)
    language = forms.CharField(max_length=35, validators=[validate_language])
    attribution = forms.CharField(max_length=300, required=False, label="Speaker as printed")
    cue = forms.CharField(max_length=100, required=False, label="Verb as printed")
    translated = forms.BooleanField(required=False, label="The article translates")
    primary = forms.BooleanField(
        label="Primary",
        required=False,
        help_text="Of a further appearance: the wording is taken from here from now on.",
    )
    said = EdtfDateField(label="Said on", required=False, help_text="EDTF, like 2024-02-07.")
    event = forms.CharField(max_length=200, required=False)
    place = forms.CharField(max_length=200, required=False)
    position = OfficeField(
        Position.objects.select_related("speaker"),
        label="In the office of",
        required=False,
        widget=OfficeSelect(_relation("position"), admin.site),
    )
    topics = forms.ModelMultipleChoiceField(
        Topic.objects.all(),
        required=False,
        widget=SeveralRecords(_relation("topics"), admin.site),
    )

    note = WordsField(required=False, widget=forms.Textarea(attrs={"rows": 2}))

    def __init__(
        self, *args: Any, proposal: Proposal, recorded: list[Recorded], **options: Any
    ) -> None:
        super().__init__(*args, **options)
        self.proposal = proposal
        self.quotes = {str(each.quote.pk): each.quote for each in recorded}
        known = [(number, f"a further appearance of: {q}") for number, q in self.quotes.items()]
        choice: Any = self.fields["quote"]
        choice.choices = [("", NEW_QUOTE), *known]
        for name in ("speaker", "position"):
            self.fields[name].widget.known = self._known(name)

    def _known(self, name: str) -> Any:
        given = self.initial.get(name)
        return self.proposal.speaker if name == "speaker" else given

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if not cleaned.get("quote") and "speaker" not in self.errors:
            self._settle_speaker()
        return cleaned

    def _settle_speaker(self) -> None:
        """A speaker is chosen or named; the office is one of that speaker, or found anew."""
        speaker, position = self.cleaned_data.get("speaker"), self.cleaned_data.get("position")
        if not speaker and not self.cleaned_data.get("new_speaker"):
            self.add_error("speaker", WHO)
        if not speaker and (same := self._same_name()):
            self.add_error("new_speaker", f"{same} ({same.slug}) is on record: choose that one.")
        if position and position.speaker != speaker:
            if "position" in self.changed_data:
                self.add_error("position", "This office was held by another speaker.")
            self.cleaned_data["position"] = None

    def _same_name(self) -> Speaker | None:
        name = self.cleaned_data.get("new_speaker", "")
        named = Speaker.objects.filter(merged_into=None, names__name__iexact=name)
        return named.first() if name else None

    def decision(self) -> Decision:
        """What was decided; makes the speaker that was only named. To be called when valid."""
        data = self.cleaned_data
        quote = self.quotes.get(data["quote"])
        said = data["said"].text if data["said"] else ""
        speaker = quote.speaker if quote else data["speaker"]
        if not speaker:
            kind = data["new_kind"] or SpeakerKind.PERSON
            speaker = new_speaker(data["new_speaker"], kind, data["language"])
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
        return Decision(
            speaker=speaker,
            quote=quote,
            when=When(said, data["event"], data["place"]),
            topics=list(data["topics"]),
            **{name: data[name] for name in same},
        )


class WordsForm(forms.Form):
    """Words of the text that nobody proposed: selected, or pasted."""

    start = forms.IntegerField(min_value=0, required=False, widget=forms.HiddenInput)
    end = forms.IntegerField(min_value=1, required=False, widget=forms.HiddenInput)
    words = WordsField(
        label="Words of the text",
        required=False,
        max_length=LONGEST_QUOTE,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text="Select them in the text, or paste them here.",
    )

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        selected = cleaned.get("start") is not None and cleaned.get("end") is not None
        if not self.errors and not selected and not cleaned.get("words"):
            raise ValidationError("Select words in the text, or paste them.")
        return cleaned
