"""The plan as a whole: from answers to dated actions with the rubric's words in them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime

from ngo_assist.assessment.model import Assessment, RubricRef
from ngo_assist.assessment.scoring import Scores, score
from ngo_assist.planning.limits import means
from ngo_assist.planning.model import (
    Later,
    Limits,
    Origin,
    Plan,
    PlannedAction,
    PlannedAsk,
    PlanScores,
)
from ngo_assist.planning.paths import Means
from ngo_assist.planning.schedule import (
    Fixed,
    Slot,
    first_day,
    last_day,
    month_index,
    schedule,
)
from ngo_assist.planning.select import Candidate, candidates
from ngo_assist.rubric.model import Rubric

PLACING = frozenset({"start", "due", "effort_days", "cost"})
"""An action with one of these pinned keeps its place; the planner does not move it."""
PLANNED_ANEW = frozenset(
    {"id", "practice", "from_level", "to_level", "requires", "because", "origin", "pinned", "status"}
)
"""What no pin holds: it follows from the answers."""


def make_plan(
    rubric: Rubric,
    assessment: Assessment,
    limits: Limits,
    *,
    language: str,
    created: datetime,
    uid: str,
    id: str,
    ask_values: Mapping[str, str],
    earlier: Plan | None = None,
) -> Plan:
    """Plan what brings the answered practices to their targets within `limits`.

    Texts are the rubric's in `language`, else in its first one. `ask_values` fills the placeholders of the
    letters. From `earlier` all that is pinned, doing, done or dropped stays.
    """
    scores = score(rubric, assessment)
    have = means(limits, assessment.organisation)
    wanted, kept, mine = wanted_anew(rubric, assessment, scores, have, earlier)
    fixed = {id: _fixed(action, limits, rubric) for id, action in kept.items() if _stays(action)}
    timetable = schedule(wanted, limits, have, fixed)
    homeless = {id: a for id, a in kept.items() if id not in fixed and id not in timetable.slots}
    if homeless:
        # What a person has written stays in the plan even where it no longer fits.
        fixed |= {id: _fixed(action, limits, rubric) for id, action in homeless.items()}
        timetable = schedule(wanted, limits, have, fixed)
    by_id = {candidate.id: candidate for candidate in wanted}
    place = {candidate.id: number for number, candidate in enumerate(wanted)}
    planned = [_as_set(action) for id, action in kept.items() if id in fixed]
    for action_id, slot in timetable.slots.items():
        own = mine.get(action_id)
        planned.append(planned_action(by_id[action_id], slot, limits, assessment, language, own))
    return Plan(
        uid=uid,
        id=id,
        assessment=assessment.id,
        assessment_updated=assessment.updated,
        replaces=earlier.id if earlier and earlier.id != id else earlier.replaces if earlier else None,
        rubric=RubricRef(id=rubric.id, version=rubric.version, sha256=rubric.sha256),
        language=language,
        created=created,
        organisation=assessment.organisation,
        limits=limits,
        scores=_scores(scores),
        actions=tuple(
            sorted(planned, key=lambda a: (a.start, "opens" not in a.because, place.get(a.id, -1), a.id))
        ),
        later=tuple(
            Later(
                id=action_id,
                practice=by_id[action_id].practice.id,
                title=by_id[action_id].action.title.say(language),
                reason=waiting.reason,
                waits_for=waiting.waits_for,
            )
            for action_id, waiting in timetable.later.items()
        ),
        asks=tuple(_asks(rubric, scores, have, language, ask_values)),
    )


def wanted_anew(
    rubric: Rubric,
    assessment: Assessment,
    scores: Scores,
    have: Means,
    earlier: Plan | None,
    also: Iterable[str] = (),
) -> tuple[list[Candidate], dict[str, PlannedAction], dict[str, PlannedAction]]:
    """Return what is wanted in planning order, what a person has set, and whose words each of that has.

    The way leads through the actions of `also` too. What was done before a later assessment and is wanted
    again is planned again: only a person's words for it stay.
    """
    touched = _kept(earlier)
    in_force = {id: action for id, action in touched.items() if _in_force(action, earlier, assessment)}
    wanted = candidates(
        rubric,
        scores,
        have,
        reached=_reached(in_force.values()),
        chosen=[*(id for id, action in touched.items() if action.status in ("todo", "doing")), *also],
        avoid=frozenset(id for id, action in touched.items() if action.status == "dropped"),
    )
    anew = {candidate.id for candidate in wanted} - in_force.keys()
    kept = {id: action for id, action in touched.items() if id not in anew}
    return wanted, kept, {id: _words_only(a) if id in anew else a for id, a in touched.items()}


def _words_only(action: PlannedAction) -> PlannedAction:
    """Free an action that was done from its time; what a person has written stays pinned."""
    return action.updated_with(pinned=tuple(name for name in action.pinned if name not in PLACING))


def _kept(earlier: Plan | None) -> dict[str, PlannedAction]:
    """Return what a person has touched in the earlier plan."""
    if earlier is None:
        return {}
    return {a.id: a for a in earlier.actions if a.pinned or a.status != "todo"}


def _stays(action: PlannedAction) -> bool:
    """Whether the action keeps its time: begun, ended, or set there by a person."""
    return action.status != "todo" or not PLACING.isdisjoint(action.pinned)


def _in_force(action: PlannedAction, earlier: Plan | None, assessment: Assessment) -> bool:
    """Whether what was kept still says something beside the answers.

    An assessment made after an action was done has seen what it brought.
    """
    if action.status != "done" or earlier is None or earlier.assessment == assessment.id:
        return True
    answered = assessment.updated or assessment.finished or assessment.started
    return answered is None or (action.done_on is not None and action.done_on > answered.date())


def _reached(kept: Iterable[PlannedAction]) -> dict[str, int]:
    """Return the levels that finished actions have brought since the answers were given."""
    reached: dict[str, int] = {}
    for action in kept:
        if action.status == "done":
            reached[action.practice] = max(reached.get(action.practice, 0), action.to_level)
    return reached


def _fixed(action: PlannedAction, limits: Limits, rubric: Rubric) -> Fixed:
    known = rubric.actions.get(action.id)
    return Fixed(
        first=month_index(limits, action.start),
        last=-1 if action.status == "done" else month_index(limits, action.due),
        days=action.effort_days,
        cost=action.cost,
        brings=known.brings if known else None,
        practice=action.practice,
        counts=action.status in ("todo", "doing"),
        fulfils=action.status != "dropped",
    )


def planned_action(
    candidate: Candidate,
    slot: Slot,
    limits: Limits,
    assessment: Assessment,
    language: str,
    own: PlannedAction | None = None,
) -> PlannedAction:
    """Return a candidate as it stands in the plan, with the rubric's words but for those pinned in `own`."""
    action, practice = candidate.action, candidate.practice
    origin: dict[str, Origin] = {"why_here": "rubric", "first_step": "rubric"}
    planned = PlannedAction(
        id=action.id,
        practice=practice.id,
        from_level=candidate.from_level,
        to_level=action.to_level,
        title=action.title.say(language),
        why_here=practice.why.say(language),
        first_step=action.first_step.say(language),
        steps=action.steps.say(language),
        indicator=action.indicator.say(language),
        risk=action.risk.say(language) if action.risk else None,
        origin=origin,
        role=action.role,
        start=first_day(limits, slot.first),
        due=last_day(limits, slot.last),
        effort_days=action.effort_days,
        cost=candidate.cost,
        connectivity=action.connectivity,
        requires=candidate.requires,
        duty=practice.duty,
        quick_win=candidate.quick_win,
        because=_because(candidate, slot, assessment),
    )
    if own is None:
        return planned
    mine = {
        name: getattr(own, name) for name in own.pinned if name not in PLANNED_ANEW and name in own.__dict__
    }
    origins = {name: own.origin[name] for name in mine if name in own.origin}
    return planned.updated_with(**mine, origin={**origin, **origins}, pinned=own.pinned)


def _as_set(action: PlannedAction) -> PlannedAction:
    """Return an action that stays where it is, and says so where a person has put it there."""
    if action.status != "todo" or "pinned" in action.because:
        return action
    return action.updated_with(because=(*action.because, "pinned"))


def _because(candidate: Candidate, slot: Slot, assessment: Assessment) -> tuple[str, ...]:
    answer = assessment.answers.get(candidate.practice.id)
    reasons: list[str] = [reason for reason in ("opens", "date") if reason in slot.because]
    if candidate.fulfils_duty:
        reasons.append("duty")
    if candidate.practice.foundation:
        reasons.append("foundation")
    if candidate.serves_goal:
        reasons.append("goal")
    reasons.append(f"level={candidate.from_level}")
    if answer is not None and answer.note:
        reasons.append("note")
    if answer is not None and answer.confidence == "unsure":
        reasons.append("unsure")
    if candidate.quick_win:
        reasons.append("quick-win")
    if candidate.action.brings is not None:
        reasons.append("brings")
    if candidate.rank.id != candidate.id:
        reasons.append(f"needed-by={candidate.rank.id}")
    reasons += [f"check-first={id}" for id in candidate.check_first]
    if "errand" in slot.because:
        reasons.append("errand")
    return tuple(reasons)


def _scores(scores: Scores) -> PlanScores:
    return PlanScores(
        working=scores.working,
        answered=scores.answered,
        overall=scores.overall,
        target=scores.target,
        complete=scores.complete,
        dimensions={d.id: d.score for d in scores.dimensions.values() if d.score is not None},
    )


def _asks(
    rubric: Rubric, scores: Scores, have: Means, language: str, values: Mapping[str, str]
) -> Iterable[PlannedAsk]:
    for dimension in rubric.dimensions:
        for ask in dimension.asks:
            practice = scores.practices.get(ask.practice)
            level = practice.level if practice else None
            if ask.when.at_most is not None and (level is None or level > ask.when.at_most):
                continue
            if ask.when.connectivity and have.connectivity not in ask.when.connectivity:
                continue
            yield PlannedAsk(
                id=ask.id,
                title=ask.title.say(language),
                addressee=ask.addressee.say(language),
                text=_fill(ask.text.say(language), values),
            )


def _fill(text: str, values: Mapping[str, str]) -> str:
    # Not str.format: what people write may hold braces, and a rubric's text is not to reach into objects.
    parts = text.split("{")
    filled = [parts[0]]
    for part in parts[1:]:
        name, brace, rest = part.partition("}")
        filled.append(values[name] + rest if brace and name in values else "{" + part)
    return "".join(filled)
