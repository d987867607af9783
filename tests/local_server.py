"""A web server on this machine that plays what a test scripts, and remembers what it was asked."""

from __future__ import annotations

import socket
import threading
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

Play = Callable[["Asked"], None]


class Asked(BaseHTTPRequestHandler):
    """One request. A play answers it with `give`, or by hand."""

    protocol_version = "HTTP/1.1"
    server: Site

    def do_GET(self) -> None:
        self.server.asked.append((self.path, {name.lower(): value for name, value in self.headers.items()}))
        plays = self.server.plays.get(self.path)
        if plays is None:
            self.give(b"none", status=404)
            return
        play = plays.pop(0) if len(plays) > 1 else plays[0]
        try:
            play(self)
        except OSError:
            self.close_connection = True

    def do_CONNECT(self) -> None:
        self.server.asked.append((f"CONNECT {self.path}", {}))
        self.give(b"", status=403)

    def give(self, body: bytes, status: int = 200, length: int | None = None, **headers: str) -> None:
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.send_header("Content-Length", str(len(body) if length is None else length))
        self.end_headers()
        self.wfile.write(body)
        if length is not None and length > len(body):
            self.hang_up()

    def hang_up(self) -> None:
        self.wfile.flush()
        self.close_connection = True
        self.connection.shutdown(socket.SHUT_RDWR)

    def log_message(self, format: str, *args: object) -> None:
        """Quiet."""


class Site(ThreadingHTTPServer):
    """Plays by path: each request takes the next, the last one stays."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Asked)
        self.plays: dict[str, list[Play]] = {}
        self.asked: list[tuple[str, dict[str, str]]] = []
        threading.Thread(target=self.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.server_port}"

    def plays_at(self, path: str, *plays: Play) -> str:
        """Scripts a path and gives its address."""
        self.plays[path] = list(plays)
        return self.address + path

    def handle_error(self, request: object, client_address: object) -> None:
        """A line that the other side cut is no news."""

    def end(self) -> None:
        self.shutdown()
        self.server_close()


def whole(body: bytes, **headers: str) -> Play:
    """The body, with these headers; not at all where the request says that it has that very one."""

    def play(asked: Asked) -> None:
        etag = headers.get("ETag")
        if etag and asked.headers.get("If-None-Match") == etag:
            asked.give(b"", status=304, **headers)
        else:
            asked.give(body, **headers)

    return play


def ranged(body: bytes, etag: str) -> Play:
    """A server that goes on where it is asked to, if the file is still the same one."""

    def play(asked: Asked) -> None:
        wanted = asked.headers.get("Range", "")
        if wanted and asked.headers.get("If-Range") == etag:
            start = int(wanted.removeprefix("bytes=").rstrip("-"))
            asked.give(body[start:], status=206, ETag=etag,
                       Content_Range=f"bytes {start}-{len(body) - 1}/{len(body)}")  # fmt: skip
        else:
            asked.give(body, ETag=etag)

    return play


def cut(body: bytes, after: int, **headers: str) -> Play:
    """Promises the whole body and hangs up in the middle."""
    return lambda asked: asked.give(body[:after], length=len(body), **headers)


def fails(status: int, **headers: str) -> Play:
    return lambda asked: asked.give(b"no", status=status, **headers)


def leads(to: str) -> Play:
    return lambda asked: asked.give(b"", status=302, Location=to)
