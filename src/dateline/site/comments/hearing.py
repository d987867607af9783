"""Pages that show somebody are drawn again when they change their name or picture."""

from __future__ import annotations

from typing import Any

from django.db.models import Q
from django.dispatch import receiver

from dateline.site.accounts.hearing import shown_changed
from dateline.site.accounts.models import User
from dateline.site.stories.edition import bump
from dateline.site.stories.models import State, Story


@receiver(shown_changed)
def redrawn(user: User, **_: Any) -> None:
    shown_there = Q(authors=user) | Q(comments__author=user)
    slugs = Story.objects.filter(shown_there, state=State.PUBLISHED).values_list("slug", flat=True).distinct()
    if slugs:
        bump(*slugs)
