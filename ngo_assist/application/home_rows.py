"""What home says of each organisation: where it stands, and what comes next."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, Literal

from ngo_assist.application.found_plans import found_plans
from ngo_assist.i18n import Translator
from ngo_assist.later import later
from ngo_assist.messages import UserError

if TYPE_CHECKING:
    from ngo_assist.assessment import scoring
    from ngo_assist.assessment.model import Assessment
    from ngo_assist.planning.model import PlannedAction
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
    """Of the plan, without those dropped; where this assessment has none yet, of the one before."""
    overall: float | None = None
    """Of the newest assessment that is answered whole: a few answers are no level yet."""
    error: UserError | None = None
    ahead: tuple[str, date] | None = None
    """The title of the plan's first action that is not done, and when it begins."""


@dataclass(frozen=True)
class Row:
    """A line of home in words."""

    next: str
    complete: float | None = None
    """How much is answered, 0 to 1, where that is not all of it."""
    answered: str = ""
    day: str = ""
    level: str = ""
    share: float | None = None
    """How far along the levels, 0 to 1."""
    plans: tuple[str, ...] = ("",)
    """The plan's progress, at length and short."""
    archived: str = ""
    ahead: str = ""
    """The plan's next action with its month."""

    @property
    def middles(self) -> tuple[str, ...]:
        """What stands beside the level, from all of it to nothing, for windows of any width."""
        whole = _joined(self.archived, self.answered, self.day)
        shorter = self.archived or self.answered or self.day
        return tuple(dict.fromkeys((whole, shorter, "")))


def standing_of(folder: OrganisationFolder, rubric: Rubric) -> Standing:
    """Read an organisation with its newest assessment and plan. Raises nothing for people's broken files."""
    try:
        folder.organisation()
        head = folder.latest_assessment()
        if head is None:
            broken = next((each.error for each in folder.assessments() if each.error), None)
            return Standing("broken", error=broken) if broken else Standing("mode")
        assessment = folder.assessment(head.id)
        scores = scoring.score(rubric, assessment)
        settled, asked = len(scores.practices) - len(scores.left), len(scores.practices)
        made = assessment.finished or assessment.updated or assessment.started
        found = found_plans(folder, assessment.id)
        plan = found.plan or found.earlier
        actions = [action for action in plan.actions if action.status != "dropped"] if plan else []
        standing = Standing(
            "plan" if found.plan else "results",
            made.date() if made else None,
            settled,
            asked,
            sum(action.status == "done" for action in actions),
            len(actions),
            scores.overall,
            ahead=_ahead(actions),
        )
        if not scores.left:
            return standing
        return replace(standing, next="interview", overall=_overall_before(folder, assessment, rubric))
    except UserError as error:
        return Standing("broken", error=error)


def _ahead(actions: Sequence[PlannedAction]) -> tuple[str, date] | None:
    """Return the open action that comes first: one that is begun before those that are not."""
    open_ = [action for action in actions if action.status in ("doing", "todo")]
    first = min(open_, key=lambda action: (action.status != "doing", action.start), default=None)
    return (first.title, first.start) if first else None


def _overall_before(folder: OrganisationFolder, assessment: Assessment, rubric: Rubric) -> float | None:
    """Return the overall level of the newest assessment that was finished with this rubric."""
    for head in reversed(folder.assessments()):
        if head.finished and head.id != assessment.id:
            try:
                found = folder.assessment(head.id)
            except UserError:
                continue
            if found.rubric.id == rubric.id:
                return scoring.score(rubric, found).overall
    return None


def row_of(standing: Standing, rubric: Rubric, t: Translator, today: date, *, archived: bool = False) -> Row:
    """Return a line of home; the levels' names are in the translator's language where the rubric has it."""
    where, following = in_words(standing, t)
    day = ""
    if standing.day:
        this_year = standing.day.year == today.year
        day = t.day_of_year(standing.day.month, standing.day.day) if this_year else t.date(standing.day)
    row = Row(following, day=day)
    match standing.next:
        case "broken" | "mode":
            row = Row(following, answered=where)
        case "interview":
            complete = standing.settled / standing.asked if standing.asked else None
            row = replace(row, answered=_answered(standing, t), complete=complete)
    if standing.actions and standing.next != "broken":
        whole = t("plan: {done} of {actions} done", done=standing.done, actions=standing.actions)
        short = t("plan {done}/{actions}", done=standing.done, actions=standing.actions)
        row = replace(row, plans=(whole, short))
    if standing.ahead and standing.next == "plan":
        action, start = standing.ahead
        row = replace(row, ahead=t("Next, {month}: {action}", action=action, month=t.month(start)))
    if standing.overall is not None:
        reached = scoring.level_reached(standing.overall, rubric)
        name = rubric.level_name(reached, rubric.language(t.language))
        row = replace(row, level=name, share=standing.overall / rubric.top if rubric.top else None)
    if archived:
        row = replace(row, archived=t("archived"))
    return row


def in_words(standing: Standing, t: Translator) -> tuple[str, str]:
    """Return where it stands and what to do next, in one short line each."""
    day = t.date(standing.day) if standing.day else ""
    match standing.next:
        case "broken":
            return t("A file here cannot be read."), t("See what to mend")
        case "mode":
            return t("No questions answered yet."), t("Begin with the questions")
        case "interview":
            following = t("Go on with the questions") if standing.settled else t("Begin with the questions")
            return _joined(day, _answered(standing, t)), following
        case "results":
            return _joined(day, t("all {asked} answered", asked=standing.asked)), t(
                "See the results and make a plan"
            )
        case "plan":
            done = t("{done} of {actions} actions done", done=standing.done, actions=standing.actions)
            return _joined(day, done), t("Open the plan")


def _answered(standing: Standing, t: Translator) -> str:
    return t("{settled} of {asked} answered", settled=standing.settled, asked=standing.asked)


def _joined(*parts: str) -> str:
    return " · ".join(part for part in parts if part)
