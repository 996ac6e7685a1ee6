import os

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ngo_assist.llm.gguf import ModelFileError, memory_needed, read_header

from .make_gguf import LLAMA, header

WHOLE = header(LLAMA) + b"\0" * 128


def read(tmp_path, content, **more):
    path = tmp_path / "m.gguf"
    path.write_bytes(content)
    return read_header(path, **more)


def test_a_whole_file_says_what_it_is(tmp_path):
    found = read(tmp_path, WHOLE)
    assert (found.architecture, found.context_length, found.size) == ("llama", 64, len(WHOLE))


def test_every_truncation_is_found(tmp_path):
    path = tmp_path / "m.gguf"
    for length in range(len(WHOLE)):
        path.write_bytes(WHOLE[:length])
        with pytest.raises(ModelFileError):
            read_header(path)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "empty"),
        ("Тексеру".encode() * 100, "not a model"),
        (b"PK\x03\x04" + bytes(100), "not a model"),
        (b"GGUF" + bytes(100), "unknown version"),
        (WHOLE[:-1], "not complete"),
        (header(LLAMA, tensors=()), "no language model"),
        (header({"llama.block_count": 1}) + bytes(128), "no language model"),
        (header({**LLAMA, "general.type": "adapter"}) + bytes(128), "no language model"),
        (header({**LLAMA, "split.count": 3}) + bytes(128), "one part"),
        (header({**LLAMA, "general.alignment": 0}) + bytes(128), "damaged"),
        (header(LLAMA, tensors=(("w", (1,) * 9, 0, 0),)) + bytes(128), "damaged"),
        (WHOLE[:8] + b"\xff" * 8 + WHOLE[16:], "damaged"),
        (WHOLE[:16] + b"\xff" * 8 + WHOLE[24:], "damaged"),
        (WHOLE[:24] + b"\xff" * 8 + WHOLE[32:], "damaged"),
    ],
)
def test_what_is_no_model_is_refused_in_a_sentence(tmp_path, content, said):
    with pytest.raises(ModelFileError) as caught:
        read(tmp_path, content)
    assert said in str(caught.value)


@given(st.binary(max_size=300), st.integers(0, len(WHOLE)))
def test_no_damage_raises_anything_else(tmp_path_factory, damage, place):
    path = tmp_path_factory.mktemp("gguf") / "m.gguf"
    path.write_bytes(WHOLE[:place] + damage + WHOLE[place + len(damage) :])
    try:
        assert memory_needed(read_header(path), 64) > 0
    except ModelFileError as error:
        assert str(error)


def test_quantised_weights_are_counted_in_blocks(tmp_path):
    q4_1 = header(LLAMA, tensors=(("w", (64, 2), 3, 0),))
    assert read(tmp_path, q4_1 + bytes(80)).size == len(q4_1) + 80
    with pytest.raises(ModelFileError):
        read(tmp_path, q4_1 + bytes(79))


def test_control_tokens_are_read_when_asked_for(tmp_path):
    vocabulary = {
        "tokenizer.ggml.tokens": ["a", "<|im_end|>", "\n\n"],
        "tokenizer.ggml.token_type": [1, 3, 4],
    }
    content = header({**LLAMA, **vocabulary}) + bytes(128)
    assert read(tmp_path, content).control_tokens == ()
    assert read(tmp_path, content, control_tokens=True).control_tokens == ("<|im_end|>",)


def test_memory_grows_with_the_context_and_with_the_file(tmp_path):
    sizes = {
        "llama.embedding_length": 64,
        "llama.attention.head_count": 4,
        "llama.attention.head_count_kv": 2,
    }
    content = header({**LLAMA, **sizes}) + bytes(128)
    found = read(tmp_path, content)
    # Two heads of 16 numbers, keys and values, two bytes each, in one layer.
    assert memory_needed(found, 1000) - memory_needed(found, 0) == 1000 * 2 * (16 + 16) * 2
    path = tmp_path / "m.gguf"
    os.truncate(path, 1 << 40)
    assert memory_needed(read_header(path), 0) >= 1 << 40
