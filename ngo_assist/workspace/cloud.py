"""Whether a folder lies inside one that a program copies to a cloud."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

_CLOUDS: tuple[tuple[str, re.Pattern[str]], ...] = (
    # As their programs name the folder on Windows, macOS and Linux, for example "OneDrive - Civil Alliance".
    ("OneDrive", re.compile(r"(?i)onedrive( ?-.*)?")),
    ("Dropbox", re.compile(r"(?i)dropbox( \(.*\))?")),
    ("Google Drive", re.compile(r"(?i)google ?drive(-.*)?|google диск|my drive|мой диск")),
    ("iCloud", re.compile(r"(?i)icloud ?drive.*|mobile documents|com~apple~clouddocs")),
    ("Yandex.Disk", re.compile(r"(?i)yandex[. ]?disk.*|яндекс[. ]?диск.*")),
)
_VARIABLES = ("OneDrive", "OneDriveConsumer", "OneDriveCommercial")


def cloud_folder(path: Path, environ: Mapping[str, str]) -> str | None:
    """Return the name of the cloud that `path` (absolute) lies in, or None.

    It is judged by the names of the folders above and by the variables that OneDrive sets.
    """
    for variable in _VARIABLES:
        given = environ.get(variable)
        if given and path.is_relative_to(Path(given)):
            return "OneDrive"
    for part in path.parts:
        for name, pattern in _CLOUDS:
            if pattern.fullmatch(part):
                return name
    return None
