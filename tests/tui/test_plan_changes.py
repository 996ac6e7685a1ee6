"""The plan over its months, and what a person changes in it, by keys and by mouse."""

from datetime import date
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import Input, Static

from ngo_assist.application.session import Session
from ngo_assist.planning.model import Plan
from ngo_assist.tui.app import NgoAssistApp
from ngo_assist.tui.drafting_moved import DraftingMoved
from ngo_assist.tui.screens.action import ActionScreen
from ngo_assist.tui.screens.edit_text import EditTextScreen
from ngo_assist.tui.screens.interview import InterviewScreen
from ngo_assist.tui.screens.month import MonthScreen
from ngo_assist.tui.screens.plan import PlanScreen
from ngo_assist.tui.screens.practice import PracticeScreen
from ngo_assist.tui.widgets.keys_line import KeysLine
from ngo_assist.tui.widgets.line_list import LineList
from ngo_assist.tui.widgets.notice import Notice
from tests.tui.conftest import shown as screen_text
from tests.tui.planned import LARGE, session, shown
from tests.tui.scripted import ScriptedWriter, models
from tests.tui.waiting import until, until_screen


def plan_of(made: Session) -> Plan:
    assert made.plans.plan is not None
    return made.plans.plan


def text(pilot: Pilot[None]) -> str:
    assert isinstance(pilot.app, NgoAssistApp)
    return screen_text(pilot.app)


def said(pilot: Pilot[None], id: str) -> str:
    return str(pilot.app.screen.query_one(id, Static).render())


def notice(pilot: Pilot[None]) -> str:
    return str(pilot.app.screen.query_one(Notice).render())


def keys_line(pilot: Pilot[None]) -> str:
    return str(pilot.app.screen.query_one(KeysLine).render())


def go_to(pilot: Pilot[None], id: str) -> None:
    pilot.app.screen.query_one(LineList).go_to(id)


async def test_the_plan_is_seen_over_its_months_with_a_bar_for_each_action(tmp_path: Path) -> None:
    made = session(tmp_path, plan=True)
    async with shown(made, "plan") as pilot:
        assert not pilot.app.screen.query_one("#months").display
        await pilot.press("2")
        await pilot.pause()
        head = said(pilot, "#months").splitlines()
        assert head[0].split() == ["2026–2027", "Dec", "Jan", "Feb", "Mar", "Apr", "May"]
        assert "Days, at most 2 a month" in head[1]
        bar = next(line for line in text(pilot).splitlines() if "Copy the main files" in line)
        assert "░░░" in bar
        assert sum("░░░" in line for line in text(pilot).splitlines()) == len(plan_of(made).actions)
        assert "░ to do" in said(pilot, "#legend").replace("\u00a0", " ")


async def test_months_stand_over_their_bars_in_every_width(tmp_path: Path) -> None:
    made = session(tmp_path, plan=True)
    made.plans.view = "timeline"
    async with shown(made, "plan") as pilot:
        for width in (80, 120, 60, 100):
            await pilot.resize_terminal(width, 24)
            await pilot.pause()
            lines = text(pilot).splitlines()
            months = next(line for line in lines if "2026–2027" in line)
            bar = next(line for line in lines if "Copy the main files" in line)
            assert bar.index("░") == months.index("Dec" if width > 60 else "12")


async def test_the_view_is_changed_by_keys_and_by_a_click_and_stays(tmp_path: Path) -> None:
    made = session(tmp_path, plan=True)
    async with shown(made, "plan") as pilot:
        await pilot.press("f3")
        assert made.plans.view == "timeline"
        await pilot.press("f3")
        assert made.plans.view == "list"
        await pilot.click("#views", offset=(16, 0))
        await pilot.pause()
        assert made.plans.view == "timeline"
        await pilot.press("enter")
        await until_screen(pilot, ActionScreen)
        await pilot.press("escape")
        await until_screen(pilot, PlanScreen)
        await pilot.pause()
        assert pilot.app.screen.query_one("#months").display
        await pilot.press("1")
        assert not pilot.app.screen.query_one("#months").display


async def test_another_month_says_what_it_breaks_and_may_be_chosen_all_the_same(tmp_path: Path) -> None:
    made = session(tmp_path, plan=True)
    law = next(action for action in plan_of(made).actions if action.duty)
    before = plan_of(made)
    async with shown(made, "plan") as pilot:
        go_to(pilot, law.id)
        await pilot.press("f4")
        await until_screen(pilot, MonthScreen)
        assert "It stands here now." in said(pilot, "#breaks")
        await pilot.press("home")
        assert "Belongs in the two months before its date: 31 March." in said(pilot, "#breaks")
        assert "Enter puts it there all the same." in said(pilot, "#breaks")
        await pilot.press("enter")
        await until_screen(pilot, PlanScreen)
        assert made.plans.action(law.id).start == date(2026, 12, 1)
        assert "Belongs in the two months before its date" in notice(pilot)
        assert pilot.app.screen.query_one(LineList).cursor == law.id
        await pilot.press("ctrl+z")
        assert plan_of(made) == before
        assert notice(pilot).startswith("Undone: “")
        assert "December 2026. Ctrl+Y does it again." in notice(pilot)


async def test_a_month_that_breaks_nothing_is_chosen_without_a_word(tmp_path: Path) -> None:
    made = session(tmp_path, plan=True)
    id = plan_of(made).actions[0].id
    async with shown(made, "plan") as pilot:
        await pilot.press("f4", "end")
        assert "✓ It fits here." in said(pilot, "#breaks") or "stands on it" in said(pilot, "#breaks")
        await pilot.press("escape")
        await until_screen(pilot, PlanScreen)
        assert made.plans.action(id).pinned == ()


async def test_shift_and_an_arrow_put_an_action_into_the_next_month_at_once(tmp_path: Path) -> None:
    made = session(tmp_path, plan=True)
    last = plan_of(made).actions[-1]
    made.plans.view = "timeline"
    async with shown(made, "plan") as pilot:
        go_to(pilot, last.id)
        await pilot.press("shift+right")
        moved = made.plans.action(last.id).start
        assert (moved.year * 12 + moved.month) - (last.start.year * 12 + last.start.month) == 1
        await pilot.press("shift+left", "shift+left")
        back = made.plans.action(last.id).start
        assert (last.start.year * 12 + last.start.month) - (back.year * 12 + back.month) == 1
        for _ in range(3):
            await pilot.press("ctrl+z")
        assert made.plans.action(last.id) == last
        await pilot.press("ctrl+y")
        assert made.plans.action(last.id).start == moved


async def test_an_action_does_not_leave_the_plan_by_arrows(tmp_path: Path) -> None:
    made = session(tmp_path, plan=True)
    before = plan_of(made)
    made.plans.view = "timeline"
    async with shown(made, "plan") as pilot:
        await pilot.press("shift+left")
        assert plan_of(made) is before


async def test_a_click_into_another_month_of_a_bar_asks_for_that_month(tmp_path: Path) -> None:
    made = session(tmp_path, plan=True)
    made.plans.view = "timeline"
    id = plan_of(made).actions[0].id
    async with shown(made, "plan") as pilot:
        await pilot.pause()
        column = said(pilot, "#months").splitlines()[0].index("Mar")
        await pilot.click("#list", offset=(2 + column, 0))
        await until_screen(pilot, MonthScreen)
        assert "March 2027" in next(line for line in text(pilot).splitlines() if "› ○" in line)
        await pilot.press("enter")
        await until_screen(pilot, PlanScreen)
        assert made.plans.action(id).start == date(2027, 3, 1)
        await pilot.pause()
        row = [bar.id for bar in pilot.app.screen._timeline.bars].index(id)  # type: ignore[attr-defined]
        await pilot.click("#list", offset=(2 + column, row))
        await until_screen(pilot, ActionScreen)


async def test_what_waits_is_taken_into_a_month(tmp_path: Path) -> None:
    made = session(tmp_path, plan=True)
    later = next(each for each in plan_of(made).later if each.reason == "budget")
    async with shown(made, "plan") as pilot:
        go_to(pilot, "later:" + later.id)
        await pilot.press("enter")
        await until_screen(pilot, MonthScreen)
        assert "It waits: does not fit the budget." in said(pilot, "#why")
        await pilot.press("down", "enter")
        await until_screen(pilot, PlanScreen)
        assert made.plans.action(later.id).start == date(2027, 1, 1)
        assert "Money: 300,000" in notice(pilot)
        assert pilot.app.screen.query_one(LineList).cursor == later.id
        await pilot.press("ctrl+z")
        assert [each.id for each in plan_of(made).later].count(later.id) == 1


async def test_an_action_is_dropped_and_taken_up_again_by_the_same_key(tmp_path: Path) -> None:
    made = session(tmp_path, plan=True)
    first = next(action for action in plan_of(made).actions if action.duty)
    async with shown(made, "plan") as pilot:
        go_to(pilot, first.id)
        await pilot.pause()
        assert "Del Drop" in keys_line(pilot)
        await pilot.press("delete")
        await pilot.pause()
        assert made.plans.action(first.id).status == "dropped"
        assert "stands on it, and would have to wait" in notice(pilot)
        await pilot.press("escape")
        assert "Del Take up again" in keys_line(pilot)
        await pilot.press("delete")
        assert made.plans.action(first.id).status == "todo"


async def test_progress_is_a_picture_and_words(tmp_path: Path) -> None:
    made = session(tmp_path, plan=True)
    first, second = plan_of(made).actions[:2]
    made.plans.set_status(first.id, "done")
    made.plans.set_status(second.id, "doing")
    of = len(plan_of(made).actions)
    async with shown(made, "plan") as pilot:
        assert said(pilot, "#picture").startswith("■▪" + "□" * (of - 2) + f" 1 of {of} done")
        assert "●◐" in text(pilot)
        await pilot.press("2")
        await pilot.pause()
        done = said(pilot, "#months").splitlines()[2]
        assert done.split()[:4] == [
            "Done,",
            "of",
            "all",
            f"1/{len([a for a in plan_of(made).actions if a.start == first.start])}",
        ]


async def test_the_screen_of_an_action_tells_from_which_answer_it_comes(tmp_path: Path) -> None:
    made = session(tmp_path)
    made.annotate("care.backup", "only on my phone", ())
    made.plans.make(made.plans.limits)
    action = next(each for each in plan_of(made).actions if each.practice == "care.backup")
    async with shown(made, "plan", size=LARGE) as pilot:
        go_to(pilot, action.id)
        await pilot.press("enter")
        await until_screen(pilot, ActionScreen)
        await pilot.pause()
        seen = text(pilot)
        assert "Do you keep copies of your important files?" in seen
        assert "Level 1. care.backup at 1." in seen
        assert "“only on my phone”" in seen
        assert "It leads to:" in seen
        await pilot.press("home", "enter")
        await until_screen(pilot, PracticeScreen)
        await pilot.click("#ask")
        await until_screen(pilot, InterviewScreen)
        assert made.place == "care.backup"


async def test_arrows_lead_from_one_action_to_the_next(tmp_path: Path) -> None:
    made = session(tmp_path, plan=True)
    ids = [action.id for action in plan_of(made).actions]
    async with shown(made, "plan") as pilot:
        await pilot.press("enter")
        await until_screen(pilot, ActionScreen)
        await pilot.pause()
        assert "← Previous" not in keys_line(pilot)
        await pilot.press("right")
        await pilot.pause()
        assert made.plans.place == ids[1]
        assert said(pilot, "#headline") == plan_of(made).actions[1].title
        assert f"Action 2 of {len(ids)}" in text(pilot)
        await pilot.press("left", "left")
        assert made.plans.place == ids[0]


async def type_into(pilot: Pilot[None], field: str, typed: str) -> None:
    go_to(pilot, field)
    await pilot.press("enter")
    await until_screen(pilot, EditTextScreen)
    pilot.app.screen.query_one("#text", Input).value = typed
    await pilot.press("enter")
    await pilot.pause()


async def test_days_and_amounts_are_typed_and_set_back(tmp_path: Path) -> None:
    made = session(tmp_path, plan=True)
    before = plan_of(made)
    id = before.actions[0].id
    async with shown(made, "plan") as pilot:
        await pilot.press("enter")
        await until_screen(pilot, ActionScreen)
        await pilot.pause()
        for field, typed in (("effort_days", "1,5"), ("cost", "12 500"), ("due", "20.12.2026")):
            await type_into(pilot, field, typed)
            await until_screen(pilot, ActionScreen)
        action = made.plans.action(id)
        assert (action.effort_days, action.cost, action.due) == (1.5, 12_500, date(2026, 12, 20))
        assert text(pilot).count("✎ set by you") == 3
        for field in ("effort_days", "cost", "due"):
            go_to(pilot, field)
            await pilot.press("delete")
        assert made.plans.action(id) == before.actions[0]


async def test_a_day_that_cannot_be_is_answered_in_the_box(tmp_path: Path) -> None:
    made = session(tmp_path, plan=True)
    before = plan_of(made)
    async with shown(made, "plan") as pilot:
        await pilot.press("enter")
        await until_screen(pilot, ActionScreen)
        await pilot.pause()
        await type_into(pilot, "due", "in spring")
        assert isinstance(pilot.app.screen, EditTextScreen)
        assert "Type a day as 2026-12-31" in notice(pilot)
        await pilot.press("escape")
        await until_screen(pilot, ActionScreen)
        assert plan_of(made).actions == before.actions


async def test_the_day_on_which_it_was_done_may_be_put_right(tmp_path: Path) -> None:
    made = session(tmp_path, plan=True)
    id = plan_of(made).actions[0].id
    made.plans.set_status(id, "done")
    async with shown(made, "plan") as pilot:
        await pilot.press("enter")
        await until_screen(pilot, ActionScreen)
        await pilot.pause()
        await type_into(pilot, "done_on", "2026-11-20")
        await until_screen(pilot, ActionScreen)
        assert made.plans.action(id).done_on == date(2026, 11, 20)


async def test_a_model_writes_on_while_the_plan_is_read_and_its_end_is_told(tmp_path: Path) -> None:
    made = session(tmp_path, plan=True)
    writer = ScriptedWriter(at=3, then="hang")
    made.plans.models = models(writer)
    async with shown(made, "model") as pilot:
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()
        await pilot.press("down", "enter")
        await writer.hanging.wait()
        await pilot.click("#to-plan")
        await until_screen(pilot, PlanScreen)
        await pilot.press("enter")
        await until_screen(pilot, ActionScreen)
        run = made.plans.drafting
        assert run is not None
        await run.stop()
        await until(pilot, lambda: pilot.app.screen.query_one(Notice).shown)
        assert notice(pilot).startswith("Stopped. The plan is complete")
        await pilot.press("escape", "escape")
        await until_screen(pilot, PlanScreen)
        assert not pilot.app.screen.query_one(Notice).shown


async def test_the_action_that_is_being_written_says_so_in_the_list(tmp_path: Path) -> None:
    made = session(tmp_path, plan=True)
    writer = ScriptedWriter(at=1, then="hang")
    made.plans.models = models(writer)
    async with shown(made, "model") as pilot:
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()
        await pilot.press("down", "enter")
        await writer.hanging.wait()
        await pilot.click("#to-plan")
        await until_screen(pilot, PlanScreen)
        await until(pilot, lambda: "≈ is being written" in text(pilot))


async def test_who_only_looks_is_told_why_nothing_moves(tmp_path: Path) -> None:
    made = session(tmp_path, plan=True)
    slug, before = made.writable.slug, plan_of(made)
    made.plans.view = "timeline"
    async with shown(made, "results") as pilot:
        made.open(slug, look=True)
        await pilot.app.go("plan")  # type: ignore[attr-defined]
        await until_screen(pilot, PlanScreen)
        for key in ("f4", "shift+right", "delete"):
            await pilot.press(key)
            await pilot.pause()
            assert isinstance(pilot.app.screen, PlanScreen)
            assert "open only to look at" in notice(pilot)
            await pilot.press("escape")
        assert plan_of(made).actions == before.actions


@pytest.mark.parametrize("months", [1, 12, 36])
async def test_a_plan_of_any_length_fits_the_narrowest_window(tmp_path: Path, months: int) -> None:
    made = session(tmp_path)
    made.plans.make(made.plans.limits.updated_with(months=months))
    made.plans.view = "timeline"
    async with shown(made, "plan", size=(60, 20)) as pilot:
        await pilot.pause()
        lines = said(pilot, "#months").splitlines()
        assert all(len(line) <= 58 for line in lines)
        assert text(pilot).count("░") >= len(plan_of(made).actions) - 2


async def test_a_large_window_shows_an_action_in_one_line(tmp_path: Path) -> None:
    made = session(tmp_path, plan=True)
    async with shown(made, "plan", size=LARGE) as pilot:
        await pilot.pause()
        line = next(line for line in text(pilot).splitlines() if "Copy the main files" in line)
        assert "half a day" in line
        assert "free" in line


async def test_a_model_s_words_do_not_move_what_one_reads(tmp_path: Path) -> None:
    made = session(tmp_path, plan=True)
    async with shown(made, "plan") as pilot:
        rows = pilot.app.screen.query_one(LineList)
        rows.scroll_end(animate=False)
        await pilot.pause()
        place = rows.scroll_offset.y
        assert place > 0
        plan = plan_of(made)
        drafted = plan.actions[0].updated_with(
            why_here="A model's.", origin={**plan.actions[0].origin, "why_here": "model"}
        )
        made.plans.drafted(plan.updated_with(actions=(drafted, *plan.actions[1:])))
        pilot.app.screen.post_message(DraftingMoved())
        await pilot.pause()
        await pilot.pause()
        assert rows.scroll_offset.y == place
        await pilot.press("home")
        await pilot.pause()
        assert rows.scroll_offset.y == 0
        assert "≈" in text(pilot)


async def test_a_change_is_on_the_disk_a_moment_after_it_is_on_the_screen(tmp_path: Path) -> None:
    made = session(tmp_path, plan=True)
    toml = made.plans.files[1]
    async with shown(made, "plan") as pilot:
        await pilot.press("space", "space")
        assert made.plans.action(plan_of(made).actions[0].id).status == "done"
        await until(pilot, lambda: 'status = "done"' in toml.read_text(encoding="utf-8"))


async def test_who_leaves_at_once_loses_no_change(tmp_path: Path) -> None:
    made = session(tmp_path, plan=True)
    toml = made.plans.files[1]
    async with shown(made, "plan") as pilot:
        await pilot.press("space", "ctrl+q")
    assert 'status = "doing"' in toml.read_text(encoding="utf-8")


async def test_who_goes_on_at_once_loses_no_change(tmp_path: Path) -> None:
    made = session(tmp_path, plan=True)
    toml = made.plans.files[1]
    async with shown(made, "plan") as pilot:
        await pilot.press("space", "enter")
        await until_screen(pilot, ActionScreen)
        assert 'status = "doing"' in toml.read_text(encoding="utf-8")
        made.close()
        assert 'status = "doing"' in toml.read_text(encoding="utf-8")
