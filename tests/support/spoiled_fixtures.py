"""Ways to spoil the seed fixtures, and why the spoiled file is refused."""

from collections.abc import Callable
from typing import Any

Node = dict[str, Any]


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
    (
        "quotes",
        change("appearance", segments=[]),
        STATEMENT,
        "Give spans together",
    ),
    (
        "quotes",
        change("appearance", snapshot=None),
        STATEMENT,
        "Give spans together",
    ),
    ("quotes", change("appearance", exact="It is possible"), STATEMENT, "exact: At these spans"),
    ("quotes", change("appearance", prefix="so"), STATEMENT, "prefix: "),
    # references
    (
        "quotes",
        change("quote", speaker=["nobody"]),
        MINISTRY,
        "speaker: There is no ['nobody']",
    ),
    ("quotes", change("quote", speaker="nobody"), MINISTRY, "speaker: “nobody” value must be"),
    ("quotes", change("quote", speaker=["a", "b"]), MINISTRY, "speaker: "),
    ("quotes", change("quote", speaker=99_999), MINISTRY, "speaker: speaker instance with id"),
    ("quotes", change("quote", speaker=2**64), MINISTRY, ""),
    ("quotes", change("quote", speaker=None), MINISTRY, "speaker: This field cannot be null"),
    (
        "quotes",
        change("quote", occasion=["never"]),
        MINISTRY,
        "occasion: There is no ['never']",
    ),
    ("quotes", change("quote", topics=[["weather"]]), MINISTRY, "topics: There is no"),
    ("quotes", change("quote", topics="weather"), MINISTRY, "topics: “w” value must be"),
    (
        "quotes",
        change("quote", position=["kishida-fumio", "King", ""]),
        MINISTRY,
        "position: There is no",
    ),
    (
        "quotes",
        change("quote", position=["kishida-fumio", "Prime Minister", "2021-10-04"]),
        MINISTRY,
        "position: Another speaker held this office.",
    ),
    ("quotes", change("appearance", article=["ZZZZZZZZ"]), STATEMENT, "article: There is no"),
    (
        "articles",
        change("snapshot", article=["ZZZZZZZZ"]),
        "citations.snapshot ?, ",
        "article: There is no",
    ),
    (
        "speakers",
        change("speakername", speaker=["nobody"]),
        "citations.speakername ?, Kishida Fumio: ",
        "speaker: There is no ['nobody'] before this record.",
    ),
    (
        "speakers",
        change("speaker", merged_into=["nobody"]),
        "citations.speaker kishida-fumio: ",
        "merged_into: ",
    ),
    ("speakers", merge_in_a_chain, "citations.speaker two: ", "Other speakers were merged"),
    ("speakers", merge_in_a_circle, "citations.speaker ", "Other speakers were merged into"),
    (
        "quotes",
        change("quote", speaker=[]),
        MINISTRY,
        "key of a speaker is [slug], not [].",
    ),
    (
        "quotes",
        change("quote", topics=[[]]),
        MINISTRY,
        "topics: The natural key of a topic is",
    ),
    # keys
    ("quotes", repeat, MINISTRY, "The fixture has this key twice."),
    ("quotes", copy_with_number, MINISTRY, "key: Quote with this Key already exists."),
    ("topics", repeat, "citations.topic exchange-visits: ", "The fixture has this key twice."),
    ("quotes", change("quote", key="0zrs6rjv"), "citations.quote 0zrs6rjv: ", "key: A key has"),
    # values
    ("quotes", change("quote", mode="shouted"), MINISTRY, "mode: Value 'shouted' is not a valid"),
    ("quotes", change("quote", text=""), MINISTRY, "text: This field cannot be blank."),
    ("quotes", change("quote", text="a\0b"), MINISTRY, "text: This text contains a null character"),
    (
        "articles",
        change("article", byline=["\0"]),
        "citations.article ",
        "byline: This text contains a null char",
    ),
    ("quotes", change("quote", language='x"on'), MINISTRY, "language: Write a BCP 47 language tag"),
    ("quotes", change("quote", standing="disputed"), MINISTRY, "Give the reasons why"),
    ("quotes", drop_changed, MINISTRY, "changed"),
    ("quotes", change("quote", changed="soon"), MINISTRY, "changed: “soon” value has an invalid"),
    ("occasions", change("occasion", date="Feb 2024"), MOSCOW, "date: "),
    ("occasions", change("occasion", date="2024-13"), MOSCOW, "date: "),
    ("occasions", change("occasion", slug="a b"), "citations.occasion a b: ", "slug: "),
    ("articles", change("snapshot", sha256="0" * 64), "citations.snapshot ", "The text’s SHA-256"),
    ("articles", change("snapshot", text="\ud800"), "citations.snapshot ", "surrogates"),
    ("articles", change("article", byline="A. Reporter"), "citations.article ", "byline: Write a"),
    ("topics", change("topic", name="Peace treaty"), "citations.topic peace-treaty: ", "name: "),
    # form
    ("quotes", change("quote", colour="red"), MINISTRY, "colour: Quote has no field named"),
    ("quotes", misnumber, MINISTRY + "“first” value must be an integer.", ""),
    ("quotes", rename_model, "citations.utterance ", "utterance"),
    ("quotes", forget_fields, "", "This has no model and fields: {'model': 'citations.quote'"),
]
