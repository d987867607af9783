"""Accounts."""

from __future__ import annotations

from django.contrib.auth.models import AbstractUser
from django.db import models

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

    def may(self, action: str) -> bool:
        """Whether this account may do `action`, one of `roles.ACTIONS`."""
        return self.is_active and may(Role(self.role), action)
