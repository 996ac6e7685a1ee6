"""The client over real pipes, with a worker that goes wrong on cue."""

import asyncio
import sys
from contextlib import aclosing
from dataclasses import replace

import pytest

from ngo_assist.llm.catalogue import ModelFile
from ngo_assist.llm.client import Limits, WorkerModel
from ngo_assist.llm.protocol import Finished, ModelFailed, Piece

from .conftest import MISBEHAVING, REQUEST, is_gone, written

# Each limit is short only where running into it is the test: a busy machine takes long to start Python.
PATIENT = Limits(load=60, first=60, next=60, stop=60, end=0.2)
NEVER_LOADS = replace(PATIENT, load=0.3)
NEVER_BEGINS = replace(PATIENT, first=0.3)
NEVER_GOES_ON = replace(PATIENT, next=0.3)

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="not run: the faults need POSIX signals")


async def test_a_worker_in_order_writes_line_after_line(fake):
    progress = []
    model = await fake("none", on_progress=lambda done, total: progress.append((done, total)))
    assert progress == [(5, 10)]
    assert model.info.engine == "fake 1"
    for _ in range(2):
        text, end = await written(model)
        assert text == "Copy the files."
        assert end == Finished("line", 9, 9, 2, 0.5)
    await model.close()
    await model.close()
    assert is_gone(model.pid)


@pytest.mark.parametrize(
    ("fault", "kind", "detail"),
    [
        ("crash at start", "died", "exit status 3"),
        ("crash while loading", "died", "exit status 4"),
        ("crash over the file", "broken", "SIGABRT"),
        ("killed over the file", "died", "SIGKILL"),
        ("no model", "model", "it is a cat"),
        ("hang while loading", "hung", ""),
    ],
)
async def test_a_worker_that_does_not_start_is_a_failure(fake, fault, kind, detail):
    with pytest.raises(ModelFailed) as caught:
        await fake(fault, NEVER_LOADS if kind == "hung" else PATIENT)
    assert caught.value.kind == kind
    assert detail in caught.value.detail


async def test_a_command_that_does_not_exist_is_a_failure_to_start(tmp_path, places):
    with pytest.raises(ModelFailed) as caught:
        await WorkerModel.start(
            ModelFile("m", tmp_path / "m.gguf", "m"), command=(str(tmp_path / "no"),), places=places
        )
    assert caught.value.kind == "start"


@pytest.mark.parametrize(
    ("fault", "kind", "detail"),
    [
        ("crash in the text", "died", "exit status 7"),
        ("killed", "died", "SIGKILL"),
        ("half a line", "died", "exit status 0"),
        ("closes its output", "died", "closed"),
        ("hang", "hung", ""),
        ("stubborn", "hung", ""),
        ("garbage", "garbage", "not JSON"),
        ("not a message", "garbage", "unknown fields"),
        ("another's answer", "garbage", "nobody asked"),
        ("flood without a line end", "garbage", "without an end"),
    ],
)
async def test_what_was_written_stays_and_the_worker_is_ended(fake, fault, kind, detail):
    model = await fake(fault, NEVER_GOES_ON if kind == "hung" else PATIENT)
    pieces = []
    with pytest.raises(ModelFailed) as caught:
        async for each in model.write(REQUEST):
            pieces.append(each)  # noqa: PERF401 - what came before the failure must stay
    assert pieces == [Piece("Copy ")]
    assert caught.value.kind == kind
    assert detail in caught.value.detail
    assert caught.value.lost
    assert is_gone(model.pid)
    with pytest.raises(ModelFailed) as again:
        await written(model)
    assert (again.value.kind, again.value.detail) == (kind, caught.value.detail)
    await model.close()


async def test_progress_that_does_not_get_further_is_a_hang(fake):
    model = await fake("reads for ever", NEVER_BEGINS)
    with pytest.raises(ModelFailed) as caught:
        await written(model)
    assert caught.value.kind == "hung"
    assert is_gone(model.pid)


async def test_a_slow_worker_gets_its_time_anew_for_each_sign_of_work(fake):
    asked = []

    def deadline(seconds):
        asked.append(seconds)
        return asyncio.timeout(30)

    model = await fake("reads slowly", Limits(load=7, first=5, next=3), deadline=deadline)
    assert asked == [7, 7]  # one progress, then ready
    asked.clear()
    await written(model)
    # Three steps of the prompt and the first piece, then the second piece and the end.
    assert asked == [5, 5, 5, 5, 3, 3]
    await model.close()


async def test_a_flood_on_the_error_stream_blocks_nothing_and_the_log_stays_small(fake, places):
    model = await fake("flood on the error stream")
    text, _ = await written(model)
    assert text == "Copy the files."
    await model.close()
    logs = list(places.logs.iterdir())
    assert sorted(each.name for each in logs) == ["worker.log", "worker.log.1"]
    assert sum(each.stat().st_size for each in logs) <= 2 * 512 * 1024


async def test_an_error_of_the_engine_leaves_the_worker_usable(fake):
    model = await fake("engine error")
    with pytest.raises(ModelFailed) as caught:
        await written(model)
    assert caught.value.kind == "engine"
    assert not caught.value.lost
    assert (await written(model))[0] == "Copy the files."
    await model.close()


async def test_a_stop_ends_the_text_with_its_own_reason(fake):
    model = await fake("obeys a stop")
    await model.stop()  # nothing is being written: nothing happens
    seen = []
    async for each in model.write(REQUEST):
        seen.append(each)
        await model.stop()
    assert seen[:-1] == [Piece("Copy "), Piece("late ")]
    assert seen[-1].reason == "stopped"
    await model.close()


async def test_a_worker_that_ignores_a_stop_is_ended(fake):
    model = await fake("hang", Limits(first=30, next=30, stop=0.2, end=0.2))
    with pytest.raises(ModelFailed) as caught:
        async for _ in model.write(REQUEST):
            await model.stop()
    assert caught.value.kind == "hung"
    assert is_gone(model.pid)


async def test_a_stop_from_another_task_shortens_the_waiting(fake):
    model = await fake("hang", Limits(first=3600, next=3600, stop=0.2, end=0.2))
    first = asyncio.Event()

    async def read():
        async for _ in model.write(REQUEST):
            first.set()

    reading = asyncio.create_task(read())
    await first.wait()
    await model.stop()
    with pytest.raises(ModelFailed):
        await asyncio.wait_for(reading, 30)
    assert is_gone(model.pid)


async def test_a_text_that_nobody_reads_to_its_end_is_stopped_and_does_not_disturb_the_next(fake):
    model = await fake("obeys a stop")
    async with aclosing(model.write(REQUEST)) as pieces:
        assert await anext(pieces) == Piece("Copy ")
    seen = []
    async for each in model.write(REQUEST):
        seen.append(each)
        await model.stop()
    assert seen[0] == Piece("Copy ")
    assert seen[-1].reason == "stopped"
    await model.close()


async def test_a_reader_that_breaks_off_can_ask_for_the_next_text_at_once(fake):
    model = await fake("obeys a stop")
    async for each in model.write(REQUEST):
        assert each == Piece("Copy ")
        break
    seen = []
    async for each in model.write(REQUEST):
        seen.append(each)
        await model.stop()
    assert isinstance(seen[-1], Finished)
    await model.close()


async def test_two_texts_at_once_are_a_bug_of_the_caller(fake):
    model = await fake("hang", Limits(end=0.2))
    first = asyncio.Event()

    async def read():
        async for _ in model.write(REQUEST):
            first.set()

    reading = asyncio.create_task(read())
    await first.wait()
    with pytest.raises(RuntimeError):
        await anext(model.write(REQUEST))
    reading.cancel()
    with pytest.raises(asyncio.CancelledError):
        await reading
    await model.close()


async def test_cancelled_while_writing_leaves_no_process(fake):
    model = await fake("hang")
    first = asyncio.Event()

    async def draft():
        try:
            async for _ in model.write(REQUEST):
                first.set()
        finally:
            await model.close()

    drafting = asyncio.create_task(draft())
    await first.wait()
    drafting.cancel()
    with pytest.raises(asyncio.CancelledError):
        await drafting
    assert is_gone(model.pid)


async def test_cancelled_while_loading_leaves_no_process(fake):
    pids = asyncio.Queue()
    starting = asyncio.create_task(
        fake("hang while loading", on_progress=lambda pid, _: pids.put_nowait(pid))
    )
    pid = await pids.get()
    starting.cancel()
    with pytest.raises(asyncio.CancelledError):
        await starting
    assert is_gone(pid)


async def test_closing_that_is_cancelled_still_ends_a_stubborn_worker(fake):
    model = await fake("stubborn", Limits(end=30))
    async with aclosing(model.write(REQUEST)) as pieces:
        await anext(pieces)
    closing = asyncio.create_task(model.close())
    await asyncio.sleep(0)
    closing.cancel()
    with pytest.raises(asyncio.CancelledError):
        await closing
    assert is_gone(model.pid)


async def test_a_computer_that_slept_gives_the_worker_its_time_anew(fake):
    """On waking up every timer is long over, and the worker has not had a moment."""
    asked = []

    def deadline(seconds):
        asked.append(seconds)
        slept = len(asked) in (1, 4)
        now = asyncio.get_running_loop().time()
        return asyncio.timeout_at(now - 3600 if slept else now + 60)

    model = await fake("none", PATIENT, deadline=deadline)
    text, _ = await written(model)
    assert text == "Copy the files."
    # Loading: once asleep, the progress, the end. Writing: once asleep, two pieces, the end.
    assert len(asked) == 3 + 4
    await model.close()


async def test_a_prompt_is_sent_once_also_where_the_computer_slept(fake, tmp_path):
    heard = tmp_path / "heard"
    naps = iter([False, False, True, True, True])

    def deadline(seconds):
        now = asyncio.get_running_loop().time()
        return asyncio.timeout_at(now - 3600 if next(naps, False) else now + 60)

    command = (sys.executable, str(MISBEHAVING), "none", str(heard))
    model = await fake("none", PATIENT, deadline=deadline, command=command)
    await written(model)
    await model.close()
    assert heard.read_text().split() == ["load", "write"]
