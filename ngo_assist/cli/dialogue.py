"""Questions and answers line by line: nothing is redrawn, nothing is framed."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from ngo_assist.cli.call import Call
from ngo_assist.cli.replies import means_stop, number
from ngo_assist.cli.terminal import error_lines
from ngo_assist.messages import UserError


class Stopped(Exception):
    """The person wants to stop, or there is no more input."""


class Dialogue:
    """Asks on standard output and reads from standard input. Every method may raise `Stopped`."""

    def __init__(self, call: Call) -> None:
        self._call = call

    def say(self, text: str = "") -> None:
        self._call.say(text)

    def refused(self, error: UserError) -> None:
        """Say what stands in the way, and what to do."""
        for line in error_lines(self._call.t, error):
            self.say(line)

    def line(self, prompt: str) -> str:
        """Return one line."""
        found = self._call.terminal.ask(f"{prompt} ")
        if found is None:
            self.say()
            raise Stopped
        return found

    def line_or_stop(self, prompt: str) -> str:
        """Return one line; the letter for stopping alone on it stops."""
        found = self.line(prompt)
        if means_stop(found):
            raise Stopped
        return found

    def choose(self, heading: str, options: Sequence[str], *, optional: bool = False) -> int | None:
        """Return the place of what was chosen among `options`, from 0; None: nothing, where `optional`."""
        t = self._call.t
        self.say(heading)
        for place, option in enumerate(options, 1):
            self.say(f"  {place} {option}")
        prompt = t("Number (Enter: not now, q: stop):") if optional else t("Number (q: stop):")
        while True:
            found = self.line_or_stop(prompt)
            if not found and optional:
                return None
            typed = number(found)
            if typed is not None and 1 <= typed <= len(options):
                return typed - 1
            self.say(t("Type a number from 1 to {most}.", most=len(options)))

    def count(self, prompt: str) -> int | None:
        """Return a whole number; None: Enter alone."""
        while True:
            found = self.line_or_stop(prompt)
            if not found:
                return None
            value = number(found.replace(" ", ""))
            if value is not None:
                return value
            self.say(self._call.t("Type a whole number, q to stop, or Enter alone."))

    def text(
        self,
        prompt: str,
        most: int,
        wrong: Callable[[str], str | None] = lambda _: None,
        *,
        may_stop: bool = False,
    ) -> str:
        """Return a text of at most `most` characters that `wrong` finds nothing against.

        Without `may_stop` a single letter is a text like any other.
        """
        while True:
            found = self.line_or_stop(prompt) if may_stop else self.line(prompt)
            problem = wrong(found)
            if len(found) > most:
                problem = self._call.t("At most {most} characters, please.", most=most)
            if problem is None:
                return found
            self.say(problem)
