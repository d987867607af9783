"""The Django app `intake`."""

from __future__ import annotations

from django.apps import AppConfig


class Config(AppConfig):
    name = "dateline.site.intake"
    label = "intake"
    default_auto_field = "django.db.models.BigAutoField"
