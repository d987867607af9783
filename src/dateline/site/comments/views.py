"""What readers do with comments. Every form is a page of its own; scripts only bring it into the story's page."""

from __future__ import annotations

from typing import cast

from django.conf import settings
from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from dateline.site.accounts.guarding import needs
from dateline.site.accounts.limits import limited, refused
from dateline.site.accounts.models import User
from dateline.site.comments.forms import CommentForm, FlagForm
from dateline.site.comments.models import Comment, Visibility
from dateline.site.comments.moderating import flag
from dateline.site.comments.posting import Refused, delete, post
from dateline.site.comments.showing import show
from dateline.site.stories.models import State, Story

PAGE = 50
_COMMENTS = Comment.objects.select_related("story__publication__revision", "author")
_FORM = require_http_methods(["GET", "HEAD", "POST"])


@require_safe
def comment(request: HttpRequest, pk: int) -> HttpResponse:
    """Where a comment is shown. One that waits or was taken down is shown to its author and to moderators alone."""
    found = get_object_or_404(_COMMENTS, pk=pk, story__state=State.PUBLISHED)
    if found.state in (Visibility.VISIBLE, Visibility.DELETED):
        return redirect(found)
    user = request.user
    if not isinstance(user, User) or not (found.author_id == user.pk or user.may("comment.moderate")):
        raise Http404("no such comment")
    return render(request, "comments/waiting.html", {"comment": found})


@needs("comment.write")
@_FORM
def write(request: HttpRequest, slug: str) -> HttpResponse:
    """A comment under a story."""
    return _written(request, get_object_or_404(_published(), slug=slug), None)


@needs("comment.write")
@_FORM
def reply(request: HttpRequest, pk: int) -> HttpResponse:
    """A reply to a comment; a reply to a reply stands below the same comment."""
    found = get_object_or_404(_COMMENTS, pk=pk, state=Visibility.VISIBLE, story__state=State.PUBLISHED)
    return _written(request, found.story, found.parent or found)


def _written(request: HttpRequest, story: Story, parent: Comment | None) -> HttpResponse:
    posted = request.method == "POST"
    form = CommentForm(request.POST if posted else None)
    if posted:
        if limited(request, "comment", settings.COMMENTS_A_MINUTE, settings.COMMENTS_A_MINUTE * 10):
            return refused(request)
        if form.is_valid():
            try:
                made = post(story, cast(User, request.user), form.cleaned_data["text"], parent)
            except Refused as refusal:
                form.add_error("text", str(refusal))
            else:
                return redirect(made if made.state == Visibility.VISIBLE else made.permalink())
    told = {"form": form, "story": story, "parent": show(parent) if parent else None}
    return render(request, "comments/write.html", told, status=422 if form.is_bound else 200)


@needs("comment.flag")
@_FORM
def report(request: HttpRequest, pk: int) -> HttpResponse:
    """Reports a comment to the moderators."""
    found = get_object_or_404(_COMMENTS, pk=pk, state=Visibility.VISIBLE, story__state=State.PUBLISHED)
    posted = request.method == "POST"
    form = FlagForm(request.POST if posted else None)
    if posted:
        if limited(request, "flag", 10, 60):
            return refused(request)
        if form.is_valid():
            try:
                flag(found, cast(User, request.user), form.cleaned_data["reason"])
            except Refused as refusal:
                form.add_error("reason", str(refusal))
            else:
                return render(request, "comments/reported.html", {"comment": found})
    told = {"form": form, "comment": show(found), "story": found.story}
    return render(request, "comments/report.html", told, status=422 if form.is_bound else 200)


@needs("profile.edit")
@_FORM
def remove(request: HttpRequest, pk: int) -> HttpResponse:
    """An author deletes their own comment."""
    user = cast(User, request.user)
    found = get_object_or_404(_COMMENTS.exclude(state=Visibility.DELETED), pk=pk, author=user)
    if request.method == "POST":
        delete(found, user)
        return redirect(found.story if found.story.state == State.PUBLISHED else "comments-mine")
    return render(request, "comments/delete.html", {"comment": show(found), "story": found.story, "whole": found})


@needs("profile.edit")
@require_safe
def mine(request: HttpRequest) -> HttpResponse:
    """What one has said, newest first."""
    found = _COMMENTS.filter(author=cast(User, request.user)).exclude(state=Visibility.DELETED).order_by("-at", "-id")
    return render(request, "comments/mine.html", {"page": Paginator(found, PAGE).get_page(request.GET.get("page"))})


def _published() -> QuerySet[Story]:
    return Story.objects.filter(state=State.PUBLISHED).select_related("publication__revision")
