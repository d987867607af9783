"""Views that only some may reach."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from django.http.response import HttpResponseBase

from dateline.site.accounts.models import User
from dateline.site.accounts.roles import ACTIONS


def needs(action: str) -> Callable[..., Any]:
    """A view that only those who may do `action` reach: others log in first, or are refused (403)."""
    first = ACTIONS[action]

    def decorate(view: Callable[..., HttpResponseBase]) -> Callable[..., HttpResponseBase]:
        @wraps(view)
        def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
            user = request.user
            if not isinstance(user, User):
                return redirect_to_login(request.get_full_path())
            if not user.may(action):
                raise PermissionDenied(f"{action} asks for the role {first.value}")
            return view(request, *args, **kwargs)

        guarded.needs = action  # type: ignore[attr-defined]
        return guarded

    return decorate
