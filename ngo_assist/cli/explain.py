"""`score --explain`: the formulas, with this assessment's numbers put in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ngo_assist.assessment.model import Assessment
from ngo_assist.assessment.scoring import PracticeScore, Scores
from ngo_assist.clean import clean_line
from ngo_assist.i18n import Translator
from ngo_assist.rubric.model import Rubric


def explain_lines(rubric: Rubric, assessment: Assessment, scores: Scores, t: Translator) -> Iterator[str]:
    """Yield each formula and, under it, how it comes out here."""
    yield clean_line(assessment.organisation.name)
    yield ""
    yield from _practices(rubric, scores, t)
    yield from _dimensions(rubric, scores, t)
    yield from _overall(rubric, scores, t)
    yield from _complete(scores, t)
    yield from _percent(scores, t)


def _practices(rubric: Rubric, scores: Scores, t: Translator) -> Iterator[str]:
    yield t("A practice's score is its level, from 0 to {top}.", top=rubric.top)
    yield t("It works from level {level} on.", level=rubric.working_from)
    yield t(
        "Target: as you set it, else one level up; for a legal duty at least {level}.",
        level=rubric.working_from,
    )
    for found in scores.practices.values():
        if found.standing == "level":
            shown = t("level {level}, target {target}", level=found.level, target=found.target)
        elif found.standing == "not_applicable":
            shown = t("does not apply, left out")
        elif found.standing == "changed":
            shown = t("asked otherwise now, left out")
        else:
            shown = t("not answered, left out")
        yield f"  {found.practice.id}: {shown}"
    yield "  " + t(
        "working = {working} of {answered} answered", working=scores.working, answered=scores.answered
    )
    yield ""


def _dimensions(rubric: Rubric, scores: Scores, t: Translator) -> Iterator[str]:
    yield t("dimension = Σ weight × level / Σ weight, over its counted practices; its target likewise")
    for dimension in scores.dimensions.values():
        mine = [s for s in scores.counted if s.practice.dimension == dimension.id]
        if dimension.score is None or dimension.target is None:
            yield f"  {dimension.id}: {t('nothing to count')}"
            continue
        weights = [s.practice.weight for s in mine]
        yield f"  {dimension.id} = {_mean(weights, [s.level or 0 for s in mine], dimension.score, t)}"
        yield f"    {t('target')} = {_mean(weights, [s.target or 0 for s in mine], dimension.target, t)}"
    yield ""


def _overall(rubric: Rubric, scores: Scores, t: Translator) -> Iterator[str]:
    yield t("overall = Σ weight × dimension / Σ weight, over the dimensions that have one")
    have = [d for d in scores.dimensions.values() if d.score is not None and d.target is not None]
    weights = [rubric.dimension_of[d.id].weight for d in have]
    if scores.overall is None or scores.target is None:
        yield f"  {t('nothing to count')}"
    else:
        yield f"  = {_mean(weights, [d.score or 0 for d in have], scores.overall, t)}"
        yield f"    {t('target')} = {_mean(weights, [d.target or 0 for d in have], scores.target, t)}"
    yield ""


def _complete(scores: Scores, t: Translator) -> Iterator[str]:
    yield t("complete = (answered + does not apply) / practices asked")
    aside = sum(s.standing == "not_applicable" for s in scores.practices.values())
    share = t.percent(scores.complete)
    yield f"  = ({scores.answered} + {aside}) / {len(scores.practices)} = {share}"
    yield ""


def _percent(scores: Scores, t: Translator) -> Iterator[str]:
    yield t("percent to target = 1 − Σ max(0, target − level) / Σ target")
    if scores.percent_to_target is None:
        yield f"  {t('nothing to do: Σ target is 0')}"
        return
    gaps, targets = _gaps(scores.counted)
    yield f"  = 1 − {gaps} / {targets} = {t.percent(scores.percent_to_target)}"


def _gaps(counted: Sequence[PracticeScore]) -> tuple[int, int]:
    pairs = [(s.level or 0, s.target or 0) for s in counted]
    return sum(max(0, target - level) for level, target in pairs), sum(target for _, target in pairs)


def _mean(weights: Sequence[float], values: Sequence[float], mean: float, t: Translator) -> str:
    """Return a weighted mean written out; weights that are all one are left out."""
    shown = [t.number(value) for value in values]
    if any(weight != 1 for weight in weights):
        above = " + ".join(f"{t.number(w)} × {v}" for w, v in zip(weights, shown, strict=True))
    else:
        above = " + ".join(shown)
    return f"({above}) / {t.number(sum(weights))} = {t.number(mean)}"
