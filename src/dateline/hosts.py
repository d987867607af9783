"""Where a request may go: the one rule that a report's page and a source's file share.

The address that a person or a description states is trusted; where a server leads on from there is not.
"""

from __future__ import annotations

import ipaddress
import os
import re
import socket
from base64 import b64encode
from dataclasses import dataclass
from urllib.parse import unquote, urlsplit

#: Set to anything but nothing or 0: no request leaves this machine.
OFFLINE = "DATELINE_OFFLINE"
#: A name and password before the host.
_LOGIN = re.compile(r"(?P<scheme>[a-z][a-z0-9+.-]*://)(?P<login>[^/?#]*)@", re.IGNORECASE)
_UNQUOTED_LOGIN = re.compile(r"(?P<scheme>[a-z][a-z0-9+.-]*://)(?P<login>.*)@", re.IGNORECASE)
#: The web's own ports.
PORTS = {"http": 80, "https": 443}
#: Networks whose addresses end in the IPv4 address that is reached: NAT64, NAT64 of one's own, IPv4-compatible.
_ENDS_IN_IPV4 = tuple(map(ipaddress.IPv6Network, ("64:ff9b::/96", "64:ff9b:1::/48", "::/96")))

Address = ipaddress.IPv4Address | ipaddress.IPv6Address


class HostError(Exception):
    """An address that is not asked. The message is a clause: "it leads to ...", for a line that names the address."""


def without_login(address: str) -> tuple[str, str]:
    """The address as it may be printed and kept, and what to send as Authorization for the name and password that
    stood in it; empty where none did. Never raises."""
    found = _LOGIN.match(address)
    if found is None and "@" in address:
        try:
            _ = urlsplit(address).port
        except ValueError:  # a password with a slash in it: what follows the colon is no port
            found = _UNQUOTED_LOGIN.match(address)
    if found is None:
        return address, ""
    name, _, password = found["login"].partition(":")
    told = f"{unquote(name)}:{unquote(password)}".encode()
    return found["scheme"] + address[found.end() :], f"Basic {b64encode(told).decode()}"


def offline() -> bool:
    """Whether the user has said that nothing may be fetched."""
    return os.environ.get(OFFLINE, "").strip() not in ("", "0")


def check_hop(address: str, stated: str) -> None:
    """Whether `address`, to which the `stated` one has led (or which it is), may be asked.

    https always, but from a public host to none of this machine or its network; http only where the stated host is
    itself of this machine or its network (a mirror, a test). Raises HostError.
    """
    check_redirect(address, stated)
    scheme, host = _parts(address)
    if scheme == "http" and not (is_private(_parts(stated)[1]) and is_private(host)):
        raise HostError(
            f"{without_login(address)[0][:120]} is not https: what it gives could have been changed on its way"
        )


def check_redirect(address: str, stated: str) -> None:
    """The same for a page that a person reads: http is their own choice. Raises HostError."""
    scheme, host = _parts(address)
    if scheme not in ("http", "https") or not host:
        raise HostError(f"it leads to {without_login(address)[0][:120]}, which is no http address")
    first = _parts(stated)[1]
    if host != first and is_private(host) and not is_private(first):
        raise HostError(f"it leads to {host}, which is of this machine or its own network")


def is_private(host: str) -> bool:
    """Whether a host is, or has a name for, an address of this machine or its own network. A name that nobody here
    knows is none: behind a proxy only the proxy looks names up."""
    try:
        found: list[Address] = [ipaddress.ip_address(host.strip("[]"))]
    except ValueError:
        try:
            answers = socket.getaddrinfo(host, None, type=socket.SOCK_STREAM)
        except (OSError, UnicodeError):
            return False
        found = [ipaddress.ip_address(str(answer[4][0]).partition("%")[0]) for answer in answers]
    return not all(map(_is_public, found))


@dataclass(frozen=True, slots=True)
class Guard:
    """Where a server may be sent by people it does not know: to public web addresses, and to the hosts in `allowed`
    ("wiki.example", any port; "127.0.0.1:8080", this port), wherever they are."""

    allowed: frozenset[str] = frozenset()

    def check(self, address: str) -> None:
        """Whether the words of `address` may be asked: http or https, the web's own ports, no name or password.
        Raises HostError."""
        try:
            split = urlsplit(address)
            host, port = (split.hostname or "").rstrip("."), split.port
        except ValueError:
            raise HostError(f"{address[:120]} is no http address") from None
        scheme = split.scheme.lower()
        if scheme not in PORTS or not host:
            raise HostError(f"{address[:120]} is no http address")
        if "@" in split.netloc:
            raise HostError(f"an address for {host} carries a name or a password")
        port = PORTS[scheme] if port is None else port
        if port not in PORTS.values() and not self._allows(host, port):
            raise HostError(
                f"it leads to port {port} of {host}; only {' and '.join(map(str, PORTS.values()))} are asked"
            )

    def addresses(self, host: str, port: int) -> tuple[str, ...]:
        """The IP addresses of `host`, looked up once: whoever connects must connect to these, and ask for no name
        again. Raises HostError where one of them is of this machine or its own network, or nobody knows the name."""
        host = host.strip("[]").rstrip(".")
        try:
            answers = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
            found = tuple(dict.fromkeys(str(answer[4][0]) for answer in answers))
        except (OSError, UnicodeError):
            raise HostError(f"nobody knows the host {host}") from None
        if not self._allows(host, port):
            for address in found:
                if not _is_public(ipaddress.ip_address(address.partition("%")[0])):
                    raise HostError(f"it leads to {host}, which is of this machine or its own network")
        return found

    def _allows(self, host: str, port: int) -> bool:
        host = host.lower()
        return host in self.allowed or f"{host}:{port}" in self.allowed


def _is_public(address: Address) -> bool:
    """Whether an address is anybody's on the internet, also behind what carries IPv4 in IPv6."""
    address = _inner(address)
    is_special = address.is_multicast or address.is_reserved or address.is_unspecified
    return address.is_global and not is_special and not getattr(address, "is_site_local", False)


def _inner(address: Address) -> Address:
    """The IPv4 address that an IPv6 one stands for: ::ffff:10.0.0.1, 2002:a00:1:: and 64:ff9b::a00:1 are 10.0.0.1."""
    if isinstance(address, ipaddress.IPv4Address):
        return address
    if address.teredo is not None:
        return address.teredo[1]
    embedded = address.ipv4_mapped or address.sixtofour
    if embedded is None and any(address in network for network in _ENDS_IN_IPV4):
        embedded = ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)
    return embedded or address


def _parts(address: str) -> tuple[str, str]:
    try:
        split = urlsplit(address)
        return split.scheme.lower(), split.hostname or ""
    except ValueError:
        return "", ""
