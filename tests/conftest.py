"""Loads what the tests need: pure rooms are tested without Django, everything else on the site."""

import os
from pathlib import Path

import pytest
from hypothesis import settings as hypothesis

HERE = Path(__file__).resolve().parent
# Without Django: each of these, and the script that mutates them.
PURE_ROOMS = {"text", "edtf", "comparison", "query", "cite", "extraction", "mutation"}

pytest_plugins = ["tests.support.left_out"]

# The same examples every time in CI and for mutants; new ones every time on a desk.
hypothesis.register_profile("ci", deadline=None, max_examples=200, derandomize=True)
hypothesis.register_profile("mutants", deadline=None, max_examples=50, derandomize=True)
hypothesis.register_profile("desk", deadline=None, max_examples=50)
hypothesis.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "desk"))


def pytest_configure(config: pytest.Config) -> None:
    """Set up the site, which takes seconds, unless all the tests asked for are of pure rooms."""
    if not all(_is_pure(argument, config) for argument in config.args):
        config.pluginmanager.import_plugin("tests.support.site_plugin")


def _is_pure(argument: str, config: pytest.Config) -> bool:
    path = (config.invocation_params.dir / argument.partition("::")[0]).resolve()
    return HERE in path.parents and path.relative_to(HERE).parts[0] in PURE_ROOMS
