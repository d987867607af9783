"""Published figures that would read differently with what is known today.

The claims are those of the publication's evidence, as they were read then. What comes out is kept, so that a dashboard
is there at once; a worker works it out anew when anything was imported, and each day.
"""

from __future__ import annotations

import datetime as dt
import logging
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from django.db import models
from django.utils import timezone
from django_tasks import task
from django_tasks_db.models import DBTaskResult

from dateline.desk import TheatreError
from dateline.ledgers.files import LedgerError
from dateline.publishing import wording
from dateline.publishing.producers import names_of
from dateline.rechecking import Difference, knowledge, recheck_kept, telling
from dateline.rechecking.causes import Cause
from dateline.rechecking.kept import of_check
from dateline.records.finding import Finding
from dateline.site.checks.deciding import is_overridden
from dateline.site.checks.keeping import KeepingError, keep_finding, kept, kept_finding
from dateline.site.checks.models import Recheck
from dateline.site.stories.models import Figure, Publication, State, Story

log = logging.getLogger(__name__)

#: Publications that one task looks at, so that checks asked for meanwhile need not wait long.
_AT_ONCE = 10


@dataclass(frozen=True, slots=True)
class Drift:
    """One published figure that would read differently: what readers see, what would be found, and why, in words."""

    figure: Figure
    then: Finding
    now: Finding
    summary: str


def drifted(publication: Publication, today: dt.date) -> list[Drift]:
    """The publication's figures that would read differently with what is known on `today`, in text order. Worked out
    where what is kept was compared with other knowledge."""
    kept_now = Recheck.objects.filter(publication=publication, knowledge=knowledge(), day=today).first()
    found = kept_now.found if kept_now is not None else _work_out(publication, today).found
    if not found:
        return []
    figures = {figure.key: figure for figure in publication.figures.all()}
    then = {claim.id: claim.finding for claim in kept(publication.evidence).claims}
    drifts = []
    for row in found:
        figure, before = figures.get(row["key"]), then.get(row["key"])
        if figure is not None and before is not None:
            drifts.append(Drift(figure, before, kept_finding(row["now"]), row["summary"]))
    return drifts


def see_to_all() -> bool:
    """Asks for a task where a publication that readers see was not compared with what is known today; whether it did.
    Cheap where nothing is new."""
    if not _outdated(timezone.localdate()).exists() or _is_asked():
        return False
    look_again.enqueue()
    return True


@task  # type: ignore[untyped-decorator]
def look_again() -> int:
    """The task: works out a few publications, and asks for itself again while any are left. Gives how many."""
    today = timezone.localdate()
    few = list(_outdated(today)[:_AT_ONCE])
    for publication in few:
        _work_out(publication, today)
    if _outdated(today).exists():
        look_again.enqueue()
    return len(few)


def _outdated(today: dt.date) -> models.QuerySet[Publication]:
    """Publications that readers see, and that are still to be compared with what is known today."""
    seen = Recheck.objects.filter(knowledge=knowledge(), day=today).values("publication")
    shown = Story.objects.filter(state=State.PUBLISHED).exclude(publication=None).values("publication")
    found: models.QuerySet[Publication] = Publication.objects.filter(pk__in=shown)
    return found.exclude(pk__in=seen).select_related("story").order_by("-pk")


def _is_asked() -> bool:
    tasks = DBTaskResult.objects.filter(task_path=look_again.module_path, status__in=["READY", "RUNNING"])
    return bool(tasks.exists())


def _work_out(publication: Publication, today: dt.date) -> Recheck:
    """Compares and keeps what comes out; a publication that cannot be compared says why, once a day."""
    state, error = knowledge(), ""
    found: list[dict[str, Any]] = []
    try:
        found = list(_rows(publication, today))
    except (KeepingError, TheatreError, LedgerError) as fault:
        log.warning("publication %s cannot be looked at again: %s", publication.pk, fault)
        error = str(fault)[:400]
    recheck, _ = Recheck.objects.update_or_create(
        publication=publication, defaults={"knowledge": state, "day": today, "found": found, "error": error}
    )
    return recheck


def _rows(publication: Publication, today: dt.date) -> Iterator[dict[str, Any]]:
    again = recheck_kept(of_check(kept(publication.evidence)), as_of="today", today=today)
    names = names_of(again.theatre)
    for difference in again.differences:
        causes = _causes(difference)
        if not causes:
            continue
        now = wording.sentence(replace(difference.claim, finding=difference.now), names)
        why = [telling.cause_words(cause, names, again.theatre, difference.now.unit) for cause in causes]
        summary = " ".join([now, *map(_sentence, why)])
        yield {"key": difference.claim.id, "now": keep_finding(difference.now), "summary": summary}


def _causes(difference: Difference) -> list[Cause]:
    """Why the figure differs. An editor's own verdict is not the machine's to take back: under it only readings count
    that are others now."""
    if not is_overridden(difference.then):
        return list(difference.causes)
    return [cause for cause in difference.causes if cause.then is not None or cause.now is not None]


def _sentence(words: str) -> str:
    return wording.ended(words[:1].upper() + words[1:])
