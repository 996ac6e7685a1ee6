"""A model's file from a USB stick or a folder: found, looked for, or written as a path."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from pathlib import Path

from textual import work

from ngo_assist.application.model_files import megabytes
from ngo_assist.application.model_outcomes import NOT_NOW, offer, on_screen
from ngo_assist.application.places import Entry, Place, inside, models_in
from ngo_assist.messages import UserError, msg
from ngo_assist.tui.screens.confirm import ConfirmScreen
from ngo_assist.tui.screens.file_search import FileSearchScreen
from ngo_assist.tui.widgets.header import Header


class ModelFileScreen(FileSearchScreen):
    """Begins to copy what was chosen, and leads back."""

    GUIDE = msg(
        "A model is one large file whose name ends in .gguf. Choose it where it lies: it is looked at, and"
        " you are asked before it is copied. You can also write its path, or drop the file into this window."
    )

    def heading(self) -> str:
        return self.t("Add a model's file")

    def find(self, places: Sequence[Place]) -> list[Entry]:
        return models_in(places)

    def look_into(self, folder: Path) -> list[Entry]:
        return inside(folder, "model")

    def is_folder(self, entry: Entry) -> bool:
        return entry.kind != "model"

    def detail(self, entry: Entry) -> str:
        return self.t(megabytes(entry.size)) if entry.kind == "model" else ""

    def nothing_inside(self) -> str:
        return self.t("There is no folder and no model's file (.gguf) in it.")

    def take(self, path: Path) -> None:
        self._take(path)

    @work(exclusive=True, group="taking")
    async def _take(self, path: Path) -> None:
        tasks = self.ngo.model_tasks
        try:
            coming = await asyncio.to_thread(tasks.care.coming_from, path)
            title, text, yes = offer(coming)
            if not await self.app.push_screen_wait(ConfirmScreen(title, text, yes=yes, no=NOT_NOW)):
                return
            tasks.bring(coming)
        except UserError as error:
            self.tell(on_screen(error))
            return
        if self.is_current:
            self.app.pop_screen()

    async def action_back(self) -> None:
        """Go up a folder; from the beginning, back to the models."""
        if self.in_folder:
            await super().action_back()
        elif not self.hush():
            await self.app.pop_screen()

    def show_state(self) -> None:
        super().show_state()
        header = self.query_one(Header)
        header.whose = header.saved = ""
