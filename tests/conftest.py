"""Loads what the tests need: pure rooms are tested without Django, everything else on the site."""

import os
from functools import cache
from pathlib import Path

import pytest

HERE = Path(__file__).resolve().parent
# Without Django: each of these, and what mutates and measures them.
PURE_ROOMS = {
    *("text", "edtf", "comparison", "query", "cite", "extraction", "mutation", "evaluation"),
}

pytest_plugins = ["tests.support.left_out"]


def pytest_configure(config: pytest.Config) -> None:
    """Set up the site, which takes seconds, unless all the tests asked for are of pure rooms."""
    if not all(_is_pure(argument, config) for argument in config.args):
        config.pluginmanager.import_plugin("tests.support.site_plugin")


def _is_pure(argument: str, config: pytest.Config) -> bool:
    path = (config.invocation_params.dir / argument.partition("::")[0]).resolve()
    return HERE in path.parents and path.relative_to(HERE).parts[0] in PURE_ROOMS


def pytest_pycollect_makemodule(module_path: Path) -> None:
    """Load the profile in time for a module that uses Hypothesis, which is slow to import."""
    if "hypothesis import" in module_path.read_text():
        _load_hypothesis_profile()


@cache
def _load_hypothesis_profile() -> None:
    os.environ.setdefault("HYPOTHESIS_NO_PLUGINS", "1")  # looking for them takes 0.1 seconds
    from hypothesis import settings

    # The same examples every time in CI and for mutants; new ones every time on a desk.
    settings.register_profile("ci", deadline=None, max_examples=200, derandomize=True)
    settings.register_profile("mutants", deadline=None, max_examples=50, derandomize=True)
    settings.register_profile("desk", deadline=None, max_examples=50)
    settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "desk"))
