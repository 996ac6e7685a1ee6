"""A model is downloaded whole and right, or not at all; what has come is never asked for twice."""

from __future__ import annotations

import hashlib
import socket
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from datetime import date
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest

from ngo_assist.llm import fetch
from ngo_assist.llm.copying import Part, Stopped
from ngo_assist.llm.fetch import hub_address
from ngo_assist.llm.known import KnownModel
from ngo_assist.messages import UserError

from .hub_server import Hub
from .small_model import FILE, REPO, hub_of_its_own

if find_spec("huggingface_hub") is None:
    pytest.skip("not run: huggingface_hub is not installed", allow_module_level=True)

CONTENT = b"GGUF" + bytes(range(256)) * 1000
KNOWN = KnownModel(
    name="small",
    title="Small Q4",
    size=len(CONTENT),
    memory=0,
    sha256=hashlib.sha256(CONTENT).hexdigest(),
    file=FILE,
    as_of=date(2026, 11, 23),
    verified=False,
    repo=REPO,
)


@pytest.fixture
def hub(monkeypatch: pytest.MonkeyPatch) -> Iterator[Hub]:
    with hub_of_its_own(monkeypatch, CONTENT) as running:
        yield running


@pytest.fixture
def target(tmp_path: Path) -> Path:
    return tmp_path / "models" / "small.gguf"


class Noted(list[float]):
    """Notes the pauses, and does something at each."""

    def __init__(self, at_each: Callable[[], None]) -> None:
        super().__init__()
        self._at_each = at_each

    def append(self, seconds: float) -> None:
        super().append(seconds)
        self._at_each()


class Download:
    """One call of `fetch`: what it tells, and how long it would have waited."""

    def __init__(self, hub_url: str, target: Path) -> None:
        self.part = Part(target, KNOWN.sha256, KNOWN.size)
        self.told: list[int] = []
        self.waited: list[float] = []
        self._url = hub_url

    def run(self, stop: Any = lambda: False) -> Download:
        fetch.fetch(
            KNOWN,
            self.part,
            heard=lambda done, whole: self.told.append(done),
            stop=stop,
            pause=self.waited.append,
            environ={"HF_ENDPOINT": self._url},
        )
        return self

    def refused(self) -> UserError:
        with pytest.raises(UserError) as caught:
            self.run()
        return caught.value


def test_a_model_is_downloaded_with_progress(hub: Hub, target: Path) -> None:
    done = Download(hub.address, target).run()
    assert done.part.path.read_bytes() == CONTENT
    assert done.part.sha256 == KNOWN.sha256
    assert done.told == sorted(done.told)
    assert done.told[-1] == len(CONTENT)
    assert done.waited == []


def test_a_connection_that_breaks_off_is_taken_up_where_it_broke(hub: Hub, target: Path) -> None:
    hub.breaks_after = 100_000
    done = Download(hub.address, target).run()
    assert done.part.path.read_bytes() == CONTENT
    assert hub.ranges() == ["bytes=0-", "bytes=100000-", "bytes=200000-"]
    assert done.waited == [1, 1]


def test_what_has_come_is_taken_up_by_the_next_call(hub: Hub, target: Path) -> None:
    hub.breaks_after = 50_000
    first = Download(hub.address, target)
    with pytest.raises(Stopped):
        first.run(stop=lambda: bool(first.waited))
    assert Part(target, KNOWN.sha256, KNOWN.size).kept() == 50_000
    hub.breaks_after = None
    hub.asked.clear()
    again = Download(hub.address, target).run()
    assert again.part.path.read_bytes() == CONTENT
    assert hub.ranges() == ["bytes=50000-"]


def test_what_was_changed_on_the_disk_meanwhile_is_downloaded_anew(hub: Hub, target: Path) -> None:
    hub.breaks_after = 50_000
    first = Download(hub.address, target)
    with pytest.raises(Stopped):
        first.run(stop=lambda: bool(first.waited))
    with first.part.path.open("r+b") as file:
        file.seek(100)
        file.write(b"damage")
    hub.breaks_after = None
    hub.asked.clear()
    again = Download(hub.address, target).run()
    assert again.part.path.read_bytes() == CONTENT
    assert hub.ranges() == ["bytes=0-"]


def test_a_connection_that_brings_nothing_is_given_up_in_the_end_and_what_came_is_kept(
    hub: Hub, target: Path
) -> None:
    hub.breaks_after = 30_000
    hub.after = lambda sent: setattr(hub, "breaks_after", 0) if sent >= 30_000 else None
    done = Download(hub.address, target)
    error = done.refused()
    assert "broke off" in str(error.what)
    assert "goes on where it stopped" in str(error.todo)
    assert done.waited == [1, 1, 2, 4, 8]
    assert Part(target, KNOWN.sha256, KNOWN.size).kept() == 30_000
    assert not target.exists()


def test_a_busy_hub_is_asked_again(hub: Hub, target: Path) -> None:
    hub.statuses["GET"] = [(503, ""), (429, ""), (500, "")]
    done = Download(hub.address, target).run()
    assert done.part.path.read_bytes() == CONTENT
    assert done.waited == [1, 2, 4]


def test_a_connection_on_which_nothing_comes_any_more_is_left(
    hub: Hub, target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fetch, "_TIMEOUT", 0.2)
    left = threading.Event()
    hub.after = lambda sent: (left.wait(), None)[1] if sent == 40_000 and len(hub.ranges()) == 1 else None
    done = Download(hub.address, target)
    done.waited = Noted(left.set)
    done.run()
    assert done.part.path.read_bytes() == CONTENT
    assert hub.ranges() == ["bytes=0-", "bytes=40000-"]


def test_a_hub_that_knows_no_ranges_sends_it_all_again(hub: Hub, target: Path) -> None:
    hub.breaks_after, hub.knows_ranges = 100_000, False
    hub.after = lambda sent: setattr(hub, "breaks_after", None) if sent >= 100_000 else None
    done = Download(hub.address, target).run()
    assert done.part.path.read_bytes() == CONTENT


def test_a_hub_that_goes_on_at_another_place_than_asked_is_not_believed(hub: Hub, target: Path) -> None:
    hub.breaks_after, hub.told_start = 100_000, 7
    done = Download(hub.address, target)
    assert "another part" in str(done.refused().what)
    assert done.part.done == 0
    hub.breaks_after = hub.told_start = None
    assert Download(hub.address, target).run().part.path.read_bytes() == CONTENT


@pytest.mark.parametrize("length", [10, len(CONTENT) + 1])
def test_another_size_than_known_is_refused_before_anything_is_downloaded(
    hub: Hub, target: Path, length: int
) -> None:
    hub.size = length
    error = Download(hub.address, target).refused()
    assert "another file" in str(error.what)
    assert "model add" in str(error.todo)
    assert hub.ranges() == []


def test_another_checksum_than_known_is_refused_before_anything_is_downloaded(hub: Hub, target: Path) -> None:
    hub.etag = "0" * 64
    assert "another file" in str(Download(hub.address, target).refused().what)
    assert hub.ranges() == []


@pytest.mark.parametrize("tells", [True, False], ids=["with its length", "without"])
def test_a_hub_that_sends_more_than_it_said_is_stopped_and_nothing_is_kept(
    hub: Hub, target: Path, tells: bool
) -> None:
    hub.body, hub.tells_length = CONTENT * 20, tells
    done = Download(hub.address, target)
    assert "another file" in str(done.refused().what)
    assert max(done.told, default=0) <= len(CONTENT)
    assert list(target.parent.iterdir()) == []


def test_a_hub_that_sends_less_than_it_said_is_not_believed(hub: Hub, target: Path) -> None:
    hub.body = CONTENT[:1000]
    done = Download(hub.address, target)
    assert "broke off" in str(done.refused().what)
    assert not target.exists()


def test_wrong_bytes_are_seen_by_their_checksum(hub: Hub, target: Path) -> None:
    hub.body = bytes(len(CONTENT))
    done = Download(hub.address, target).run()
    assert done.part.sha256 != KNOWN.sha256


def test_a_redirection_to_another_host_is_followed(hub: Hub, target: Path) -> None:
    with Hub(REPO, FILE, CONTENT) as other:
        hub.redirect_to = other.address.replace("127.0.0.1", "localhost") + "/elsewhere?signed=1"
        other.breaks_after = 150_000
        done = Download(hub.address, target).run()
    assert done.part.path.read_bytes() == CONTENT
    assert other.ranges() == ["bytes=0-", "bytes=150000-"]


def test_a_redirection_in_a_circle_is_an_error(hub: Hub, target: Path) -> None:
    hub.redirect_to = hub.path
    assert Download(hub.address, target).refused().todo


@pytest.mark.parametrize(
    ("status", "code", "said"),
    [
        (404, "EntryNotFound", "does not have this file any more"),
        (404, "RepoNotFound", "does not have this file any more"),
        (401, "RepoNotFound", "without an account"),
        (401, "GatedRepo", "without an account"),
        (403, "GatedRepo", "without an account"),
        (403, "", "without an account"),
        (500, "", "answers 500"),
        (418, "", "answers 418"),
    ],
)
@pytest.mark.parametrize("method", ["HEAD", "GET"])
def test_a_refusal_is_told_in_plain_words(
    hub: Hub, target: Path, method: str, status: int, code: str, said: str
) -> None:
    hub.statuses[method] = [(status, code)] * 9
    error = Download(hub.address, target).refused()
    assert said in str(error.what)
    assert error.where
    assert error.todo
    assert not target.exists()


def test_without_a_connection_another_way_is_named(hub: Hub, target: Path) -> None:
    with socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))
        address = f"http://127.0.0.1:{closed.getsockname()[1]}"
    error = Download(address, target).refused()
    assert "no connection" in str(error.what)
    assert "model add" in str(error.todo)
    assert not target.parent.exists()


def test_a_name_that_nobody_knows_is_no_connection_either(hub: Hub, target: Path) -> None:
    error = Download("http://hub.invalid", target).refused()
    assert "no connection" in str(error.what)


def test_a_page_that_asks_to_sign_in_is_not_taken_for_the_hub(hub: Hub, target: Path) -> None:
    hub.commit, hub.size = "", 700
    error = Download(hub.address, target).refused()
    assert "not a model hub" in str(error.what)
    assert "sign in" in str(error.todo)


def test_downloading_that_was_switched_off_is_told(
    hub: Hub, target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("huggingface_hub.constants.HF_HUB_OFFLINE", True)
    error = Download(hub.address, target).refused()
    assert "HF_HUB_OFFLINE" in str(error.what)
    assert hub.asked == []


@pytest.mark.parametrize("address", ["hub", "ftp://hub", "http://", "http://[", "http://a:b", "file:///etc"])
def test_an_address_that_is_none_is_told(address: str) -> None:
    with pytest.raises(UserError) as caught:
        hub_address({"HF_ENDPOINT": address})
    assert "HF_ENDPOINT" in str(caught.value.what)


def test_the_usual_hub_is_taken_where_none_is_named() -> None:
    assert hub_address({}) == hub_address({"HF_ENDPOINT": " "}) == "https://huggingface.co"


def test_it_can_be_stopped_in_the_middle(hub: Hub, target: Path) -> None:
    done = Download(hub.address, target)
    with pytest.raises(Stopped):
        done.run(stop=lambda: bool(done.told))
    assert not target.exists()
    assert Part(target, KNOWN.sha256, KNOWN.size).kept() == done.told[-1]


def test_nothing_but_the_file_is_asked_for_and_nothing_about_this_computer_is_told(
    hub: Hub, tmp_path: Path
) -> None:
    code = """
import sys
from pathlib import Path
from ngo_assist.llm import fetch
from ngo_assist.llm.copying import Part
from tests.llm.test_fetch import KNOWN
part = Part(Path(sys.argv[1]) / "small.gguf", KNOWN.sha256, KNOWN.size)
fetch.fetch(KNOWN, part, heard=print, stop=lambda: False, pause=print, environ={"HF_ENDPOINT": sys.argv[2]})
"""
    done = subprocess.run(
        [sys.executable, "-c", code, str(tmp_path), hub.address],
        env={"HF_ENDPOINT": hub.address, "HOME": str(tmp_path), "PYTHONPATH": ":".join(sys.path)},
        cwd=Path(__file__).parent.parent.parent,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert [(method, path) for method, path, _ in hub.asked] == [("HEAD", hub.path), ("GET", hub.path)]


def test_a_missing_library_is_told_with_the_way_to_install_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "huggingface_hub", None)
    with pytest.raises(UserError) as caught:
        fetch.require_library()
    assert "pip install" in str(caught.value.todo)
