"""The Django app `newsroom`."""

from __future__ import annotations

from django.apps import AppConfig


class Config(AppConfig):
    name = "dateline.site.newsroom"
    label = "newsroom"
    default_auto_field = "django.db.models.BigAutoField"
