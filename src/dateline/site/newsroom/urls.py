"""Addresses of the desk."""

from __future__ import annotations

from django.urls import URLPattern, URLResolver, include, path

from dateline.site.newsroom.views import (
    checking,
    correcting,
    deciding,
    front,
    history,
    log,
    releasing,
    sections,
    writing,
)

urlpatterns: list[URLPattern | URLResolver] = [
    path("", front.front, name="desk"),
    path("stories/", front.stories, name="desk-stories"),
    path("new/", writing.new, name="desk-new"),
    path("new/receive/", writing.receive, name="desk-receive"),
    path("preview/", writing.preview, name="desk-preview"),
    path("stories/<slug:slug>/", checking.draft, name="desk-story"),
    path("stories/<slug:slug>/edit/", writing.edit, name="desk-edit"),
    path("stories/<slug:slug>/check/", checking.check, name="desk-check"),
    path("stories/<slug:slug>/check/stop/", checking.stop, name="desk-check-stop"),
    path("stories/<slug:slug>/progress/", checking.progress, name="desk-progress"),
    path("stories/<slug:slug>/progress.json", checking.progress_json, name="desk-progress-json"),
    path("stories/<slug:slug>/compare/", checking.compare, name="desk-compare"),
    path("stories/<slug:slug>/findings/<slug:claim>/", deciding.finding, name="desk-finding"),
    path("stories/<slug:slug>/findings/<slug:claim>/decide/", deciding.decision, name="desk-decide"),
    path("stories/<slug:slug>/findings/<slug:claim>/sentence/", deciding.sentence, name="desk-sentence"),
    path("stories/<slug:slug>/publish/", releasing.release, name="desk-publish"),
    path("stories/<slug:slug>/publish/now/", releasing.release_now, name="desk-publish-now"),
    path("stories/<slug:slug>/preview/", releasing.preview, name="desk-story-preview"),
    path("stories/<slug:slug>/withdraw/", releasing.take_back, name="desk-withdraw"),
    path("stories/<slug:slug>/history/", history.history, name="desk-history"),
    path("stories/<slug:slug>/history/difference/", history.difference, name="desk-difference"),
    path("stories/<slug:slug>/history/<int:number>/restore/", history.restore, name="desk-restore"),
    path("stories/<slug:slug>/publications/<int:number>/evidence.json", history.evidence, name="desk-evidence"),
    path("stories/<slug:slug>/publications/<int:number>/", history.publication, name="desk-publication"),
    path("stories/<slug:slug>/correct/", correcting.plan, name="desk-plan"),
    path("stories/<slug:slug>/correct/drop/", correcting.drop, name="desk-plan-drop"),
    path("sections/", sections.sections, name="desk-sections"),
    path("sections/<slug:slug>/", sections.section, name="desk-section"),
    path("changes/", correcting.changes, name="desk-changes"),
    path("corrections/", log.corrections, name="desk-corrections"),
    path("audit/", log.audit, name="desk-audit"),
    path("ledgers/", include("dateline.site.newsroom.ledgers.urls")),
]
