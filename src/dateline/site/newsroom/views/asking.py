"""Who asks for what: the account and the story behind a request."""

from __future__ import annotations

from django.http import HttpRequest
from django.shortcuts import get_object_or_404

from dateline.site.accounts.models import User
from dateline.site.stories.models import Story


def who(request: HttpRequest) -> User:
    """The account that asks; views that need an action have one."""
    assert isinstance(request.user, User)
    return request.user


def story_at(slug: str) -> Story:
    """The story at this address, with its current revision. Raises Http404."""
    return get_object_or_404(
        Story.objects.select_related("current__author", "current__picture", "section", "publication__revision"),
        slug=slug,
    )


def number_in(text: str) -> int:
    """A number in a request; 0 where it is none, or none that a database holds."""
    return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else 0
