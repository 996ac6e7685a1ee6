"""Rubrics with mistakes in them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, Protocol

import pytest

from ngo_assist.rubric.check import Report, check_rubric
from ngo_assist.rubric.findings import Finding
from tests.make_rubric import Tables, write_rubric


class Check(Protocol):
    def __call__(self, mutate: Callable[[Tables], object] | None = None, **options: Any) -> Report: ...


@pytest.fixture
def check(tmp_path: Path) -> Check:
    """Write a rubric, changed by `mutate`, and check it."""

    def run(mutate: Callable[[Tables], object] | None = None, **options: Any) -> Report:
        return check_rubric(write_rubric(tmp_path / "made", mutate=mutate, **options))

    return run


class Warn(Protocol):
    def __call__(self, mutate: Callable[[Tables], object], **options: Any) -> Finding: ...


@pytest.fixture
def warn(check: Check) -> Warn:
    """Check a rubric changed by `mutate`, in which there is one doubt and no mistake, and give the doubt."""

    def run(mutate: Callable[[Tables], object], **options: Any) -> Finding:
        report = check(mutate, **options)
        assert report.ok
        return only(report.warnings)

    return run


def practice(tables: Tables, number: int = 0) -> dict[str, Any]:
    found: dict[str, Any] = tables["security"]["practices"][number]
    return found


def action(tables: Tables, number: int = 0, of: int = 0) -> dict[str, Any]:
    found: dict[str, Any] = practice(tables, of)["actions"][number]
    return found


def only(findings: tuple[Finding, ...]) -> Finding:
    assert len(findings) == 1, [finding.in_words() for finding in findings]
    return findings[0]
