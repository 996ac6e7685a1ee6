"""The plan as people read it: one Markdown page, in the plan's language."""

from __future__ import annotations

from ngo_assist.assessment.model import Assessment, Profile
from ngo_assist.i18n.labels import SETTLEMENT, label, region
from ngo_assist.i18n.translator import Translator
from ngo_assist.planning.model import Plan
from ngo_assist.report.afterwards import asks, going_on, later, whose_words
from ngo_assist.report.escape import block, inline
from ngo_assist.report.months import MODEL_MARK, months
from ngo_assist.report.standing import duties, where_we_stand
from ngo_assist.rubric.model import Rubric


def plan_markdown(plan: Plan, rubric: Rubric, assessment: Assessment, t: Translator) -> str:
    """Return `plan.md`: CommonMark with GitHub's tables and tick boxes, ending in a newline.

    `t` is the translator of the plan's language (English where the interface lacks it); the rubric's texts
    come in `plan.language`. Whatever stands in names, notes and texts shows as it is, never as markup.
    """
    sections = (
        _opening(plan, t),
        where_we_stand(plan, rubric, assessment, t),
        duties(plan, rubric, assessment, t),
        months(plan, rubric, t),
        later(plan, rubric, t),
        asks(plan, t),
        whose_words(plan, t),
        going_on(plan, rubric, t),
    )
    return "\n\n".join(part for section in sections for part in section if part) + "\n"


def _opening(plan: Plan, t: Translator) -> list[str]:
    profile = plan.organisation
    summary = block(plan.summary.text)
    if summary and plan.summary.origin == "model":
        summary += f" {MODEL_MARK}"
    return [
        f"# {t('Action plan')}: {inline(profile.name)}",
        _organisation(profile, t),
        block(profile.mission),
        summary,
    ]


def _organisation(profile: Profile, t: Translator) -> str:
    facts = [
        inline(label(t, SETTLEMENT, profile.settlement)) if profile.settlement else "",
        inline(region(t, profile.region)) if profile.region else "",
    ]
    if profile.paid_staff is not None:
        facts.append(t.plural("{n} paid worker", "{n} paid workers", profile.paid_staff))
    if profile.volunteers:
        facts.append(t.plural("{n} volunteer", "{n} volunteers", profile.volunteers))
    reached = profile.people_reached
    if reached:
        facts.append(t.plural("{n} person reached a year", "{n} people reached a year", reached))
    return " · ".join(fact for fact in facts if fact)
