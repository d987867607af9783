"""Draws pages that are the same for every reader: without the request, so that nothing personal can be in them."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any, Concatenate, ParamSpec, cast

from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.views.decorators.http import require_safe

from dateline.site.stories.context import site

#: Kept by whoever likes, asked again each time: a correction is seen at once (see `stories.shelf`).
PUBLIC = "public, no-cache"
P = ParamSpec("P")
View = Callable[Concatenate[HttpRequest, P], HttpResponse]


def page(template: str, context: dict[str, Any] | None = None, status: int = 200) -> HttpResponse:
    """A page that knows no reader: its template sees neither a user nor messages nor a form's token."""
    return HttpResponse(render_to_string(template, {**site(None), **(context or {})}), status=status)


def published(view: View[P]) -> View[P]:
    """A view of what was published: read only, and may be kept whole."""

    @wraps(view)
    def public(request: HttpRequest, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        response = view(request, *args, **kwargs)
        if response.status_code == 200:
            response.headers.setdefault("Cache-Control", PUBLIC)
        return response

    return cast("View[P]", require_safe(public))
