"""What is done about models, whatever screen is seen: the App owns it, and tells how it ended."""

from __future__ import annotations

import contextlib
from collections.abc import Sequence
from typing import TYPE_CHECKING

from textual.app import ScreenStackError

from ngo_assist.application.model_care import ModelCare, ModelSources
from ngo_assist.application.model_files import Coming
from ngo_assist.application.model_outcomes import brought, examined
from ngo_assist.application.model_work import Bringing, Examining
from ngo_assist.llm.catalogue import ModelFile
from ngo_assist.messages import UserError, msg
from ngo_assist.tui.models_moved import ModelsMoved

if TYPE_CHECKING:
    from ngo_assist.tui.app import NgoAssistApp

WRITING = msg("A model is writing a plan now. Wait for it, or stop it first.")


class ModelTasks:
    def __init__(self, app: NgoAssistApp, sources: ModelSources | None = None) -> None:
        self._app = app
        self.care = ModelCare(sources or ModelSources(), now=app.session.now, moved=self._moved)

    def look(self) -> None:
        """Look again at what is here, and at the servers that run."""
        self._app.keep_going(self.care.refresh(), "models")
        self._app.keep_going(self.care.ask_servers(), "servers")

    def bring(self, coming: Coming) -> None:
        """Begin to bring a model. Raises `UserError`."""
        self._app.keep_going(self._bring(self.care.bring(coming)), "bringing")

    def must_be_free_for(self, model: ModelFile) -> None:
        """Raise `UserError` where a model cannot be examined now."""
        if self._app.session.is_drafting:
            raise UserError(WRITING)
        self.care.must_be_free_for(model)

    def examine(self, model: ModelFile, languages: Sequence[str]) -> None:
        """Begin to examine a model. Raises `UserError`."""
        self.must_be_free_for(model)
        self._app.keep_going(self._examine(self.care.examine(model, languages)), "examining")

    def must_not_be_at_work(self, name: str) -> None:
        """Raise `UserError` where the model of this name writes or is examined."""
        self.care.must_not_be_at_work(name)
        session = self._app.session
        drafting = session.plans.drafting if session.is_drafting else None
        if drafting is not None and drafting.model.name == name:
            raise UserError(WRITING)

    async def _bring(self, run: Bringing) -> None:
        await run.go()
        await self.care.refresh()
        self._app.tell(brought(run))

    async def _examine(self, run: Examining) -> None:
        await run.go()
        self.care.keep_served()
        await self.care.refresh()
        self._app.tell(examined(run))

    def _moved(self) -> None:
        # At the program's end no screen is left to hear of it.
        with contextlib.suppress(ScreenStackError):
            self._app.screen.post_message(ModelsMoved())
