"""The seed quotations: true to their sources, loadable again, and refused whole when wrong."""

import json
import re
from collections.abc import Callable
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.apps import apps
from django.contrib.auth.models import Group
from django.core.management import CommandError, call_command

from citations.models import (
    Appearance,
    Article,
    Change,
    Occasion,
    Position,
    Quote,
    QuoteRelation,
    Snapshot,
    Speaker,
    SpeakerName,
    Topic,
    sha256_of,
)
from citations.models.appearances import context_of
from citations.verify import verify

FIXTURES = Path(__file__).resolve().parent.parent / "fixtures"
FILES = ("speakers", "publications", "articles", "occasions", "topics", "quotes")

# The sources' own sums, taken before anything read them.
SUMS = {
    "Japan-Russia peace talks suspended": (
        "1c03fb861da78b7d5650139b21227db66e3b384b3e330226bb2b20450bc8489f"
    ),
    "Kishida says Japan-Russia ties are ‘difficult’": (
        "2fe7feed6382c4ef6f198d636b49482fdbfbc98cd617060a2d6d9a83d1c39d14"
    ),
}

# Words between marks that nobody is quoted with.
TERMS = {
    "most favored nation",  # a term of trade law
    "the allocation of the four northern islands",  # of an agreement: nobody is said to speak
    "Northern Territories Day",  # the name of a day
}

YEAR = "[2022-03-21..2022-12-31]"
RALLY = "2024-02-07"
QUOTES = [
    # how it begins, mode, speaker, date, place, office
    ("Under current conditions", "direct", "russian-foreign-ministry", "2022-03-21", "", ""),
    ("unacceptable", "partial", "kishida-fumio", "2022-03-22", "", "Prime Minister"),
    ("The current situation is", "direct", "kishida-fumio", YEAR, "", "Prime Minister"),
    ("But in light of", "direct", "hayashi-yoshimasa", YEAR, "", "Foreign Minister"),
    ("All the former islanders", "direct", "tsunoka-yasuji", YEAR, "Nemuro City, Hokkaido", ""),
    ("We are back to", "direct", "tsunoka-yasuji", YEAR, "Nemuro City, Hokkaido", ""),
    ("Before, I hated", "direct", "fukuzawa-hideo", YEAR, "", ""),
    ("I ended up", "direct", "fukuzawa-hideo", YEAR, "", ""),
    ("difficult", "partial", "kishida-fumio", RALLY, "Tokyo", "Prime Minister"),
    ("Regrettably, the issue", "direct", "kishida-fumio", RALLY, "Tokyo", "Prime Minister"),
    ("Resuming the exchange", "direct", "kishida-fumio", RALLY, "Tokyo", "Prime Minister"),
    ("illegal occupation", "partial", "northern-territories-rally", RALLY, "Tokyo", ""),
    (
        "occupation without legal basis",
        "partial",
        "northern-territories-rally",
        "{2021-02-07,2022-02-07}",
        "",
        "",
    ),
]

PARTICIPANTS = (
    "government officials, former island residents and civic groups who participated in the rally"
)
APPEARANCES = [
    # what the segments begin with, the speaker as printed, the cue, whether it is the primary one
    (["Under", "It is"], "it", "read", True),
    (["unacc"], "Prime Minister Kishida", "protested", False),
    (["unacc"], "Prime Minister Kishida Fumio", "called", True),
    (["The current"], "Kishida", "told", True),
    (["But in"], "he", "told", True),
    (["All the"], "Tsunoka Yasuji", "told", True),
    (["We are"], "Tsunoka Yasuji", "told", True),  # carried over from the paragraph before
    (["Before"], "Fukuzawa", "says", True),
    (["I ended", "I’m so"], "he", "explains", True),
    (["diffi"], "Kishida", "says", False),  # the headline
    (["diffi"], "Prime Minister Fumio Kishida", "said", True),
    (["Regret"], "Kishida", "said", True),
    (["Resum"], "he", "added", True),
    (["illegal"], PARTICIPANTS, "labels", True),
    (["occup"], "the government-sponsored rally", "adopted", True),
]

Node = dict[str, Any]


def appearances() -> list[Appearance]:
    return list(Appearance.objects.select_related("quote", "snapshot", "article").order_by("pk"))


def everything() -> str:
    """All records but what the database or the machine writes by itself."""
    out = StringIO()
    left_out = [
        f"citations.{model.__name__}"
        for model in apps.get_app_config("citations").get_models()
        if model.__name__.startswith("Historical") or model.__name__ in {"Change", "Verification"}
    ]
    call_command(
        "dumpdata", "citations", natural_foreign=True, natural_primary=True,
        exclude=left_out, stdout=out,
    )  # fmt: skip
    return out.getvalue()


def history() -> int:
    return sum(
        model._default_manager.count()
        for model in apps.get_app_config("citations").get_models()
        if model.__name__.startswith("Historical")
    )


def empty() -> None:
    """Delete all, each record before what it stands on."""
    Speaker.objects.update(merged_into=None)
    for model in (QuoteRelation, Appearance, Quote, Occasion, Topic, Speaker):
        model.objects.all().delete()


# What is in ---------------------------------------------------------------------------------


def test_snapshots_are_the_sources_to_the_byte(seed: None) -> None:
    snapshots = Snapshot.objects.select_related("article")
    assert {one.article.headline: one.sha256 for one in snapshots} == SUMS
    assert {one.article.headline: sha256_of(one.text) for one in snapshots} == SUMS


def test_spans_print_the_words_of_every_appearance(seed: None) -> None:
    found = appearances()
    assert len(found) == 15
    for appearance in found:
        assert " ".join(appearance.printed) == appearance.exact
        text = appearance.snapshot.text
        assert (appearance.prefix, appearance.suffix) == context_of(text, appearance.spans)


def test_spans_stand_inside_the_marks(seed: None) -> None:
    for appearance in appearances():
        text = appearance.snapshot.text
        for start, end in appearance.spans:
            assert text[start - 1] in "“‘"
            assert re.match(",?[”’]", text[end:])


def test_every_record_holds_what_its_model_asks(seed: None) -> None:
    for model in (Speaker, SpeakerName, Position, Article, Snapshot, Occasion, Topic, Quote):
        for record in model.objects.all():
            record.full_clean()
    for appearance in appearances():
        appearance.full_clean()


@pytest.mark.parametrize(("begins", "mode", "speaker", "date", "place", "office"), QUOTES)
def test_a_quote_says_who_and_when(
    *, seed: None, begins: str, mode: str, speaker: str, date: str, place: str, office: str
) -> None:
    quote = Quote.objects.get(text__startswith=begins)
    assert (quote.mode, quote.speaker.slug) == (mode, speaker)
    assert (quote.occasion.date, quote.occasion.place) == (date, place)
    assert (quote.position.title if quote.position else "") == office
    assert (quote.state, quote.standing) == ("published", "accepted")
    assert quote.topics.exists()
    assert quote.appearances.filter(primary=True).count() == 1


def test_there_is_no_other_quote(seed: None) -> None:
    assert Quote.objects.count() == len(QUOTES)


def test_appearances_keep_the_attribution_as_printed(seed: None) -> None:
    found = appearances()
    assert [(one.attribution, one.cue, one.primary) for one in found] == [
        tuple(row[1:]) for row in APPEARANCES
    ]
    for appearance, (beginnings, attribution, cue, _) in zip(found, APPEARANCES, strict=True):
        assert attribution in appearance.snapshot.text
        assert cue in appearance.snapshot.text
        pairs = zip(appearance.printed, beginnings, strict=True)
        assert all(words.startswith(begins) for words, begins in pairs)


def test_all_that_stands_between_marks_is_a_quote_or_a_known_term(seed: None) -> None:
    marked = {
        (snapshot.pk, match.start(match.lastindex)): match[match.lastindex].rstrip(",")
        for snapshot in Snapshot.objects.all()
        for match in re.finditer(r"“([^”]*)”|(?<=are )‘([^’]*)’", snapshot.text)
    }
    spans = {(one.snapshot_id, start) for one in appearances() for start, _ in one.spans}
    assert {place for place, words in marked.items() if words not in TERMS} == spans


def test_the_office_is_the_one_held_on_the_day(seed: None) -> None:
    for quote in Quote.objects.select_related("speaker", "occasion", "position"):
        days = quote.occasion.date_earliest, quote.occasion.date_latest
        assert quote.speaker.position_on(*days) == quote.position


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        ("Kishida Fumio", "kishida-fumio"),
        ("Fumio Kishida", "kishida-fumio"),
        ("岸田文雄", "kishida-fumio"),
        ("Hayashi Yoshimasa", "hayashi-yoshimasa"),
        ("Yoshimasa Hayashi", "hayashi-yoshimasa"),
        ("林芳正", "hayashi-yoshimasa"),
        ("Tsunoka Yasuji", "tsunoka-yasuji"),
        ("Yasuji Tsunoka", "tsunoka-yasuji"),
        ("Fukuzawa Hideo", "fukuzawa-hideo"),
        ("Hideo Fukuzawa", "fukuzawa-hideo"),
        ("Russian Foreign Ministry", "russian-foreign-ministry"),
    ],
)
def test_a_speaker_has_the_names_in_both_orders(seed: None, name: str, slug: str) -> None:
    assert SpeakerName.objects.get(name=name).speaker.slug == slug


def test_every_speaker_is_shown_by_the_preferred_name(seed: None) -> None:
    for speaker in Speaker.objects.all():
        assert speaker.names.get(kind="preferred").name == speaker.name


def test_an_article_says_what_supports_its_date(seed: None) -> None:
    dates = dict(Article.objects.values_list("headline", "published"))
    assert list(dates.values()) == ["2024-02-08", "[2022-03-22..2022-12-31]"]
    assert all(Article.objects.values_list("note", flat=True))
    assert not Article.objects.exclude(publication=None).exists()  # neither source names its own


# Loading ------------------------------------------------------------------------------------


def test_loading_again_changes_nothing(db: None) -> None:
    call_command("loaddata", *FILES, verbosity=0)
    before, lines = everything(), history()
    call_command("loaddata", *FILES, verbosity=0)
    assert everything() == before
    assert history() == lines


def test_a_dump_loads_into_an_empty_database(seed: None, tmp_path: Path) -> None:
    Quote.objects.first().relations.create(kind="restates", other=Quote.objects.last())
    merged, kept = (Speaker.objects.create(slug=slug, name=slug) for slug in ("one", "other"))
    Speaker.objects.filter(pk=merged.pk).update(merged_into=kept)  # points forward
    dump = everything()
    (tmp_path / "dump.json").write_text(dump)
    empty()
    call_command("loaddata", tmp_path / "dump.json", verbosity=0)
    assert everything() == dump


@pytest.mark.parametrize("by_key", [True, False])
def test_a_dump_of_everything_loads_into_an_empty_database(
    seed: None, tmp_path: Path, by_key: bool
) -> None:
    verify(Appearance.objects.all())
    Quote.objects.first().save()
    Topic.objects.create(slug="gone", name="Gone").delete()  # its history stays
    Speaker.objects.create(slug="gone", name="Gone").names.create(name="Gone")
    Speaker.objects.get(slug="gone").delete()

    def dump() -> str:
        out = StringIO()
        keys = {"natural_foreign": by_key, "natural_primary": by_key}
        call_command("dumpdata", "citations", stdout=out, **keys)
        # Times are cut to milliseconds, and a time of no milliseconds is then written without.
        return out.getvalue().replace(".000Z", "Z")

    before = dump()
    (tmp_path / "dump.json").write_text(before)
    for model in apps.get_app_config("citations").get_models(include_auto_created=True):
        model._base_manager.all()._raw_delete("default")
    call_command("loaddata", tmp_path / "dump.json", verbosity=0)
    assert dump() == before
    assert ("citations.historicalspeakername" in before) is not by_key


def test_loading_again_brings_back_what_the_files_say(seed: None) -> None:
    Quote.objects.update(text="Something else")
    call_command("loaddata", *FILES, verbosity=0)
    assert not Quote.objects.filter(text="Something else").exists()


def test_loading_warns_of_nothing(db: None, capsys: pytest.CaptureFixture[str]) -> None:
    call_command("loaddata", *FILES)  # a warning is an error here
    assert capsys.readouterr().out == "Installed 69 object(s) from 6 fixture(s)\n"


def test_fixtures_of_other_applications_load_as_ever(db: None, tmp_path: Path) -> None:
    nodes = [{"model": "auth.group", "pk": 77, "fields": {"name": "Readers", "permissions": []}}]
    (tmp_path / "groups.json").write_text(json.dumps(nodes))
    call_command("loaddata", tmp_path / "groups.json", verbosity=0)
    assert Group.objects.get(pk=77).name == "Readers"


def test_fixtures_of_other_applications_may_name_what_comes_later(db: None, tmp_path: Path) -> None:
    nodes = [
        {"model": "auth.user", "fields": {"username": "reader", "groups": [["Readers"]]}},
        {"model": "auth.group", "fields": {"name": "Readers", "permissions": []}},
    ]
    (tmp_path / "users.json").write_text(json.dumps(nodes))
    call_command("loaddata", tmp_path / "users.json", verbosity=0)
    assert Group.objects.get(name="Readers").user_set.get().username == "reader"


# Refusing -----------------------------------------------------------------------------------


def change(model: str, **fields: Any) -> Callable[[list[Node]], None]:
    """Change fields of the first record of a model."""

    def apply(nodes: list[Node]) -> None:
        node = next(node for node in nodes if node["model"] == f"citations.{model}")
        node["fields"] |= fields

    return apply


def repeat(nodes: list[Node]) -> None:
    nodes.append(nodes[0])


def drop_changed(nodes: list[Node]) -> None:
    del nodes[0]["fields"]["changed"]


def misnumber(nodes: list[Node]) -> None:
    nodes[0]["pk"] = "first"


def forget_fields(nodes: list[Node]) -> None:
    del nodes[0]["fields"]


def rename_model(nodes: list[Node]) -> None:
    nodes[0]["model"] = "citations.utterance"


def copy_with_number(nodes: list[Node]) -> None:
    nodes.append({**nodes[0], "pk": 999})


def merge_in_a_chain(nodes: list[Node]) -> None:
    for slug, other in (("one", "two"), ("two", "three"), ("three", None)):
        fields = {"slug": slug, "name": slug, "merged_into": other and [other]}
        nodes.append({"model": "citations.speaker", "fields": fields})


def merge_in_a_circle(nodes: list[Node]) -> None:
    merge_in_a_chain(nodes)
    nodes[-1]["fields"]["merged_into"] = ["one"]


MINISTRY = "citations.quote 0ZRS6RJV: "
STATEMENT = "citations.appearance GGQE2F02: "
MOSCOW = "citations.occasion russian-foreign-ministry-2022-03-21: "

REFUSED = [
    # the file, what is wrong in it, the record as it is named, the reason
    # spans
    ("quotes", change("appearance", segments=[[361, 466], [479, 606]]), STATEMENT, "prints “nder"),
    ("quotes", change("appearance", segments=[[360, 466]]), STATEMENT, "At these spans"),
    ("quotes", change("appearance", segments=[[466, 360]]), STATEMENT, "is not a span"),
    ("quotes", change("appearance", segments=[[479, 606], [360, 466]]), STATEMENT, "rising"),
    ("quotes", change("appearance", segments=[[0, 99_999]]), STATEMENT, "is not a span"),
    ("quotes", change("appearance", segments=[[-9, 9]]), STATEMENT, "is not a span"),
    ("quotes", change("appearance", segments="360-466"), STATEMENT, "is not a span"),
    ("quotes", change("appearance", segments=[]), STATEMENT, "go together"),
    ("quotes", change("appearance", snapshot=None), STATEMENT, "go together"),
    ("quotes", change("appearance", exact="It is possible"), STATEMENT, "exact: At these spans"),
    ("quotes", change("appearance", prefix="so"), STATEMENT, "prefix: "),
    # references
    ("quotes", change("quote", speaker=["nobody"]), MINISTRY, "speaker: Nothing before it is"),
    ("quotes", change("quote", speaker="nobody"), MINISTRY, "speaker: “nobody” value must be"),
    ("quotes", change("quote", speaker=["a", "b"]), MINISTRY, "speaker: "),
    ("quotes", change("quote", speaker=99_999), MINISTRY, "speaker: speaker instance with id"),
    ("quotes", change("quote", speaker=2**64), MINISTRY, ""),
    ("quotes", change("quote", speaker=None), MINISTRY, "speaker: This field cannot be null"),
    ("quotes", change("quote", occasion=["never"]), MINISTRY, "occasion: Nothing before it"),
    ("quotes", change("quote", topics=[["weather"]]), MINISTRY, "topics: Nothing before it"),
    ("quotes", change("quote", topics="weather"), MINISTRY, "topics: “w” value must be"),
    ("quotes", change("quote", position=["kishida-fumio", "King", ""]), MINISTRY, "position: No"),
    (
        "quotes",
        change("quote", position=["kishida-fumio", "Prime Minister", "2021-10-04"]),
        MINISTRY,
        "position: This office was held by another speaker.",
    ),
    ("quotes", change("appearance", article=["ZZZZZZZZ"]), STATEMENT, "article: Nothing before"),
    ("articles", change("snapshot", article=["ZZZZZZZZ"]), "citations.snapshot ?, ", "article: N"),
    (
        "speakers",
        change("speakername", speaker=["nobody"]),
        "citations.speakername ?, Kishida Fumio: ",
        "speaker: Nothing before it is named ['nobody'].",
    ),
    (
        "speakers",
        change("speaker", merged_into=["nobody"]),
        "citations.speaker kishida-fumio: ",
        "merged_into: ",
    ),
    ("speakers", merge_in_a_chain, "citations.speaker two: ", "Others are merged"),
    ("speakers", merge_in_a_circle, "citations.speaker ", "Others are merged into"),
    ("quotes", change("quote", speaker=[]), MINISTRY, "A speaker is named by [slug], not by []."),
    ("quotes", change("quote", topics=[[]]), MINISTRY, "topics: A topic is named by [slug], not"),
    # keys
    ("quotes", repeat, MINISTRY, "This key is loaded twice."),
    ("quotes", copy_with_number, MINISTRY, "key: Quote with this Key already exists."),
    ("topics", repeat, "citations.topic exchange-visits: ", "This key is loaded twice."),
    ("quotes", change("quote", key="0zrs6rjv"), "citations.quote 0zrs6rjv: ", "key: A key is"),
    # values
    ("quotes", change("quote", mode="shouted"), MINISTRY, "mode: Value 'shouted' is not a valid"),
    ("quotes", change("quote", text=""), MINISTRY, "text: This field cannot be blank."),
    ("quotes", change("quote", text="a\0b"), MINISTRY, "text: A null character (U+0000) stands"),
    ("articles", change("article", byline=["\0"]), "citations.article ", "byline: A null char"),
    ("quotes", change("quote", language='x"on'), MINISTRY, "language: Write a BCP 47 language tag"),
    ("quotes", change("quote", standing="disputed"), MINISTRY, "needs its reasons."),
    ("quotes", drop_changed, MINISTRY, "changed"),
    ("quotes", change("quote", changed="soon"), MINISTRY, "changed: “soon” value has an invalid"),
    ("occasions", change("occasion", date="Feb 2024"), MOSCOW, "date: "),
    ("occasions", change("occasion", date="2024-13"), MOSCOW, "date: "),
    ("occasions", change("occasion", slug="a b"), "citations.occasion a b: ", "slug: "),
    ("articles", change("snapshot", sha256="0" * 64), "citations.snapshot ", "The text's SHA-256"),
    ("articles", change("snapshot", text="\ud800"), "citations.snapshot ", "surrogates"),
    ("articles", change("article", byline="A. Reporter"), "citations.article ", "byline: Write a"),
    ("topics", change("topic", name="Peace treaty"), "citations.topic peace-treaty: ", "name: "),
    # form
    ("quotes", change("quote", colour="red"), MINISTRY, "colour: Quote has no field named"),
    ("quotes", misnumber, MINISTRY + "“first” value must be an integer.", ""),
    ("quotes", rename_model, "citations.utterance ", "utterance"),
    ("quotes", forget_fields, "", "no model and fields in {'model': 'citations.quote'"),
]


def refusal(*files: object) -> str:
    with pytest.raises(CommandError) as caught:
        call_command("loaddata", *files, verbosity=0)
    return str(caught.value)


@pytest.mark.parametrize(("file", "spoil", "record", "reason"), REFUSED)
def test_a_wrong_record_is_refused_by_name_and_nothing_is_loaded(
    *,
    db: None,
    tmp_path: Path,
    file: str,
    spoil: Callable[[list[Node]], None],
    record: str,
    reason: str,
) -> None:
    nodes = json.loads((FIXTURES / f"{file}.json").read_text())
    spoil(nodes)
    (tmp_path / f"wrong-{file}.json").write_text(json.dumps(nodes))
    files = [tmp_path / f"wrong-{name}.json" if name == file else name for name in FILES]
    message = refusal(*files)
    assert f"wrong-{file}" in message
    assert record in message
    assert reason in message
    for model in (Speaker, Article, Occasion, Topic, Quote, Appearance):
        assert not model.objects.exists()


def test_a_published_quote_that_stands_nowhere_is_refused(seed: None, tmp_path: Path) -> None:
    nodes = json.loads((FIXTURES / "quotes.json").read_text())
    quote = next(node for node in nodes if node["model"] == "citations.quote")
    quote["fields"]["key"] = "ZZZZZZZZ"
    (tmp_path / "wrong.json").write_text(json.dumps([quote]))
    message = refusal(tmp_path / "wrong.json")
    assert "citations.quote ZZZZZZZZ: A published quote needs an appearance." in message
    assert not Quote.objects.filter(key="ZZZZZZZZ").exists()


def test_a_quote_that_loses_its_last_appearance_to_another_is_refused(
    seed: None, tmp_path: Path
) -> None:
    nodes = json.loads((FIXTURES / "quotes.json").read_text())
    moved = next(node for node in nodes if node["fields"].get("cue") == "read")
    moved["fields"] |= {"quote": ["VMBBKS08"], "primary": False}
    (tmp_path / "moved.json").write_text(json.dumps([moved]))
    message = refusal(tmp_path / "moved.json")
    assert "citations.quote 0ZRS6RJV: A published quote needs an appearance." in message
    assert Appearance.objects.get(key="GGQE2F02").quote.key == "0ZRS6RJV"


def test_a_verdict_is_given_by_a_check_and_by_no_fixture(db: None, tmp_path: Path) -> None:
    nodes = json.loads((FIXTURES / "quotes.json").read_text())
    change("appearance", verdict="verbatim", checked_at="2026-11-22T00:00:00Z")(nodes)
    (tmp_path / "checked.json").write_text(json.dumps(nodes))
    call_command("loaddata", *FILES[:-1], tmp_path / "checked.json", verbosity=0)
    assert set(Appearance.objects.values_list("verdict", "checked_at")) == {("", None)}
    verify(Appearance.objects.all())
    assert '"verdict"' not in everything()


def test_the_change_log_is_in_no_dump_and_from_no_fixture(seed: None, tmp_path: Path) -> None:
    out = StringIO()
    call_command("dumpdata", stdout=out)
    assert "citations.change" not in out.getvalue()
    assert "_earliest" not in out.getvalue().partition('"citations.historical')[0]
    fields = {"subject": "quote", "subject_id": 1, "transaction_id": 2**40}
    nodes = [{"model": "citations.change", "pk": 2**40, "fields": fields}]
    (tmp_path / "log.json").write_text(json.dumps(nodes))
    call_command("loaddata", tmp_path / "log.json", verbosity=0)
    assert not Change.objects.filter(pk=2**40).exists()


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"[{", "this is not JSON: Expecting property name"),
        (b"", "this is not JSON: Expecting value"),
        (b"\xff[]", "this is not JSON: "),
        (b'{"model": "citations.topic"}', "this is not a list of records"),
        (b"12", "this is not a list of records"),
        (b'["a topic"]', "no model and fields in a topic"),
        (b"[null]", "no model and fields in None"),
    ],
)
def test_a_file_that_is_no_fixture_is_refused(
    db: None, tmp_path: Path, content: bytes, reason: str
) -> None:
    (tmp_path / "wrong.json").write_bytes(content)
    message = refusal("speakers", tmp_path / "wrong.json")
    assert "wrong.json" in message
    assert reason in message
    assert not Speaker.objects.exists()


def test_a_key_in_two_files_of_one_load_is_refused(db: None, tmp_path: Path) -> None:
    (tmp_path / "more.json").write_text((FIXTURES / "topics.json").read_text())
    assert "exchange-visits: This key is loaded twice." in refusal("topics", tmp_path / "more.json")
    assert not Topic.objects.exists()


def test_two_primary_appearances_are_refused(seed: None, tmp_path: Path) -> None:
    nodes = json.loads((FIXTURES / "quotes.json").read_text())
    first = next(node for node in nodes if node["fields"].get("cue") == "protested")
    first["fields"]["primary"] = True
    (tmp_path / "wrong.json").write_text(json.dumps([first]))
    assert "A quote has one primary appearance." in refusal(tmp_path / "wrong.json")


def test_unknown_fields_are_left_out_on_request(db: None, tmp_path: Path) -> None:
    nodes = [
        {"model": "citations.topic", "fields": {"slug": "a", "name": "A", "colour": "red"}},
        {"model": "citations.utterance", "fields": {}},
    ]
    (tmp_path / "old.json").write_text(json.dumps(nodes))
    call_command("loaddata", tmp_path / "old.json", ignorenonexistent=True, verbosity=0)
    assert Topic.objects.get().name == "A"


def test_excluded_models_are_not_looked_at(db: None, tmp_path: Path) -> None:
    call_command("loaddata", "topics", exclude=["citations.Topic"], verbosity=0)
    assert not Topic.objects.exists()
