"""Addresses of `newsroom`."""

from __future__ import annotations

from django.urls import URLPattern, URLResolver, include, path

urlpatterns: list[URLPattern | URLResolver] = [
    path("ledgers/", include("dateline.site.newsroom.ledgers.urls")),
]
