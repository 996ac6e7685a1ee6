"""A program killed at any moment leaves every file readable and loses at most the last answer."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from ngo_assist.assessment.model import Profile
from ngo_assist.rubric.model import Rubric
from ngo_assist.workspace.store import Workspace
from tests.workspace.conftest import NOW

pytestmark = pytest.mark.skipif(os.name == "nt", reason="SIGKILL and fork are POSIX")

ANSWERS_IN_A_LOOP = """
import sys
from pathlib import Path
from ngo_assist.assessment.model import Answer
from ngo_assist.workspace.store import Workspace
with Workspace(Path(sys.argv[1])).open("umit") as opened:
    assessment = opened.assessment("2026-11-23")
    while True:
        n = len(assessment.answers)
        answer = Answer(level=n % 5, note=f"answer {n}\\n" * 40)
        assessment = assessment.updated_with(answers={**assessment.answers, f"practice.number{n}": answer})
        opened.save_assessment(assessment)
        print(n + 1, flush=True)
"""

DIES_AT_EVERY_STEP = """
# Each child dies by SIGKILL just before its nth call to the system while it saves a plan and an answer.
import os, signal, sys
from pathlib import Path
from ngo_assist.workspace.store import Workspace

root = Path(sys.argv[1])
step = 0
while True:
    step += 1
    child = os.fork()
    if child == 0:
        left = step
        def hook(event, arguments):
            global left
            if event in ("open", "os.rename", "os.remove", "os.mkdir"):
                left -= 1
                if left == 0:
                    os.kill(os.getpid(), signal.SIGKILL)
        real = os.fsync
        def fsync(descriptor):
            hook("open", ())
            real(descriptor)
        os.fsync = fsync
        with Workspace(root).open("umit") as opened:
            assessment = opened.assessment("2026-11-23")
            plan = opened.plan("2026-11-23")
            sys.addaudithook(hook)
            opened.save_assessment(assessment.updated_with(language="ru"))
            opened.save_plan(plan.updated_with(language="ru"), "# Second\\n")
        os._exit(0)
    _, status = os.waitpid(child, 0)
    look = Workspace(root).folder("umit")
    states = (look.assessment("2026-11-23").language, look.plan("2026-11-23").language,
              (look.plan_path("2026-11-23") / "plan.md").read_text(encoding="utf-8"))
    print(os.WIFSIGNALED(status), *states[:2], states[2].strip(), flush=True)
    if not os.WIFSIGNALED(status):
        break
"""


def run(script: str, root: Path) -> subprocess.Popen[str]:
    return subprocess.Popen([sys.executable, "-c", script, str(root)], stdout=subprocess.PIPE, text=True)


def test_killed_while_answers_are_saved_at_most_the_last_one_is_lost(
    workspace: Workspace, profile: Profile, rubric: Rubric
) -> None:
    with workspace.create(profile) as opened:
        started = opened.start_assessment(rubric, "full", "kk", NOW)
    said = 0
    for lines in (1, 7, 2, 12):
        with run(ANSWERS_IN_A_LOOP, workspace.root) as process:
            assert process.stdout is not None
            for _ in range(lines):
                process.stdout.readline()
            process.kill()
            rest = process.stdout.read().split()
        said = int(rest[-1]) if rest else said + lines
        found = workspace.folder("umit").assessment(started.id)
        assert said <= len(found.answers) <= said + 1
        assert found.answers[f"practice.number{said - 1}"].note == f"answer {said - 1}\n" * 40
        said = len(found.answers)
        assert workspace.folder("umit").organisation().profile() == profile
    with workspace.open("umit") as again:
        assert not list(again.path.rglob("*.tmp"))


def test_killed_at_each_single_step_of_saving_every_file_is_the_old_or_the_new(
    workspace: Workspace, profile: Profile, rubric: Rubric
) -> None:
    from tests import in_memory

    with workspace.create(profile) as opened:
        opened.start_assessment(rubric, "full", "kk", NOW)
        plan = in_memory.plan(rubric, in_memory.assessment(rubric, {"security.backup": 1}))
        opened.save_plan(plan.updated_with(language="kk"), "# First\n")
    with run(DIES_AT_EVERY_STEP, workspace.root) as process:
        assert process.stdout is not None
        states = process.stdout.read().splitlines()
    assert process.returncode == 0
    assert states[0] == "True kk kk # First"
    assert states[-1] == "False ru ru # Second"
    assert len(states) > 10, "there were many moments to die at"
    between = set(states[:-1])
    # plan.md may be new while plan.toml is still old: the plan is made from plan.toml, never the other way.
    assert between <= {
        "True kk kk # First",
        "True ru kk # First",
        "True ru kk # Second",
        "True ru ru # Second",
    }
