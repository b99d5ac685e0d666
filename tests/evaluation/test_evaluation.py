"""What the evaluation counts, in a small invented gold file that can be checked by hand."""

import json
from collections.abc import Sequence
from pathlib import Path

import pytest

from citations.extraction.calibration import parse_calibration
from citations.extraction.quotation import Quotation
from citations.text.spans import Span
from tests.evaluation.finding import TextWithQuotations, find_in_files, judge_pairs
from tests.evaluation.fit_calibration import cross_validate, fit_calibration, write_toml
from tests.evaluation.gold import GoldQuotation, read_gold
from tests.evaluation.judging import is_same_person, is_shorter, judge_speaker
from tests.evaluation.matching import match_pieces
from tests.evaluation.report import judge_days, write_report
from tests.evaluation.run import evaluate
from tests.evaluation.tables import Tally, confidence_table

TEXT = "“We go on,” said Ana Duarte. “It rained,” she said.\n“Nobody came,” said a trapper."


def quote_of(words: str, **fields: object) -> dict[str, object]:
    start = TEXT.index(words)
    basic = {"start": start, "end": start + len(words), "type": "direct", "text": words}
    return {**basic, **fields}


def gold_line(*quotes: dict[str, object], **fields: object) -> str:
    return json.dumps({"id": "a", "text": TEXT, "quotes": quotes, **fields})


NAMED = quote_of("We go on", speaker="Duarte", speaker_kind="name", speaker_name="Ana Duarte")
PRONOUN = quote_of("It rained", speaker="she", speaker_kind="pronoun", speaker_resolved="Duarte")
GUESSED = {**PRONOUN, "resolved_by": "corenlp"}
ROLE = quote_of("Nobody came", speaker="a trapper", speaker_kind="nominal", speaker_head="trapper")
INDIRECT = quote_of("she said", type="indirect", speaker="she")


def texts_of(folder: Path, *lines: str) -> list[TextWithQuotations]:
    file = folder / "gold.jsonl"
    file.write_text("\n".join(lines))
    return list(find_in_files([file]))


def found_at(*spans: Span, mode: str = "direct", speaker: str = "", said: str = "") -> Quotation:
    return Quotation(spans, mode, None, None, speaker, said, None, 0.9, "after")  # type: ignore[arg-type]


def test_gold_data_is_read_with_persons_that_people_marked(tmp_path: Path) -> None:
    file = tmp_path / "gold.jsonl"
    file.write_text(gold_line(NAMED, GUESSED, PRONOUN, ROLE, INDIRECT, lang="nl"))
    (text,) = read_gold(file)
    assert (text.id, text.language) == ("a", "nl")
    assert [each.person for each in text.quotations] == ["Ana Duarte", "", "Duarte", ""]
    assert [each.said for each in text.quotations] == [None] * 4


GOLD_SPEAKERS = {
    "name": GoldQuotation((), "direct", "name", "Mayor Duarte", "Duarte", "", None),
    "pronoun": GoldQuotation((), "direct", "pronoun", "she", "Ana Duarte", "", None),
    "unknown": GoldQuotation((), "direct", "pronoun", "she", "", "", None),
    "role": GoldQuotation((), "direct", "nominal", "a trapper", "", "trapper", None),
    "nobody": GoldQuotation((), "direct", "none", "", "", "", None),
}


@pytest.mark.parametrize(
    ("gold", "printed", "speaker", "verdict"),
    [
        ("name", "Mayor Duarte", "Ana Duarte", "right"),
        ("name", "Mayor Duarte", "Mayor Weiss", "wrong"),
        ("name", "Mayor Duarte", "", "open"),
        ("pronoun", "she", "Duarte", "right"),
        ("pronoun", "she", "Olga Duarte", "wrong"),
        ("pronoun", "she", "", "open"),
        ("unknown", "she", "Ana Duarte", "unjudged"),
        ("role", "the trapper", "", "right"),
        ("role", "the trapper", "Ana Duarte", "right"),
        ("role", "she", "Ana Duarte", "wrong"),
        ("role", "she", "", "open"),
        ("nobody", "she", "", "right"),
        ("nobody", "she", "Ana Duarte", "wrong"),
    ],
)
def test_a_wrong_name_is_told_from_none(
    gold: str, printed: str, speaker: str, verdict: str
) -> None:
    found = Quotation(
        (Span(0, 1),), "direct", Span(0, len(printed)), None, speaker, "", None, 0.9, "after"
    )
    assert judge_speaker(GOLD_SPEAKERS[gold], found, printed) == verdict


@pytest.mark.parametrize(
    ("expected", "given", "same"),
    [
        ("Duarte", "Ana Duarte", True),
        ("Ana Duarte", "Duarte", True),
        ("Ana Duarte", "A. Duarte", True),
        ("Ana Duarte", "Olga Duarte", False),
        ("Ana Duarte", "Ana Weiss", False),
        ("Hayashi Yoshimasa", "Yoshimasa Hayashi", True),
        ("José Peña", "Jose Pena", True),
        ("Duarte’s", "President Duarte Jr.", True),
        ("彩香", "彩香", True),
        ("Ana Duarte", "", False),
    ],
)
def test_names_agree_by_their_words(expected: str, given: str, same: bool) -> None:
    assert is_same_person(expected, given) == same


def test_a_surname_is_not_the_fullest_name() -> None:
    assert is_shorter("Ana Duarte", "Duarte")
    assert not is_shorter("Duarte", "Ana Duarte")


def pieces(found: Sequence[Quotation], mode: str, *quotes: dict[str, object], folder: Path) -> str:
    """How many pairs, missed and surplus pieces there are."""
    file = folder / "gold.jsonl"
    file.write_text(gold_line(*quotes, ignore=[[53, 65]]))
    (text,) = read_gold(file)
    return " ".join(str(len(each)) for each in match_pieces(text, found, mode))


def test_pieces_match_if_they_overlap_by_four_fifths(tmp_path: Path) -> None:
    whole, most, half = found_at(Span(1, 9)), found_at(Span(1, 8)), found_at(Span(1, 5))
    assert pieces([whole], "", NAMED, folder=tmp_path) == "1 0 0"
    assert pieces([most], "", NAMED, folder=tmp_path) == "1 0 0"
    assert pieces([half], "", NAMED, folder=tmp_path) == "0 1 1"
    assert pieces([most, whole], "", NAMED, folder=tmp_path) == "1 0 1"
    assert pieces([found_at(Span(53, 64))], "", NAMED, folder=tmp_path) == "0 1 0"  # ignored
    marks = found_at(Span(0, 11))
    assert pieces([marks], "", NAMED, folder=tmp_path) == "1 0 0"


def test_partial_quotations_match_partial_ones(tmp_path: Path) -> None:
    partial = found_at(Span(1, 9), mode="partial")
    mixed = {**NAMED, "type": "mixed", "quoted": [[1, 9]]}
    assert pieces([partial], "mixed", mixed, folder=tmp_path) == "1 0 0"
    assert pieces([partial], "mixed", NAMED, folder=tmp_path) == "0 0 1"
    assert pieces([partial], "direct", NAMED, folder=tmp_path) == "0 1 0"


def test_a_day_is_right_wrong_or_missing(tmp_path: Path) -> None:
    def verdict(expected: str | None, given: str) -> list[tuple[str, Tally]]:
        (text,) = texts_of(tmp_path, gold_line({**NAMED, "said": expected}))
        changed = TextWithQuotations(text.gold, [found_at(Span(1, 9), said=given)])
        return list(judge_days(list(judge_pairs([changed]))))

    assert verdict("2024-02-07", "2024-02-07") == [("a day", Tally(right=1))]
    assert verdict("2024-02-07", "2024-02-08") == [("a day", Tally(wrong=1))]
    assert verdict("2024-02-07", "") == [("a day", Tally(open=1))]
    assert verdict("", "2024-02-08") == [("no day", Tally(wrong=1))]
    assert verdict("", "") == [("no day", Tally(right=1))]
    assert verdict(None, "2024-02-08") == []


def test_confidences_are_compared_with_what_was_right() -> None:
    right, wrong = Tally(right=1), Tally(wrong=1)
    lines = confidence_table([*[(0.9, right)] * 9, (0.88, wrong), (0.3, wrong)]).splitlines()
    assert lines[2].split() == ["0.85–0.95", "10", "89.8", "9", "90.0"]
    assert lines[5].split() == ["0–0.6", "1", "30.0", "0", "0.0"]


def test_the_report_has_a_line_for_each_language_class_and_rule(tmp_path: Path) -> None:
    line = gold_line(NAMED, {**PRONOUN, "speaker_resolved": "Olga Weiss"}, GUESSED, ROLE)
    report = "\n".join(write_report(texts_of(tmp_path, line)))
    rows = [each.split() for each in report.splitlines()]
    assert ["wrong", "speaker", "1", "33.3"] in rows
    assert ["right", "speaker", "2", "66.7"] in rows
    assert ["en", "3", "2", "1", "0", "66.7"] in rows
    assert ["after-inverted", "2", "2", "0", "0", "100.0"] in rows
    assert ["subject", "1", "0", "1", "0", "0.0"] in rows
    assert "class" not in report


def test_the_program_beside_the_gold_data_is_asked_first(tmp_path: Path) -> None:
    texts_of(tmp_path, gold_line(NAMED))
    program = tmp_path / "evaluate.py"
    program.write_text("import sys\nprint(sys.argv[3], open(sys.argv[2]).read())")
    printed = evaluate(tmp_path / "gold.jsonl", program)
    assert printed.startswith('evaluate.py --persons:\n--persons {"id": "a", "quotes": [{')
    assert '"speaker": "Ana Duarte", "speaker_surface": "Ana Duarte", "cue": "said"' in printed
    assert "pieces found" in evaluate(tmp_path / "gold.jsonl", tmp_path / "nothing.py")


def test_the_fitted_file_holds_numbers_only_and_is_read_again(tmp_path: Path) -> None:
    texts_of(tmp_path, gold_line(NAMED, PRONOUN, ROLE))
    calibration, table = fit_calibration([tmp_path / "gold.jsonl"])
    assert calibration.observed == {
        ("after-inverted", "full"): (1, 1),
        ("after-inverted", "open"): (1, 1),
        ("after", "subject"): (1, 1),
    }
    written = write_toml(calibration)
    assert parse_calibration(written) == calibration
    assert "Duarte" not in written
    assert table.startswith("confidence")


def test_no_text_is_measured_with_its_own_counts(tmp_path: Path) -> None:
    texts = texts_of(tmp_path, gold_line(NAMED), gold_line(NAMED, id="b"))
    first, *_others = cross_validate(judge_pairs(texts))
    alone, *_none = cross_validate(judge_pairs(texts[:1]))
    assert alone[0] == 0.8
    assert first[0] > alone[0]
