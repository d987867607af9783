"""Publications as they are asked for again and again: what never changes is read from the database once a process."""

from __future__ import annotations

import datetime as dt
from functools import lru_cache

from dateline.site.stories.models import Publication


@lru_cache(maxsize=128)
def publication(key: int, at: dt.datetime | None) -> Publication:
    """A publication with its revision and picture, without its evidence. `at`, when its story was last changed, tells
    it from another one of that number in another database. Raises Publication.DoesNotExist."""
    found: Publication = (
        Publication.objects.select_related("revision__picture").defer("evidence", "revision__author").get(pk=key)
    )
    return found
