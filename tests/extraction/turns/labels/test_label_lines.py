"""Labels at the head of a line: the span as printed, and where the words begin."""

import pytest

from citations.extraction.turns.labels.label_lines import label_of
from citations.extraction.turns.transcript_lines import transcript_lines


@pytest.mark.parametrize(
    ("line", "form", "label", "words"),
    [
        ("WATTS: No.", "colon", "WATTS", "No."),
        ("FENELLA WOODROW, co-host: No.", "colon", "FENELLA WOODROW", "No."),
        ("Mr Loxley (Marle) (Con): No.", "colon", "Mr Loxley", "No."),
        ("Mr LOXLEY (Marle) (14:05): No.", "colon", "Mr LOXLEY", "No."),
        ("The Minister for Ports (Ms Tranter): No.", "colon", "Ms Tranter", "No."),
        ("CALLER, MR. TVEIT: No.", "colon", "MR. TVEIT", "No."),
        ('DR. AMOS FELD, AUTHOR, "THE QUAY": No.', "colon", "DR. AMOS FELD", "No."),
        ("Ada Lorne: 00:00:20", "colon", "Ada Lorne", ""),
        ("A. LORNE: No.", "colon", "A. LORNE", "No."),
        ("司会：はい。", "colon", "司会", "はい。"),
        ("- Ada Quill: No.", "colon", "Ada Quill", "No."),
        ("Senator WADDELL (Victoria)—No.", "dash", "Senator WADDELL", "No."),
        ("Mr. LOXLEY. No.", "stop", "Mr. LOXLEY", "No."),
        ("The PRESIDING OFFICER. No.", "stop", "The PRESIDING OFFICER", "No."),
        ("The SPEAKER pro tempore (Mr. Finch). No.", "stop", "Mr. Finch", "No."),
        ("Q. No?", "letter", "Q", "No?"),
        ("Q12. No?", "letter", "Q", "No?"),
        ("A   No.", "letter", "A", "No."),
        ("Antwort: Nein.", "letter", "Antwort", "Nein."),
        (">> RHODA: No.", "mark", "RHODA", "No."),
        (">> No.", "mark", ">>", "No."),
        ("<v Rhoda Finn>No.</v>", "voice", "Rhoda Finn", "No.</v>"),
        ("BY MS. PELL:", "examiner", "MS. PELL", ""),
    ],
)
def test_the_label_is_read(line: str, form: str, label: str, words: str) -> None:
    found = label_of(line, transcript_lines(line)[0], 0)
    assert found
    assert (found.form, found.span.text_in(line), line[found.words_at :]) == (form, label, words)


@pytest.mark.parametrize(
    "line",
    [
        *(
            "One thing was clear: no.",
            "Ingredients: nettles",
            "On Monday, he said: no",
            "Loxley, A.: The eel.",
            "12:30",
        ),
        *(
            "Page 300: the words",
            "Further reading: the map",
            "It was late. Ada Quill: no",
            "PARIS — No.",
            "@quill: no",
        ),
    ],
)
def test_these_lines_have_none(line: str) -> None:
    assert label_of(line, transcript_lines(line)[0], 0) is None


def test_a_time_beside_the_name_is_a_landmark() -> None:
    line = "Judy Marchbanks (00:06): No."
    found = label_of(line, transcript_lines(line)[0], 0)
    assert found
    [landmark] = found.landmarks
    assert (landmark.kind, landmark.value, landmark.offset) == ("time", "00:06", 17)


def test_the_examiner_may_stand_behind_the_letter() -> None:
    line = "Q. (BY MR. CRANE) Where?"
    found = label_of(line, transcript_lines(line)[0], 0)
    assert found
    assert found.name
    assert (found.letter, found.name.base, line[found.words_at :]) == ("Q", "Crane", "Where?")
