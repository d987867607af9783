"""Addresses of the ledgers, below the desk's."""

from __future__ import annotations

from django.urls import path

from dateline.site.newsroom.ledgers import views

urlpatterns = [
    path("", views.measures, name="ledgers"),
    path("coverage/", views.coverage, name="ledger_coverage"),
    path("sources/", views.sources, name="ledger_sources"),
    path("map/", views.map_page, name="ledger_map"),
    path("map.svg", views.map_picture, name="ledger_map_picture"),
    path("<slug:theatre>/<str:measure>/", views.measure, name="ledger_measure"),
]
