"""What a worker that was killed has left: runs begin again, tasks are closed."""

from __future__ import annotations

import datetime as dt
import logging

from django.db import transaction
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from dateline.site.checks import leasing
from dateline.site.checks.models import Run, RunState, Worker
from dateline.site.checks.running import carry_out

log = logging.getLogger(__name__)

#: How often a check is begun before it is given up.
ATTEMPTS = 5
GIVEN_UP = f"the check was begun {ATTEMPTS} times and its worker stopped each time: see the worker's log, check again"
#: Days that ended tasks are kept for whoever looks for a fault.
KEPT_DAYS = 7
_CLOSED = "the worker stopped in the middle"


def reap() -> int:
    """Frees what dead workers held, and gives how many runs it set going again or gave up. Any number of workers may do
    so at once: each run is freed by one of them."""
    now = timezone.now()
    Worker.objects.filter(lease__lt=now).delete()
    freed = sum(_free(run, now) for run in Run.objects.filter(state=RunState.RUNNING, lease__lt=now).defer("result"))
    _close_tasks(now)
    return freed + sum(_ask_again(run) for run in _forgotten(now))


def prune() -> None:
    """Ended tasks that nobody will look at any more."""
    before = timezone.now() - dt.timedelta(days=KEPT_DAYS)
    DBTaskResult.objects.finished().filter(finished_at__lt=before).delete()


@transaction.atomic
def _free(run: Run, now: dt.datetime) -> bool:
    """Lets one run wait again, unless its worker came back or another process was first."""
    mine = Run.objects.filter(pk=run.pk, state=RunState.RUNNING, worker=run.worker, lease__lt=now)
    if run.attempts >= ATTEMPTS:
        return bool(mine.update(state=RunState.FAILED, error=GIVEN_UP, finished=now, lease=None, worker="", step=""))
    if not mine.update(state=RunState.WAITING, lease=None, worker="", step="", done=0, total=0):
        return False
    log.warning("check %s was held by %s, which has stopped: it begins again", run.pk, run.worker)
    carry_out.enqueue(run.pk)
    return True


def _close_tasks(now: dt.datetime) -> None:
    """Tasks that a dead worker has left as running; what they were to do is asked for again where it is kept."""
    before = now - dt.timedelta(seconds=leasing.seconds())
    stale = DBTaskResult.objects.running().filter(started_at__lt=before)
    living = set(Worker.objects.values_list("name", flat=True)) if stale.exists() else set()
    for one in stale:
        if not one.worker_ids or one.worker_ids[-1] not in living:
            DBTaskResult.objects.running().filter(pk=one.pk, worker_ids=one.worker_ids).update(
                status="FAILED", finished_at=now, exception_class_path="builtins.RuntimeError", traceback=_CLOSED
            )


def _forgotten(now: dt.datetime) -> list[Run]:
    """Runs that wait with no task that would begin them: their worker died between the two, or a backup of half a
    database was brought back."""
    before = now - dt.timedelta(seconds=leasing.seconds())
    waiting = Run.objects.filter(state=RunState.WAITING, created__lt=before).defer("result")
    if not waiting:
        return []
    ready = DBTaskResult.objects.filter(status__in=["READY", "RUNNING"], task_path=carry_out.module_path)
    coming = {args["args"][0] for args in ready.values_list("args_kwargs", flat=True) if args["args"]}
    return [run for run in waiting if run.pk not in coming]


@transaction.atomic
def _ask_again(run: Run) -> bool:
    locked = Run.objects.select_for_update().filter(pk=run.pk, state=RunState.WAITING).defer("result")
    if not locked or run.pk not in {one.pk for one in _forgotten(timezone.now())}:
        return False
    carry_out.enqueue(run.pk)
    return True
