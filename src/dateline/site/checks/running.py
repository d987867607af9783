"""Checks in the background: asked for, carried out once, and written down by the worker that holds them."""

from __future__ import annotations

import datetime as dt
import logging
import time
from typing import Any

from django.db import DatabaseError, transaction
from django.db.models import F
from django.utils import timezone
from django_tasks import task

from dateline import desk, reading
from dateline.editing import EditingError
from dateline.publishing.withholding import withhold
from dateline.records.check import Check
from dateline.site.accounts.models import User
from dateline.site.audit import trail
from dateline.site.checks import leasing
from dateline.site.checks.keeping import keep
from dateline.site.checks.models import Run, RunState
from dateline.site.stories.models import Revision, Story

log = logging.getLogger(__name__)

#: States of a run that is still to end.
OPEN = (RunState.WAITING, RunState.RUNNING)
#: Seconds between two notes of how far a check is.
_NOTED_EVERY = 0.3


class Lost(Exception):
    """The run is another worker's now, or was cancelled: what is being done for it is of no use."""


class GivenBack(BaseException):
    """The worker must stop now: the run waits for another."""


@transaction.atomic
def ask(revision: Revision, by: User | None, as_of: str = "published") -> Run:
    """A check of the revision, as of "published", "today" or an ISO day. Where one waits or runs, that one. Raises
    ValueError for another `as_of`."""
    if as_of not in ("published", "today"):
        dt.date.fromisoformat(as_of)
    Story.objects.select_for_update().get(pk=revision.story_id)  # two who ask at once get one check
    waiting = Run.objects.filter(revision=revision, as_of=as_of, state__in=OPEN).first()
    if waiting is not None:
        return waiting
    run = Run.objects.create(revision=revision, as_of=as_of, asked_by=by)
    carry_out.enqueue(run.pk)
    trail.note(by, "check.asked", run, story=revision.story.slug, number=revision.number, as_of=as_of)
    return run


@transaction.atomic
def cancel(run: Run, by: User) -> bool:
    """Ends a run that waits or runs; False where it has ended already. Its worker notices and drops it."""
    ended = Run.objects.filter(pk=run.pk, state__in=OPEN).update(
        state=RunState.FAILED, finished=timezone.now(), lease=None, worker="", error=f"cancelled by {by}"
    )
    if ended:
        trail.note(by, "check.cancelled", run)
    return bool(ended)


@task(takes_context=True)  # type: ignore[untyped-decorator]
def carry_out(context: Any, run_id: int) -> str:
    """The task: carries out one run, unless it has ended or another worker holds it."""
    return perform(run_id, context.task_result.worker_ids[-1])


def perform(run_id: int, worker: str) -> str:
    """Carries out the run as `worker` and gives the state that it is in then ("" where it is not ours)."""
    mine = Run.objects.filter(pk=run_id, state=RunState.WAITING).update(
        state=RunState.RUNNING, worker=worker, lease=leasing.until(), attempts=F("attempts") + 1,
        started=timezone.now(), step="reading", done=0, total=0, error="",
    )  # fmt: skip
    if not mine:
        return ""
    run = Run.objects.select_related("revision").get(pk=run_id)
    held = _Held(run_id, worker)
    try:
        with leasing.renewed(held.renew):
            return held.end(RunState.FINISHED, result=keep(_checked(run, held)))
    except Lost:
        return ""
    except GivenBack:
        held.give_back()
        raise
    except DatabaseError:
        raise  # not the report's fault: the lease runs out and the run is begun again
    except (reading.ReadingError, desk.TheatreError, EditingError) as error:
        return held.end(RunState.FAILED, error=_one_line(str(error)))
    except Exception as error:
        log.exception("check %s failed", run_id)
        return held.end(RunState.FAILED, error=_one_line(f"the check failed ({type(error).__name__}: {error})"))


def _checked(run: Run, held: _Held) -> Check:
    """The check itself, without what may not leave this machine: whatever reads it later may publish it."""
    revision = run.revision
    report = reading.read_text(revision.whole, published=revision.day, source=revision.story.slug, markdown=True)
    report = desk.of_theatre(report, revision.theatre or None)
    return withhold(desk.check(report, as_of=run.as_of, progress=held.tell))


class _Held:
    """A run that one worker holds: every write says by whom, and fails with Lost where it is held no longer."""

    def __init__(self, run_id: int, worker: str) -> None:
        self._mine = {"pk": run_id, "worker": worker, "state": RunState.RUNNING}
        self._noted = 0.0
        self._step = ""

    def renew(self) -> bool:
        return bool(Run.objects.filter(**self._mine).update(lease=leasing.until()))

    def tell(self, step: str, done: int, total: int) -> None:
        """Notes how far the check is, not more often than readers look."""
        now = time.monotonic()
        if step == self._step and now - self._noted < _NOTED_EVERY:
            return
        self._step, self._noted = step, now
        if not Run.objects.filter(**self._mine).update(step=step, done=done, total=total, lease=leasing.until()):
            raise Lost

    def end(self, state: RunState, *, result: str = "", error: str = "") -> str:
        """The one write that ends a run."""
        ended = Run.objects.filter(**self._mine).update(
            state=state, result=result, error=error, finished=timezone.now(), lease=None, step="", done=F("total")
        )
        return str(state) if ended else ""

    def give_back(self) -> None:
        """The run waits again, as if this worker had not begun it."""
        with transaction.atomic():
            if Run.objects.filter(**self._mine).update(
                state=RunState.WAITING, worker="", lease=None, step="", attempts=F("attempts") - 1
            ):
                carry_out.enqueue(self._mine["pk"])


def _one_line(text: str) -> str:
    text = " ".join(text.split())
    most = Run._meta.get_field("error").max_length or 400
    return text if len(text) <= most else text[: most - 3] + "..."
