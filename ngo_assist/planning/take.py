"""Taking an action from "later" into a month, whatever that breaks: see `breaches`."""

from __future__ import annotations

from datetime import date

from ngo_assist.assessment.model import Assessment
from ngo_assist.assessment.scoring import score
from ngo_assist.planning.limits import means
from ngo_assist.planning.model import Later, Plan
from ngo_assist.planning.plan import planned_action, wanted_anew
from ngo_assist.planning.schedule import Slot, month_index, months_of
from ngo_assist.rubric.model import Rubric


def take(plan: Plan, rubric: Rubric, assessment: Assessment, id: str, start: date) -> Plan | None:
    """Return the plan with an action of `later` beginning in the month of `start`, set there by a person.

    None where the answers no longer ask for it, or the rubric no longer has it.
    """
    if id not in rubric.actions or any(action.id == id for action in plan.actions):
        return None
    scores = score(rubric, assessment)
    have = means(plan.limits, assessment.organisation)
    wanted, _, _ = wanted_anew(rubric, assessment, scores, have, plan, also=[id])
    found = next((candidate for candidate in wanted if candidate.id == id), None)
    if found is None:
        return None
    first = month_index(plan.limits, start)
    slot = Slot(first, first + months_of(found.action.effort_days, plan.limits) - 1)
    action = planned_action(found, slot, plan.limits, assessment, plan.language)
    action = action.updated_with(pinned=("start",), because=(*action.because, "pinned"))
    actions = sorted((*plan.actions, action), key=lambda each: each.start)
    planned = {each.id for each in actions}
    later = (_freed(each, planned) for each in plan.later if each.id != id)
    return plan.updated_with(actions=tuple(actions), later=tuple(later))


def _freed(later: Later, planned: set[str]) -> Later:
    """Take away the reason that has gone with the taken action: what was waited for is in the plan now."""
    if later.reason != "requires":
        return later
    left = tuple(id for id in later.waits_for if id not in planned)
    return later.updated_with(waits_for=left, reason="requires" if left else "horizon")
