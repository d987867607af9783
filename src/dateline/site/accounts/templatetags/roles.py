"""What whoever reads a page may do."""

from __future__ import annotations

from django import template

from dateline.site.accounts.models import User

register = template.Library()


@register.filter
def may(user: object, action: str) -> bool:
    """`{% if user|may:"section.manage" %}`. Nobody who is not logged in may do anything."""
    return isinstance(user, User) and user.may(action)
