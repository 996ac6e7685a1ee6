"""Where a command writes: results on standard output, all that is said about them on standard error."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from io import StringIO
from typing import TextIO

from ngo_assist.clean import clean_line, clean_text
from ngo_assist.i18n import Translator
from ngo_assist.messages import UserError, msg


@dataclass(frozen=True)
class Terminal:
    """The three streams of a command.

    Texts of people, rubrics and models are made safe here, at the last door.
    """

    source: TextIO
    out: TextIO
    err: TextIO

    def say(self, text: str = "") -> None:
        """Print a line, or several, of the result."""
        self._write(clean_text(text) + "\n")

    def note(self, text: str) -> None:
        """Print a line, or several, about the result on standard error."""
        # What was printed before is to stand before it where both go to one place.
        self.flush()
        print(clean_text(text), file=self.err, flush=True)

    def note_line(self, text: str) -> None:
        """Print exactly one line on standard error, whatever is in `text`."""
        self.note(clean_line(text))

    def ask(self, prompt: str) -> str | None:
        """Print `prompt` and return the line that is given, cleaned; None: there are no more."""
        self._write(clean_text(prompt))
        self.flush()
        line = self.source.readline()
        if line and not self.source.isatty():
            # Nobody's terminal has shown what was typed, nor the end of the line.
            self._write("\n")
        return clean_line(line) if line else None

    def flush(self) -> None:
        """Let everything printed so far arrive. Raises `UserError` where it cannot."""
        self._write("", flush=True)

    def _write(self, text: str, *, flush: bool = False) -> None:
        try:
            self.out.write(text)
            if flush:
                self.out.flush()
        except BrokenPipeError:
            raise
        except OSError as error:
            close_quietly()
            raise UserError(
                msg("the output cannot be written: {reason}", reason=error.strerror or type(error).__name__),
                "",
                msg("Check the disk, or send the output to another place."),
            ) from error

    @property
    def live(self) -> bool:
        """Whether standard error is a screen that may be redrawn."""
        return self.err.isatty() and os.environ.get("TERM", "") != "dumb"


def standard() -> Terminal:
    """Return the process's own streams, in UTF-8 whatever the system is set to."""
    # A stream that was closed before we were started is None.
    source, out, err = sys.stdin or StringIO(), sys.stdout or StringIO(), sys.stderr or StringIO()
    _in_utf8(source, "replace")
    for stream in (out, err):
        _in_utf8(stream, "backslashreplace")
    return Terminal(source, out, err)


def _in_utf8(stream: TextIO, errors: str) -> None:
    # A stream that a test or another program has put there may have no encoding to change.
    reconfigure = getattr(stream, "reconfigure", None)
    if reconfigure is not None:
        reconfigure(encoding="utf-8", errors=errors)


def error_lines(t: Translator, error: UserError) -> Iterable[str]:
    """Return the error as the user reads it: what and where, then what to do; each on one line."""
    what = t(error.what)
    yield clean_line(f"{error.where}: {what}" if error.where else what)
    if error.todo is not None:
        yield clean_line(t(error.todo))


def close_quietly() -> None:
    """Give standard output a harmless end: nobody reads it, and Python would complain at its exit."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
