"""How home opens an organisation: the screen that comes next, and what if another window has it."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from ngo_assist.messages import UserError, msg
from ngo_assist.workspace.conflicts import OrganisationLocked

if TYPE_CHECKING:
    from ngo_assist.application.session import Session
    from ngo_assist.tui.screens.home import HomeScreen

READ_ONLY_TITLE = msg("This organisation is open in another window")
READ_ONLY_TEXT = msg("You can look at it here without changing anything, or close it there first.")


class OrganisationOpening:
    """Belongs to home."""

    def __init__(self, home: HomeScreen) -> None:
        self._home = home

    async def open(self, slug: str, to: str | None = None, assessment_id: str | None = None) -> bool:
        """Open an organisation and show the screen named, or the one that comes next."""
        session = self._home.session
        return await self._opened(lambda: session.open(slug, assessment_id=assessment_id), slug, to)

    async def example(self) -> None:
        """Open the example; make it where there is none yet."""
        from ngo_assist.application.example_organisation import open_example

        session = self._home.session
        try:
            await asyncio.to_thread(lambda: session.rubric)
        except UserError as error:
            self._home.tell(error)
            return
        await self._opened(lambda: open_example(session))

    async def _opened(self, step: Callable[[], None], slug: str = "", to: str | None = None) -> bool:
        home = self._home
        try:
            step()
        except OrganisationLocked as error:
            home.run_worker(self._offer_to_look(slug or Path(error.where).name), group="look")
            return False
        except UserError as error:
            home.tell(error)
            return False
        await home.ngo.go(to or next_screen(home.session))
        return True

    async def _offer_to_look(self, slug: str) -> None:
        from ngo_assist.tui.screens.confirm import ConfirmScreen

        home = self._home
        question = ConfirmScreen(READ_ONLY_TITLE, READ_ONLY_TEXT, yes=msg("Look at it"), no=msg("Go back"))
        if await home.app.push_screen_wait(question):
            await self._opened(lambda: home.session.open(slug, look=True), slug)


def next_screen(session: Session) -> str:
    """Return the name of the screen on which the work goes on."""
    if not session.has_assessment:
        return "profile" if session.read_only else "mode"
    if session.first_left() is not None:
        return "interview"
    plan = session.plans.plan
    return "plan" if plan and plan.assessment == session.assessment.id else "results"
