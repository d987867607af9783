"""The Django app `accounts`."""

from __future__ import annotations

import importlib

from django.apps import AppConfig


class Config(AppConfig):
    name = "dateline.site.accounts"
    label = "accounts"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """What happens to an account is heard from now on."""
        importlib.import_module("dateline.site.accounts.hearing")
