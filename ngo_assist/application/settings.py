"""What the program remembers of its user: the language and the colours, in one small file.

`settings.toml` in the platform's config folder. A file that cannot be read never stands in the way: the
defaults are taken and the error is handed over to be shown once.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, Literal, get_args

import tomli_w
from platformdirs import user_config_path

from ngo_assist.i18n import LANGUAGES
from ngo_assist.messages import UserError, msg
from ngo_assist.toml_file import read_toml
from ngo_assist.workspace.atomic import write_atomic

ThemeName = Literal["dark", "light"]
FIRST_LINE = "# Settings of NGO Assist. Without this file the program asks for the language again.\n"


@dataclass(frozen=True)
class Settings:
    """What is remembered. Checked by hand: nothing else before the first screen would need pydantic."""

    language: str | None = None
    """None: not chosen yet; the program asks first of all."""
    theme: ThemeName = "dark"
    unknown: Mapping[str, Any] = field(default_factory=dict)
    """Keys that a newer program may have written; they are kept."""

    def tables(self) -> dict[str, Any]:
        """Return what the file holds."""
        known = {"language": self.language, "theme": self.theme}
        return {name: value for name, value in known.items() if value is not None} | dict(self.unknown)


def wrong_setting(tables: Mapping[str, Any]) -> str | None:
    """Return the name of a setting whose value is not known; None: all are well."""
    allowed: dict[str, tuple[str, ...]] = {"language": tuple(LANGUAGES), "theme": get_args(ThemeName)}
    return next((name for name in allowed if name in tables and tables[name] not in allowed[name]), None)


def default_path() -> Path:
    """Return where the settings lie on this system."""
    return user_config_path("ngo-assist", appauthor=False) / "settings.toml"


@dataclass
class SettingsFile:
    """The settings and where they are kept."""

    path: Path
    settings: Settings
    error: UserError | None = None
    """Why the file could not be read or written the last time."""

    @classmethod
    def read(cls, path: Path | None = None) -> SettingsFile:
        """Read the settings; never raises for a missing or broken file."""
        path = path or default_path()
        # Only the file that is not there is no error.
        if not path.exists():
            return cls(path, Settings())
        try:
            tables = read_toml(path)
        except UserError as error:
            return cls(path, Settings(), error)
        if wrong := wrong_setting(tables):
            refused = UserError(
                msg("the settings hold a value that is not known: {field}", field=wrong),
                str(path),
                msg("The usual settings are used. Choose again with F2 and in the menu."),
            )
            return cls(path, Settings(), refused)
        known = {name: tables.pop(name) for name in ("language", "theme") if name in tables}
        return cls(path, Settings(**known, unknown=tables))

    def change(self, *, language: str | None = None, theme: ThemeName | None = None) -> None:
        """Set what is given and save; a disk that refuses is no reason to stop, see `error`."""
        if language is not None:
            self.settings = replace(self.settings, language=language)
        if theme is not None:
            self.settings = replace(self.settings, theme=theme)
        self.error = None
        text = FIRST_LINE + tomli_w.dumps(self.settings.tables())
        try:
            write_atomic(self.path, text.encode())
        except UserError as error:
            self.error = error
