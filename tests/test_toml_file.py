"""Reading TOML files that people made: each kind of damage has its own words."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from ngo_assist.messages import UserError
from ngo_assist.toml_file import parse_toml, read_toml

Refused = Callable[..., UserError]


@pytest.fixture
def refused(tmp_path: Path) -> Refused:
    def read(content: bytes, **options: int) -> UserError:
        path = tmp_path / "a.toml"
        path.write_bytes(content)
        with pytest.raises(UserError) as caught:
            read_toml(path, **options)
        assert caught.value.where.startswith(str(path)), "an error says which file it is about"
        assert caught.value.todo is not None, "an error says what to do"
        return caught.value

    return read


def test_a_byte_order_mark_and_windows_line_ends_are_taken_as_they_come(tmp_path: Path) -> None:
    path = tmp_path / "a.toml"
    path.write_bytes(b'\xef\xbb\xbfname = "\xd2\xae\xd0\x95\xd2\xb0"\r\n[a]\r\nb = 1\r\n')
    assert read_toml(path) == {"name": "ҮЕҰ", "a": {"b": 1}}


def test_an_empty_file_holds_nothing(tmp_path: Path) -> None:
    path = tmp_path / "a.toml"
    path.write_bytes(b"")
    assert read_toml(path) == {}


@pytest.mark.parametrize("name", ["none.toml", "a.toml/none.toml"])
def test_a_missing_file_is_said_to_be_missing(tmp_path: Path, name: str) -> None:
    (tmp_path / "a.toml").write_bytes(b"")
    with pytest.raises(UserError, match="there is no such file") as caught:
        read_toml(tmp_path / name)
    assert caught.value.where == str(tmp_path / name)


def test_a_folder_is_said_to_be_a_folder(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="a folder, not a file"):
        read_toml(tmp_path)


def test_a_file_that_may_not_be_read_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    # Root reads everything, so the system's answer is given by hand.
    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    path = tmp_path / "a.toml"
    path.write_bytes(b"")
    monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(UserError, match="may not be read"):
        read_toml(path)


def test_a_disk_that_fails_gives_the_systems_reason(tmp_path: Path) -> None:
    if os.name == "nt":
        pytest.skip("links in a circle need rights on Windows")
    path = tmp_path / "a.toml"
    path.symlink_to(path)
    with pytest.raises(UserError, match=r"cannot be read: .*symbolic links"):
        read_toml(path)


def test_a_letter_in_another_encoding_is_found_by_its_byte_and_line(refused: Refused) -> None:
    error = refused(b'a = 1\nb = "' + "Қ".encode("cp1251", "replace") + "Привет".encode("cp1251") + b'"')
    assert "line 2 is not written in UTF-8 (byte 12 of the file)" in str(error)
    assert error.where.endswith("a.toml:2")


def test_the_byte_is_counted_with_the_byte_order_mark(refused: Refused) -> None:
    assert "byte 9" in str(refused(b"\xef\xbb\xbfa = 1\n\xff"))


def test_notepads_unicode_is_named(refused: Refused) -> None:
    assert "UTF-16" in str(refused("a = 1".encode("utf-16")))


def test_a_binary_file_is_no_text(refused: Refused) -> None:
    assert "not a text file: byte 4 is zero" in str(refused(b"GGUF\x00\x00\x03"))


def test_a_file_over_the_limit_is_not_read_further(refused: Refused) -> None:
    assert "larger than 10 bytes" in str(refused(b"a = 1\n" * 2, most_bytes=10))


def test_a_file_at_the_limit_is_read(tmp_path: Path) -> None:
    path = tmp_path / "a.toml"
    path.write_bytes(b"a = 12345\n")
    assert read_toml(path, most_bytes=10) == {"a": 12345}


@pytest.mark.parametrize(
    ("content", "place", "words"),
    [
        ("a = 1\nb = two\n", ":2:5", "a text needs quotation marks: b = two"),
        ('a = "x\nb = 1\n', ":1:7", "a quotation mark is missing"),
        ("a = 1\na = 2\n", ":2:6", "the same name is given twice"),
        ("[a]\n[a]\n", ":2:3", "the same name is given twice"),
        ("a = {b = 1, b = 2}\n", ":1:18", "the same name is given twice"),
        ("a 1\n", ":1:3", "an = is missing after the name"),
        ("[a\nb = 1\n", ":1:3", "a closing ] is missing"),
        ("a = [1 2]\n", ":1:8", "a closing ] is missing"),
        ("a = {b = 1\n}\n", ":1:11", "a closing } is missing"),
        ("a = 2025-02-30\n", ":1:5", "this date does not exist"),
        ('a = "C:\\Users"\n', ":1", "a backslash in a text is to be written twice"),
        ("a = 1 2\n", ":1:7", "more text follows than belongs there"),
        ("= 1\n", ":1:1", "the value cannot be read"),
        ("a.= 1\n", ":1:3", "a name is expected here"),
        ('a = "\x1b[31m"\n', ":1:6", "there is a control character in it"),
    ],
)
def test_a_broken_line_is_shown_with_its_place_and_a_reason(
    refused: Refused, content: str, place: str, words: str
) -> None:
    error = refused(content.encode())
    assert error.where.partition("a.toml")[2].startswith(place)
    assert words in str(error)


def test_a_broken_line_brings_no_terminal_escapes_to_the_screen(refused: Refused) -> None:
    assert "\x1b" not in str(refused(b'a = "\x1b[31m"\n'))


def test_a_long_broken_line_is_shown_in_part(refused: Refused) -> None:
    assert len(str(refused(("a = " + "x" * 5000).encode()))) < 400


@pytest.mark.parametrize("content", ['a = """x\n', "a = 'x\nb = 1\n", "a = [1,\n", "a =", "[a"])
def test_a_file_that_breaks_off_says_so(refused: Refused, content: str) -> None:
    assert "ends before something in it is finished" in str(refused(content.encode()))


@pytest.mark.parametrize(
    "content", ["a = " + "[" * 20_000, ".".join(["a"] * 300) + " = 1", "a = " + "[" * 60 + "]" * 60]
)
def test_what_is_nested_too_deeply_is_refused(refused: Refused, content: str) -> None:
    assert "too deeply" in str(refused(content.encode()))


def test_a_number_without_end_is_refused(refused: Refused) -> None:
    assert "a number that is too long" in str(refused(b"a = " + b"1" * 6000))


def test_bytes_from_elsewhere_are_read_alike() -> None:
    assert parse_toml(b"\xef\xbb\xbfa = 1", "pipe") == {"a": 1}
    with pytest.raises(UserError, match=r"^pipe:1:5: "):
        parse_toml(b"a = x", "pipe")
