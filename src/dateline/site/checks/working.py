"""The worker: does tasks one after the other, says that it lives, frees what dead workers held, and begins what is due.

Stopped by SIGTERM or SIGINT it ends what it does, or after `GRACE` seconds, or told again, gives it back.
"""

from __future__ import annotations

import logging
import signal
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

from django.db import DatabaseError, OperationalError, close_old_connections, connection
from django_tasks_db.management.commands.db_worker import Worker as TaskWorker
from django_tasks_db.models import DBTaskResult

from dateline.site.checks import leasing, reaping, regular
from dateline.site.checks.models import Worker
from dateline.site.checks.running import GivenBack

log = logging.getLogger(__name__)

#: Seconds between two looks for work.
IDLE = 0.5
#: Seconds that a worker which is told to stop may take to end what it does.
GRACE = 15


def work(*, until_idle: bool = False, name: str = "") -> int:
    """Works until told to stop, or with `until_idle` until nothing is left to do. Gives the number of tasks done."""
    worker = Process(name or leasing.new_name())
    with worker.lives(), worker.listens():
        return worker.run(until_idle)


class Process:
    """One worker process. `stopping` is set when it is to stop."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.stopping = threading.Event()
        self._busy = False
        self._due: dict[str, float] = {}

    def run(self, until_idle: bool = False) -> int:
        """Tasks done, one after the other."""
        done = 0
        while not self.stopping.is_set():
            try:
                close_old_connections()
                self._see_to_regular()
                worked = self._next_task()
            except GivenBack:
                return done
            except OperationalError as error:  # the database is away or busy: it comes back
                log.warning("the database does not answer: %s", error)
                connection.close()
                worked = False
            done += worked
            if not worked:
                if until_idle:
                    return done
                self.stopping.wait(IDLE)
        return done

    @contextmanager
    def lives(self) -> Iterator[None]:
        """Says that this worker lives, as long as it does."""
        Worker.objects.create(name=self.name, lease=leasing.until())
        try:
            with leasing.renewed(self._renew, longest=None):
                yield
        finally:
            Worker.objects.filter(name=self.name).delete()

    @contextmanager
    def listens(self) -> Iterator[None]:
        """Stops on SIGTERM and SIGINT; outside a main thread somebody else listens."""
        if threading.current_thread() is not threading.main_thread():
            yield
            return
        before = {number: signal.signal(number, self._told) for number in (signal.SIGTERM, signal.SIGINT)}
        before[signal.SIGALRM] = signal.signal(signal.SIGALRM, self._told)
        try:
            yield
        finally:
            signal.alarm(0)
            for number, handler in before.items():
                signal.signal(number, handler)

    def _told(self, number: int, frame: FrameType | None) -> None:
        if not self.stopping.is_set():
            self.stopping.set()
            signal.alarm(GRACE)
        elif self._busy:
            raise GivenBack

    def _next_task(self) -> bool:
        """Does the task that is next, if there is one."""
        if not DBTaskResult.objects.ready().filter(backend_name="default").exists():
            return False
        self._busy = True
        try:
            one = TaskWorker(
                queue_names=["*"], interval=0, batch=True, backend_name="default", startup_delay=False, max_tasks=1,
                worker_id=self.name, excluded_queue_names=[],
            )  # fmt: skip
            one.run()
        finally:
            self._busy = False
        return True

    def _see_to_regular(self) -> None:
        """Frees what dead workers held, and begins what is due."""
        jobs = {"reap": (leasing.seconds() / 3, reaping.reap), "prune": (3600.0, reaping.prune), **regular.jobs()}
        now = time.monotonic()
        for name, (every, job) in jobs.items():
            if self._due.get(name, 0.0) > now:
                continue
            self._due[name] = now + every
            try:
                job()
            except DatabaseError:
                raise
            except Exception:
                log.exception("%s failed", name)

    def _renew(self) -> bool:
        Worker.objects.update_or_create(name=self.name, defaults={"lease": leasing.until()})
        return True
