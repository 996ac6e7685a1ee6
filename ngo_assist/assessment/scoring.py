"""What the answers mean: levels, targets, means and duties.

Formulas (docs and `ngo-assist score --explain` print the same):

    dimension = Σ weight × level / Σ weight        over its counted practices
    overall   = Σ weight × dimension / Σ weight    over the dimensions that have one
    complete  = (answered + not applicable) / practices of the mode
    percent to target = 1 − Σ max(0, target − level) / Σ target
    progress  = (level − earlier) / (earlier target − earlier)

Levels are whole numbers from 0 to the rubric's top; means keep full precision.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from ngo_assist.assessment.model import Answer, Assessment
from ngo_assist.rubric.model import Practice, Rubric

Standing = Literal["level", "not_applicable", "unanswered", "changed"]
"""`changed`: the practice is asked otherwise now than when it was answered."""


@dataclass(frozen=True)
class PracticeScore:
    practice: Practice
    standing: Standing
    level: int | None
    target: int | None
    """Both are there only where `standing` is "level"."""
    works: bool = False
    answer: Answer | None = None


@dataclass(frozen=True)
class DimensionScore:
    id: str
    score: float | None
    target: float | None
    working: int
    answered: int
    practices: int
    """How many the mode asks."""


@dataclass(frozen=True)
class DutyAlert:
    """A legal duty that no average may hide."""

    practice: Practice
    standing: Standing
    level: int | None = None
    reason: str = ""
    """Why it was said not to apply."""


@dataclass(frozen=True)
class Scores:
    practices: dict[str, PracticeScore]
    """Those that the mode asks, by id, in the rubric's order."""
    dimensions: dict[str, DimensionScore]
    overall: float | None
    target: float | None
    complete: float
    percent_to_target: float | None
    """None: nothing to do, the targets are all zero or nothing is answered."""
    duties: tuple[DutyAlert, ...]
    strange: tuple[str, ...] = ()
    """Answers kept but not counted: their practice is retired, or unknown to this rubric."""

    @property
    def counted(self) -> list[PracticeScore]:
        return [score for score in self.practices.values() if score.standing == "level"]

    @property
    def working(self) -> int:
        """How many practices already work."""
        return sum(score.works for score in self.practices.values())

    @property
    def begun(self) -> int:
        """How many practices stand above the lowest level."""
        return sum(bool(score.level) for score in self.counted)

    @property
    def answered(self) -> int:
        return len(self.counted)

    @property
    def left(self) -> list[Practice]:
        """What is still to be asked, or to be asked again."""
        return [s.practice for s in self.practices.values() if s.standing in ("unanswered", "changed")]


def default_target(practice: Practice, level: int, rubric: Rubric) -> int:
    """Return one level up; for a duty at least the level from which it works; at most the top."""
    target = level + 1
    if practice.duty is not None:
        target = max(target, rubric.working_from)
    return min(target, rubric.top)


def target_of(practice: Practice, level: int, targets: Mapping[str, int], rubric: Rubric) -> int:
    """Return the target given for the practice, else for its dimension, else the default."""
    given = targets.get(practice.id, targets.get(practice.dimension))
    return default_target(practice, level, rubric) if given is None else min(given, rubric.top)


def score(rubric: Rubric, assessment: Assessment) -> Scores:
    """Score an assessment against the rubric at hand."""
    practices = {p.id: _practice_score(p, assessment, rubric) for p in rubric.of_mode(assessment.mode)}
    dimensions: dict[str, DimensionScore] = {}
    for dimension in rubric.dimensions:
        mine = [s for s in practices.values() if s.practice.dimension == dimension.id]
        if not mine:
            continue
        counted = [s for s in mine if s.standing == "level"]
        dimensions[dimension.id] = DimensionScore(
            id=dimension.id,
            score=_mean((s.practice.weight, s.level) for s in counted),
            target=_mean((s.practice.weight, s.target) for s in counted),
            working=sum(s.works for s in mine),
            answered=len(counted),
            practices=len(mine),
        )
    weights = {dimension.id: dimension.weight for dimension in rubric.dimensions}
    settled = sum(s.standing in ("level", "not_applicable") for s in practices.values())
    counted = [s for s in practices.values() if s.standing == "level"]
    return Scores(
        practices=practices,
        dimensions=dimensions,
        overall=_mean((weights[d.id], d.score) for d in dimensions.values()),
        target=_mean((weights[d.id], d.target) for d in dimensions.values()),
        complete=settled / len(practices) if practices else 1.0,
        percent_to_target=percent_to_target(
            (s.level, s.target) for s in counted if s.level is not None and s.target is not None
        ),
        duties=tuple(_duties(rubric, assessment)),
        strange=tuple(practice for practice in assessment.answers if practice not in rubric.practices),
    )


def percent_to_target(levels_and_targets: Iterable[tuple[int, int]]) -> float | None:
    """Return 1 − Σ max(0, target − level) / Σ target as a share, or None where Σ target is zero."""
    gaps, targets = 0, 0
    for level, target in levels_and_targets:
        gaps += max(0, target - level)
        targets += target
    return 1 - gaps / targets if targets else None


def progress(level: float, earlier: float, earlier_target: float) -> float | None:
    """Return (level − earlier) / (earlier target − earlier) as a share; None: there was nothing to do.

    Below zero where the level fell, above one where it went past the target.
    """
    gap = earlier_target - earlier
    return (level - earlier) / gap if gap > 0 else None


def works(level: int, rubric: Rubric) -> bool:
    """Tell whether a practice at `level` already works."""
    return level >= rubric.working_from


def level_reached(mean: float, rubric: Rubric) -> int:
    """Return the level that a mean of levels has reached: rounded down, so that no name promises too much."""
    # A hair's breadth is forgiven: a mean of floats may miss its level by the last bit.
    return min(max(math.floor(mean + 1e-9), 0), rubric.top)


def standing(practice: Practice, answer: Answer | None) -> Standing:
    """Tell whether an answer counts, and why not."""
    if answer is None:
        return "unanswered"
    if answer.asked is not None and not practice.asked_same(answer.asked):
        return "changed"
    return "not_applicable" if answer.not_applicable is not None else "level"


def _practice_score(practice: Practice, assessment: Assessment, rubric: Rubric) -> PracticeScore:
    answer = assessment.answers.get(practice.id)
    state = standing(practice, answer)
    if answer is None or answer.level is None or state != "level":
        return PracticeScore(practice, state, None, None, answer=answer)
    target = target_of(practice, answer.level, assessment.targets, rubric)
    return PracticeScore(practice, state, answer.level, target, works(answer.level, rubric), answer)


def _duties(rubric: Rubric, assessment: Assessment) -> Iterable[DutyAlert]:
    # Duties that the quick mode does not ask are alerts too: unanswered is not fulfilled.
    for practice in rubric.practices.values():
        if practice.duty is None:
            continue
        answer = assessment.answers.get(practice.id)
        state = standing(practice, answer)
        if answer is None or state in ("unanswered", "changed"):
            yield DutyAlert(practice, state)
        elif answer.not_applicable is not None:
            yield DutyAlert(practice, state, reason=answer.not_applicable)
        elif answer.level is not None and not works(answer.level, rubric):
            yield DutyAlert(practice, state, level=answer.level)


def _mean(weighted: Iterable[tuple[float, float | None]]) -> float | None:
    total, weights = 0.0, 0.0
    for weight, value in weighted:
        if value is not None:
            total += weight * value
            weights += weight
    return total / weights if weights else None
