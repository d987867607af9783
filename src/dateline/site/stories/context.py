"""What every page's template knows."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.http import HttpRequest

from dateline.site.stories import menu


def site(request: HttpRequest | None) -> dict[str, Any]:
    """The site's name and address, whom to write to, and the menu (drawn only where it is shown)."""
    return {
        "SITE_NAME": settings.SITE_NAME,
        "SITE_ADDRESS": settings.SITE_ADDRESS,
        "SITE_CONTACT": settings.SITE_CONTACT,
        "MENU": menu.drawn,
    }
