"""Every screen and every box of the program, each with the way that leads there from a folder made for it."""

from __future__ import annotations

import os
import shutil
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path

from textual.pilot import Pilot
from textual.widgets import Input, TextArea

from ngo_assist.application.model_care import Served
from ngo_assist.application.receiving import look_at
from ngo_assist.application.session import Session
from ngo_assist.example import example
from ngo_assist.messages import UserError, msg
from ngo_assist.tui.app import SCREENS, NgoAssistApp
from ngo_assist.tui.screens.ask import AskScreen
from ngo_assist.tui.screens.deleted import DeletedScreen
from ngo_assist.tui.screens.still_unsaved import still_unsaved
from ngo_assist.tui.widgets.line_list import LineList
from ngo_assist.workspace.trash import Deleted

from .conftest import NOW, PROFILE, Computer, settle
from .model_shelf import FAILED, PASSED, Shelf, on, own
from .scripted import MODEL, ScriptedWriter
from .scripted import models as scripted_models
from .waiting import until

Step = str | Callable[[Pilot[None]], Awaitable[None]]
World = Callable[[Computer, str], NgoAssistApp]


@dataclass(frozen=True)
class Scene:
    """A way to a screen: the folder it begins with, then keys and what is done besides."""

    name: str
    screen: str
    """The class that is seen in the end."""
    world: World
    steps: tuple[Step, ...] = ()
    more: bool = False
    """Another state of a screen that has its scene already."""

    async def play(self, pilot: Pilot[None]) -> None:
        await settle(pilot)
        for step in self.steps:
            if isinstance(step, str):
                await pilot.press(step)
            else:
                await step(pilot)
            await settle(pilot)
        await until(pilot, lambda: type(pilot.app.screen).__name__ == self.screen)
        for entry in [*pilot.app.screen.query(Input), *pilot.app.screen.query(TextArea)]:
            entry.cursor_blink = False
        await settle(pilot)


SPEAKS_ALL = replace(MODEL, languages=("en", "ru", "kk"))

# A model that writes in another language is stopped at once.
BEGINS = {"en": " It matters", "ru": " Это важно", "kk": " Бұл маңызды"}

# Folders


def nothing(computer: Computer, language: str) -> NgoAssistApp:
    return computer.app(language)


def no_language(computer: Computer, language: str) -> NgoAssistApp:
    """A computer whose user has chosen no language yet; its system speaks this one."""
    return computer.app(language, ask=True)


def saved_in_this_order(computer: Computer) -> None:
    # Which one was saved last is told by the files' times; these must not depend on the disk's clock.
    for place, path in enumerate(sorted((computer.root / "workspace").glob("*/assessments/*.toml"))):
        os.utime(path, (place, 1000 + place))


def answer_example(session: Session, rubric_of: Computer) -> str:
    given = example(session.language, rubric_of.rubric, NOW)
    session.create(given.organisation)
    session.start("quick")
    session.change_assessment(session.assessment.updated_with(answers=given.answers))
    return session.writable.slug


def begin(session: Session) -> None:
    """Komek, in the middle of the quick questions, with a note and a doubt."""
    session.create(PROFILE)
    session.start("quick")
    for practice in session.practices[:4]:
        session.answer(practice.id, 2)
    session.doubt(session.practices[4].id, True)
    session.annotate(session.practices[4].id, "[b]3[/b] | 2026", ())


def several(computer: Computer, language: str) -> NgoAssistApp:
    """Four organisations: one new, one begun, one answered, one with a plan and a second assessment."""
    session = computer.session(language)
    session.create(PROFILE.updated_with(name="Қауіпсіз ауыл"))
    session.start("quick")
    for practice in session.practices:
        session.answer(practice.id, 2)
    session.plans.make(session.plans.limits)
    assert session.plans.plan is not None
    session.plans.set_status(session.plans.plan.actions[0].id, "done")
    session.start("quick")
    session.answer(session.practices[0].id, 2)
    session.create(PROFILE.updated_with(name="Жас толқын"))
    session.start("quick")
    answer_example(session, computer)
    begin(session)
    session.close()
    saved_in_this_order(computer)
    return computer.app(language)


def at(screen: str, of: Callable[[Session, Computer], object]) -> World:
    """Return a folder of one organisation, opened at a screen."""

    def world(computer: Computer, language: str) -> NgoAssistApp:
        session = computer.session(language)
        of(session, computer)
        slug = session.writable.slug
        place = session.plans.place
        session.close()
        app = computer.app(language, first=screen)
        app.session.open(slug)
        app.session.plans.place = place
        return app

    return world


def answered(session: Session, computer: Computer) -> None:
    answer_example(session, computer)


def planned(session: Session, computer: Computer) -> None:
    """The example with a plan that people have begun to work with."""
    answer_example(session, computer)
    session.plans.make(session.plans.limits)
    plan = session.plans.plan
    assert plan is not None
    first, second, third = plan.actions[:3]
    session.plans.set_status(second.id, "doing")
    session.plans.edit(first.id, "owner", "Айгүл")
    session.plans.edit(second.id, "title", "Instagram: 09:00–18:00")
    session.plans.set_status(third.id, "done")
    session.plans.place = first.id


def twice(session: Session, computer: Computer) -> None:
    """All questions answered two times, half a year between, with some that do not apply and a target."""
    session.create(PROFILE)
    session.start("full")
    for number, practice in enumerate(session.practices):
        session.answer(practice.id, number * 7 % 4)
    first = session.assessment.updated_with(
        id="2026-05-02", uid="then", finished=NOW - timedelta(days=205), targets={}
    )
    session.writable.save_assessment(first)
    for number, practice in enumerate(session.practices):
        if number % 11 == 5 and practice.not_applicable:
            session.does_not_apply(practice.id, "–")
        elif number % 3 == 0:
            session.answer(practice.id, min(4, number * 7 % 4 + 1))
        elif number % 10 == 7:
            session.answer(practice.id, 0)
    session.annotate(session.practices[4].id, "2 × 3 | [b]4[/b]", ("1", "2"))
    session.change_assessment(session.assessment.updated_with(targets={"security": 3}))


def next_time(session: Session, computer: Computer) -> None:
    """A new assessment of an organisation whose earlier answers stand beside."""
    twice(session, computer)
    session.start("quick")
    session.answer(session.practices[0].id, 3)


def with_models(computer: Computer, language: str) -> NgoAssistApp:
    """Models of every kind: examined, no model at all, half copied."""
    shelf = Shelf(computer.root)
    shelf.put("Own", own(), en=PASSED, kk=FAILED)
    shelf.put("Broken", b"no model")
    (shelf.places.models / ".Half.gguf.part").write_bytes(bytes(5_000_000))
    shelf.on_stick("small.gguf", own())
    shelf.served = Served(())
    shelf.script.holds = True
    app = on(computer.app(language), shelf)
    app.shelf = shelf  # type: ignore[attr-defined]
    return app


# What is done besides pressing keys


def ngo(pilot: Pilot[None]) -> NgoAssistApp:
    assert isinstance(pilot.app, NgoAssistApp)
    return pilot.app


def go(screen: str) -> Step:
    async def step(pilot: Pilot[None]) -> None:
        await ngo(pilot).go(screen)
        await until(pilot, lambda: type(pilot.app.screen).__name__ == SCREENS[screen][1])
        await pilot.app.workers.wait_for_complete()

    return step


def typed(text: str) -> Step:
    async def step(pilot: Pilot[None]) -> None:
        for letter in text:
            await pilot.press(letter)

    return step


async def read(pilot: Pilot[None]) -> None:
    """Wait for what is read from the disk."""
    await pilot.app.workers.wait_for_complete()


async def models_list(pilot: Pilot[None]) -> None:
    await ngo(pilot).action_models()
    care = ngo(pilot).model_tasks.care
    await until(pilot, lambda: care.look is not None and care.served is not None)


def model_line(name: str) -> Step:
    async def step(pilot: Pilot[None]) -> None:
        pilot.app.screen.query_one(LineList).go_to(name)
        await pilot.press("enter")

    return step


async def both_kinds_of_work(pilot: Pilot[None]) -> None:
    """A model is copied while another one is examined."""
    shelf: Shelf = pilot.app.shelf  # type: ignore[attr-defined]
    hanging = ScriptedWriter(at=0, then="hang")
    shelf.writer = lambda: hanging
    tasks = ngo(pilot).model_tasks
    model = next(row.model for row in tasks.care.look.table.rows if row.name == "Own")  # type: ignore[union-attr]
    tasks.examine(model, ("en",))
    tasks.bring(tasks.care.coming_by_name("qwen3-1.7b"))
    await until(pilot, hanging.hanging.is_set)
    await until(pilot, lambda: tasks.care.bringing is not None and tasks.care.bringing.done > 0)


def drafting(writer: ScriptedWriter) -> Step:
    """Let a model begin to write the plan, until it hangs, ends or dies."""

    async def step(pilot: Pilot[None]) -> None:
        fresh = writer.again()
        fresh.begins = BEGINS[ngo(pilot).session.language]
        plans = ngo(pilot).session.plans
        plans.models = scripted_models(fresh, SPEAKS_ALL)
        await go("model")(pilot)  # type: ignore[operator]
        await settle(pilot)
        await pilot.press("down", "enter")
        await until(pilot, lambda: plans.drafting is not None and plans.drafting.task is not None)
        run = plans.drafting
        assert run is not None and run.task is not None
        await until(pilot, lambda: fresh.hanging.is_set() or run.ended)

    return step


async def some_model(pilot: Pilot[None]) -> None:
    ngo(pilot).session.plans.models = scripted_models(ScriptedWriter(), SPEAKS_ALL)
    await go("model")(pilot)  # type: ignore[operator]


async def words(pilot: Pilot[None]) -> None:
    await pilot.app.run_action("words")


async def ask(pilot: Pilot[None]) -> None:
    plan = ngo(pilot).session.plans.plan
    assert plan is not None
    await pilot.app.push_screen(AskScreen(plan.asks[0]))


async def deleted(pilot: Pilot[None]) -> None:
    """Everything that was deleted, to bring it back."""
    await pilot.app.push_screen(DeletedScreen([Deleted(Path(), "", "Көмек", "", NOW.replace(tzinfo=None))]))


async def leave_home(pilot: Pilot[None]) -> None:
    await ngo(pilot).go("home")


async def unsaved(pilot: Pilot[None]) -> None:
    pilot.app.push_screen(still_unsaved())


async def an_error(pilot: Pilot[None]) -> None:
    ngo(pilot).tell(UserError(msg("This could not be saved: {why}", why="No space left on device")))


async def sent(pilot: Pilot[None]) -> None:
    """Someone went on with the same organisation on another computer and sent it."""
    from ngo_assist.tui.screens.arrival import ArrivalScreen
    from ngo_assist.workspace.store import Workspace

    session = ngo(pilot).session
    folder = session.workspace.root / "komek"
    there = session.workspace.root.parent / "there"
    shutil.copytree(folder, there / "komek")
    numbers = iter(range(1000, 2000))

    def uid() -> str:
        return f"{next(numbers):032x}"

    other = Session(
        Workspace(there, uid),
        lambda: session.rubric,
        session.language,
        now=lambda: NOW + timedelta(days=2),
        uid=uid,
    )
    other.open("komek")
    other.answer(other.practices[0].id, 4)
    other.start("quick")
    other.close()
    (arrival,) = look_at(session, there / "komek")
    await pilot.app.push_screen(ArrivalScreen(arrival))


def more(name: str, screen: str, world: World, *steps: Step) -> Scene:
    return Scene(name, screen, world, steps, more=True)


def scene(name: str, screen: str, world: World, *steps: Step) -> Scene:
    return Scene(name, screen, world, steps)


_asked = at("interview", lambda session, computer: begin(session))
_again = at("results", twice)
_plan = at("plan", planned)
_action = at("action", planned)
WRITING = ScriptedWriter(at=1, then="hang")
DYING = ScriptedWriter(at=1, then="die")
MENU: tuple[Step, ...] = ("f6",)

SCENES: tuple[Scene, ...] = (
    # The first minute
    scene("language", "LanguageScreen", no_language),
    scene("welcome", "HomeScreen", nothing),
    scene("profile", "ProfileScreen", at("profile", lambda session, computer: session.create(PROFILE))),
    more("profile-new", "ProfileScreen", nothing, "enter"),
    scene("mode", "ModeScreen", at("mode", lambda session, computer: session.create(PROFILE))),
    # Home and the care of what is mine
    more("home", "HomeScreen", several),
    more("home-search", "HomeScreen", several, typed("кау")),
    more("home-nothing-found", "HomeScreen", several, typed("xx")),
    scene("things-to-do", "ThingsToDoScreen", several, *MENU),
    scene("assessments", "AssessmentsScreen", several, *MENU, *["down"] * 2, "enter"),
    scene("rename", "RenameScreen", several, *MENU, *["down"] * 3, "enter"),
    scene("share", "ShareScreen", several, *MENU, *["down"] * 4, "enter"),
    scene("backups", "BackupsScreen", several, *MENU, *["down"] * 5, "enter"),
    scene("delete", "ConfirmScreen", several, "delete"),
    more("home-deleted", "HomeScreen", several, "delete", "left", "enter"),
    scene("received", "ReceivedScreen", nothing, go("received"), read),
    scene("arrival", "ArrivalScreen", several, sent),
    scene("deleted", "DeletedScreen", nothing, deleted),
    scene("unsaved", "UnsavedScreen", several, unsaved),
    more("home-error", "HomeScreen", several, an_error),
    # The questions
    scene("interview", "InterviewScreen", _asked),
    more("interview-unsure", "InterviewScreen", _asked, "f7"),
    more("interview-back", "InterviewScreen", _asked, "left"),
    more("interview-earlier", "InterviewScreen", at("interview", next_time)),
    more("interview-undone", "InterviewScreen", _asked, "3", "ctrl+z"),
    scene("note", "NoteScreen", _asked, "f4"),
    scene("why", "WhyScreen", _asked, "f3"),
    scene("does-not-apply", "ReasonScreen", _asked, "f6"),
    scene("map", "JumpScreen", _asked, "f8"),
    scene("help", "HelpScreen", _asked, "f1"),
    scene("menu", "MenuScreen", _asked, "f10"),
    scene("glossary", "GlossaryScreen", _asked, words),
    # The results
    scene("picture", "ResultsScreen", _again, "1"),
    more("practices", "ResultsScreen", _again, "2", "right", "right", "down"),
    more("start", "ResultsScreen", _again, "3"),
    more("law", "ResultsScreen", _again, "4"),
    more("targets", "ResultsScreen", _again, "5", "down", "right", "enter", "down"),
    more("progress", "ResultsScreen", _again, "6"),
    more("moved", "ResultsScreen", _again, "6", "end"),
    more("picture-first", "ResultsScreen", at("results", answered)),
    scene("practice", "PracticeScreen", _again, "2", "down", "enter"),
    # The plan
    scene("limits", "LimitsScreen", at("limits", planned)),
    more("limits-wrong", "LimitsScreen", at("limits", planned), "down", "9", "9"),
    scene("months", "PlanScreen", _plan),
    more("months-end", "PlanScreen", _plan, "end"),
    more("list", "PlanScreen", _plan, "1"),
    more("list-end", "PlanScreen", _plan, "1", "end"),
    scene("month", "MonthScreen", _plan, "f4"),
    scene("ask", "AskScreen", _plan, ask),
    scene("action", "ActionScreen", _action),
    scene("choice", "ChoiceScreen", _action, "enter"),
    scene("text", "EditTextScreen", _action, "end", "enter"),
    scene("model", "ModelScreen", at("plan", planned), some_model),
    scene("drafting", "DraftingScreen", at("plan", planned), drafting(WRITING)),
    more("drafted", "DraftingScreen", at("plan", planned), drafting(ScriptedWriter())),
    more("died", "DraftingScreen", at("plan", planned), drafting(DYING)),
    more("still-writing", "ConfirmScreen", at("plan", planned), drafting(WRITING), leave_home),
    scene("saved", "SavedScreen", at("saved", planned)),
    # The models
    scene("models", "ModelsScreen", with_models, models_list),
    more("models-at-work", "ModelsScreen", with_models, models_list, both_kinds_of_work),
    scene("model-page", "ModelPageScreen", with_models, models_list, model_line("Own")),
    more("model-page-known", "ModelPageScreen", with_models, models_list, model_line("qwen3-1.7b")),
    scene("model-file", "ModelFileScreen", with_models, models_list, "f5", read),
)
