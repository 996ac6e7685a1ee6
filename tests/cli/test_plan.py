from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from ngo_assist.workspace.files import read_plan, write_toml
from tests.cli.conftest import LANGUAGES, Run, assessment_text


def files_in(folder: Path) -> set[str]:
    return {str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file()}


@pytest.mark.parametrize("language", LANGUAGES)
def test_both_files_are_written_and_nothing_anywhere_else(
    run: Run, answers: Path, tmp_path: Path, language: str
) -> None:
    before = files_in(tmp_path)
    done = run("plan", answers, "--out", tmp_path / "plan", "--lang", language)
    assert done.status == 0
    assert files_in(tmp_path) - before == {"plan/plan.toml", "plan/plan.md"}
    plan = read_plan(tmp_path / "plan" / "plan.toml")
    assert (plan.language, plan.organisation.name) == (language, "Umit")
    assert plan.actions
    assert plan.drafting.model is None
    assert str(tmp_path / "plan" / "plan.md") in done.out


def test_the_plan_speaks_the_assessments_language_when_none_is_asked_for(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "kk.toml"
    path.write_text(assessment_text(language="kk"), encoding="utf-8")
    run("plan", path, "--out", tmp_path / "plan")
    assert read_plan(tmp_path / "plan" / "plan.toml").language == "kk"


def test_a_plan_in_a_language_that_the_rubric_lacks_is_in_its_first_one_with_one_warning(
    run: Run, answers: Path, tmp_path: Path
) -> None:
    done = run("plan", answers, "--out", tmp_path / "plan", "--lang", "uz", "--model", "none")
    assert (done.status, len(done.told())) == (0, 1)
    assert read_plan(tmp_path / "plan" / "plan.toml").language == "en"


def test_a_plan_may_be_in_a_language_that_the_interface_lacks(run: Run, tmp_path: Path) -> None:
    from tests.make_rubric import write_rubric

    made = write_rubric(tmp_path / "made", languages=("en", "ka"))
    path = tmp_path / "a.toml"
    path.write_text(assessment_text({"people.p0": 1}, rubric="made"), encoding="utf-8")
    done = run("plan", path, "--out", tmp_path / "o", "--lang", "ka", "--rubric", made, "--model", "none")
    assert (done.status, done.err) == (0, "")
    assert read_plan(tmp_path / "o" / "plan.toml").language == "ka"
    assert done.out.startswith("The plan is made")


def test_an_existing_plan_is_refused_before_any_work(run: Run, answers: Path, tmp_path: Path) -> None:
    out = tmp_path / "plan"
    assert run("plan", answers, "--out", out).status == 0
    first = (out / "plan.toml").read_bytes()
    again = run("plan", answers, "--out", out)
    assert (again.status, again.out, len(again.told())) == (1, "", 2)
    assert "--force" in again.err
    assert (out / "plan.toml").read_bytes() == first


def test_an_existing_plan_is_refused_in_the_assessments_language(run: Run, tmp_path: Path) -> None:
    path, out = tmp_path / "ru.toml", tmp_path / "plan"
    path.write_text(assessment_text(language="ru"), encoding="utf-8")
    assert run("plan", path, "--out", out).status == 0
    done = run("plan", path, "--out", out)
    assert (done.status, len(done.told())) == (1, 2)
    assert "здесь уже есть план" in done.err


def test_force_replaces_a_plan_and_keeps_what_people_set_there(
    run: Run, answers: Path, tmp_path: Path
) -> None:
    out = tmp_path / "plan"
    run("plan", answers, "--out", out)
    plan = read_plan(out / "plan.toml")
    last = plan.actions[-1].updated_with(owner="Aigul", pinned=("owner",), status="doing")
    write_toml(out / "plan.toml", plan.updated_with(actions=(*plan.actions[:-1], last)))
    assert run("plan", answers, "--out", out, "--force", "--months", "12").status == 0
    again = read_plan(out / "plan.toml")
    assert again.uid == plan.uid
    assert again.limits.months == 12
    kept = next(action for action in again.actions if action.id == last.id)
    assert (kept.owner, kept.status, kept.start) == ("Aigul", "doing", last.start)


def test_force_replaces_a_plan_that_cannot_be_read(run: Run, answers: Path, tmp_path: Path) -> None:
    out = tmp_path / "plan"
    out.mkdir()
    (out / "plan.toml").write_text("broken = ", encoding="utf-8")
    assert run("plan", answers, "--out", out, "--force").status == 0
    assert read_plan(out / "plan.toml").actions


def test_the_same_answers_give_the_same_plan(run: Run, answers: Path, tmp_path: Path) -> None:
    for name in ("one", "two"):
        run("plan", answers, "--out", tmp_path / name)
    one, two = (read_plan(tmp_path / name / "plan.toml") for name in ("one", "two"))
    assert one.actions == two.actions
    assert one.later == two.later


def test_limits_on_the_command_line_hold_and_the_others_fit_the_organisation(
    run: Run, answers: Path, tmp_path: Path
) -> None:
    out = tmp_path / "plan"
    flags = ["--start", "2027-03", "--months", "2", "--actions-per-month", "1", "--budget", "0"]
    assert run("plan", answers, "--out", out, *flags, "--days-per-month", "1,5").status == 0
    plan = read_plan(out / "plan.toml")
    assert plan.limits.start == date(2027, 3, 1)
    assert (plan.limits.months, plan.limits.actions_per_month) == (2, 1)
    assert (plan.limits.budget, plan.limits.days_per_month) == (0, 1.5)
    assert plan.limits.connectivity == "occasional"
    assert len(plan.actions) <= 2
    assert all(action.cost == 0 for action in plan.actions)
    assert plan.later
    run("plan", answers, "--out", tmp_path / "usual")
    usual = read_plan(tmp_path / "usual" / "plan.toml").limits
    assert (usual.start, usual.days_per_month) == (date(2026, 12, 1), 2.0)


@pytest.mark.parametrize("language", ["ru", "kk"])
def test_a_model_that_cannot_write_the_plans_language_is_refused_before_anything_is_written(
    run: Run, answers: Path, tmp_path: Path, language: str
) -> None:
    out = tmp_path / "plan"
    done = run("plan", answers, "--out", out, "--model", "starter", "--lang", language)
    assert (done.status, done.out) == (1, "")
    assert 1 <= len(done.told()) <= 2
    assert not out.exists()


@pytest.mark.parametrize("model", ["nobody", "no/such/file.gguf"])
def test_a_model_that_is_not_there_is_told_before_anything_is_written(
    run: Run, answers: Path, tmp_path: Path, model: str
) -> None:
    done = run("plan", answers, "--out", tmp_path / "plan", "--model", model)
    assert (done.status, done.out) == (1, "")
    assert model in done.err
    assert not (tmp_path / "plan").exists()


@pytest.mark.parametrize(
    "content", [b"", b"GGUF", b"not a model at all", b"GGUF\x03\x00\x00\x00" + b"\xff" * 64]
)
def test_a_file_that_is_no_whole_model_is_told_before_anything_is_written(
    run: Run, answers: Path, tmp_path: Path, content: bytes
) -> None:
    path = tmp_path / "bad.gguf"
    path.write_bytes(content)
    done = run("plan", answers, "--out", tmp_path / "plan", "--model", path)
    assert (done.status, done.out) == (1, "")
    assert "bad.gguf" in done.err
    assert len(done.told()) <= 2
    assert not (tmp_path / "plan").exists()


def test_a_model_too_big_for_the_memory_is_told_before_anything_is_written(
    run: Run, answers: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from ngo_assist.llm import catalogue

    if catalogue.starter() is None:
        pytest.skip("not run: the starter model is not installed")
    monkeypatch.setattr(catalogue, "memory_available", lambda: 1 << 20)
    monkeypatch.setattr("ngo_assist.cli.drafting_run.available", lambda: ["xllamacpp"])
    done = run("plan", answers, "--out", tmp_path / "plan", "--model", "starter")
    assert (done.status, done.out) == (1, "")
    assert not (tmp_path / "plan").exists()


def test_nothing_answered_gives_an_empty_plan_that_says_so(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "a.toml"
    path.write_text(assessment_text({}), encoding="utf-8")
    done = run("plan", path, "--out", tmp_path / "plan", "--model", "none")
    assert done.status == 0
    assert "answered" in done.err
    assert read_plan(tmp_path / "plan" / "plan.toml").actions == ()
