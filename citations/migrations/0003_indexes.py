"""What every page of a list is read by, so that none costs more the longer the list is."""

import django.db.models.deletion
import django.db.models.functions.text
from django.db import migrations, models

import citations.models.base.edtf_fields


class Migration(migrations.Migration):
    dependencies = [
        ("citations", "0002_groups"),
    ]

    operations = [
        migrations.AlterField(
            model_name="article",
            name="publication",
            field=models.ForeignKey(
                blank=True,
                db_index=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="articles",
                to="citations.publication",
            ),
        ),
        migrations.AlterField(
            model_name="quote",
            name="occasion",
            field=models.ForeignKey(
                blank=True,
                db_index=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="quotes",
                to="citations.occasion",
            ),
        ),
        migrations.AlterField(
            model_name="quote",
            name="speaker",
            field=models.ForeignKey(
                db_index=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="quotes",
                to="citations.speaker",
            ),
        ),
        migrations.AddIndex(
            model_name="appearance",
            index=models.Index(fields=["verdict", "id"], name="appearance_verdict_id"),
        ),
        migrations.AddIndex(
            model_name="appearance",
            index=models.Index(fields=["verdict", "key"], name="appearance_verdict_key"),
        ),
        migrations.AddIndex(
            model_name="article",
            index=models.Index(
                citations.models.base.edtf_fields.LatestFirst("published_latest"),
                models.F("key"),
                name="article_newest",
            ),
        ),
        migrations.AddIndex(
            model_name="article",
            index=models.Index(
                models.F("publication"),
                citations.models.base.edtf_fields.LatestFirst("published_latest"),
                models.F("key"),
                name="article_newest_of_pub",
            ),
        ),
        migrations.AddIndex(
            model_name="article",
            index=models.Index(
                django.db.models.functions.text.Lower("headline"), name="article_by_headline"
            ),
        ),
        migrations.AddIndex(
            model_name="occasion",
            index=models.Index(
                citations.models.base.edtf_fields.LatestFirst("date_latest"),
                models.F("slug"),
                name="occasion_newest",
            ),
        ),
        migrations.AddIndex(
            model_name="quote",
            index=models.Index(fields=["speaker", "state"], name="quote_speaker_state"),
        ),
        migrations.AddIndex(
            model_name="quote",
            index=models.Index(fields=["occasion", "state"], name="quote_occasion_state"),
        ),
        migrations.AddIndex(
            model_name="quote",
            index=models.Index(fields=["state", "changed"], name="quote_state_changed"),
        ),
        migrations.AddIndex(
            model_name="quote",
            index=models.Index(fields=["state", "id"], name="quote_state_id"),
        ),
        migrations.AddIndex(
            model_name="speaker",
            index=models.Index(
                django.db.models.functions.text.Lower("name"),
                models.F("slug"),
                name="speaker_by_name",
            ),
        ),
        migrations.AddIndex(
            model_name="speakername",
            index=models.Index(
                django.db.models.functions.text.Lower("name"), name="speakername_by_name"
            ),
        ),
        migrations.AddIndex(
            model_name="verification",
            index=models.Index(fields=["-at", "-id"], name="verification_newest"),
        ),
        migrations.AddIndex(
            model_name="verification",
            index=models.Index(
                fields=["verdict", "-at", "-id"], name="verification_verdict_newest"
            ),
        ),
    ]
