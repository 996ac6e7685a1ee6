"""The plan as it is handed over: where its files are, and how it reads."""

from __future__ import annotations

from rich.text import Text
from textual import on
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.widgets import Button, Static

from ngo_assist.application.short_text import short_text
from ngo_assist.i18n.translator import translator
from ngo_assist.messages import UserError, msg
from ngo_assist.planning.model import Plan
from ngo_assist.tui import keys, plan_keys
from ngo_assist.tui.folder_opener import open_folder
from ngo_assist.tui.screens.choice import ChoiceScreen
from ngo_assist.tui.screens.planning import ReadingScreen
from ngo_assist.tui.widgets.button_row import ButtonRow
from ngo_assist.tui.widgets.laid_out import wrapped
from ngo_assist.tui.widgets.line_list import colour
from ngo_assist.tui.widgets.page import Page

NAME = 16


class SavedScreen(ReadingScreen):
    BACK = "plan"
    GUIDE = msg(
        "Both files are written again at every change, so there is nothing to save. plan.md is for people: "
        "send it, print it, put it on a stick. plan.toml is what this program reads; keep it beside. If "
        "someone edits plan.md, “Write again” keeps that as plan-edited.md and puts the plan of this program "
        "in its place. “Copy” takes the whole text, a short one for a messenger, or the place of the files."
    )
    BINDINGS = keys.bindings(plan_keys.COPY, plan_keys.FOLDER, plan_keys.WRITE_AGAIN)
    DEFAULT_CSS = """
    SavedScreen #place { height: auto; }
    SavedScreen #page { margin-top: 1; background: $surface; padding: 0 1; }
    SavedScreen #preview { height: auto; padding: 0 1 1 1; max-width: 100; }
    """

    def __init__(self) -> None:
        super().__init__()
        self._plan: Plan | None = None

    def heading(self) -> str:
        return self.t("Read and send")

    def body(self) -> ComposeResult:
        yield Static(id="place", markup=False)
        with VerticalScroll(id="page", can_focus=False):
            yield Static(id="preview", markup=False)
        with ButtonRow():
            yield Button(id="copy", variant="primary")
            yield Button(id="folder")
            yield Button(id="write")
            yield Button(id="home")

    def on_mount(self) -> None:
        super().on_mount()
        self.query_one("#copy").focus()

    def retranslate(self) -> None:
        t = self.t
        self.query_one("#copy", Button).label = t("Copy")
        self.query_one("#folder", Button).label = t("Open the folder")
        self.query_one("#write", Button).label = t("Write again")
        self.query_one("#home", Button).label = t("To the organisations")
        self._show_place()
        self._show_page()

    def on_resize(self) -> None:
        super().on_resize()
        self._show_place()

    def on_drafting_moved(self) -> None:
        if self.plans.plan is not self._plan:
            self._show_page()
            self.changed()
        self.tell_of_ending()

    def notify_style_update(self) -> None:
        super().notify_style_update()
        if self._plan is not None and self.is_mounted:
            self._show_page()

    def _show_page(self) -> None:
        self._plan = self.plans.plan
        if self._plan is None:
            return
        inks = {"title": "primary", "section": "secondary", "bold": "foreground", "quiet": "muted"}
        styles = {name: colour(self, ink) for name, ink in inks.items()}
        self.query_one("#preview", Static).update(Page(self.plans.markdown(), styles))

    def _show_place(self) -> None:
        place, t = self.query_one("#place", Static), self.t
        if self.plans.plan is None:
            place.update(t("There is no plan yet."))
            return
        markdown, toml = self.plans.files
        said = Text("\n").join(
            Text(line, self.ink("primary", bold=True))
            for line in wrapped(str(markdown.parent), max(20, self.width_inside))
        )
        what = t("for people: to read, send and print")
        ink = "muted"
        if self.plans.edited_elsewhere:
            what, ink = t("changed outside this program: “Write again” keeps that beside"), "warning"
        self.query_one("#write").display = self.plans.edited_elsewhere
        lines = [(markdown.name, what, ink), (toml.name, t("for this program: keep it beside"), "muted")]
        lines += [(path.name, t("as someone has edited it"), "muted") for path in self.plans.edited_copies]
        for name, words, ink in lines:
            said.append(f"\n{name:{NAME}}  ", self.ink("foreground", bold=True))
            said.append(words, self.ink(ink))
        place.update(said)

    async def action_copy(self) -> None:
        plan = self.plans.plan
        if plan is None:
            return
        t, folder = self.t, str(self.plans.files[0].parent)
        choices = [
            ("text", t("The whole plan")),
            ("short", t("A short text for a messenger")),
            ("place", t("Where the files are")),
        ]

        def chosen(what: str | None) -> None:
            if what == "place":
                self.app.copy_to_clipboard(folder)
                self.tell(msg("Copied, where this terminal allows it: {place}", place=folder))
            elif what == "short":
                self.app.copy_to_clipboard(short_text(plan, translator(plan.language)))
                self.tell(msg("Copied, where this terminal allows it. Paste it into the messenger."))
            elif what is not None:
                self.app.copy_to_clipboard(self.plans.markdown())
                self.tell(msg("Copied, where this terminal allows it. The same text stands in plan.md."))

        await self.ngo.push_screen(ChoiceScreen(t("What should be copied?"), choices, None), chosen)

    async def action_open_folder(self) -> None:
        if self.plans.plan is None:
            return
        folder = self.plans.files[0].parent
        if await open_folder(folder):
            self.tell(msg("The folder opens in another window."))
        else:
            self.tell(msg("No window can be opened from here. The files are in: {place}", place=str(folder)))

    def action_write_again(self) -> None:
        if self.plans.plan is None:
            return
        copies = set(self.plans.edited_copies)
        try:
            self.session.writable  # noqa: B018 - says why nothing can be written
        except UserError as error:
            self.tell(error)
            return
        self.plans.save()
        self.hush()
        kept = [path.name for path in self.plans.edited_copies if path not in copies]
        if self.plans.error is None and kept:
            self.tell(msg("Written again. The edited page was kept as {name}.", name=kept[0]))
        elif self.plans.error is None:
            self.tell(msg("Both files were written again."))
        self.changed()
        self._show_place()

    @on(Button.Pressed, "#copy")
    async def copy_pressed(self) -> None:
        await self.action_copy()

    @on(Button.Pressed, "#folder")
    async def folder_pressed(self) -> None:
        await self.action_open_folder()

    @on(Button.Pressed, "#write")
    def write_pressed(self) -> None:
        self.action_write_again()

    @on(Button.Pressed, "#home")
    async def to_home(self) -> None:
        await self.ngo.go("home")
