"""What every page's template knows."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.http import HttpRequest

from dateline.site.stories.models import Section


def site(request: HttpRequest | None) -> dict[str, Any]:
    """The site's name and address, whom to write to, and the sections of the menu (asked for only where they are
    shown)."""
    return {
        "SITE_NAME": settings.SITE_NAME,
        "SITE_ADDRESS": settings.SITE_ADDRESS,
        "SITE_CONTACT": settings.SITE_CONTACT,
        "MENU_SECTIONS": Section.objects.all(),
    }
