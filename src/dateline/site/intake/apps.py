"""The Django app `intake`."""

from __future__ import annotations

from django.apps import AppConfig

#: Seconds between two looks for feeds that are due.
_LOOK_EVERY = 15.0


class Config(AppConfig):
    name = "dateline.site.intake"
    label = "intake"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """What every worker does again and again."""
        from dateline.site.checks.regular import regularly
        from dateline.site.intake.polling import ask_due

        regularly("feeds", _LOOK_EVERY, ask_due)
