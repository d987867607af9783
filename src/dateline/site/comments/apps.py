"""The Django app `comments`."""

from __future__ import annotations

import importlib

from django.apps import AppConfig


class Config(AppConfig):
    name = "dateline.site.comments"
    label = "comments"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Changes of names and pictures are heard from now on."""
        importlib.import_module("dateline.site.comments.hearing")
