"""An organisation's assessments in a list: when, how complete, which level, how far the plan is."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ngo_assist.application.found_plans import found_plans
from ngo_assist.assessment.scoring import level_reached, score
from ngo_assist.i18n import Translator
from ngo_assist.i18n.labels import MODE, label
from ngo_assist.messages import UserError
from ngo_assist.rubric.model import Rubric
from ngo_assist.workspace.organisation_folder import OrganisationFolder


@dataclass(frozen=True)
class AssessmentLine:
    id: str
    at: date | None
    mode: str = ""
    settled: int = 0
    asked: int = 0
    overall: float | None = None
    done: int = 0
    actions: int = 0
    error: UserError | None = None

    @property
    def finished(self) -> bool:
        return self.error is None and self.settled == self.asked

    def day(self, t: Translator) -> str:
        return t.date(self.at) if self.at else self.id

    def words(self, t: Translator, rubric: Rubric) -> str:
        """Return what is known of it in one line."""
        if self.error:
            return t("cannot be read")
        parts = [label(t, MODE, self.mode)]
        if not self.finished:
            parts.append(t("{settled} of {asked} answered", settled=self.settled, asked=self.asked))
        elif self.overall is not None:
            parts.append(rubric.level_name(level_reached(self.overall, rubric), rubric.language(t.language)))
        if self.actions:
            parts.append(t("plan {done}/{actions}", done=self.done, actions=self.actions))
        return " · ".join(parts)


def assessment_lines(folder: OrganisationFolder, rubric: Rubric) -> list[AssessmentLine]:
    """Return a line for each assessment, the newest first; one that cannot be read has its error."""
    return [_line(folder, head.id, rubric) for head in reversed(folder.assessments())]


def _line(folder: OrganisationFolder, id: str, rubric: Rubric) -> AssessmentLine:
    try:
        assessment = folder.assessment(id)
    except UserError as error:
        return AssessmentLine(id, None, error=error)
    scores = score(rubric, assessment)
    made = assessment.finished or assessment.updated or assessment.started
    plan = found_plans(folder, id).plan
    actions = [action for action in plan.actions if action.status != "dropped"] if plan else []
    return AssessmentLine(
        id,
        made.date() if made else None,
        assessment.mode,
        len(scores.practices) - len(scores.left),
        len(scores.practices),
        scores.overall,
        sum(action.status == "done" for action in actions),
        len(actions),
    )
