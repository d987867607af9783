"""What every page's template knows."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.http import HttpRequest


def site(request: HttpRequest) -> dict[str, Any]:
    """The site's name and address."""
    return {"SITE_NAME": settings.SITE_NAME, "SITE_ADDRESS": settings.SITE_ADDRESS}
