"""Pages at an address, from a real server on this machine."""

from __future__ import annotations

import socket
import threading
import time
from base64 import b64encode
from collections.abc import Iterator
from datetime import date
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from dateline import hosts
from dateline.reading import ReadingError, read
from dateline.reading.acquire import PAGE_LIMIT
from dateline.reading.address import fetch
from dateline.reading.feed import fetch_feed

from .pages import HTML_PAGE, STORY, said

ANSWERS: dict[str, tuple[int, str, bytes]] = {
    "/page": (200, "text/html; charset=utf-8", HTML_PAGE.encode()),
    "/text": (200, "text/plain; charset=windows-1252", "The café’s count: 367 drones were launched.".encode("cp1252")),
    "/draft.md": (200, "text/markdown", f"# Front moves\n\n{STORY[0]}".encode()),
    "/pdf": (200, "application/pdf", b"%PDF-1.4"),
    "/hidden": (200, "text/html", b"%PDF-1.4 renamed"),
    "/picture": (200, "image/png", b"\x89PNG"),
    "/data": (200, "application/json", b"{}"),
    "/empty": (200, "text/html", b""),
    "/broken": (503, "text/html", b"<html>no</html>"),
    "/large": (200, "text/html", b"<html>" + b"x" * (PAGE_LIMIT + 10)),
}
LEADS = {"/moved": "/page", "/loop": "/loop"}


ASKED: list[tuple[str, str | None]] = []


def asked() -> list[tuple[str, str | None]]:
    """Host and path of each request since the list was cleared, with what it was authorized by."""
    return ASKED


class Handler(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        ASKED.append((self.headers["Host"].partition(":")[0] + self.path, self.headers["Authorization"]))
        if self.path in LEADS:
            self.send_response(302)
            self.send_header("Location", LEADS[self.path])
            self.end_headers()
            return
        status, kind, body = ANSWERS.get(self.path, (404, "text/html", b"none"))
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.end_headers()
        try:
            self.wfile.write(body)
        except OSError:
            return

    def log_message(self, format: str, *args: object) -> None:
        """Quiet."""


@pytest.fixture(scope="module")
def site() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


@pytest.fixture(autouse=True)
def no_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")


@pytest.mark.parametrize("path", ["/page", "/moved"])
def test_page(site: str, path: str) -> None:
    report = read(site + path, today=date(2026, 1, 15))
    assert report.title == "Front moves faster"
    assert STORY[0] in said(report, "story")
    assert report.source == site + "/page"


def test_text_and_markdown(site: str) -> None:
    assert read(site + "/text").text == "The café’s count: 367 drones were launched."
    assert read(site + "/draft.md").title == "Front moves"


@pytest.mark.parametrize(
    ("path", "says"),
    [("/pdf", "PDF"), ("/hidden", "PDF"), ("/picture", "image/png"), ("/data", "application/json"), ("/empty", "empty"),
     ("/none", "HTTP 404"), ("/broken", "HTTP 503"), ("/large", "up to 15 MB"), ("/loop", "from page to page")],
)  # fmt: skip
def test_what_is_no_report(site: str, path: str, says: str) -> None:
    with pytest.raises(ReadingError) as caught:
        read(site + path)
    assert says in str(caught.value) and "\n" not in str(caught.value)


def test_nothing_listens() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        port = taken.getsockname()[1]
    began = time.perf_counter()
    with pytest.raises(ReadingError, match="cannot be reached"):
        read(f"http://127.0.0.1:{port}/")
    assert time.perf_counter() - began < 3


def test_a_server_that_does_not_answer() -> None:
    with socket.socket() as silent:
        silent.bind(("127.0.0.1", 0))
        silent.listen()
        began = time.perf_counter()
        with pytest.raises(ReadingError, match=r"did not answer within 0\.3 seconds"):
            fetch(f"http://127.0.0.1:{silent.getsockname()[1]}/", timeout_s=0.3)
        assert time.perf_counter() - began < 3


def test_a_server_that_drips() -> None:
    with socket.socket() as slow:
        slow.bind(("127.0.0.1", 0))
        slow.listen()

        def drip() -> None:
            connection, _ = slow.accept()
            with connection:
                connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n")
                for _ in range(40):
                    time.sleep(0.1)
                    try:
                        connection.sendall(b"<p>x</p>")
                    except OSError:
                        return

        threading.Thread(target=drip, daemon=True).start()
        began = time.perf_counter()
        with pytest.raises(ReadingError, match="did not answer"):
            fetch(f"http://127.0.0.1:{slow.getsockname()[1]}/", timeout_s=0.4)
        assert time.perf_counter() - began < 3


@pytest.mark.parametrize(
    "address", ["http://", "https:///page", "http://[bad/", "http://a b/", "http://nowhere.invalid/page"]
)
def test_addresses_that_are_none(address: str) -> None:
    with pytest.raises(ReadingError) as caught:
        read(address)
    assert "\n" not in str(caught.value)


def test_a_page_leads_into_no_private_network(site: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """127.0.0.1 plays the public host here, localhost the private one."""
    inside = site.replace("127.0.0.1", "localhost") + "/page"
    monkeypatch.setattr(hosts, "is_private", lambda host: host == "localhost")
    monkeypatch.setitem(LEADS, "/inside", inside)
    with pytest.raises(ReadingError, match="own network"):
        read(site + "/inside", today=date(2026, 1, 15))
    assert read(inside, today=date(2026, 1, 15)).title == "Front moves faster", "stated, it is the reader's choice"


def test_offline_no_page_is_fetched(site: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATELINE_OFFLINE", "1")
    with pytest.raises(ReadingError, match="DATELINE_OFFLINE"):
        read(site + "/page")


def _with_login(address: str) -> str:
    return address.replace("http://", "http://ann:open%20sesame@")


def test_a_login_goes_to_its_host_alone_and_is_not_kept(site: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(LEADS, "/elsewhere", site.replace("127.0.0.1", "localhost") + "/page")
    monkeypatch.setenv("NO_PROXY", "127.0.0.1,localhost")
    told = "Basic " + b64encode(b"ann:open sesame").decode()
    ASKED.clear()
    report = read(_with_login(site) + "/moved", today=date(2026, 1, 15))
    assert report.source == site + "/page"
    assert asked() == [("127.0.0.1/moved", told), ("127.0.0.1/page", told)]
    ASKED.clear()
    read(_with_login(site) + "/elsewhere", today=date(2026, 1, 15))
    assert asked() == [("127.0.0.1/elsewhere", told), ("localhost/page", None)]


@pytest.mark.parametrize("path", ["/none", "/picture", "/loop", "/large"])
def test_no_error_says_a_login(site: str, path: str) -> None:
    with pytest.raises(ReadingError) as caught:
        read(_with_login(site) + path)
    assert site in str(caught.value)
    assert "sesame" not in str(caught.value) and "ann" not in str(caught.value).replace("cannot", "")


def test_where_a_page_leads_a_login_is_not_kept(site: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(LEADS, "/inwards", _with_login(site) + "/page")
    assert read(site + "/inwards", today=date(2026, 1, 15)).source == site + "/page"


def test_a_feed_is_asked_with_its_login(site: str) -> None:
    ASKED.clear()
    assert fetch_feed(_with_login(site) + "/text").data is not None
    assert asked() == [("127.0.0.1/text", "Basic " + b64encode(b"ann:open sesame").decode())]
    with pytest.raises(ReadingError, match="HTTP 404") as caught:
        fetch_feed(_with_login(site) + "/none")
    assert "sesame" not in str(caught.value)
