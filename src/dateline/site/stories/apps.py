"""The Django app `stories`."""

from __future__ import annotations

from django.apps import AppConfig
from django.db.models.signals import post_delete, post_save


class Config(AppConfig):
    name = "dateline.site.stories"
    label = "stories"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """A section that comes, goes or is named otherwise is in the menu of every page."""
        from dateline.site.stories import edition

        for moment in (post_save, post_delete):
            moment.connect(edition.moved_on, sender="stories.Section", dispatch_uid="stories.menu")
