"""Loading speakers: their names, and their merges."""

from pathlib import Path

from citations.models import (
    Speaker,
    SpeakerName,
)
from tests.support.exchange_records import SPEAKER, run_load, write_lines


def test_a_speaker_who_is_no_longer_merged_makes_room_for_a_merge(db: None, tmp_path: Path) -> None:
    old, kept, new = ({"type": "speaker", "slug": s, "name": s} for s in ("old", "kept", "new"))
    run_load(write_lines(tmp_path / "a.jsonl", kept, new, old | {"merged_into": "kept"}))
    assert run_load(write_lines(tmp_path / "b.jsonl", old, kept | {"merged_into": "new"}))[1] == ""
    assert Speaker.objects.get(slug="kept").merged_into == Speaker.objects.get(slug="new")


def test_what_only_one_may_have_can_change_hands(db: None, tmp_path: Path) -> None:
    first, second = ({"name": name, "kind": "preferred"} for name in ("A", "B"))
    run_load(write_lines(tmp_path / "one.jsonl", {**SPEAKER, "names": [first, {"name": "B"}]}))
    out, err = run_load(
        write_lines(tmp_path / "two.jsonl", {**SPEAKER, "names": [second, {"name": "A"}]})
    )
    assert (err, "1 changed" in out) == ("", True)
    assert SpeakerName.objects.get(kind="preferred").name == "B"
