"""Accounts are made, given roles and closed. Every change is in the audit trail."""

from __future__ import annotations

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.utils import generate_unique_username
from axes.models import AccessAttempt
from django.db import transaction
from django.db.models import QuerySet

from dateline.site.accounts.hearing import shown_changed
from dateline.site.accounts.models import User
from dateline.site.accounts.roles import Role
from dateline.site.audit import trail

FORMER = "A former reader"


class Refused(Exception):
    """A change that is not made; the message says why."""


@transaction.atomic
def create(name: str, email: str, password: str, role: Role, by: User | None = None) -> User:
    """An account that can log in at once, its address taken as confirmed. Raises Refused where the address has one."""
    if User.objects.filter(email__iexact=email).exists():
        raise Refused(f"{email} has an account.")
    username = generate_unique_username([email.partition("@")[0], "user"])
    user: User = User.objects.create_user(username, email, password, name=name, role=role.value)
    EmailAddress.objects.create(user=user, email=user.email, verified=True, primary=True)
    trail.note(by, "account.made", user, role=role.value)
    return user


@transaction.atomic
def decide(user: User, role: Role, active: bool, by: User | None, reason: str = "") -> User:
    """Gives an account a role, and lets it log in or not. Raises Refused where no administrator would be left."""
    administrators = set(_administrators().select_for_update().values_list("pk", flat=True))
    locked: User = User.objects.select_for_update().get(pk=user.pk)
    if administrators == {locked.pk} and not (active and role is Role.ADMINISTRATOR):
        raise Refused("This is the last administrator: make another one first.")
    if active and _closed(locked):
        raise Refused("This account was closed for good by its owner.")
    before = (locked.role, locked.is_active)
    locked.role, locked.is_active = role.value, active
    locked.save(update_fields=["role", "is_active"])
    if before[0] != role.value:
        trail.note(by, "account.role_changed", locked, before=before[0], after=role.value, reason=reason)
    if before[1] != active:
        trail.note(by, "account.activated" if active else "account.deactivated", locked, reason=reason)
    return locked


@transaction.atomic
def close(user: User) -> None:
    """Closes an account for good at its owner's wish: name, addresses, picture and keys go, comments stay as those of a
    former reader. Raises Refused for those of the newsroom, whose names stand under stories and decisions."""
    locked: User = User.objects.select_for_update().get(pk=user.pk)
    if locked.may("desk.see"):
        raise Refused("You belong to the newsroom: ask an administrator to make you a commenter first.")
    email, picture, storage = locked.email, locked.picture.name, locked.picture.storage
    locked.username = f"closed-{locked.pk}"
    locked.email = f"closed-{locked.pk}@invalid"
    locked.slug = f"former-reader-{locked.pk}"
    locked.name, locked.first_name, locked.last_name, locked.biography = FORMER, "", "", ""
    locked.picture, locked.role, locked.is_active = "", Role.READER.value, False
    locked.set_unusable_password()
    locked.save()
    EmailAddress.objects.filter(user=locked).delete()
    Authenticator.objects.filter(user=locked).delete()
    AccessAttempt.objects.filter(username__iexact=email).delete()
    trail.note(locked, "account.closed", locked)
    if picture:
        transaction.on_commit(lambda: storage.delete(picture))
    transaction.on_commit(lambda: shown_changed.send(sender=User, user=locked))


def _closed(user: User) -> bool:
    return user.email == f"closed-{user.pk}@invalid"


def _administrators() -> QuerySet[User]:
    return User.objects.filter(role=Role.ADMINISTRATOR.value, is_active=True)
