"""A plan's texts as the rubric words them: what a person or a model may have replaced."""

from __future__ import annotations

from ngo_assist.application.plan_edit import action_of, in_rubric_words
from ngo_assist.assessment.model import Assessment
from ngo_assist.drafting.curated import curate
from ngo_assist.i18n.translator import translator
from ngo_assist.planning.model import Drafting, Plan, PlannedAction, Summary
from ngo_assist.rubric.model import Rubric


def curated(plan: Plan, rubric: Rubric, assessment: Assessment) -> Plan:
    """Return the plan with the rubric's words where there are none, in the plan's language."""
    return curate(plan, rubric, assessment, translator(plan.language))


def own_action(plan: Plan, id: str, rubric: Rubric, assessment: Assessment) -> PlannedAction | None:
    """Return the action in the rubric's words; None where the rubric no longer has it."""
    own = in_rubric_words(action_of(plan, id), rubric, plan.language)
    if own is None:
        return None
    return curated(plan.updated_with(actions=(own,), later=(), asks=()), rubric, assessment).actions[0]


def own_summary(plan: Plan, rubric: Rubric, assessment: Assessment) -> Summary:
    """Return the summary as the rubric's words make it."""
    return curated(plan.updated_with(summary=Summary()), rubric, assessment).summary


def without_model(plan: Plan, rubric: Rubric, assessment: Assessment) -> Plan:
    """Put the rubric's words where a model's are; a person's stay."""
    changed = curated(plan.updated_with(drafting=Drafting()), rubric, assessment)
    return plan if changed == plan else changed
