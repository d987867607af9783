"""The Django app `stories`."""

from __future__ import annotations

from django.apps import AppConfig


class Config(AppConfig):
    name = "dateline.site.stories"
    label = "stories"
    default_auto_field = "django.db.models.BigAutoField"
