"""A story's draft with its findings, checks as they run, and the same text checked with two days' knowledge."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from dateline.site.accounts.guarding import needs
from dateline.site.accounts.limits import limited
from dateline.site.checks.keeping import kept
from dateline.site.checks.models import Run, RunState
from dateline.site.checks.running import OPEN, ask, cancel
from dateline.site.newsroom.comparing import rows
from dateline.site.newsroom.findings import chosen, findings
from dateline.site.newsroom.readiness import basis, finished
from dateline.site.newsroom.saving import settle
from dateline.site.newsroom.views.asking import story_at, who
from dateline.site.stories.freezing import annotated, card_parts
from dateline.site.stories.models import Story
from dateline.site.stories.rendering import body_html

#: Checks that one person may ask for.
A_MINUTE, AN_HOUR = 20, 200


@needs("desk.see")
@require_safe
def draft(request: HttpRequest, slug: str) -> HttpResponse:
    """The story as it stands: its text with every figure marked, and the findings to decide."""
    story = story_at(slug)
    assert story.current is not None
    context: dict[str, Any] = {
        "story": story, "run": _last(story), "basis": basis(story),
        "may_decide": who(request).may("finding.decide"), "may_correct": who(request).may("story.correct"),
    }  # fmt: skip
    found = findings(story)
    if found is None:
        context["body"] = body_html(story.current.text)
    else:
        frozen = annotated(found.decided, story.current.text)
        show = request.GET.get("show", "")
        context |= {
            "frozen": frozen,
            "found": found,
            "cards": [(figure, card_parts(figure.card)) for figure in frozen.figures],
            "rows": chosen(found.rows, show),
            "show": show,
            "aside": sum(bool(row.aside) for row in found.rows),
        }
    return render(request, "newsroom/draft.html", context)


@needs("check.run")
@require_POST
def check(request: HttpRequest, slug: str) -> HttpResponse:
    """Asks for a check of what the story says now."""
    story = story_at(slug)
    as_of = "today" if request.POST.get("as_of") == "today" else "published"
    if "as_of" not in request.POST:
        as_of = basis(story)
    if limited(request, "check", A_MINUTE, AN_HOUR):
        messages.error(request, "That is many checks in a short time: wait a minute, then ask again.")
        return redirect("desk-story", slug)
    revision = settle(story, who(request))
    if revision is None:
        messages.error(request, "The story has no text yet: write it.")
        return redirect("desk-edit", slug)
    ask(revision, who(request), as_of)
    if request.POST.get("next") == "compare":
        return redirect("desk-compare", slug)
    return redirect("desk-progress", slug)


@needs("check.run")
@require_POST
def stop(request: HttpRequest, slug: str) -> HttpResponse:
    """Ends the check that waits or runs."""
    run = _last(story_at(slug))
    if run is not None and cancel(run, who(request)):
        messages.success(request, "The check is stopped.")
    return redirect("desk-story", slug)


@needs("desk.see")
@never_cache
@require_safe
def progress(request: HttpRequest, slug: str) -> HttpResponse:
    """How far the check is; once it is finished, the draft."""
    story = story_at(slug)
    run = _last(story)
    if run is None or run.state == RunState.FINISHED:
        return redirect("desk-story", slug)
    return render(request, "newsroom/progress.html", {"story": story, "run": run})


@needs("desk.see")
@never_cache
@require_safe
def progress_json(request: HttpRequest, slug: str) -> HttpResponse:
    """The same for the page's script."""
    run = _last(story_at(slug))
    if run is None:
        return JsonResponse({"state": "", "step": "", "done": 0, "total": 0, "open": False})
    return JsonResponse({
        "state": run.state, "step": run.step, "done": run.done, "total": run.total, "open": run.state in OPEN,
    })  # fmt: skip


@needs("desk.see")
@require_safe
def compare(request: HttpRequest, slug: str) -> HttpResponse:
    """The current revision as of its day and as of today, side by side, as the machine found it: what editors decided
    would hide what is new."""
    story = story_at(slug)
    runs = {as_of: _of(story, as_of) for as_of in ("published", "today")}
    checks = [
        kept(run.result)
        for as_of in runs
        if story.current is not None and (run := finished(story.current, as_of)) is not None
    ]
    found = rows(*checks) if len(checks) == 2 else None
    context = {
        "story": story, "runs": runs.items(), "rows": found,
        "running": any(run is not None and run.state in OPEN for run in runs.values()),
        "differ": sum(row.differs for row in found) if found is not None else 0,
    }  # fmt: skip
    return render(request, "newsroom/compare.html", context)


def _last(story: Story) -> Run | None:
    """The last check of what the story says now, with what it is to be checked with."""
    return _of(story, basis(story))


def _of(story: Story, as_of: str) -> Run | None:
    if story.current is None:
        return None
    return story.current.runs.filter(as_of=as_of).order_by("-id").first()
