"""What the desk notes beside its stories."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from dateline.site.stories.models import Story


class PlannedCorrection(models.Model):
    """A correction that is being prepared: `text` is what readers will be told. As long as it stands the story is
    checked with what is known today, and no longer with what was known on the report's day."""

    story = models.OneToOneField(Story, on_delete=models.CASCADE, related_name="planned")
    text = models.CharField(max_length=600)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now=True)

    def __str__(self) -> str:
        return self.text
