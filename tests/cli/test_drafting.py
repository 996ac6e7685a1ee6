"""Commands that let the real starter model write, in its real process."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from ngo_assist.llm import catalogue
from ngo_assist.llm.engines import available
from ngo_assist.workspace.files import read_plan

pytestmark = [
    pytest.mark.engine,
    pytest.mark.skipif(not available(), reason="not run: no engine is installed"),
    pytest.mark.skipif(catalogue.starter() is None, reason="not run: the starter model is not installed"),
]

SMALL = ["--months", "1", "--actions-per-month", "1"]
"""One action: three texts."""


def start(*words: object) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-m", "ngo_assist", *map(str, words)],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    )


def until_it_writes(child: subprocess.Popen[str]) -> None:
    """Wait for the line that says that the model is loaded and the first text is asked for."""
    assert child.stderr
    for line in child.stderr:
        if line.startswith("0 of "):
            return
    raise AssertionError("it never came to write")


def workers_of(child: subprocess.Popen[str]) -> list[int]:
    found = Path(f"/proc/{child.pid}/task/{child.pid}/children").read_text(encoding="ascii").split()
    return [int(pid) for pid in found]


def ended(child: subprocess.Popen[str]) -> tuple[int, str, str]:
    out, err = child.communicate(timeout=120)
    assert "Traceback" not in out + err
    return child.returncode, out, err


def test_the_starter_writes_where_it_is_asked_for_by_name(answers: Path, tmp_path: Path) -> None:
    child = start("plan", answers, "--out", tmp_path / "plan", "--model", "starter", *SMALL)
    status, out, err = ended(child)
    assert status == 0, err
    assert "has not passed an examination" in err.splitlines()[0]
    assert "3 of 3 texts" in err
    drafting = read_plan(tmp_path / "plan" / "plan.toml").drafting
    assert (drafting.model, drafting.verdict, drafting.ended) == ("starter", "none", "complete")
    assert drafting.drafted + drafting.curated == 3
    assert drafting.engine
    assert drafting.seconds > 0
    assert str(tmp_path / "plan" / "plan.md") in out


linux = pytest.mark.skipif(not Path("/proc").exists(), reason="not run: processes are found in /proc")


@linux
def test_a_worker_that_is_killed_leaves_a_whole_plan_that_says_so(answers: Path, tmp_path: Path) -> None:
    child = start("plan", answers, "--out", tmp_path / "plan", "--model", "starter")
    until_it_writes(child)
    for worker in workers_of(child):
        os.kill(worker, signal.SIGKILL)
    status, _, err = ended(child)
    assert status == 0
    assert err.count("stopped working") == 1
    assert "the rubric's" in err.splitlines()[-1]
    plan = read_plan(tmp_path / "plan" / "plan.toml")
    assert plan.drafting.ended == "worker"
    assert plan.actions
    assert all(action.why_here and action.first_step for action in plan.actions)
    assert (tmp_path / "plan" / "plan.md").read_text(encoding="utf-8").startswith("# ")


@linux
def test_an_interruption_stops_the_drafting_and_leaves_a_whole_plan(answers: Path, tmp_path: Path) -> None:
    child = start("plan", answers, "--out", tmp_path / "plan", "--model", "starter")
    until_it_writes(child)
    workers = workers_of(child)
    child.send_signal(signal.SIGINT)
    status, out, _ = ended(child)
    assert status == 130
    plan = read_plan(tmp_path / "plan" / "plan.toml")
    assert plan.drafting.ended == "stopped"
    assert plan.drafting.curated + plan.drafting.drafted == 2 * len(plan.actions) + 1
    assert str(tmp_path / "plan" / "plan.toml") in out
    assert not any(Path(f"/proc/{worker}").exists() for worker in workers)


@linux
def test_a_program_that_is_killed_while_drafting_leaves_a_whole_plan(answers: Path, tmp_path: Path) -> None:
    child = start("plan", answers, "--out", tmp_path / "plan", "--model", "starter")
    until_it_writes(child)
    child.kill()
    child.communicate(timeout=60)
    plan = read_plan(tmp_path / "plan" / "plan.toml")
    assert all(action.why_here and action.first_step for action in plan.actions)
    assert (tmp_path / "plan" / "plan.md").exists()
    assert {path.name for path in (tmp_path / "plan").glob("plan.*")} == {"plan.toml", "plan.md"}


def test_the_demo_lets_the_starter_draft_in_english(tmp_path: Path) -> None:
    child = start("demo", "--out", tmp_path / "plan")
    until_it_writes(child)
    if os.name == "nt":
        child.kill()
    else:
        child.send_signal(signal.SIGINT)
    _, out, _ = ended(child)
    assert out.splitlines()[1].startswith("4 of 12")
    plan = read_plan(tmp_path / "plan" / "plan.toml")
    assert plan.language == "en"
    assert plan.drafting.model == "starter" or os.name == "nt"
    score = start("score", Path(catalogue.__file__).parent.parent / "examples" / "en.toml", "--json")
    assert json.loads(ended(score)[1])["working"] == 4
