"""Asking a server for a file: limits of time, size and redirection, and every fault as one of three kinds."""

from __future__ import annotations

import socket
import threading
import time
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING

from dateline.hosts import HostError, check_hop
from dateline.sources.intake import SourceError

if TYPE_CHECKING:
    import httpx


#: Bytes that are unpacked at a time.
UNPACKED = 1 << 20


class DownloadError(SourceError):
    """A file that cannot be had. The message is one line and says how to mend it."""


class Missing(DownloadError):
    """The server has no such file."""


class TooLarge(DownloadError):
    """More came than a sound copy can hold."""


class Again(Exception):
    """A fault that may pass: a clause that follows the address. `wait_s` is how long the server asks to wait."""

    def __init__(self, clause: str, wait_s: float = 0.0) -> None:
        super().__init__(clause)
        self.wait_s = wait_s


@dataclass(frozen=True, slots=True)
class Limits:
    """Seconds unless said otherwise. `silence_s`: nothing comes; `answer_s`: until an answer has begun; `slowest`:
    bytes a second, on average, once `grace_s` have passed. `wait_s` is doubled after each of the `attempts`."""

    attempts: int = 5
    wait_s: float = 1.0
    longest_wait_s: float = 90.0
    silence_s: float = 30.0
    answer_s: float = 60.0
    grace_s: float = 60.0
    slowest: int = 500
    redirects: int = 5


class Connection:
    """A line to servers, opened on first use and again after it was cut. Proxies and certificates are taken from the
    environment (HTTPS_PROXY, NO_PROXY, SSL_CERT_FILE). `authorization` goes to the host asked and not to one that it
    leads on to."""

    def __init__(self, limits: Limits, authorization: str = "") -> None:
        self.limits = limits
        self._login = {"Authorization": authorization} if authorization else {}
        self._client: httpx.Client | None = None

    def close(self) -> None:
        if self._client is not None:
            self._client.close()

    @contextmanager
    def ask(self, address: str, headers: dict[str, str]) -> Iterator[httpx.Response]:
        """The answer, redirects followed, with its body still to come. Whatever goes wrong until the `with` ends is
        raised as Again or DownloadError."""
        import httpx

        client = self._opened(address)
        try:
            answer = self._led(client, address, headers)
            try:
                yield answer
            finally:
                answer.close()
        except httpx.TimeoutException:
            raise Again(f"was silent for {self.limits.silence_s:g} seconds") from None
        except httpx.ProxyError as error:
            raise DownloadError(f"{address}: the proxy refuses ({error}); check HTTPS_PROXY") from None
        except (httpx.InvalidURL, httpx.UnsupportedProtocol, httpx.LocalProtocolError, UnicodeError) as error:
            raise DownloadError(f"{address} is no address that can be asked ({error}): check it") from None
        except httpx.TransportError as error:
            raise _transport(address, error) from None

    def check(self, answer: httpx.Response, address: str, accepted: tuple[int, ...]) -> None:
        """Raises Again or DownloadError where the answer is not the file."""
        status = answer.status_code
        if status in accepted:
            kind = answer.headers.get("content-type", "").partition(";")[0].strip().lower()
            if kind in ("text/html", "application/xhtml+xml"):
                raise DownloadError(f"{address} answers with a web page, not with data: it may ask for a login;"
                                    " open it in a browser and save the file by hand")  # fmt: skip
            return
        wait_s = _asked_wait(answer)
        spent = status == 403 and answer.headers.get("x-ratelimit-remaining") == "0"
        if status in (408, 425, 429) or status >= 500 or spent:
            busy = "has had too many requests" if status == 429 or spent else "is out of order"
            raise Again(f"{busy} (HTTP {status})", wait_s)
        if status in (404, 410):
            raise Missing(f"{address} is not there (HTTP {status}): the file may have moved")
        why = "refuses; it may want an account" if status in (401, 403) else "gives no file"
        raise DownloadError(f"{address} {why} (HTTP {status}): open it in a browser and save the file by hand")

    def chunks(self, answer: httpx.Response, address: str, largest: int) -> Iterator[bytes]:
        """The body, unpacked, of at most `largest` bytes, at no less than the slowest speed."""
        began, size = time.monotonic(), 0
        for chunk in _unpacked(answer, address):
            size += len(chunk)
            if size > largest:
                raise TooLarge(f"{address} gives more than the {largest / 1e6:,.0f} MB that a sound copy can be:"
                               " look at it by hand")  # fmt: skip
            yield chunk
            taken = time.monotonic() - began
            if taken > self.limits.grace_s and size < taken * self.limits.slowest:
                raise Again(f"gives less than {self.limits.slowest} bytes a second")

    def _opened(self, address: str) -> httpx.Client:
        import httpx

        if self._client is None or self._client.is_closed:
            headers = {"User-Agent": "dateline", "Accept": "*/*", "Accept-Encoding": "identity"}
            try:
                self._client = httpx.Client(timeout=self.limits.silence_s, headers=headers, follow_redirects=False)
            except (ImportError, ValueError, httpx.InvalidURL, OSError) as error:
                raise DownloadError(f"{address}: the environment names a proxy or certificates that cannot be used"
                                    f" ({error}); check HTTPS_PROXY and SSL_CERT_FILE") from None  # fmt: skip
        return self._client

    def _led(self, client: httpx.Client, address: str, headers: dict[str, str]) -> httpx.Response:
        """Redirects are followed here: each hop is checked first, and no redirect's own body is read."""
        # A server that sends its headers a letter at a time is never silent; a clock that hangs up ends it.
        clock = threading.Timer(self.limits.answer_s, client.close)
        clock.daemon = True
        clock.start()
        try:
            request = client.build_request("GET", address, headers={**headers, **self._login})
            for _ in range(self.limits.redirects + 1):
                check_hop(str(request.url), address)
                answer = client.send(request, stream=True)
                if answer.next_request is None:
                    return answer
                answer.close()
                request = answer.next_request
        except HostError as error:
            raise DownloadError(f"{address} is not fetched: {error}") from None
        except Exception:
            if client.is_closed:
                raise Again(f"did not answer within {self.limits.answer_s:g} seconds") from None
            raise
        finally:
            clock.cancel()
        raise DownloadError(f"{address} only leads from address to address: the file may have moved")


def _transport(address: str, error: httpx.TransportError) -> Exception:
    """A name that nobody knows and a certificate that nobody vouches for do not pass; a line that is cut does."""
    chain: list[BaseException] = []
    cause: BaseException | None = error
    while cause is not None and cause not in chain:
        chain.append(cause)
        cause = cause.__cause__ or cause.__context__
    if any(isinstance(fault, socket.gaierror) for fault in chain):
        return DownloadError(f"{address} cannot be found from here: check the network, or set HTTPS_PROXY")
    if "CERTIFICATE_VERIFY_FAILED" in str(error):
        return DownloadError(f"{address}: its certificate is not known here; where a proxy re-signs them, name its"
                             " own in SSL_CERT_FILE")  # fmt: skip
    return Again(f"cannot be reached ({str(error) or type(error).__name__})")


def _unpacked(answer: httpx.Response, address: str) -> Iterator[bytes]:
    """The body's bytes. One layer of gzip is taken off, a little at a time: it was not asked for, and it can hold a
    thousand times its size."""
    packing = answer.headers.get("content-encoding", "identity").strip().lower()
    if packing in ("", "identity"):
        yield from answer.iter_raw()
        return
    if packing not in ("gzip", "x-gzip"):
        raise DownloadError(f"{address} is packed as {packing[:40]}, which was not asked for: fetch it by hand")
    unpacker = zlib.decompressobj(16 + zlib.MAX_WBITS)
    try:
        for raw in answer.iter_raw():
            waiting = raw
            while waiting:
                yield unpacker.decompress(waiting, UNPACKED)
                waiting = unpacker.unconsumed_tail
    except zlib.error:
        raise Again("is packed wrongly") from None
    if not unpacker.eof:
        raise Again("was cut before its end")


def _asked_wait(answer: httpx.Response) -> float:
    """Seconds that the server asks to wait: Retry-After as seconds or a date, or GitHub's hour of reset; else 0."""
    said = answer.headers.get("retry-after", "").strip()
    now = datetime.now(UTC)
    if said.isascii() and said.isdigit():
        return float(min(int(said[:9]), 10**7))
    if said:
        try:
            at = parsedate_to_datetime(said)
            return max(0.0, ((at if at.tzinfo else at.replace(tzinfo=UTC)) - now).total_seconds())
        except (ValueError, TypeError):
            return 0.0
    reset = answer.headers.get("x-ratelimit-reset", "")
    if answer.headers.get("x-ratelimit-remaining") == "0" and reset.isascii() and reset.isdigit():
        return max(0.0, int(reset[:12]) - now.timestamp())
    return 0.0
