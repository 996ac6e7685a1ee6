"""Models' files are found where people put them."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from ngo_assist.application.places import Place, inside, models_in
from ngo_assist.assessment.model import Profile
from ngo_assist.workspace.store import Workspace


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    folder = tmp_path / "stick"
    folder.mkdir()
    (folder / "photos").mkdir()
    (folder / "new.GGUF").write_bytes(b"12345")
    (folder / "old.gguf").write_bytes(b"1")
    (folder / "umit.zip").write_bytes(b"PK")
    (folder / ".hidden.gguf").write_bytes(b"1")
    os.utime(folder / "old.gguf", (1000, 1000))
    Workspace(folder).create(Profile(name="Komek")).close()
    return folder


def test_models_that_lie_openly_are_found_the_newest_first_with_their_sizes(stick: Path) -> None:
    found = models_in([Place("stick", stick), Place("desktop", stick)])
    assert [(each.path.name, each.size) for each in found] == [("new.GGUF", 5), ("old.gguf", 1)]


def test_a_folder_shows_folders_and_models_and_nothing_else(stick: Path) -> None:
    assert [(each.path.name, each.kind) for each in inside(stick, "model")] == [
        ("komek", "organisation"),
        ("photos", "folder"),
        ("new.GGUF", "model"),
        ("old.gguf", "model"),
    ]


def test_a_place_that_is_gone_holds_nothing(tmp_path: Path) -> None:
    assert models_in([Place("stick", tmp_path / "gone")]) == []
