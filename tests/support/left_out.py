"""A pytest plugin: reports the tests that this machine cannot run, or fails because of them."""

import os
from collections import Counter

import pytest

# .ci/run sets this: a test that is left out then counts as a failure.
ALL = "CITATIONS_TEST_ALL" in os.environ


def leave_out_tests(items: list[pytest.Item], needs: dict[str, tuple[bool, str]]) -> None:
    """Skip the tests with a mark whose need is not met.

    `needs`: for each mark, whether the need is met, and the remedy if it is not.
    """
    for item in items:
        for name, (is_met, remedy) in needs.items():
            if not is_met and item.get_closest_marker(name):
                item.add_marker(pytest.mark.skip(reason=f"left out: {name}: {remedy}"))


def pytest_sessionfinish(session: pytest.Session) -> None:
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    if ALL and reporter and _counts_by_reason(reporter):
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    counts = _counts_by_reason(terminalreporter)
    if not counts:
        return
    terminalreporter.section("left out" + (", which CITATIONS_TEST_ALL forbids" if ALL else ""))
    for reason, count in counts.items():
        terminalreporter.line(f"{count} test{'s' if count > 1 else ''}: {reason}")


def _counts_by_reason(reporter: pytest.TerminalReporter) -> Counter[str]:
    reasons = (report.longrepr[-1] for report in reporter.stats.get("skipped", []))
    return Counter(reason.removeprefix("Skipped: left out: ") for reason in reasons)
