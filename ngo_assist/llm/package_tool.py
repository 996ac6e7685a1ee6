"""Getting a model that comes in a Python package, with the package tool of this environment."""

from __future__ import annotations

import importlib
import os
import shutil
import subprocess
import sys
import sysconfig
from collections.abc import Mapping, Sequence
from importlib.util import find_spec
from pathlib import Path

from ..messages import UserError, msg
from .copying import Stop, Stopped

_LOOK_EACH = 0.2
_LAST = 300


def install_command(requirement: str, environ: Mapping[str, str], python: str = sys.executable) -> list[str]:
    """What installs a package, and nothing that it asks for, beside this program: pip where it is, else uv.

    Raises `UserError` where there is neither.
    """
    if find_spec("pip"):
        quiet = ("--disable-pip-version-check", "--no-input", "--retries=2")
        return [python, "-m", "pip", "install", *quiet, "--no-deps", requirement]
    if uv := find_uv(environ):
        return [uv, "pip", "install", "--python", python, "--no-deps", requirement]
    raise UserError(
        msg("neither pip nor uv is here to install a package"),
        "",
        msg("Install it another way: {command}", command=f"pip install --no-deps {requirement}"),
    )


def folder() -> Path:
    """Where the packages of this environment are."""
    return Path(sysconfig.get_path("purelib"))


def find_uv(environ: Mapping[str, str]) -> str | None:
    """Where uv is: as the environment says, beside this Python, in the tools of `start.py`, on the path."""
    folders = [
        Path(sys.executable).parent,
        *(Path(sys.prefix).parent / ".tools" / n for n in ("bin", "Scripts")),
    ]
    path = os.pathsep.join([*map(str, folders), environ.get("PATH", os.defpath)])
    return shutil.which(environ.get("UV") or "uv", path=path) or shutil.which("uv", path=path)


def run(command: Sequence[str], stop: Stop) -> None:
    """Run a package tool to its end; `stop` ends it. Raises `Stopped`, and `UserError` when it fails."""
    try:
        child = subprocess.Popen(  # noqa: S603 - made by `install_command`
            command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT
        )
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise UserError(msg("it cannot be started: {reason}", reason=reason), command[0]) from error
    with child:
        try:
            told = _waited(child, stop)
        except BaseException:
            child.terminate()
            raise
    if child.returncode:
        raise UserError(
            msg("installing failed: {reason}", reason=_reason(told)),
            "",
            msg(
                "Check the connection and free space, or install it yourself: {command}",
                command=" ".join(command),
            ),
        )
    importlib.invalidate_caches()


def _waited(child: subprocess.Popen[bytes], stop: Stop) -> str:
    while True:
        try:
            return child.communicate(timeout=_LOOK_EACH)[0].decode("utf-8", "replace")
        except subprocess.TimeoutExpired:
            if stop():
                raise Stopped from None


def _reason(told: str) -> str:
    """The first line that speaks of an error, else the last."""
    lines = [line.strip() for line in told.splitlines() if line.strip()] or ["?"]
    return next((line for line in lines if "error" in line.casefold()), lines[-1])[:_LAST]
