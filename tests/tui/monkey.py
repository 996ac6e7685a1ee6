"""A monkey at the keyboard: keys, clicks, pastes and other windows by chance, with a fixed seed.

After each move it looks whether what the program says is saved is on the disk, and at the end of each sitting
whether anything was lost.
"""

from __future__ import annotations

import random
from collections.abc import Awaitable, Callable
from typing import Any

from textual import events
from textual.pilot import Pilot
from textual.widgets import TextArea

from ngo_assist.application.answering import WAITING
from ngo_assist.application.session import Session
from ngo_assist.assessment.model import NOTE_MOST, Assessment
from ngo_assist.clean import clean_text
from ngo_assist.tui.app import NgoAssistApp
from ngo_assist.tui.screens.note import NoteScreen
from ngo_assist.workspace.files import read_assessment, read_plan

OFTEN = ["enter", "down", "up", "right", "left", "tab", "space", "escape", "1", "2", "3", "0"]
KEYS = [
    *OFTEN * 5,
    *(f"f{number}" for number in range(1, 13)),
    *("shift+tab", "home", "end", "pageup", "pagedown", "delete", "backspace", "insert"),
    *("ctrl+z", "ctrl+y", "ctrl+s", "ctrl+p", "ctrl+я", "ctrl+ы", "ctrl+c", "ctrl+a", "ctrl+v"),
    *"4567890әіңғқ?/[]abzйцқ",
    *("comma", "full_stop", "quotation_mark"),
]
LEAVE = "ctrl+q"
WORDS = [
    "Қауіпсіз ауыл",
    "[b]x[/]",
    "2026-12-01",
    "100 000",
    "\u202eabc",
    "a\tb",
    "🙂",
    "1",
    "-5",
    "%s {n}",
    "\x1b[31m",
]
SIZES = [(80, 24), (80, 24), (120, 36), (60, 20), (61, 30), (200, 60), (100, 21), (59, 24), (20, 5), (3, 2)]


class Monkey:
    """Plays with one program after the other on the same workspace."""

    def __init__(self, seed: int) -> None:
        self.chance = random.Random(seed)
        self.moves: list[str] = []
        """What it did in this sitting, to be done again where something breaks."""
        self.undone = 0

    async def play(self, app: NgoAssistApp, moves: int) -> int:
        """Play until the program is left or `moves` are made; return how many were."""
        self.moves = [f"language {app.session.language}"]
        watch = Watch(app.session)
        async with app.run_test(size=self.chance.choice(SIZES)) as pilot:
            await pilot.pause()
            for number in range(moves):
                typed = _typed(app)
                name, move = self._move(app, pilot)
                self.moves.append(name)
                await move()
                if not app.is_running or app._exit:
                    return number + 1
                await pilot.pause()
                watch.look()
                _note_is_kept(app, typed)
            await pilot.press(LEAVE)
        watch.look()
        return moves

    def _move(self, app: NgoAssistApp, pilot: Pilot[None]) -> tuple[str, Callable[[], Awaitable[Any]]]:
        chance = self.chance
        width, height = app.size
        match chance.choices(
            ["key", "same key", "click", "paste", "type", "resize", "language", "leave"],
            [60, 5, 22, 1, 6, 4, 1, 0.5],
        )[0]:
            case "key":
                key = chance.choice(KEYS)
                return f"press {key}", lambda: pilot.press(key)
            case "same key":
                key, times = chance.choice(KEYS), chance.randint(2, 6)
                return f"press {key} × {times}", lambda: self._together(app, pilot, [key] * times)
            case "click":
                # Where something is to be clicked, more often than on an empty place.
                place = chance.choice(_targets(app) or [(0, 0)])
                if chance.random() < 0.3:
                    place = (chance.randrange(width), chance.randrange(height))
                times = chance.choice([1, 1, 1, 2])
                return f"click {place} × {times}", lambda: self._click(app, pilot, place, times)
            case "paste":
                text = chance.choice(WORDS) * chance.choice([1, 40, 1000])
                return f"paste {text[:20]!r} ({len(text)})", lambda: self._paste(app, pilot, text)
            case "type":
                text = chance.choice(WORDS)
                keys = [letter for letter in text if letter.isprintable()]
                return f"type {text!r}", lambda: pilot.press(*keys)
            case "resize":
                size = chance.choice(SIZES)
                return f"resize {size}", lambda: pilot.resize_terminal(*size)
            case "language":
                return "language", lambda: self._language(app)
            case _:
                return f"press {LEAVE}", lambda: pilot.press(LEAVE)

    async def _together(self, app: NgoAssistApp, pilot: Pilot[None], keys: list[str]) -> None:
        """Press keys faster than the program can answer."""
        for key in keys:
            app.simulate_key(key)
        await pilot.pause()

    async def _click(self, app: NgoAssistApp, pilot: Pilot[None], place: tuple[int, int], times: int) -> None:
        width, height = app.size
        if place[0] < width and place[1] < height:
            await pilot.click(offset=place, times=times)

    async def _paste(self, app: NgoAssistApp, pilot: Pilot[None], text: str) -> None:
        app.post_message(events.Paste(text))
        await pilot.pause()

    async def _language(self, app: NgoAssistApp) -> None:
        app.speak(self.chance.choice(["en", "ru", "kk"]))


class Watch:
    """Compares what is open with the disk, and with what was there a move ago."""

    def __init__(self, session: Session) -> None:
        self.session = session
        self._before: Assessment | None = None
        self._undone = 0
        self._count_undo(session)

    def _count_undo(self, session: Session) -> None:
        undo, redo, close = session.undo, session.redo, session.close

        def counted() -> str | None:
            self._undone += 1
            return undo()

        def counted_again() -> str | None:
            self._undone += 1
            return redo()

        def watched() -> None:
            self.look()
            close()

        session.undo, session.redo, session.close = counted, counted_again, watched  # type: ignore[method-assign]

    def look(self) -> None:
        session, before, undone = self.session, self._before, self._undone
        self._before, self._undone = None, 0
        if not session.has_assessment or session.read_only:
            return
        assert not session.unsaved, "nothing stands in the way of saving here"
        assert session.folder is not None
        now = session.assessment
        on_disk = read_assessment(session.folder.assessment_path(now.id))
        assert on_disk.answers == now.answers
        assert on_disk.targets == now.targets
        assert _waiting(on_disk) == _waiting(now)
        if before is not None and (before.id, before.uid) == (now.id, now.uid) and not undone:
            lost = set(before.answers) - set(now.answers)
            assert not lost, f"lost: {lost}"
        self._before = now
        plan = session.plans.plan
        if plan is not None and session.plans.error is None and not session.is_drafting:
            files = session.folder.plan_path(plan.id)
            assert read_plan(files / "plan.toml").actions == plan.actions


def _waiting(assessment: Assessment) -> dict[str, Any]:
    """Return the notes and reasons of practices without an answer."""
    return dict((assessment.model_extra or {}).get(WAITING) or {})


def _typed(app: NgoAssistApp) -> tuple[str, str] | None:
    """Return the practice and the text of a note that is being written."""
    screen = app.screen
    if isinstance(screen, NoteScreen) and screen.query("#note"):
        return screen._practice_id, screen.query_one("#note", TextArea).text
    return None


def _note_is_kept(app: NgoAssistApp, typed: tuple[str, str] | None) -> None:
    """Where a note has just been closed, what stood in it is kept."""
    if typed is None or any(isinstance(screen, NoteScreen) for screen in app.screen_stack):
        return
    if app.session.has_assessment and not app.session.read_only:
        assert app.session.remarks(typed[0]).note == clean_text(typed[1])[:NOTE_MOST]


def _targets(app: NgoAssistApp) -> list[tuple[int, int]]:
    """Return a place on each widget that is seen and has nothing in it."""
    width, height = app.size
    places = []
    for widget in app.screen.query("*"):
        region = widget.region
        if not widget.children and region.area and widget.display:
            x, y = region.x + min(6, region.width // 2), region.y + region.height // 2
            if 0 <= x < width and 0 <= y < height:
                places.append((x, y))
    return places
