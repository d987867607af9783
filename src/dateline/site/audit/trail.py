"""Adds to the audit trail."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db import models

from dateline.site.audit.models import Event

if TYPE_CHECKING:
    from django.contrib.auth.models import AbstractBaseUser


def note(by: AbstractBaseUser | None, what: str, thing: models.Model | None = None, **detail: Any) -> Event:
    """Keeps that `by` (None: the machine) did `what` to `thing`. `detail` must be JSON."""
    return Event.objects.create(
        by=by,  # type: ignore[misc]  # accounts.User, which this room does not know
        what=what,
        kind=(thing._meta.model_name or "") if thing is not None else "",
        key=str(thing.pk) if thing is not None else "",
        detail=detail,
    )


def of(thing: models.Model) -> models.QuerySet[Event]:
    """What was done to `thing`, newest first."""
    return Event.objects.filter(kind=thing._meta.model_name or "", key=str(thing.pk)).select_related("by")
