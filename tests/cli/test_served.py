"""`plan --model server`: a model in another program, on this computer or, with a yes, on another one."""

from __future__ import annotations

from pathlib import Path

import pytest

from ngo_assist.application.settings import SettingsFile, default_path
from ngo_assist.llm.protocol import ELSEWHERE
from ngo_assist.workspace.files import read_plan
from tests.cli.conftest import Run
from tests.llm.bad_server import Server, bad_server

SMALL = ["--months", "1", "--actions-per-month", "1"]
"""One action: three texts."""


def other_computer(server: Server) -> str:
    """The server, by a number that counts as another computer's."""
    return server.address.replace("127.0.0.1", "0.0.0.0")


def test_a_server_of_the_settings_writes_and_the_plan_says_which(
    run: Run, answers: Path, tmp_path: Path
) -> None:
    with bad_server(names=["qwen3:4b"]) as server:
        SettingsFile.read().change(server=server.address)
        done = run("plan", answers, "--out", tmp_path / "plan", "--model", "server", *SMALL)
        assert done.status == 0, done.err
        assert server.asked[-1][1]["model"] == "qwen3:4b"
    drafting = read_plan(tmp_path / "plan" / "plan.toml").drafting
    assert (drafting.model, drafting.ended, drafting.verdict) == ("server:qwen3:4b", "complete", "none")
    assert drafting.engine == f"server at {server.address}"
    assert "has not passed an examination" in done.err
    assert "another computer" not in done.err


def test_a_server_on_another_computer_is_asked_only_with_a_yes_and_warned_of_each_time(
    run: Run, answers: Path, tmp_path: Path
) -> None:
    out = tmp_path / "plan"
    with bad_server() as server:
        SettingsFile.read().change(server=other_computer(server))
        refused = run("plan", answers, "--out", out, "--model", "server", *SMALL)
        assert (refused.status, len(refused.told())) == (1, 2)
        assert "--server-elsewhere" in refused.err
        assert server.asked == []
        assert not out.exists()
        for more in (["--server-elsewhere"], ["--server-elsewhere", "--force"]):
            done = run("plan", answers, "--out", out, "--model", "server", *SMALL, *more)
            assert done.status == 0
            assert "leave this computer" in done.err
        SettingsFile.read().change(server_elsewhere=True)
        done = run("plan", answers, "--out", out, "--model", "server", *SMALL, "--force")
        assert "leave this computer" in done.err
    engine = read_plan(out / "plan.toml").drafting.engine
    assert engine is not None
    assert engine.endswith(ELSEWHERE)
    told = (out / "plan.md").read_text(encoding="utf-8")
    assert "our own computer" not in told
    assert "were sent there" in told


@pytest.mark.parametrize("fault", ["500", "drops in the text", "no JSON"])
def test_a_server_that_goes_wrong_leaves_a_whole_plan_that_says_so(
    run: Run, answers: Path, tmp_path: Path, fault: str
) -> None:
    with bad_server(fault) as server:
        SettingsFile.read().change(server=server.address)
        done = run("plan", answers, "--out", tmp_path / "plan", "--model", "server")
    assert done.status == 0
    plan = read_plan(tmp_path / "plan" / "plan.toml")
    assert plan.drafting.ended == "worker"
    assert all(action.why_here and action.first_step for action in plan.actions)
    assert "the rubric's" in done.err.splitlines()[-1]


def test_a_server_that_is_not_there_is_told_before_anything_is_written(
    run: Run, answers: Path, tmp_path: Path
) -> None:
    SettingsFile.read().change(server="http://127.0.0.1:1")
    done = run("plan", answers, "--out", tmp_path / "plan", "--model", "server:qwen3")
    assert (done.status, len(done.told())) == (1, 2)
    assert not (tmp_path / "plan").exists()


def test_a_model_of_a_server_on_another_computer_is_examined_only_with_a_yes(run: Run) -> None:
    with bad_server(continues=()) as server:
        SettingsFile.read().change(server=other_computer(server))
        refused = run("model", "check", "server")
        assert (refused.status, len(refused.told())) == (1, 2)
        assert "--server-elsewhere" in refused.err
        assert server.asked == []
        done = run("model", "check", "server", "--server-elsewhere")
        assert (done.status, bool(server.asked)) == (1, True)
        # What fails is told with its server; a model in one has no file.
        assert done.told()[-2].startswith(f"{other_computer(server)}: The server has no such model")
        assert "doctor" in done.told()[-1]


@pytest.mark.parametrize(
    "line",
    ['server = "http://a..b:1"', 'server = "http://127.0.0.1:0"', 'server_elsewhere = "yes"', "server ="],
)
def test_broken_settings_are_told_where_a_server_is_asked_for(
    run: Run, answers: Path, tmp_path: Path, line: str
) -> None:
    path = default_path()
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"{line}\n", encoding="utf-8")
    for words in (["model", "check"], ["plan", answers, "--out", tmp_path / "plan", "--model"]):
        done = run(*words, "server")
        assert (done.status, len(done.told())) == (1, 2)
        assert str(path) in done.told()[0]
        assert "usual settings" in done.told()[1]
    doctor = run("doctor")
    assert doctor.status == 0
    assert str(path) in doctor.out


def test_the_doctor_tells_of_the_server_and_of_what_was_chosen(run: Run) -> None:
    with bad_server(names=["qwen3:4b", "gemma3"]) as server:
        SettingsFile.read().change(engine="server", server=server.address)
        done = run("doctor")
        assert f"{server.address}: server:qwen3:4b, server:gemma3" in done.out
        SettingsFile.read().change(server=other_computer(server))
        assert "--server-elsewhere" in run("doctor").out
        SettingsFile.read().change(server_elsewhere=True)
        assert "leave this computer" in run("doctor").out
    done = run("doctor")
    assert done.status == 0
    assert "cannot be asked" in done.out
