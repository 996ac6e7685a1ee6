"""The built wheel, in a clean environment without any engine: the whole program less the model."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
UV = os.environ.get("UV") or shutil.which("uv")


def uv(*arguments: str, cwd: Path = ROOT) -> str:
    assert UV
    done = subprocess.run([UV, *arguments], cwd=cwd, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    if UV is None:
        pytest.skip("not run: the wheel is built with uv, which is not here")
    out = tmp_path_factory.mktemp("wheel")
    uv("build", "--wheel", "--quiet", "--out-dir", str(out))
    return next(out.glob("*.whl"))


@pytest.fixture(scope="module")
def program(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The `ngo-assist` of an environment that holds the wheel and what it requires, nothing else."""
    environment = tmp_path_factory.mktemp("clean") / "venv"
    uv("venv", "--quiet", "--python", sys.executable, str(environment))
    bin_folder = environment / ("Scripts" if os.name == "nt" else "bin")
    python = bin_folder / ("python.exe" if os.name == "nt" else "python")
    uv("pip", "install", "--quiet", "--python", str(python), str(wheel))
    return bin_folder / ("ngo-assist.exe" if os.name == "nt" else "ngo-assist")


def run(program: Path, *arguments: str, home: Path) -> subprocess.CompletedProcess[str]:
    keep = ("PATH", "SYSTEMROOT", "TEMP", "TMP")
    variables = {name: os.environ[name] for name in keep if name in os.environ}
    variables |= {"HOME": str(home), "USERPROFILE": str(home), "PYTHONUTF8": "1"}
    return subprocess.run(
        [str(program), *arguments], cwd=home, env=variables, capture_output=True, text=True, check=False
    )


def test_the_wheel_holds_rubrics_and_translations_and_nothing_of_ours_besides(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    for wanted in ("rubrics/socialtech/rubric.toml", "rubrics/socialtech/security.toml", "locale/kk.po"):
        assert f"ngo_assist/{wanted}" in names
    assert {name.split("/")[0] for name in names if ".dist-info" not in name} == {"ngo_assist"}


def test_the_main_job_works_from_the_wheel_without_an_engine(program: Path, tmp_path: Path) -> None:
    done = run(program, "demo", "--out", "plan", home=tmp_path)
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "plan" / "plan.toml").is_file()
    assert (tmp_path / "plan" / "plan.md").read_text(encoding="utf-8").startswith("# ")
    assert "Traceback" not in done.stderr


def test_the_shipped_rubric_is_without_mistakes_in_the_wheel(program: Path, tmp_path: Path) -> None:
    listed = run(program, "rubric", "list", home=tmp_path)
    assert listed.returncode == 0, listed.stderr
    assert "socialtech" in listed.stdout
    folder = program.parent.parent.glob("**/ngo_assist/rubrics/socialtech")
    checked = run(program, "rubric", "check", str(next(folder)), home=tmp_path)
    assert checked.returncode == 0, checked.stdout + checked.stderr


def test_doctor_says_that_no_engine_is_there(program: Path, tmp_path: Path) -> None:
    done = run(program, "doctor", home=tmp_path)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "xllamacpp" in done.stdout
    assert "llama-cpp-python" in done.stdout


def test_kazakh_comes_with_the_wheel(program: Path, tmp_path: Path) -> None:
    assert run(program, "doctor", "--lang", "kk", home=tmp_path).stdout != (
        run(program, "doctor", "--lang", "en", home=tmp_path).stdout
    )


def test_score_prints_json_and_nothing_else(program: Path, tmp_path: Path) -> None:
    answers = tmp_path / "answers.toml"
    answers.write_text(
        'schema = "ngo-assist/assessment@1"\nid = "2026-11-23"\nkind = "single"\n'
        'rubric = { id = "socialtech", version = "1.0.0" }\nmode = "quick"\nlanguage = "kk"\n'
        'started = 2026-11-23T10:00:00+05:00\n[organisation]\nname = "Үміт"\n'
        '[answers."security.backup"]\nlevel = 3\n',
        encoding="utf-8",
    )
    done = run(program, "score", str(answers), "--json", home=tmp_path)
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["practices"]["security.backup"]["level"] == 3
