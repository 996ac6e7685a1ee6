"""Where a model's server listens. What a plan holds stays on this computer unless somebody says otherwise.

"This computer" are the numbers 127.0.0.0/8 and ::1, and the name localhost where all that it stands for
are such numbers. Every other name counts as another computer, whatever it stands for today: who keeps the
name can let it stand for something else tomorrow.
"""

from __future__ import annotations

import ipaddress
import socket
from dataclasses import dataclass
from urllib.parse import quote, urlsplit

from ..messages import Message, UserError, msg

_PORTS = {"http": 80, "https": 443}
_FORM = "http://127.0.0.1:8080"
_IN_PATHS = "/%:@!$&'()*+,;=~"
"""What stands in a path as it is, besides letters, digits and "_.-": RFC 3986, 3.3."""


@dataclass(frozen=True)
class Address:
    """The root of a server, without its /v1."""

    scheme: str
    host: str
    """A name in lower case and in ASCII, or a number without brackets."""
    port: int
    path: str = ""
    """What stands before /v1, in ASCII: empty, or "/…" without a slash at its end."""

    def __str__(self) -> str:
        return f"{self.scheme}://{self.netloc}{self.path}"

    @property
    def netloc(self) -> str:
        host = f"[{self.host}]" if ":" in self.host else self.host
        return f"{host}:{self.port}"

    @property
    def here(self) -> bool:
        """Whether it is this computer by its looks; `numbers` looks at what the name stands for."""
        return self.host == "localhost" or _is_loopback(self.host)

    def numbers(self) -> list[str]:
        """The numbers to connect to, looked up now.

        Raises `OSError` where the name is unknown, or where localhost stands for anything but this computer.
        """
        if _number(self.host):
            return [self.host]
        looked_up = socket.getaddrinfo(self.host, self.port, type=socket.SOCK_STREAM)
        found = list(dict.fromkeys(str(each[4][0]) for each in looked_up))
        if self.here and not all(_is_loopback(each) for each in found):
            raise OSError("localhost does not stand for this computer")
        return found


def read_address(text: str) -> Address:
    """Read what a person gives as a server's address. Raises `UserError`; nothing is looked up."""
    given = text.strip()
    try:
        parts = urlsplit(given if "://" in given else f"http://{given}")
        host, port = (parts.hostname or "").removesuffix("."), parts.port
    except ValueError:
        raise _wrong(msg("this is no address of a server"), given) from None
    if parts.scheme not in _PORTS:
        raise _wrong(msg("an address begins with http:// or https://"), given)
    if not host or port == 0 or any(each.isspace() or not each.isprintable() for each in given):
        raise _wrong(msg("this is no address of a server"), given)
    if "@" in parts.netloc or parts.query or parts.fragment:
        # No echo: it may hold a password.
        raise _wrong(msg("an address holds no name, password or question"), "")
    path = quote(parts.path, safe=_IN_PATHS).rstrip("/").removesuffix("/v1").rstrip("/")
    return Address(parts.scheme, _ascii(host, given), port or _PORTS[parts.scheme], path)


def stays_here(address: Address, model: str) -> bool:
    """Whether what a model is asked stays on this computer.

    Ollama passes on what is asked of some models to servers of its maker; their names end in "cloud".
    """
    return address.here and not model.lower().endswith(("-cloud", ":cloud"))


def _ascii(host: str, given: str) -> str:
    """A host's name as it is asked for in the network. Raises `UserError` where no name can be so."""
    if _number(host):
        return host
    try:
        return host.encode("idna").decode("ascii").lower()
    except UnicodeError:
        raise _wrong(msg("this is no address of a server"), given) from None


def _wrong(what: Message, where: str) -> UserError:
    return UserError(what, where, msg("Write it as {example}.", example=_FORM))


def _number(host: str) -> ipaddress.IPv4Address | ipaddress.IPv6Address | None:
    try:
        number = ipaddress.ip_address(host)
    except ValueError:
        return None
    return getattr(number, "ipv4_mapped", None) or number


def _is_loopback(host: str) -> bool:
    number = _number(host)
    return number is not None and number.is_loopback
