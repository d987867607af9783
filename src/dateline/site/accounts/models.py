"""Accounts."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.models import AbstractUser
from django.db import models
from django.utils.crypto import get_random_string
from django.utils.text import slugify

from dateline.site.accounts.roles import Role, may


class User(AbstractUser):
    """Somebody with an account. `role` says what they may do (`accounts.roles`); `name` is shown to readers, `slug` is
    the address of an author's page."""

    email = models.EmailField(unique=True)
    role = models.CharField(max_length=16, choices=[(r.value, r.name.lower()) for r in Role], default=Role.READER.value)
    name = models.CharField(max_length=120)
    slug = models.SlugField(max_length=140, unique=True)
    biography = models.TextField(blank=True, max_length=2000)
    picture = models.ImageField(upload_to="people/", blank=True)

    def __str__(self) -> str:
        return self.name or self.username

    def save(self, *args: Any, **kwargs: Any) -> None:
        """An account without an address of its own gets one made of its name."""
        if not self.slug:
            self.slug = _free_slug(self.name or "reader")
        super().save(*args, **kwargs)

    @property
    def desk(self) -> bool:
        """Whether they belong to the newsroom."""
        return self.may("desk.see")

    def may(self, action: str) -> bool:
        """Whether this account may do `action`, one of `roles.ACTIONS`."""
        return self.is_active and may(Role(self.role), action)


def _free_slug(name: str) -> str:
    """An address made of a name; where it is taken, with a few letters by chance, so that none says how many there
    are."""
    stem = slugify(name)[:120] or "reader"
    slug = stem
    while User.objects.filter(slug=slug).exists():
        slug = f"{stem}-{get_random_string(5, 'abcdefghjkmnpqrstuvwxyz23456789')}"
    return slug
