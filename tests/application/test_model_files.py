"""Models come from a stick or a hub, and go again; both front ends use the same steps."""

from __future__ import annotations

import asyncio
import hashlib
import os
import threading
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

import pytest

from ngo_assist.application import model_files
from ngo_assist.application.examination import Report, found, keep
from ngo_assist.application.model_files import ModelFiles
from ngo_assist.application.model_rows import ModelRow, as_json, model_table
from ngo_assist.drafting.examination.paper import edition
from ngo_assist.llm import catalogue, checksum, machine
from ngo_assist.llm.copying import Stopped
from ngo_assist.llm.places import Places
from ngo_assist.messages import UserError
from tests.llm.hub_server import Hub
from tests.llm.make_gguf import LLAMA, header
from tests.llm.small_model import CONTENT, ENTRY, SHA256, catalogue_with, hub_of_its_own


@pytest.fixture(autouse=True)
def small_is_known(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    with catalogue_with(ENTRY, monkeypatch):
        yield


@pytest.fixture
def places(tmp_path: Path) -> Places:
    return Places(tmp_path / "data" / "models", tmp_path / "cache", tmp_path / "logs")


@pytest.fixture
def files(places: Places) -> ModelFiles:
    return ModelFiles(places, os.environ, pause=lambda seconds: None)


@pytest.fixture
def hub(monkeypatch: pytest.MonkeyPatch) -> Iterator[Hub]:
    if find_spec("huggingface_hub") is None:
        pytest.skip("not run: huggingface_hub is not installed")
    with hub_of_its_own(monkeypatch) as running:
        yield running


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    folder = tmp_path / "usb"
    folder.mkdir()
    return folder


def put(stick: Path, name: str, content: bytes = CONTENT) -> Path:
    path = stick / name
    path.write_bytes(content)
    return path


def deaf(done: int, whole: int) -> None:
    pass


def what(files: ModelFiles, source: Path) -> str:
    """Why a file is not taken, before or after it was copied."""
    with pytest.raises(UserError) as caught:
        files.bring(files.coming_from(source), deaf)
    assert caught.value.where
    assert caught.value.todo
    return str(caught.value.what)


def row(places: Places, name: str) -> ModelRow:
    return next(each for each in model_table(places).rows if each.name == name)


# from a stick


def test_a_file_from_a_stick_is_known_by_its_checksum(files: ModelFiles, places: Places, stick: Path) -> None:
    here = files.bring(files.coming_from(put(stick, "from-a-friend.gguf")), deaf)
    assert here.model.path == places.models / "from-a-friend.gguf"
    assert here.model.path.read_bytes() == CONTENT
    assert here.sha256 == SHA256
    assert here.checked
    assert here.known is not None
    assert here.known.name == "small"
    assert checksum.known(here.model.path, places.cache) == SHA256
    assert catalogue.resolve("from-a-friend", places).title == "Small Q4"


def test_a_file_nobody_knows_is_taken_and_not_called_checked(files: ModelFiles, stick: Path) -> None:
    here = files.bring(files.coming_from(put(stick, "own.gguf", header(LLAMA) + bytes(128))), deaf)
    assert (here.known, here.checked, here.claims) == (None, False, None)


def test_a_file_with_the_name_of_a_known_one_that_is_another_is_told(files: ModelFiles, stick: Path) -> None:
    here = files.bring(files.coming_from(put(stick, "Small-Q4.gguf", CONTENT[:-1] + b"x")), deaf)
    assert here.known is None
    assert here.claims is not None
    assert here.claims.name == "small"


def test_another_file_cannot_take_the_name_of_a_known_model(
    files: ModelFiles, places: Places, stick: Path
) -> None:
    assert "not the model" in what(files, put(stick, "small.gguf", header(LLAMA) + bytes(128)))
    assert "not the model" in what(files, put(stick, "Small.gguf", CONTENT[:-1] + b"x"))
    assert [each for each in places.models.iterdir() if each.name != ".lock"] == []
    assert files.bring(files.coming_from(put(stick, "small.gguf")), deaf).known


@pytest.mark.parametrize(
    "written",
    [
        "{sum}",
        "{sum}  m.gguf\n",
        "{SUM} *m.gguf\r\n",
        "# of today\n{other}  other.gguf\n{sum}  models/m.gguf",
        "SHA256 (m.gguf) = {sum}",
        "\ufeff{sum}  m.gguf",
    ],
)
@pytest.mark.parametrize("beside", ["m.gguf.sha256", "m.sha256"])
def test_a_checksum_beside_the_file_is_compared(
    files: ModelFiles, stick: Path, beside: str, written: str
) -> None:
    content = header(LLAMA) + bytes(200)
    right, other = hashlib.sha256(content).hexdigest(), "0" * 64
    (stick / beside).write_text(written.format(sum=right, SUM=right.upper(), other=other), encoding="utf-8")
    assert files.bring(files.coming_from(put(stick, "m.gguf", content)), deaf).checked


@pytest.mark.parametrize(
    "written", ["", "none", "0" * 63, "{}  other.gguf".format("0" * 64), "SHA256 (other.gguf) = " + "0" * 64]
)
def test_a_checksum_that_cannot_be_read_is_told(files: ModelFiles, stick: Path, written: str) -> None:
    (stick / "m.gguf.sha256").write_text(written)
    assert "should hold the model's checksum" in what(files, put(stick, "m.gguf"))


def test_a_damaged_copy_is_found_by_the_checksum_beside_it_and_not_kept(
    files: ModelFiles, places: Places, stick: Path
) -> None:
    (stick / "m.gguf.sha256").write_text(SHA256)
    assert "damaged" in what(files, put(stick, "m.gguf", CONTENT[:-1] + b"x"))
    assert [each for each in places.models.iterdir() if each.name != ".lock"] == []


def test_a_copy_that_was_stopped_goes_on(files: ModelFiles, places: Places, stick: Path) -> None:
    source, told = put(stick, "m.gguf"), [0]
    with pytest.raises(Stopped):
        files.bring(files.coming_from(source), lambda done, _: told.append(done), lambda: told[-1] > 1 << 20)
    coming = files.coming_from(source)
    assert coming.kept == told[-1]
    assert not coming.target.exists()
    assert model_table(places).unfinished == (("m", told[-1]),)
    assert files.bring(coming, deaf).model.path.read_bytes() == CONTENT
    assert model_table(places).unfinished == ()


def test_what_is_here_already_counts_towards_the_room_that_is_needed(
    files: ModelFiles, stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    source, told = put(stick, "m.gguf"), [0]
    with pytest.raises(Stopped):
        files.bring(files.coming_from(source), lambda done, _: told.append(done), lambda: told[-1] > 1 << 20)
    monkeypatch.setattr(model_files, "disk_room", lambda folder: len(CONTENT) - told[-1] - 1)
    assert "no place left" in what(files, source)
    monkeypatch.setattr(model_files, "disk_room", lambda folder: len(CONTENT) - told[-1])
    assert files.bring(files.coming_from(source), deaf)


@pytest.mark.parametrize(
    "name",
    ["auto.gguf", "NONE.gguf", "starter.gguf", "server.gguf", "server:a.gguf", "Server:b.gguf", "-x.gguf"],
)
def test_a_model_cannot_take_a_name_that_means_something_else(
    files: ModelFiles, stick: Path, name: str
) -> None:
    assert "cannot be called" in what(files, put(stick, name))


@pytest.mark.skipif(os.name == "nt", reason="not run: Windows counts the whole path")
def test_a_name_too_long_for_the_part_beside_it_is_told(files: ModelFiles, stick: Path) -> None:
    assert "longer than the disk allows" in what(files, put(stick, "x" * 249 + ".gguf"))


@pytest.mark.skipif(os.name == "nt", reason="not run: Windows counts the whole path")
@pytest.mark.parametrize("is_there", [False, True])
def test_a_name_too_long_for_the_note_on_a_part_is_told_before_anything_is_copied(
    files: ModelFiles, places: Places, stick: Path, is_there: bool
) -> None:
    source = put(stick, "x" * 241 + ".gguf")
    if is_there:
        places.models.mkdir(parents=True)
    with pytest.raises(UserError) as caught:
        files.coming_from(source)
    assert "longer than the disk allows" in str(caught.value.what)
    assert places.models.exists() == is_there
    # Of the files on the way to "NAME.gguf" the longest is ".NAME.gguf.part.json".
    assert files.bring(files.coming_from(put(stick, "x" * 239 + ".gguf")), deaf)


def test_a_file_that_lies_among_the_models_already_is_not_to_be_removed_for_itself(
    files: ModelFiles, places: Places, stick: Path
) -> None:
    here = files.bring(files.coming_from(put(stick, "m.gguf")), deaf)
    (stick / "models").symlink_to(places.models)
    for source in (here.model.path, stick / "models" / "m.gguf"):
        with pytest.raises(UserError) as caught:
            files.coming_from(source)
        assert "already here" in str(caught.value.what)
        assert "remove" not in str(caught.value.todo).lower()


@pytest.mark.skipif(os.name == "nt", reason="not run: Windows has no such files")
@pytest.mark.parametrize("beside", ["m.gguf.sha256", "m.sha256"])
def test_a_pipe_in_place_of_a_checksum_is_not_waited_for(files: ModelFiles, stick: Path, beside: str) -> None:
    os.mkfifo(stick / beside)
    assert "should hold the model's checksum" in what(files, put(stick, "m.gguf"))


def test_a_name_that_is_taken_is_told_also_when_a_dead_link_has_it(
    files: ModelFiles, places: Places, stick: Path
) -> None:
    places.models.mkdir(parents=True)
    (places.models / "m.gguf").symlink_to(stick / "gone")
    assert "already here" in what(files, put(stick, "m.gguf"))


def test_a_file_within_the_models_folder_is_here_already(files: ModelFiles, places: Places) -> None:
    places.models.mkdir(parents=True)
    assert "already here" in what(files, put(places.models, "m.gguf"))


# from a hub


def test_a_known_model_is_downloaded_and_here(files: ModelFiles, places: Places, hub: Hub) -> None:
    coming = files.coming_by_name("Small")
    assert coming.source == f"{hub.address}/someone/Small-GGUF"
    assert (coming.size, coming.kept, coming.target) == (len(CONTENT), 0, places.models / "small.gguf")
    assert hub.asked == []
    here = files.bring(coming, deaf)
    assert here.model.path.read_bytes() == CONTENT
    assert files.is_here("small") == here.model
    assert row(places, "small").known is not None
    assert [each.name for each in model_table(places).rows].count("small") == 1


def test_a_known_model_that_is_here_under_another_name_is_recognised(
    files: ModelFiles, places: Places
) -> None:
    places.models.mkdir(parents=True)
    put(places.models, "by-hand.gguf")
    found_here = files.is_here("small")
    assert found_here is not None
    assert found_here.name == "by-hand"
    assert files.is_here("qolda") is None


def test_wrong_bytes_are_never_kept(files: ModelFiles, places: Places, hub: Hub) -> None:
    hub.body = bytes(len(CONTENT))
    with pytest.raises(UserError) as caught:
        files.bring(files.coming_by_name("small"), deaf)
    assert "checksum" in str(caught.value.what)
    assert [each for each in places.models.iterdir() if each.name != ".lock"] == []
    hub.body = None
    assert files.bring(files.coming_by_name("small"), deaf).checked


def test_a_download_that_was_stopped_shows_in_the_table_and_goes_on(
    files: ModelFiles, places: Places, hub: Hub
) -> None:
    stop = threading.Event()
    hub.after = lambda sent: stop.set() if sent >= 600_000 else None
    with pytest.raises(Stopped):
        files.bring(files.coming_by_name("small"), deaf, stop.is_set)
    kept = files.coming_by_name("small").kept
    assert kept
    assert row(places, "small").kept == kept
    assert row(places, "small").model is None
    hub.after = lambda sent: None
    files.bring(files.coming_by_name("small"), deaf)
    assert hub.ranges()[-1] == f"bytes={kept}-"


async def test_a_screen_can_download_in_a_thread_and_stop_it(files: ModelFiles, hub: Hub) -> None:
    held, stop = threading.Event(), threading.Event()
    hub.after = lambda sent: (held.wait(), None)[1] if sent >= 600_000 else None
    heard = asyncio.Event()
    loop = asyncio.get_running_loop()
    task = asyncio.create_task(
        asyncio.to_thread(
            files.bring,
            files.coming_by_name("small"),
            lambda done, whole: loop.call_soon_threadsafe(heard.set),
            stop.is_set,
        )
    )
    await heard.wait()
    stop.set()
    held.set()
    with pytest.raises(Stopped):
        await task


def test_a_name_that_the_catalogue_lacks_is_told_with_those_it_has(files: ModelFiles) -> None:
    with pytest.raises(UserError) as caught:
        files.coming_by_name("kazllm")
    assert "qolda" in str(caught.value.todo)


# going


def test_a_removed_model_takes_its_parts_and_its_examination_with_it(
    files: ModelFiles, places: Places, stick: Path
) -> None:
    here = files.bring(files.coming_from(put(stick, "m.gguf")), deaf)
    (places.models / ".m.gguf.part").write_bytes(b"of another time")
    examined(here.sha256, places)
    leaving = files.leaving("m")
    assert leaving.size == len(CONTENT) + len(b"of another time")
    files.remove(leaving)
    assert [each for each in places.models.iterdir() if each.name != ".lock"] == []
    assert found(here.sha256, places) is None


def test_an_examination_stays_while_the_same_file_is_here_under_another_name(
    files: ModelFiles, places: Places, stick: Path
) -> None:
    first = files.bring(files.coming_from(put(stick, "one.gguf")), deaf)
    files.bring(files.coming_from(put(stick, "two.gguf")), deaf)
    examined(first.sha256, places)
    files.remove(files.leaving("one"))
    assert found(first.sha256, places) is not None
    files.remove(files.leaving("two"))
    assert found(first.sha256, places) is None


def test_what_was_never_finished_can_be_removed(files: ModelFiles, places: Places) -> None:
    places.models.mkdir(parents=True)
    (places.models / ".m.gguf.part").write_bytes(b"GGUF")
    files.remove(files.leaving("m"))
    assert model_table(places).unfinished == ()


@pytest.mark.parametrize("name", ["no", "", "../usb/m", "x" * 300])
def test_nothing_but_a_model_of_the_folder_can_be_removed(files: ModelFiles, stick: Path, name: str) -> None:
    outside = put(stick, "m.gguf")
    with pytest.raises(UserError) as caught:
        files.leaving(name)
    assert "no model is called" in str(caught.value.what)
    assert outside.exists()


def examined(sha256: str, places: Places) -> None:
    import datetime as dt

    day = dt.datetime(2026, 11, 23, tzinfo=dt.UTC)
    keep(Report(edition(), "m", sha256, len(CONTENT), "xllamacpp 1", day), places)
    assert found(sha256, places) is not None


# the table


def test_the_table_says_what_fits_now(places: Places, monkeypatch: pytest.MonkeyPatch) -> None:
    from ngo_assist.application import model_rows

    monkeypatch.setattr(model_rows, "memory_available", lambda: 2_000_000_000)
    monkeypatch.setattr(model_rows, "disk_room", lambda folder: 1_000_000_000)
    small, large = row(places, "qwen3-0.6b"), row(places, "qwen3-4b")
    assert (small.fits_memory, small.fits_disk) == (True, True)
    assert (large.fits_memory, large.fits_disk) == (False, False)
    monkeypatch.setattr(model_rows, "memory_available", lambda: None)
    monkeypatch.setattr(model_rows, "disk_room", lambda folder: None)
    unknown = row(places, "qwen3-4b")
    assert (unknown.fits_memory, unknown.fits_disk) == (None, None)


def test_a_broken_file_in_the_folder_stands_in_nobodys_way(places: Places) -> None:
    places.models.mkdir(parents=True)
    put(places.models, "cut.gguf", CONTENT[:-1])
    put(places.models, "good.gguf")
    table = model_table(places)
    assert row(places, "cut").problem is not None
    assert row(places, "good").problem is None
    broken = next(each for each in as_json(table)["models"] if each["name"] == "cut")
    assert "not complete" in broken["problem"]


def test_a_licence_that_only_the_file_claims_is_marked_as_such(places: Places) -> None:
    places.models.mkdir(parents=True)
    put(places.models, "own.gguf", header({**LLAMA, "general.license": "mit\x1b[2J" * 50}) + bytes(128))
    assert row(places, "own").licence.startswith("mit")
    assert "\x1b" not in row(places, "own").licence
    assert row(places, "own").claimed_licence
    assert not row(places, "qwen3-4b").claimed_licence
    assert row(places, "qolda").licence == ""


def test_room_is_looked_for_where_the_folder_will_be(tmp_path: Path) -> None:
    assert machine.disk_room(tmp_path / "not" / "yet") == pytest.approx(machine.disk_room(tmp_path), rel=0.2)
