"""`manage.py index`: one sync, a rebuild, or a failure that is named."""

import io

import pytest
from django.core.management import CommandError, call_command
from pytest_django import Settings

from citations.search.find import Search, find_quote_ids
from tests.support.rows import quote, saved

pytestmark = pytest.mark.django_db(transaction=True)


def run(*options: str) -> str:
    out = io.StringIO()
    call_command("index", *options, stdout=out)
    return out.getvalue()


@pytest.mark.parametrize("options", [(), ("--rebuild",)])
def test_after_it_quotes_are_found(options: tuple[str, ...]) -> None:
    one = saved(quote(state="published"))
    assert run(*options)
    assert find_quote_ids(Search(), 10) == [one.pk]


def test_it_does_one_thing_at_a_time() -> None:
    with pytest.raises(CommandError, match="not allowed with"):
        run("--rebuild", "--watch")


def test_it_fails_where_the_index_cannot_be_written(settings: Settings) -> None:
    settings.INDEX_DIR = settings.BASE_DIR / "manage.py" / "index"
    with pytest.raises(CommandError, match="Cannot bring the index up to date"):
        run()
