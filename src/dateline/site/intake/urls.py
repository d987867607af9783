"""Addresses of feeds and of what they bring."""

from __future__ import annotations

from django.urls import URLPattern, URLResolver, path

from dateline.site.intake import views

urlpatterns: list[URLPattern | URLResolver] = [
    path("", views.items, name="feed-items"),
    path("sources/", views.feeds, name="feeds"),
    path("sources/<int:pk>/", views.edit, name="feed-edit"),
    path("sources/<int:pk>/read/", views.read, name="feed-read"),
    path("sources/<int:pk>/remove/", views.remove, name="feed-remove"),
]
