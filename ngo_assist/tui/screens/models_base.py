"""What the screens of the models share: they stand above whatever was there, and follow what is under way."""

from __future__ import annotations

from rich.style import Style
from textual import events, on
from textual.widget import Widget
from textual.widgets import Button

from ngo_assist.application.model_care import ModelCare
from ngo_assist.application.model_outcomes import on_screen
from ngo_assist.application.model_work_view import work_lines
from ngo_assist.messages import UserError
from ngo_assist.tui.ink import colour
from ngo_assist.tui.model_tasks import ModelTasks
from ngo_assist.tui.models_moved import ModelsMoved
from ngo_assist.tui.screens.base import NgoScreen
from ngo_assist.tui.widgets.header import Header
from ngo_assist.tui.widgets.work_strip import WorkStrip


class ModelsScreenBase(NgoScreen):
    """Esc leads back to the screen below. A subclass gives `show_models`, and yields a `WorkStrip`."""

    @property
    def tasks(self) -> ModelTasks:
        return self.ngo.model_tasks

    @property
    def care(self) -> ModelCare:
        return self.tasks.care

    def show_models(self) -> None:
        """Show what is known now."""

    def usual_focus(self) -> Widget | None:
        """Return what takes the focus where a button that had it is gone."""
        return None

    def show_state(self) -> None:
        super().show_state()
        # Models belong to the computer, not to the organisation that is open.
        header = self.query_one(Header)
        header.whose = header.saved = ""

    def retranslate(self) -> None:
        self.show_all()

    @on(ModelsMoved)
    @on(events.ScreenResume)
    def bring_up_to_date(self) -> None:
        """Bring everything up to date; also what has moved under a box."""
        if self._spoken:
            self.show_all()

    def show_all(self) -> None:
        self.show_models()
        if self.query_one(WorkStrip).show(work_lines(self.care, self.t), self.t):
            self.set_focus(self.usual_focus())
        self.refresh_keys()

    @on(Button.Pressed, "#stop-bringing")
    def stop_bringing(self) -> None:
        if self.care.bringing is not None:
            self.care.bringing.stop()

    @on(Button.Pressed, "#stop-examining")
    def stop_examining(self) -> None:
        if self.care.examining is not None:
            self.care.examining.stop()

    def ink(self, name: str, *, bold: bool = False) -> Style:
        """Return a colour of the theme for text that is put together here."""
        return Style(color=colour(self.app, name), bold=bold or None)

    def told(self, error: UserError) -> None:
        self.tell(on_screen(error))

    async def action_back(self) -> None:
        if not self.hush():
            await self.app.pop_screen()
