"""Who asks and who answers, by what the lead says."""

import pytest

from citations.extraction.turns.persons.interviewees import interview_of, witness_of
from citations.extraction.turns.persons.introductions import introductions_of


@pytest.mark.parametrize(
    ("lead", "asker", "answerer"),
    [
        ("Zelda Ireton carves. We met her in a wood.", "", "Zelda Ireton"),
        ("Nesrin Altan repairs clocks. Joost Dekker asked her.", "Joost Dekker", "Nesrin Altan"),
        ("Ada Quill counts grass. She spoke to Petra Voss.", "Petra Voss", "Ada Quill"),
        ("Joost Dekker interviewed the potter Ida Kern.", "Joost Dekker", "Ida Kern"),
        ("Ida Kern was interviewed by Joost Dekker.", "Joost Dekker", "Ida Kern"),
        ("An interview with Ida Kern", "", "Ida Kern"),
        ("By Joost Dekker\n\nIda Kern answers questions at her wheel.", "", "Ida Kern"),
        ("Ida Kern sprach mit uns in der Werkstatt.", "", "Ida Kern"),
        ("Q&A with Ida Kern\n\nIda Kern is the author of two novels.", "", "Ida Kern"),
        ("Ida Kern throws pots. From her Q & A with Joost Dekker:", "Joost Dekker", "Ida Kern"),
        # Either may have asked.
        ("Ravi Thakore talked to Sally Embleton.", "", ""),
        # Nobody is said to be asked.
        ("Edith Farrow opened the scheme.", "", ""),
        ("Ida Kern and Ole Lund answered our questions.", "", ""),
        ("We met at noon.", "", ""),
    ],
)
def test_the_lead_tells(lead: str, asker: str, answerer: str) -> None:
    found = interview_of(lead, len(lead), introductions_of(lead))
    assert (found.answerer.name if found.answerer else "") == answerer
    assert (found.asker.name if found.asker else "") == asker


@pytest.mark.parametrize(
    ("record", "witness"),
    [
        ("(Witness sworn: Leif Arne Stokke, engineer.)", "Leif Arne Stokke"),
        ("Whereupon, Ida Kern, having been first duly sworn, testified:", "Ida Kern"),
        ("          IDA KERN,\nhaving been duly sworn, testified as follows:", "Ida Kern"),
        ("DR. IDA KERN, called as a witness,\nDIRECT EXAMINATION\n", "Ida Kern"),
        ("IDA KERN, sworn.\nDIRECT EXAMINATION\nQ. Why?\nDIRECT EXAMINATION\n", ""),
        ("The case of Ida Kern.", ""),
    ],
)
def test_the_record_names_the_witness(record: str, witness: str) -> None:
    found = witness_of(record, len(record), introductions_of(record))
    assert (found.name if found else "") == witness
