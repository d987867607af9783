"""A page at an address: one request within a time limit, in one line whatever goes wrong."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, TypeVar
from urllib.parse import urlsplit

from dateline.hosts import OFFLINE, Guard, HostError, offline, without_login
from dateline.reading.acquire import PAGE_LIMIT, Raw, too_large
from dateline.reading.connecting import client
from dateline.reading.errors import ReadingError

if TYPE_CHECKING:
    import httpx

_Got = TypeVar("_Got")
TIMEOUT_S = 10.0
_SUFFIXES = {
    "text/html": ".html",
    "application/xhtml+xml": ".html",
    "text/plain": ".txt",
    "text/markdown": ".md",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx",
}
#: Servers that do not know say this; the content decides.
_UNKNOWN = ("", "application/octet-stream", "binary/octet-stream")


def is_address(source: str) -> bool:
    """Whether the source is an http or https address."""
    return source.lower().startswith(("http://", "https://"))


def fetch(address: str, timeout_s: float = TIMEOUT_S, guard: Guard | None = None) -> Raw:
    """The bytes that an address answers with, redirects followed. `guard` says where a server may be sent by people it
    does not know; without one the address is the person's own choice. A name and password in the address go to its
    host alone, and are neither printed nor kept.

    Errors: ReadingError where nothing answers in `timeout_s`, the answer is an error, no text, or too large.
    """
    address, login = without_login(address)
    try:
        host = urlsplit(address).hostname
    except ValueError:
        host = None
    if not host:
        raise ReadingError(f"{address} is no whole address: give it as https://host/page.")
    if offline():
        raise ReadingError(f"{address} is not fetched, as {OFFLINE} is set: unset it, or give the page as a file.")
    return within(lambda: _request(address, login, timeout_s, guard), address, timeout_s)


def within(work: Callable[[], _Got], address: str, timeout_s: float) -> _Got:
    """What `work`, a request of `address`, gives within the time limit. Errors: those of `work`, and ReadingError."""
    result: list[_Got] = []
    errors: list[BaseException] = []

    def run() -> None:
        try:
            result.append(work())
        except BaseException as error:
            errors.append(error)

    # Looking up a name cannot be given a time limit; a thread that is no longer waited for can.
    thread = threading.Thread(target=run, daemon=True)
    thread.start()
    thread.join(timeout_s + 1)
    if thread.is_alive():
        raise _silent(address, timeout_s)
    if errors:
        raise errors[0]
    return result[0]


def _request(address: str, login: str, timeout_s: float, guard: Guard | None) -> Raw:
    headers = {"Accept": "text/html,text/plain,*/*;q=0.5"}
    with told(address, timeout_s), client(address, timeout_s, headers, guard) as asking:
        deadline = time.monotonic() + timeout_s
        # Said of the one request: where it leads to another host, the client leaves it out.
        with asking.stream("GET", address, headers=authorization(login)) as answer:
            check_status(address, answer.status_code)
            kind = answer.headers.get("content-type", "").partition(";")[0].strip().lower()
            _check_kind(address, kind)
            data = body(answer, address, PAGE_LIMIT, deadline, timeout_s)
            return Raw(data, without_login(str(answer.url))[0], _SUFFIXES.get(kind, ""), answer.charset_encoding)


def body(answer: httpx.Response, address: str, limit: int, deadline: float, timeout_s: float) -> bytes:
    """The answer's bytes, unpacked: at most `limit` of them, before `deadline` (of `time.monotonic`). Errors:
    ReadingError."""
    data = bytearray()
    for chunk in answer.iter_bytes():
        data += chunk
        if len(data) > limit:
            raise too_large(Raw(bytes(data), address, cut=True), limit)
        if time.monotonic() > deadline:
            raise _silent(address, timeout_s)
    return bytes(data)


@contextmanager
def told(address: str, timeout_s: float) -> Iterator[None]:
    """Whatever goes wrong in a request of `address`, as a ReadingError."""
    import httpx

    try:
        yield
    except HostError as error:
        raise ReadingError(f"{address} is not read, as {error}: check it, or save the page as a file.") from None
    except httpx.TimeoutException:
        raise _silent(address, timeout_s) from None
    except httpx.TooManyRedirects:
        raise ReadingError(f"{address} only leads from page to page: save the page and give the file.") from None
    except (httpx.InvalidURL, httpx.UnsupportedProtocol, UnicodeError) as error:
        raise ReadingError(f"{address} is no address that can be asked ({error}): check it.") from None
    except httpx.HTTPError as error:
        reason = str(error) or type(error).__name__
        raise ReadingError(f"{address} cannot be reached ({reason}): check it, or save the page as a file.") from None


def authorization(login: str) -> dict[str, str]:
    """The header for the name and password of an address (`hosts.without_login`); none where it has none."""
    return {"Authorization": login} if login else {}


def _check_kind(address: str, kind: str) -> None:
    if kind == "application/pdf":
        raise ReadingError(f"{address} is a PDF; Dateline does not read PDF: save its text as .txt or .docx.")
    if kind not in _SUFFIXES and kind not in _UNKNOWN and not kind.startswith("text/"):
        raise ReadingError(f"{address} answers with {kind}, not with a page: give the report's own address.")


def check_status(address: str, status: int) -> None:
    """Errors: ReadingError where the answer is an error."""
    if status >= 400:
        raise _refused(address, status)


def _refused(address: str, status: int) -> ReadingError:
    why = {401: "asks for a password", 403: "refuses readers like this one", 404: "has no such page", 410: "is gone"}
    said = why.get(status, "is out of order" if status >= 500 else "refuses")
    return ReadingError(f"{address} {said} (HTTP {status}): check it, or save the page and give the file.")


def _silent(address: str, timeout_s: float) -> ReadingError:
    return ReadingError(
        f"{address} did not answer within {timeout_s:g} seconds: try again, or save the page as a file."
    )
