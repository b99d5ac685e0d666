"""Names, help texts and messages in plain English: nothing changes in the database."""

import django.core.validators
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import citations.models.base.edtf_fields
import citations.models.base.permanent_keys


class Migration(migrations.Migration):
    dependencies = [
        ("citations", "0009_merges"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.SeparateDatabaseAndState(
            state_operations=[
                migrations.AlterModelOptions(
                    name="different",
                    options={"verbose_name": "different pair"},
                ),
                migrations.AlterField(
                    model_name="appearance",
                    name="attribution",
                    field=models.CharField(
                        blank=True,
                        help_text="The speaker as printed, like “the prime minister”.",
                        max_length=300,
                    ),
                ),
                migrations.AlterField(
                    model_name="appearance",
                    name="cue",
                    field=models.CharField(
                        blank=True, help_text="The verb as printed, like “told”.", max_length=100
                    ),
                ),
                migrations.AlterField(
                    model_name="appearance",
                    name="key",
                    field=models.CharField(
                        default=citations.models.base.permanent_keys.new_key,
                        max_length=8,
                        unique=True,
                        validators=[
                            django.core.validators.RegexValidator(
                                "\\A[0123456789ABCDEFGHJKMNPQRSTVWXYZ]{8}\\Z",
                                "A key has eight characters: digits and capital letters without I, L, O and U.",
                            )
                        ],
                    ),
                ),
                migrations.AlterField(
                    model_name="appearance",
                    name="primary",
                    field=models.BooleanField(
                        default=False, help_text="The quote’s wording was taken from here."
                    ),
                ),
                migrations.AlterField(
                    model_name="appearance",
                    name="translated",
                    field=models.BooleanField(
                        default=False, help_text="The article prints a translation."
                    ),
                ),
                migrations.AlterField(
                    model_name="article",
                    name="accessed",
                    field=citations.models.base.edtf_fields.EdtfField(
                        blank=True,
                        default="",
                        help_text="When somebody last visited the address.",
                        max_length=100,
                    ),
                ),
                migrations.AlterField(
                    model_name="article",
                    name="key",
                    field=models.CharField(
                        default=citations.models.base.permanent_keys.new_key,
                        max_length=8,
                        unique=True,
                        validators=[
                            django.core.validators.RegexValidator(
                                "\\A[0123456789ABCDEFGHJKMNPQRSTVWXYZ]{8}\\Z",
                                "A key has eight characters: digits and capital letters without I, L, O and U.",
                            )
                        ],
                    ),
                ),
                migrations.AlterField(
                    model_name="article",
                    name="note",
                    field=models.TextField(
                        blank=True, help_text="Evidence for the date, and other remarks."
                    ),
                ),
                migrations.AlterField(
                    model_name="article",
                    name="published",
                    field=citations.models.base.edtf_fields.EdtfField(
                        blank=True,
                        default="",
                        help_text="EDTF: 2024-02-08, 2022-03, or empty if unknown.",
                        max_length=100,
                    ),
                ),
                migrations.AlterField(
                    model_name="historicalappearance",
                    name="attribution",
                    field=models.CharField(
                        blank=True,
                        help_text="The speaker as printed, like “the prime minister”.",
                        max_length=300,
                    ),
                ),
                migrations.AlterField(
                    model_name="historicalappearance",
                    name="cue",
                    field=models.CharField(
                        blank=True, help_text="The verb as printed, like “told”.", max_length=100
                    ),
                ),
                migrations.AlterField(
                    model_name="historicalappearance",
                    name="key",
                    field=models.CharField(
                        db_index=True,
                        default=citations.models.base.permanent_keys.new_key,
                        max_length=8,
                        validators=[
                            django.core.validators.RegexValidator(
                                "\\A[0123456789ABCDEFGHJKMNPQRSTVWXYZ]{8}\\Z",
                                "A key has eight characters: digits and capital letters without I, L, O and U.",
                            )
                        ],
                    ),
                ),
                migrations.AlterField(
                    model_name="historicalappearance",
                    name="primary",
                    field=models.BooleanField(
                        default=False, help_text="The quote’s wording was taken from here."
                    ),
                ),
                migrations.AlterField(
                    model_name="historicalappearance",
                    name="translated",
                    field=models.BooleanField(
                        default=False, help_text="The article prints a translation."
                    ),
                ),
                migrations.AlterField(
                    model_name="historicalarticle",
                    name="accessed",
                    field=citations.models.base.edtf_fields.EdtfField(
                        blank=True,
                        default="",
                        help_text="When somebody last visited the address.",
                        max_length=100,
                    ),
                ),
                migrations.AlterField(
                    model_name="historicalarticle",
                    name="key",
                    field=models.CharField(
                        db_index=True,
                        default=citations.models.base.permanent_keys.new_key,
                        max_length=8,
                        validators=[
                            django.core.validators.RegexValidator(
                                "\\A[0123456789ABCDEFGHJKMNPQRSTVWXYZ]{8}\\Z",
                                "A key has eight characters: digits and capital letters without I, L, O and U.",
                            )
                        ],
                    ),
                ),
                migrations.AlterField(
                    model_name="historicalarticle",
                    name="note",
                    field=models.TextField(
                        blank=True, help_text="Evidence for the date, and other remarks."
                    ),
                ),
                migrations.AlterField(
                    model_name="historicalarticle",
                    name="published",
                    field=citations.models.base.edtf_fields.EdtfField(
                        blank=True,
                        default="",
                        help_text="EDTF: 2024-02-08, 2022-03, or empty if unknown.",
                        max_length=100,
                    ),
                ),
                migrations.AlterField(
                    model_name="historicaloccasion",
                    name="event",
                    field=models.CharField(
                        blank=True, help_text="Like “news conference”.", max_length=200
                    ),
                ),
                migrations.AlterField(
                    model_name="historicalposition",
                    name="end",
                    field=citations.models.base.edtf_fields.EdtfField(
                        blank=True,
                        default="",
                        help_text="EDTF; empty while the speaker holds the office, or if unknown.",
                        max_length=100,
                    ),
                ),
                migrations.AlterField(
                    model_name="historicalposition",
                    name="start",
                    field=citations.models.base.edtf_fields.EdtfField(
                        blank=True,
                        default="",
                        help_text="EDTF: 2021-10-04, 2021-10, or empty if unknown.",
                        max_length=100,
                    ),
                ),
                migrations.AlterField(
                    model_name="historicalquote",
                    name="key",
                    field=models.CharField(
                        db_index=True,
                        default=citations.models.base.permanent_keys.new_key,
                        max_length=8,
                        validators=[
                            django.core.validators.RegexValidator(
                                "\\A[0123456789ABCDEFGHJKMNPQRSTVWXYZ]{8}\\Z",
                                "A key has eight characters: digits and capital letters without I, L, O and U.",
                            )
                        ],
                    ),
                ),
                migrations.AlterField(
                    model_name="historicalquote",
                    name="original",
                    field=models.TextField(
                        blank=True,
                        help_text="Only if the wording above is a translation.",
                        validators=[django.core.validators.MaxLengthValidator(100000)],
                        verbose_name="original wording",
                    ),
                ),
                migrations.AlterField(
                    model_name="historicalquote",
                    name="position",
                    field=models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        help_text="The office in which the speaker said it, if known.",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="citations.position",
                    ),
                ),
                migrations.AlterField(
                    model_name="historicalquote",
                    name="text",
                    field=models.TextField(
                        help_text="The reference wording, without outer quotation marks.",
                        validators=[django.core.validators.MaxLengthValidator(100000)],
                        verbose_name="wording",
                    ),
                ),
                migrations.AlterField(
                    model_name="historicalspeaker",
                    name="name",
                    field=models.CharField(help_text="The name that pages show.", max_length=200),
                ),
                migrations.AlterField(
                    model_name="occasion",
                    name="event",
                    field=models.CharField(
                        blank=True, help_text="Like “news conference”.", max_length=200
                    ),
                ),
                migrations.AlterField(
                    model_name="position",
                    name="end",
                    field=citations.models.base.edtf_fields.EdtfField(
                        blank=True,
                        default="",
                        help_text="EDTF; empty while the speaker holds the office, or if unknown.",
                        max_length=100,
                    ),
                ),
                migrations.AlterField(
                    model_name="position",
                    name="start",
                    field=citations.models.base.edtf_fields.EdtfField(
                        blank=True,
                        default="",
                        help_text="EDTF: 2021-10-04, 2021-10, or empty if unknown.",
                        max_length=100,
                    ),
                ),
                migrations.AlterField(
                    model_name="quote",
                    name="key",
                    field=models.CharField(
                        default=citations.models.base.permanent_keys.new_key,
                        max_length=8,
                        unique=True,
                        validators=[
                            django.core.validators.RegexValidator(
                                "\\A[0123456789ABCDEFGHJKMNPQRSTVWXYZ]{8}\\Z",
                                "A key has eight characters: digits and capital letters without I, L, O and U.",
                            )
                        ],
                    ),
                ),
                migrations.AlterField(
                    model_name="quote",
                    name="original",
                    field=models.TextField(
                        blank=True,
                        help_text="Only if the wording above is a translation.",
                        validators=[django.core.validators.MaxLengthValidator(100000)],
                        verbose_name="original wording",
                    ),
                ),
                migrations.AlterField(
                    model_name="quote",
                    name="position",
                    field=models.ForeignKey(
                        blank=True,
                        help_text="The office in which the speaker said it, if known.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="quotes",
                        to="citations.position",
                    ),
                ),
                migrations.AlterField(
                    model_name="quote",
                    name="text",
                    field=models.TextField(
                        help_text="The reference wording, without outer quotation marks.",
                        validators=[django.core.validators.MaxLengthValidator(100000)],
                        verbose_name="wording",
                    ),
                ),
                migrations.AlterField(
                    model_name="speaker",
                    name="name",
                    field=models.CharField(help_text="The name that pages show.", max_length=200),
                ),
                migrations.AlterConstraint(
                    model_name="appearance",
                    name="appearance_segments_need_snapshot",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("segments", []), ("snapshot", None)),
                            models.Q(
                                ("snapshot__isnull", False),
                                models.Q(("segments", []), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="appearance_segments_need_snapshot",
                        violation_error_message="Give spans together with the snapshot that they point into.",
                    ),
                ),
                migrations.AlterConstraint(
                    model_name="appearance",
                    name="appearance_one_primary",
                    constraint=models.UniqueConstraint(
                        condition=models.Q(("primary", True)),
                        fields=("quote",),
                        name="appearance_one_primary",
                        violation_error_message="A quote has only one primary appearance.",
                    ),
                ),
                migrations.AlterConstraint(
                    model_name="different",
                    name="different_unique_kind_one_other",
                    constraint=models.UniqueConstraint(
                        fields=("kind", "one", "other"),
                        name="different_unique_kind_one_other",
                        violation_error_message="These records are already marked as different.",
                    ),
                ),
                migrations.AlterConstraint(
                    model_name="fingerprint",
                    name="fingerprint_unique_snapshot_value",
                    constraint=models.UniqueConstraint(
                        fields=("snapshot", "value"),
                        name="fingerprint_unique_snapshot_value",
                        violation_error_message="This shingle is already stored.",
                    ),
                ),
                migrations.AlterConstraint(
                    model_name="merge",
                    name="merge_of_two_records",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("kept", models.F("merged")), _negated=True),
                        name="merge_of_two_records",
                        violation_error_message="A record cannot be merged into itself.",
                    ),
                ),
                migrations.AlterConstraint(
                    model_name="merge",
                    name="merge_once",
                    constraint=models.UniqueConstraint(
                        condition=models.Q(("undone_at", None)),
                        fields=("kind", "merged"),
                        name="merge_once",
                        violation_error_message="That record is already merged.",
                    ),
                ),
                migrations.AlterConstraint(
                    model_name="quote",
                    name="quote_standing_has_reasons",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            ("standing", "accepted"),
                            models.Q(("standing_note", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="quote_standing_has_reasons",
                        violation_error_message="Give the reasons why the quote is disputed or misattributed.",
                    ),
                ),
                migrations.AlterConstraint(
                    model_name="quote",
                    name="quote_correct_speaker_of_misattributed",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            ("correct_speaker", None),
                            models.Q(
                                ("standing", "misattributed"),
                                models.Q(("correct_speaker", models.F("speaker")), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="quote_correct_speaker_of_misattributed",
                        violation_error_message="Only a misattributed quote has a correct speaker, who must be somebody else.",
                    ),
                ),
                migrations.AlterConstraint(
                    model_name="quote",
                    name="quote_original_has_language",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("original", ""), ("original_language", "")),
                            models.Q(
                                models.Q(("original", ""), _negated=True),
                                models.Q(("original_language", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="quote_original_has_language",
                        violation_error_message="Give an original wording and its language together, or neither.",
                    ),
                ),
                migrations.AlterConstraint(
                    model_name="quoterelation",
                    name="quoterelation_between_two_quotes",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("quote", models.F("other")), _negated=True),
                        name="quoterelation_between_two_quotes",
                        violation_error_message="A quote cannot be related to itself.",
                    ),
                ),
                migrations.AlterConstraint(
                    model_name="snapshot",
                    name="snapshot_unique_article_sha256",
                    constraint=models.UniqueConstraint(
                        fields=("article", "sha256"),
                        name="snapshot_unique_article_sha256",
                        violation_error_message="This text of the article is already stored.",
                    ),
                ),
                migrations.AlterConstraint(
                    model_name="speakername",
                    name="speakername_one_preferred",
                    constraint=models.UniqueConstraint(
                        condition=models.Q(("kind", "preferred")),
                        fields=("speaker",),
                        name="speakername_one_preferred",
                        violation_error_message="A speaker has only one preferred name.",
                    ),
                ),
                migrations.AlterConstraint(
                    model_name="verification",
                    name="verification_person_is_named",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            ("method", "machine"), ("by__isnull", False), _connector="OR"
                        ),
                        name="verification_person_is_named",
                        violation_error_message="A check by a person needs the name of the person.",
                    ),
                ),
                migrations.AlterConstraint(
                    model_name="wantedsearch",
                    name="wantedsearch_unique_day_words",
                    constraint=models.UniqueConstraint(
                        fields=("day", "words"),
                        name="wantedsearch_unique_day_words",
                        violation_error_message="These words are already counted for this day.",
                    ),
                ),
            ]
        )
    ]
