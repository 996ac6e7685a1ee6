"""Choosing a model and watching it write, in the real program with a scripted writer."""

from pathlib import Path

from textual.pilot import Pilot
from textual.widgets import OptionList, Static

from ngo_assist.application.models import Models
from ngo_assist.application.session import Session
from ngo_assist.tui.app import NgoAssistApp
from ngo_assist.tui.screens.drafting import DraftingScreen
from ngo_assist.tui.screens.model import ModelScreen
from ngo_assist.tui.screens.plan import PlanScreen
from tests.tui.planned import session, shown
from tests.tui.scripted import ScriptedWriter, models


def planned(tmp_path: Path, writer: ScriptedWriter, language: str = "en") -> Session:
    made = session(tmp_path, plan=True, language=language)
    made.plans.models = models(writer)
    return made


def said(pilot: Pilot[None], id: str) -> str:
    return str(pilot.app.screen.query_one(id, Static).render())


async def begin(pilot: Pilot[None]) -> None:
    """Choose the model by keys."""
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()
    assert isinstance(pilot.app.screen, ModelScreen)
    await pilot.press("down", "enter")
    await pilot.pause()


async def until_ended(pilot: Pilot[None], made: Session) -> None:
    run = made.plans.drafting
    assert run is not None
    assert run.task is not None
    await run.task
    await pilot.pause()


async def test_no_model_is_what_the_cursor_is_on(tmp_path: Path) -> None:
    made = planned(tmp_path, ScriptedWriter())
    async with shown(made, "model") as pilot:
        await pilot.app.workers.wait_for_complete()
        await pilot.press("enter")
        await pilot.pause()
        assert isinstance(pilot.app.screen, PlanScreen)
        assert made.plans.drafting is None


async def test_a_computer_without_a_model_says_that_none_is_needed(tmp_path: Path) -> None:
    made = session(tmp_path, plan=True)
    made.plans.models = Models(here=list)
    async with shown(made, "model") as pilot:
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()
        assert said(pilot, "#none") == "There is no model on this computer. The plan does not need one."


async def test_a_model_writes_the_plan_and_the_screen_says_how_it_went(tmp_path: Path) -> None:
    made = planned(tmp_path, ScriptedWriter())
    async with shown(made, "model") as pilot:
        await begin(pilot)
        await until_ended(pilot, made)
        assert isinstance(pilot.app.screen, DraftingScreen)
        assert said(pilot, "#headline").startswith("Finished.")
        assert "1 kept" in said(pilot, "#counts")
        await pilot.press("enter")
        await pilot.pause()
        assert isinstance(pilot.app.screen, PlanScreen)
        assert "tiny on this computer" in said(pilot, "#said")


async def test_words_appear_while_they_are_written_and_escape_stops(tmp_path: Path) -> None:
    writer = ScriptedWriter(at=0, then="hang")
    made = planned(tmp_path, writer)
    async with shown(made, "model") as pilot:
        await begin(pilot)
        await writer.hanging.wait()
        await pilot.pause()
        assert "It matters" in said(pilot, "#words")
        assert "Esc Stop" in keys_line(pilot)
        await pilot.press("escape")
        await pilot.pause()
        assert said(pilot, "#headline").startswith("Stopped.")
        assert made.plans.plan is not None
        assert made.plans.plan.drafting.ended == "stopped"
        assert "Esc Back" in keys_line(pilot)


async def test_the_stop_button_stops_a_model_that_does_not_listen(tmp_path: Path) -> None:
    writer = ScriptedWriter(at=0, then="hang deaf")
    made = planned(tmp_path, writer)
    async with shown(made, "model") as pilot:
        await begin(pilot)
        await writer.hanging.wait()
        await pilot.click("#stop")
        await pilot.pause()
        assert said(pilot, "#headline").startswith("Stopped.")


async def test_a_model_that_dies_is_told_plainly_and_the_plan_is_whole(tmp_path: Path) -> None:
    made = planned(tmp_path, ScriptedWriter(at=1, then="die"))
    async with shown(made, "model") as pilot:
        await begin(pilot)
        await until_ended(pilot, made)
        assert said(pilot, "#headline") == (
            "The model stopped working. The plan is complete all the same: the rubric's words stand."
        )


async def test_one_can_read_the_plan_meanwhile_and_come_back(tmp_path: Path) -> None:
    writer = ScriptedWriter(at=1, then="hang")
    made = planned(tmp_path, writer)
    async with shown(made, "model") as pilot:
        await begin(pilot)
        await writer.hanging.wait()
        await pilot.click("#to-plan")
        await pilot.pause()
        assert isinstance(pilot.app.screen, PlanScreen)
        assert "Being written: " in str(pilot.app.screen.query_one("#to-drafting").render())
        await pilot.click("#to-drafting")
        await pilot.pause()
        assert isinstance(pilot.app.screen, DraftingScreen)
        assert "It matters" in said(pilot, "#words")
        await pilot.press("enter")
        await pilot.pause()
        assert said(pilot, "#headline").startswith("Stopped.")


async def test_a_model_that_cannot_write_the_plan_s_language_says_so_and_is_not_to_be_chosen(
    tmp_path: Path,
) -> None:
    writer = ScriptedWriter()
    made = planned(tmp_path, writer, language="kk")
    async with shown(made, "model") as pilot:
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()
        rows = pilot.app.screen.query_one(OptionList)
        row = rows.get_option("m1")
        assert row.disabled and str(row.prompt).startswith("× ")
        await pilot.press("down")
        assert rows.highlighted == 0
        await pilot.click(OptionList, offset=(4, rows.option_count + 1))
        await pilot.pause()
        assert isinstance(pilot.app.screen, ModelScreen)
        assert writer.asked == 0
        assert made.plans.drafting is None


async def test_leaving_the_program_while_it_writes_leaves_a_whole_plan(tmp_path: Path) -> None:
    writer = ScriptedWriter(at=1, then="hang deaf")
    made = planned(tmp_path, writer)
    async with shown(made, "model") as pilot:
        await begin(pilot)
        await writer.hanging.wait()
        files = made.plans.files
        assert isinstance(pilot.app, NgoAssistApp)
        await pilot.app.action_leave()
    assert writer.closed
    assert all(path.read_bytes() for path in files)


def keys_line(pilot: Pilot[None]) -> str:
    return str(pilot.app.screen.query_one("KeysLine").render())
