"""What connects to a page's server: as a person at their own machine may, or under a guard as a site must."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from dateline.hosts import PORTS, Guard, HostError, check_redirect

if TYPE_CHECKING:
    import httpx

NAME = "Mozilla/5.0 (compatible; dateline)"
#: Packings that cannot hold much more than they weigh.
_PACKED = ("", "identity", "gzip", "deflate")


def client(stated: str, timeout_s: float, headers: Mapping[str, str], guard: Guard | None = None) -> httpx.Client:
    """A client for one request of the `stated` address and what it leads to.

    Without a guard the stated address is the person's own choice, and only where it leads on from there is looked at
    (`hosts.check_redirect`). With one, each address is checked, looked up once, and the connection goes to the very IP
    address that was checked, for the certificate and the name of the host that was asked: a name that has another
    address a moment later leads nowhere else. No proxy is used then, since a proxy looks names up itself. Requests
    raise HostError.
    """
    import httpx

    sent = {"User-Agent": NAME, **headers}
    if guard is None:
        hooks = {"request": [lambda request: check_redirect(str(request.url), stated)]}
        return httpx.Client(
            follow_redirects=True, timeout=timeout_s, headers=sent, max_redirects=10, event_hooks=hooks
        )  # fmt: skip
    sent["Accept-Encoding"] = "gzip, deflate"
    return httpx.Client(
        follow_redirects=True, timeout=timeout_s, headers=sent, max_redirects=5, trust_env=False,
        transport=_pinned(guard), event_hooks={"response": [_check_packing]},
    )  # fmt: skip


def _pinned(guard: Guard) -> httpx.BaseTransport:
    """A transport that asks only what the guard lets pass, at the address that the guard saw."""
    import httpx

    class Pinned(httpx.BaseTransport):
        def __init__(self) -> None:
            self._inner = httpx.HTTPTransport()  # trusts $SSL_CERT_FILE; a transport of one's own asks no proxy

        def handle_request(self, request: httpx.Request) -> httpx.Response:
            guard.check(str(request.url))
            port = request.url.port or PORTS[request.url.scheme]
            failed: httpx.ConnectError | httpx.ConnectTimeout | None = None
            for address in guard.addresses(request.url.host, port):
                try:
                    return self._inner.handle_request(_at(request, address))
                except (httpx.ConnectError, httpx.ConnectTimeout) as error:
                    failed = error
            raise failed or httpx.ConnectError("it has no address")

        def close(self) -> None:
            self._inner.close()

    return Pinned()


def _at(request: httpx.Request, address: str) -> httpx.Request:
    """The request sent to an IP address, with the host's own name in its header and, under TLS, in its certificate."""
    import httpx

    extensions = {**request.extensions, "sni_hostname": request.url.host}
    url = request.url.copy_with(host=address)
    return httpx.Request(request.method, url, headers=request.headers, stream=request.stream, extensions=extensions)


def _check_packing(response: httpx.Response) -> None:
    packing = response.headers.get("content-encoding", "").strip().lower()
    if packing not in _PACKED:
        raise HostError(f"its answer is packed as {packing[:40]}, which was not asked for")
