"""What home does with an organisation beside opening it: asked in boxes, done by `Care`, told in a notice."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
from typing import TYPE_CHECKING, Any

from ngo_assist.application.assessment_list import AssessmentLine, assessment_lines
from ngo_assist.application.care import Care
from ngo_assist.application.sharing import contents
from ngo_assist.messages import Message, UserError, msg
from ngo_assist.tui.screens.assessments import AssessmentsScreen
from ngo_assist.tui.screens.backups import BackupsScreen
from ngo_assist.tui.screens.confirm import ConfirmScreen
from ngo_assist.tui.screens.deleted import DeletedScreen
from ngo_assist.tui.screens.rename import RenameScreen
from ngo_assist.tui.screens.row_box import moment
from ngo_assist.tui.screens.share import ShareScreen
from ngo_assist.tui.screens.things_to_do import ThingsToDoScreen
from ngo_assist.workspace.store import Listed
from ngo_assist.workspace.trash import Deleted

if TYPE_CHECKING:
    from ngo_assist.tui.screens.home import HomeScreen

Deed = tuple[str, Message]
"""Something that can be done with an organisation: its key, and the words for it."""
ALWAYS: tuple[Deed, ...] = (("backups", msg("Backups…")), ("delete", msg("Delete")))
WHOLE: tuple[Deed, ...] = (
    ("open", msg("Continue")),
    ("profile", msg("Profile")),
    ("assessments", msg("All assessments…")),
    ("rename", msg("Rename…")),
    ("share", msg("A copy to send…")),
)
ARCHIVE: Deed = ("archive", msg("Put into the archive"))
UNARCHIVE: Deed = ("unarchive", msg("Take out of the archive"))

DELETE_YES = msg("Delete")
KEEP = msg("Go back")
DELETE_TITLE = msg("Delete “{name}”?")
DELETE_TEXT = msg(
    "It goes out of the list with its assessments and plans. For 30 days it can be brought back, whole."
)
REMOVE_TITLE = msg("Remove for good?")
REMOVE_TEXT = msg("What is removed now cannot be brought back, and its backups go too.")
REMOVE_YES = msg("Remove for good")
RESTORE_TITLE = msg("Bring back the backup?")
RESTORE_TEXT = msg(
    "“{name}” becomes what it was on {moment}. What is there now becomes a backup first, so this can be"
    " undone."
)
RESTORE_YES = msg("Bring it back")
REOPEN_TITLE = msg("Change the answers of {day}?")
REOPEN_TEXT = msg(
    "They are changed as they stand, and a plan made from them may no longer fit. To see what has moved since"
    " then, assess again instead: these answers then stand beside each question. A backup is made first."
)
REOPEN_YES = msg("Change them")


class OrganisationCare:
    """Belongs to home and outlives the boxes that it opens."""

    def __init__(self, home: HomeScreen) -> None:
        self._home = home

    @property
    def care(self) -> Care:
        return self._home.session.care

    def things(self, listed: Listed) -> list[Deed]:
        """Return what can be done with an organisation; with a broken one little, but that."""
        if listed.error:
            return list(ALWAYS)
        shelf = UNARCHIVE if listed.tables.get("archived") else ARCHIVE
        return [*WHOLE, ALWAYS[0], shelf, *ALWAYS[1:]]

    def entries(self, listed: Listed) -> list[tuple[Message, str]]:
        """Return the same for the menu: words, and the action of home that does it."""
        return [
            (words, f"care('{key}')") for key, words in self.things(listed) if key not in ("open", "profile")
        ]

    def more(self, listed: Listed) -> None:
        """Let a person choose what to do."""

        async def ask() -> None:
            wanted = await self._asked(ThingsToDoScreen(listed.name, self.things(listed)))
            if wanted:
                self.do(wanted, listed)

        self._run(ask())

    def do(self, what: str, listed: Listed) -> None:
        """Do one of `things`."""
        doing: dict[str, Callable[[Listed], Coroutine[Any, Any, None]]] = {
            "open": self._open,
            "profile": self._profile,
            "assessments": self._assessments,
            "rename": self._rename,
            "share": self._share,
            "backups": self._backups,
            "archive": self._archive,
            "unarchive": self._unarchive,
            "delete": self._delete,
        }
        self._run(doing[what](listed))

    def undo(self) -> None:
        """Take the last step back."""
        self._run(self._done(self.care.undo))

    def deleted(self) -> None:
        """Show what was deleted."""
        self._run(self._deleted())

    def _run(self, work: Coroutine[Any, Any, None]) -> None:
        self._home.run_worker(work, group="care")

    async def _asked(self, screen: Any) -> Any:
        return await self._home.app.push_screen_wait(screen)

    async def _confirmed(self, title: Message, text: Message, yes: Message) -> bool:
        return bool(await self._asked(ConfirmScreen(title, text, yes=yes, no=KEEP)))

    async def _done(self, step: Callable[[], Message]) -> None:
        """Do something on the disk, read the list again and say what was done, or why not."""
        said: Message | UserError
        self._home.hold()
        try:
            said = await asyncio.to_thread(step)
        except UserError as error:
            said = error
        finally:
            self._home.release()
        self._home.tell(said)

    async def _open(self, listed: Listed) -> None:
        await self._home.enter(listed)

    async def _profile(self, listed: Listed) -> None:
        await self._home.enter(listed, "profile")

    async def _rename(self, listed: Listed) -> None:
        name = await self._asked(RenameScreen(listed.name))
        if name:
            await self._done(lambda: self.care.rename(listed.slug, name))

    async def _archive(self, listed: Listed) -> None:
        await self._done(lambda: self.care.archive(listed.slug))

    async def _unarchive(self, listed: Listed) -> None:
        await self._done(lambda: self.care.unarchive(listed.slug))

    async def _delete(self, listed: Listed) -> None:
        title = Message(DELETE_TITLE.text, {"name": listed.name})
        if await self._confirmed(title, DELETE_TEXT, DELETE_YES):
            await self._done(lambda: self.care.delete(listed.slug))

    async def _deleted(self) -> None:
        all_of_it = await asyncio.to_thread(self.care.trash.all)
        chosen = await self._asked(DeletedScreen(all_of_it))
        if chosen is None:
            return
        if chosen == "all":
            await self._remove(all_of_it)
            return
        things = [("back", msg("Bring it back")), ("remove", REMOVE_YES)]
        wanted = await self._asked(ThingsToDoScreen(chosen.name, things))
        if wanted == "back":
            await self._done(lambda: self.care.put_back(chosen))
        elif wanted == "remove":
            await self._remove((chosen,))

    async def _remove(self, deleted: tuple[Deleted, ...]) -> None:
        def remove() -> Message:
            for each in deleted:
                self.care.trash.remove(each)
            return msg("Removed for good.")

        if await self._confirmed(REMOVE_TITLE, REMOVE_TEXT, REMOVE_YES):
            await self._done(remove)

    async def _backups(self, listed: Listed) -> None:
        backups = await asyncio.to_thread(self.care.backups, listed.slug)
        chosen = await self._asked(BackupsScreen(listed.name, backups))
        if chosen is None:
            return
        today = self._home.session.now().date()
        values = {"name": listed.name, "moment": moment(self._home.t, chosen.made, today)}
        if await self._confirmed(RESTORE_TITLE, Message(RESTORE_TEXT.text, values), RESTORE_YES):
            await self._done(lambda: self.care.restore(listed.slug, chosen))

    async def _share(self, listed: Listed) -> None:
        folder = self._home.session.workspace.folder(listed.slug)
        try:
            inside = await asyncio.to_thread(contents, folder)
        except UserError as error:
            self._home.tell(error)
            return
        await self._asked(ShareScreen(listed.slug, listed.name, inside))

    async def _assessments(self, listed: Listed) -> None:
        session = self._home.session
        folder = session.workspace.folder(listed.slug)
        lines = await asyncio.to_thread(lambda: assessment_lines(folder, session.rubric))
        next_one = not lines or lines[0].finished
        chosen = await self._asked(AssessmentsScreen(listed.name, lines, next_one=next_one))
        if chosen is None:
            return
        if chosen == AssessmentsScreen.NEXT:
            await self._home.enter(listed, "mode")
            return
        await self._assessment(listed, next(line for line in lines if line.id == chosen))

    async def _assessment(self, listed: Listed, line: AssessmentLine) -> None:
        if line.error:
            self._home.tell(line.error)
            return
        if not line.finished:
            await self._home.enter(listed, "interview", line.id)
            return
        day = line.day(self._home.t)
        things = [("results", msg("See the results")), ("reopen", msg("Change the answers"))]
        if line.actions:
            things.insert(1, ("plan", msg("Open the plan")))
        wanted = await self._asked(ThingsToDoScreen(day, things))
        if wanted in ("results", "plan"):
            await self._home.enter(listed, wanted, line.id)
        elif wanted == "reopen":
            title = Message(REOPEN_TITLE.text, {"day": day})
            if await self._confirmed(title, REOPEN_TEXT, REOPEN_YES):
                await self._reopen(listed, line)

    async def _reopen(self, listed: Listed, line: AssessmentLine) -> None:
        try:
            await asyncio.to_thread(self.care.back_up, listed.slug, "before-reopening")
        except UserError as error:
            self._home.tell(error)
            return
        await self._home.enter(listed, "interview", line.id)
