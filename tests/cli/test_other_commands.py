from __future__ import annotations

from pathlib import Path

import pytest

from ngo_assist.llm import catalogue
from ngo_assist.workspace.files import read_plan
from ngo_assist.workspace.store import Workspace
from tests.cli.conftest import LANGUAGES, Run
from tests.make_rubric import write_rubric

SHIPPED = Path(__file__).parent.parent.parent / "rubrics" / "socialtech"


# rubric


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_shipped_rubric_is_listed_and_shown_in_each_language(run: Run, language: str) -> None:
    assert "socialtech" in run("rubric", "list", "--lang", language).out
    shown = run("rubric", "show", "socialtech", "--lang", language)
    assert (shown.status, shown.err) == (0, "")
    assert "security.backup" in shown.out
    title = {"en": "Security", "ru": "Безопасность", "kk": "Қауіпсіздік"}[language]
    assert title in shown.out


def test_one_practice_is_shown_with_its_levels_and_actions(run: Run) -> None:
    done = run("rubric", "show", "socialtech", "--practice", "data.consent")
    assert done.status == 0
    for said in ("Why it matters:", "94-V", "  - 4 Runs", "Write a one-page consent sheet", "First step:"):
        assert said in done.out


@pytest.mark.parametrize(
    "words",
    [["show", "another"], ["show", "socialtech", "--practice", "security.backu"], ["check", "no-folder"]],
)
def test_what_a_rubric_does_not_have_is_told(run: Run, words: list[str]) -> None:
    done = run("rubric", *words)
    assert (done.status, done.out) == (1, "")
    assert len(done.told()) == 2


def test_a_rubric_in_order_passes_its_check(run: Run) -> None:
    done = run("rubric", "check", SHIPPED)
    assert (done.status, done.err) == (0, "")


def test_every_mistake_of_a_rubric_is_found_in_one_run(run: Run, tmp_path: Path) -> None:
    def spoil(tables: dict[str, dict[str, object]]) -> None:
        tables["people"]["practices"][0]["weight"] = -1  # type: ignore[index]
        tables["security"]["practices"][1]["colour"] = "red"  # type: ignore[index]

    folder = write_rubric(tmp_path / "made", mutate=spoil)
    done = run("rubric", "check", folder)
    assert done.status == 1
    assert "weight" in done.out
    assert "colour" in done.out
    assert len(done.told()) == 1


def test_warnings_leave_the_status_at_0(run: Run, tmp_path: Path) -> None:
    def shout(tables: dict[str, dict[str, object]]) -> None:
        for practice in tables["people"]["practices"]:  # type: ignore[attr-defined]
            practice["question"]["en"] = "word " * 80 + "?"

    done = run("rubric", "check", write_rubric(tmp_path / "made", mutate=shout))
    assert done.status == 0
    assert "warning" in done.out


# model


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_model_that_is_not_here_cannot_be_examined(run: Run, language: str) -> None:
    done = run("model", "check", "x", "--lang", language)
    assert (done.status, done.out) == (1, "")
    assert 1 <= len(done.told()) <= 2


# doctor


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_doctor_looks_at_everything_and_changes_nothing(run: Run, workspace: Path, language: str) -> None:
    done = run("doctor", "--lang", language)
    assert (done.status, done.err) == (0, "")
    for said in ("Python", str(workspace), "socialtech", "xllamacpp", "llama-cpp-python", "ngo-assist"):
        assert said in done.out
    assert not workspace.exists()


def test_the_doctor_says_when_nothing_can_be_saved(run: Run, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    done = run("doctor", "--workspace", tmp_path / "file" / "deeper")
    assert done.status == 1
    assert "! " in done.out


def test_the_doctor_says_when_the_workspace_lies_in_a_cloud(run: Run, tmp_path: Path) -> None:
    assert "Dropbox" in run("doctor", "--workspace", tmp_path / "Dropbox" / "NGO Assist").out


def test_the_doctor_survives_an_engine_that_kills_its_process(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    package = tmp_path / "site" / "xllamacpp"
    package.mkdir(parents=True)
    (package / "__init__.py").write_text("import os; os.abort()\n")
    monkeypatch.setenv("PYTHONPATH", str(package.parent))
    monkeypatch.setattr("ngo_assist.cli.doctor.available", lambda: ["xllamacpp"])
    done = run("doctor")
    assert done.status == 0
    assert "xllamacpp does not start" in done.out


def test_the_doctor_says_when_a_rubric_is_broken(run: Run, tmp_path: Path) -> None:
    folder = write_rubric(tmp_path / "made")
    (folder / "people.toml").unlink()
    done = run("doctor", "--rubric", folder)
    assert done.status == 1
    assert f"ngo-assist rubric check {folder}" in done.out


# demo and the screen


@pytest.mark.parametrize("language", ["ru", "kk"])
def test_the_demo_makes_a_plan_in_a_language_that_the_starter_cannot_write(
    run: Run, tmp_path: Path, language: str
) -> None:
    done = run("demo", "--out", tmp_path / "plan", "--lang", language)
    assert done.status == 0
    plan = read_plan(tmp_path / "plan" / "plan.toml")
    assert (plan.language, plan.drafting.model) == (language, None)
    assert "Үміт" in plan.organisation.name
    assert any("“" in action.why_here or "«" in action.why_here for action in plan.actions)


def test_the_demo_without_a_model_says_so_and_uses_the_rubrics_words(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(catalogue, "starter", lambda: None)
    done = run("demo", "--out", tmp_path / "plan")
    assert done.status == 0
    assert "model get starter" in done.err
    assert "4 of 12" in done.out
    plan = read_plan(tmp_path / "plan" / "plan.toml")
    assert (plan.language, plan.drafting.model) == ("en", None)
    assert any("last winter it did not start" in action.why_here for action in plan.actions)


def test_the_demo_without_an_engine_says_so_and_uses_the_rubrics_words(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if catalogue.starter() is None:
        pytest.skip("not run: the starter model is not installed")
    monkeypatch.setattr("ngo_assist.cli.drafting_run.available", list)
    done = run("demo", "--out", tmp_path / "plan")
    assert done.status == 0
    assert "no engine" in done.err


def test_the_demo_does_not_replace_a_plan_unasked(run: Run, tmp_path: Path) -> None:
    (tmp_path / "plan.toml").write_text("mine", encoding="utf-8")
    done = run("demo", "--out", tmp_path)
    assert (done.status, done.out) == (1, "")
    assert (tmp_path / "plan.toml").read_text(encoding="utf-8") == "mine"


def test_the_demo_refuses_a_rubric_that_asks_something_else(run: Run, tmp_path: Path) -> None:
    done = run("demo", "--out", tmp_path / "plan", "--rubric", write_rubric(tmp_path / "made"))
    assert (done.status, done.out) == (1, "")


@pytest.fixture
def screen(monkeypatch: pytest.MonkeyPatch) -> list[dict[str, object]]:
    """A terminal, and what the program on the screen was opened with."""
    opened: list[dict[str, object]] = []

    def opens(**values: object) -> int:
        names = [each.name for each in Workspace(Path(str(values["workspace"]))).organisations()]
        opened.append({**values, "organisations": names})
        return 0

    monkeypatch.setattr("ngo_assist.tui.app.run", opens)
    monkeypatch.setattr("ngo_assist.cli.screen.require_screen", lambda _: None)
    return opened


def test_without_a_command_the_screen_opens_on_the_workspace(
    run: Run, screen: list[dict[str, object]], workspace: Path
) -> None:
    assert run().status == 0
    assert run("--lang", "kz", "--workspace", workspace / "other").status == 0
    first, second = screen
    assert (first["workspace"], first["rubric"], first["language"]) == (workspace, None, None)
    assert (second["workspace"], second["language"]) == (workspace / "other", "kk")


def test_the_demo_on_the_screen_leaves_nothing_in_the_workspace(
    run: Run, screen: list[dict[str, object]], workspace: Path
) -> None:
    assert run("demo").status == 0
    assert screen[0]["organisations"] == ["Umit Mothers' Group"]
    assert not workspace.exists()
    assert not Path(str(screen[0]["workspace"])).exists()


def test_the_demo_stays_in_a_workspace_that_was_named(
    run: Run, screen: list[dict[str, object]], tmp_path: Path
) -> None:
    for _ in range(2):
        assert run("demo", "--lang", "kk", "--workspace", tmp_path / "here").status == 0
    assert screen[1]["organisations"] == ["«Үміт» аналар тобы"]
