"""Feeds that the desk reads."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from dateline.site.stories.models import Section, Story


class Feed(models.Model):
    """An RSS or Atom feed, polled every `minutes`, and less often the more often that fails: `due` is when next. `etag`
    and `modified` are what its server last said; `error` is one line where the last poll failed."""

    address = models.URLField(max_length=500, unique=True)
    name = models.CharField(max_length=120, blank=True)
    section = models.ForeignKey(Section, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    minutes = models.PositiveIntegerField(default=30)
    etag = models.CharField(max_length=200, blank=True)
    modified = models.CharField(max_length=60, blank=True)
    polled = models.DateTimeField(null=True, blank=True)
    error = models.CharField(max_length=300, blank=True)
    failures = models.PositiveSmallIntegerField(default=0)
    due = models.DateTimeField(null=True, blank=True, db_index=True)
    active = models.BooleanField(default=True)

    class Meta:
        ordering: ClassVar[list[str]] = ["name", "address"]

    def __str__(self) -> str:
        return self.name or self.address


class Item(models.Model):
    """One report of a feed, kept once, whichever feeds pass it on. `text` is plain, a blank line between paragraphs;
    `sha256` is of title and text; `story` is the draft that was made of it."""

    feed = models.ForeignKey(Feed, on_delete=models.CASCADE, related_name="items")
    guid = models.CharField(max_length=500)
    address = models.URLField(max_length=500, blank=True)
    title = models.CharField(max_length=300)
    text = models.TextField(blank=True)
    sha256 = models.CharField(max_length=64, blank=True, db_index=True)
    published = models.DateTimeField(null=True, blank=True)
    seen = models.DateTimeField(auto_now_add=True)
    story = models.ForeignKey(Story, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")

    class Meta:
        ordering: ClassVar[list[str]] = ["-published", "-seen"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["feed", "guid"], name="one_item_a_guid")
        ]

    def __str__(self) -> str:
        return self.title
