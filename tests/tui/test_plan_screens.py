"""The way from the results to the files, by keys and by mouse."""

from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import Input, Static, TextArea

from ngo_assist.application.short_text import short_text
from ngo_assist.i18n import Translator
from ngo_assist.tui.app import NgoAssistApp
from ngo_assist.tui.screens.action import ActionScreen
from ngo_assist.tui.screens.choice import ChoiceScreen
from ngo_assist.tui.screens.confirm import ConfirmScreen
from ngo_assist.tui.screens.edit_text import EditTextScreen
from ngo_assist.tui.screens.limits import LimitsScreen
from ngo_assist.tui.screens.month import MonthScreen
from ngo_assist.tui.screens.plan import PlanScreen
from ngo_assist.tui.screens.saved import SavedScreen
from ngo_assist.tui.widgets.line_list import LineList
from ngo_assist.tui.widgets.notice import Notice
from ngo_assist.tui.widgets.page import Page
from ngo_assist.tui.widgets.stepper import Stepper
from tests.tui.planned import LARGE, session, shown
from tests.tui.waiting import until, until_screen


def said(pilot: Pilot[None], id: str) -> str:
    return str(pilot.app.screen.query_one(id, Static).render())


def read(pilot: Pilot[None]) -> str:
    """Return the screen as a person sees it."""
    return pilot.app.export_screenshot(simplify=True).replace("&#160;", " ")


def notice(pilot: Pilot[None]) -> str:
    return str(pilot.app.screen.query_one(Notice).render())


async def test_limits_change_by_arrows_and_show_their_effect(tmp_path: Path) -> None:
    made = session(tmp_path)
    async with shown(made, "limits") as pilot:
        assert "2 wait" in said(pilot, "#effect")
        await pilot.press("down", "down", "down", "down")
        assert pilot.app.focused is not None
        assert pilot.app.focused.id == "budget"
        await pilot.press(*"300000")
        await until(pilot, lambda: "1 wait" in said(pilot, "#effect"))
        screen = pilot.app.screen
        assert isinstance(screen, LimitsScreen)
        assert screen.limits is not None
        assert screen.limits.budget == 300_000
        assert made.plans.plan is None


async def test_limits_change_by_mouse_too(tmp_path: Path) -> None:
    async with shown(session(tmp_path), "limits") as pilot:
        months = pilot.app.screen.query_one("#months", Stepper)
        before = months.value
        text = str(months.render())
        await pilot.click("#months", offset=(text.index("▸"), 0))
        assert (before, months.value) == ("6 months", "7 months")
        await pilot.click("#months", offset=(text.index("◂"), 0))
        await pilot.click("#months", offset=(text.index("◂"), 0))
        assert months.value == "5 months"


async def test_a_value_that_cannot_be_is_answered_and_the_last_good_one_counts(tmp_path: Path) -> None:
    async with shown(session(tmp_path), "limits") as pilot:
        screen = pilot.app.screen
        assert isinstance(screen, LimitsScreen)
        await pilot.press("down", *"99")
        assert said(pilot, "#hint") == "A whole number from 1 to 36."
        assert screen.limits is not None
        assert screen.limits.months == 9
        await pilot.press("down")
        assert screen.query_one("#months", Stepper).value == "9 months"


async def test_the_digits_row_of_a_kazakh_keyboard_types_digits(tmp_path: Path) -> None:
    async with shown(session(tmp_path), "limits") as pilot:
        await pilot.press("down", "ң")
        assert pilot.app.screen.query_one("#months", Stepper).value == "4 months"


async def test_planning_again_can_be_left_as_it_is(tmp_path: Path) -> None:
    made = session(tmp_path, plan=True)
    before = made.plans.plan
    async with shown(made, "limits") as pilot:
        assert before is not None
        await pilot.press("right", "escape")
        await pilot.pause()
        assert isinstance(pilot.app.screen, PlanScreen)
        assert made.plans.plan is not None
        assert made.plans.plan.limits == before.limits


async def test_making_the_plan_writes_both_files_and_shows_it(tmp_path: Path) -> None:
    made = session(tmp_path)
    async with shown(made, "limits") as pilot:
        await pilot.click("#make")
        await pilot.pause()
        assert isinstance(pilot.app.screen, PlanScreen)
        assert all(path.is_file() for path in made.plans.files)
        assert "✓ saved" in read(pilot)


async def test_the_list_names_months_what_waits_and_why(tmp_path: Path) -> None:
    async with shown(session(tmp_path, plan=True), "plan", size=LARGE) as pilot:
        text = read(pilot)
        for word in ("December 2026", "Later", "does not fit the budget", "needs a better connection"):
            assert word in text


async def test_space_marks_how_far_an_action_is(tmp_path: Path) -> None:
    made = session(tmp_path, plan=True)
    id = made.plans.plan.actions[0].id  # type: ignore[union-attr]
    async with shown(made, "plan") as pilot:
        await pilot.press("space")
        assert made.plans.action(id).status == "doing"
        await pilot.press("space")
        assert made.plans.action(id).status == "done"
        assert "1 of 5 done" in said(pilot, "#picture")
        await pilot.press("ctrl+z")
        assert made.plans.action(id).status == "doing"
        await pilot.press("ctrl+y")
        assert made.plans.action(id).status == "done"


async def test_a_text_is_written_by_keys_alone_and_marked_as_a_persons(tmp_path: Path) -> None:
    made = session(tmp_path, plan=True)
    id = made.plans.plan.actions[0].id  # type: ignore[union-attr]
    async with shown(made, "plan") as pilot:
        await pilot.press("enter")
        await pilot.pause()
        assert isinstance(pilot.app.screen, ActionScreen)
        await pilot.press("down", "enter")
        await pilot.pause()
        assert isinstance(pilot.app.screen, EditTextScreen)
        await pilot.press(*"Aigul", "enter")
        await pilot.pause()
        assert made.plans.action(id).owner == "Aigul"
        assert isinstance(pilot.app.screen, ActionScreen)
        await pilot.press("escape")
        await pilot.pause()
        assert isinstance(pilot.app.screen, PlanScreen)
        assert "Aigul" in read(pilot)


async def open_field(pilot: Pilot[None], field: str) -> None:
    pilot.app.screen.query_one("#fields", LineList).go_to(field)
    await pilot.press("enter")
    await pilot.pause()


@pytest.fixture
def at_action(tmp_path: Path) -> tuple[object, str]:
    made = session(tmp_path, plan=True)
    id = made.plans.plan.actions[0].id  # type: ignore[union-attr]
    return made, id


async def test_every_text_can_be_written_and_set_back(tmp_path: Path) -> None:
    made = session(tmp_path, plan=True)
    before = made.plans.plan
    assert before is not None
    id = made.plans.place = before.actions[0].id
    async with shown(made, "action") as pilot:
        made.plans.place = id
        await pilot.app.go("action")  # type: ignore[attr-defined]
        await pilot.pause()
        for field in ("title", "why_here", "first_step", "steps", "indicator", "risk"):
            await open_field(pilot, field)
            entry = pilot.app.screen.query_one("#text")
            if isinstance(entry, TextArea):
                entry.text = "Written by hand."
            else:
                pilot.app.screen.query_one("#text", Input).value = "Written by hand."
            await pilot.press("escape")
            await pilot.pause()
            action = made.plans.action(id)
            assert getattr(action, field) in ("Written by hand.", ("Written by hand.",))
            assert action.origin[field] == "person"
            assert "✎ your words" in read(pilot)
            await pilot.press("delete")
            assert getattr(made.plans.action(id), field) == getattr(before.actions[0], field)
        assert made.plans.action(id) == before.actions[0]


async def test_as_it_was_takes_back_what_was_typed_and_already_kept(tmp_path: Path) -> None:
    made = session(tmp_path, plan=True)
    before = made.plans.plan
    assert before is not None
    async with shown(made, "plan") as pilot:
        await pilot.press("enter")
        await pilot.pause()
        await open_field(pilot, "title")
        pilot.app.screen.query_one("#text", Input).value = "Something else"
        await until(pilot, lambda: made.plans.action(before.actions[0].id).title == "Something else")
        await pilot.click("#as-it-was")
        await pilot.pause()
        assert made.plans.action(before.actions[0].id) == before.actions[0]


async def test_an_empty_text_is_not_kept_and_the_box_says_so(tmp_path: Path) -> None:
    made = session(tmp_path, plan=True)
    before = made.plans.plan
    async with shown(made, "plan") as pilot:
        await pilot.press("enter")
        await pilot.pause()
        await open_field(pilot, "title")
        pilot.app.screen.query_one("#text", Input).value = ""
        await pilot.press("enter")
        await pilot.pause()
        assert isinstance(pilot.app.screen, EditTextScreen)
        assert "cannot be empty" in notice(pilot)
        await pilot.press("escape")
        await pilot.pause()
        assert isinstance(pilot.app.screen, ActionScreen)
        assert before is not None
        assert made.plans.action(before.actions[0].id) == before.actions[0]


async def test_the_summary_is_written_and_set_back_like_any_text(tmp_path: Path) -> None:
    made = session(tmp_path, plan=True)
    before = made.plans.plan
    assert before is not None
    async with shown(made, "plan") as pilot:
        await pilot.press("end", "enter")
        await pilot.pause()
        pilot.app.screen.query_one("#text", TextArea).text = "We begin with the copies."
        await pilot.press("escape")
        await pilot.pause()
        assert made.plans.plan is not None
        assert made.plans.plan.summary.text == "We begin with the copies."
        assert made.plans.plan.summary.origin == "person"
        await pilot.press("enter")
        await pilot.pause()
        await pilot.click("#set-back")
        await pilot.pause()
        assert made.plans.plan.summary == before.summary


async def test_month_role_and_status_are_chosen_from_lists(tmp_path: Path) -> None:
    made = session(tmp_path, plan=True)
    id = made.plans.plan.actions[0].id  # type: ignore[union-attr]
    async with shown(made, "plan") as pilot:
        await pilot.press("enter")
        await pilot.pause()
        for field, box in (("status", ChoiceScreen), ("role", ChoiceScreen), ("start", MonthScreen)):
            await open_field(pilot, field)
            assert isinstance(pilot.app.screen, box)
            await pilot.press("down", "enter")
            await pilot.pause()
        action = made.plans.action(id)
        assert action.status == "doing"
        assert action.role == "staff"
        assert action.start.month == 1
        assert set(action.pinned) == {"role", "start"}


async def test_the_mouse_alone_goes_from_results_to_the_files(tmp_path: Path) -> None:
    made = session(tmp_path)
    async with shown(made, "results") as pilot:
        await pilot.click("#to-plan")
        await pilot.pause()
        await pilot.click("#make")
        await pilot.pause()
        await pilot.click("#list", offset=(5, 1))
        await pilot.pause()
        assert isinstance(pilot.app.screen, ActionScreen)
        await pilot.click("#to-plan")
        await pilot.pause()
        await pilot.click("#to-saved")
        await pilot.pause()
        assert isinstance(pilot.app.screen, SavedScreen)
        await pilot.click("#home")
        await pilot.pause()
        assert not made.has_organisation


async def test_a_letter_to_send_opens_and_can_be_copied(tmp_path: Path) -> None:
    made = session(tmp_path, plan=True)
    plan = made.plans.plan
    assert plan is not None
    from ngo_assist.planning.model import PlannedAsk

    ask = PlannedAsk(id="ask-line", title="A line", addressee="The akimat", text="Dear [/akimat]")
    made.plans._take(plan.updated_with(asks=(ask,)))
    async with shown(made, "plan") as pilot:
        pilot.app.screen.query_one("#list", LineList).go_to("ask:ask-line")
        await pilot.press("enter")
        await pilot.pause()
        await pilot.press("enter")
        assert pilot.app.clipboard == "Dear [/akimat]"


async def test_the_saved_screen_shows_the_files_and_how_the_plan_reads(tmp_path: Path) -> None:
    made = session(tmp_path, plan=True)
    async with shown(made, "saved", size=LARGE) as pilot:
        assert "plan.toml" in said(pilot, "#place")
        page = pilot.app.screen.query_one("#preview", Static).content
        assert isinstance(page, Page) and page.markdown == made.plans.markdown()
        assert "Action plan: Umit" in read(pilot)
        for place, copied in enumerate(
            (
                made.plans.markdown(),
                short_text(made.plans.plan, Translator("en")),  # type: ignore[arg-type]
                str(made.plans.files[0].parent),
            )
        ):
            await pilot.press("f5", *["down"] * place, "enter")
            await pilot.pause()
            assert pilot.app.clipboard == copied


async def test_a_folder_that_cannot_be_opened_is_told_calmly(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr("sys.platform", "linux")
    async with shown(session(tmp_path, plan=True), "saved") as pilot:
        await pilot.press("f6")
        await pilot.pause()
        assert "No window can be opened from here" in notice(pilot)


async def test_a_plan_that_cannot_be_kept_says_so_and_stays_on_screen(tmp_path: Path) -> None:
    made = session(tmp_path, plan=True)
    async with shown(made, "plan") as pilot:
        toml = made.plans.files[1]
        toml.write_bytes(toml.read_bytes() + b"\n# another program\n")
        await pilot.press("space")
        await until_screen(pilot, ConfirmScreen)
        await pilot.press("escape")
        await pilot.pause()
        assert isinstance(pilot.app.screen, PlanScreen)
        assert "not saved" in read(pilot)
        assert notice(pilot)
        assert made.writable.plans() == ("2026-11-23",)
        await pilot.press("escape", "space")
        await until_screen(pilot, ConfirmScreen)
        await pilot.click("#yes")
        await pilot.pause()
        assert made.writable.plans() == ("2026-11-23", "2026-11-23-2")
        assert made.plans.error is None
        assert made.plans.plan is not None
        assert made.plans.plan.actions[0].status == "done"
        assert "saved" in read(pilot)


async def test_the_language_changes_in_place_on_every_screen(tmp_path: Path) -> None:
    made = session(tmp_path, plan=True)
    async with shown(made, "results") as pilot:
        app = pilot.app
        assert isinstance(app, NgoAssistApp)
        for name in ("results", "limits", "plan", "action", "model", "drafting", "saved"):
            made.plans.place = made.plans.plan.actions[1].id  # type: ignore[union-attr]
            await app.go(name)
            await pilot.pause()
            await pilot.press("tab")
            focused, screen = app.focused, app.screen
            app.speak("kk")
            await pilot.pause()
            app.speak("en")
            await pilot.pause()
            assert (app.focused, app.screen) == (focused, screen)


async def test_a_plan_in_another_language_says_how_it_gets_into_that_of_the_screen(tmp_path: Path) -> None:
    made = session(tmp_path, plan=True)
    async with shown(made, "plan") as pilot:
        assert said(pilot, "#said") == ""
        pilot.app.speak("kk")  # type: ignore[attr-defined]
        assert "ағылшын тілі" in said(pilot, "#said")
        made.plans.make(made.plans.limits)
        pilot.app.speak("kk")  # type: ignore[attr-defined]
        assert said(pilot, "#said") == ""


async def test_what_is_typed_survives_a_change_of_language(tmp_path: Path) -> None:
    made = session(tmp_path, plan=True)
    async with shown(made, "plan") as pilot:
        await pilot.press("enter")
        await pilot.pause()
        await open_field(pilot, "why_here")
        entry = pilot.app.screen.query_one("#text", TextArea)
        entry.text = "Half a sen"
        assert isinstance(pilot.app, NgoAssistApp)
        pilot.app.speak("ru")
        await pilot.pause()
        assert entry.text == "Half a sen"
        assert entry.has_focus


async def test_hostile_words_are_shown_as_they_are(tmp_path: Path) -> None:
    made = session(tmp_path, plan=True)
    id = made.plans.plan.actions[0].id  # type: ignore[union-attr]
    made.plans.edit(id, "title", "[/red] <b> `x` [link=http://evil]")
    made.plans.edit(id, "owner", "[@click=app.leave]Dana[/]")
    for name in ("plan", "action"):
        async with shown(made, name, size=LARGE) as pilot:
            made.plans.place = id
            await pilot.app.go(name)  # type: ignore[attr-defined]
            await pilot.pause()
            assert "[/red]" in read(pilot)
            slug = made.writable.slug
        made.close()
        made.open(slug)


async def test_who_only_looks_is_told_why_nothing_changes(tmp_path: Path) -> None:
    made = session(tmp_path, plan=True)
    id = made.plans.plan.actions[0].id  # type: ignore[union-attr]
    slug = made.writable.slug
    async with shown(made, "results") as pilot:
        made.open(slug, look=True)
        await pilot.app.go("plan")  # type: ignore[attr-defined]
        await pilot.pause()
        await pilot.press("space")
        assert "open only to look at" in notice(pilot)
        assert made.plans.action(id).status == "todo"
