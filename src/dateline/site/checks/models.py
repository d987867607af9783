"""Checks that run in the background, and decisions about what they find."""

from __future__ import annotations

from typing import Any, ClassVar

from django.conf import settings
from django.db import models

from dateline.site.audit.appending import AppendOnly
from dateline.site.stories.models import Publication, Revision, Story


class RunState(models.TextChoices):
    """Where a check stands."""

    WAITING = "waiting"
    RUNNING = "running"
    FINISHED = "finished"
    FAILED = "failed"


class Run(models.Model):
    """One check of one revision. While it runs, `worker` holds it until `lease` and moves that on as it goes; a run
    whose lease is over is anybody's. `step`, `done` and `total` say how far it is. `result` is the check as
    `checks.keeping` writes it; `error` one line that says what and how to mend it."""

    revision = models.ForeignKey(Revision, on_delete=models.PROTECT, related_name="runs")
    as_of = models.CharField(max_length=12, default="published")
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")
    state = models.CharField(max_length=10, choices=RunState.choices, default=RunState.WAITING, db_index=True)
    worker = models.CharField(max_length=64, blank=True)
    lease = models.DateTimeField(null=True, blank=True, db_index=True)
    attempts = models.PositiveSmallIntegerField(default=0)
    step = models.CharField(max_length=40, blank=True)
    done = models.PositiveIntegerField(default=0)
    total = models.PositiveIntegerField(default=0)
    created = models.DateTimeField(auto_now_add=True)
    started = models.DateTimeField(null=True, blank=True)
    finished = models.DateTimeField(null=True, blank=True)
    result = models.TextField(blank=True)
    error = models.CharField(max_length=400, blank=True)

    class Meta:
        ordering: ClassVar[list[str]] = ["-id"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["revision", "as_of"],
                condition=models.Q(state__in=["waiting", "running"]),
                name="one_check_at_a_time",
            )
        ]

    def __str__(self) -> str:
        return f"check {self.pk} of {self.revision}: {self.state}"


class Worker(models.Model):
    """A worker process that lives: it moves `lease` on as long as it does. What a worker held whose lease is over is
    anybody's."""

    name = models.CharField(max_length=64, unique=True)
    lease = models.DateTimeField(db_index=True)
    started = models.DateTimeField(auto_now_add=True)

    def __str__(self) -> str:
        return self.name


class DecisionKind(models.TextChoices):
    """What an editor can say of a finding. `withdraw` takes back what was said before."""

    ACCEPT = "accept"
    DISMISS = "dismiss"
    OVERRIDE = "override"
    WITHDRAW = "withdraw"


class Decision(AppendOnly):
    """One decision about one figure of a story, anchored by its words; the last one about a figure stands. `about` is
    what the figure said and `found` the machine's verdict when it was decided; `verdict` is the one given in an
    override, `source` the address that bears it out."""

    story = models.ForeignKey(Story, on_delete=models.PROTECT, related_name="decisions")
    kind = models.CharField(max_length=10, choices=DecisionKind.choices)
    frame = models.CharField(max_length=20)
    quote: models.JSONField[Any, Any] = models.JSONField()
    about: models.JSONField[Any, Any] = models.JSONField(default=dict)
    found = models.CharField(max_length=16, blank=True)
    verdict = models.CharField(max_length=16, blank=True)
    reason = models.CharField(max_length=600, blank=True)
    source = models.URLField(max_length=500, blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="decisions")
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering: ClassVar[list[str]] = ["id"]

    def __str__(self) -> str:
        return f"{self.kind} {self.quote.get('exact', '')}"


class Recheck(models.Model):
    """What a publication's figures would read with what is known today, kept so that nobody waits for it. `knowledge`
    and `day` say what it was compared with; `found` has a row for each figure that differs: its key, the finding of
    now, and a sentence on it; `error` why it could not be worked out. Kept anew each time, it is no record."""

    publication = models.OneToOneField(Publication, on_delete=models.CASCADE, related_name="recheck")
    knowledge = models.CharField(max_length=64)
    day = models.DateField()
    found: models.JSONField[Any, Any] = models.JSONField(default=list)
    error = models.CharField(max_length=400, blank=True)
    at = models.DateTimeField(auto_now=True)

    def __str__(self) -> str:
        return f"{self.publication}: {len(self.found)} of {self.day}"
