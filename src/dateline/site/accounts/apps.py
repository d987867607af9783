"""The Django app `accounts`."""

from __future__ import annotations

from django.apps import AppConfig


class Config(AppConfig):
    name = "dateline.site.accounts"
    label = "accounts"
    default_auto_field = "django.db.models.BigAutoField"
