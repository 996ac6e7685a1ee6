"""Models in other programs: servers on this computer that speak as OpenAI's do, found while they run.

Only asked for and never at the program's start: looking takes up to a second, and belongs in a thread.
"""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor, wait
from dataclasses import dataclass
from pathlib import Path

from ..clean import clean_line
from ..messages import Message, UserError, msg
from .address import Address, read_address, stays_here
from .catalogue import ModelFile
from .link import Link, LinkError

NAME = "server"
"""What `--model` and the settings call it; a model's name may follow after a colon."""
KNOWN_PORTS = {8080: "llama-server", 11434: "Ollama", 1234: "LM Studio"}
_SECONDS = 1.0
"""How long the known ports get to answer, all together."""
_PATIENCE = 10.0
"""How long a server gets that somebody has chosen: it may be busy with a text."""


@dataclass(frozen=True)
class ServedModel(ModelFile):
    """A model in a server. `path` names no file; `served_as` is what the server calls it."""

    address: str = ""
    served_as: str = ""
    elsewhere: bool = False
    """Whether it runs on another computer, and somebody said yes to that."""

    @property
    def warning(self) -> Message | None:
        """What is to be said each time before it is used."""
        if not self.elsewhere:
            return None
        return msg(
            "The model runs on another computer, {model}: the organisation's name, your notes and the plan's"
            " texts leave this computer.",
            model=self.title,
        )


@dataclass(frozen=True)
class Choice:
    """The server that the settings name. All empty: whichever of the known ones runs."""

    address: str = ""
    model: str = ""
    elsewhere: bool = False


def is_served(name: str) -> bool:
    """Whether a name given for a model means one in a server."""
    return name == NAME or name.startswith(f"{NAME}:")


def running(ports: Sequence[int] = tuple(KNOWN_PORTS), seconds: float = _SECONDS) -> list[ServedModel]:
    """The models of the servers that run on this computer; a server that hangs is left out."""
    links = [Link(Address("http", "127.0.0.1", port), connect=seconds) for port in ports]
    with ThreadPoolExecutor(len(links) or 1) as pool:
        asking = [pool.submit(link.models, seconds) for link in links]
        answered, _ = wait(asking, timeout=seconds)
        for link in links:
            link.cut()
    return [
        model
        for link, asked in zip(links, asking, strict=True)
        if asked in answered and asked.exception() is None
        for model in _models(link.address, asked.result(), elsewhere=False)
    ]


def resolve(name: str, choice: Choice, ports: Sequence[int] = tuple(KNOWN_PORTS)) -> ServedModel:
    """The model that "server" or "server:NAME" means. Raises `UserError`."""
    wanted = name.partition(":")[2] or choice.model
    found = chosen(choice) if choice.address else running(ports)
    if not found:
        raise UserError(
            msg("no server with a model is running on this computer"),
            "",
            msg("Start llama-server, Ollama or LM Studio, or name its address in the settings."),
        )
    # Ollama leaves out the version called latest.
    fitting = [
        each for each in found if wanted in ("", each.served_as, each.served_as.removesuffix(":latest"))
    ]
    fitting = fitting or [each for each in found if each.name == f"{NAME}:{wanted}"]
    if not fitting:
        known = ", ".join(each.name for each in found)
        raise UserError(
            msg("the server has no model called {name}", name=wanted),
            found[0].address,
            msg("It has: {names}", names=known),
        )
    return fitting[0]


def chosen(choice: Choice) -> list[ServedModel]:
    """The models of the server that was chosen. Raises `UserError`."""
    address = read_address(choice.address)
    if not (address.here or choice.elsewhere):
        raise UserError(
            msg("this server is on another computer, so what people wrote would leave this one"),
            str(address),
            msg("If that may be, say so: {option}, or {setting} in the settings.", **_YES),
        )
    try:
        names = Link(address, elsewhere=choice.elsewhere).models(_PATIENCE)
    except LinkError as error:
        raise UserError(
            msg("the server cannot be asked ({reason})", reason=error.detail),
            str(address),
            msg("Start it, or correct its address in the settings."),
        ) from error
    return _models(address, names, elsewhere=choice.elsewhere)


_YES = {"option": "--server-elsewhere", "setting": "server_elsewhere = true"}


def _models(address: Address, names: Sequence[str], *, elsewhere: bool) -> list[ServedModel]:
    """The models that may be used; `elsewhere` says yes to those that run on another computer."""
    return [
        ServedModel(
            name=f"{NAME}:{_shown(name)}",
            path=Path(),
            title=f"{_shown(name)} ({address})",
            address=str(address),
            served_as=name,
            elsewhere=not stays_here(address, name),
        )
        for name in names
        if "embed" not in name.lower()  # such a model gives numbers, no words
        and (elsewhere or stays_here(address, name))
    ]


def _shown(name: str) -> str:
    """A model's name on one line; llama-server gives the whole path of its file."""
    if name.endswith(".gguf"):
        name = name.replace("\\", "/").rpartition("/")[2].removesuffix(".gguf")
    return clean_line(name)[:80]
