"""What all tests share."""

from __future__ import annotations

import pytest

ENGINES = ("llama-cpp-python", "xllamacpp", "openai-server")


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say of each engine whether its tests were run, so that nobody takes skipped for passed."""
    terminalreporter.section("engines")
    passed = [report.nodeid for report in terminalreporter.getreports("passed")]
    for engine in ENGINES:
        ran = sum(engine in test for test in passed)
        terminalreporter.line(f"{engine}: {f'{ran} tests passed' if ran else 'NOT RUN'}")
