"""The program on screen: puts the parts together and says which screen stands where.

Under the screens lies home; `go` puts one other above it. Modals stand above that for a moment.
"""

from __future__ import annotations

import asyncio
import os
from collections.abc import Callable, Coroutine
from contextlib import suppress
from datetime import datetime
from functools import cached_property
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

from textual.app import App

from ngo_assist.application.session import Session
from ngo_assist.application.settings import SettingsFile, ThemeName
from ngo_assist.cli.language import fitting, system_language
from ngo_assist.i18n import LANGUAGES
from ngo_assist.messages import Message, UserError
from ngo_assist.tui import keys
from ngo_assist.tui.closing import when_closed
from ngo_assist.tui.screens.base import AnyScreen, NgoScreen
from ngo_assist.tui.theme import THEMES
from ngo_assist.workspace.store import Workspace, random_uid

if TYPE_CHECKING:
    from ngo_assist.rubric.model import Rubric
    from ngo_assist.tui.model_tasks import ModelTasks

RUBRIC = "socialtech"
"""The rubric that is asked where none is named."""

FIRST_LANGUAGE = "kk"
"""The language that is offered first where the computer says nothing of its user's."""

SCREENS: dict[str, tuple[str, str]] = {
    "home": ("home", "HomeScreen"),
    "profile": ("profile", "ProfileScreen"),
    "mode": ("mode", "ModeScreen"),
    "interview": ("interview", "InterviewScreen"),
    "results": ("results", "ResultsScreen"),
    "limits": ("limits", "LimitsScreen"),
    "plan": ("plan", "PlanScreen"),
    "action": ("action", "ActionScreen"),
    "drafting": ("drafting", "DraftingScreen"),
    "model": ("model", "ModelScreen"),
    "saved": ("saved", "SavedScreen"),
    "received": ("received", "ReceivedScreen"),
}
"""Module in `screens` and class, by the name that `go` and `BACK` use; loaded when first shown."""


class NgoAssistApp(App[None]):
    TITLE = "NGO Assist"
    ENABLE_COMMAND_PALETTE = False  # F10 opens a menu of our own, in the user's language
    CSS_PATH = "app.tcss"
    BINDINGS = keys.bindings(*keys.GLOBAL)

    def __init__(
        self, session: Session, settings: SettingsFile, *, first: str = "home", ask_language: bool = False
    ) -> None:
        """`first` names the screen to begin with, see `SCREENS`; `ask_language` lets it be chosen first."""
        super().__init__()
        self.session = session
        self.settings = settings
        self._first, self._ask_language = first, ask_language
        self._tasks: set[asyncio.Task[Any]] = set()
        self._leaving = False
        for theme in THEMES.values():
            self.register_theme(theme)
        # As it is to be before anything is styled: else every style is read and applied once more.
        self.set_reactive(App.theme, THEMES[settings.settings.theme].name)
        self.stylesheet.set_variables(self.get_css_variables())
        self._refresh_truecolor_filter(self.ansi_theme)

    def get_default_screen(self) -> NgoScreen:
        return _screen("home")

    def on_mount(self) -> None:
        self.screen.call_later(self._begin)
        if not self.is_headless:
            when_closed(self.keep_typed, lambda: self.call_later(self._leave))

    async def _begin(self) -> None:
        """Go on from home, which is there now."""
        if self._first != "home":
            await self.go(self._first)
        if self._ask_language:
            await self.action_language()
        if self.settings.error:
            self.tell(self.settings.error)

    async def go(self, name: str) -> None:
        """Show the screen of this name above home; what stood above home is gone.

        The change is made after the handler that asks for it: a screen cannot wait for its own end. The way
        home closes the organisation, so a model at work is asked after first.
        """
        if name == "home" and self.session.is_drafting:
            from ngo_assist.tui.screens.still_writing import still_writing

            await self.push_screen(still_writing(), self._go_home_if)
        elif name == "home" and not self._saved():
            await self._ask_to_leave_unsaved(self._go_home_if)
        else:
            self.call_later(self._go, name)

    def _go_home_if(self, wanted: bool | None) -> None:
        if wanted:
            self.call_later(self._go, "home")

    async def _go(self, name: str) -> None:
        if self._leaving:
            return  # Textual puts no more screens together
        while len(self.screen_stack) > 1 and not isinstance(self.screen, NgoScreen):
            await self.pop_screen()
        if name == "home":
            # Screens draw what is open until their end: it is let go after them.
            while len(self.screen_stack) > 1:
                await self.pop_screen()
            self.session.close()
            self.show_state()
        elif len(self.screen_stack) > 1:
            await self.switch_screen(_screen(name))
        else:
            await self.push_screen(_screen(name))

    def tell(self, said: UserError | Message) -> None:
        """Show a notice on the screen that is seen."""
        if isinstance(self.screen, AnyScreen):
            self.screen.tell(said)

    def show_state(self) -> None:
        """Bring the top line of the screen, also under a modal, up to date."""
        for screen in self.screen_stack:
            if isinstance(screen, NgoScreen) and screen.is_mounted:
                screen.show_state()

    def speak(self, language: str) -> None:
        """Change the language at once, on every screen that is open."""
        self.session.language = language
        self.settings.change(language=language)
        for screen in self.screen_stack:
            if isinstance(screen, AnyScreen):
                screen.speak()
        if self.settings.error:
            self.tell(self.settings.error)

    def wear(self, theme: ThemeName) -> None:
        """Change the colours."""
        self.theme = THEMES[theme].name
        self.settings.change(theme=theme)

    def keep_going(self, work: Coroutine[Any, Any, None], name: str) -> asyncio.Task[None]:
        """Run work that outlives its screen, such as drafting; it is cancelled when the program ends."""
        task = asyncio.create_task(work, name=name)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)
        return task

    @cached_property
    def model_tasks(self) -> ModelTasks:
        """What is known of models, and what is under way with them whatever screen is seen."""
        from ngo_assist.tui.model_tasks import ModelTasks

        return ModelTasks(self)

    async def action_models(self) -> None:
        from ngo_assist.tui.screens.models import ModelsScreen

        if not any(isinstance(screen, ModelsScreen) for screen in self.screen_stack):
            await self.push_screen(ModelsScreen())

    async def action_help(self) -> None:
        from ngo_assist.tui.screens.help import HelpScreen

        if isinstance(self.screen, AnyScreen) and not isinstance(self.screen, HelpScreen):
            await self.push_screen(HelpScreen(self.screen))

    async def action_language(self) -> None:
        from ngo_assist.tui.screens.language import LanguageScreen

        if not isinstance(self.screen, LanguageScreen):
            await self.push_screen(LanguageScreen())

    async def action_menu(self) -> None:
        from ngo_assist.tui.screens.menu import MenuScreen

        if isinstance(self.screen, AnyScreen) and not isinstance(self.screen, MenuScreen):
            await self.push_screen(MenuScreen(self.screen))

    async def action_words(self) -> None:
        from ngo_assist.tui.screens.glossary import GlossaryScreen

        if isinstance(self.screen, AnyScreen) and not isinstance(self.screen, GlossaryScreen):
            await self.push_screen(GlossaryScreen())

    def keep_typed(self) -> None:
        """Save what is being typed on any screen that is open."""
        for screen in self.screen_stack:
            if isinstance(screen, AnyScreen) and screen.is_mounted:
                screen.keep_typed()

    def _saved(self) -> bool:
        """Try once more to save what could not be; tell whether all is on the disk."""
        if self.session.unsaved:
            with suppress(UserError):
                self.session.change_assessment(self.session.assessment)
        return not self.session.unsaved

    async def action_leave(self) -> None:
        self.keep_typed()
        if self._saved():
            await self._leave()
        else:
            await self._ask_to_leave_unsaved(self._leave_if)

    async def _ask_to_leave_unsaved(self, then: Callable[[bool | None], None]) -> None:
        from ngo_assist.tui.screens.still_unsaved import UnsavedScreen, still_unsaved

        if not isinstance(self.screen, UnsavedScreen):
            await self.push_screen(still_unsaved(), then)

    def _leave_if(self, wanted: bool | None) -> None:
        if wanted:
            self.call_later(self._leave)

    async def _leave(self) -> None:
        self._leaving = True
        for task in tuple(self._tasks):
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        self.exit()

    def on_unmount(self) -> None:
        if self._leaving:
            self.session.close()


def _screen(name: str) -> NgoScreen:
    module, cls = SCREENS[name]
    screen = getattr(import_module(f"ngo_assist.tui.screens.{module}"), cls)()
    assert isinstance(screen, NgoScreen)
    return screen


def run(workspace: Path, rubric: Path | None, language: str | None) -> int:
    """Run the program on the screen until the user leaves; return the exit status.

    `rubric` is a rubric's folder, None: the one that comes with the program; `language` is the one asked
    for. Without it and without settings the program asks for it before anything else.
    """
    settings = SettingsFile.read()

    def rubric_at_hand() -> Rubric:
        # Reading and checking a rubric has no part in the first screen.
        from ngo_assist.rubric.load import load_rubric, shipped

        return load_rubric(rubric or shipped(RUBRIC))

    known = language or settings.settings.language
    session = Session(
        Workspace(workspace),
        rubric_at_hand,
        known or fitting(system_language(os.environ) or "", tuple(LANGUAGES)) or FIRST_LANGUAGE,
        now=lambda: datetime.now().astimezone(),
        uid=random_uid,
    )
    app = NgoAssistApp(session, settings, ask_language=known is None)
    try:
        app.run()
    finally:
        session.close()
    return app.return_code or 0
