"""The results while they are open: where the reader is, and aims that are set, undone and kept on the disk.

Methods that change something raise `UserError` where that cannot be kept.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ngo_assist.application.aims import Aims, aims_of
from ngo_assist.application.history import History
from ngo_assist.assessment.model import Assessment
from ngo_assist.planning.model import Plan

if TYPE_CHECKING:
    from ngo_assist.application.session import Session


class ResultsSession:
    """Begins anew with each assessment that is opened."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._for: tuple[object, str] | None = None
        self._reset()

    def _reset(self) -> None:
        self._view = ""
        self._practice = ""
        self._history: History[Aims] = History()
        self._planned: tuple[Assessment, Plan | None, str, Plan] | None = None

    def _look(self) -> None:
        now_open = (self._session.folder, self._session.assessment.id)
        if self._for != now_open:
            self._for = now_open
            self._reset()

    @property
    def view(self) -> str:
        """The view that was open last; empty: none yet."""
        self._look()
        return self._view

    @view.setter
    def view(self, view: str) -> None:
        self._look()
        self._view = view

    @property
    def practice(self) -> str:
        """The practice that was looked at last."""
        self._look()
        return self._practice

    @practice.setter
    def practice(self, practice: str) -> None:
        self._look()
        self._practice = practice

    @property
    def planned(self) -> Plan:
        """The plan as it stands, or as it would be made now of these answers and aims. Made once for each."""
        self._look()
        session, plans = self._session, self._session.plans
        plan, language = plans.plan, session.rubric_language
        if plan is not None and not plans.stale:
            return plan
        known = self._planned
        if known and known[0] is session.assessment and known[1] is plan and known[2] == language:
            return known[3]
        made = plans.preview(plans.limits)
        self._planned = (session.assessment, plan, language, made)
        return made

    @property
    def aims(self) -> Aims:
        return aims_of(self._session.assessment)

    def want(self, aims: Aims) -> None:
        """Keep other aims: targets in the assessment, the goal in the organisation's profile too."""
        self._look()
        self._session.writable  # noqa: B018 - raises where nothing may be changed
        before = self.aims
        if aims == before:
            return
        try:
            self._keep(aims)
        finally:
            # A disk that refuses does not take back what is seen.
            if self.aims != before:
                self._history.remember(before)

    @property
    def can_undo(self) -> bool:
        self._look()
        return self._history.can_undo and not self._session.read_only

    @property
    def can_redo(self) -> bool:
        self._look()
        return self._history.can_redo and not self._session.read_only

    def undo(self) -> None:
        if self.can_undo:
            self._keep(self._history.undo(self.aims))

    def redo(self) -> None:
        if self.can_redo:
            self._keep(self._history.redo(self.aims))

    def _keep(self, aims: Aims) -> None:
        session = self._session
        if aims.goal != session.organisation.goal:
            session.change_profile(session.organisation.profile().updated_with(goal=aims.goal))
        # What a plan serves is read from the assessment, a finished one too.
        profile = session.assessment.organisation.updated_with(goal=aims.goal)
        session.change_assessment(
            session.assessment.updated_with(targets=dict(aims.targets), organisation=profile)
        )
