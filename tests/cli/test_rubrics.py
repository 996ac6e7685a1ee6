"""The commands about rubrics."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from ngo_assist.rubric.load import load_rubric
from tests.cli.conftest import LANGUAGES, Run
from tests.other_rubric import GARDEN

# rubric show


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_rubric_is_shown_as_a_booklet_in_each_language(run: Run, language: str) -> None:
    done = run("rubric", "show", "socialtech", "--lang", language)
    assert (done.status, done.err) == (0, "")
    rubric = load_rubric(Path("rubrics/socialtech"))
    said = " ".join(done.out.split())
    for practice in rubric.practices.values():
        assert practice.question.say(language) in said
        assert all(level.say(language) in said for level in practice.levels)
        assert all(action.title.say(language) in said for action in practice.actions)


def test_one_practice_is_shown_with_its_actions(run: Run) -> None:
    done = run("rubric", "show", "socialtech", "--practice", "security.backup")
    assert done.status == 0
    assert "(security.backup)" in done.out and "(security.twofactor)" not in done.out


def test_an_unknown_practice_is_refused_with_the_likeliest_one(run: Run) -> None:
    done = run("rubric", "show", "socialtech", "--practice", "security.bakup")
    assert (done.status, done.out) == (1, "")
    assert "security.backup" in done.err


@pytest.mark.parametrize(("form", "begins"), [("md", "# "), ("html", "<!DOCTYPE html>")])
def test_a_booklet_is_written_into_a_file_once(run: Run, tmp_path: Path, form: str, begins: str) -> None:
    file = tmp_path / f"booklet.{form}"
    done = run("rubric", "show", "--rubric", GARDEN, "--format", form, "--out", file)
    assert (done.status, done.out) == (0, "")
    assert str(file) in done.err
    assert file.read_text(encoding="utf-8").startswith(begins)
    file.write_text("mine", encoding="utf-8")
    again = run("rubric", "show", "--rubric", GARDEN, "--format", form, "--out", file)
    assert again.status == 1 and "--force" in again.err
    assert file.read_text(encoding="utf-8") == "mine"
    assert run("rubric", "show", "--rubric", GARDEN, "--out", file, "--force").status == 0
    assert file.read_text(encoding="utf-8") != "mine"


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_form_of_quick_mode_asks_its_questions_only(run: Run, language: str) -> None:
    done = run("rubric", "show", "socialtech", "--form", "--quick", "--lang", language)
    assert (done.status, done.err) == (0, "")
    rubric = load_rubric(Path("rubrics/socialtech"))
    said = " ".join(done.out.split())
    for practice in rubric.practices.values():
        assert (practice.question.say(language) in said) == practice.quick


@pytest.mark.parametrize(
    "words",
    [
        ["--form", "--practice", "security.backup"],
        ["--quick"],
        ["--format", "pdf"],
    ],
)
def test_what_cannot_be_printed_is_refused(run: Run, words: list[str]) -> None:
    done = run("rubric", "show", "socialtech", *words)
    assert (done.status, done.out) == (2, "")
    assert words[0] in done.err


# rubric new


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_new_rubric_has_no_mistake_and_leads_to_a_plan(run: Run, tmp_path: Path, language: str) -> None:
    folder = tmp_path / "my rubric"
    assert run("rubric", "new", folder, "--lang", language).status == 0
    checked = run("rubric", "check", folder)
    assert checked.status == 0
    assert len(checked.out.splitlines()) == 1, "neither an error nor a warning"
    rubric = load_rubric(folder)
    assert rubric.languages == (language,)
    assessment = tmp_path / "a.toml"
    assessment.write_text(
        'schema = "ngo-assist/assessment@1"\nid = "2026-11-23"\nkind = "single"\nmode = "full"\n'
        f'language = "{language}"\nstarted = 2026-11-23T10:00:00Z\nupdated = 2026-11-23T10:00:00Z\n'
        f'rubric = {{ id = "{rubric.id}", version = "{rubric.version}" }}\n[organisation]\nname = "Yard"\n'
        '[answers."meetings.minutes"]\nlevel = 0\n',
        encoding="utf-8",
    )
    made = run("plan", assessment, "--rubric", folder, "--model", "none", "--out", tmp_path / "plan")
    assert made.status == 0
    plan = tomllib.loads((tmp_path / "plan" / "plan.toml").read_text(encoding="utf-8"))
    assert plan["actions"][0]["title"] == rubric.actions["meetings.minutes.one-page"].title.say(language)


@pytest.mark.parametrize("name", ["2026", "Мой опросник", "con", "ЖИ"])
def test_a_new_rubrics_id_can_be_used_whatever_the_folder_is_called(
    run: Run, tmp_path: Path, name: str
) -> None:
    assert run("rubric", "new", tmp_path / name).status == 0
    assert run("rubric", "check", tmp_path / name).status == 0


def test_a_new_rubric_replaces_nothing(run: Run, tmp_path: Path) -> None:
    (tmp_path / "rubric.toml").write_text("mine", encoding="utf-8")
    done = run("rubric", "new", tmp_path)
    assert (done.status, done.out) == (1, "")
    assert sorted(tmp_path.iterdir(), key=str)[-1].name == "rubric.toml"
    assert (tmp_path / "rubric.toml").read_text(encoding="utf-8") == "mine"


def test_a_new_rubric_goes_into_an_empty_folder_that_is_there(run: Run, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    assert run("rubric", "new", tmp_path / "empty").status == 0


# another rubric


def test_a_rubric_of_another_subject_goes_through_the_whole_job(run: Run, tmp_path: Path) -> None:
    typed = "\n".join(["Yard", *[""] * 10, "2", "0", "1", "2"]) + "\n"
    done = run("interview", "--rubric", GARDEN, "--workspace", tmp_path / "w", "--lang", "en", typed=typed)
    assert done.status == 0, done
    [file] = (tmp_path / "w").rglob("assessments/*.toml")
    scored = run("score", file, "--rubric", GARDEN)
    assert "1 of 3 already works" in scored.out and "Bare" in scored.out
    made = run("plan", file, "--rubric", GARDEN, "--out", tmp_path / "plan", "--model", "none")
    assert made.status == 0
    page = (tmp_path / "plan" / "plan.md").read_text(encoding="utf-8")
    assert "Put a bucket with a lid into the kitchen" in page
    assert "KGS" in page and "₸" not in page
    assert "Legal duties" not in page
