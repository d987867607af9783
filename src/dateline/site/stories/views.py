"""Pages that readers see. None says who is reading: they are kept whole, and what is personal is asked for apart."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from dateline.site.accounts.models import User
from dateline.site.stories.models import Figure, Section, State, Story, Tag


def home(request: HttpRequest) -> HttpResponse:
    """The last stories."""
    stories = Story.objects.filter(state=State.PUBLISHED).select_related("publication__revision")[:20]
    return render(request, "stories/home.html", {"stories": stories})


def story(request: HttpRequest, slug: str) -> HttpResponse:
    """One published story."""
    found = get_object_or_404(Story.objects.select_related("publication__revision"), slug=slug, state=State.PUBLISHED)
    return render(request, "stories/story.html", {"story": found, "page": found.publication})


def section(request: HttpRequest, slug: str) -> HttpResponse:
    """A section's stories."""
    found = get_object_or_404(Section, slug=slug)
    return render(request, "stories/home.html", {"stories": found.stories.filter(state=State.PUBLISHED)})


def tag(request: HttpRequest, slug: str) -> HttpResponse:
    """A tag's stories."""
    found = get_object_or_404(Tag, slug=slug)
    return render(request, "stories/home.html", {"stories": found.stories.filter(state=State.PUBLISHED)})


def author(request: HttpRequest, slug: str) -> HttpResponse:
    """An author's stories."""
    found = get_object_or_404(User, slug=slug)
    return render(request, "stories/home.html", {"stories": found.stories.filter(state=State.PUBLISHED)})


def figure(request: HttpRequest, address: str) -> HttpResponse:
    """One figure as last published."""
    found = Figure.objects.filter(address=address).order_by("-publication_id").first()
    return render(request, "stories/figure.html", {"figure": found})
