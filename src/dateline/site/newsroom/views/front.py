"""The desk's front page: what is being written, what is being checked, what waits for somebody."""

from __future__ import annotations

from typing import Any

from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from dateline.site.accounts.guarding import needs
from dateline.site.checks.deciding import undecided
from dateline.site.checks.models import Recheck, Run, RunState
from dateline.site.checks.running import OPEN
from dateline.site.comments.models import Comment, Visibility
from dateline.site.intake.models import Item
from dateline.site.newsroom.models import PlannedCorrection
from dateline.site.newsroom.readiness import decided_check
from dateline.site.newsroom.views.asking import who
from dateline.site.stories.models import Section, State, Story

#: Drafts whose findings are counted on the front page: the last ones that somebody worked on.
LOOKED_AT = 30
A_PAGE = 30


@needs("desk.see")
@require_safe
def front(request: HttpRequest) -> HttpResponse:
    """What there is to do."""
    me = who(request)
    drafts = _listed().filter(state=State.DRAFT)
    context: dict[str, Any] = {
        "mine": drafts.filter(authors=me)[:12],
        "waiting": _waiting(),
        "runs": Run.objects.filter(state__in=OPEN).select_related("revision__story", "asked_by")[:20],
        "planned": PlannedCorrection.objects.select_related("story__current", "by").order_by("-at")[:20],
        "counts": [(state, Story.objects.filter(state=state.value).count()) for state in State],
        "held": Comment.objects.filter(state=Visibility.HELD).count(),
        "drifted": _drifted(),
        "first": not Section.objects.exists(),
        "items": Item.objects.filter(story=None).count(),
    }
    return render(request, "newsroom/front.html", context)


@needs("desk.see")
@require_safe
def stories(request: HttpRequest) -> HttpResponse:
    """All stories, by state, section and words of the headline."""
    state, section = request.GET.get("state", ""), request.GET.get("section", "")
    said = request.GET.get("q", "").replace("\0", "").strip()[:100]
    found = _listed()
    if state in State.values:
        found = found.filter(state=state)
    if section:
        found = found.filter(section__slug=section[:50].replace("\0", ""))
    if said:
        found = found.filter(current__title__icontains=said)
    context = {
        "page": Paginator(found, A_PAGE).get_page(request.GET.get("page")),
        "states": State.choices, "state": state, "sections": Section.objects.all(), "section": section, "said": said,
    }  # fmt: skip
    return render(request, "newsroom/stories.html", context)


def _listed() -> QuerySet[Story]:
    """Stories as lists show them, the last that was worked on first."""
    return Story.objects.select_related("current__author", "section").order_by("-current__at", "-id")


def _drifted() -> int:
    """Published figures that would read differently now, as far as that was worked out."""
    looked = Recheck.objects.filter(publication__in=Story.objects.filter(state=State.PUBLISHED).values("publication"))
    return sum(len(found) for found in looked.values_list("found", flat=True))


def _waiting() -> list[tuple[Story, int]]:
    """Stories with contradicted figures on which nobody has decided, and how many."""
    found = []
    checked = _listed().exclude(state=State.WITHDRAWN).filter(current__runs__state=RunState.FINISHED).distinct()
    for story in checked[:LOOKED_AT]:
        check = decided_check(story)
        count = len(undecided(check)) if check is not None else 0
        if count and (story.publication is None or story.publication.revision_id != story.current_id):
            found.append((story, count))
    return found
