"""The site as a WSGI application: published pages from memory, all else from Django."""

from __future__ import annotations

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "dateline.site.settings")
_django = get_wsgi_application()

from django.urls import get_resolver  # noqa: E402

from dateline.site.stories.shelf import keeping  # noqa: E402  needs the settings

# Every room is read before the first reader comes, who would wait for it.
_ = get_resolver().url_patterns

application = keeping(_django)
