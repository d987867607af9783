"""What the site fetches for its people, always under the one guard."""

from __future__ import annotations

from dateline.hosts import Guard
from dateline.site import environment


def guard() -> Guard:
    """Where the site may be sent: public web addresses, and the hosts in $DATELINE_SITE_ALLOWED_HOSTS ("wiki.example",
    or with one port "127.0.0.1:8080")."""
    return Guard(frozenset(word.lower() for word in environment.words("DATELINE_SITE_ALLOWED_HOSTS")))
