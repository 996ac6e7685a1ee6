"""The plan as it is handed over: where its files are, and how it reads."""

from __future__ import annotations

from rich.text import Text
from textual import on
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.widgets import Button, Static

from ngo_assist.messages import msg
from ngo_assist.tui import keys, plan_keys
from ngo_assist.tui.folder_opener import open_folder
from ngo_assist.tui.screens.planning import ReadingScreen
from ngo_assist.tui.widgets.button_row import ButtonRow
from ngo_assist.tui.widgets.page import Page


class SavedScreen(ReadingScreen):
    BACK = "plan"
    GUIDE = msg(
        "Both files are written again at every change, so there is nothing to save. plan.md is for "
        "people: send it, print it, put it on a stick. plan.toml is what this program reads; keep it "
        "beside."
    )
    BINDINGS = keys.bindings(plan_keys.COPY, plan_keys.FOLDER)
    CSS = """
    SavedScreen #place { height: auto; }
    SavedScreen #page { margin-top: 1; background: $surface; padding: 0 1; }
    SavedScreen #preview { height: auto; padding: 1; max-width: 100; }
    """

    def heading(self) -> str:
        return self.t("Read and send")

    def body(self) -> ComposeResult:
        yield Static(id="place", markup=False)
        with VerticalScroll(id="page", can_focus=False):
            yield Static(id="preview", markup=False)
        with ButtonRow():
            yield Button(id="copy")
            yield Button(id="folder")
            yield Button(id="home", variant="primary")

    def on_mount(self) -> None:
        super().on_mount()
        if self.plans.plan is not None:
            self.query_one("#preview", Static).update(Page(self.plans.markdown()))
        self.query_one("#copy").focus()

    def retranslate(self) -> None:
        t = self.t
        self.query_one("#copy", Button).label = t("Copy the place")
        self.query_one("#folder", Button).label = t("Open the folder")
        self.query_one("#home", Button).label = t("To the beginning")
        if self.plans.plan is None:
            self.query_one("#place", Static).update(t("There is no plan yet."))
            return
        markdown, toml = self.plans.files
        place = Text.assemble(
            (str(markdown.parent), self.ink("primary", bold=True)),
            (f"\n{markdown.name}", self.ink("foreground", bold=True)),
            (f"  {t('for people: to read, send and print')}", self.ink("muted")),
            (f"\n{toml.name}", self.ink("foreground", bold=True)),
            (f"  {t('for this program: keep it beside')}", self.ink("muted")),
        )
        self.query_one("#place", Static).update(place)

    def action_copy(self) -> None:
        if self.plans.plan is None:
            return
        self.app.copy_to_clipboard(str(self.plans.files[0].parent))
        self.tell(
            msg("Copied, where this terminal allows it: {place}", place=str(self.plans.files[0].parent))
        )

    async def action_open_folder(self) -> None:
        if self.plans.plan is None:
            return
        folder = self.plans.files[0].parent
        if await open_folder(folder):
            self.tell(msg("The folder opens in another window."))
        else:
            self.tell(msg("No window can be opened from here. The files are in: {place}", place=str(folder)))

    @on(Button.Pressed, "#copy")
    def copy_pressed(self) -> None:
        self.action_copy()

    @on(Button.Pressed, "#folder")
    async def folder_pressed(self) -> None:
        await self.action_open_folder()

    @on(Button.Pressed, "#home")
    async def to_home(self) -> None:
        await self.ngo.go("home")
