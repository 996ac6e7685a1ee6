"""What is dropped, undone and done again is said by its name, where it can be seen."""

from pathlib import Path

from textual.pilot import Pilot
from textual.widgets import Static

from ngo_assist.application.session import Session
from ngo_assist.planning.model import Plan
from ngo_assist.tui.screens.action import ActionScreen
from ngo_assist.tui.screens.limits import LimitsScreen
from ngo_assist.tui.screens.menu import MenuScreen
from ngo_assist.tui.screens.model import ModelScreen
from ngo_assist.tui.screens.month import MonthScreen
from ngo_assist.tui.screens.plan import PlanScreen
from ngo_assist.tui.screens.saved import SavedScreen
from ngo_assist.tui.widgets.keys_line import KeysLine
from ngo_assist.tui.widgets.line_list import LineList
from ngo_assist.tui.widgets.notice import Notice
from tests.tui.conftest import shown as letters
from tests.tui.planned import session, shown
from tests.tui.waiting import until, until_screen


def plan_of(made: Session) -> Plan:
    assert made.plans.plan is not None
    return made.plans.plan


def notice(pilot: Pilot[None]) -> str:
    return str(pilot.app.screen.query_one(Notice).render())


def keys_line(pilot: Pilot[None]) -> str:
    return str(pilot.app.screen.query_one(KeysLine).render())


async def test_dropping_a_legal_duty_says_what_the_law_requires_and_what_waits_for_it(tmp_path: Path) -> None:
    made = session(tmp_path, plan=True)
    duty = next(action for action in plan_of(made).actions if action.duty)
    async with shown(made, "plan") as pilot:
        pilot.app.screen.query_one(LineList).go_to(duty.id)
        await pilot.press("delete")
        assert notice(pilot).startswith(f"! Dropped: “{duty.title}”.")
        assert "The law requires it, by this date: 31 March." in notice(pilot)
        assert "stands on it, and would have to wait" in notice(pilot)
        assert notice(pilot).endswith("Ctrl+Z takes it back.")


async def test_dropping_any_other_action_says_which_and_how_it_comes_back(tmp_path: Path) -> None:
    made = session(tmp_path, plan=True)
    needed = {id for action in plan_of(made).actions for id in action.requires}
    free = next(a for a in plan_of(made).actions if not a.duty and a.id not in needed)
    async with shown(made, "plan") as pilot:
        pilot.app.screen.query_one(LineList).go_to(free.id)
        await pilot.press("delete")
        assert notice(pilot) == f"Dropped: “{free.title}”. Ctrl+Z takes it back."
        await pilot.press("ctrl+z")
        assert notice(pilot) == f"Undone: “{free.title}”: dropped. Ctrl+Y does it again."
        assert made.plans.action(free.id).status == "todo"
        await pilot.press("ctrl+y")
        assert notice(pilot) == f"Done again: “{free.title}”: dropped. Ctrl+Z takes it back."


async def test_an_undo_that_the_action_s_screen_cannot_show_leads_to_the_plan(tmp_path: Path) -> None:
    made = session(tmp_path, plan=True)
    before = plan_of(made).summary
    made.plans.set_summary("We begin with the copies.")
    made.plans.place = plan_of(made).actions[0].id
    async with shown(made, "action") as pilot:
        made.plans.place = plan_of(made).actions[0].id
        await pilot.press("ctrl+z")
        await until_screen(pilot, PlanScreen)
        await until(pilot, lambda: pilot.app.screen.query_one(Notice).shown)
        assert notice(pilot) == "Undone: the text “In short”. Ctrl+Y does it again."
        assert pilot.app.screen.query_one(LineList).cursor == "summary"
        assert plan_of(made).summary == before


async def test_an_undo_of_another_action_shows_that_action(tmp_path: Path) -> None:
    made = session(tmp_path, plan=True)
    first, second = plan_of(made).actions[:2]
    made.plans.set_status(second.id, "doing")
    async with shown(made, "plan") as pilot:
        pilot.app.screen.query_one(LineList).go_to(first.id)
        await pilot.press("enter")
        await until_screen(pilot, ActionScreen)
        await pilot.press("ctrl+z")
        assert str(pilot.app.screen.query_one("#headline", Static).render()) == second.title
        assert notice(pilot).startswith(f"Undone: “{second.title}”: in progress.")


async def test_limits_name_the_value_that_is_undone(tmp_path: Path) -> None:
    async with shown(session(tmp_path), "limits") as pilot:
        await pilot.press("down", "right", "ctrl+z")
        assert notice(pilot) == "Undone: How many months. Ctrl+Y does it again."
        await pilot.press("ctrl+y")
        assert notice(pilot) == "Done again: How many months. Ctrl+Z takes it back."


async def test_amounts_are_less_and_more_and_all_else_is_chosen(tmp_path: Path) -> None:
    async with shown(session(tmp_path), "limits") as pilot:
        screen = pilot.app.screen
        assert isinstance(screen, LimitsScreen)
        for field, words in (("start", "Choose"), ("months", "Less, more"), ("connectivity", "Choose")):
            screen.query_one(f"#{field}").focus()
            await until(pilot, lambda said=f"← → {words}": said in keys_line(pilot))  # type: ignore[misc]
        before = screen.limits
        await pilot.press("left")
        assert screen.limits != before


async def test_the_days_of_each_month_stay_in_sight_whatever_else_there_is_to_say(tmp_path: Path) -> None:
    made = session(tmp_path)
    made.plans.make(made.plans.limits.updated_with(budget=300_000))
    async with shown(made, "limits") as pilot:
        effect = pilot.app.screen.query_one("#effect", Static)
        await until(pilot, lambda: "Days in each month" in str(effect.render()))
        pilot.app.screen.query_one("#budget").focus()
        await pilot.press("0")
        await until(pilot, lambda: "Moves to later" in str(effect.render()))
        assert "Days in each month" in str(effect.render())


async def test_an_owner_s_name_is_cleared(tmp_path: Path) -> None:
    made = session(tmp_path, plan=True)
    id = plan_of(made).actions[0].id
    made.plans.edit(id, "owner", "Aigul")
    made.plans.edit(id, "title", "In our words")
    async with shown(made, "plan") as pilot:
        pilot.app.screen.query_one(LineList).go_to(id)
        await pilot.press("enter")
        await until_screen(pilot, ActionScreen)
        rows = pilot.app.screen.query_one(LineList)
        rows.go_to("title")
        await until(pilot, lambda: "Del The rubric's words" in keys_line(pilot))
        rows.go_to("owner")
        await until(pilot, lambda: "Del Clear" in keys_line(pilot))
        await pilot.press("delete")
        assert made.plans.action(id).owner == ""


async def test_the_buttons_of_the_plan_have_keys_that_the_menu_shows(tmp_path: Path) -> None:
    made = session(tmp_path, plan=True)
    async with shown(made, "plan") as pilot:
        await pilot.press("f10")
        await until_screen(pilot, MenuScreen)
        await until(pilot, lambda: "Read and send   F5" in letters(pilot.app))  # type: ignore[arg-type]
        assert "Words by a model   F6" in letters(pilot.app)  # type: ignore[arg-type]
        assert "Plan again   F7" in letters(pilot.app)  # type: ignore[arg-type]
        await pilot.press("escape")
        for key, screen in (("f5", SavedScreen), ("f6", ModelScreen), ("f7", LimitsScreen)):
            await until_screen(pilot, PlanScreen)
            await pilot.press(key)
            await until_screen(pilot, screen)
            await pilot.press("escape")


async def test_the_months_say_where_it_stands_what_breaks(tmp_path: Path) -> None:
    made = session(tmp_path, plan=True)
    law = next(action for action in plan_of(made).actions if action.duty)
    async with shown(made, "plan") as pilot:
        pilot.app.screen.query_one(LineList).go_to(law.id)
        await pilot.press("f4")
        await until_screen(pilot, MonthScreen)
        signs = pilot.app.screen.query_one("#signs", Static)
        assert signs.display
        assert str(signs.render()) == "! breaks something there: what, stands below the months."


async def test_over_the_months_the_whole_title_of_the_row_is_read(tmp_path: Path) -> None:
    made = session(tmp_path, plan=True)
    id, long = plan_of(made).actions[1].id, "A title that is much longer than the room that is left for it"
    made.plans.edit(id, "title", long)
    made.plans.view = "timeline"
    async with shown(made, "plan") as pilot:
        pilot.app.screen.query_one(LineList).go_to(id)
        await until(pilot, lambda: str(pilot.app.screen.query_one("#whole", Static).render()) == long)
        await pilot.press("1")
        assert not pilot.app.screen.query_one("#whole").display


async def test_a_low_window_shows_six_actions_of_the_list(tmp_path: Path) -> None:
    made = session(tmp_path)
    made.plans.make(made.plans.limits.updated_with(days_per_month=10, actions_per_month=10, budget=300_000))
    assert len(plan_of(made).actions) >= 6
    async with shown(made, "plan") as pilot:
        await pilot.pause()
        seen = letters(pilot.app)  # type: ignore[arg-type]
        assert sum(line.lstrip(" ›").startswith("○ ") for line in seen.splitlines()) >= 6


async def test_a_low_window_shows_the_texts_of_an_action_that_may_be_changed(tmp_path: Path) -> None:
    made = session(tmp_path)
    made.annotate("care.backup", "only on my phone", ())
    made.plans.make(made.plans.limits)
    action = next(each for each in plan_of(made).actions if each.practice == "care.backup")
    async with shown(made, "plan") as pilot:
        pilot.app.screen.query_one(LineList).go_to(action.id)
        await pilot.press("enter")
        await until_screen(pilot, ActionScreen)
        await pilot.pause()
        seen = letters(pilot.app)  # type: ignore[arg-type]
        assert "Enter here shows all of it" in seen
        assert "Level 1 → " in seen
        assert "“only on my phone”" in seen
        assert "What is written" in seen and "What is done" in seen
