"""Addresses that readers use."""

from __future__ import annotations

from django.urls import path

from dateline.site.stories import feeding, figures, media, views

urlpatterns = [
    path("", views.home, name="home"),
    path("stories/<slug:slug>/", views.story, name="story"),
    path("sections/<slug:slug>/", views.section, name="section"),
    path("sections/<slug:slug>/atom.xml", feeding.atom, name="section-atom"),
    path("sections/<slug:slug>/rss.xml", feeding.rss, name="section-rss"),
    path("tags/<slug:slug>/", views.tag, name="tag"),
    path("authors/<slug:slug>/", views.author, name="author"),
    path("archive/", views.archive, name="archive"),
    path("archive/<int:year>/<int:month>/", views.month, name="month"),
    path("search/", views.search, name="search"),
    path("corrections/", views.corrections, name="corrections"),
    path("figures/", figures.index, name="figures"),
    path("figures/<slug:address>/", figures.figure, name="figure"),
    path("figures/<slug:address>.json", figures.as_json, name="figure-json"),
    path("figures/<slug:address>.csv", figures.as_csv, name="figure-csv"),
    path("figures/<slug:address>.svg", figures.as_svg, name="figure-svg"),
    path("atom.xml", feeding.atom, name="atom"),
    path("rss.xml", feeding.rss, name="rss"),
    path("sitemap.xml", feeding.sitemap, name="sitemap"),
    path("news-sitemap.xml", feeding.news_sitemap, name="news-sitemap"),
    path("robots.txt", feeding.robots, name="robots"),
    path("media/<slug:folder>/<str:name>", media.picture, name="picture"),
]
