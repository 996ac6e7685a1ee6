"""Looking for a file: what lies in the usual places, going through folders, or writing a path."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from rich.text import Text
from textual import on, work
from textual.app import ComposeResult
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from ngo_assist.application import places
from ngo_assist.application.places import LOOKED_INTO, NAMES, Entry, Place, path_meant, usual_places
from ngo_assist.messages import UserError
from ngo_assist.tui.ink import colour
from ngo_assist.tui.screens.base import NgoScreen
from ngo_assist.tui.screens.row_box import moment
from ngo_assist.tui.widgets.rows import Choices


@dataclass(frozen=True)
class Line:
    """One line of the list; without a path it only says something."""

    words: str
    detail: str = ""
    path: Path | None = None
    folder: bool = False
    """Whether it is looked into, and not taken."""


class FileSearchScreen(NgoScreen):
    """A subclass says what is looked for: `find`, `look_into`, `is_folder`, `take`, and two texts."""

    DEFAULT_CSS = """
    FileSearchScreen #body { overflow-y: hidden; }
    FileSearchScreen #path { max-width: 100; margin: 1 0; }
    FileSearchScreen OptionList { height: 1fr; max-width: 100; }
    """

    def __init__(self) -> None:
        super().__init__()
        self._places: list[Place] = []
        self._found: list[Entry] = []
        self._looked = False
        self._folder: Path | None = None
        self._inside: list[Entry] = []
        self._lines: list[Line] = []

    # What a subclass gives

    def find(self, places: Sequence[Place]) -> list[Entry]:
        """Return what lies in these places; called in a thread."""
        return []

    def look_into(self, folder: Path) -> list[Entry]:
        """Return what is shown of a folder; called in a thread. Raises `UserError`."""
        return []

    def is_folder(self, entry: Entry) -> bool:
        """Tell whether choosing it looks into it."""
        return entry.kind == "folder"

    def detail(self, entry: Entry) -> str:
        """Return what is said beside a name."""
        return moment(self.t, entry.at, self.session.now().date())

    def nothing_inside(self) -> str:
        """Return what is said of a folder without anything to choose."""
        return ""

    def take(self, path: Path) -> None:
        """Do what choosing a file means."""

    # The list

    def body(self) -> ComposeResult:
        yield Static(id="title", classes="title", markup=False)
        yield Choices(id="places", markup=False)
        yield Input(id="path")

    def on_mount(self) -> None:
        super().on_mount()
        self.query_one(OptionList).focus()
        self._look()

    def retranslate(self) -> None:
        t = self.t
        self.query_one("#title", Static).update(t("Where is it?"))
        self.query_one("#path", Input).placeholder = t("Or write or drop its path here")
        self._fill()

    @work(exclusive=True, group="places")
    async def _look(self) -> None:
        self._places = await asyncio.to_thread(usual_places)
        usual = [place for place in self._places if place.kind in LOOKED_INTO]
        self._found = await asyncio.to_thread(self.find, usual)
        self._looked = True
        self._fill()

    def _fill(self) -> None:
        self._lines = self._in_folder() if self._folder else self._at_first()
        muted = colour(self.app, "muted")
        rows = self.query_one(OptionList)
        rows.set_options(
            Option(Text.assemble(line.words, "  ", (line.detail, muted)), disabled=line.path is None)
            for line in self._lines
        )
        rows.action_first()

    def _at_first(self) -> list[Line]:
        t = self.t
        if not self._looked:
            return [Line(t("Looking in the usual places…"))]
        lines = [self._line(entry, with_folder=True) for entry in self._found]
        if not lines:
            lines = [Line(t("Nothing was found in the usual places."))]
        return [*lines, Line("")] + [
            Line(f"▸ {t(NAMES[place.kind])}", str(place.path), place.path, folder=True)
            for place in self._places
        ]

    def _in_folder(self) -> list[Line]:
        assert self._folder is not None
        lines = [Line(f"◂ {self.t('Back')}", str(self._folder), self._up, folder=True)]
        if not self._inside:
            lines.append(Line(self.nothing_inside()))
        return lines + [self._line(entry) for entry in self._inside]

    @property
    def in_folder(self) -> bool:
        """Whether a folder is looked into."""
        return self._folder is not None

    @property
    def _up(self) -> Path:
        """The folder above; the top of a disk leads to the beginning, as each of the usual places does."""
        assert self._folder is not None
        usual = any(place.path == self._folder for place in self._places)
        return Path() if usual or self._folder.parent == self._folder else self._folder.parent

    def _line(self, entry: Entry, *, with_folder: bool = False) -> Line:
        detail = self.detail(entry)
        if with_folder:
            detail = f"{entry.path.parent.name} · {detail}"
        folder = self.is_folder(entry)
        return Line(f"{'▸ ' if folder else ''}{entry.path.name}", detail, entry.path, folder=folder)

    @on(OptionList.OptionSelected, "#places")
    async def chosen(self, event: OptionList.OptionSelected) -> None:
        line = self._lines[event.option_index]
        if line.path is None:
            return
        self.hush()
        if line.folder:
            self._enter(line.path)
        else:
            self.take(line.path)

    @work(exclusive=True, group="places")
    async def _enter(self, folder: Path) -> None:
        if folder == Path():
            self._folder = None
        else:
            try:
                self._inside = await asyncio.to_thread(self.look_into, folder)
            except UserError as error:
                self.tell(error)
                return
            self._folder = folder
        self._fill()

    @on(Input.Submitted, "#path")
    def typed(self, event: Input.Submitted) -> None:
        path = path_meant(event.value)
        if path is None:
            return
        self.hush()
        if places.is_folder(path):
            self.typed_folder(path)
        else:
            self.take(path)

    def typed_folder(self, path: Path) -> None:
        """Do what writing a folder's path means."""
        self._enter(path)

    async def action_back(self) -> None:
        if self._folder is not None and not self.hush():
            self._enter(self._up)
        elif self._folder is None:
            await super().action_back()
