"""The catalogue of known models is whole, and says what it does not know."""

from __future__ import annotations

import re

import pytest

from ngo_assist.llm import checksum
from ngo_assist.llm.catalogue import STARTER, ModelFile
from ngo_assist.llm.client import CONTEXT
from ngo_assist.llm.gguf import memory_needed, read_header
from ngo_assist.llm.known import KnownModel, by_file_name, by_name, by_sha256, known_models
from ngo_assist.llm.places import Places

KNOWN = pytest.mark.parametrize("model", known_models(), ids=lambda model: model.name)
# As they were gathered: a wrong figure here sends somebody the wrong file, or refuses the right one.
FACTS = {
    "qwen3-0.6b": (639_446_688, "9465e63a22add5354d9bb4b99e90117043c7124007664907259bd16d043bb031"),
    "qwen3-1.7b": (None, "061b54daade076b5d3362dac252678d17da8c68f07560be70818cace6590cb1a"),
    "qwen3-4b": (2_497_280_256, "7485fe6f11af29433bc51cab58009521f205840f5b4ae3a32fa7f92e8534fdf5"),
    "qolda": (2_497_280_576, "670a2c7a8b09bdf70c35b2b4d26a0c3bab182b78164a18266161c3cdb7b1c74d"),
    "gemma-4-e2b": (None, "fa401b55b07ee70a54c6dae3903c783a6e65064312529ea57175cb5f8dec6634"),
}


@KNOWN
def test_an_entry_can_be_got_and_checked(model: KnownModel) -> None:
    assert re.fullmatch(r"[a-z][a-z0-9.-]*", model.name)
    assert re.fullmatch(r"[0-9a-f]{64}", model.sha256)
    assert bool(model.repo) != bool(model.package)
    assert model.file.endswith(".gguf")
    assert 50_000_000 < model.size < model.memory
    assert model.languages
    assert set(model.tuned_for) <= set(model.languages) <= {"en", "ru", "kk"}
    assert set(model.tokens_per_word) <= set(model.languages)


@KNOWN
def test_nothing_but_the_starter_was_compared_with_its_source(model: KnownModel) -> None:
    assert model.verified == (model.name == STARTER)


def test_names_checksums_and_files_tell_the_models_apart() -> None:
    for model in known_models():
        assert by_name(model.name.upper()) == model
        assert by_sha256(model.sha256) == model
        assert by_file_name(model.file_name.upper()) == model
    assert by_name("unknown") is by_sha256("") is by_file_name("unknown.gguf") is None


def test_the_facts_are_those_that_were_gathered() -> None:
    for name, (size, sha256) in FACTS.items():
        model = by_name(name)
        assert model is not None
        assert model.sha256 == sha256
        assert size in (None, model.size)


def test_models_that_may_not_be_used_in_paid_work_are_not_in_it() -> None:
    assert not [model for model in known_models() if "kazllm" in model.name or "sherkala" in model.name]


def test_the_starter_is_what_its_entry_says(starter_model: ModelFile, places: Places) -> None:
    model = by_name(STARTER)
    assert model is not None
    assert starter_model.path.stat().st_size == model.size
    assert checksum.sha256(starter_model.path, places.cache) == model.sha256
    assert memory_needed(read_header(starter_model.path), CONTEXT) == pytest.approx(model.memory, rel=0.01)
