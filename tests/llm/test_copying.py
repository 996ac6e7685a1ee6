"""A file on its way is whole or not there, and what has come of it is gone on with."""

from __future__ import annotations

import hashlib
import json
import os
import signal
import subprocess
import sys
from io import FileIO
from pathlib import Path

import pytest

from ngo_assist.llm import copying
from ngo_assist.llm.copying import Part, Stopped, TooLong, copy, paths
from ngo_assist.messages import UserError

CONTENT = bytes(range(256)) * 20_000
ROOT = Path(__file__).parent.parent.parent


def never() -> bool:
    return False


def deaf(done: int, whole: int) -> None:
    pass


@pytest.fixture
def source(tmp_path: Path) -> Path:
    path = tmp_path / "usb" / "m.gguf"
    path.parent.mkdir()
    path.write_bytes(CONTENT)
    return path


@pytest.fixture
def target(tmp_path: Path) -> Path:
    return tmp_path / "models" / "m.gguf"


def part_of(target: Path, mark: str = "m") -> Part:
    return Part(target, mark, len(CONTENT))


def broken_off(source: Path, target: Path, at: int) -> None:
    """Leave a copy that was stopped when so many bytes were there."""
    seen: list[int] = []
    with pytest.raises(Stopped):
        copy(source, part_of(target), lambda done, whole: seen.append(done), lambda: seen[-1] >= at)


def test_a_copy_is_whole_and_leaves_nothing_beside_it(source: Path, target: Path) -> None:
    part, told = part_of(target), []
    copy(source, part, lambda done, whole: told.append((done, whole)), never)
    assert not target.exists()
    part.put_in_place()
    assert target.read_bytes() == CONTENT
    assert part.sha256 == hashlib.sha256(CONTENT).hexdigest()
    assert list(target.parent.iterdir()) == [target]
    assert told[-1] == (len(CONTENT), len(CONTENT))


def test_a_copy_goes_on_where_it_stopped(source: Path, target: Path) -> None:
    broken_off(source, target, 3 << 20)
    assert part_of(target).kept() == 3 << 20
    with source.open("r+b") as file:
        file.write(b"changed")  # what was copied is not read from the stick again
    part = part_of(target)
    copy(source, part, deaf, never)
    part.put_in_place()
    assert target.read_bytes() == CONTENT
    assert part.sha256 == hashlib.sha256(CONTENT).hexdigest()


def test_a_part_of_something_else_is_begun_anew(source: Path, target: Path) -> None:
    broken_off(source, target, 3 << 20)
    part, told = part_of(target, "another"), []
    assert part.kept() == 0
    copy(source, part, lambda done, whole: told.append(done), never)
    assert told[0] == copying.CHUNK
    part.put_in_place()
    assert target.read_bytes() == CONTENT


@pytest.mark.parametrize("damage", ["in the middle", "cut", "longer", "gone", "no note", "broken note"])
def test_a_part_that_was_damaged_meanwhile_does_no_harm(source: Path, target: Path, damage: str) -> None:
    broken_off(source, target, 3 << 20)
    path, note, _ = paths(target)
    content = path.read_bytes()
    match damage:
        case "in the middle":
            path.write_bytes(content[:1000] + b"damage" + content[1006:])
        case "cut":
            path.write_bytes(content[:1000])
        case "longer":
            path.write_bytes(content + b"damage" * 1_000_000)
        case "gone":
            path.unlink()
        case "no note":
            note.unlink()
        case _:
            note.write_text("{")
    part = part_of(target)
    copy(source, part, deaf, never)
    part.put_in_place()
    assert target.read_bytes() == CONTENT


@pytest.mark.parametrize(
    "note", ["[]", "1", "{}", '{"mark": "m", "size": -1, "sha256": ""}', '{"mark": "m", "size": "x"}', "\xff"]
)
def test_a_note_that_says_nothing_is_no_error(source: Path, target: Path, note: str) -> None:
    target.parent.mkdir()
    paths(target)[0].write_bytes(b"something")
    paths(target)[1].write_text(note, encoding="latin-1")
    part = part_of(target)
    copy(source, part, deaf, never)
    assert part.path.read_bytes() == CONTENT


def test_a_copy_that_is_stopped_again_while_it_is_taken_up_loses_nothing(source: Path, target: Path) -> None:
    broken_off(source, target, 3 << 20)
    broken_off(source, target, 1 << 20)
    assert part_of(target).kept() == 3 << 20


def test_an_interruption_keeps_what_has_come(source: Path, target: Path) -> None:
    def interrupt(done: int, whole: int) -> None:
        if done >= 3 << 20:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        copy(source, part_of(target), interrupt, never)
    assert part_of(target).kept() == 3 << 20


def test_a_killed_program_loses_only_what_was_not_noted_yet(source: Path, target: Path) -> None:
    code = """
import os, signal, sys
from pathlib import Path
from ngo_assist.llm import copying
copying._NOTED_EACH = 2 << 20
def killed(done, whole):
    if done >= 3 << 20:
        os.kill(os.getpid(), signal.SIGTERM if os.name == "nt" else signal.SIGKILL)
part = copying.Part(Path(sys.argv[2]), "m", int(sys.argv[3]))
copying.copy(Path(sys.argv[1]), part, killed, lambda: False)
"""
    child = [sys.executable, "-c", code, str(source), str(target), str(len(CONTENT))]
    done = subprocess.run(child, cwd=ROOT, capture_output=True, check=False)
    assert done.returncode in (-signal.SIGKILL if os.name != "nt" else 15, 15), done.stderr
    assert part_of(target).kept() == 2 << 20
    part = part_of(target)
    copy(source, part, deaf, never)
    part.put_in_place()
    assert target.read_bytes() == CONTENT


@pytest.mark.skipif(os.name == "nt", reason="not run: Windows has no such limit")
def test_a_disk_that_gets_full_is_told_and_what_has_come_is_kept(source: Path, target: Path) -> None:
    code = """
import resource, sys
from pathlib import Path
from ngo_assist.llm.copying import Part, copy
from ngo_assist.messages import UserError
resource.setrlimit(resource.RLIMIT_FSIZE, (3 << 20, 3 << 20))
try:
    copy(Path(sys.argv[1]), Part(Path(sys.argv[2]), "m", int(sys.argv[3])), lambda *_: None, lambda: False)
except UserError as error:
    print(error)
"""
    child = [sys.executable, "-c", code, str(source), str(target), str(len(CONTENT))]
    done = subprocess.run(child, cwd=ROOT, capture_output=True, text=True, check=True)
    assert "there is no place left on the disk" in done.stdout
    assert part_of(target).kept() == 3 << 20


def test_a_source_that_is_lost_is_told_and_what_has_come_is_kept(
    source: Path, target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Pulled(FileIO):
        """A file on a stick that is pulled out; no real file can be made to fail on cue."""

        def read(self, size: int | None = -1) -> bytes:
            if self.tell() >= 2 << 20:
                raise OSError(5, "Input/output error")
            return super().read(size)

    real = Path.open
    monkeypatch.setattr(
        Path, "open", lambda path, *a, **k: Pulled(path) if path == source else real(path, *a, **k)
    )
    with pytest.raises(UserError) as caught:
        copy(source, part_of(target), deaf, never)
    assert caught.value.where == str(source)
    assert "USB stick" in str(caught.value.todo)
    assert part_of(target).kept() == 2 << 20


@pytest.mark.parametrize("length", [-1, 1])
def test_a_source_that_changes_its_length_is_not_taken(source: Path, target: Path, length: int) -> None:
    part = Part(target, "m", len(CONTENT) + length)
    with pytest.raises(UserError) as caught:
        copy(source, part, deaf, never)
    assert "changed" in str(caught.value.what)
    assert not target.exists()


@pytest.mark.parametrize("from_the_first", [True, False])
def test_a_source_that_is_written_into_while_it_is_copied_is_not_taken(
    source: Path, target: Path, from_the_first: bool
) -> None:
    if not from_the_first:
        broken_off(source, target, 2 << 20)

    def rewritten(done: int, whole: int) -> None:
        if done == 3 << 20:
            with source.open("r+b") as file:
                file.write(b"another")
            os.utime(source, (1000, 1000))

    with pytest.raises(UserError) as caught:
        copy(source, part_of(target), rewritten, never)
    assert "changed while it was copied" in str(caught.value.what)
    assert list(target.parent.iterdir()) == []
    copy(source, part_of(target), deaf, never)


def test_no_more_is_taken_than_the_file_may_have(target: Path) -> None:
    with Part(target, "m", 10) as part:
        part.take_up(deaf, never)
        part.add(b"12345")
        with pytest.raises(TooLong):
            part.add(b"678901")
        assert part.done == 5


def test_dropping_a_part_leaves_nothing(source: Path, target: Path) -> None:
    broken_off(source, target, 1 << 20)
    assert json.loads(paths(target)[1].read_text())["size"] == 1 << 20
    part_of(target).drop()
    assert list(target.parent.iterdir()) == []
    part_of(target).drop()


def test_a_folder_that_may_not_be_written_is_told(source: Path, tmp_path: Path) -> None:
    (tmp_path / "models").write_bytes(b"a file where the folder should be")
    with pytest.raises(UserError) as caught:
        copy(source, part_of(tmp_path / "models" / "m.gguf"), deaf, never)
    assert "cannot be written" in str(caught.value.what)


def test_two_programs_do_not_bring_models_at_once(tmp_path: Path) -> None:
    with copying.alone(tmp_path):
        with pytest.raises(UserError) as caught, copying.alone(tmp_path):
            pass
        assert "another window" in str(caught.value.what)
    with copying.alone(tmp_path):
        pass
