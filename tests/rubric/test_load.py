"""Loading: rubrics of all shapes, what comes with the program, and everything wrong told at once."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from ngo_assist.messages import UserError
from ngo_assist.rubric.check import check_rubric, in_order
from ngo_assist.rubric.load import find_rubrics, load_rubric, shipped
from tests.make_rubric import Tables, write_rubric
from tests.rubric.conftest import Check, action, practice


@pytest.mark.parametrize("folder", find_rubrics(), ids=lambda folder: folder.name)
def test_the_rubrics_that_come_with_the_program_have_no_mistakes(folder: Path) -> None:
    assert [finding.in_words() for finding in check_rubric(folder).errors] == []
    assert load_rubric(folder).id == folder.name


def test_socialtech_comes_with_the_program() -> None:
    assert shipped("socialtech") in find_rubrics()
    with pytest.raises(UserError, match=r"no rubric named nothing\n.*socialtech"):
        shipped("nothing")


@pytest.mark.parametrize("levels", range(2, 8))
def test_a_rubric_has_two_to_seven_levels(tmp_path: Path, levels: int) -> None:
    rubric = load_rubric(write_rubric(tmp_path / "r", levels=levels))
    assert rubric.top == levels - 1
    assert rubric.working_from == max(1, levels - 2)


def test_a_rubric_in_other_languages_loads(tmp_path: Path) -> None:
    rubric = load_rubric(write_rubric(tmp_path / "r", levels=7, languages=["fr", "uz"]))
    assert rubric.languages == ("fr", "uz")
    assert rubric.language("kk") == "fr"


def test_texts_have_the_rubrics_first_language_first(tmp_path: Path) -> None:
    def turn(tables: Tables) -> None:
        title = tables["security"]["title"]
        tables["security"]["title"] = dict(reversed(title.items()))
        steps = action(tables)["steps"]
        action(tables)["steps"] = dict(reversed(steps.items()))

    rubric = load_rubric(write_rubric(tmp_path / "r", mutate=turn))
    assert list(rubric.dimensions[0].title.root) == ["en", "ru", "kk"]
    loaded = rubric.actions["security.p0.first"]
    assert loaded.steps.say("fr") == loaded.steps.say("en")


def test_dimensions_come_in_the_order_of_the_header(tmp_path: Path) -> None:
    rubric = load_rubric(write_rubric(tmp_path / "r", dimensions=["zebra", "ant"]))
    assert [dimension.id for dimension in rubric.dimensions] == ["zebra", "ant"]


def test_texts_over_several_lines_are_joined_and_letters_keep_theirs(tmp_path: Path) -> None:
    def spread(tables: Tables) -> None:
        practice(tables)["why"]["en"] = "It may\n  be lost.\n"
        words = {"en": "Dear all,\n\nhelp.\n", "ru": "Помогите.", "kk": "Көмек."}
        ask = {"id": "help", "practice": "security.p0", "title": words, "addressee": words, "text": words}
        tables["security"]["asks"] = [ask]

    rubric = load_rubric(write_rubric(tmp_path / "r", mutate=spread))
    assert rubric.practices["security.p0"].why.say("en") == "It may be lost."
    assert rubric.dimensions[0].asks[0].title.say("en") == "Dear all, help."
    assert rubric.dimensions[0].asks[0].text.say("en") == "Dear all,\n\nhelp."


def test_comments_and_the_order_of_keys_do_not_change_the_hash(tmp_path: Path) -> None:
    before = load_rubric(write_rubric(tmp_path / "one"))

    def turn(tables: Tables) -> None:
        for name, table in tables.items():
            bands = table.pop("cost_bands", None)
            tables[name] = dict(reversed(table.items()))
            if bands:
                tables[name]["cost_bands"] = bands
            for made in tables[name].get("practices", ()):
                made["question"] = dict(reversed(made["question"].items()))

    folder = write_rubric(tmp_path / "two", mutate=turn)
    for path in folder.glob("*.toml"):
        path.write_bytes(b"\xef\xbb\xbf# A comment.\n" + path.read_bytes().replace(b"\n", b"\r\n"))
    after = load_rubric(folder)
    assert after.sha256 == before.sha256


def test_a_changed_word_changes_the_hash(tmp_path: Path) -> None:
    before = load_rubric(write_rubric(tmp_path / "one"))
    after = load_rubric(
        write_rubric(tmp_path / "two", mutate=lambda t: practice(t)["why"].update(en="Because."))
    )
    assert after.sha256 != before.sha256


def test_mistakes_in_many_files_are_all_told_in_one_run(tmp_path: Path) -> None:
    def spoil(tables: Tables) -> None:
        tables["rubric"]["version"] = "new"
        tables["rubric"]["colour"] = "red"
        tables["rubric"]["levels"][1]["name"].pop("kk")
        practice(tables)["weight"] = 0
        practice(tables)["why"]["ru"] = "Because"
        practice(tables, 1)["actions"].pop()
        action(tables)["requires"] = ["people.p9.first"]
        tables["people"]["practices"][0]["id"] = "security.p1"
        tables["people"]["practices"][1]["levels"].pop()
        tables["people"]["practices"][1]["duty"] = "unwritten"

    folder = write_rubric(tmp_path / "r", dimensions=["security", "people", "data", "ai"], mutate=spoil)
    broken = folder / "data.toml"
    broken.write_bytes(broken.read_bytes() + b"\nthis is no TOML\n")
    (folder / "ai.toml").write_bytes(b"\xff\xfe\x00")
    found = {
        (finding.file, re.sub(r' "[^"]*"', "", finding.place)) for finding in check_rubric(folder).errors
    }
    assert found >= {
        ("rubric.toml", "version"),
        ("rubric.toml", "colour"),
        ("rubric.toml", "levels[1].name.kk"),
        ("security.toml", "practices[0].weight"),
        ("security.toml", "practices[0].why.ru"),
        ("security.toml", "practices[0].actions[0].requires[0]"),
        ("security.toml", "practices[1].actions"),
        ("people.toml", "practices[0].id"),
        ("people.toml", "practices[1].levels"),
        ("people.toml", "practices[1].duty"),
        ("data.toml", ""),
        ("ai.toml", ""),
    }


def test_a_broken_header_does_not_hide_what_is_wrong_elsewhere(tmp_path: Path) -> None:
    folder = write_rubric(tmp_path / "r", mutate=lambda tables: practice(tables).update(weight=-1))
    (folder / "rubric.toml").write_text("id = ")
    files = [finding.file for finding in check_rubric(folder).errors]
    assert files == ["rubric.toml", "security.toml"]


def test_an_empty_folder_says_what_is_missing(tmp_path: Path) -> None:
    report = check_rubric(tmp_path)
    assert [f.in_words() for f in report.errors] == [
        "rubric.toml: error: there is no such file. Check the name and the folder."
    ]


def test_loading_names_the_first_mistakes_and_the_command_that_names_all(tmp_path: Path) -> None:
    def spoil(tables: Tables) -> None:
        for made in tables["security"]["practices"] + tables["people"]["practices"]:
            made["weight"] = 0

    with pytest.raises(UserError) as caught:
        load_rubric(write_rubric(tmp_path / "r", mutate=spoil))
    words = str(caught.value)
    assert "mistakes in this rubric: 4" in words
    assert 'practices[0] "security.p0".weight: this value is out of range' in words
    assert f"ngo-assist rubric check {tmp_path / 'r'}" in words
    assert len(words.splitlines()) == 2


def test_loading_a_folder_without_a_rubric_says_so(tmp_path: Path) -> None:
    with pytest.raises(UserError, match=r"there is no rubric here: rubric\.toml is missing"):
        load_rubric(tmp_path / "none")


def test_warnings_do_not_keep_a_rubric_from_loading(tmp_path: Path) -> None:
    folder = write_rubric(tmp_path / "r", mutate=lambda t: practice(t)["question"].update(en="Long " * 40))
    report = check_rubric(folder)
    assert report.ok
    assert report.warnings
    assert load_rubric(folder).id == "made"


def test_errors_come_before_warnings_when_asked_for(check: Check) -> None:
    def spoil(tables: Tables) -> None:
        practice(tables)["question"]["en"] = "Long " * 40
        practice(tables, 1)["weight"] = 0

    assert [finding.severity for finding in in_order(check(spoil))] == ["error", "warning"]


def test_five_hundred_practices_are_checked_without_comparing_each_with_each(tmp_path: Path) -> None:
    folder = write_rubric(
        tmp_path / "r", dimensions=[f"d{n}" for n in range(10)], practices=50, languages=["en"]
    )
    assert check_rubric(folder).ok
    assert len(load_rubric(folder).practices) == 500
