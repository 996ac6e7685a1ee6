"""What an examination found is kept for the very file, and used only as long as it still says something."""

from __future__ import annotations

import hashlib
import itertools
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from ngo_assist.application import examination
from ngo_assist.application.examination import (
    Report,
    Sitting,
    forget,
    found,
    keep,
    passed,
    verdicts,
    verdicts_of,
)
from ngo_assist.drafting.examination.examiner import Result
from ngo_assist.drafting.examination.paper import edition
from ngo_assist.llm import checksum
from ngo_assist.llm.catalogue import ModelFile
from ngo_assist.llm.places import Places
from ngo_assist.llm.protocol import ModelFailed, Writer, WriteRequest
from tests.drafting.test_examination import writer
from tests.drafting.writers import INFO, FakeWriter

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)
GOOD = Result("pass", 30, 33, 33, {"fact": (5, 5)}, {"new": 3}, words_per_second=12.5, seconds_for_plan=80.0)
BAD = Result("fail", 1, 12, 33, {"fact": (0, 2)}, {"language": 11}, untrue=1)


@pytest.fixture
def places(tmp_path: Path) -> Places:
    return Places(tmp_path / "share" / "models", tmp_path / "cache", tmp_path / "logs")


def model(path: Path, content: bytes = b"weights") -> ModelFile:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    return ModelFile(path.stem, path, path.stem)


def report(of: ModelFile, **languages: Result) -> Report:
    content = of.path.read_bytes()
    sha256 = hashlib.sha256(content).hexdigest()
    return Report(edition(), of.name, sha256, len(content), "script 1", NOON, 5_000_000, languages)


def test_a_report_comes_back_as_it_was_kept(places: Places, tmp_path: Path) -> None:
    said = report(model(tmp_path / "a.gguf"), en=GOOD, ru=BAD)
    keep(said, places)
    assert found(said.sha256, places) == said
    assert verdicts(said.sha256, places) == {"en": "pass", "ru": "fail"}
    file = next((places.models.parent / "examinations").iterdir())
    assert file.read_text(encoding="utf-8").startswith("# ")


def test_a_language_examined_later_joins_those_before(places: Places, tmp_path: Path) -> None:
    of = model(tmp_path / "a.gguf")
    keep(report(of, en=GOOD, ru=BAD), places)
    keep(report(of, ru=GOOD), places)
    assert verdicts_of(of, places) == {"en": "pass", "ru": "pass"}


def test_another_file_has_not_been_examined(places: Places, tmp_path: Path) -> None:
    keep(report(model(tmp_path / "a.gguf"), en=GOOD), places)
    assert verdicts_of(model(tmp_path / "b.gguf", b"WEIGHTS"), places) == {}
    assert verdicts("f" * 64, places) == {}
    assert verdicts("", places) == {}


def test_the_same_file_in_another_place_has(places: Places, tmp_path: Path) -> None:
    keep(report(model(tmp_path / "stick" / "a.gguf"), en=GOOD), places)
    assert verdicts_of(model(tmp_path / "b.gguf"), places) == {"en": "pass"}


def test_a_file_that_was_changed_has_not(places: Places, tmp_path: Path) -> None:
    of = model(tmp_path / "a.gguf")
    said = report(of, en=GOOD)
    keep(said, places)
    checksum.remember(of.path, places.cache, said.sha256)
    assert verdicts_of(of, places) == {"en": "pass"}
    of.path.write_bytes(b"WEIGHTS")
    assert verdicts_of(of, places) == {}


def test_a_file_is_not_read_through_where_nothing_was_found_of_its_size(
    places: Places, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    keep(report(model(tmp_path / "a.gguf"), en=GOOD), places)
    monkeypatch.setattr(checksum, "sha256", lambda path, cache: pytest.fail("read through"))
    assert verdicts_of(model(tmp_path / "b.gguf", b"another length"), places) == {}


def test_a_result_of_other_tasks_is_not_used(
    places: Places, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    of = model(tmp_path / "a.gguf")
    keep(report(of, en=GOOD), places)
    monkeypatch.setattr(examination, "edition", lambda: "of another version")
    assert verdicts_of(of, places) == {}


@pytest.mark.parametrize(
    "damage", [b"", b"\xff\xfe", b"schema = 3", b"not toml", b"[languages.en]\nright = 'x'"]
)
def test_a_broken_file_stands_in_nobodys_way(places: Places, tmp_path: Path, damage: bytes) -> None:
    of = model(tmp_path / "a.gguf")
    keep(report(of, en=GOOD), places)
    file = next((places.models.parent / "examinations").iterdir())
    file.write_bytes(damage)
    assert verdicts_of(of, places) == {}
    keep(report(of, ru=GOOD), places)
    assert verdicts_of(of, places) == {"ru": "pass"}


def test_a_report_under_another_models_name_is_not_used(places: Places, tmp_path: Path) -> None:
    keep(report(model(tmp_path / "a.gguf"), en=GOOD), places)
    other = model(tmp_path / "b.gguf", b"WEIGHTS")
    folder = places.models.parent / "examinations"
    wanted = hashlib.sha256(b"WEIGHTS").hexdigest()
    next(folder.iterdir()).rename(folder / f"{wanted}.toml")
    assert verdicts_of(other, places) == {}


def test_what_is_removed_is_forgotten(places: Places, tmp_path: Path) -> None:
    of = model(tmp_path / "a.gguf")
    said = report(of, en=GOOD)
    keep(said, places)
    forget(said.sha256, places)
    forget(said.sha256, places)
    assert verdicts_of(of, places) == {}


def test_of_those_that_passed_the_one_with_the_most_right_texts_comes_first(
    places: Places, tmp_path: Path
) -> None:
    better = Result("pass", 33, 33, 33)
    models = [model(tmp_path / f"{name}.gguf", name.encode() * 9) for name in ("abc", "def", "ghi", "jkl")]
    for each, result in zip(models, (GOOD, better, BAD), strict=False):
        keep(report(each, en=result), places)
    assert [each.name for each in passed(models, "en", places)] == ["def", "abc"]
    assert passed(models, "kk", places) == []


def sitting(places: Places, of: ModelFile, made: Writer, *languages: str) -> Sitting:
    async def start(model: ModelFile, on_progress: Callable[[int, int], None]) -> Writer:
        on_progress(1, 1)
        return made

    ticks = itertools.count()
    return Sitting(
        of, languages, start=start, now=lambda: NOON, clock=lambda: float(next(ticks)), places=places
    )


async def test_each_language_is_kept_when_it_is_finished(places: Places, tmp_path: Path) -> None:
    made, heard = writer("en"), []
    going = sitting(places, model(tmp_path / "a.gguf"), made, "en")
    await going.go(lambda language, done, most: heard.append((language, done, most)))
    assert going.report is not None
    assert going.report == found(INFO.sha256, places)
    assert verdicts(INFO.sha256, places) == {"en": "pass"}
    assert heard[0] == ("", 1, 1)
    assert heard[1] == ("en", 0, 33)
    assert heard[-1][1] == going.report.languages["en"].asked
    assert made.closed


async def test_a_model_that_dies_leaves_the_languages_that_are_finished(
    places: Places, tmp_path: Path
) -> None:
    english = writer("en")

    def line(request: WriteRequest) -> str | ModelFailed:
        if "Warm House" in request.prompt.user:
            said = english._line(request)
            assert isinstance(said, str)
            return said
        return ModelFailed("died", "as the script says")

    made = FakeWriter(line)
    going = sitting(places, model(tmp_path / "a.gguf"), made, "en", "ru")
    with pytest.raises(ModelFailed):
        await going.go(lambda language, done, most: None)
    assert verdicts(INFO.sha256, places) == {"en": "pass"}
    assert made.closed


async def test_a_disk_that_refuses_does_not_make_the_result_wrong(places: Places, tmp_path: Path) -> None:
    (tmp_path / "share").write_bytes(b"a file where the folder should be")
    going = sitting(places, model(tmp_path / "a.gguf"), writer("en"), "en")
    await going.go(lambda language, done, most: None)
    assert going.not_kept is not None
    assert going.report is not None
    assert going.report.languages["en"].verdict == "pass"
