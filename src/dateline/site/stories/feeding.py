"""What readers' programs and search engines fetch: Atom, RSS, sitemaps, robots.txt."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.conf import settings
from django.db.models import Max
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.utils.feedgenerator import Atom1Feed, Rss201rev2Feed

from dateline.site.stories import asking
from dateline.site.stories.describing import address
from dateline.site.stories.models import Section
from dateline.site.stories.pages import page, published

#: Stories in a feed.
LATEST = 30
#: A news sitemap names what is at most so old.
NEWS = dt.timedelta(days=2)
#: The most addresses that one sitemap may have.
MOST = 50_000


@published
def atom(request: HttpRequest, slug: str = "") -> HttpResponse:
    """The last stories, or a section's, as Atom."""
    return _feed(request, Atom1Feed, slug)


@published
def rss(request: HttpRequest, slug: str = "") -> HttpResponse:
    """The last stories, or a section's, as RSS."""
    return _feed(request, Rss201rev2Feed, slug)


@published
def sitemap(request: HttpRequest) -> HttpResponse:
    """Every page of stories, sections and authors, with the day on which it last changed."""
    stories = asking.stories().select_related(None).prefetch_related(None).only("slug", "published", "updated")
    entries: list[tuple[str, dt.datetime | None]] = [
        (address(story.get_absolute_url()), story.updated or story.published) for story in stories[: MOST - 1000]
    ]
    latest = max((at for _, at in entries if at), default=None)
    fixed = [(address(path), latest) for path in ("/", "/figures/", "/corrections/", "/archive/")]
    fixed += [(address(section.get_absolute_url()), None) for section in Section.objects.all()[:400]]
    fixed += [
        (address(f"/authors/{author.slug}/"), author.latest)
        for author in asking.authors().annotate(latest=Max("stories__published"))[:400]
    ]
    return _xml("stories/sitemap.xml", {"entries": fixed + entries})


@published
def news_sitemap(request: HttpRequest) -> HttpResponse:
    """The stories of the last two days, as news sitemaps have them."""
    recent = asking.stories().filter(published__gte=timezone.now() - NEWS)[:1000]
    return _xml("stories/news_sitemap.xml", {"stories": recent})


@published
def robots(request: HttpRequest) -> HttpResponse:
    """What programs may fetch: all that readers see."""
    closed = "".join(f"Disallow: {path}\n" for path in ("/accounts/", "/comments/", "/desk/", "/me/", "/search/"))
    maps = "".join(f"Sitemap: {address(path)}\n" for path in ("/sitemap.xml", "/news-sitemap.xml"))
    return HttpResponse(f"User-agent: *\n{closed}\n{maps}", content_type="text/plain; charset=utf-8")


def _feed(request: HttpRequest, kind: type[Atom1Feed] | type[Rss201rev2Feed], slug: str) -> HttpResponse:
    stories = asking.stories().prefetch_related("tags")
    title, link = settings.SITE_NAME, address("/")
    if slug:
        section = get_object_or_404(Section, slug=slug)
        stories = stories.filter(section=section)
        title, link = f"{section.name}, {settings.SITE_NAME}", address(section.get_absolute_url())
    made: Any = kind(
        title=title, link=link, description=f"The last stories of {title}", language="en",
        feed_url=address(request.path), feed_guid=address(request.path),
    )  # fmt: skip
    for story in stories[:LATEST]:
        assert story.publication is not None
        authors = [str(author) for author in story.authors.all()]
        made.add_item(
            title=story.publication.revision.title, link=address(story.get_absolute_url()),
            description=story.publication.revision.standfirst, unique_id=address(story.get_absolute_url()),
            author_name=", ".join(authors) or None, pubdate=story.published, updateddate=story.updated,
            categories=[tag.name for tag in story.tags.all()],
        )  # fmt: skip
    return HttpResponse(made.writeString("utf-8"), content_type=kind.content_type)


def _xml(template: str, context: dict[str, Any]) -> HttpResponse:
    response = page(template, context)
    response.headers["Content-Type"] = "application/xml; charset=utf-8"
    return response
