"""Comments under stories."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.urls import reverse

from dateline.site.stories.models import Story


class Visibility(models.TextChoices):
    """Whether readers see a comment: `held` waits for a moderator, `hidden` was taken down by one, `deleted` by its
    author, and its text with it."""

    VISIBLE = "visible"
    HELD = "held"
    HIDDEN = "hidden"
    DELETED = "deleted"


class Comment(models.Model):
    """What somebody said under a story, as plain text. A reply has a `parent`, one level deep."""

    story = models.ForeignKey(Story, on_delete=models.PROTECT, related_name="comments")
    parent = models.ForeignKey("self", on_delete=models.PROTECT, null=True, blank=True, related_name="replies")
    author = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="comments")
    text = models.TextField(max_length=4000)
    at = models.DateTimeField(auto_now_add=True, db_index=True)
    state = models.CharField(max_length=8, choices=Visibility.choices, default=Visibility.VISIBLE, db_index=True)

    class Meta:
        ordering: ClassVar[list[str]] = ["at", "id"]

    def __str__(self) -> str:
        return f"{self.author} on {self.story}"

    def get_absolute_url(self) -> str:
        return f"{self.story.get_absolute_url()}#comment-{self.pk}"

    def permalink(self) -> str:
        """The address that leads to the comment wherever it is shown."""
        return reverse("comment", args=[self.pk])


class Closed(models.Model):
    """A story under which nothing more is said."""

    story = models.OneToOneField(Story, on_delete=models.CASCADE, related_name="closed")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    def __str__(self) -> str:
        return f"{self.story} is closed to comments"


class Flag(models.Model):
    """A reader's report of a comment; `settled` once a moderator has looked."""

    comment = models.ForeignKey(Comment, on_delete=models.CASCADE, related_name="flags")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    reason = models.CharField(max_length=300)
    at = models.DateTimeField(auto_now_add=True)
    settled = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["comment", "by"], name="one_flag_a_reader")
        ]

    def __str__(self) -> str:
        return self.reason
