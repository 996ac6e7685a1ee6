"""Targets and the leader's goal, set among the results, with what the plan makes of them."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from ngo_assist.application.aims import Aims
from ngo_assist.application.session import Session
from tests.in_memory import practice, rubric
from tests.tui.planned import LARGE, NOW, session, shown
from tests.tui.results_read import click_on, read, see, view
from tests.tui.waiting import until


async def test_a_target_is_kept_at_once_and_the_plan_that_comes_of_it_is_told(tmp_path: Path) -> None:
    made = session(tmp_path)
    async with shown(made, "results", size=LARGE) as pilot:
        await pilot.press("5")
        await see(pilot, "It begins with:")
        await pilot.press("right")
        await until(pilot, lambda: made.assessment.targets == {"care": 3})
        await pilot.press("left", "left", "left")
        await see(pilot, "leave as it is")
        await see(pilot, "No longer in it:")
        assert made.folder is not None
        assert made.folder.assessment(made.assessment.id).targets == {"care": 0}
        await see(pilot, "1 legal duty stays below the level from which it works")


async def test_what_moves_to_later_is_named(tmp_path: Path) -> None:
    names = [f"a.p{n:02}" for n in range(6)]
    found = rubric(*(practice(id) for id in names), practice("b.wanted", weight=50))
    made = session(tmp_path, of=found, answers={**dict.fromkeys(names, 0), "b.wanted": 1})
    made.plans.make(made.plans.limits.updated_with(months=1, actions_per_month=3))
    made.now = lambda: NOW + timedelta(minutes=1)
    made.results.want(Aims({"b": 0}, "reach"))
    async with shown(made, "results", size=LARGE) as pilot:
        await pilot.press("5")
        await see(pilot, "It begins with:")
        await pilot.press("down", "delete")
        await see(pilot, "Comes in: “Do b.wanted.to2”")
        await see(pilot, "Moves to later: “Do a.p")


async def test_a_target_that_changes_nothing_in_the_plan_says_so(tmp_path: Path) -> None:
    made = session(tmp_path, answers={"care.backup": 4, "care.codes": 3})
    async with shown(made, "results", size=LARGE) as pilot:
        await pilot.press("5")
        await see(pilot, "It begins with:")
        assert "The plan stays as it is" not in read(pilot)
        await pilot.press("right")
        await until(pilot, lambda: made.assessment.targets == {"care": 4})
        await see(pilot, "The plan stays as it is")


async def test_the_target_of_one_practice_is_set_under_its_topic(tmp_path: Path) -> None:
    made = session(tmp_path)
    async with shown(made, "results", size=LARGE) as pilot:
        await pilot.press("5", "enter")
        await see(pilot, "Do people agree in writing?")
        await pilot.press("down", "right", "right")
        await until(pilot, lambda: made.assessment.targets == {"care.backup": 4})
        await see(pilot, "█ Level 4")
        assert "✎" in read(pilot)
        await pilot.press("delete")
        await until(pilot, lambda: made.assessment.targets == {})
        await pilot.press("up", "enter")
        await until(pilot, lambda: "Do people agree in writing?" not in read(pilot))


async def test_targets_are_set_and_taken_back_by_mouse_alone(tmp_path: Path) -> None:
    made = session(tmp_path)
    async with shown(made, "results") as pilot:
        await click_on(pilot, "5 Targets")
        await click_on(pilot, "▸ care")
        await click_on(pilot, " ▸", nth=2)
        await until(pilot, lambda: bool(made.assessment.targets))
        await click_on(pilot, "Ctrl+Z Undo")
        await until(pilot, lambda: not made.assessment.targets)
        await click_on(pilot, "◂", nth=0)
        await until(pilot, lambda: made.organisation.goal == "money")


def goals(made: Session) -> tuple[str | None, str | None]:
    return made.organisation.goal, made.assessment.organisation.goal


async def test_the_goal_is_kept_in_the_profile_and_taken_back(tmp_path: Path) -> None:
    made = session(tmp_path)
    async with shown(made, "results") as pilot:
        await pilot.press("5", "up")
        assert pilot.app.focused is not None and pilot.app.focused.id == "goal"
        await pilot.press("right")
        await see(pilot, "safety")
        assert goals(made) == ("safety", "safety")
        await pilot.press("ctrl+z")
        await see(pilot, "more people reached")
        assert goals(made) == ("reach", "reach")
        await pilot.press("ctrl+y")
        await see(pilot, "safety")


async def test_what_is_taken_back_is_shown_also_from_another_view(tmp_path: Path) -> None:
    made = session(tmp_path)
    async with shown(made, "results") as pilot:
        await pilot.press("5", "right", "1", "ctrl+z")
        await until(pilot, lambda: not made.assessment.targets)
        assert view(pilot) == "targets"


async def test_who_only_looks_is_told_why_no_target_can_be_set(tmp_path: Path) -> None:
    made = session(tmp_path)
    slug = made.writable.slug
    async with shown(made, "results") as pilot:
        other = Session(made.workspace, lambda: made.rubric, "en", now=made.now, uid=made.uid)
        other.open(slug, look=True)
        pilot.app.session = other  # type: ignore[attr-defined]
        await pilot.press("5", "right")
        await see(pilot, "open only to look at")
        assert other.assessment.targets == {}


async def test_a_disk_that_refuses_keeps_the_target_in_sight_and_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = session(tmp_path)
    async with shown(made, "results") as pilot:
        await pilot.press("5")
        path = made.writable.assessment_path(made.assessment.id)
        path.write_bytes(path.read_bytes() + b"\n# another program\n")
        await pilot.press("right")
        await see(pilot, "Another program has changed this assessment")
        await pilot.press("enter")
        await see(pilot, "not saved")
        assert made.assessment.targets == {"care": 3}
