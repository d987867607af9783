"""The moderators' desk: comments that wait, comments that readers reported, stories that are closed to comments."""

from __future__ import annotations

from collections.abc import Set
from typing import cast

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST, require_safe

from dateline.site.accounts.guarding import needs
from dateline.site.accounts.models import User
from dateline.site.comments.forms import ModerationForm
from dateline.site.comments.models import Closed
from dateline.site.comments.moderating import close, moderate, taken_down, waiting
from dateline.site.comments.posting import Refused
from dateline.site.stories.models import Story

PAGE = 50


@needs("comment.moderate")
@require_safe
def queue(request: HttpRequest) -> HttpResponse:
    """What waits; with `?hidden=1` what was taken down."""
    return _queue(request, ModerationForm())


@needs("comment.moderate")
@require_POST
def act(request: HttpRequest) -> HttpResponse:
    """Shows or hides the comments that are ticked."""
    form = ModerationForm(request.POST)
    chosen = {int(n) for n in request.POST.getlist("comment") if n.isascii() and n.isdecimal() and len(n) < 19}
    if form.is_valid():
        try:
            if not chosen:
                raise Refused("Tick at least one comment.")
            words = form.cleaned_data["reason"]
            changed = moderate(chosen, form.cleaned_data["act"], cast(User, request.user), words)
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            done = "shown" if form.cleaned_data["act"] == "show" else "hidden"
            messages.success(request, f"{len(changed)} comment{'' if len(changed) == 1 else 's'} {done}.")
            return redirect("moderation")
    return _queue(request, form, chosen, status=422)


@needs("comment.moderate")
@require_POST
def closing(request: HttpRequest, slug: str) -> HttpResponse:
    """Closes a story to comments (`shut=1`), or opens it again; back to `next`, else to the queue."""
    story = get_object_or_404(Story, slug=slug)
    close(story, cast(User, request.user), shut=request.POST.get("shut") == "1")
    onward = request.POST.get("next", "")
    safe = url_has_allowed_host_and_scheme(
        onward, allowed_hosts={request.get_host()}, require_https=request.is_secure()
    )
    return redirect(onward if safe else "moderation")


def _queue(
    request: HttpRequest, form: ModerationForm, chosen: Set[int] = frozenset(), status: int = 200
) -> HttpResponse:
    hidden = request.GET.get("hidden") == "1"
    page = Paginator(taken_down() if hidden else waiting(), PAGE).get_page(request.GET.get("page"))
    closed = Closed.objects.select_related("story__publication__revision", "by").order_by("-at")[:PAGE]
    told = {"page": page, "form": form, "chosen": chosen, "hidden": hidden, "closed": closed}
    return render(request, "comments/queue.html", told, status=status)
