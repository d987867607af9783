"""The Django app `comments`."""

from __future__ import annotations

from django.apps import AppConfig


class Config(AppConfig):
    name = "dateline.site.comments"
    label = "comments"
    default_auto_field = "django.db.models.BigAutoField"
