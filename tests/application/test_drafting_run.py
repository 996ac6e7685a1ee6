import asyncio
from pathlib import Path

import pytest

from ngo_assist.application.drafting_run import DraftingRun
from ngo_assist.application.models import Loaded, Models
from ngo_assist.application.session import Session
from ngo_assist.llm.catalogue import ModelFile
from ngo_assist.llm.protocol import ModelFailed, Writer
from ngo_assist.planning.model import Drafting, Plan
from tests.tui.planned import session
from tests.tui.scripted import MODEL, ScriptedWriter, models


def begun(made: Session, source: Models) -> DraftingRun:
    run = DraftingRun(made.plans, MODEL, source, moved=lambda: None, clock=lambda: 0.0)
    made.plans.drafting = run
    run.task = asyncio.create_task(run.go())
    return run


@pytest.fixture
def made(tmp_path: Path) -> Session:
    return session(tmp_path, plan=True)


async def test_a_drafting_that_runs_through_counts_every_text(made: Session) -> None:
    writer = ScriptedWriter()
    run = begun(made, models(writer))
    assert run.task is not None
    await run.task
    assert (run.state, run.ending) == ("ended", "complete")
    assert run.done == run.total > 0
    assert run.kept + run.refused == run.total
    assert run.kept > 0
    assert writer.closed
    assert made.plans.plan is not None
    assert made.plans.plan.drafting.drafted == run.kept


async def test_a_model_that_dies_leaves_a_whole_plan_and_says_so(made: Session) -> None:
    before = made.plans.plan
    run = begun(made, models(ScriptedWriter(at=1, then="die")))
    assert run.task is not None
    await run.task
    assert (run.ending, run.failure) == ("worker", "died")
    after = made.plans.plan
    assert before is not None
    assert after is not None
    assert after.drafting.ended == "worker"
    assert [a.id for a in after.actions] == [a.id for a in before.actions]
    assert all(a.why_here and a.first_step for a in after.actions)


async def test_a_model_that_cannot_be_started_changes_nothing(made: Session) -> None:
    async def start(model: ModelFile, on_progress: Loaded) -> Writer:
        raise ModelFailed("memory", "")

    before = made.plans.plan
    run = begun(made, Models(here=lambda: [MODEL], start=start))
    assert run.task is not None
    await run.task
    assert (run.ending, run.failure) == ("worker", "memory")
    assert made.plans.plan == before


@pytest.mark.parametrize("then", ["hang", "hang deaf"])
async def test_stopping_a_model_that_hangs_leaves_a_usable_plan(made: Session, then: str) -> None:
    writer = ScriptedWriter(at=2, then=then)  # type: ignore[arg-type]
    run = begun(made, models(writer))
    await writer.hanging.wait()
    async with asyncio.timeout(0.5):
        await run.stop()
    assert (run.state, run.ending) == ("ended", "stopped")
    assert made.plans.plan is not None
    assert made.plans.plan.drafting.ended == "stopped"
    assert run.task is not None
    await asyncio.wait({run.task})
    assert writer.closed


async def test_stopping_while_the_model_loads_starts_nothing(made: Session) -> None:
    loading = asyncio.Event()

    async def start(model: ModelFile, on_progress: Loaded) -> Writer:
        loading.set()
        await asyncio.Event().wait()
        raise AssertionError

    before = made.plans.plan
    run = begun(made, Models(here=lambda: [MODEL], start=start))
    await loading.wait()
    await run.stop()
    assert run.ending == "stopped"
    assert made.plans.plan == before


async def test_one_step_back_takes_the_whole_drafting_away(made: Session) -> None:
    before = made.plans.plan
    run = begun(made, models(ScriptedWriter()))
    assert run.task is not None
    await run.task
    made.plans.undo()
    assert made.plans.plan == before


async def test_what_a_person_writes_meanwhile_stays(made: Session) -> None:
    writer = ScriptedWriter(at=1, then="hang")
    run = begun(made, models(writer))
    await writer.hanging.wait()
    id = made.plans.plan.actions[-1].id  # type: ignore[union-attr]
    made.plans.edit(id, "why_here", "Mine.")
    await run.stop()
    assert made.plans.action(id).why_here == "Mine."
    assert made.plans.action(id).origin["why_here"] == "person"


async def test_closing_the_organisation_ends_the_drafting(made: Session) -> None:
    writer = ScriptedWriter(at=1, then="hang deaf")
    run = begun(made, models(writer))
    await writer.hanging.wait()
    made.close()
    assert run.ended
    assert run.task is not None
    await asyncio.wait({run.task})
    assert writer.closed


async def test_without_a_model_the_rubrics_words_come_back(made: Session) -> None:
    before = made.plans.plan
    run = begun(made, models(ScriptedWriter()))
    assert run.task is not None
    await run.task
    assert run.kept > 0
    made.plans.without_model()
    assert before is not None
    assert made.plans.plan is not None
    assert made.plans.plan.drafting.model is None
    assert [a.why_here for a in made.plans.plan.actions] == [a.why_here for a in before.actions]


def drafted(made: Session, *places: int) -> Plan:
    """Return the plan with a model's words for these actions."""
    plan = made.plans.plan
    assert plan is not None
    actions = [
        action.updated_with(why_here="A model's.", origin={**action.origin, "why_here": "model"})
        if place in places
        else action
        for place, action in enumerate(plan.actions)
    ]
    return plan.updated_with(actions=tuple(actions), drafting=Drafting(model="tiny"))


def origins(made: Session) -> list[str]:
    assert made.plans.plan is not None
    return [action.origin["why_here"] for action in made.plans.plan.actions[:3]]


async def test_to_take_back_an_own_word_takes_no_model_s_word_away(made: Session) -> None:
    before = made.plans.plan
    assert before is not None
    made.plans.mark()
    made.plans.drafted(drafted(made, 0))
    made.plans.edit(before.actions[2].id, "why_here", "Mine.")
    made.plans.drafted(drafted(made, 0, 1))
    assert origins(made) == ["model", "model", "person"]
    made.plans.undo()
    assert origins(made) == ["model", "model", "rubric"]
    made.plans.redo()
    assert origins(made) == ["model", "model", "person"]
    made.plans.undo()
    made.plans.undo()
    assert made.plans.plan == before


async def test_to_take_the_drafting_back_while_it_goes_on_ends_it(made: Session) -> None:
    before = made.plans.plan
    writer = ScriptedWriter(at=4, then="hang")
    run = begun(made, models(writer))
    await writer.hanging.wait()
    made.plans.undo()
    assert run.ended
    assert run.task is not None
    await asyncio.wait({run.task})
    assert made.plans.plan == before
    made.plans.redo()
    assert "model" in [origin for action in made.plans.plan.actions for origin in action.origin.values()]  # type: ignore[union-attr]
