"""The program in a real terminal that is closed, suspended or pulled away: what was typed is on the disk."""

from __future__ import annotations

import os
import select
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator

import pytest

from .conftest import PROFILE, Computer

if sys.platform == "win32":
    pytest.skip("a pseudo-terminal is a thing of POSIX", allow_module_level=True)

import fcntl
import struct
import termios

PROGRAM = """
import sys
from ngo_assist.tui.screens import note, reason, profile
# Nothing is saved by a pause: what is on the disk was saved because the end came.
note.PAUSE = reason.PAUSE = profile.PAUSE = 10_000
from ngo_assist.cli.main import main
sys.exit(main(["--workspace", sys.argv[1], "--lang", "en"]))
"""
F4, F6 = b"\x1bOS", b"\x1b[17~"
ROUNDS = 600
"""Looks of a tenth of a second each before something counts as never."""


class Terminal:
    """A window of 80 by 24 with the program in it."""

    def __init__(self, computer: Computer, *, own_session: bool = True) -> None:
        self.master, slave = os.openpty()
        self.resize(80, 24)
        environ = {
            **os.environ,
            "HOME": str(computer.root),
            "XDG_CONFIG_HOME": str(computer.root / "config"),
            "TERM": "xterm-256color",
        }

        def take_the_terminal() -> None:
            fcntl.ioctl(0, termios.TIOCSCTTY, 0)

        self.process = subprocess.Popen(
            [sys.executable, "-X", "utf8", "-c", PROGRAM, str(computer.root / "workspace")],
            stdin=slave,
            stdout=slave,
            stderr=slave,
            env=environ,
            start_new_session=True,
            preexec_fn=take_the_terminal if own_session else None,
        )
        os.close(slave)
        self.seen = b""

    def resize(self, width: int, height: int) -> None:
        fcntl.ioctl(self.master, termios.TIOCSWINSZ, struct.pack("HHHH", height, width, 0, 0))

    def type(self, keys: bytes) -> None:
        self.seen = b""
        os.write(self.master, keys)

    def until(self, state: Callable[[], bool]) -> None:
        """Read what the program draws until `state` is true."""
        for _ in range(ROUNDS):
            if state():
                return
            ready, _, _ = select.select([self.master], [], [], 0.1)
            if ready:
                self.seen += os.read(self.master, 65536)
        raise AssertionError(f"never came to it; last seen: {self.seen[-2000:]!r}")

    def until_seen(self, words: bytes) -> None:
        self.until(lambda: words in self.seen)


@pytest.fixture
def asked(computer: Computer) -> Iterator[Callable[..., Terminal]]:
    """Open the program at the first question of Көмек."""
    opened: list[Terminal] = []

    def open_it(*, own_session: bool = True) -> Terminal:
        session = computer.session()
        session.create(PROFILE)
        session.start("quick")
        session.close()
        terminal = Terminal(computer, own_session=own_session)
        opened.append(terminal)
        terminal.until_seen("Көмек".encode())
        terminal.type(b"\r")
        terminal.until_seen(b"12 questions left")
        return terminal

    yield open_it
    for terminal in opened:
        terminal.process.kill()
        terminal.process.wait()


def kept(computer: Computer) -> str:
    (path,) = (computer.root / "workspace").glob("*/assessments/*.toml")
    return path.read_text(encoding="utf-8")


def write_note(terminal: Terminal) -> None:
    terminal.type(F4)
    terminal.until_seen(b"Save and close")
    terminal.type("жартылай жазылған Z".encode())
    terminal.until_seen(b"Z")


def test_closing_the_window_saves_the_note_that_is_being_written(
    computer: Computer, asked: Callable[..., Terminal]
) -> None:
    terminal = asked()
    write_note(terminal)
    assert "жартылай" not in kept(computer)
    os.close(terminal.master)  # the system sends SIGHUP
    terminal.process.wait(60)
    assert "жартылай жазылған Z" in kept(computer)


def test_a_terminal_that_goes_without_a_word_ends_the_program_and_saves_too(
    computer: Computer, asked: Callable[..., Terminal]
) -> None:
    terminal = asked(own_session=False)
    write_note(terminal)
    os.close(terminal.master)
    terminal.process.wait(60)
    assert "жартылай жазылған Z" in kept(computer)


@pytest.mark.parametrize("sent", [signal.SIGHUP, signal.SIGTERM])
def test_being_told_to_end_saves_leaves_the_terminal_as_it_was_and_lets_others_in(
    computer: Computer, asked: Callable[..., Terminal], sent: signal.Signals
) -> None:
    terminal = asked()
    write_note(terminal)
    terminal.seen = b""
    terminal.process.send_signal(sent)
    terminal.until_seen(b"\x1b[?1049l")  # back from the second screen
    terminal.process.wait(60)
    assert "жартылай жазылған Z" in kept(computer)
    session = computer.session()
    session.open("komek")
    assert not session.read_only
    session.close()


def test_a_reason_that_was_not_given_yet_is_there_again_and_answers_nothing(
    computer: Computer, asked: Callable[..., Terminal]
) -> None:
    terminal = asked()
    practice = next(p for p in computer.rubric.of_mode("quick") if p.not_applicable)
    place = list(computer.rubric.of_mode("quick")).index(practice)
    for _ in range(place):
        terminal.type(b"\x1b[C")
        terminal.until(lambda: bool(terminal.seen))
    terminal.type(F6)
    terminal.until_seen(b"Go back")
    terminal.type(b"no such thing Z")
    terminal.until_seen(b"Z")
    terminal.process.send_signal(signal.SIGHUP)
    terminal.process.wait(60)
    session = computer.session()
    session.open("komek")
    assert session.remarks(practice.id).reason == "no such thing Z"
    assert not session.assessment.answers
    session.close()


def test_it_is_suspended_and_comes_back_where_it_was_in_a_window_of_another_size(
    computer: Computer, asked: Callable[..., Terminal]
) -> None:
    terminal = asked()
    write_note(terminal)
    terminal.process.send_signal(signal.SIGTSTP)
    terminal.until_seen(b"\x1b[?1049l")
    _, status = os.waitpid(terminal.process.pid, os.WUNTRACED)
    assert os.WIFSTOPPED(status)
    terminal.resize(100, 30)
    terminal.seen = b""
    terminal.process.send_signal(signal.SIGCONT)
    written = "жартылай жазылған Z".encode()
    # Drawn anew on the second screen, not what was drawn before it was suspended.
    terminal.until(lambda: written in terminal.seen.rpartition(b"\x1b[?1049h")[2])
    terminal.type(b"Y")
    terminal.until_seen(b"Y")
    terminal.type(b"\x11")
    terminal.until_seen(b"\x1b[?1049l")
    assert terminal.process.wait(60) == 0
    assert "жартылай жазылған ZY" in kept(computer)
