"""What the organisation wants: targets for a practice or a dimension, and what the leader wants first.

Pure functions from one set of aims to the next; what they make of the plan is told in words.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from ngo_assist.assessment.model import Assessment
from ngo_assist.assessment.scoring import PracticeScore, Scores, default_target, target_of
from ngo_assist.i18n.labels import GOAL, label
from ngo_assist.i18n.translator import Translator
from ngo_assist.planning.model import Plan
from ngo_assist.report.amounts import cost, effort
from ngo_assist.rubric.model import Goal, Rubric

GOALS: tuple[Goal, ...] = ("time", "money", "reach", "safety", "reporting")
NAMED_MOST = 3
"""How many actions are named where there may be many."""
Targets = Mapping[str, int]


@dataclass(frozen=True)
class Aims:
    targets: Targets
    goal: Goal | None


def aims_of(assessment: Assessment) -> Aims:
    return Aims(assessment.targets, assessment.organisation.goal)


def stepped_goal(goal: Goal | None, direction: int) -> Goal:
    """Return the goal beside this one; beyond the last comes the first."""
    if goal is None:
        return GOALS[0] if direction > 0 else GOALS[-1]
    return GOALS[(GOALS.index(goal) + direction) % len(GOALS)]


def stepped(aims: Aims, id: str, direction: int, rubric: Rubric, scores: Scores) -> Aims:
    """Return the aims with one target a step higher or lower; at the end of its steps it stays."""
    own = aims.targets.get(id)
    if id in rubric.practices:
        found = scores.practices.get(id)
        if found is None or found.level is None:
            return aims
        usual = _usual(found, aims.targets, rubric)
        now = usual if own is None else min(own, rubric.top)
        steps = sorted({*range(found.level, rubric.top + 1), now, usual})
        wanted = _beside(steps, now, direction)
        # What is the usual one anyway is not written down: it goes on following the level.
        return with_target(aims, id, None if wanted == usual else wanted)
    answered = [(s.practice, s.level) for s in _of(id, scores) if s.level is not None]
    if not answered:
        return aims
    now_set = None if own is None else min(own, rubric.top)

    def asks(target: int | None) -> int:
        """Return how many levels a target for the whole dimension asks for; None: one step up each."""
        wanted = [default_target(p, level, rubric) if target is None else target for p, level in answered]
        return sum(max(0, each - level) for each, (_, level) in zip(wanted, answered, strict=True))

    # To leave all as it is, one step up each, or one level for all: in the order of how much each asks.
    several = {0, None, now_set, *range(min(level for _, level in answered) + 1, rubric.top + 1)}
    ladder = sorted(several, key=lambda target: (asks(target), -1 if target is None else target))
    return with_target(aims, id, _beside(ladder, now_set, direction))


def with_target(aims: Aims, id: str, target: int | None) -> Aims:
    """Return the aims with a target; None: the usual one."""
    if aims.targets.get(id) == target:
        return aims
    others = {each: level for each, level in aims.targets.items() if each != id}
    return Aims(others if target is None else {**others, id: target}, aims.goal)


@dataclass(frozen=True)
class TargetLine:
    """A dimension, or one of its practices, with what is wanted of it."""

    id: str
    title: str
    levels: tuple[int, ...]
    """Where the answered practices stand, the practice itself or those of the dimension."""
    target: int | None
    """The level wanted; None for a dimension whose practices each go one step up."""
    word: str
    own: bool
    """Set by a person; else it is the usual one."""
    can_step: bool
    stays: bool = False
    """What is wanted is reached: there is nothing to do for it."""


def dimension_lines(
    rubric: Rubric, assessment: Assessment, scores: Scores, t: Translator
) -> list[TargetLine]:
    language, lines = rubric.language(t.language), []
    for id in scores.dimensions:
        mine = _of(id, scores)
        levels = tuple(s.level for s in mine if s.level is not None)
        own = assessment.targets.get(id)
        target = None if own is None else min(own, rubric.top)
        stays = bool(levels) and all((s.target or 0) <= (s.level or 0) for s in mine)
        if not levels:
            word = t("not answered")
        elif target is None:
            # Without a target of its own only what stands at the top has nowhere to go.
            word = rubric.level_name(rubric.top, language) if stays else t("one step up each")
        elif stays:
            word = t("leave as it is")
        else:
            word = rubric.level_name(target, language)
        lines.append(
            TargetLine(
                id=id,
                title=rubric.dimension_of[id].title.say(language),
                levels=levels,
                target=target,
                word=word,
                own=own is not None,
                can_step=bool(levels),
                stays=stays,
            )
        )
    return lines


def practice_lines(
    rubric: Rubric, assessment: Assessment, scores: Scores, dimension: str, t: Translator
) -> Iterable[TargetLine]:
    """Yield the practices that the mode asks in a dimension."""
    language = rubric.language(t.language)
    for found in _of(dimension, scores):
        level, target = found.level, found.target
        stays = level is not None and level < rubric.top and (target or 0) <= level
        if level is None or target is None:
            word = t("does not apply") if found.standing == "not_applicable" else t("not answered")
        else:
            word = t("leave as it is") if stays else rubric.level_name(max(target, level), language)
        yield TargetLine(
            id=found.practice.id,
            title=found.practice.ask(language, alone=assessment.organisation.alone),
            levels=() if level is None else (level,),
            target=target,
            word=word,
            own=found.practice.id in assessment.targets,
            can_step=level is not None,
            stays=stays,
        )


def low_duties(scores: Scores, rubric: Rubric) -> int:
    """Count the legal duties whose target is below the level from which they work."""
    return sum(
        found.practice.duty is not None and max(found.target or 0, found.level or 0) < rubric.working_from
        for found in scores.counted
    )


def goal_word(goal: Goal | None, t: Translator) -> str:
    return label(t, GOAL, goal)


@dataclass(frozen=True)
class Size:
    """How much of a plan fits, what waits, and what it takes, in words."""

    fits: str
    waits: str
    load: str


def size_of(plan: Plan, t: Translator) -> Size:
    live = [action for action in plan.actions if action.status != "dropped"]
    days, price = sum(action.effort_days for action in live), sum(action.cost for action in live)
    return Size(
        fits=t.plural("{n} action fits", "{n} actions fit", len(live)) if live else t("No action fits"),
        waits=t.plural("{n} waits", "{n} wait", len(plan.later)) if plan.later else t("Nothing has to wait"),
        load=f"{effort(days, t)} · {cost(price, plan.limits.currency, t)}" if live else "",
    )


@dataclass(frozen=True)
class Difference:
    """What other aims make of a plan: titles of actions, in the plan's order."""

    come: tuple[str, ...]
    wait: tuple[str, ...]
    """They were in the plan and stand under "later" now."""
    go: tuple[str, ...]
    """They are not wanted any more."""
    moved: int
    """How many stay and begin in another month."""

    def __bool__(self) -> bool:
        return bool(self.come or self.wait or self.go or self.moved)


def difference(before: Plan, after: Plan, rubric: Rubric) -> Difference:
    """Return how `after` differs from `before`, in the language of `after`."""
    were = {action.id: action.title for action in before.actions}
    now = {action.id: action.start for action in after.actions}
    later = {waiting.id: waiting.title for waiting in after.later}

    def title(id: str) -> str:
        known = rubric.actions.get(id)
        return known.title.say(after.language) if known else were[id]

    return Difference(
        come=tuple(action.title for action in after.actions if action.id not in were),
        wait=tuple(later[id] for id in were if id in later),
        go=tuple(title(id) for id in were if id not in later and id not in now),
        moved=sum(action.id in now and now[action.id] != action.start for action in before.actions),
    )


def named(titles: tuple[str, ...], t: Translator) -> str:
    """Return the first few titles in quotation marks, and how many more there are."""
    said = ", ".join(t("“{title}”", title=title) for title in titles[:NAMED_MOST])
    more = len(titles) - NAMED_MOST
    return f"{said} {t.plural('and {n} more', 'and {n} more', more)}" if more > 0 else said


def _of(dimension: str, scores: Scores) -> list[PracticeScore]:
    return [found for found in scores.practices.values() if found.practice.dimension == dimension]


def _usual(found: PracticeScore, targets: Targets, rubric: Rubric) -> int:
    """Return the target that the practice has without one of its own."""
    others = {id: level for id, level in targets.items() if id != found.practice.id}
    return target_of(found.practice, found.level or 0, others, rubric)


def _beside(steps: Sequence[int | None], now: int | None, direction: int) -> int | None:
    place = steps.index(now) if now in steps else 0
    return steps[min(max(place + direction, 0), len(steps) - 1)]
