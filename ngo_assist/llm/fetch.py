"""Downloading a model from a model hub, through the hub's own client library.

The library's `hf_hub_download` begins anew after every interruption, and on a village's connection would
never end. So its client, addresses, headers and errors are used, and the bytes go into a `Part`.
"""

from __future__ import annotations

import importlib
import os
from collections.abc import Callable, Mapping
from typing import Any
from urllib.parse import urlsplit

from .. import __version__
from ..invocation import command
from ..messages import Message, UserError, msg
from .copying import Heard, Part, Stop, Stopped, TooLong
from .known import KnownModel

HUB = "https://huggingface.co"
VARIABLE = "HF_ENDPOINT"
"""The environment variable, the library's own, that names another hub."""
INSTALL = 'pip install "ngo-assist[hub]"'

_PAUSES = (1, 2, 4, 8)
"""Seconds to wait after each try that brought nothing."""
_TIMEOUT = 20
_BUSY = (408, 429)

_ELSEWHERE = msg(
    "Without a connection: bring the file on a USB stick, and type: {command}",
    command=command("model add FILE"),
)
_AGAIN = msg("Try again: it goes on where it stopped.")
_BY_HAND = msg(
    "Nothing of it was kept. If you trust it, download it in a browser, and type: {command}",
    command=command("model add FILE"),
)

Pause = Callable[[float], object]


class _Broken(Exception):
    """The connection broke, or the hub is busy: worth another try. Says why."""

    def __init__(self, why: Message) -> None:
        self.why = why


def hub_address(environ: Mapping[str, str]) -> str:
    """The hub in use. Raises `UserError` when the environment names what is no web address."""
    found = environ.get(VARIABLE, "").strip().rstrip("/") or HUB
    try:
        parts = urlsplit(found)
        wrong = parts.scheme not in ("http", "https") or not parts.hostname or parts.port == 0
    except ValueError:
        wrong = True
    if wrong:
        raise UserError(
            msg("{variable} is no web address: {found}", variable=VARIABLE, found=found),
            "",
            msg("Set it to an address like {example}, or remove it.", example=HUB),
        )
    return found


def page(model: KnownModel, environ: Mapping[str, str]) -> str:
    """Where people read about a model and its licence."""
    return f"{hub_address(environ)}/{model.repo}"


def require_library() -> None:
    """Raise `UserError` where the hub's client library is not installed."""
    _library()


def fetch(
    model: KnownModel,
    part: Part,
    *,
    heard: Heard,
    stop: Stop,
    pause: Pause,
    environ: Mapping[str, str],
) -> None:
    """Download what is not there yet of a model into its part, in as many tries as bring something.

    Raises `Stopped`, and `UserError` when it cannot be had; what has come is kept then, unless it is wrong.
    """
    hub, address = _library(), hub_address(environ)
    url = hub.hf_hub_url(model.repo, model.file, endpoint=address)
    _compare(hub, url, address, model)
    try:
        with part:
            part.take_up(heard, stop)
            _fill(part, lambda: _receive(hub, url, part, heard, stop), pause, stop, url)
    except TooLong as error:
        part.drop()
        raise _another(model) from error


def _fill(part: Part, receive: Callable[[], None], pause: Pause, stop: Stop, url: str) -> None:
    tries = 0
    while part.done < part.whole:
        before, why = part.done, msg("it ended early")
        try:
            receive()
        except _Broken as broken:
            why = broken.why
        if part.done == part.whole:
            return
        tries = 0 if part.done > before else tries + 1
        if tries > len(_PAUSES):
            raise UserError(msg("the download broke off: {why}", why=why), urlsplit(url).netloc, _AGAIN)
        pause(_PAUSES[max(tries - 1, 0)])
        if stop():
            raise Stopped


def _library() -> Any:
    # Read when it is imported: else it tells the hub what else is installed, and asks it for a list first.
    os.environ.setdefault("HF_HUB_DISABLE_TELEMETRY", "1")
    try:
        hub = importlib.import_module("huggingface_hub")
        for name in ("errors", "utils", "utils.logging"):
            importlib.import_module(f"huggingface_hub.{name}")
    except ImportError as error:
        raise UserError(
            msg("downloading needs a package that is not installed: {name}", name="huggingface_hub"),
            "",
            msg("Install it with: {command}", command=INSTALL),
        ) from error
    hub.utils.logging.set_verbosity_error()
    return hub


def _compare(hub: Any, url: str, address: str, model: KnownModel) -> None:
    """Ask the hub what file it has there, before anything is downloaded."""
    try:
        found = hub.get_hf_file_metadata(
            url,
            timeout=_TIMEOUT,
            endpoint=address,
            library_name="ngo-assist",
            library_version=__version__,
        )
    except Exception as error:
        raise _refusal(hub, error, url) from error
    if not found.commit_hash:
        raise UserError(
            msg("what answers there is not a model hub"),
            urlsplit(url).netloc,
            msg(
                "Perhaps this network wants you to sign in first: open any page in a browser, and try again."
            ),
        )
    size, etag = found.size, found.etag or ""
    # The tag of a large file is its sha256; another hub may have tags of its own.
    other = len(etag) == len(model.sha256) and etag != model.sha256
    if other or (size is not None and size != model.size):
        raise _another(model)


def _receive(hub: Any, url: str, part: Part, heard: Heard, stop: Stop) -> None:
    """Take what one connection brings. Raises `_Broken` where another one may bring more."""
    headers = hub.utils.build_hf_headers(library_name="ngo-assist", library_version=__version__)
    headers |= {"Range": f"bytes={part.done}-", "Accept-Encoding": "identity"}
    try:
        with hub.get_session().stream("GET", url, headers=headers, timeout=_TIMEOUT) as response:
            if response.status_code in _BUSY or response.status_code >= 500:
                raise _Broken(msg("the hub answers {status}", status=response.status_code))
            if response.status_code == 416:
                # What is here is not a part of what the hub has.
                part.restart()
                raise _Broken(msg("the hub answers {status}", status=416))
            hub.hf_raise_for_status(response)
            if response.status_code == 200:
                # All of it, whatever was asked for.
                part.restart()
            elif not response.headers.get("Content-Range", "").startswith(f"bytes {part.done}-"):
                raise _Broken(msg("the hub sends another part than it was asked for"))
            # As they come: pieces of a set size would be lost where the connection breaks within one.
            for piece in response.iter_raw():
                part.add(piece)
                heard(part.done, part.whole)
                if stop():
                    raise Stopped
    except (Stopped, TooLong, UserError, _Broken):
        raise
    except Exception as error:
        if _is_refusal(hub, error):
            raise _refusal(hub, error, url) from error
        if not isinstance(error, hub.errors.HTTPError):
            raise
        raise _Broken(msg("{reason}", reason=_reason(error))) from error


def _is_refusal(hub: Any, error: Exception) -> bool:
    return isinstance(error, hub.errors.HfHubHTTPError | hub.errors.OfflineModeIsEnabled)


def _refusal(hub: Any, error: Exception, url: str) -> UserError:
    """What the hub's or the connection's refusal means for the user. Raises what is neither."""
    errors, host = hub.errors, urlsplit(url).netloc
    if isinstance(error, errors.OfflineModeIsEnabled):
        return UserError(
            msg("downloading is switched off by {variable}", variable="HF_HUB_OFFLINE"), host, _ELSEWHERE
        )
    if not isinstance(error, errors.HfHubHTTPError):
        if not isinstance(error, errors.HTTPError):
            raise error
        return UserError(
            msg("there is no connection to the hub: {reason}", reason=_reason(error)), host, _ELSEWHERE
        )
    status = error.response.status_code
    if isinstance(error, errors.GatedRepoError) or status in (401, 403):
        return UserError(
            msg("the hub does not give this file without an account, or its terms must be agreed to first"),
            url.partition("/resolve/")[0],
            msg(
                "Agree there in a browser, download the file there, and type: {command}",
                command=command("model add FILE"),
            ),
        )
    if status in (404, 410):
        return UserError(msg("the hub does not have this file any more"), url, _ELSEWHERE)
    return UserError(msg("the hub answers {status}", status=status), host, msg("Try again later."))


def _reason(error: Exception) -> str:
    return str(error).strip().split("\n")[0][:200] or type(error).__name__


def _another(model: KnownModel) -> UserError:
    return UserError(
        msg("the hub has another file now than the one this program knows as {name}", name=model.name),
        f"{model.repo}/{model.file}",
        _BY_HAND,
    )
