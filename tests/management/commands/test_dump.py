"""`manage.py dump`: a file, standard output, and a failure that is named."""

from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from tests.support.rows import saved, topic

pytestmark = pytest.mark.django_db


def test_it_writes_a_line_for_each_record(tmp_path: Path) -> None:
    saved(topic())
    call_command("dump", str(tmp_path / "all.jsonl"))
    line = '{"type":"topic","slug":"building","name":"Building"}\n'
    assert (tmp_path / "all.jsonl").read_text() == line


def test_it_writes_to_standard_output(capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    saved(topic())
    call_command("dump", "-")
    call_command("dump")
    assert capsysbinary.readouterr().out.count(b'"slug":"building"') == 2


def test_it_fails_where_it_cannot_write(tmp_path: Path) -> None:
    with pytest.raises(CommandError, match=r"The dump is incomplete: .*No such file"):
        call_command("dump", str(tmp_path / "missing" / "all.jsonl"))
