"""Pages that say what went wrong, in the site's clothes; the one for the server's own fault asks no database."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string

from dateline.site.stories.pages import page

#: Where even the template cannot be drawn.
_BARE = "<!doctype html><html lang=en><title>Error</title><h1>Something went wrong</h1><p>Please try again later.</p>"


def bad(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """400"""
    return page("400.html", status=400)


def refused(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """403"""
    return page("403.html", status=403)


def forged(request: HttpRequest, reason: str = "") -> HttpResponse:
    """403 where a form came without the token of its page."""
    return page("csrf.html", status=403)


def missing(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """404"""
    return page("404.html", status=404)


def too_many(request: HttpRequest, *args: Any, wait: int = 60, **kwargs: Any) -> HttpResponse:
    """429: asked too often; `wait` is in seconds."""
    response = page("429.html", {"minutes": max(1, round(wait / 60))}, status=429)
    response.headers["Retry-After"] = str(wait)
    return response


def broken(request: HttpRequest) -> HttpResponse:
    """500"""
    try:
        drawn: str = render_to_string(
            "500.html", {"SITE_NAME": settings.SITE_NAME, "SITE_CONTACT": settings.SITE_CONTACT}
        )
    except Exception:  # whatever broke the page may break this one too
        drawn = _BARE
    return HttpResponse(drawn, status=500)
