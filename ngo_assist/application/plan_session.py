"""One assessment's plan while it is open: made, changed, undone, and kept on the disk at every change.

No widget here. A disk that refuses does not take back a change: the plan stays as the person sees it,
`error` says what happened, and the next change tries again.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from ngo_assist.application import own_words, plan_edit
from ngo_assist.application.found_plans import found_plans
from ngo_assist.application.history import History
from ngo_assist.application.models import Models
from ngo_assist.assessment.model import Assessment
from ngo_assist.drafting.curated import letter_values
from ngo_assist.i18n.translator import translator
from ngo_assist.messages import Message, UserError
from ngo_assist.planning.limits import default_limits
from ngo_assist.planning.model import Limits, Plan, PlannedAction, Status, Summary
from ngo_assist.planning.plan import make_plan
from ngo_assist.report.markdown import plan_markdown
from ngo_assist.rubric.model import Rubric
from ngo_assist.workspace.plan_files import PLAN_MD, PLAN_TOML

if TYPE_CHECKING:
    from ngo_assist.application.drafting_run import DraftingRun
    from ngo_assist.application.session import Session

PREVIEW = "preview"
SUMMARY = ("", "summary")
"""A run of typing in the summary."""


class PlanSession:
    """What is open of a plan, and what may be done with it."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self.models = Models()
        self._for: tuple[object, str] | None = None
        self.drafting: DraftingRun | None = None
        """The drafting under way, or the last one that ended."""
        self._reset()

    def _reset(self) -> None:
        if self.drafting is not None and self.is_drafting:
            self.drafting.abandon()
        self.drafting = None
        self.place: str | None = None
        """The line of the plan's list that is in view: an action's id mostly."""
        self._plan: Plan | None = None
        self._earlier: Plan | None = None
        self._run: tuple[str, str] | None = None
        self._history: History[Plan] = History()
        self.error: UserError | None = None
        """Why the last change is not on the disk; None: it is."""
        self.unreadable: tuple[UserError, ...] = ()

    def opened(self) -> None:
        """Look for the organisation's plans; one that cannot be read never stands in the way."""
        self._for = None
        self._look()

    def closed(self) -> None:
        self._for = None
        self._reset()

    @property
    def plan(self) -> Plan | None:
        """The newest plan of the open assessment."""
        self._look()
        return self._plan

    @property
    def earlier(self) -> Plan | None:
        """The newest plan of another assessment, which the first plan of this one continues."""
        self._look()
        return self._earlier

    @property
    def rubric(self) -> Rubric:
        return self._session.rubric

    @property
    def assessment(self) -> Assessment:
        return self._session.assessment

    def _look(self) -> None:
        """Read the plans from the disk when another assessment is open than the last time."""
        folder = self._session.folder
        if folder is None or not self._session.has_assessment:
            return
        now_open = (folder, self.assessment.id)
        if self._for == now_open:
            return
        self._reset()
        self._for = now_open
        found = found_plans(folder, self.assessment.id)
        self._plan, self._earlier, self.unreadable = found.plan, found.earlier, found.unreadable

    @property
    def is_drafting(self) -> bool:
        return self.drafting is not None and not self.drafting.ended

    @property
    def read_only(self) -> bool:
        return self._session.read_only

    @property
    def stale(self) -> bool:
        """Whether answers have changed since the plan was made."""
        plan = self.plan
        return plan is not None and plan.assessment_updated != self.assessment.updated

    @property
    def limits(self) -> Limits:
        """The plan's limits; before there is one, those that fit the organisation."""
        plan = self.plan
        return plan.limits if plan is not None else self.usual_limits

    @property
    def usual_limits(self) -> Limits:
        """What fits an organisation of this size and connection."""
        return default_limits(self.rubric, self.assessment, self._session.now().date())

    def preview(self, limits: Limits) -> Plan:
        """Return the plan that `limits` would make, in the reader's language. Nothing is kept."""
        plan = self.plan
        language = self._session.rubric_language
        values = letter_values(self.assessment.organisation, translator(language))
        return make_plan(
            self.rubric,
            self.assessment,
            limits,
            language=language,
            created=self._session.now(),
            uid=plan.uid if plan else PREVIEW,
            id=plan.id if plan else PREVIEW,
            ask_values=values,
            earlier=plan or self.earlier,
        )

    def make(self, limits: Limits) -> Plan:
        """Plan, or plan again: what a person has set, begun or done stays. Kept at once.

        Raises `UserError` where the organisation may only be looked at.
        """
        folder = self._session.writable
        planned, before = self.preview(limits), self.plan
        planned = own_words.curated(planned, self.rubric, self.assessment)
        if before is None:
            planned = planned.updated_with(
                uid=self._session.uid(), id=folder.new_plan_id(self._session.now())
            )
        else:
            planned = plan_edit.keep_words(planned, before)
        self._take(planned)
        return planned

    def action(self, id: str) -> PlannedAction:
        return plan_edit.action_of(self._open, id)

    def edit(self, id: str, field: str, text: str, *, run: bool = False) -> Message | None:
        """Put a person's words into a field; return why not where it cannot be.

        In a `run` of typing the changes up to `seal` are one step to undo.
        """
        self._session.writable  # noqa: B018 - raises where nothing may be changed
        changed = plan_edit.with_text(self._open, id, field, text, self.own_words(id))
        if isinstance(changed, Message):
            return changed
        same_run = run and self._run == (id, field)
        self._take(changed, step=not same_run)
        self._run = (id, field) if run else None
        return None

    def seal(self) -> None:
        """End a run of typing: what is typed next is undone by itself."""
        self._run = None

    def set_back(self, id: str, field: str) -> None:
        """Put the rubric's words back."""
        own = self.own_words(id)
        if own is not None:
            self._take(plan_edit.set_back(self._open, id, field, own))

    def move(self, id: str, start: date) -> None:
        self._take(plan_edit.with_start(self._open, id, start))

    def free(self, id: str) -> None:
        """Let planning again find the action's month."""
        self._take(plan_edit.without_pin(self._open, id, "start"))

    def set_status(self, id: str, status: Status) -> None:
        self._take(plan_edit.with_status(self._open, id, status, self._session.now().date()))

    def set_summary(self, text: str, *, run: bool = False) -> None:
        """Put a person's words into the summary; an empty text leaves it. See `edit` for `run`."""
        changed = plan_edit.with_summary(self._open, text)
        same_run = run and self._run == SUMMARY
        if changed is not self.plan:
            self._take(changed, step=not same_run)
            self._run = SUMMARY if run else None

    def set_summary_back(self) -> None:
        """Put the rubric's summary back."""
        self._take(self._open.updated_with(summary=self.own_summary()))

    def own_summary(self) -> Summary:
        """Return the summary as the rubric's words make it."""
        return own_words.own_summary(self._open, self.rubric, self.assessment)

    def drafted(self, plan: Plan) -> None:
        """Take what a model has drafted so far; a person's words of the meantime stay before it."""
        # One step back takes away the whole drafting, not a text.
        self._take(plan_edit.with_drafted(self._open, plan), step=False)

    def without_model(self) -> None:
        """Put the rubric's words where a model's are; a person's stay."""
        self._take(own_words.without_model(self._open, self.rubric, self.assessment))

    def own_words(self, id: str) -> PlannedAction | None:
        """Return the action in the rubric's words; None where the rubric no longer has it."""
        return own_words.own_action(self._open, id, self.rubric, self.assessment)

    def undo(self) -> bool:
        """Take the last change back; False where there is none."""
        return self.can_undo and self._step(self._history.undo)

    def redo(self) -> bool:
        return self.can_redo and self._step(self._history.redo)

    def save(self) -> None:
        """Try again to keep the plan."""
        self._keep()

    def mark(self) -> None:
        """Remember the plan as it stands as one step for undo, before a drafting changes much."""
        self._history.remember(self._open)

    @property
    def can_undo(self) -> bool:
        return self._history.can_undo and not self._session.read_only

    @property
    def can_redo(self) -> bool:
        return self._history.can_redo and not self._session.read_only

    @property
    def files(self) -> tuple[Path, Path]:
        """Where `plan.md` and `plan.toml` are."""
        assert self._session.folder is not None, "no organisation is open"
        folder = self._session.folder.plan_path(self._open.id)
        return folder / PLAN_MD, folder / PLAN_TOML

    def markdown(self) -> str:
        """Return the plan as people read it, in the plan's language."""
        plan = self._open
        return plan_markdown(plan, self.rubric, self.assessment, translator(plan.language))

    @property
    def _open(self) -> Plan:
        plan = self.plan
        assert plan is not None, "no plan is open"
        return plan

    def _take(self, changed: Plan, *, step: bool = True) -> None:
        self._session.writable  # noqa: B018 - raises where nothing may be changed
        if changed is self._plan:
            return
        if self._plan is not None and step:
            self._history.remember(self._plan)
        self._plan = changed
        self._keep()

    def _step(self, step: Callable[[Plan], Plan]) -> bool:
        self._plan = step(self._open)
        self._keep()
        return True

    def _keep(self) -> None:
        try:
            self._session.writable.save_plan(self._open, self.markdown())
        except UserError as error:
            self.error = error
        else:
            self.error = None
