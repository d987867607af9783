"""Addresses of checks."""

from __future__ import annotations

from django.urls import URLPattern, URLResolver, path

from dateline.site.checks import views

urlpatterns: list[URLPattern | URLResolver] = [
    path("<int:pk>/", views.progress, name="check-progress"),
    path("<int:pk>/cancel/", views.stop, name="check-cancel"),
]
