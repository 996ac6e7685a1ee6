"""What was sent: found in the usual places, looked for in folders, or written as a path."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from pathlib import Path

from textual import work

from ngo_assist.application.places import Entry, Place, found_in, inside
from ngo_assist.application.receiving import Arrival, look_at
from ngo_assist.messages import UserError, msg
from ngo_assist.tui.screens.arrival import ArrivalScreen
from ngo_assist.tui.screens.file_search import FileSearchScreen


class ReceivedScreen(FileSearchScreen):
    GUIDE = msg(
        "Save what was sent to you, for example in Downloads, and choose it here. It is only read at first:"
        " you see what is in it, and nothing is taken in before you say so. You can also write its path, or"
        " drop the file into this window."
    )

    def heading(self) -> str:
        return self.t("Open what was sent")

    def find(self, places: Sequence[Place]) -> list[Entry]:
        return found_in(places)

    def look_into(self, folder: Path) -> list[Entry]:
        return inside(folder)

    def nothing_inside(self) -> str:
        return self.t("There is no folder and no zip in it.")

    def typed_folder(self, path: Path) -> None:
        # It may be an organisation's.
        self.take(path)

    def take(self, path: Path) -> None:
        self._read(path)

    @work(exclusive=True, group="reading")
    async def _read(self, path: Path) -> None:
        try:
            arrivals = await asyncio.to_thread(look_at, self.session, path)
        except UserError as error:
            self.tell(error)
            return
        arrival = await self._one_of(arrivals)
        if arrival is not None:
            await self.app.push_screen(ArrivalScreen(arrival))

    async def _one_of(self, arrivals: Sequence[Arrival]) -> Arrival | None:
        """Let a person choose where several organisations were sent at once."""
        if len(arrivals) == 1:
            return arrivals[0]
        from ngo_assist.tui.screens.things_to_do import ThingsToDoScreen

        things = [(f"a{n}", each.sent.organisation.name) for n, each in enumerate(arrivals)]
        about = msg("There are several organisations in it. Choose one; open the file again for the next.")
        chosen = await self.app.push_screen_wait(ThingsToDoScreen(self.heading(), things, about))
        return arrivals[int(chosen[1:])] if chosen else None
