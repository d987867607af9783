"""Published figures that would read differently now, and the corrections that follow."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from dateline.site.accounts.guarding import needs
from dateline.site.checks.drift import Drift, drifted
from dateline.site.checks.models import Recheck
from dateline.site.newsroom import planning
from dateline.site.newsroom.models import PlannedCorrection
from dateline.site.newsroom.views.asking import story_at, who
from dateline.site.stories.models import Publication, State, Story


@needs("desk.see")
@require_safe
def changes(request: HttpRequest) -> HttpResponse:
    """Every published figure that would read differently with what is known today, story by story."""
    found = Story.objects.filter(state=State.PUBLISHED).select_related("publication__revision").order_by("-published")
    context = {
        "stories": [(story, drifts) for story in found if (drifts := _drifts(story.publication))],
        "published": found.count(),
        "may_correct": who(request).may("story.correct"),
        "failed": Recheck.objects.exclude(error="").filter(publication__in=found.values("publication")),
        "planned": set(PlannedCorrection.objects.values_list("story_id", flat=True)),
    }
    return render(request, "newsroom/changes.html", context)


@needs("story.correct")
@require_POST
def plan(request: HttpRequest, slug: str) -> HttpResponse:
    """Begins a correction: of the figure at `address`, or of whatever the editor will change."""
    story = story_at(slug)
    address = request.POST.get("address", "")
    drift = (
        next((one for one in _drifts(story.publication) if one.figure.address == address), None) if address else None
    )
    if address and drift is None:
        messages.info(request, "That figure reads as it did: there is nothing to correct in it.")
        return redirect("desk-changes")
    figure, now = (drift.figure, drift.now) if drift is not None else (None, None)
    revision = planning.plan(story, who(request), figure, now)
    if revision is not None:
        messages.success(request, f"Revision {revision.number} has the suggested sentence; it is being checked.")
        return redirect("desk-progress", slug)
    messages.info(request, "No sentence is suggested: write what the story should say now.")
    return redirect("desk-edit", slug)


@needs("story.correct")
@require_POST
def drop(request: HttpRequest, slug: str) -> HttpResponse:
    """Gives up the correction that is being prepared."""
    story = story_at(slug)
    planning.drop(story, who(request))
    messages.success(request, "No correction is being prepared. What was written stays in the history.")
    return redirect("desk-story", slug)


def _drifts(publication: Publication | None) -> list[Drift]:
    return list(drifted(publication, timezone.localdate())) if publication is not None else []
