"""Whether an engine runs on this processor is found out in a process of its own, once for each version."""

import json
import os
import subprocess
import sys

import pytest

from ngo_assist.llm import wire
from ngo_assist.llm.crash import cause_of_death
from ngo_assist.llm.engines import base, pick, probe
from ngo_assist.llm.engines.tiny_model import write_tiny_model
from ngo_assist.llm.gguf import read_header
from ngo_assist.llm.log import RotatingLog
from ngo_assist.llm.pipe import Pipe
from ngo_assist.llm.protocol import ModelFailed

from .conftest import written

posix = pytest.mark.skipif(sys.platform == "win32", reason="not run: the faults need POSIX signals")


def child(code):
    return (sys.executable, "-c", f"import os, signal, sys\n{code}")


def killed_by(name):
    return child(f"os.kill(os.getpid(), signal.{name})")


def test_an_engine_that_is_installed_writes_a_word(file_engine):
    assert probe.try_out(file_engine) is None


def test_an_engine_that_is_not_there_says_so():
    found = probe.try_out("abacus")
    assert found is not None
    assert found.kind == "start"
    assert "abacus" in found.detail


@posix
@pytest.mark.parametrize(
    ("command", "kind", "detail"),
    [
        (killed_by("SIGILL"), "processor", "SIGILL"),
        (killed_by("SIGSEGV"), "died", "SIGSEGV"),
        (killed_by("SIGABRT"), "died", "SIGABRT"),
        (child("sys.exit(7)"), "died", "7"),
        (child("print('a library is missing', file=sys.stderr); sys.exit(3)"), "start", "is missing"),
        (("/no/such/program",), "start", "No such file"),
    ],
)
def test_what_became_of_the_trial_is_told(command, kind, detail):
    found = probe.try_out("abacus", command)
    assert found is not None
    assert found.kind == kind
    assert detail in found.detail
    assert "abacus" in found.detail


@posix
def test_a_trial_that_hangs_is_ended():
    found = probe.try_out("abacus", child("signal.pause()"), 0.2)
    assert found is not None
    assert found.kind == "hung"


@pytest.mark.parametrize(
    ("status", "kind", "detail"),
    [
        (-4, "processor", "SIGILL"),
        (0xC000001D, "processor", "illegal instruction"),
        (0xC000001D - (1 << 32), "processor", "illegal instruction"),
        (0xC0000005, "died", "access violation"),
        (0xC0000017, "memory", "no memory"),
        (-9, "died", "SIGKILL"),
        (1, "died", "exit status 1"),
        (-999, "died", "-999"),
        (None, "died", "closed its output"),
    ],
)
def test_an_exit_status_is_explained_on_every_system(status, kind, detail):
    failed = cause_of_death(status)
    assert failed.kind == kind
    assert detail in failed.detail
    assert failed.lost


@pytest.fixture
def tried(monkeypatch):
    """The engines that were tried, in order; what the trial finds is set in `finds`."""

    class Tried(list):
        finds = None

    found = Tried()
    monkeypatch.setattr(probe, "try_out", lambda engine: found.append(engine) or found.finds)
    return found


def test_an_engine_that_runs_is_tried_once(tried, tmp_path):
    assert probe.trouble("xllamacpp", tmp_path / "cache") is None
    assert probe.trouble("xllamacpp", tmp_path / "cache") is None
    assert tried == ["xllamacpp"]


def test_a_processor_that_is_too_old_stays_so(tried, tmp_path):
    tried.finds = base.EngineError("processor", "xllamacpp: signal SIGILL")
    for _ in range(2):
        found = probe.trouble("xllamacpp", tmp_path)
        assert (found.kind, found.detail) == ("processor", "xllamacpp: signal SIGILL")
    assert tried == ["xllamacpp"]


def test_another_version_or_another_processor_is_tried_anew(tried, tmp_path, monkeypatch):
    probe.trouble("xllamacpp", tmp_path)
    monkeypatch.setattr(probe.importlib.metadata, "version", lambda name: "1999")
    probe.trouble("xllamacpp", tmp_path)
    monkeypatch.setattr(probe, "_processor", lambda: "another")
    probe.trouble("xllamacpp", tmp_path)
    assert len(tried) == 3


def test_what_may_pass_is_not_kept(tried, tmp_path):
    for kind in ("hung", "start", "died", "memory"):
        tried.finds = base.EngineError(kind, "busy")
        assert probe.trouble("xllamacpp", tmp_path).kind == kind
    assert len(tried) == 4


@pytest.mark.parametrize("content", ["", "[]", "{", '{"x": 1}', "\0"])
def test_a_broken_cache_is_as_none(tried, tmp_path, content):
    (tmp_path / "engines.json").write_text(content)
    assert probe.trouble("xllamacpp", tmp_path) is None
    assert tried == ["xllamacpp"]
    assert json.loads((tmp_path / "engines.json").read_text())


def test_a_cache_that_cannot_be_written_is_no_error(tried, tmp_path):
    (tmp_path / "file").write_text("")
    assert probe.trouble("xllamacpp", tmp_path / "file" / "cache") is None


def test_the_next_engine_is_taken_where_the_preferred_one_does_not_run(monkeypatch, tmp_path, file_engine):
    """Whatever is preferred, what runs is taken."""
    monkeypatch.setattr("ngo_assist.llm.engines.available", lambda: ["abacus", file_engine])
    old = base.EngineError("processor", "abacus: signal SIGILL")
    monkeypatch.setattr(probe, "try_out", lambda engine: old if engine == "abacus" else None)
    assert pick("", str(tmp_path)).name.startswith(file_engine)


def test_a_processor_that_runs_no_engine_is_named_as_the_reason(monkeypatch, tmp_path, tried):
    monkeypatch.setattr("ngo_assist.llm.engines.available", lambda: ["xllamacpp", "llama-cpp-python"])
    tried.finds = base.EngineError("processor", "signal SIGILL")
    with pytest.raises(base.EngineError) as caught:
        pick("", str(tmp_path))
    assert caught.value.kind == "processor"
    assert tried == ["xllamacpp", "llama-cpp-python"]


@posix
async def test_the_worker_says_that_the_processor_is_too_old(places, tmp_path):
    """The trial's child dies as on an old processor; the worker lives and says so."""
    package = tmp_path / "site" / "xllamacpp"
    package.mkdir(parents=True)
    (package / "__init__.py").write_text("import os, signal; os.kill(os.getpid(), signal.SIGILL)\n")
    path = tmp_path / "tiny.gguf"
    write_tiny_model(path)
    code = (
        f"import os, sys; sys.path.insert(0, {str(package.parent)!r});"
        f"os.environ['PYTHONPATH'] = {str(package.parent)!r};"
        "from ngo_assist.llm import worker; worker.main()"
    )
    opened = await Pipe.open((sys.executable, "-c", code), RotatingLog(places.logs / "worker.log"), 5)
    try:
        await opened.send(wire.Load(str(path), 64, engine="xllamacpp", cache=str(places.cache)))
        while not isinstance(answer := await opened.receive(), wire.Failed):
            pass
        assert answer.kind == "processor"
        assert opened.exit_status is None
    finally:
        await opened.end()
    assert "SIGILL" in (places.cache / "engines.json").read_text()


@posix
async def test_a_worker_that_meets_the_instruction_later_says_the_same(fake):
    model = await fake("illegal instruction")
    with pytest.raises(ModelFailed) as caught:
        await written(model)
    assert (caught.value.kind, caught.value.lost) == ("processor", True)


def test_the_tiny_model_is_a_model_and_small(tmp_path):
    path = tmp_path / "tiny.gguf"
    write_tiny_model(path)
    header = read_header(path)
    assert header.context_length == 512
    assert path.stat().st_size < 1 << 20


@posix
def test_a_crash_leaves_no_core_file():
    """It would hold what people wrote, and be as large as the model."""
    code = (
        "import resource\nfrom ngo_assist.llm.crash import crash_quietly\ncrash_quietly()\n"
        "print(resource.getrlimit(resource.RLIMIT_CORE)[0])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, env=os.environ)
    assert done.stdout == "0\n"
