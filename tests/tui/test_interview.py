"""Rubrics that are not ours, questions that changed, answers from last time."""

from __future__ import annotations

import pytest

from ngo_assist.rubric.model import Dimension, Level, Practice, Rubric, Text
from ngo_assist.tui.screens.home import HomeScreen
from ngo_assist.tui.screens.interview import InterviewScreen

from .conftest import PROFILE, Computer, settle, shown


def other(rubric: Rubric, levels: int, practices: int) -> Rubric:
    """Return a rubric of one's own, so many levels and practices large."""
    names = tuple(Level(name=Text({"en": f"Step {place}"})) for place in range(levels))
    texts = tuple(Text({"en": f"What step {place} looks like."}) for place in range(levels))
    model = next(iter(rubric.practices.values()))
    dimensions = tuple(
        Dimension(
            id=f"part{part}",
            title=Text({"en": f"Part {part}"}),
            practices=tuple(
                model.model_copy(
                    update={"id": f"part{part}.p{place}", "levels": texts, "actions": (), "duty": None}
                )
                for place in range(practices // 10)
            ),
        )
        for part in range(10)
    )
    header = rubric.header.model_copy(
        update={"id": "other", "levels": names, "languages": ("en",), "working_from": None}
    )
    return Rubric.model_construct(header=header, dimensions=dimensions)


def changed(rubric: Rubric, practice_id: str) -> Rubric:
    """Return the rubric with one question put otherwise."""

    def reworded(practice: Practice) -> Practice:
        if practice.id != practice_id:
            return practice
        return practice.model_copy(update={"question": Text({"en": "Something else?", "ru": "?", "kk": "?"})})

    dimensions = tuple(
        each.model_copy(update={"practices": tuple(reworded(practice) for practice in each.practices)})
        for each in rubric.dimensions
    )
    return Rubric.model_construct(header=rubric.header, dimensions=dimensions)


@pytest.mark.parametrize(("levels", "practices"), [(2, 10), (7, 300)])
async def test_other_rubrics_are_asked_just_as_well(computer: Computer, levels: int, practices: int) -> None:
    rubric = other(computer.rubric, levels, practices)
    session = computer.session("en", rubric)
    session.create(PROFILE)
    session.start("full")
    session.close()
    app = computer.app(rubric=rubric, first="interview")
    app.session.open("komek")
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        assert f"Part 0 · 1 of {practices}" in shown(app)
        assert f"What step {levels - 1} looks like." in shown(app)
        await pilot.press(str(levels))  # one more than there is
        await pilot.press(str(levels - 1))
        await settle(pilot)
        assert [answer.level for answer in app.session.assessment.answers.values()] == [levels - 1]
        assert f"· 2 of {practices}" in shown(app)


async def test_a_changed_question_is_marked_and_asked_again_and_the_others_stay(computer: Computer) -> None:
    session = computer.session()
    session.create(PROFILE)
    session.start("quick")
    for practice in session.practices:
        session.answer(practice.id, 2)
    session.close()
    app = computer.app(rubric=changed(computer.rubric, "security.backup"))
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("enter")
        await settle(pilot)
        assert isinstance(app.screen, InterviewScreen)
        assert app.session.place == "security.backup"
        assert "Something else?" in shown(app)
        assert "Your answer then: Partly" in " ".join(shown(app).split())
        assert "asked again: 1." in " ".join(shown(app).split())
        await pilot.press("3")
        await settle(pilot)
        assert app.session.scores.left == []
        assert app.session.assessment.answers["security.twofactor"].level == 2


async def test_the_answer_of_last_time_stands_beside_the_question(computer: Computer) -> None:
    session = computer.session()
    session.create(PROFILE)
    session.start("quick")
    for practice in session.practices:
        session.answer(practice.id, 1)
    session.start("quick")
    session.close()
    app = computer.app(first="interview")
    app.session.open("komek")
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        assert "Last time (23 November 2026): First steps" in shown(app)


async def test_one_person_is_asked_as_one_person(computer: Computer) -> None:
    app = computer.interviewing(PROFILE.updated_with(paid_staff=1, volunteers=0))
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        alone = next(practice for practice in app.session.practices if practice.alone)
        assert isinstance(app.screen, InterviewScreen)
        app.screen.show_practice(alone.id)
        await settle(pilot)
        assert alone.ask("en", alone=True)[:40] in shown(app)


async def test_home_finds_an_organisation_among_many_as_one_types(computer: Computer) -> None:
    for name in ("Қауіпсіз ауыл", "Үміт", "Alpha", "Beta", "Gamma", "Delta", "Epsilon"):
        session = computer.session()
        session.create(PROFILE.updated_with(name=name))
        session.close()
    app = computer.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press(*"кау")
        await settle(pilot)
        assert "Қауіпсіз ауыл" in shown(app) and "Alpha" not in shown(app)
        await pilot.press("enter")
        await settle(pilot)
        assert not isinstance(app.screen, HomeScreen)
        assert app.session.organisation.name == "Қауіпсіз ауыл"


async def test_the_example_is_made_once_and_found_again(computer: Computer) -> None:
    app = computer.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        for _ in range(2):
            await pilot.click("#example")
            await settle(pilot)
            assert app.session.assessment.finished is not None
            await app.go("home")
            await settle(pilot)
    assert len(computer.workspace.organisations()) == 1
