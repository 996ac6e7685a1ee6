"""Home: the organisations, what comes next for each, a new one, an example."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from pathlib import Path

from rich.cells import cell_len
from textual import events, on, work
from textual.app import ComposeResult
from textual.widgets import Button, Input, OptionList, Static
from textual.widgets.option_list import Option

from ngo_assist.application.home_rows import Standing, in_words, standing_of
from ngo_assist.messages import UserError, msg
from ngo_assist.tui import keys
from ngo_assist.tui.folding import contains
from ngo_assist.tui.screens.base import NgoScreen
from ngo_assist.tui.widgets.button_row import ButtonRow
from ngo_assist.tui.widgets.laid_out import LaidOut, Piece, cut, filled
from ngo_assist.workspace.conflicts import OrganisationLocked
from ngo_assist.workspace.store import Listed

SEARCH_FROM = 6
"""With fewer organisations a search field only asks for attention."""
PAINTED_MOST = 0.5
"""Seconds; a picture takes some hundredths."""

WELCOME = msg(
    "You answer questions about how your organisation works with computers, phones and data. You get a plan"
    " of small steps that fits your time, your money and your connection. Nothing leaves this computer."
)
READ_ONLY_TITLE = msg("This organisation is open in another window")
READ_ONLY_TEXT = msg("You can look at it here without changing anything, or close it there first.")


class HomeScreen(NgoScreen):
    GUIDE = msg(
        "Your organisations. Choose one to go on where you stopped. “New organisation” begins with a short"
        " form; “See an example” opens a village organisation that is filled in already, to try things out."
    )
    AUTO_FOCUS = ""
    BINDINGS = keys.bindings(
        keys.Key("f3", "profile", msg("Profile"), "F3"),
        keys.Key("f4", "results", msg("Results"), "F4"),
        keys.Key("f5", "again", msg("Assess again"), "F5"),
        keys.Key("escape", "back"),
    )
    DEFAULT_CSS = """
    HomeScreen #find { margin-bottom: 1; display: none; }
    HomeScreen #welcome { max-width: 76; margin-bottom: 1; }
    HomeScreen #body { overflow-y: hidden; }
    HomeScreen #organisations { height: auto; max-height: 1fr; }
    HomeScreen .buttons { margin-top: 1; }
    """

    def __init__(self) -> None:
        super().__init__()
        self._listed: list[Listed] = []
        self._shown: list[Listed] = []
        self._standings: dict[str, Standing] = {}
        self._fresh = False
        """Whether the list was read for the screen that is about to be seen."""

    def body(self) -> ComposeResult:
        yield Static(id="title", classes="title", markup=False)
        yield Static(id="welcome", classes="text", markup=False)
        yield Input(id="find")
        yield OptionList(id="organisations", markup=False)
        with ButtonRow():
            yield Button(id="new", variant="primary")
            yield Button(id="example")

    @property
    def _list(self) -> OptionList:
        return self.query_one("#organisations", OptionList)

    def retranslate(self) -> None:
        self.query_one("#title", Static).update(
            self.t("Your organisations") if self._listed else self.t("Welcome")
        )
        self.query_one("#welcome", Static).update(self.t(WELCOME))
        self.query_one("#find", Input).placeholder = self.t("Type a part of the name")
        self.query_one("#new", Button).label = self.t("New organisation")
        self.query_one("#example", Button).label = self.t("See an example")
        self._fill()

    @on(events.Mount)
    async def read_first(self) -> None:
        # Nothing is seen before this is over: the first picture has the organisations in it.
        self._fresh = await self._read()

    @on(events.ScreenResume)
    def refresh_list(self, event: events.ScreenResume) -> None:
        """Read the list again: this is where all ways lead back to."""
        # What has just been mounted is styled already.
        event.refresh_styles = not self._fresh
        self.show_state()
        self._load()

    def _from_disk(self) -> tuple[tuple[Listed, ...], str]:
        workspace = self.session.workspace
        listed, latest = workspace.organisations(), workspace.latest()
        return listed, latest[0] if latest else ""

    async def _read(self) -> bool:
        """Read the list; tell whether that was possible."""
        try:
            listed, latest = await asyncio.to_thread(self._from_disk)
        except UserError as error:
            self.tell(error)
            return False
        # What was worked on last stands first: to go on with it takes one key.
        self._listed = sorted(listed, key=lambda each: each.slug != latest)
        self._standings.clear()
        self.query_one("#welcome").display = not self._listed
        self._list.display = bool(self._listed)
        self.query_one("#find").display = len(self._listed) >= SEARCH_FROM
        self.set_focus(self._list if self._listed else self.query_one("#new"))
        return True

    @work(exclusive=True, group="home")
    async def _load(self) -> None:
        if not self._fresh:
            if not await self._read():
                return
            self.retranslate()
        self._fresh = False
        # Scoring loads the models, which takes longer than the whole first screen: names come first.
        painted = asyncio.Event()
        self.call_after_refresh(painted.set)
        # A screen that another one covers meanwhile may never be painted.
        with suppress(TimeoutError):
            await asyncio.wait_for(painted.wait(), PAINTED_MOST)
        self._read_visible()

    @work(exclusive=True, group="standings")
    async def _read_visible(self) -> None:
        """Read the assessments of the organisations in sight, not of a thousand."""
        try:
            rubric = await asyncio.to_thread(lambda: self.session.rubric)
        except UserError as error:
            self.tell(error)
            return
        for listed in self._in_sight():
            if listed.slug in self._standings:
                continue
            if listed.error:
                standing = Standing("broken", error=listed.error)
            else:
                folder = self.session.workspace.folder(listed.slug)
                standing = await asyncio.to_thread(standing_of, folder, rubric)
            self._standings[listed.slug] = standing
            self._redraw_one(listed)
        self.refresh_keys()

    def _in_sight(self) -> list[Listed]:
        top = int(self._list.scroll_offset.y) // 3
        many = max(1, self.size.height // 3 + 2)
        return self._shown[max(0, top - 1) : top + many]

    def _fill(self) -> None:
        kept = self.chosen
        wanted = self.query_one("#find", Input).value
        self._shown = [each for each in self._listed if contains(each.name, wanted)]
        self._list.set_options(Option(self._row(each), id=each.slug) for each in self._shown)
        places = [each.slug for each in self._shown]
        if kept and kept.slug in places:
            self._list.highlighted = places.index(kept.slug)
        elif places:
            self._list.highlighted = 0
        self.refresh_keys()

    def _redraw_one(self, listed: Listed) -> None:
        if listed in self._shown:
            self._list.replace_option_prompt(listed.slug, self._row(listed))

    def _row(self, listed: Listed) -> LaidOut:
        """Return three lines: the name and what comes next, where it stands, a gap."""
        standing = self._standings.get(listed.slug)
        stands, following = in_words(standing, self.t) if standing else ("…", "")
        arrow = f"  {following} →" if following else ""

        def lay_out(width: int) -> list[list[Piece]]:
            left = width - cell_len(arrow)
            name = [(filled(cut(listed.name, left), left), True), (arrow, False)]
            return [name, [(cut(stands, width), False)], []]

        return LaidOut(lay_out)

    @property
    def chosen(self) -> Listed | None:
        place = self._list.highlighted
        return self._shown[place] if place is not None and place < len(self._shown) else None

    @on(Input.Changed, "#find")
    def search(self) -> None:
        self._fill()
        self._read_visible()

    @on(Input.Submitted, "#find")
    async def open_found(self) -> None:
        if self.chosen:
            await self._enter(self.chosen)

    @on(OptionList.OptionHighlighted, "#organisations")
    def look_closer(self) -> None:
        self.refresh_keys()
        if any(each.slug not in self._standings for each in self._in_sight()):
            self._read_visible()

    def on_key(self, event: events.Key) -> None:
        # Letters typed in the list go to the search: nobody should have to find the field first.
        field = self.query_one("#find", Input)
        if field.display and self.focused is self._list and event.character and event.is_printable:
            event.stop()
            field.focus()
            field.insert_text_at_cursor(event.character)

    @on(OptionList.OptionSelected, "#organisations")
    async def enter(self, event: OptionList.OptionSelected) -> None:
        await self._enter(self._shown[event.option_index])

    async def _enter(self, listed: Listed, to: str | None = None) -> None:
        """Open an organisation and show the screen named, or the one that comes next."""
        standing = self._standings.get(listed.slug)
        if listed.error or (standing and standing.error):
            self.tell(listed.error or standing.error)  # type: ignore[union-attr, arg-type]
            return
        if await self._opened(listed.slug):
            await self.ngo.go(to or self._next())

    async def _opened(self, slug: str) -> bool:
        try:
            self.session.open(slug)
        except OrganisationLocked:
            self._offer_to_look(slug)
            return False
        except UserError as error:
            self.tell(error)
            return False
        return True

    @work
    async def _offer_to_look(self, slug: str) -> None:
        from ngo_assist.tui.screens.confirm import ConfirmScreen

        question = ConfirmScreen(READ_ONLY_TITLE, READ_ONLY_TEXT, yes=msg("Look at it"), no=msg("Go back"))
        if await self.app.push_screen_wait(question):
            try:
                self.session.open(slug, look=True)
            except UserError as error:
                self.tell(error)
                return
            await self.ngo.go(self._next())

    def _next(self) -> str:
        session = self.session
        if not session.has_assessment:
            return "profile" if session.read_only else "mode"
        if session.first_left() is not None:
            return "interview"
        plan = session.plans.plan
        return "plan" if plan and plan.assessment == session.assessment.id else "results"

    @on(Button.Pressed, "#new")
    async def new(self) -> None:
        await self.ngo.go("profile")

    @on(Button.Pressed, "#example")
    def example(self) -> None:
        self._open_example()

    @work(exclusive=True, group="example")
    async def _open_example(self) -> None:
        from ngo_assist.application.example_organisation import open_example

        try:
            await asyncio.to_thread(lambda: self.session.rubric)
            open_example(self.session)
        except OrganisationLocked as error:
            self._offer_to_look(Path(error.where).name)
            return
        except UserError as error:
            self.tell(error)
            return
        await self.ngo.go(self._next())

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action in ("profile", "results", "again"):
            chosen = self.chosen
            standing = self._standings.get(chosen.slug) if chosen else None
            if standing is None or standing.next == "broken":
                return False
            if action == "results":
                return standing.next in ("results", "plan")
            if action == "again":
                return standing.next in ("results", "plan")
        return True

    async def action_profile(self) -> None:
        if self.chosen:
            await self._enter(self.chosen, "profile")

    async def action_results(self) -> None:
        if self.chosen:
            await self._enter(self.chosen, "results")

    async def action_again(self) -> None:
        if self.chosen:
            await self._enter(self.chosen, "mode")

    async def action_back(self) -> None:
        self.hush()
