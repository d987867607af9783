"""Publishing a story, seeing it first as its readers will, and withdrawing it."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from dateline.site.accounts.guarding import needs
from dateline.site.newsroom.differences import differences
from dateline.site.newsroom.forms import PublishForm, WithdrawForm
from dateline.site.newsroom.models import PlannedCorrection
from dateline.site.newsroom.previewing import shown
from dateline.site.newsroom.publishing import PublishingRefused, publish, withdraw
from dateline.site.newsroom.readiness import examine, is_public
from dateline.site.newsroom.views.asking import number_in, story_at, who
from dateline.site.stories.models import Story


@needs("desk.see")
@require_safe
def release(request: HttpRequest, slug: str) -> HttpResponse:
    """What stands in the way, and what would change for readers."""
    story = story_at(slug)
    planned = PlannedCorrection.objects.filter(story=story).first()
    return _page(request, story, PublishForm(initial={"correction": planned.text if planned is not None else ""}))


@needs("story.publish")
@require_POST
def release_now(request: HttpRequest, slug: str) -> HttpResponse:
    """Publishes the story, or says why not."""
    story = story_at(slug)
    form = PublishForm(request.POST)
    if not form.is_valid():
        return _page(request, story, form, status=422)
    if story.current is None or number_in(request.POST.get("revision", "")) != story.current.number:
        messages.warning(request, "The story was saved again in the meantime: look at what would be published now.")
        return redirect("desk-publish", story.slug)
    try:
        publication = publish(story, who(request), **form.cleaned_data)
    except PublishingRefused as refused:
        return _page(request, story, form, status=409, refused=refused.hindrances)
    messages.success(request, f"Publication {publication.number} is on the site.")
    return redirect("desk-history", story.slug)


@needs("desk.see")
@require_safe
def preview(request: HttpRequest, slug: str) -> HttpResponse:
    """The story as its readers would see it."""
    story = story_at(slug)
    drawn = shown(request, story, who(request))
    if drawn is None:
        messages.error(request, "There is nothing to show before the story is checked.")
        return redirect("desk-story", slug)
    return drawn


@needs("story.publish")
@require_POST
def take_back(request: HttpRequest, slug: str) -> HttpResponse:
    """Withdraws the story, with a note for its readers."""
    story = story_at(slug)
    form = WithdrawForm(request.POST)
    if not form.is_valid():
        return _page(request, story, PublishForm(), status=422, withdrawal=form)
    try:
        withdraw(story, who(request), form.cleaned_data["reason"])
    except PublishingRefused as refused:
        messages.error(request, str(refused))
    else:
        messages.success(request, "The story is withdrawn; its address says so, and why.")
    return redirect("desk-publish", slug)


def _page(request: HttpRequest, story: Story, form: PublishForm, status: int = 200, **more: Any) -> HttpResponse:
    hindrances, ready = examine(story)
    last = story.publication
    context: dict[str, Any] = {
        "story": story, "form": form, "hindrances": hindrances, "ready": ready, "public": is_public(story),
        "planned": PlannedCorrection.objects.filter(story=story).first(),
        "withdrawal": WithdrawForm(),
        "between": differences(last.revision.whole, story.current.whole) if last and story.current else None,
        "may": who(request).may("story.publish"),
    }  # fmt: skip
    return render(request, "newsroom/publish.html", context | more, status=status)
