"""Where a request may go: the one rule that a report's page and a source's file share.

The address that a person or a description states is trusted; where a server leads on from there is not.
"""

from __future__ import annotations

import ipaddress
import os
import re
import socket
from base64 import b64encode
from urllib.parse import unquote, urlsplit

#: Set to anything but nothing or 0: no request leaves this machine.
OFFLINE = "DATELINE_OFFLINE"
#: A name and password before the host.
_LOGIN = re.compile(r"(?P<scheme>[a-z][a-z0-9+.-]*://)(?P<login>[^/?#]*)@", re.IGNORECASE)
_UNQUOTED_LOGIN = re.compile(r"(?P<scheme>[a-z][a-z0-9+.-]*://)(?P<login>.*)@", re.IGNORECASE)


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
        found = [ipaddress.ip_address(host.strip("[]"))]
    except ValueError:
        try:
            answers = socket.getaddrinfo(host, None, type=socket.SOCK_STREAM)
        except (OSError, UnicodeError):
            return False
        found = [ipaddress.ip_address(str(answer[4][0]).partition("%")[0]) for answer in answers]
    return any(not address.is_global or address.is_multicast for address in map(_unmapped, found))


def _unmapped(
    address: ipaddress.IPv4Address | ipaddress.IPv6Address,
) -> ipaddress.IPv4Address | ipaddress.IPv6Address:
    """::ffff:10.0.0.1 is 10.0.0.1."""
    return getattr(address, "ipv4_mapped", None) or address


def _parts(address: str) -> tuple[str, str]:
    try:
        split = urlsplit(address)
        return split.scheme.lower(), split.hostname or ""
    except ValueError:
        return "", ""
