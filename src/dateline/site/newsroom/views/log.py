"""What was put right, and who did what."""

from __future__ import annotations

from typing import Any

from django.core.paginator import Paginator
from django.db.models import Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from dateline.site.accounts.guarding import needs
from dateline.site.accounts.models import User
from dateline.site.audit.models import Event
from dateline.site.stories.models import Correction, Story

A_PAGE = 50


@needs("desk.see")
@require_safe
def corrections(request: HttpRequest) -> HttpResponse:
    """Every correction, the last first."""
    found = Correction.objects.select_related("story", "by", "publication__revision")
    return render(
        request,
        "newsroom/corrections.html",
        {"page": Paginator(found, A_PAGE).get_page(_page(request))},
    )


@needs("audit.see")
@require_safe
def audit(request: HttpRequest) -> HttpResponse:
    """The audit trail, by person, by what was done, by story."""
    asked = {name: request.GET.get(name, "").replace("\0", "").strip()[:120] for name in ("by", "what", "story")}
    page = Paginator(_events(**asked), A_PAGE).get_page(_page(request))
    context = {
        "page": page,
        "asked": asked,
        "people": User.objects.filter(events__isnull=False).distinct().order_by("name"),
        "kinds": sorted(set(Event.objects.order_by().values_list("what", flat=True).distinct())),
        "rows": _rows(list(page.object_list)),
    }
    return render(request, "newsroom/audit.html", context)


def _events(by: str, what: str, story: str) -> QuerySet[Event]:
    found = Event.objects.select_related("by")
    if by:
        found = found.filter(by=None) if by == "machine" else found.filter(by__slug=by)
    if what:
        found = found.filter(what=what)
    if story:
        key = Story.objects.filter(slug=story).values_list("pk", flat=True).first()
        found = found.filter(Q(kind="story", key=str(key or 0)) | Q(detail__story=story))
    return found


def _rows(events: list[Event]) -> list[dict[str, Any]]:
    """Events, each with the slug of the story it is about, if it is about one."""
    keys = {event.key for event in events if event.kind == "story"}
    slugs = {str(pk): slug for pk, slug in Story.objects.filter(pk__in=keys).values_list("pk", "slug")}
    return [
        {"event": event, "slug": slugs.get(event.key, "") if event.kind == "story" else "", "detail": _told(event)}
        for event in events
    ]


def _told(event: Event) -> list[tuple[str, str]]:
    """What is kept of an event beside who and what, in words: name and value."""
    pairs = ((name, value) for name, value in event.detail.items() if value not in ("", [], None))
    return [(name, ", ".join(map(str, value)) if isinstance(value, list) else str(value)) for name, value in pairs]


def _page(request: HttpRequest) -> str:
    return request.GET.get("page", "1")
