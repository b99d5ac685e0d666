"""The seed quotations: true to their sources, and nothing left out."""

import re

import pytest

from citations.models import (
    Appearance,
    Article,
    Occasion,
    Position,
    Quote,
    Snapshot,
    Speaker,
    SpeakerName,
    Topic,
    sha256_of,
)
from citations.models.segments import context_of

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


def appearances() -> list[Appearance]:
    return list(Appearance.objects.select_related("quote", "snapshot", "article").order_by("pk"))


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
