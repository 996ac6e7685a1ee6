"""What is written: whole, readable, and nothing that stood there is lost."""

from __future__ import annotations

import os
import stat
import tomllib
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ngo_assist.assessment.model import Answer, Assessment, Organisation
from ngo_assist.clean import clean_text
from ngo_assist.messages import UserError
from ngo_assist.workspace.atomic import sweep, write_atomic, write_together
from ngo_assist.workspace.files import read_assessment, read_organisation, read_plan, toml_bytes, write_toml
from tests import in_memory

HAND_MADE = """
schema = "ngo-assist/assessment@1"
id = "2026-11-23"
language = "kk"
emblem = "sun"
seen = [2026-11-23, 2026-11-23T10:00:00, 10:00:00]
ratio = 2.0
cost = 3.0

[rubric]
id = "test"
version = "1.0.0"
mirror = "usb"

[organisation]
name = "Umit"
[organisation.bank]
branch = { city = "Semey", codes = [1, 2] }

[answers."a.b"]
level = 1
colour = "green"
[answers."a.b".photo]
file = "a.jpg"
lines = "one\\r\\ntwo"

[other]
deep = [[1], [{ x = "y" }]]
"""


def test_unknown_keys_survive_wherever_they_stand(tmp_path: Path) -> None:
    path = tmp_path / "a.toml"
    path.write_text(HAND_MADE, encoding="utf-8")
    write_toml(path, read_assessment(path))
    after = tomllib.loads(path.read_text(encoding="utf-8"))
    before = tomllib.loads(HAND_MADE)
    # What the models add are their own defaults; nothing of the file changed or went away.
    added = {key: after.pop(key) for key in ("kind", "mode", "targets")}
    assert added == {"kind": "single", "mode": "full", "targets": {}}
    assert after == before


def test_unknown_keys_survive_a_change_too(tmp_path: Path) -> None:
    path = tmp_path / "a.toml"
    path.write_text(HAND_MADE, encoding="utf-8")
    found = read_assessment(path)
    answer = found.answers["a.b"].updated_with(level=2)
    write_toml(path, found.updated_with(answers={**found.answers, "a.b": answer}))
    after = tomllib.loads(path.read_text(encoding="utf-8"))
    assert after["answers"]["a.b"]["level"] == 2
    assert after["answers"]["a.b"]["photo"] == {"file": "a.jpg", "lines": "one\r\ntwo"}
    assert after["organisation"]["bank"]["branch"]["codes"] == [1, 2]


def test_the_first_line_says_that_comments_are_lost_and_the_schema_comes_first() -> None:
    lines = toml_bytes(Organisation(uid="u", name="Үміт", region="KZ-10")).decode().splitlines()
    assert lines[0].startswith("#") and "comments" in lines[0]
    assert lines[1:] == [
        'schema = "ngo-assist/organisation@1"',
        'uid = "u"',
        'name = "Үміт"',
        'region = "KZ-10"',
    ]


def test_answers_stand_in_the_file_under_the_names_of_their_practices() -> None:
    rubric = in_memory.rubric(in_memory.practice("security.backup"))
    assessment = in_memory.assessment(
        rubric, {"security.backup": Answer(level=1, note="one\ntwo")}, targets={"security.backup": 3}
    )
    text = toml_bytes(assessment).decode()
    assert '[answers."security.backup"]\nlevel = 1\nnote = """\none\ntwo"""\n' in text
    assert '[targets]\n"security.backup" = 3\n' in text
    assert "evidence" not in text, "what was not given is left out"
    assert (
        text.index("started") < text.index("[rubric]") < text.index("[organisation]") < text.index("[answers")
    )


def test_a_plan_keeps_its_owner_to_be_filled_in_and_whole_amounts() -> None:
    practice = in_memory.practice("a.b", actions=in_memory.ladder("a.b", 4, cost="low"))
    rubric = in_memory.rubric(practice)
    plan = in_memory.plan(rubric, in_memory.assessment(rubric, {"a.b": 1}))
    text = toml_bytes(plan).decode()
    assert 'owner = ""' in text
    assert "cost = 50000\n" in text
    assert "budget = 100000\n" in text
    assert "start = 2026-12-01\n" in text


def test_a_plan_comes_back_as_it_was(tmp_path: Path) -> None:
    rubric = in_memory.rubric(in_memory.practice("a.b"), in_memory.practice("c.d", duty="law"))
    plan = in_memory.plan(rubric, in_memory.assessment(rubric, {"a.b": 1, "c.d": 0}))
    assert plan.actions
    write_toml(tmp_path / "plan.toml", plan)
    assert read_plan(tmp_path / "plan.toml") == plan


def test_the_same_content_gives_the_same_bytes(tmp_path: Path) -> None:
    path = tmp_path / "a.toml"
    path.write_text(HAND_MADE, encoding="utf-8")
    write_toml(path, read_assessment(path))
    once = path.read_bytes()
    write_toml(path, read_assessment(path))
    assert path.read_bytes() == once


NOTES = st.text(
    alphabet=st.characters(exclude_categories=["Cs"]) | st.sampled_from("\n\t\"\\'#"), max_size=80
)


@given(NOTES, NOTES)
def test_notes_of_any_kind_survive_exactly(
    tmp_path_factory: pytest.TempPathFactory, note: str, more: str
) -> None:
    path = tmp_path_factory.mktemp("notes") / "a.toml"
    rubric = in_memory.rubric(in_memory.practice("a.b"))
    answer = Answer(level=0, note=clean_text(note), evidence=(clean_text(more),), unknown=more)  # type: ignore[call-arg]
    write_toml(path, in_memory.assessment(rubric, {"a.b": answer}))
    assert read_assessment(path).answers["a.b"] == answer


def test_none_is_left_out_of_unknown_tables_too() -> None:
    assert b"gone" not in toml_bytes({"a": {"gone": None, "list": [1, None]}, "gone": None})


def test_a_link_to_a_file_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    link = tmp_path / "link.toml"
    link.symlink_to(tmp_path / "real" / "a.toml")
    write_atomic(link, b"x = 1")
    assert link.is_symlink()
    assert (tmp_path / "real" / "a.toml").read_bytes() == b"x = 1"


def names(folder: Path) -> set[str]:
    return {path.name for path in folder.rglob("*")}


@pytest.mark.skipif(os.name == "nt", reason="not run: the bits are POSIX")
def test_a_file_closed_to_others_stays_closed(tmp_path: Path) -> None:
    path = tmp_path / "private.toml"
    path.write_text("x = 1")
    path.chmod(0o600)
    write_toml(path, {"x": 2})
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_a_folder_in_the_place_of_the_file_is_said_and_nothing_is_left_behind(tmp_path: Path) -> None:
    (tmp_path / "plan.toml").mkdir()
    with pytest.raises(UserError, match="there is a folder where the file should be"):
        write_together([(tmp_path / "plan.md", b"new"), (tmp_path / "plan.toml", b"new")])
    assert names(tmp_path) == {"plan.toml"}


def test_a_file_in_the_place_of_the_folder_is_said(tmp_path: Path) -> None:
    (tmp_path / "plans").write_bytes(b"")
    with pytest.raises(UserError, match="there is a file where a folder should be"):
        write_atomic(tmp_path / "plans" / "a" / "plan.toml", b"")
    assert names(tmp_path) == {"plans"}


def test_a_windows_scanner_that_holds_the_file_for_a_moment_is_waited_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from ngo_assist.workspace import atomic

    target, held, pauses = tmp_path / "a.toml", [1, 1], []
    real = Path.replace

    def replace(self: Path, other: Path) -> Path:
        if held:
            held.pop()
            raise PermissionError(13, "held by a scanner")
        return real(self, other)

    monkeypatch.setattr(Path, "replace", replace)
    monkeypatch.setattr(atomic, "ON_WINDOWS", True)
    source = tmp_path / "new"
    source.write_bytes(b"new")
    atomic.put_in_place(source, target, pauses.append)
    assert target.read_bytes() == b"new"
    assert len(pauses) == 2


def test_only_our_own_leftovers_are_swept_away(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    for name in (".a.toml.0123abcd.tmp", "a.toml", ".mine.tmp", "in/.b.toml.ffffffff.tmp"):
        (tmp_path / name).write_bytes(b"")
    sweep(tmp_path)
    assert names(tmp_path) == {"a.toml", ".mine.tmp", "in"}


def test_every_file_of_the_workspace_reads_back_what_was_written(tmp_path: Path) -> None:
    organisation = Organisation(uid="u", name='A "B" [x] #', mission="one\ntwo", languages=("kk",))
    write_toml(tmp_path / "o.toml", organisation)
    assert read_organisation(tmp_path / "o.toml") == organisation


def test_an_empty_assessment_reads_back(tmp_path: Path) -> None:
    rubric = in_memory.rubric(in_memory.practice("a.b"))
    empty: Assessment = in_memory.assessment(rubric, {})
    write_toml(tmp_path / "a.toml", empty)
    assert read_assessment(tmp_path / "a.toml") == empty


def test_dates_stay_dates() -> None:
    document: dict[str, Any] = {"start": date(2026, 12, 1)}
    assert tomllib.loads(toml_bytes(document).decode()) == document
