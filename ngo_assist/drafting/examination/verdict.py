"""From texts judged one by one to a verdict with its error bar, and when it stands before the last text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import sqrt
from typing import Literal

from ngo_assist.drafting.examination.case import Kind
from ngo_assist.drafting.examination.judging import UNTRUE, Fault

MARK = 0.4
"""The share of right texts that a model must have, to be sure of."""
SURE = 1.645
"""How sure at the end: the lower end of a 90 % interval, so wrong in 5 of 100 at the mark itself."""
SURER = 2.576
"""How sure of a pass before the end (99 %), since the question is put after each text."""
HARDLY = 1.96
"""How sure of a failure before the end (95 %): of the models that would pass hardly one is lost by that."""
FLOOR = 1 / 3
"""The share of each kind of text that must be right: no average hides a kind."""
FLOORED: tuple[Kind, ...] = ("fact", "both", "name", "order", "step")
FAIL_EARLIEST, PASS_EARLIEST = 6, 24
"""Texts before which nothing is decided; by the second each kind was asked for at least three times."""

Verdict = Literal["pass", "fail"]


@dataclass(frozen=True)
class Judged:
    """One text: what it was asked for, and what is wrong with it. `kept` tells whether the guard kept it."""

    kind: Kind
    fault: Fault | None
    kept: bool
    text: str = ""

    @property
    def untrue(self) -> bool:
        return self.kept and self.fault in UNTRUE


def wilson(right: int, asked: int, z: float = SURE) -> tuple[float, float]:
    """Return the interval of a share by E. B. Wilson (1927), good for few texts and near 0 and 1."""
    if asked == 0:
        return 0.0, 1.0
    share, square = right / asked, z * z
    middle = (share + square / (2 * asked)) / (1 + square / asked)
    half = z / (1 + square / asked) * sqrt(share * (1 - share) / asked + square / (4 * asked * asked))
    return max(0.0, middle - half), min(1.0, middle + half)


def needed(asked: int) -> int:
    """Return how many of `asked` texts must be right at the end."""
    return next((n for n in range(asked + 1) if wilson(n, asked)[0] >= MARK), asked + 1)


def by_kind(judged: Sequence[Judged]) -> dict[Kind, tuple[int, int]]:
    """Return how many texts of each kind are right, and how many were asked for."""
    asked = Counter(each.kind for each in judged)
    right = Counter(each.kind for each in judged if each.fault is None)
    return {kind: (right[kind], asked[kind]) for kind in asked}


def decide(judged: Sequence[Judged], kinds: Sequence[Kind]) -> Verdict | None:
    """Return the verdict, or None as long as more texts are needed. `kinds` are those of all texts."""
    asked, left = len(judged), Counter(kinds[len(judged) :])
    right = sum(each.fault is None for each in judged)
    untrue, found = any(each.untrue for each in judged), by_kind(judged)
    if not left:
        good = not untrue and right >= needed(asked) and not below_floor(found)
        return "pass" if good else "fail"
    if asked < FAIL_EARLIEST:
        return None
    if untrue or right + left.total() < needed(len(kinds)) or wilson(right, asked, HARDLY)[1] < MARK:
        return "fail"
    # What is still to come, all of it right.
    at_best = {kind: (found.get(kind, (0, 0))[0] + left[kind], kinds.count(kind)) for kind in FLOORED}
    if below_floor(at_best):
        return "fail"
    sure = wilson(right, asked, SURER)[0] >= MARK and not below_floor(found)
    return "pass" if asked >= PASS_EARLIEST and sure else None


def below_floor(found: Mapping[Kind, tuple[int, int]]) -> list[Kind]:
    """Return the kinds of which too few texts are right."""
    return [kind for kind, (right, asked) in found.items() if kind in FLOORED and right < FLOOR * asked]
