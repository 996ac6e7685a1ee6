"""What the program remembers of its user: the language, the colours, what runs a model; in one small file.

`settings.toml` in the platform's config folder. A file that cannot be read never stands in the way: the
defaults are taken and the error is handed over to be shown once.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, get_args

import tomli_w
from platformdirs import user_config_path

from ngo_assist.i18n import LANGUAGES
from ngo_assist.messages import UserError, msg
from ngo_assist.toml_file import read_toml
from ngo_assist.workspace.atomic import write_atomic

if TYPE_CHECKING:
    from ngo_assist.llm.servers import Choice

ThemeName = Literal["dark", "light", "contrast", "terminal"]
EngineName = Literal["auto", "llama-cpp-python", "xllamacpp", "server"]
FIRST_LINE = "# Settings of NGO Assist. Without this file the program asks for the language again.\n"


@dataclass(frozen=True)
class Settings:
    """What is remembered. Checked by hand: nothing else before the first screen would need pydantic."""

    language: str | None = None
    """None: not chosen yet; the program asks first of all."""
    theme: ThemeName = "dark"
    engine: EngineName = "auto"
    """What runs a model's file: the first engine that can, one by its name, or no file but a server."""
    server: str = ""
    """The address of a server that holds models; empty: whichever of the known ones runs."""
    server_model: str = ""
    """The name of a model there; empty: its first."""
    server_elsewhere: bool = False
    """Whether the server may be on another computer, so that what people wrote leaves this one."""
    unknown: Mapping[str, Any] = field(default_factory=dict)
    """Keys that a newer program may have written; they are kept."""

    def tables(self) -> dict[str, Any]:
        """Return what the file holds."""
        known = {name: getattr(self, name) for name in KNOWN}
        # What is as it is anyway is not written: the file is short, and names what somebody chose.
        kept = {name: value for name, value in known.items() if name == "theme" or value != _USUAL[name]}
        return kept | dict(self.unknown)

    @property
    def server_choice(self) -> Choice:
        """The server as `llm.servers` takes it."""
        from ngo_assist.llm.servers import Choice

        return Choice(self.server, self.server_model, self.server_elsewhere)

    @property
    def engine_name(self) -> str:
        """The engine as `WorkerModel.start` takes it: empty for the first that can."""
        return self.engine if self.engine in ("llama-cpp-python", "xllamacpp") else ""


KNOWN = ("language", "theme", "engine", "server", "server_model", "server_elsewhere")
_USUAL: Mapping[str, Any] = {each.name: each.default for each in fields(Settings) if each.name in KNOWN}


def wrong_setting(tables: Mapping[str, Any]) -> str | None:
    """Return the name of a setting whose value is not known; None: all are well."""
    allowed: dict[str, tuple[object, ...]] = {
        "language": tuple(LANGUAGES),
        "theme": get_args(ThemeName),
        "engine": get_args(EngineName),
        "server_elsewhere": (False, True),
    }
    for name, value in tables.items():
        if name in allowed and not (isinstance(value, str | bool) and value in allowed[name]):
            return name
        if name in ("server", "server_model") and not isinstance(value, str):
            return name
    if tables.get("server") and not _is_address(tables["server"]):
        return "server"
    return None


def _is_address(text: str) -> bool:
    from ngo_assist.llm.address import read_address

    try:
        read_address(text)
    except UserError:
        return False
    return True


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
        known = {name: tables.pop(name) for name in KNOWN if name in tables}
        return cls(path, Settings(**known, unknown=tables))

    def change(
        self,
        *,
        language: str | None = None,
        theme: ThemeName | None = None,
        engine: EngineName | None = None,
        server: str | None = None,
        server_model: str | None = None,
        server_elsewhere: bool | None = None,
    ) -> None:
        """Set what is given and save; a disk that refuses is no reason to stop, see `error`."""
        given = {
            "language": language,
            "theme": theme,
            "engine": engine,
            "server": server,
            "server_model": server_model,
            "server_elsewhere": server_elsewhere,
        }
        changed: dict[str, Any] = {name: value for name, value in given.items() if value is not None}
        self.settings = replace(self.settings, **changed)
        self.error = None
        text = FIRST_LINE + tomli_w.dumps(self.settings.tables())
        try:
            write_atomic(self.path, text.encode())
        except UserError as error:
            self.error = error
