"""A page at an address: one request within a time limit, in one line whatever goes wrong."""

from __future__ import annotations

import threading
import time
from urllib.parse import urlsplit

from dateline.hosts import OFFLINE, HostError, check_redirect, offline
from dateline.reading.acquire import PAGE_LIMIT, Raw, too_large
from dateline.reading.errors import ReadingError

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


def fetch(address: str, timeout_s: float = TIMEOUT_S) -> Raw:
    """The bytes that an address answers with, redirects followed.

    Errors: ReadingError where nothing answers in `timeout_s`, the answer is an error, no text, or too large.
    """
    try:
        host = urlsplit(address).hostname
    except ValueError:
        host = None
    if not host:
        raise ReadingError(f"{address} is no whole address: give it as https://host/page.")
    if offline():
        raise ReadingError(f"{address} is not fetched, as {OFFLINE} is set: unset it, or give the page as a file.")
    result: list[Raw] = []
    errors: list[BaseException] = []

    def work() -> None:
        try:
            result.append(_request(address, timeout_s))
        except BaseException as error:
            errors.append(error)

    # Looking up a name cannot be given a time limit; a thread that is no longer waited for can.
    thread = threading.Thread(target=work, daemon=True)
    thread.start()
    thread.join(timeout_s + 1)
    if thread.is_alive():
        raise _silent(address, timeout_s)
    if errors:
        raise errors[0]
    return result[0]


def _request(address: str, timeout_s: float) -> Raw:
    import httpx

    deadline = time.monotonic() + timeout_s
    headers = {"User-Agent": "Mozilla/5.0 (compatible; dateline)", "Accept": "text/html,text/plain,*/*;q=0.5"}
    try:
        with (
            httpx.Client(
                follow_redirects=True,
                timeout=timeout_s,
                headers=headers,
                max_redirects=10,
                event_hooks={"request": [lambda request: check_redirect(str(request.url), address)]},
            ) as client,
            client.stream("GET", address) as answer,
        ):
            if answer.status_code >= 400:
                raise _refused(address, answer.status_code)
            kind = answer.headers.get("content-type", "").partition(";")[0].strip().lower()
            _check_kind(address, kind)
            data = bytearray()
            for chunk in answer.iter_bytes():
                data += chunk
                if len(data) > PAGE_LIMIT:
                    raise too_large(Raw(bytes(data), address, cut=True), PAGE_LIMIT)
                if time.monotonic() > deadline:
                    raise _silent(address, timeout_s)
            return Raw(bytes(data), str(answer.url), _SUFFIXES.get(kind, ""), answer.charset_encoding)
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


def _check_kind(address: str, kind: str) -> None:
    if kind == "application/pdf":
        raise ReadingError(f"{address} is a PDF; Dateline does not read PDF: save its text as .txt or .docx.")
    if kind not in _SUFFIXES and kind not in _UNKNOWN and not kind.startswith("text/"):
        raise ReadingError(f"{address} answers with {kind}, not with a page: give the report's own address.")


def _refused(address: str, status: int) -> ReadingError:
    why = {401: "asks for a password", 403: "refuses readers like this one", 404: "has no such page", 410: "is gone"}
    said = why.get(status, "is out of order" if status >= 500 else "refuses")
    return ReadingError(f"{address} {said} (HTTP {status}): check it, or save the page and give the file.")


def _silent(address: str, timeout_s: float) -> ReadingError:
    return ReadingError(
        f"{address} did not answer within {timeout_s:g} seconds: try again, or save the page as a file."
    )
