import ctypes
import os
import struct
import tracemalloc
from importlib.util import find_spec
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ngo_assist.llm import gguf
from ngo_assist.llm.architectures import WRITERS
from ngo_assist.llm.catalogue import ModelFile, check
from ngo_assist.llm.gguf import ModelFileError, memory_needed, read_header
from ngo_assist.messages import UserError

from .make_gguf import LLAMA, header, text

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
        (header({**LLAMA, "general.alignment": 48}) + bytes(128), "damaged"),
        (header(LLAMA, tensors=(("w", (1,) * 5, 0, 0),)) + bytes(128), "damaged"),
        (header(LLAMA, tensors=(("w" * 64, (32,), 0, 0),)) + bytes(128), "damaged"),
        (header(LLAMA, tensors=(("w", (32,), 0, 0), ("w", (32,), 0, 128))) + bytes(256), "damaged"),
        (header(LLAMA, tensors=(("v", (32,), 0, 0), ("w", (32,), 0, 0))) + bytes(256), "damaged"),
        (header(LLAMA, tensors=(("v", (32,), 0, 0), ("w", (32,), 0, 256))) + bytes(512), "damaged"),
        (header(LLAMA, tensors=(("w", (32,), 0, 64),)) + bytes(256), "damaged"),
        (header(LLAMA, tensors=(("w", (32,), 0, (1 << 64) - 32),)) + bytes(256), "damaged"),
        (header(LLAMA, tensors=(("w", (1 << 63, 2), 0, 0),)) + bytes(128), "damaged"),
        (header(LLAMA, tensors=(("w", (1 << 40, 1 << 20), 0, 0),)) + bytes(128), "not complete"),
        (header(LLAMA, tensors=(("w", (0,), 0, 0),)) + bytes(128), "damaged"),
        (header(LLAMA, tensors=(("w", (1 << 63, 0), 0, 0),)) + bytes(128), "damaged"),
        (header(LLAMA, tensors=(("w", (33,), 2, 0),)) + bytes(128), "damaged"),
        (header(LLAMA, tensors=(("w", (32,), 4, 0),)) + bytes(128), "unknown kind"),
        (header(LLAMA, tensors=(("w", (32,), 1 << 31, 0),)) + bytes(128), "unknown kind"),
        (WHOLE[:16] + struct.pack("<Q", len(LLAMA) + 1) + text("") + WHOLE[24:], "damaged"),
        (
            WHOLE[:16]
            + struct.pack("<Q", len(LLAMA) + 1)
            + text("llama.block_count")
            + struct.pack("<Ii", 5, 1)
            + WHOLE[24:],
            "damaged",
        ),
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


def test_a_folder_is_told_as_one(tmp_path):
    with pytest.raises(ModelFileError, match="folder"):
        read_header(tmp_path)


@pytest.mark.skipif(os.name == "nt", reason="not run: Windows has no such files")
def test_what_is_no_file_is_not_waited_for(tmp_path):
    os.mkfifo(tmp_path / "m.gguf")
    for path in (tmp_path / "m.gguf", Path("/dev/zero")):
        with pytest.raises(ModelFileError, match="not a file"):
            read_header(path)


@pytest.mark.parametrize("hidden", ["texts", "long texts", "numbers", "keys"])
def test_a_hostile_header_eats_no_memory(tmp_path, hidden):
    """The file is as large as it claims to be, so nothing but a bound on the header stops the reading."""
    path = tmp_path / "m.gguf"
    start = b"GGUF" + struct.pack("<IQQ", 3, 1, 10_000)
    match hidden:
        case "texts":
            first = text("a") + struct.pack("<IIQ", 9, 8, 10_000_000)
        case "long texts":
            first = text("a") + struct.pack("<IQ", 8, 1 << 24)
        case "numbers":
            first = text("a") + struct.pack("<IIQ", 9, 12, 10_000_000)
        case _:
            first = struct.pack("<Q", 1 << 23)
    path.write_bytes(start + first)
    os.truncate(path, 1 << 32)
    tracemalloc.start()
    with pytest.raises(ModelFileError):
        read_header(path)
    most = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert most < 100 << 20


def test_many_short_texts_are_bounded_over_the_whole_header(tmp_path, monkeypatch):
    monkeypatch.setattr(gguf, "_MOST_TEXTS", 5)
    words = {"a": ["x"] * 3, "b": ["y"] * 3}
    with pytest.raises(ModelFileError, match="damaged"):
        read(tmp_path, header({**LLAMA, **words}) + bytes(128))
    monkeypatch.setattr(gguf, "_MOST_TEXTS", 6)
    assert read(tmp_path, header({**LLAMA, **words}) + bytes(128))


def test_the_bound_on_texts_leaves_room_for_the_largest_vocabularies():
    # 262 thousand words and 515 thousand merges.
    assert 800_000 < gguf._MOST_TEXTS <= 1_000_000


@pytest.mark.parametrize(
    "lacks",
    [
        {"llama.block_count": 0},
        {"llama.embedding_length": 0},
        {"llama.embedding_length": None},
        {"tokenizer.ggml.model": None},
        {"tokenizer.ggml.model": "no_vocab"},
    ],
)
def test_a_model_without_layers_or_vocabulary_is_one_that_cannot_run(tmp_path, lacks):
    metadata = {key: item for key, item in {**LLAMA, **lacks}.items() if item is not None}
    assert not read(tmp_path, header(metadata) + bytes(128)).can_run
    with pytest.raises(UserError) as caught:
        check(ModelFile("m", tmp_path / "m.gguf", "m"))
    assert "no layers or no vocabulary" in str(caught.value.what)
    assert read(tmp_path, WHOLE).can_run


def test_numbers_below_zero_are_not_believed(tmp_path):
    found = read(
        tmp_path, header({**LLAMA, "llama.context_length": -5, "llama.block_count": -1}) + bytes(128)
    )
    assert found.context_length == 0
    assert memory_needed(found, 4096) >= found.size


def test_the_kinds_of_weights_are_those_of_the_engine():
    spec = find_spec("llama_cpp")
    if spec is None:
        pytest.skip("not run: llama-cpp-python is not installed")
    folder = Path(spec.submodule_search_locations[0]) / "lib"
    library = ctypes.CDLL(str(next(each for each in folder.iterdir() if "ggml-base" in each.name)))
    library.ggml_type_size.restype = ctypes.c_size_t
    library.ggml_blck_size.restype = ctypes.c_int64
    for kind in range(43):
        found = library.ggml_blck_size(kind), library.ggml_type_size(kind)
        assert gguf._BLOCKS.get(kind, (0, 0)) == found, kind


@pytest.mark.parametrize("package", ["llama_cpp", "xllamacpp"], ids=["compiled", "wheel"])
def test_the_engines_know_every_kind_of_model_that_is_let_through(package):
    spec = find_spec(package)
    if spec is None:
        pytest.skip(f"not run: {package} is not installed")
    folder = Path(spec.submodule_search_locations[0])
    libraries = [each for each in folder.rglob("*") if each.suffix in (".so", ".pyd", ".dll", ".dylib")]
    content = b"".join(each.read_bytes() for each in libraries)
    assert [name for name in WRITERS if name.encode() + b"\0" not in content] == []


@pytest.mark.skipif(os.name != "posix", reason="not run: there is nobody else to be here")
def test_a_file_that_may_not_be_read_is_told(tmp_path):
    path = tmp_path / "m.gguf"
    path.write_bytes(WHOLE)
    path.chmod(0)
    administrator = os.geteuid() == 0
    try:
        if administrator:
            os.seteuid(65534)  # the administrator may read everything
        with pytest.raises(UserError) as caught:
            check(ModelFile("m", path, "m"))
    finally:
        if administrator:
            os.seteuid(0)
    assert "Permission denied" in str(caught.value.what)
    assert "right to read" in str(caught.value.todo)


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
