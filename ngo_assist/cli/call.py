"""One call of a command: its options, its streams, the language it speaks, and what is around it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ngo_assist.cli.language import Languages, choose_language, fitting
from ngo_assist.cli.terminal import Terminal
from ngo_assist.i18n import LANGUAGES, Translator, translator

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
        self.terminal.note(text)

    def workspace(self) -> Workspace:
        """Return the workspace that was named, else the usual one."""
        from ngo_assist.workspace.store import Workspace, resolve_root

        return Workspace(resolve_root(self.values.get("workspace"), self.around.environ, self.around.home))

    def rubric(self, rubric_id: str = DEFAULT_RUBRIC) -> Rubric:
        """Return the rubric that --rubric names, else the one of this id that comes with the program."""
        from ngo_assist.rubric.load import load_rubric, shipped

        folder: Path | None = self.values.get("rubric")
        return load_rubric(folder or shipped(rubric_id))

    def rubric_language(self, rubric: Rubric) -> str:
        """Return the wished language as the rubric has it; where it lacks it, its first one and a warning."""
        found = fitting(self.content_language, rubric.languages)
        if found is not None:
            return found
        first = rubric.languages[0]
        self.note(
            self.t(
                "The rubric is not there in the language “{wanted}”; its texts are shown in “{first}”.",
                wanted=self.content_language,
                first=LANGUAGES.get(first, first),
            )
        )
        return first
