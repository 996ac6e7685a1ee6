"""The plan of the assessment that is open: found, kept on the disk at every change, undone and redone.

No widget here. A disk that refuses does not take back a change: the plan stays as the person sees it,
`error` says what happened, and the next change tries again.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from ngo_assist.application.found_plans import found_plans
from ngo_assist.application.history import History
from ngo_assist.application.models import Models
from ngo_assist.assessment.model import Assessment
from ngo_assist.i18n.translator import translator
from ngo_assist.messages import UserError
from ngo_assist.planning.model import Plan
from ngo_assist.report.markdown import plan_markdown
from ngo_assist.rubric.model import Rubric
from ngo_assist.workspace.conflicts import ChangedOnDisk
from ngo_assist.workspace.plan_files import PLAN_MD, PLAN_TOML, markdown_edited

if TYPE_CHECKING:
    from ngo_assist.application.drafting_run import DraftingRun
    from ngo_assist.application.session import Session

LATER, SUMMARY = "later:", "summary"
"""A line of the plan's list that is no action: what waits by its id after the sign, and the text in short."""
EDITED = "plan-edited"
"""What the name begins with under which an edited `plan.md` is kept."""


class OpenPlan:
    """What is open of a plan; what may be done with it is in `PlanSession`."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self.models = Models()
        self._for: tuple[object, str] | None = None
        self.drafting: DraftingRun | None = None
        """The drafting under way, or the last one that ended."""
        self.view = "list"
        """How the plan is looked at, "list" or "timeline": kept while the program runs."""
        self._reset()

    def _reset(self) -> None:
        if self.drafting is not None and self.is_drafting:
            self.drafting.abandon()
        self.drafting = None
        self.place: str | None = None
        """The line of the plan's list that is in view: an action's id mostly, else see `LATER`."""
        self._plan: Plan | None = None
        self._earlier: Plan | None = None
        self._run: tuple[str, str] | None = None
        self._history: History[Plan] = History()
        self._marked: Plan | None = None
        """The plan before the last drafting."""
        self._waits = self._unkept = False
        self.error: UserError | None = None
        """Why the last change is not on the disk; None: it is."""
        self.unreadable: tuple[UserError, ...] = ()

    def opened(self) -> None:
        """Look for the organisation's plans; one that cannot be read never stands in the way."""
        self._for = None
        self._look()

    def closing(self) -> None:
        """Keep what is not kept yet, while it still can be."""
        if self._plan is not None and not self._session.read_only:
            self.flush()

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

    # Keeping

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
    def edited_copies(self) -> tuple[Path, ...]:
        """Copies of `plan.md` as people have edited it, which were kept beside it."""
        return tuple(sorted(self.files[0].parent.glob(f"{EDITED}*.md")))

    def save(self) -> None:
        """Write both files again; what `error` says stands in the way, if anything does."""
        self._keep()

    def save_beside(self) -> None:
        """After `ChangedOnDisk`: keep this window's plan beside the other version and go on with it.

        Raises `UserError` where that fails too.
        """
        folder = self._session.writable
        beside = self._open.updated_with(uid=self._session.uid(), id=folder.new_plan_id(self._session.now()))
        folder.save_plan(
            beside, plan_markdown(beside, self.rubric, self.assessment, translator(beside.language))
        )
        self._plan, self.error = beside, None

    @property
    def changed_elsewhere(self) -> bool:
        """Whether another program has changed the plan that this window has open."""
        return isinstance(self.error, ChangedOnDisk)

    @property
    def edited_elsewhere(self) -> bool:
        """Whether someone has changed `plan.md` since this program wrote it."""
        return markdown_edited(self.files[0].parent)

    # Steps

    def undo(self) -> bool:
        """Take the last change back; False where there is none."""
        return self.can_undo and self._step(self._history.undo)

    def redo(self) -> bool:
        return self.can_redo and self._step(self._history.redo)

    def mark(self) -> None:
        """Remember the plan as it stands as one step for undo, before a drafting changes much."""
        self._marked = self._open
        self._history.remember(self._marked)

    def _carry(self, change: Callable[[Plan], Plan]) -> None:
        """Make a change in every step since the mark, so that none of them takes it back."""
        if self._marked is not None:
            self._history.carry(change, self._marked)

    def seal(self) -> None:
        """End a run of typing: what is typed next is undone by itself."""
        self._run = None

    @property
    def can_undo(self) -> bool:
        return self._history.can_undo and not self._session.read_only

    @property
    def can_redo(self) -> bool:
        return self._history.can_redo and not self._session.read_only

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
        before = self._open
        self._plan = step(before)
        if self.drafting is not None and self._plan is self._marked:
            self.drafting.abandon()  # what it has written is taken back: nothing more is wanted of it
        self.place = changed_place(before, self._plan) or self.place
        self._keep()
        return True

    @contextmanager
    def shown_first(self) -> Iterator[None]:
        """Leave the changes made inside to `flush`, which is called as soon as they are on the screen.

        To write a plan of hundreds of practices takes longer than a key may.
        """
        self._waits = True
        try:
            yield
        finally:
            self._waits = False

    def flush(self) -> None:
        """Keep what was shown first; nothing where all is kept."""
        if self._unkept:
            self._keep()

    def _keep(self) -> None:
        if self._waits:
            self._unkept = True
            return
        self._unkept = False
        try:
            self._session.writable.save_plan(self._open, self.markdown())
        except UserError as error:
            self.error = error
        else:
            self.error = None


def changed_place(before: Plan, after: Plan) -> str | None:
    """Return the line of the one thing that differs, so that it can be shown; None where more do."""
    old, new = ({action.id: action for action in plan.actions} for plan in (before, after))
    found = [id for id in {**old, **new} if old.get(id) != new.get(id)]
    if len(found) == 1:
        return found[0] if found[0] in new else LATER + found[0]
    return SUMMARY if not found and before.summary != after.summary else None
