"""The audit trail."""

from __future__ import annotations

from typing import Any, ClassVar

from django.conf import settings
from django.db import models

from dateline.site.audit.appending import AppendOnly


class Event(AppendOnly):
    """One thing that somebody did. `what` is `noun.verb` ("story.published"); `kind` and `key` name what it was done
    to; `detail` is what a reader of the trail needs, never a password or a draft's text."""

    at = models.DateTimeField(auto_now_add=True, db_index=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="events")
    what = models.CharField(max_length=64, db_index=True)
    kind = models.CharField(max_length=32, blank=True)
    key = models.CharField(max_length=64, blank=True)
    detail: models.JSONField[Any, Any] = models.JSONField(default=dict)

    class Meta:
        ordering: ClassVar[list[str]] = ["-at", "-id"]
        indexes: ClassVar[list[models.Index]] = [models.Index(fields=["kind", "key"])]

    def __str__(self) -> str:
        return f"{self.what} {self.kind} {self.key}"
