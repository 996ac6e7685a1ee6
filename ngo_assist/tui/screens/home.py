"""Home: the organisations, what comes next for each, a new one, an example, what came by messenger."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from functools import cached_property
from typing import TYPE_CHECKING

from rich.cells import cell_len
from textual import events, on, work
from textual.app import ComposeResult
from textual.widgets import Button, Input, Static

from ngo_assist.application.home_rows import Row, Standing, row_of, standing_of
from ngo_assist.later import later
from ngo_assist.messages import Message, UserError, msg
from ngo_assist.tui import keys
from ngo_assist.tui.home_list import FIRST, Found, HomeList
from ngo_assist.tui.organisation_opening import OrganisationOpening
from ngo_assist.tui.screens.base import NgoScreen
from ngo_assist.tui.widgets.button_row import ButtonRow
from ngo_assist.tui.widgets.organisation_list import Item, OrganisationList
from ngo_assist.workspace.store import Listed

if TYPE_CHECKING:
    from ngo_assist.tui import organisation_care
    from ngo_assist.tui.organisation_care import OrganisationCare
else:  # not before something is to be cared for
    organisation_care = later("ngo_assist.tui.organisation_care")

SEARCH_FROM = 6
"""With fewer organisations a search field only asks for attention."""
PAINTED_MOST = 0.5
"""Seconds; a picture takes some hundredths."""

WELCOME = msg(
    "You answer questions about how your organisation works with computers, phones and data. You get a plan"
    " of small steps that fits your time, your money and your connection. Nothing leaves this computer."
)
BEGINNINGS = (
    ("new", msg("New organisation"), msg("Begin here: a short form, then the questions.")),
    ("example", msg("See an example"), msg("A village organisation that is filled in, to look around.")),
    ("received", msg("Open what was sent"), msg("A folder or a .zip that came by messenger or on a stick.")),
)


FIRST_GUIDE = msg(
    "Three ways to begin. “New organisation” asks for its name and a little more, then come the questions:"
    " you can stop at any moment, every answer is saved. “See an example” opens a village organisation that"
    " is filled in already: look around and change what you like. “Open what was sent” takes a folder or a"
    " zip that came from someone who uses this program."
)


class HomeScreen(NgoScreen):
    GUIDE = msg(
        "Your organisations, the one you worked on last first. Enter goes on where you stopped; F6, or the"
        " three dots, lists all that can be done with one: rename, archive, share, restore, delete. “New"
        " organisation” begins with a short form; “See an example” opens a village organisation that is"
        " filled in already, to try things out."
    )
    SEARCH_GUIDE = msg("Type to search by name.")
    AUTO_FOCUS = ""
    BINDINGS = keys.bindings(
        keys.Key("f3", "profile", msg("Profile"), "F3"),
        keys.Key("f4", "results", msg("Results"), "F4"),
        keys.Key("f5", "again", msg("Assess again"), "F5"),
        keys.Key("f6", "more", msg("More…"), "F6"),
        keys.UNDO,
        keys.Key("delete", "delete"),
        keys.Key("escape", "back"),
    )
    DEFAULT_CSS = """
    HomeScreen #find { margin-bottom: 1; display: none; }
    HomeScreen #welcome { max-width: 76; margin-bottom: 1; }
    HomeScreen #body { overflow-y: hidden; }
    /* The buttons stand at the foot whatever the list holds: they do not move while one searches. */
    HomeScreen #organisations { height: 1fr; }
    HomeScreen #nothing { display: none; }
    HomeScreen #gap { height: 1; }
    HomeScreen .about { display: none; width: 46; height: auto; padding: 0 0 1 0; color: $muted; }
    HomeScreen.-empty #gap { display: none; }
    HomeScreen.-empty .buttons { max-width: 76; }
    HomeScreen.-empty .about { display: block; }
    HomeScreen.-empty .buttons > .beginning { width: 24; }
    """

    def __init__(self) -> None:
        super().__init__()
        self._held = False
        self.go_to: str | None = None
        """The organisation to put the cursor on when the list is read next."""
        self._deleted = 0
        self._standings: dict[str, Standing] = {}
        self._read_now: set[str] = set()
        """Those whose standing was read since the list was."""
        self._fresh = False
        """Whether the list was read for the screen that is about to be seen."""
        self._tidied = False
        self._away = False
        """Whether another whole screen, and not a box, has covered this one."""

    @cached_property
    def _here(self) -> HomeList:
        return HomeList(self.session.workspace)

    @cached_property
    def care(self) -> OrganisationCare:
        """What can be done with an organisation beside opening it."""
        return organisation_care.OrganisationCare(self)

    def body(self) -> ComposeResult:
        yield Static(id="title", classes="title", markup=False)
        yield Static(id="welcome", classes="text", markup=False)
        yield Input(id="find")
        yield Static(id="nothing", classes="muted", markup=False)
        yield OrganisationList(id="organisations")
        with ButtonRow():
            for name, _, _ in BEGINNINGS:
                yield Button(id=name, classes="beginning", variant="primary" if name == "new" else "default")
                yield Static(id=f"about-{name}", classes="about", markup=False)
            yield Button(id="archive")
            yield Button(id="deleted")
        yield Static(id="gap")

    @property
    def _list(self) -> OrganisationList:
        return self.query_one("#organisations", OrganisationList)

    @property
    def _wanted(self) -> str:
        return self.query_one("#find", Input).value

    def retranslate(self) -> None:
        self._put_title()
        self.query_one("#welcome", Static).update(self.t(WELCOME))
        self.query_one("#find", Input).placeholder = self.t("Type a part of the name")
        for name, label, about in BEGINNINGS:
            self.query_one(f"#{name}", Button).label = self.t(label)
            self.query_one(f"#about-{name}", Static).update(self.t(about))
        self.query_one("#nothing", Static).update(self.t("No organisation of this name."))
        self._name_levels()
        self._fill()

    def help_text(self) -> str:
        if not self._here.found:
            return self.t(FIRST_GUIDE)
        search = f"\n\n{self.t(self.SEARCH_GUIDE)}" if self.query_one("#find").display else ""
        return super().help_text() + search

    def _put_title(self) -> None:
        title = self.t("Your organisations") if self._here.found else self.t("Welcome")
        # How many there are is told where one cannot see it; by then numbers are written in any language.
        if self._here.whole and len(self._here) > FIRST:
            title = f"{title} · {self.t.number(len(self._here))}"
        self.query_one("#title", Static).update(title)

    def _name_levels(self) -> None:
        if self._standings:
            rubric, language = self.session.rubric, self.session.rubric_language
            names = [rubric.level_name(level, language) for level in range(rubric.top + 1)]
            self._list.level_width = max(cell_len(name) for name in names)

    # Reading the list

    @on(events.Mount)
    async def read_first(self) -> None:
        # Nothing is seen before this is over: the first picture has the organisations in it.
        self._fresh = await self._read()

    @on(events.ScreenSuspend)
    def see_what_covers_it(self) -> None:
        stack = self.app.screen_stack
        self._away = len(stack) > 1 and isinstance(stack[1], NgoScreen)

    @on(events.ScreenResume)
    def refresh_list(self, event: events.ScreenResume) -> None:
        """Read the list again: this is where all ways lead back to."""
        # What has just been mounted is styled already.
        event.refresh_styles = not self._fresh
        self.show_state()
        if not self._held:
            self.reload()

    def hold(self) -> None:
        """Stop reading the list while folders are moved: half of one would be shown as broken."""
        self._held = True
        self.workers.cancel_group(self, "home")
        self.workers.cancel_group(self, "standings")

    def release(self) -> None:
        """Read the list again after `hold`."""
        self._held = False
        self.reload()

    async def _read(self) -> bool:
        """Read the first of the list; tell whether that was possible."""
        try:
            await asyncio.to_thread(self._here.read_first)
        except UserError as error:
            self.tell(error)
            return False
        self._read_now.clear()
        self._arrange()
        # Who comes back from another screen goes on with Enter, whichever button led there.
        if self._away or self.go_to is not None or self.focused is None or not self.focused.display:
            self.set_focus(self._list if self._here.found else self.query_one("#new"))
        self._away = False
        return True

    def _arrange(self) -> None:
        empty = not self._here.found
        self.set_class(empty, "-empty")
        self.query_one("#welcome").display = empty
        self._list.display = not empty
        self.query_one("#find").display = len(self._here) >= SEARCH_FROM
        self._name_shelves()

    def _name_shelves(self) -> None:
        """Show the ways to the archive and to what was deleted where there is something."""
        archived = self._here.archived
        button = self.query_one("#archive", Button)
        button.display = bool(archived)
        label = msg("Hide the archive") if self._here.archive_shown else msg("Archive ({n})", n=archived)
        button.label = self.t(label)
        button = self.query_one("#deleted", Button)
        button.display = bool(self._deleted)
        button.label = self.t("Deleted ({n})", n=self._deleted)
        # A label that is longer now is not measured again by itself.
        for button in self.query("#archive, #deleted").results(Button):
            button.refresh(layout=True)

    @work(exclusive=True, group="home")
    async def reload(self) -> None:
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
        await self._read_rest()
        self._deleted = await asyncio.to_thread(self._tidy)
        self._name_shelves()
        self._read_visible()

    async def _read_rest(self) -> None:
        """Read the organisations beyond the first window."""
        while not self._here.whole:
            more = await asyncio.to_thread(self._here.read_more)
            self._list.append([self._item(each) for each in self._here.shown(self._wanted, more)])
        self._put_title()

    def _tidy(self) -> int:
        """Remove what was deleted long ago, once a run; return how much can still be brought back."""
        try:
            if not self._tidied:
                self._tidied = True
                self.session.care.remove_old()
            return len(self.session.care.trash.all())
        except UserError:
            return 0

    @work(exclusive=True, group="standings")
    async def _read_visible(self) -> None:
        """Read the assessments of the organisations in sight, not of a thousand."""
        try:
            rubric = await asyncio.to_thread(lambda: self.session.rubric)
        except UserError as error:
            self.tell(error)
            return
        for item in self._list.in_sight:
            found = self._here.get(item.slug)
            if found is None or item.slug in self._read_now:
                continue
            if found.listed.error:
                standing = Standing("broken", error=found.listed.error)
            else:
                folder = self.session.workspace.folder(item.slug)
                standing = await asyncio.to_thread(standing_of, folder, rubric)
            first = not self._standings
            self._standings[item.slug] = standing
            self._read_now.add(item.slug)
            if first:
                self._name_levels()
            self._list.put_row(item.slug, self._row(found, standing))
        self.refresh_keys()

    # The list as it is shown

    def _item(self, found: Found) -> Item:
        standing = self._standings.get(found.slug)
        row = self._row(found, standing) if standing else None
        return Item(found.slug, found.listed.name, row)

    def _row(self, found: Found, standing: Standing) -> Row:
        today = self.session.now().date()
        return row_of(standing, self.session.rubric, self.t, today, archived=found.archived)

    def _fill(self, *, anew: bool = False) -> None:
        items = [self._item(each) for each in self._here.shown(self._wanted)]
        self._list.show(items, anew=anew)
        if self.go_to is not None:
            self._list.go_to(self.go_to)
            self.go_to = None
        self.query_one("#nothing").display = bool(self._here.found) and not items
        self.refresh_keys()

    @property
    def chosen(self) -> Listed | None:
        """The organisation under the cursor."""
        item = self._list.item
        found = self._here.get(item.slug) if item else None
        return found.listed if found else None

    @on(Input.Changed, "#find")
    def search(self) -> None:
        self._fill(anew=True)
        self._read_visible()

    @on(Input.Submitted, "#find")
    async def open_found(self) -> None:
        if self.chosen:
            await self.enter(self.chosen)

    @on(OrganisationList.Moved)
    def look_closer(self) -> None:
        self.refresh_keys()
        if any(item.slug not in self._read_now for item in self._list.in_sight):
            self._read_visible()

    def on_key(self, event: events.Key) -> None:
        field = self.query_one("#find", Input)
        if event.key in ("down", "up") and self.focused is field:
            # The list moves while one types.
            event.stop()
            self._list.action_move(1 if event.key == "down" else -1)
        elif field.display and self.focused is self._list and event.character and event.is_printable:
            # Letters typed in the list go to the search: nobody should have to find the field first.
            event.stop()
            field.focus()
            field.insert_text_at_cursor(event.character)

    # Opening

    @on(OrganisationList.Chosen)
    async def go_on(self) -> None:
        if self.chosen:
            await self.enter(self.chosen)

    async def enter(self, listed: Listed, to: str | None = None, assessment_id: str | None = None) -> bool:
        """Open an organisation and show the screen named, or the one that comes next."""
        standing = self._standings.get(listed.slug)
        broken = listed.error or (standing.error if standing else None)
        if broken:
            self.tell(broken)
            return False
        return await OrganisationOpening(self).open(listed.slug, to, assessment_id)

    @on(Button.Pressed, "#new")
    async def new(self) -> None:
        await self.ngo.go("profile")

    @on(Button.Pressed, "#example")
    def example(self) -> None:
        self.run_worker(OrganisationOpening(self).example(), exclusive=True, group="example")

    # Care

    def menu_entries(self) -> list[tuple[Message, str]]:
        return self.care.entries(self.chosen) if self.chosen else []

    @on(Button.Pressed, "#received")
    async def received(self) -> None:
        await self.ngo.go("received")

    @on(Button.Pressed, "#archive")
    def toggle_archive(self) -> None:
        self._here.archive_shown = not self._here.archive_shown
        self._name_shelves()
        self._fill()
        self._read_visible()

    @on(Button.Pressed, "#deleted")
    def show_deleted(self) -> None:
        self.care.deleted()

    @on(OrganisationList.MoreWanted)
    def action_more(self) -> None:
        if self.chosen:
            self.care.more(self.chosen)

    def action_care(self, what: str) -> None:
        """Do one of `OrganisationCare.entries` with the organisation under the cursor."""
        if self.chosen:
            self.care.do(what, self.chosen)

    def action_delete(self) -> None:
        self.action_care("delete")

    def action_undo(self) -> None:
        self.care.undo()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action == "undo":
            return "care" in vars(self.session) and self.session.care.can_undo
        if action in ("more", "delete", "care"):
            return self.chosen is not None
        if action in ("profile", "results", "again"):
            chosen = self.chosen
            standing = self._standings.get(chosen.slug) if chosen else None
            if standing is None or standing.next == "broken":
                return False
            return action == "profile" or standing.next in ("results", "plan")
        return True

    async def action_profile(self) -> None:
        if self.chosen:
            await self.enter(self.chosen, "profile")

    async def action_results(self) -> None:
        if self.chosen:
            await self.enter(self.chosen, "results")

    async def action_again(self) -> None:
        if self.chosen:
            await self.enter(self.chosen, "mode")

    async def action_back(self) -> None:
        """Take the notice away, then what was searched for, then go to the list."""
        field = self.query_one("#find", Input)
        if self.hush():
            return
        if field.value or self.focused is field:
            field.clear()
            self.set_focus(self._list)
