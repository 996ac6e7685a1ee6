"""How a number is measured, and how it stands beside its bar."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Number:
    """One measured number beside its bar: at most that, or with `least` at least that."""

    what: str
    value: float
    bar: float
    unit: str
    reference: str
    """What it was measured against, in the same run."""
    least: bool = False

    @property
    def holds(self) -> bool:
        return self.value >= self.bar if self.least else self.value <= self.bar

    def __str__(self) -> str:
        sign, verdict = ("≥" if self.least else "≤"), ("holds" if self.holds else "MISSED")
        return (
            f"{verdict:7} {self.value:8.2f} {sign} {self.bar:g} {self.unit:3} {self.what} ({self.reference})"
        )


def seconds(work: Callable[[], object]) -> float:
    """Return how long `work` takes once, in seconds."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def ratio(ours: Callable[[], float], reference: Callable[[], float], rounds: int) -> tuple[float, float]:
    """Return the medians of both, measured in turn so that what else the machine does falls on both."""
    pairs = [(ours(), reference()) for _ in range(rounds)]
    return statistics.median(a for a, _ in pairs), statistics.median(b for _, b in pairs)


def percentile(values: Sequence[float], share: float) -> float:
    """Return the value below which `share` of the values lie."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, round(share * (len(ordered) - 1)))]
