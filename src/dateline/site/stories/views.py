"""Pages that readers see. None says who is reading: they are kept whole, and what is personal is asked for apart."""

from __future__ import annotations

import datetime as dt
from typing import Any
from urllib.parse import urlencode

from django.core.paginator import Page, Paginator
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404

from dateline.site.stories import asking, describing, frozen
from dateline.site.stories.cards import story_cards
from dateline.site.stories.models import Correction, Section, State, Story, Tag
from dateline.site.stories.pages import page, published

STORIES_A_PAGE = 20
WORDS_A_MINUTE = 240


@published
def home(request: HttpRequest) -> HttpResponse:
    """The last stories."""
    return page("stories/home.html", {"stories": _part(request, asking.stories()), "canonical": "/"})


@published
def story(request: HttpRequest, slug: str) -> HttpResponse:
    """One published story; of a withdrawn one, that it was and why."""
    found = _story(slug)
    if found.state == State.WITHDRAWN:
        return page("stories/withdrawn.html", {"corrections": found.corrections.all()}, status=410)
    if found.state != State.PUBLISHED or found.publication_id is None:
        raise Http404
    found.publication = frozen.publication(found.publication_id, found.updated or found.published)
    revision = found.publication.revision
    authors, corrections = asking.AUTHORS.of(found.pk), asking.CORRECTIONS.of(found.pk)
    context = {
        "story": found, "publication": found.publication, "revision": revision, "parts": found.publication.page,
        "cards": story_cards(found.publication), "authors": authors, "tags": asking.TAGS.of(found.pk),
        "corrections": corrections,
        "minutes": max(1, round(len(revision.whole.split()) / WORDS_A_MINUTE)), "updated": _updated(found),
        "canonical": found.get_absolute_url(),
        "linked": describing.article(found, authors, corrections),
    }  # fmt: skip
    return page("stories/story.html", context)


def _story(slug: str) -> Story:
    """The story of that address, whatever its state. Raises Http404 where there is none."""
    for row in asking.STORY.of(slug):
        found: Any = row
        if found.section_id is not None:
            found.section = Section(id=found.section_id, slug=found.in_slug, name=found.in_name)
        return row
    raise Http404


@published
def section(request: HttpRequest, slug: str) -> HttpResponse:
    """A section's stories."""
    found = get_object_or_404(Section, slug=slug)
    shown = _part(request, asking.stories().filter(section=found))
    return page("stories/section.html", {"section": found, "stories": shown, "canonical": found.get_absolute_url()})


@published
def tag(request: HttpRequest, slug: str) -> HttpResponse:
    """A tag's stories."""
    found = get_object_or_404(Tag, slug=slug)
    shown = _part(request, asking.stories().filter(tags=found))
    return page("stories/tag.html", {"tag": found, "stories": shown, "canonical": found.get_absolute_url()})


@published
def author(request: HttpRequest, slug: str) -> HttpResponse:
    """An author's stories; accounts that wrote none have no page."""
    found = get_object_or_404(asking.authors(), slug=slug)
    shown = _part(request, asking.stories().filter(authors=found))
    return page("stories/author.html", {"author": found, "stories": shown, "canonical": f"/authors/{slug}/"})


@published
def archive(request: HttpRequest) -> HttpResponse:
    """The months in which something was published."""
    return page("stories/archive.html", {"months": asking.months(), "canonical": "/archive/"})


@published
def month(request: HttpRequest, year: int, month: int) -> HttpResponse:
    """One month's stories."""
    try:
        first = dt.date(year, month, 1)
    except ValueError as error:
        raise Http404 from error
    shown = asking.stories().filter(published__year=year, published__month=month)
    if not shown.exists():
        raise Http404
    context = {"month": first, "stories": _part(request, shown), "canonical": f"/archive/{year}/{month:02}/"}
    return page("stories/month.html", context)


@published
def search(request: HttpRequest) -> HttpResponse:
    """Stories that have every word that was asked for."""
    words = " ".join(request.GET.get("q", "").replace("\0", " ").split())[:200]
    shown = _part(request, asking.search(words)) if words else None
    context = {"words": words, "stories": shown, "query": f"{urlencode({'q': words})}&", "canonical": "/search/"}
    return page("stories/search.html", context)


@published
def corrections(request: HttpRequest) -> HttpResponse:
    """Everything that was put right, the latest first."""
    shown: Page[Correction] = Paginator(asking.corrections(), 50).get_page(request.GET.get("page"))
    return page("stories/corrections.html", {"corrections": shown, "canonical": "/corrections/"})


def _part(request: HttpRequest, found: QuerySet[Story]) -> Page[Story]:
    return Paginator(found, STORIES_A_PAGE).get_page(request.GET.get("page"))


def _updated(found: Story) -> dt.datetime | None:
    """When the story was last changed, where that was not when it was published."""
    if found.updated is None or found.published is None:
        return None
    return found.updated if found.updated - found.published > dt.timedelta(minutes=1) else None
