"""Reports that feeds bring, and the feeds."""

from __future__ import annotations

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import Count, Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from dateline.site.accounts.guarding import needs
from dateline.site.accounts.limits import limited, refused
from dateline.site.accounts.models import User
from dateline.site.audit import trail
from dateline.site.intake.forms import FeedForm
from dateline.site.intake.models import Feed, Item
from dateline.site.intake.polling import poll

PAGE = 40
#: Readings of feeds that one person may ask for.
A_MINUTE, AN_HOUR = 10, 60
_FORM = require_http_methods(["GET", "HEAD", "POST"])


@needs("desk.see")
@require_safe
def items(request: HttpRequest) -> HttpResponse:
    """Reports of every feed or of one, the newest first; those without a story, or all."""
    feed = Feed.objects.filter(pk=_number(request.GET.get("feed", ""))).first()
    everything = request.GET.get("all") == "1"
    found = Item.objects.select_related("feed", "story")
    if feed is not None:
        found = found.filter(feed=feed)
    if not everything:
        found = found.filter(story=None)
    context = {
        "page": Paginator(found, PAGE).get_page(request.GET.get("page")), "feeds": Feed.objects.all(), "feed": feed,
        "everything": everything,
    }  # fmt: skip
    return render(request, "intake/items.html", context)


@needs("feed.manage")
@_FORM
def feeds(request: HttpRequest) -> HttpResponse:
    """Every feed with how it fares, and a form for another; a new one is read at once."""
    form = FeedForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        if limited(request, "feed", A_MINUTE, AN_HOUR):
            return refused(request)
        feed = form.save()
        trail.note(_who(request), "feed.added", feed, address=feed.address)
        _tell(request, feed)
        return redirect("feeds")
    known = Feed.objects.annotate(
        reports=Count("items"), without_story=Count("items", filter=Q(items__story=None))
    ).select_related("section")  # fmt: skip
    status = 422 if form.is_bound and form.errors else 200
    return render(request, "intake/feeds.html", {"feeds": known, "form": form}, status=status)


@needs("feed.manage")
@_FORM
def edit(request: HttpRequest, pk: int) -> HttpResponse:
    """One feed's address, name, section and interval."""
    feed = get_object_or_404(Feed, pk=pk)
    form = FeedForm(request.POST if request.method == "POST" else None, instance=feed)
    if request.method == "POST" and form.is_valid():
        changed = form.changed_data
        form.save()
        trail.note(_who(request), "feed.changed", feed, address=feed.address, fields=changed)
        messages.success(request, "The feed is saved.")
        return redirect("feeds")
    status = 422 if form.is_bound and form.errors else 200
    return render(request, "intake/feed.html", {"feed": feed, "form": form}, status=status)


@needs("feed.manage")
@require_POST
def read(request: HttpRequest, pk: int) -> HttpResponse:
    """Reads a feed now."""
    feed = get_object_or_404(Feed, pk=pk)
    if limited(request, "feed", A_MINUTE, AN_HOUR):
        return refused(request)
    trail.note(_who(request), "feed.read", feed)
    _tell(request, feed)
    return redirect("feeds")


@needs("feed.manage")
@require_POST
def remove(request: HttpRequest, pk: int) -> HttpResponse:
    """Removes a feed and its reports; stories that were made of them stay."""
    feed = get_object_or_404(Feed, pk=pk)
    trail.note(_who(request), "feed.removed", feed, address=feed.address)
    feed.delete()
    messages.success(request, "The feed is removed. Stories that were made of its reports stay.")
    return redirect("feeds")


def _tell(request: HttpRequest, feed: Feed) -> None:
    """Reads the feed and says what came of it."""
    polled = poll(feed)
    if polled.error:
        messages.error(request, polled.error)
    else:
        many = "1 new report" if polled.new == 1 else f"{polled.new} new reports"
        messages.success(request, f"{feed} was read: {many}.")


def _who(request: HttpRequest) -> User:
    assert isinstance(request.user, User)
    return request.user


def _number(text: str) -> int:
    """A number in a request; 0 where it is none, or none that a database holds."""
    return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else 0
