"""What must always hold, in the database and in words, and what rows and sets of rows can tell."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection, models, transaction
from django.db.models import ProtectedError

from citations.models import (
    Appearance,
    Article,
    Change,
    Occasion,
    Position,
    Publication,
    Quote,
    QuoteRelation,
    Snapshot,
    Speaker,
    SpeakerName,
    State,
    Topic,
    Verification,
    sha256_of,
)
from citations.models.appearances import CONTEXT
from citations.models.keys import new_key, validate_key
from citations.text.spans import Span

pytestmark = pytest.mark.django_db

TEXT = "The mayor said: “We will rebuild,” and left. “Soon.”"
WORDS = Span(17, 32)  # We will rebuild

# One right row of each model; what it stands on is saved, the row itself is not ---------------


def speaker(slug: str = "mayor") -> Speaker:
    return Speaker(slug=slug, name="Mayor")


def saved_speaker(slug: str = "mayor") -> Speaker:
    return Speaker.objects.get_or_create(slug=slug, defaults={"name": "Mayor"})[0]


def name() -> SpeakerName:
    return SpeakerName(speaker=saved_speaker(), name="Mayor", kind="preferred")


def position() -> Position:
    return Position(speaker=saved_speaker(), title="Mayor", start="2020", end="2022")


def publication() -> Publication:
    return Publication(slug="herald", name="Herald", kind="newspaper")


def article() -> Article:
    return Article(headline="Rebuilding", kind="article-newspaper")


def snapshot(text: str = TEXT) -> Snapshot:
    source, _ = Article.objects.get_or_create(headline="Rebuilding", kind="article-newspaper")
    return Snapshot(article=source, text=text, sha256=sha256_of(text))


def saved_snapshot() -> Snapshot:
    return Snapshot.objects.first() or saved(snapshot())


def occasion() -> Occasion:
    return Occasion(slug="speech", date="2021-05")


def topic() -> Topic:
    return Topic(slug="building", name="Building")


def quote(**fields: Any) -> Quote:
    return Quote(speaker=saved_speaker(), text="We will rebuild", **fields)


def relation() -> QuoteRelation:
    return QuoteRelation(quote=saved(quote()), kind="restates", other=saved(quote()))


def appearance(*spans: Span, of: Quote | None = None) -> Appearance:
    one = Appearance(quote=of or saved(quote()))
    one.anchor(saved_snapshot(), spans or [WORDS])
    return one


def verification() -> Verification:
    one = saved(appearance())
    return Verification(appearance=one, snapshot=one.snapshot, verdict="verbatim")


def saved(row: Any) -> Any:
    row.save()
    return row


def itself(row: models.Model) -> models.Model:
    return row


RIGHT = [
    speaker,
    name,
    position,
    publication,
    article,
    snapshot,
    occasion,
    topic,
    quote,
    relation,
    appearance,
    verification,
]


# Constraints --------------------------------------------------------------------------------

WEB = "A web address begins with http:// or https://."

WRONG = [
    # a right row, what is wrong in it, the message for people
    (speaker, {"kind": "robot"}, "Value 'robot' is not a valid choice."),
    (speaker, {"name": ""}, "This field cannot be blank."),
    (speaker, {"merged_into": itself}, "A speaker cannot be merged into itself."),
    (name, {"kind": "nickname"}, "Value 'nickname' is not a valid choice."),
    (name, {"order": "any"}, "Value 'any' is not a valid choice."),
    (name, {"name": ""}, "This field cannot be blank."),
    (position, {"title": ""}, "This field cannot be blank."),
    (position, {"end": "2019"}, "An office cannot end before it starts."),
    (publication, {"kind": "rumour"}, "Value 'rumour' is not a valid choice."),
    (publication, {"name": ""}, "This field cannot be blank."),
    (publication, {"homepage": "javascript:alert(1)"}, "Enter a valid URL."),
    (publication, {"homepage": "ftp://herald.example/"}, WEB),
    (article, {"kind": "leaflet"}, "Value 'leaflet' is not a valid choice."),
    (article, {"headline": ""}, "This field cannot be blank."),
    (article, {"url": "ftp://herald.example/"}, WEB),
    (article, {"url": "javascript:alert(1)//http://"}, "Enter a valid URL."),
    (article, {"archived_url": " http://herald.example/"}, "Enter a valid URL."),
    (article, {"derived_from": itself}, "An article cannot be a copy of itself."),
    (snapshot, {"text": ""}, "This field cannot be blank."),
    (occasion, {"slug": ""}, "This field cannot be blank."),
    (topic, {"name": ""}, "This field cannot be blank."),
    (quote, {"mode": "shouted"}, "Value 'shouted' is not a valid choice."),
    (quote, {"state": "lost"}, "Value 'lost' is not a valid choice."),
    (quote, {"standing": "doubted"}, "Value 'doubted' is not a valid choice."),
    (quote, {"text": ""}, "This field cannot be blank."),
    (quote, {"standing": "disputed"}, "A disputed or misattributed quote needs its reasons."),
    (quote, {"original": "作り直す"}, "An original wording needs its language, and only it."),
    (quote, {"original_language": "ja"}, "An original wording needs its language, and only it."),
    (
        quote,
        {"correct_speaker": lambda _: saved_speaker("clerk")},
        "Only a misattributed quote has a correct speaker, and it is somebody else.",
    ),
    (
        quote,
        {
            "standing": "misattributed",
            "standing_note": "He denies it.",
            "correct_speaker": lambda _: saved_speaker(),
        },
        "Only a misattributed quote has a correct speaker, and it is somebody else.",
    ),
    (relation, {"kind": "likes"}, "Value 'likes' is not a valid choice."),
    (relation, {"other": lambda row: row.quote}, "A quote has no relation to itself."),
    (appearance, {"exact": ""}, "This field cannot be blank."),
    (appearance, {"verdict": "perfect"}, "Constraint “appearance_verdict_known” is violated."),
    (appearance, {"segments": []}, "Spans and the text they point into go together."),
    (appearance, {"snapshot": None}, "Spans and the text they point into go together."),
    (verification, {"verdict": "perfect"}, "Value 'perfect' is not a valid choice."),
    (verification, {"method": "oracle"}, "Value 'oracle' is not a valid choice."),
    (verification, {"method": "person"}, "A person's check names the person."),
]

TWICE = [
    # a right row, what a second one has of its own, the message for people
    (speaker, {}, "Speaker with this Slug already exists."),
    (name, {"kind": "alias"}, "This speaker already has this name."),
    (name, {"name": "The Mayor"}, "A speaker has one preferred name."),
    (position, {}, "This office is already recorded."),
    (publication, {}, "Publication with this Slug already exists."),
    (article, {"key": "22222222"}, "Article with this Key already exists."),
    (snapshot, {}, "This text of the article is already kept."),
    (occasion, {}, "Occasion with this Slug already exists."),
    (topic, {"slug": "other"}, "Topic with this Name already exists."),
    (topic, {"name": "Other"}, "Topic with this Slug already exists."),
    (quote, {"key": "22222222"}, "Quote with this Key already exists."),
    (relation, {}, "This relation is already recorded."),
    (appearance, {}, "This appearance is already recorded."),
    (appearance, {"primary": True, "segments": [[1, 2]]}, "A quote has one primary appearance."),
]


def spoil(row: models.Model, changes: dict[str, Any]) -> None:
    for field, value in changes.items():
        setattr(row, field, value(row) if callable(value) else value)


def copy(row: models.Model) -> models.Model:
    """A second, unsaved row with the same values, but a key of its own."""
    twin = type(row).objects.get(pk=row.pk)
    twin.pk, twin._state.adding = None, True
    if hasattr(twin, "key"):
        twin.key = new_key()
    return twin


def messages(row: models.Model) -> list[str]:
    with pytest.raises(ValidationError) as caught:
        row.full_clean()
    return caught.value.messages


def refused_by_the_database(write: Callable[[], object]) -> bool:
    with pytest.raises(IntegrityError), transaction.atomic():
        write()
    return True


@pytest.mark.parametrize("right", RIGHT)
def test_a_right_row_is_kept(right: Callable[[], Any]) -> None:
    row = right()
    row.full_clean()
    row.save()
    row.full_clean()


@pytest.mark.parametrize(("right", "changes", "message"), WRONG)
def test_a_wrong_row_is_refused_in_words_and_by_the_database(
    right: Callable[[], Any], changes: dict[str, Any], message: str
) -> None:
    row = saved(right())
    spoil(row, changes)
    assert message in messages(row)
    values = {field: getattr(row, field) for field in changes}
    rows = type(row).objects.filter(pk=row.pk)
    if isinstance(row, Snapshot | Verification):  # these are never updated
        return
    assert refused_by_the_database(lambda: rows.update(**values))


@pytest.mark.parametrize(
    ("right", "changes"),
    # a new row has no number yet, by which it could refer to itself
    [(right, changes) for right, changes, _ in WRONG if itself not in changes.values()],
)
def test_a_wrong_row_is_refused_in_bulk(right: Callable[[], Any], changes: dict[str, Any]) -> None:
    row = right()
    spoil(row, changes)
    assert refused_by_the_database(lambda: type(row).objects.bulk_create([row]))


@pytest.mark.parametrize(("right", "changes", "message"), TWICE)
def test_a_second_row_is_refused_in_words_and_by_the_database(
    right: Callable[[], Any], changes: dict[str, Any], message: str
) -> None:
    row = right()
    if "key" in changes:
        row.key = changes["key"]
    if "primary" in changes:
        row.primary = True
    row.save()
    twin = copy(row)
    spoil(twin, changes)
    assert refused_by_the_database(lambda: type(twin).objects.bulk_create([twin]))
    if "segments" not in changes:
        assert message in messages(twin)


@pytest.mark.parametrize(
    ("right", "on"),
    [
        (position, "speaker"),  # through its quotes
        (snapshot, "article"),
        (appearance, "article"),
        (appearance, "snapshot"),
        (relation, "other"),
    ],
)
def test_what_others_stand_on_is_not_deleted(right: Callable[[], Any], on: str) -> None:
    row = saved(right())
    if on == "speaker":
        saved(quote(position=row))
    with pytest.raises(ProtectedError):
        getattr(row, on).delete()


@pytest.mark.parametrize("address", ["", "http://a.example", "HTTPS://a.example/?b=1"])
def test_a_web_address_is_kept(address: str) -> None:
    one = article()
    one.url = one.archived_url = address
    one.full_clean()
    one.save()


@pytest.mark.parametrize(
    ("tag", "right"),
    [
        ("en", True),
        ("pt-BR", True),
        ("zh-Hant-TW", True),
        ("sl-rozaj-biske-1994", True),
        ("x-klingon", True),  # private use
        ("yue", True),
        ('x"on', False),
        ("x", False),
        ("en_GB", False),  # a locale
        ("English", False),
        ("en-", False),
        ("en\n", False),
        ("日本語", False),
        ("e", False),
    ],
)
def test_a_language_has_the_shape_of_a_tag(tag: str, right: bool) -> None:
    one, two, three = quote(language=tag), article(), name()
    one.original, one.original_language, two.language, three.language = "x", tag, tag, tag
    for row in (one, two, three):
        if right:
            row.full_clean()
        else:
            assert "Write a BCP 47 language tag, like en, ja or pt-BR." in messages(row)


def test_a_quote_in_an_office_of_another_is_refused() -> None:
    office = saved(position())
    one = quote(position=office)
    one.speaker = saved_speaker("clerk")
    assert "This office was held by another speaker." in messages(one)


def test_a_sum_that_is_not_the_texts_is_refused() -> None:
    one = snapshot()
    one.sha256 = "0" * 64
    assert messages(one) == [f"The text's SHA-256 is {sha256_of(TEXT)}."]


@pytest.mark.parametrize("byline", ["A. Reporter", [1], {"name": "A. Reporter"}])
def test_a_byline_is_a_list_of_names(byline: object) -> None:
    one = article()
    one.byline = byline
    assert messages(one) == ['Write a list of names, like ["A. Reporter"].']


# What is never edited -----------------------------------------------------------------------


@pytest.mark.sqlite
@pytest.mark.parametrize(
    ("right", "column", "value"), [(snapshot, "text", "Other."), (verification, "note", "Other.")]
)
def test_replacing_a_row_does_not_edit_it(
    right: Callable[[], Any], column: str, value: str
) -> None:
    row = saved(right())
    table, columns = row._meta.db_table, [f'"{one.column}"' for one in row._meta.concrete_fields]
    source = ", ".join("%s" if one == f'"{column}"' else one for one in columns)
    replace = f"REPLACE INTO {table} ({', '.join(columns)}) SELECT {source} FROM {table}"
    with pytest.raises(IntegrityError, match="is never edited"), transaction.atomic():
        connection.cursor().execute(replace, [value])
    connection.cursor().execute(replace, [getattr(row, column)])  # the same again is no edit
    row.refresh_from_db()
    assert getattr(row, column) != value


@pytest.mark.sqlite
def test_a_row_that_gives_way_to_another_is_in_the_log() -> None:
    old = saved(topic())
    Change.objects.all().delete()
    connection.cursor().execute(
        "REPLACE INTO citations_topic (id, slug, name) VALUES (%s, 'building', 'Building')",
        [old.pk + 1],
    )
    assert {one.subject_id for one in Change.objects.all()} == {old.pk, old.pk + 1}


# Keys ---------------------------------------------------------------------------------------


def test_a_new_key_is_valid() -> None:
    for _ in range(100):
        validate_key(new_key())


@pytest.mark.parametrize(
    "key",
    [
        "ABCDEFG",  # short
        "ABCDEFGHJ",  # long
        "abcdefgh",
        "ABCDEFGI",  # read as 1
        "ABCDEFGL",
        "ABCDEFGO",  # read as 0
        "ABCDEFGU",
        "ABCDEFG\n",
        "",
    ],
)
def test_what_is_no_key_is_refused(key: str) -> None:
    with pytest.raises(ValidationError):
        validate_key(key)


@pytest.mark.parametrize("right", [one for one in RIGHT if one is not verification])
def test_a_row_is_found_by_its_natural_key(right: Callable[[], Any]) -> None:
    row = saved(right())
    assert type(row).objects.get_by_natural_key(*row.natural_key()) == row


def test_a_natural_key_past_a_missing_relation_is_none() -> None:
    assert SpeakerName(name="Mayor").natural_key() == (None, "Mayor")


def test_a_natural_key_has_all_its_parts() -> None:
    reason = r"A speaker name is named by \[speaker__slug, name\], not by \['mayor'\]."
    with pytest.raises(ValueError, match=reason):
        SpeakerName.objects.get_by_natural_key("mayor")


# Speakers and offices -----------------------------------------------------------------------

DAY = date(2021, 5, 10)


@pytest.mark.parametrize(
    ("offices", "days", "title"),
    [
        # (title, start, end) of the offices; the day or days; the office held
        ([("A", "2020", "2022")], (DAY,), "A"),
        ([], (DAY,), None),
        ([("A", "2022", "")], (DAY,), None),  # later
        ([("A", "2019", "2020")], (DAY,), None),  # earlier
        ([("A", "2021-05-10", "2021-05-10")], (DAY,), "A"),  # a single day
        ([("A", "2021-05", "")], (DAY,), None),  # began on some day of that month: not sure
        ([("A", "2020", "2021")], (DAY,), None),  # ended on some day of that year: not sure
        ([("A", "2020", "")], (DAY,), "A"),  # still held
        ([("A", "", "2022")], (DAY,), None),  # a beginning that is not known
        ([("A", "2020", "2022"), ("B", "2021-01-01", "")], (DAY,), None),  # several
        ([("A", "2019", "2020"), ("B", "2021-01-01", "")], (DAY,), "B"),  # one after the other
        ([("A", "2020", "2022")], (DAY, date(2021, 12, 31)), "A"),  # through all the days
        ([("A", "2020", "2021-06-01")], (DAY, date(2021, 12, 31)), None),  # through some
        ([("A", "2021-05-11", "")], (DAY, date(2021, 12, 31)), None),
        ([("A", "2020", "")], (None,), None),  # a day that is not known
    ],
)
def test_the_office_on_a_day_is_one_or_none(
    offices: list[tuple[str, str, str]], days: tuple[date | None, ...], title: str | None
) -> None:
    one = saved_speaker()
    for office, start, end in offices:
        Position.objects.create(speaker=one, title=office, start=start, end=end)
    held = one.position_on(*days)
    assert (held.title if held else None) == title


@pytest.mark.parametrize(
    ("start", "end", "held"),
    [
        ("2020", "2022", True),
        ("2021-12-31", "", True),  # begins on the last day
        ("2020", "2021-01-01", True),  # ends on the first
        ("2022", "", False),
        ("2019", "2020", False),
        ("2020", "2020/..", True),  # an end that is open
        ("", "2022", False),  # a beginning that is not known
    ],
)
def test_offices_held_between_two_days(start: str, end: str, held: bool) -> None:
    Position.objects.create(speaker=saved_speaker(), title="A", start=start, end=end)
    found = Position.objects.held_between(date(2021, 1, 1), date(2021, 12, 31))
    assert found.exists() == held


def test_only_speakers_with_something_published_are_public() -> None:
    saved(quote(state="published"))
    silent, merged = saved_speaker("silent"), saved_speaker("merged")
    saved(Quote(speaker=silent, text="Not yet"))
    saved(Quote(speaker=merged, text="Once", state="published"))
    merged.merged_into = saved_speaker()
    merged.save()
    assert [one.slug for one in Speaker.objects.public()] == ["mayor"]


@pytest.mark.parametrize(
    ("days", "held"),
    [
        ("2022", True),
        ("2022/..", False),  # on some day after the office ended, for all that is known
        ("../2022", False),
        ("[2022..]", False),
        ("", False),
    ],
)
def test_no_office_is_claimed_for_days_that_are_open(days: str, held: bool) -> None:
    Position.objects.create(
        speaker=saved_speaker(), title="A", start="2021-05-01", end="2022-12-31"
    )
    one = quote(occasion=saved(Occasion(slug="speech", date=days)))
    assert (one.office is not None) is held


# Merged speakers ----------------------------------------------------------------------------


def merged(slug: str, into: Speaker) -> Speaker:
    return Speaker(slug=slug, name=slug, merged_into=into)


def test_a_speaker_is_not_merged_into_a_merged_one() -> None:
    middle = saved(merged("middle", saved_speaker()))
    one = merged("one", middle)
    assert messages(one) == ["That speaker is itself merged: merge into Mayor (mayor)."]


def test_a_speaker_that_others_are_merged_into_stays() -> None:
    middle = saved_speaker("middle")
    saved(merged("one", middle))
    middle.merged_into = saved_speaker()
    assert messages(middle) == [
        "Others are merged into this speaker: merge them into the new one first."
    ]


def test_a_speaker_with_quotes_is_not_merged() -> None:
    one = saved(quote()).speaker
    one.merged_into = saved_speaker("clerk")
    assert messages(one) == ["This speaker still has quotes: move them to the new one first."]
    Quote.objects.update(speaker=one.merged_into)
    one.full_clean()


def test_a_quote_of_a_merged_speaker_is_refused() -> None:
    one = quote()
    one.speaker = saved(merged("one", saved_speaker()))
    assert messages(one) == ["This speaker is merged: choose Mayor (mayor)."]


def test_merges_are_followed_to_the_end_and_out_of_a_circle() -> None:
    last = saved_speaker()
    middle = saved(merged("middle", last))
    first = saved(merged("first", middle))
    assert first.kept == middle.kept == last.kept == last
    Speaker.objects.filter(pk=last.pk).update(merged_into=first)
    assert Speaker.objects.get(pk=first.pk).kept == last


# Quotes and where they stand ----------------------------------------------------------------


def test_publications_articles_occasions_and_topics_are_public_with_a_published_quote() -> None:
    herald = saved(publication())
    one = saved(appearance())
    Article.objects.update(publication=herald)
    Quote.objects.update(occasion=saved(occasion()))
    one.quote.topics.add(saved(topic()))
    sets = (Publication, Article, Occasion, Topic)
    assert not any(model.objects.public().exists() for model in sets)
    assert not Appearance.objects.published().exists()
    Quote.objects.update(state="published")
    assert all(model.objects.public().count() == 1 for model in sets)
    assert Appearance.objects.published().get() == one


@pytest.mark.parametrize(
    ("earliest", "latest", "found"),
    [
        (date(2021, 5, 31), None, True),
        (date(2021, 6, 1), None, False),
        (None, date(2021, 5, 1), True),
        (None, date(2021, 4, 30), False),
        (date(2021, 5, 10), date(2021, 5, 11), True),
    ],
)
def test_quotes_said_between_two_days(
    earliest: date | None, latest: date | None, found: bool
) -> None:
    saved(quote(occasion=saved(occasion())))
    saved(quote())  # said nobody knows when
    assert Quote.objects.said_between(earliest, latest).exists() == found


def test_quotes_printed_in_articles_come_once() -> None:
    one = saved(appearance())
    saved(appearance(Span(46, 51), of=one.quote))
    saved(quote())
    assert [one.quote] == list(Quote.objects.printed_in([one.article]))
    assert not Quote.objects.printed_in([saved(article())]).exists()


def test_quotes_that_stand_somewhere_can_be_published() -> None:
    one = saved(appearance())
    saved(quote())
    assert Quote.objects.publishable().get() == one.quote


def test_a_state_is_set_with_a_line_of_history_for_each_that_moves() -> None:
    moving, staying = saved(quote()), saved(quote(state="published"))
    assert Quote.objects.set_state(State.PUBLISHED, "checked") == 1
    assert Quote.objects.published().count() == 2
    assert moving.history.first().history_change_reason == "checked"
    assert staying.history.count() == 1
    assert Quote.objects.set_state(State.PUBLISHED) == 0


def test_the_primary_appearance_comes_before_the_first() -> None:
    one = saved(quote())
    assert one.primary_appearance is None
    first = saved(appearance(of=one))
    assert one.primary_appearance == first
    second = appearance(Span(46, 51), of=one)
    second.primary = True
    second.save()
    assert one.primary_appearance == second


def test_only_words_as_spoken_have_marks() -> None:
    assert quote(mode="direct").has_marks
    assert quote(mode="partial").has_marks
    assert not quote(mode="indirect").has_marks


@pytest.mark.parametrize(
    ("row", "shown"),
    [
        (Quote(text="short"), "short"),
        (Quote(text="x" * 81), "x" * 79 + "…"),
        (Occasion(slug="s"), "s"),
        (Occasion(slug="s", date="2021", event="speech"), "2021, speech"),
        (Position(title="Mayor"), "Mayor"),
        (Position(title="Mayor", organisation="Town"), "Mayor, Town"),
    ],
)
def test_a_row_is_shown_in_words(row: models.Model, shown: str) -> None:
    assert str(row) == shown


def test_the_newest_snapshot_is_the_articles_current_text() -> None:
    saved(snapshot())
    newer = saved(snapshot("Corrected."))
    assert newer.article.current_snapshot == newer
    assert saved(article()).current_snapshot is None


# Anchoring ----------------------------------------------------------------------------------


def test_an_anchored_appearance_takes_its_words_from_the_snapshot() -> None:
    one = appearance(WORDS, Span(46, 51))
    assert one.segments == [[17, 32], [46, 51]]
    assert one.exact == "We will rebuild Soon."
    assert one.printed == ["We will rebuild", "Soon."]
    assert (one.prefix, one.suffix) == ("The mayor said: “", "”")
    one.full_clean()


def test_the_context_is_cut_to_size() -> None:
    text = "a" * 500 + "“word”" + "b" * 500
    source = saved(snapshot(text))
    one = Appearance(quote=saved(quote()))
    one.anchor(source, [Span(501, 505)])
    assert (len(one.prefix), len(one.suffix)) == (CONTEXT, CONTEXT)


def test_words_are_counted_in_code_points() -> None:
    source = saved(snapshot("🏗 “作り直す”"))
    one = Appearance(quote=saved(quote()))
    one.anchor(source, [Span(3, 7)])
    assert one.exact == "作り直す"


def test_an_appearance_without_an_archived_text_prints_nothing() -> None:
    one = Appearance(quote=saved(quote()), article=saved(article()), exact="We will rebuild")
    one.full_clean()
    assert one.printed == []


def test_a_snapshot_of_another_article_is_refused() -> None:
    one = appearance()
    one.article = saved(article())
    assert "This text was taken from another article." in messages(one)


@pytest.mark.parametrize(
    "segments",
    [
        [[32, 17]],  # backwards
        [[17, 17]],  # empty
        [[46, 51], [17, 32]],  # falling
        [[17, 32], [31, 40]],  # overlapping
        [[-1, 5]],
        [[0, 999]],
        [[17, 32, 40]],
        [17, 32],
        ["17-32"],
        [["17", "32"]],
        "17-32",
        {"start": 17},
    ],
)
def test_what_is_no_span_of_the_text_is_refused(segments: object) -> None:
    one = appearance()
    one.segments = segments
    assert any("is not a span of this text" in message for message in messages(one))


@pytest.mark.parametrize(
    "segments", [[[0]], [0], "17-32", {"start": 17}, None, [[5, 2]], [[-9, 2]], [[0, 5], "x"]]
)
def test_what_is_no_span_prints_nothing(segments: object) -> None:
    one = appearance()
    one.segments = segments
    assert (one.spans, one.printed) == ([], [])


def test_words_that_do_not_stand_at_the_spans_are_refused() -> None:
    one = appearance()
    one.exact = "We will build"
    assert messages(one) == ["At these spans the snapshot prints “We will rebuild”."]


@pytest.mark.parametrize("span", [Span(18, 32), Span(17, 31), Span(23, 32)])
def test_words_cut_out_of_a_word_are_refused(span: Span) -> None:
    one = appearance(span)
    assert messages(one) == ["These words begin or end inside a word of the article."]


def test_a_context_that_is_not_printed_there_is_refused() -> None:
    one = appearance()
    one.suffix = ""
    assert messages(one) == ["There the snapshot prints “,” and left. “Soon.””: take that."]
