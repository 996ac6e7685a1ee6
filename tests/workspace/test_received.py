"""What came by messenger: organisations are found in it, and whatever means no good is refused by name."""

from __future__ import annotations

import struct
import tracemalloc
import zipfile
from pathlib import Path

import pytest

from ngo_assist.assessment.model import Profile
from ngo_assist.messages import UserError
from ngo_assist.rubric.model import Rubric
from ngo_assist.workspace.bundle import gather
from ngo_assist.workspace.received import receive
from ngo_assist.workspace.store import Workspace
from ngo_assist.workspace.zip_file import zipped
from tests.workspace.conftest import NOW


@pytest.fixture
def folder(workspace: Workspace, profile: Profile, rubric: Rubric) -> Path:
    with workspace.create(profile) as opened:
        opened.start_assessment(rubric, "quick", "kk", NOW)
        return opened.path


def zip_of(path: Path, files: dict[str, bytes]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return path


def refused(path: Path) -> str:
    with pytest.raises(UserError) as caught:
        receive(path)
    assert str(path.name) in caught.value.where
    assert caught.value.todo is not None
    return str(caught.value.what)


def test_a_zip_and_a_folder_say_the_same(folder: Path, tmp_path: Path) -> None:
    path = tmp_path / "umit.zip"
    path.write_bytes(zipped("umit", gather(folder), NOW))
    (of_zip,), (of_folder,) = receive(path), receive(folder)
    assert of_zip.organisation == of_folder.organisation
    assert of_zip.assessments == of_folder.assessments
    assert list(of_zip.assessments) == ["2026-11-23"]
    assert of_zip.unreadable == ()


@pytest.mark.parametrize("name", ["organisation.toml", "assessments/2026-11-23.toml"])
def test_a_file_inside_an_organisations_folder_means_that_folder(folder: Path, name: str) -> None:
    (received,) = receive(folder / name)
    assert received.organisation.name == "Үміт"


def test_it_is_found_as_other_programs_pack_it(folder: Path, tmp_path: Path) -> None:
    files = gather(folder)
    shapes = {
        "without a folder": files,
        "Үміт – көшірме": {f"Үміт – көшірме/{name}": content for name, content in files.items()},
        "in one more": {f"a/b/{name}": content for name, content in files.items()},
        "windows": {"umit\\" + name.replace("/", "\\"): content for name, content in files.items()},
        "mac": {f"umit/{name}": content for name, content in files.items()}
        | {f"__MACOSX/umit/._{name}": b"\0\5\x16\7" for name in files}
        | {"umit/.DS_Store": b"\0", "umit/photo.jpg": b"\xff"},
    }
    for number, (shape, contents) in enumerate(shapes.items()):
        (received,) = receive(zip_of(tmp_path / f"{number}.zip", contents))
        assert received.bundle == files, shape


def test_a_whole_workspace_may_be_sent(workspace: Workspace, folder: Path, tmp_path: Path) -> None:
    workspace.create(Profile(name="Көмек")).close()
    files = {f"w/{p.relative_to(workspace.root)}": p.read_bytes() for p in workspace.root.rglob("*.toml")}
    assert {each.organisation.name for each in receive(workspace.root)} == {"Үміт", "Көмек"}
    assert len(receive(zip_of(tmp_path / "all.zip", files))) == 2


def test_one_that_is_broken_hides_no_other(workspace: Workspace, folder: Path) -> None:
    workspace.create(Profile(name="Көмек")).close()
    (folder / "organisation.toml").write_bytes(b"name = ")
    assert [each.organisation.name for each in receive(workspace.root)] == ["Көмек"]


def test_an_assessment_of_a_newer_program_is_named_and_the_others_are_read(folder: Path) -> None:
    newer = (
        (folder / "assessments" / "2026-11-23.toml").read_bytes().replace(b"assessment@1", b"assessment@2")
    )
    (folder / "assessments" / "2026-12-01.toml").write_bytes(newer)
    (received,) = receive(folder)
    assert list(received.assessments) == ["2026-11-23"]
    (error,) = received.unreadable
    assert "2026-12-01.toml" in error.where
    assert "newer form" in str(error.what) and "Update the program" in str(error.todo)


def test_an_organisation_of_a_newer_program_is_refused(folder: Path) -> None:
    path = folder / "organisation.toml"
    path.write_bytes(path.read_bytes().replace(b"organisation@1", b"organisation@7"))
    with pytest.raises(UserError, match="newer form"):
        receive(folder)


@pytest.mark.parametrize(
    "name",
    ["../organisation.toml", "umit/../../organisation.toml", "/etc/organisation.toml", "C:\\umit\\x.toml",
     "..\\..\\organisation.toml"],
)  # fmt: skip
def test_paths_that_lead_out_are_refused(tmp_path: Path, name: str) -> None:
    files = {"umit/organisation.toml": b"", name: b"x"}
    assert "lead out of it" in refused(zip_of(tmp_path / "bad.zip", files))
    assert sorted(path.name for path in tmp_path.iterdir()) == ["bad.zip"]


def test_a_link_in_a_zip_is_not_followed(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "link.zip", "w") as archive:
        info = zipfile.ZipInfo("umit/organisation.toml")
        info.external_attr = 0o120777 << 16
        archive.writestr(info, "/etc/passwd")
    assert "no organisation" in refused(tmp_path / "link.zip")


def test_links_in_a_folder_are_not_followed(folder: Path, tmp_path: Path) -> None:
    secret = tmp_path / "secret.toml"
    secret.write_bytes((folder / "assessments" / "2026-11-23.toml").read_bytes())
    (folder / "assessments" / "2026-12-01.toml").symlink_to(secret)
    (received,) = receive(folder)
    assert list(received.assessments) == ["2026-11-23"]


def test_a_zip_bomb_is_refused_before_it_fills_the_memory(tmp_path: Path) -> None:
    files = {"umit/organisation.toml": b"#" * 60_000_000}
    path = zip_of(tmp_path / "bomb.zip", files)
    assert path.stat().st_size < 100_000
    del files
    tracemalloc.start()
    assert "more than an organisation's files" in refused(path)
    assert tracemalloc.get_traced_memory()[1] < 20_000_000
    tracemalloc.stop()


def test_a_zip_that_lies_about_its_sizes_is_refused(tmp_path: Path) -> None:
    path = zip_of(tmp_path / "liar.zip", {"umit/organisation.toml": b"#" * 8_000_000})
    content = path.read_bytes()
    size = struct.pack("<L", 8_000_000)
    path.write_bytes(content.replace(size, struct.pack("<L", 10)))
    assert "damaged" in refused(path) or "more than" in refused(path)


def test_many_files_that_are_each_small_are_refused_together(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ngo_assist.workspace.zip_file.BUNDLE_MOST", 1_000)
    files = {f"umit/assessments/{number}.toml": b"#" * 200 for number in range(9)}
    path = zip_of(tmp_path / "many.zip", {"umit/organisation.toml": b"", **files})
    assert "more than an organisation's files" in refused(path)


def test_a_list_of_a_million_names_is_refused_unread(tmp_path: Path) -> None:
    path = tmp_path / "names.zip"
    path.write_bytes(b"PK\3\4" + struct.pack("<4s4H2LH", b"PK\5\6", 0, 0, 9, 9, 3_000_000, 0, 0))
    assert "more than an organisation's files" in refused(path)


def test_a_huge_file_in_a_folder_is_refused(folder: Path) -> None:
    with (folder / "assessments" / "2026-12-01.toml").open("wb") as file:
        file.truncate(6_000_000)
    with pytest.raises(UserError, match="larger than"):
        receive(folder)


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"Rar!\x1a\x07\x00" + b"x" * 100, "RAR"),
        (b"7z\xbc\xaf\x27\x1c" + b"x" * 100, "7-Zip"),
        (b"", "neither a zip nor a folder"),
        (b"\xff\xd8\xff\xe0 a photo", "neither a zip nor a folder"),
        (b"PK\x03\x04 and no end", "damaged"),
    ],
)
def test_what_is_no_zip_is_named(tmp_path: Path, content: bytes, words: str) -> None:
    (tmp_path / "x.zip").write_bytes(content)
    assert words in refused(tmp_path / "x.zip")


def test_a_zip_that_did_not_arrive_whole_is_damaged(folder: Path, tmp_path: Path) -> None:
    whole = zipped("umit", gather(folder), NOW)
    for kept in (len(whole) - 1, len(whole) // 2, 40):
        (tmp_path / "umit.zip").write_bytes(whole[:kept])
        assert "damaged" in refused(tmp_path / "umit.zip")
    flipped = bytearray(whole)
    flipped[60] ^= 0xFF
    (tmp_path / "umit.zip").write_bytes(flipped)
    assert "damaged" in refused(tmp_path / "umit.zip")


def test_a_zip_with_a_password_says_so(folder: Path, tmp_path: Path) -> None:
    content = bytearray(zipped("umit", gather(folder), NOW))
    # The sign that an entry is locked, in its head and in the list at the end.
    for magic, place in ((b"PK\3\4", 6), (b"PK\1\2", 8)):
        start = -1
        while (start := content.find(magic, start + 1)) >= 0:
            content[start + place] |= 1
    (tmp_path / "locked.zip").write_bytes(content)
    assert "password" in refused(tmp_path / "locked.zip")


def test_something_else_says_what_should_be_in_it(tmp_path: Path) -> None:
    assert "no organisation" in refused(zip_of(tmp_path / "photos.zip", {"a.jpg": b"\xff"}))
    (tmp_path / "photos").mkdir()
    assert "no organisation" in refused(tmp_path / "photos")
    with pytest.raises(UserError, match="cannot be read"):
        receive(tmp_path / "not there.zip")


def test_a_home_with_thousands_of_folders_is_not_searched_through(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ngo_assist.workspace.received.FOLDERS_MOST", 20)
    for number in range(30):
        (tmp_path / "home" / str(number)).mkdir(parents=True)
    assert "more than an organisation's files" in refused(tmp_path / "home")
