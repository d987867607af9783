"""Addresses that readers use."""

from __future__ import annotations

from django.urls import path

from dateline.site.stories import views

urlpatterns = [
    path("", views.home, name="home"),
    path("stories/<slug:slug>/", views.story, name="story"),
    path("sections/<slug:slug>/", views.section, name="section"),
    path("tags/<slug:slug>/", views.tag, name="tag"),
    path("authors/<slug:slug>/", views.author, name="author"),
    path("figures/<slug:address>/", views.figure, name="figure"),
]
