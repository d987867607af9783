"""The menu of every page, drawn once an edition."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from dateline.site.stories import edition
from dateline.site.stories.models import Section

#: The edition and the site for which the menu was drawn, and the menu.
_drawn: tuple[tuple[Any, ...], SafeString] | None = None


def drawn() -> SafeString:
    """The menu as HTML: the sections as they are now, and the pages that every site has."""
    global _drawn  # noqa: PLW0603  one of a process
    now = (edition.current(), settings.SITE_FOLDER)
    found = _drawn
    if found is None or found[0] != now:
        found = (now, render_to_string("stories/_menu.html", {"sections": list(Section.objects.all())}))
        _drawn = found
    return found[1]
