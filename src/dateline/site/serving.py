"""Serves the site: granian for pages, a process for work in the background, both started again where they die."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field

from dateline.site.operating import inviting
from dateline.site.operating.setting_up import SiteError, begin, installed, prepare

#: Processes that draw pages, where nothing is said: one a core, up to so many.
MOST_WORKERS = 4
#: Threads a process: one draws while another waits for the database or hashes a password. More only take the
#: interpreter from each other (benchmarks/site_load.py).
THREADS = 2
#: Seconds within which a part that has just been started counts as broken when it ends; so many times, and we give up.
_BROKEN_S, _BROKEN_TIMES = 5.0, 5
#: Seconds before a dead part is started again, at first and at most.
_PAUSE_S, _LONGEST_PAUSE_S = 0.5, 30.0
#: Seconds that the parts have to finish what they are doing.
_GRACE_S = 20.0

Say = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Serving:
    """How the site is served. `workers` 0 is one a core, `threads` are each worker's."""

    host: str = "127.0.0.1"
    port: int = 8000
    workers: int = 0
    threads: int = THREADS

    @property
    def address(self) -> str:
        """Where a browser on this machine finds it."""
        host = "127.0.0.1" if self.host in ("0.0.0.0", "::", "") else self.host
        return f"http://{f'[{host}]' if ':' in host else host}:{self.port}"


@dataclass(slots=True)
class Part:
    """A process of the site that is kept alive. `pause` is how long it waits before it is started again."""

    name: str
    argv: Sequence[str]
    process: subprocess.Popen[bytes] | None = None
    started: float = 0.0
    due: float = 0.0
    pause: float = _PAUSE_S
    broken: int = 0
    environment: Mapping[str, str] = field(default_factory=dict)

    def start(self) -> None:
        self.process = subprocess.Popen(self.argv, env={**os.environ, **self.environment})
        self.started = time.monotonic()


def serve(how: Serving, say: Say, *, opened: Callable[[Say], None] | None = None) -> int:
    """Sets the site up, says where it is, and serves it until it is told to stop; gives the exit code. `opened` is
    called on the site that is set up, before anybody reaches it. Raises SiteError."""
    free(how.host, how.port)
    os.environ.setdefault("DATELINE_SITE_ADDRESS", how.address)
    begin()
    from django.conf import settings
    from django.db import connections

    prepare()
    if opened is not None:
        opened(say)
    nobody = inviting.nobody_yet()
    connections.close_all()
    say(f"{settings.SITE_NAME} is on {how.address} (Ctrl-C stops it)")
    say(f"its database and files lie in {settings.SITE_FOLDER}")
    if nobody:
        say("nobody has an account yet; in another terminal: " + inviting.FIRST)
    return supervise([_pages(how), _background()], say)


def serve_demo(how: Serving, say: Say, *, fresh: bool = False) -> int:
    """As `serve`, with a newsroom to try, in a folder and a SQLite file of its own: the desk's real one is not touched,
    whatever the environment names. `fresh` makes it again. Raises SiteError."""
    free(how.host, how.port)
    installed()
    from dateline.site import demo

    demo.settle(say, fresh=fresh)
    return serve(how, say, opened=demo.fill)


def free(host: str, port: int) -> None:
    """Raises SiteError where something else listens there already, or nothing can."""
    try:
        family = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0][0]
        with socket.socket(family, socket.SOCK_STREAM) as trial:
            trial.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            trial.bind((host, port))
    except (OSError, OverflowError) as fault:
        why = getattr(fault, "strerror", None) or str(fault)
        raise SiteError(f"port {port} of {host} cannot be used ({why}); name another with --port") from fault


def _pages(how: Serving) -> Part:
    argv = [
        sys.executable, "-m", "granian", "--interface", "wsgi", "--host", how.host, "--port", str(how.port),
        "--workers", str(how.workers or min(MOST_WORKERS, os.cpu_count() or 1)),
        "--blocking-threads", str(how.threads), "--http", "1", "--no-ws", "--respawn-failed-workers",
        "--workers-kill-timeout", "10", "--log-level", "warning",
        "dateline.site.wsgi:application",
    ]  # fmt: skip
    return Part("the pages", argv)


def _background() -> Part:
    return Part("the background worker", [sys.executable, "-m", "dateline", "site", "worker"])


def supervise(parts: Sequence[Part], say: Say) -> int:
    """Keeps every part alive until the process is told to stop (SIGINT, SIGTERM, SIGHUP): 0. A part that ends right
    after its start again and again ends all: 2."""
    with _told_to_stop() as stop:
        try:
            for part in parts:
                part.start()
            while not stop.wait(0.2):
                for part in parts:
                    if not _kept(part, say):
                        say(f"{part.name} cannot be started; what it printed says why")
                        return 2
        finally:
            _end(parts)
    return 0


def _kept(part: Part, say: Say) -> bool:
    """Starts a dead part again when its time has come; False where that is hopeless."""
    now = time.monotonic()
    if part.process is not None and part.process.poll() is None:
        return True
    if part.process is not None:
        lived = now - part.started
        part.broken = part.broken + 1 if lived < _BROKEN_S else 0
        part.pause = min(_LONGEST_PAUSE_S, part.pause * 2) if part.broken else _PAUSE_S
        say(f"{part.name} ended with {part.process.returncode}; it is started again")
        part.process, part.due = None, now + part.pause
    if part.broken >= _BROKEN_TIMES:
        return False
    if now >= part.due:
        part.start()
    return True


@contextmanager
def _told_to_stop() -> Iterator[threading.Event]:
    """An event that is set once a signal asks us to end."""
    stop = threading.Event()
    signals = [signal.SIGINT, signal.SIGTERM, *([signal.SIGHUP] if hasattr(signal, "SIGHUP") else [])]
    before = {kind: signal.signal(kind, lambda *_: stop.set()) for kind in signals}
    try:
        yield stop
    finally:
        for kind, handler in before.items():
            signal.signal(kind, handler)


def _end(parts: Sequence[Part]) -> None:
    """Asks every part to end, and ends those that do not in time."""
    alive = [part.process for part in parts if part.process is not None and part.process.poll() is None]
    for process in alive:
        process.terminate()
    until = time.monotonic() + _GRACE_S
    for process in alive:
        try:
            process.wait(max(0.1, until - time.monotonic()))
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
