"""How often somebody may do something, counted in the shared cache: every process of the site sees the same counts."""

from __future__ import annotations

import time

from allauth.core.internal.httpkit import get_client_ip
from django.core.cache import cache
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from dateline.site.accounts.models import User

MINUTE = 60
HOUR = 3600
#: Stands for whoever asks without an address; where addresses are kept, PostgreSQL takes nothing but an address.
NOWHERE = "::"


def client(request: HttpRequest) -> str:
    """The address that asks. What a proxy says of it is believed only as far as $DATELINE_SITE_PROXIES reaches."""
    return get_client_ip(request) or NOWHERE


def limited(request: HttpRequest, what: str, per_minute: int, per_hour: int) -> bool:
    """Whether whoever asks (the account; without one the address) has done `what` more often than `per_minute` or
    `per_hour` allow, this time included. Every call counts."""
    user = request.user
    who = f"user-{user.pk}" if isinstance(user, User) else f"client-{client(request)}"
    counts = [(_count(f"{what}:{who}", seconds), most) for seconds, most in ((MINUTE, per_minute), (HOUR, per_hour))]
    return any(count > most for count, most in counts)


def _count(key: str, seconds: int) -> int:
    """One more in the stretch of `seconds` that runs now; how many that makes."""
    slot = f"limit:{key}:{seconds}:{int(time.time()) // seconds}".replace(" ", "_")
    if cache.add(slot, 1, timeout=seconds):
        return 1
    try:
        return int(cache.incr(slot))
    except ValueError:  # thrown out in between
        cache.set(slot, 1, timeout=seconds)
        return 1


def login_name(request: HttpRequest, credentials: dict[str, str] | None) -> str:
    """Whose account a login is about, as the lock-out counts it."""
    given = (credentials or {}).get("email") or (credentials or {}).get("username") or request.POST.get("login", "")
    return given.strip().lower()[:254]


def refused(request: HttpRequest) -> HttpResponse:
    """The page for whoever has done something too often (429)."""
    return render(request, "429.html", {"minutes": MINUTE // 60}, status=429)
