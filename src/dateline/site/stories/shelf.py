"""Published pages kept whole: in front of Django, in this process's memory, as the bytes that go over the wire.

A page is kept if the site says so by its header (`stories.pages.PUBLIC`) and nothing personal came with it: no cookie,
no header that it varies by one. It is thrown away as soon as the edition moves on (`stories.edition`), at midnight (the
head of every page shows the day) and after a few minutes in any case.
"""

from __future__ import annotations

import datetime as dt
import gzip
import hashlib
import threading
import time
from collections import OrderedDict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from dateline.site.stories import edition
from dateline.site.stories.pages import PUBLIC

if TYPE_CHECKING:
    from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment

#: Seconds after which a page is drawn again though nothing is known to have changed.
OLDEST = 300.0
#: Bytes of pages in one process; the oldest go first.
MOST_BYTES = 64_000_000
#: Below this a compressed page is no smaller on the wire.
WORTH_PACKING = 600
#: What a page may vary by and still be one for all.
_VARIES = frozenset(("", "accept-encoding"))

Headers = list[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Kept:
    """A page: its body plain and packed, the headers of each, by which names it is known, until when it may stay."""

    plain: bytes
    packed: bytes | None
    headers: Headers
    packed_headers: Headers
    same: Headers
    tags: frozenset[str]
    stale: float

    @property
    def size(self) -> int:
        return len(self.plain) + len(self.packed or b"")


@dataclass(slots=True)
class Shelf:
    """The pages of one edition and day."""

    pages: OrderedDict[tuple[str, ...], Kept] = field(default_factory=OrderedDict)
    edition: tuple[Any, ...] = ()
    size: int = 0
    lock: threading.Lock = field(default_factory=threading.Lock)

    def get(self, key: tuple[str, ...], edition: tuple[Any, ...]) -> Kept | None:
        """The page, if it is of this edition and not stale."""
        if edition != self.edition:
            return None
        found = self.pages.get(key)
        return found if found is not None and found.stale > time.monotonic() else None

    def put(self, key: tuple[str, ...], page: Kept, edition: tuple[Any, ...]) -> None:
        """Keeps a page that was drawn in `edition`; pages of another one go."""
        with self.lock:
            if edition != self.edition:
                self.pages.clear()
                self.edition, self.size = edition, 0
            old = self.pages.pop(key, None)
            self.size += page.size - (old.size if old else 0)
            self.pages[key] = page
            while self.size > MOST_BYTES:
                self.size -= self.pages.popitem(last=False)[1].size


def keeping(application: WSGIApplication, shelf: Shelf | None = None) -> WSGIApplication:
    """`application` with its published pages kept."""
    shelf = shelf or Shelf()

    def served(environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        if environ["REQUEST_METHOD"] not in ("GET", "HEAD") or environ.get("QUERY_STRING"):
            return application(environ, start_response)
        key = _key(environ)
        now = (edition.current(), _today())
        found = shelf.get(key, now)
        if found is None:
            if environ["REQUEST_METHOD"] == "HEAD":
                return application(environ, start_response)
            drawn = _drawn(application, environ, start_response)
            if not isinstance(drawn, Kept):
                return drawn
            shelf.put(key, drawn, now)
            found = drawn
        return _answer(found, environ, start_response)

    return served


def _key(environ: WSGIEnvironment) -> tuple[str, ...]:
    """What a page may depend on besides the database: the host is checked and http sent on to https by Django."""
    return (
        environ.get("HTTP_HOST", ""), environ.get("HTTP_X_FORWARDED_PROTO", ""), environ["wsgi.url_scheme"],
        environ.get("PATH_INFO", ""),
    )  # fmt: skip


def _today() -> dt.date:
    from django.utils import timezone

    return timezone.localdate()


def _drawn(
    application: WSGIApplication, environ: WSGIEnvironment, start_response: StartResponse
) -> Kept | Iterable[bytes]:
    """The page, to be kept; or, where it is none, the answer as the application gave it."""
    told: list[Any] = []

    def remember(status: str, headers: Headers, exc_info: Any = None) -> Callable[[bytes], object]:
        told[:] = [status, headers, exc_info]
        return lambda _: None

    body = application(environ, remember)
    status, headers, exc_info = told
    if not _may_be_kept(status, headers):
        start_response(status, headers, exc_info)
        return body
    try:
        return _kept(b"".join(body), headers)
    finally:
        getattr(body, "close", lambda: None)()


def _may_be_kept(status: str, headers: Headers) -> bool:
    named = {name.lower(): value for name, value in headers}
    return (
        status.startswith("200")
        and named.get("cache-control") == PUBLIC
        and "set-cookie" not in named
        and "content-encoding" not in named
        and named.get("vary", "").strip().lower() in _VARIES
    )


def _kept(body: bytes, headers: Headers) -> Kept:
    tag = hashlib.sha256(body).hexdigest()[:20]
    packed = gzip.compress(body, 6, mtime=0) if len(body) >= WORTH_PACKING else None
    shared = [(name, value) for name, value in headers if name.lower() not in ("content-length", "etag", "vary")]
    shared.append(("Vary", "Accept-Encoding"))
    plain = [*shared, ("ETag", f'"{tag}"'), ("Content-Length", str(len(body)))]
    small = [
        *shared, ("ETag", f'"{tag}-gzip"'), ("Content-Encoding", "gzip"), ("Content-Length", str(len(packed or b""))),
    ]  # fmt: skip
    same = [(name, value) for name, value in shared if name.lower() != "content-type"]
    tags = frozenset((f'"{tag}"', f'"{tag}-gzip"'))
    return Kept(body, packed, plain, small, same, tags, time.monotonic() + OLDEST)


def _answer(page: Kept, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
    packed = page.packed is not None and _accepts_gzip(environ.get("HTTP_ACCEPT_ENCODING", ""))
    headers = page.packed_headers if packed else page.headers
    if asked := environ.get("HTTP_IF_NONE_MATCH"):
        named = {tag.strip().removeprefix("W/") for tag in asked.split(",")}
        if named & page.tags or "*" in named:
            etag = next(value for name, value in headers if name == "ETag")
            start_response("304 Not Modified", [*page.same, ("ETag", etag)])
            return [b""]
    start_response("200 OK", list(headers))
    if environ["REQUEST_METHOD"] == "HEAD":
        return [b""]
    return [page.packed if packed and page.packed is not None else page.plain]


def _accepts_gzip(header: str) -> bool:
    """Whether the reader's program unpacks gzip: named, and not with a weight of nothing."""
    for part in header.lower().split(","):
        name, _, weight = part.partition(";")
        if name.strip() in ("gzip", "*"):
            return weight.replace(" ", "") not in ("q=0", "q=0.0", "q=0.00", "q=0.000")
    return False
