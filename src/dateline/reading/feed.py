"""A feed at an address: its bytes, unless they are those that were read before."""

from __future__ import annotations

import time
from dataclasses import dataclass

from dateline.hosts import OFFLINE, Guard, offline, without_login
from dateline.reading.address import TIMEOUT_S, authorization, body, check_status, told, within
from dateline.reading.connecting import client
from dateline.reading.errors import ReadingError

#: The longest feed read, in bytes: some hundred times a long one.
FEED_LIMIT = 5_000_000
_ACCEPT = "application/atom+xml,application/rss+xml,application/xml;q=0.9,text/xml;q=0.9,*/*;q=0.5"


@dataclass(frozen=True, slots=True)
class Fetched:
    """What a feed's server answered. `data` is None where nothing has changed since; `etag` and `modified` are what to
    say next time; `kind` is the content type with its character set, as the server states it."""

    data: bytes | None
    etag: str
    modified: str
    kind: str


def fetch_feed(
    address: str, *, etag: str = "", modified: str = "", guard: Guard | None = None, timeout_s: float = TIMEOUT_S
) -> Fetched:
    """The feed at an address. Errors: ReadingError, one line, as for a page."""
    address, login = without_login(address)
    if offline():
        raise ReadingError(f"{address} is not fetched, as {OFFLINE} is set: unset it.")
    headers = {"Accept": _ACCEPT}
    if etag:
        headers["If-None-Match"] = etag
    if modified:
        headers["If-Modified-Since"] = modified

    def ask() -> Fetched:
        with told(address, timeout_s), client(address, timeout_s, headers, guard) as asking:
            deadline = time.monotonic() + timeout_s
            with asking.stream("GET", address, headers=authorization(login)) as answer:
                if answer.status_code == 304:
                    return Fetched(None, etag, modified, "")
                check_status(address, answer.status_code)
                said = answer.headers
                data = body(answer, address, FEED_LIMIT, deadline, timeout_s)
                return Fetched(
                    data, said.get("etag", ""), said.get("last-modified", ""), said.get("content-type", "")
                )  # fmt: skip

    return within(ask, address, timeout_s)
