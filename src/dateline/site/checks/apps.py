"""The Django app `checks`."""

from __future__ import annotations

from django.apps import AppConfig


class Config(AppConfig):
    name = "dateline.site.checks"
    label = "checks"
    default_auto_field = "django.db.models.BigAutoField"
