"""What home says of each organisation: where it stands, and what comes next."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Literal

from ngo_assist.application.found_plans import found_plans
from ngo_assist.i18n import Translator
from ngo_assist.later import later
from ngo_assist.messages import UserError

if TYPE_CHECKING:
    from ngo_assist.assessment import scoring
    from ngo_assist.rubric.model import Rubric
    from ngo_assist.workspace.organisation_folder import OrganisationFolder
else:  # the list shows before anything is scored
    scoring = later("ngo_assist.assessment.scoring")

Next = Literal["mode", "interview", "results", "plan", "broken"]
"""The screen that comes next; "broken": a file must be mended first."""


@dataclass(frozen=True)
class Standing:
    """One organisation in the list."""

    next: Next
    day: date | None = None
    settled: int = 0
    """Practices answered, or said not to apply."""
    asked: int = 0
    done: int = 0
    actions: int = 0
    """Of the plan, without those dropped."""
    error: UserError | None = None


def standing_of(folder: OrganisationFolder, rubric: Rubric) -> Standing:
    """Read an organisation with its newest assessment and plan. Raises nothing for people's broken files."""
    try:
        folder.organisation()
        head = folder.latest_assessment()
        if head is None:
            broken = next((each.error for each in folder.assessments() if each.error), None)
            return Standing("broken", error=broken) if broken else Standing("mode")
        assessment = folder.assessment(head.id)
        practices = scoring.score(rubric, assessment).practices.values()
        settled = sum(each.standing in ("level", "not_applicable") for each in practices)
        made = assessment.finished or assessment.updated or assessment.started
        day = made.date() if made else None
        if settled < len(practices):
            return Standing("interview", day, settled, len(practices))
        plan = found_plans(folder, assessment.id).plan
        if plan is None:
            return Standing("results", day, settled, len(practices))
        actions = [action for action in plan.actions if action.status != "dropped"]
        done = sum(action.status == "done" for action in actions)
        return Standing("plan", day, settled, len(practices), done, len(actions))
    except UserError as error:
        return Standing("broken", error=error)


def in_words(standing: Standing, t: Translator) -> tuple[str, str]:
    """Return where it stands and what to do next, in one short line each."""
    day = t.date(standing.day) if standing.day else ""
    match standing.next:
        case "broken":
            return t("A file here cannot be read."), t("See what to mend")
        case "mode":
            return t("No questions answered yet."), t("Begin with the questions")
        case "interview":
            answered = t("{settled} of {asked} answered", settled=standing.settled, asked=standing.asked)
            following = t("Go on with the questions") if standing.settled else t("Begin with the questions")
            return _joined(day, answered), following
        case "results":
            return _joined(day, t("all {asked} answered", asked=standing.asked)), t(
                "See the results and make a plan"
            )
        case "plan":
            done = t("{done} of {actions} actions done", done=standing.done, actions=standing.actions)
            return _joined(day, done), t("Open the plan")


def _joined(*parts: str) -> str:
    return " · ".join(part for part in parts if part)
