"""The names of models and fields, which translators must find."""

from django.apps import apps
from django.utils import translation
from django.utils.functional import Promise

from citations.models import Quote, SpeakerName
from citations.models.labels import FIELD_NAMES, MODEL_NAMES

OURS = [
    model
    for model in apps.get_app_config("citations").get_models()
    if not model.__name__.startswith("Historical")
]


def test_every_model_is_named_for_translators() -> None:
    assert {str(each._meta.verbose_name) for each in OURS} == {one for one, _ in MODEL_NAMES}
    assert dict(MODEL_NAMES) == {
        str(each._meta.verbose_name): str(each._meta.verbose_name_plural) for each in OURS
    }


def test_every_field_that_people_edit_has_a_translated_name() -> None:
    fields = [field for each in OURS for field in each._meta.fields if field.editable]
    plain = {field.name for field in fields if not isinstance(field.verbose_name, Promise)}
    assert plain <= {"id", "subject_id", "transaction_id"}
    assert len(FIELD_NAMES) > 50


def test_a_name_is_translated_when_it_is_shown() -> None:
    with translation.override("en"):
        assert str(Quote._meta.verbose_name_plural) == "quotes"
        assert str(SpeakerName._meta.get_field("family").verbose_name) == "family"
    assert isinstance(Quote._meta.verbose_name, Promise)
