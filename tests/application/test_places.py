"""Where people find what was sent to them, and what they type, paste or drop."""

from __future__ import annotations

import os
import zipfile
from pathlib import Path

import pytest

from ngo_assist.application.places import Place, copies_go_to, found_in, inside, path_meant, usual_places
from ngo_assist.assessment.model import Profile
from ngo_assist.messages import UserError
from ngo_assist.workspace.store import Workspace


def zip_of(path: Path, *names: str) -> None:
    with zipfile.ZipFile(path, "w") as archive:
        for name in names:
            archive.writestr(name, b"")


@pytest.fixture
def downloads(tmp_path: Path) -> Path:
    """Of three zips and two folders one each is ours, the folder the newer one."""
    folder = tmp_path / "Downloads"
    folder.mkdir()
    zip_of(folder / "umit.zip", "umit/organisation.toml")
    zip_of(folder / "photos.zip", "a.jpg")
    (folder / "broken.zip").write_bytes(b"PK")
    (folder / "letter.docx").write_bytes(b"")
    (folder / "photos").mkdir()
    Workspace(folder).create(Profile(name="Komek")).close()
    os.utime(folder / "umit.zip", (1000, 1000))
    return folder


def test_what_is_ours_is_found_the_newest_first(downloads: Path) -> None:
    found = found_in([Place("downloads", downloads), Place("desktop", downloads)])
    assert [(entry.path.name, entry.kind) for entry in found] == [
        ("komek", "organisation"),
        ("umit.zip", "zip"),
    ]


def test_a_folder_shows_folders_and_zips_and_nothing_else(downloads: Path) -> None:
    assert [entry.path.name for entry in inside(downloads)] == [
        "komek",
        "photos",
        "broken.zip",
        "photos.zip",
        "umit.zip",
    ]
    with pytest.raises(UserError, match="cannot be read"):
        inside(downloads / "gone")


def test_the_usual_places_are_those_that_are_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))
    monkeypatch.delenv("XDG_CONFIG_HOME", raising=False)
    (tmp_path / "Downloads").mkdir()
    if os.name != "nt":
        kinds = [place.kind for place in usual_places() if place.kind != "stick"]
        assert kinds == ["downloads", "home"]
        assert copies_go_to() == tmp_path / "Downloads"
        (tmp_path / "Downloads").rmdir()
        assert copies_go_to() == tmp_path


@pytest.mark.skipif(os.name == "nt", reason="backslashes separate folders there")
@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("/media/stick/umit.zip", "/media/stick/umit.zip"),
        (" '/media/my stick/umit.zip' ", "/media/my stick/umit.zip"),
        ('"/media/my stick/umit.zip"', "/media/my stick/umit.zip"),
        ("/media/my\\ stick/umit\\ \\(1\\).zip", "/media/my stick/umit (1).zip"),
        ("file:///media/my%20stick/%D2%AE.zip", "/media/my stick/Ү.zip"),
        ("", None),
        ("  ", None),
        ("a\0b", None),
    ],
)
def test_a_path_is_understood_as_terminals_write_it(typed: str, meant: str | None) -> None:
    assert path_meant(typed) == (Path(meant) if meant else None)


def test_a_path_may_begin_at_home(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))
    assert path_meant("~/umit.zip") == tmp_path / "umit.zip"
