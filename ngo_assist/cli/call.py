"""One call of a command: its options, its streams, the language it speaks, and what is around it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ngo_assist.cli.language import Languages, choose_language, fitting
from ngo_assist.cli.terminal import Terminal
from ngo_assist.i18n import Translator, translator
from ngo_assist.i18n.labels import LANGUAGE

if TYPE_CHECKING:
    from ngo_assist.rubric.model import Rubric
    from ngo_assist.workspace.store import Workspace

DEFAULT_RUBRIC = "socialtech"


@dataclass(frozen=True)
class Surroundings:
    """What a command finds around it; tests bring their own."""

    environ: Mapping[str, str]
    home: Path
    now: Callable[[], datetime]
    """The local time, aware."""
    settings_language: str | None = None
    system_language: str | None = None


class Call:
    """What a command works with."""

    def __init__(self, values: Mapping[str, Any], terminal: Terminal, around: Surroundings) -> None:
        self.values, self.terminal, self.around = values, terminal, around
        self._assessment: str | None = None
        self._kept: list[str] | None = None

    def speak_as(self, assessment_language: str) -> None:
        """Take the assessment's language from here on, unless --lang was given."""
        self._assessment = assessment_language

    @property
    def content_language(self) -> str:
        """The language wished for the rubric's texts and the plan."""
        return self._languages.content

    @property
    def t(self) -> Translator:
        return translator(self._languages.interface)

    @property
    def _languages(self) -> Languages:
        return choose_language(
            self.values.get("lang"),
            self._assessment,
            self.around.settings_language,
            self.around.system_language,
        )

    def say(self, text: str = "") -> None:
        self.terminal.say(text)

    def note(self, text: str) -> None:
        if self._kept is None:
            self.terminal.note(text)
        else:
            self._kept.append(text)

    def keep_notes(self) -> None:
        """Hold back what is noted from here on: where the work then fails, only its error is to be told."""
        self._kept = []

    def tell_notes(self) -> None:
        """Say what was held back, and hold back no more."""
        kept, self._kept = self._kept, None
        for text in kept or ():
            self.terminal.note(text)

    def workspace(self) -> Workspace:
        """Return the workspace that was named, else the usual one."""
        from ngo_assist.workspace.store import Workspace, resolve_root

        return Workspace(resolve_root(self.values.get("workspace"), self.around.environ, self.around.home))

    def rubric(self, rubric_id: str = DEFAULT_RUBRIC, where: str = "") -> Rubric:
        """Return the rubric that --rubric names, else the one of this id that comes with the program.

        `where` is what names the id. Raises `UserError`.
        """
        from ngo_assist.rubric.load import load_rubric, shipped

        folder: Path | None = self.values.get("rubric")
        return load_rubric(folder or shipped(rubric_id, where))

    def rubric_language(self, rubric: Rubric) -> str:
        """Return the wished language as the rubric has it; where it lacks it, its first one and a warning."""
        found = fitting(self.content_language, rubric.languages)
        if found is not None:
            return found
        wanted, first = self.content_language, rubric.languages[0]
        # Both by their names or both by their codes, whichever the reader can compare.
        known = wanted in LANGUAGE and first in LANGUAGE
        self.note(
            self.t(
                "The rubric is not there in the language “{wanted}”; its texts are shown in “{first}”.",
                wanted=LANGUAGE[wanted] if known else wanted,
                first=LANGUAGE[first] if known else first,
            )
        )
        return first
