"""What the program remembers of its user: the language and the colours, in one small file.

`settings.toml` in the platform's config folder. A file that cannot be read never stands in the way: the
defaults are taken and the error is handed over to be shown once.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Literal

import tomli_w
from platformdirs import user_config_path
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from ngo_assist.i18n import LANGUAGES
from ngo_assist.messages import UserError, msg
from ngo_assist.toml_file import read_toml
from ngo_assist.workspace.atomic import write_atomic

ThemeName = Literal["dark", "light"]
FIRST_LINE = "# Settings of NGO Assist. Without this file the program asks for the language again.\n"


class Settings(BaseModel):
    """Unknown keys are kept: a newer program may have written them."""

    model_config = ConfigDict(frozen=True, extra="allow")

    language: Annotated[str, Field(pattern=f"^({'|'.join(LANGUAGES)})$")] | None = None
    """None: not chosen yet; the program asks first of all."""
    theme: ThemeName = "dark"


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
            return cls(path, Settings.model_validate(read_toml(path)))
        except UserError as error:
            return cls(path, Settings(), error)
        except ValidationError as error:
            field = ".".join(str(part) for part in error.errors()[0]["loc"])
            return cls(
                path,
                Settings(),
                UserError(
                    msg("the settings hold a value that is not known: {field}", field=field),
                    str(path),
                    msg("The usual settings are used. Choose again with F2 and in the menu."),
                ),
            )

    def change(self, *, language: str | None = None, theme: ThemeName | None = None) -> None:
        """Set what is given and save; a disk that refuses is no reason to stop, see `error`."""
        changes = {"language": language, "theme": theme}
        given = {name: value for name, value in changes.items() if value is not None}
        self.settings = self.settings.model_copy(update=given)
        self.error = None
        text = FIRST_LINE + tomli_w.dumps(self.settings.model_dump(exclude_none=True))
        try:
            write_atomic(self.path, text.encode())
        except UserError as error:
            self.error = error
