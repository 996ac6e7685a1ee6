"""A plan is put into words live, can be stopped at any moment, and is usable at every moment."""

from __future__ import annotations

import itertools
from collections.abc import Iterator

import pytest

from ngo_assist.drafting.curated import curate
from ngo_assist.drafting.drafter import Drafter, draft
from ngo_assist.drafting.events import (
    Ended,
    Event,
    PieceWritten,
    Progress,
    TextKept,
    TextRefused,
    TextStarted,
)
from ngo_assist.i18n.translator import translator
from ngo_assist.llm.protocol import ModelFailed, WriteRequest
from ngo_assist.planning.model import Plan, Summary
from tests.drafting.cards import BACKUP, CONSENT, RUBRIC, assessment, plan
from tests.drafting.writers import FakeWriter, Script, field_of

EN = translator("en")
WHY = "The summer camp photos are gone, and a broken disk can take the reports too."
STEP = "the reports and photos to a USB stick."
SUMMARY = "You want safety, so first copy the main files to the stick. Then write a consent sheet."
CURATED = curate(plan(), RUBRIC, assessment(), EN)


def ticking() -> Iterator[float]:
    return itertools.count(100.0, 0.5)


def drafter(writer: FakeWriter, made: Plan | None = None, **more: object) -> Drafter:
    ticks = ticking()
    return Drafter(
        made or plan(),
        RUBRIC,
        assessment(),
        writer,
        EN,
        clock=lambda: next(ticks),
        **more,  # type: ignore[arg-type]
    )


async def finished(script: Script, made: Plan | None = None) -> tuple[Plan, list[Event], FakeWriter]:
    writer = FakeWriter(script)
    work = drafter(writer, made)
    events = [event async for event in work.events()]
    return work.plan, events, writer


def by_card(request: WriteRequest) -> str:
    """A perfect writer."""
    backup = "USB stick every week" in request.prompt.user
    return {
        "why_here": WHY
        if backup
        else "The law asks for consent, and now people are not asked and sign no sheet.",
        "first_step": STEP if backup else "down which data you need and ask parents to sign.",
        "summary": SUMMARY,
    }[field_of(request.prompt)]


async def test_texts_are_asked_for_in_plan_order_with_the_summary_last() -> None:
    _, events, _ = await finished(by_card)
    started = [
        (event.action_id, event.field)
        for event in events
        if isinstance(event, TextStarted) and event.attempt == 1
    ]
    assert started == [
        (BACKUP, "why_here"),
        (BACKUP, "first_step"),
        (CONSENT, "why_here"),
        (CONSENT, "first_step"),
        (None, "summary"),
    ]  # fmt: skip


async def test_kept_texts_stand_in_the_plan_with_their_origin() -> None:
    made, events, _ = await finished(by_card)
    first = made.actions[0]
    assert first.why_here == WHY
    assert first.first_step == f"This week copy {STEP}"
    assert first.origin == {"why_here": "model", "first_step": "model"}
    assert made.summary == Summary(text=SUMMARY, origin="model")
    assert isinstance(events[-1], Ended)
    assert events[-1].ending == "complete"
    assert made.drafting.ended == "complete"


async def test_the_record_says_which_model_how_many_and_how_long() -> None:
    made, events, _ = await finished(by_card)
    record = made.drafting
    kept = sum(isinstance(event, TextKept) for event in events)
    assert (record.model, record.engine, record.sha256, record.verdict) == (
        "Scripted",
        "script 1.0",
        "0" * 64,
        "none",
    )
    assert (record.drafted, record.curated) == (kept, 5 - kept)
    assert record.seconds == 0.5
    assert sum(record.refused.values()) == sum(isinstance(event, TextRefused) for event in events)


async def test_a_refused_text_is_tried_once_more_warmer_with_another_seed() -> None:
    writer = FakeWriter({"why_here": ["Call 87012345678.", WHY], "first_step": STEP, "summary": SUMMARY})
    work = drafter(writer, seed=7)
    events = [event async for event in work.events()]
    assert [(r.temperature, r.seed) for r in writer.requests[:2]] == [(0.0, 7), (0.3, 8)]
    assert writer.requests[0].prompt == writer.requests[1].prompt
    assert TextRefused(BACKUP, "why_here", "length", final=False) in events
    assert work.plan.actions[0].why_here == WHY


async def test_refused_twice_the_rubrics_words_stand_and_the_reasons_are_counted() -> None:
    made, _, writer = await finished("take it to https://example.org for a very good price today.")
    assert made.actions == CURATED.actions
    assert made.summary == CURATED.summary
    assert made.drafting.refused == {"new-address": 10}
    assert (made.drafting.drafted, made.drafting.curated, made.drafting.ended) == (0, 5, "complete")
    assert len(writer.requests) == 10


async def test_writing_ends_where_no_further_word_can_mend_the_text() -> None:
    made, events, _ = await finished(
        {"why_here": f"A casino takes photos. {WHY}", "first_step": "", "summary": ""}
    )
    pieces = [event.text for event in events if isinstance(event, PieceWritten) and event.field == "why_here"]
    assert pieces[:4] == ["A", " casino", " takes", "A"]
    assert made.drafting.refused["new-word"] >= 2


async def test_what_was_whole_before_writing_ended_is_kept() -> None:
    made, events, _ = await finished(
        {"why_here": f"{WHY} A casino takes the photos with it.", "first_step": "", "summary": ""}
    )
    assert made.actions[0].why_here == WHY
    assert not any("photos with" in event.text for event in events if isinstance(event, PieceWritten))


async def test_the_beginning_of_a_text_is_kept_where_its_end_goes_astray() -> None:
    made, _, _ = await finished({"why_here": f"{WHY} Then you win a prize", "first_step": "", "summary": ""})
    assert made.actions[0].why_here == WHY


async def test_label_quotes_and_blanks_around_a_text_are_taken_off() -> None:
    made, _, _ = await finished({"why_here": f'  Why here: "{WHY}" ', "first_step": "", "summary": ""})
    assert made.actions[0].why_here == WHY


async def test_the_same_text_is_not_kept_for_two_actions() -> None:
    made, events, _ = await finished({"why_here": WHY, "first_step": "", "summary": ""})
    assert sum(isinstance(event, TextKept) for event in events) == 1
    assert made.actions[1].origin["why_here"] == "rubric"


@pytest.mark.parametrize("kind", ["died", "hung", "garbage", "memory"])
async def test_a_lost_worker_leaves_what_was_drafted_and_is_never_asked_again(kind: str) -> None:
    made, events, writer = await finished(
        {"why_here": WHY, "first_step": ModelFailed(kind, "pid 7"), "summary": SUMMARY}
    )
    assert len(writer.requests) == 2
    assert made.actions[0].why_here == WHY
    assert made.actions[0].first_step == CURATED.actions[0].first_step
    assert made.actions[1] == CURATED.actions[1]
    assert made.summary == CURATED.summary
    assert (made.drafting.ended, made.drafting.drafted, made.drafting.curated) == ("worker", 1, 4)
    assert events[-1] == Ended("worker", f"{kind}: pid 7")


async def test_a_text_without_an_end_counts_as_a_lost_worker() -> None:
    writer = FakeWriter(WHY, endless=True)
    work = drafter(writer)
    events = [event async for event in work.events()]
    assert work.plan.drafting.ended == "worker"
    assert isinstance(events[-1], Ended)
    assert len(writer.requests) == 1


@pytest.mark.parametrize("at", range(25))
async def test_it_can_be_stopped_at_any_moment_and_the_plan_is_whole(at: int) -> None:
    writer = FakeWriter(by_card)
    work = drafter(writer)
    seen: list[Event] = []
    async for event in work.events():
        seen.append(event)
        if len(seen) == at + 1:
            await work.stop()
    made = work.plan
    assert made.drafting.ended == "stopped"
    assert made.drafting.drafted == sum(isinstance(event, TextKept) for event in seen)
    assert made.drafting.drafted + made.drafting.curated == 5
    assert all(action.why_here and action.first_step for action in made.actions)
    assert made.summary.text
    assert writer.stopped == 1
    assert len(seen) <= at + 4


async def test_leaving_the_events_half_way_leaves_a_plan_that_says_it_was_stopped() -> None:
    work = drafter(FakeWriter(by_card))
    events = work.events()
    async for event in events:
        if isinstance(event, TextKept):
            break
    await events.aclose()
    assert (work.plan.drafting.ended, work.plan.drafting.drafted) == ("stopped", 1)


async def test_the_plan_can_be_read_before_anything_was_written() -> None:
    work = drafter(FakeWriter(by_card))
    assert work.plan.actions == CURATED.actions
    assert work.total == 5


async def test_a_persons_words_and_what_is_pinned_or_under_way_are_not_asked_for() -> None:
    base = plan()
    mine = base.actions[0].updated_with(
        why_here="Because I say so", origin={"why_here": "person"}, pinned=("first_step",)
    )
    begun = base.actions[1].updated_with(status="doing", why_here="Kept.")
    given = base.updated_with(actions=(mine, begun), summary=Summary(text="Mine", origin="person"))
    made, events, writer = await finished(by_card, given)
    assert not writer.requests
    assert made.actions == (mine, begun)
    assert made.summary.text == "Mine"
    assert events == [Ended("complete")]


async def test_fields_of_an_action_share_their_whole_prompt_but_the_label() -> None:
    _, _, writer = await finished(by_card)
    why, step = (
        writer.requests[0].prompt,
        next(r.prompt for r in writer.requests if field_of(r.prompt) == "first_step"),
    )
    assert (why.system, why.user) == (step.system, step.user)
    assert why.label != step.label


async def test_progress_counts_every_text_once_and_pieces_show_the_words_as_they_come() -> None:
    _, events, _ = await finished(by_card)
    assert [event for event in events if isinstance(event, Progress)] == [Progress(n, 5) for n in range(1, 6)]
    first = itertools.takewhile(lambda event: not isinstance(event, TextKept), events)
    assert "".join(event.text for event in first if isinstance(event, PieceWritten)) == WHY


async def test_a_language_that_no_brief_speaks_keeps_the_rubrics_words() -> None:
    writer = FakeWriter(WHY)
    made = await draft(
        plan().updated_with(language="ky"), RUBRIC, assessment(), writer, EN, clock=lambda: 0.0
    )
    assert not writer.requests
    assert made.drafting.drafted == 0
    assert made.actions[0].why_here.endswith("with it.")


async def test_the_same_writer_and_seed_give_the_same_plan() -> None:
    one, two = (await finished(by_card))[0], (await finished(by_card))[0]
    assert one == two


async def test_a_clock_that_jumps_back_gives_no_negative_seconds() -> None:
    clock = iter([100.0, *[0.0] * 50])
    made = await draft(plan(), RUBRIC, assessment(), FakeWriter(by_card), EN, clock=lambda: next(clock))
    assert made.drafting.seconds == 0.0
