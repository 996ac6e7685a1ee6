"""The plan's words with no model: the rubric's own, and the person's note where it explains why."""

from __future__ import annotations

from ngo_assist.assessment.model import Assessment, Profile
from ngo_assist.drafting.notes import quotable
from ngo_assist.i18n.labels import NOTHING_ANSWERED, ask_values
from ngo_assist.i18n.translator import Translator
from ngo_assist.planning.model import Plan, PlannedAction
from ngo_assist.rubric.model import Goal, Rubric

NOTE_SHOWN = 200
"""Characters of a note that are quoted."""


def settled(action: PlannedAction, field: str) -> bool:
    """Tell whether a text stays as it is: set or pinned by a person, or its action is under way or over."""
    ours = action.origin.get(field) == "person" or field in action.pinned
    return ours or (action.status != "todo" and bool(getattr(action, field)))


def curate(plan: Plan, rubric: Rubric, assessment: Assessment, t: Translator) -> Plan:
    """Return `plan` with every text filled from the rubric, but for those that are a person's.

    `t` is the translator of the plan's language. An action that the rubric does not know keeps its texts.
    """
    actions = tuple(_action(action, plan, rubric, assessment, t) for action in plan.actions)
    curated = plan.updated_with(actions=actions)
    if plan.summary.origin == "person":
        return curated
    return curated.updated_with(
        summary=plan.summary.updated_with(text=summary(curated, rubric, t), origin="rubric")
    )


def why_here(
    action: PlannedAction, rubric: Rubric, assessment: Assessment, language: str, t: Translator
) -> str:
    """Return the person's note quoted, where there is one, and the practice's why."""
    practice = rubric.practices.get(action.practice)
    why = practice.why.say(language) if practice else action.why_here
    answer = assessment.answers.get(action.practice)
    note = quotable(answer.note, NOTE_SHOWN).rstrip(".") if answer else ""
    if not note:
        return why
    quoted = t("You noted: “{note}”", note=note)
    ends = note[-1] in "!?…"
    return f"{quoted}{'' if ends else '.'} {why}".rstrip()


def _action(
    action: PlannedAction, plan: Plan, rubric: Rubric, assessment: Assessment, t: Translator
) -> PlannedAction:
    known = rubric.actions.get(action.id)
    if known is None:
        return action
    texts = {
        "why_here": why_here(action, rubric, assessment, plan.language, t),
        "first_step": known.first_step.say(plan.language),
    }
    changes = {field: text for field, text in texts.items() if not settled(action, field)}
    if not changes:
        return action
    origin = {**action.origin, **dict.fromkeys(changes, "rubric")}
    return action.updated_with(**changes, origin=origin)


def letter_values(profile: Profile, t: Translator) -> dict[str, str]:
    """Return what fills the placeholders of an ask's letter from this organisation."""
    return ask_values(
        t,
        organisation=profile.name,
        region_code=profile.region,
        settlement=profile.settlement,
        people=profile.people_reached,
        mission=profile.mission,
    )


def summary(plan: Plan, rubric: Rubric, t: Translator) -> str:
    """Return the plan in a few plain sentences."""
    open_actions = [action for action in plan.actions if action.status not in {"done", "dropped"}]
    if not plan.scores.answered:
        return t(NOTHING_ANSWERED)
    said = [_standing(plan, t)]
    if open_actions:
        said.append(t.plural("This plan has {n} action.", "This plan has {n} actions.", len(open_actions)))
        said.append(
            t.plural("It covers {n} month.", "It covers {n} months.", plan.limits.months)
            + " "
            + t.plural(
                "It asks for at most {n} day of work a month.",
                "It asks for at most {n} days of work a month.",
                plan.limits.days_per_month,
            )
        )
        said.append(t("First comes: “{title}”.", title=open_actions[0].title.rstrip(".")))
        said.append(_goal(plan.organisation.goal, _serving(open_actions, plan.organisation.goal, rubric), t))
        duties = len({action.duty for action in open_actions if action.duty})
        if duties:
            said.append(
                t.plural(
                    "It covers {n} legal duty; check the current text of the law.",
                    "It covers {n} legal duties; check the current text of the law.",
                    duties,
                )
            )
    else:
        said.append(t("There is nothing to do now: this plan has no open actions."))
    if plan.later:
        said.append(
            t.plural("{n} more action waits for later.", "{n} more actions wait for later.", len(plan.later))
        )
    return " ".join(sentence for sentence in said if sentence)


def _standing(plan: Plan, t: Translator) -> str:
    scores = plan.scores
    if scores.working == 0:
        return t.plural(
            "You answered {n} question; the plan starts from where you are.",
            "You answered {n} questions; the plan starts from where you are.",
            scores.answered,
        )
    return t.plural(
        "{n} of the {answered} practices you answered already works.",
        "{n} of the {answered} practices you answered already work.",
        scores.working,
        answered=t.number(scores.answered),
    )


def _serving(actions: list[PlannedAction], goal: Goal | None, rubric: Rubric) -> int:
    practices = (rubric.practices.get(action.practice) for action in actions)
    return sum(goal in practice.serves for practice in practices if practice)


def _goal(goal: Goal | None, n: int, t: Translator) -> str:
    if n == 0:
        return ""
    match goal:
        case "time":
            return t.plural(
                "You want to save time first: {n} action here serves that.",
                "You want to save time first: {n} actions here serve that.",
                n,
            )
        case "money":
            return t.plural(
                "You want to find money first: {n} action here serves that.",
                "You want to find money first: {n} actions here serve that.",
                n,
            )
        case "reach":
            return t.plural(
                "You want to reach more people first: {n} action here serves that.",
                "You want to reach more people first: {n} actions here serve that.",
                n,
            )
        case "safety":
            return t.plural(
                "You want to be safer first: {n} action here serves that.",
                "You want to be safer first: {n} actions here serve that.",
                n,
            )
        case "reporting":
            return t.plural(
                "You want easier reports first: {n} action here serves that.",
                "You want easier reports first: {n} actions here serve that.",
                n,
            )
        case None:
            return ""
