"""The Django app `checks`."""

from __future__ import annotations

from django.apps import AppConfig

#: Seconds between two looks for publications that were not compared with what is known now.
_DRIFT_EVERY = 30.0


class Config(AppConfig):
    name = "dateline.site.checks"
    label = "checks"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """What its workers do again and again."""
        from dateline.site.checks.drift import see_to_all
        from dateline.site.checks.regular import regularly

        regularly("drift", _DRIFT_EVERY, see_to_all)
