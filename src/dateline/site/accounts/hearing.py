"""What follows when allauth says that something happened to an account: a role, a line in the audit trail."""

from __future__ import annotations

from typing import Any

from allauth.account import signals
from allauth.mfa import signals as mfa_signals
from axes.signals import user_locked_out
from django.dispatch import Signal, receiver

from dateline.site.accounts.models import User
from dateline.site.accounts.roles import Role
from dateline.site.audit import trail
from dateline.site.audit.models import Event

#: What readers see of an account (name, biography, picture) changed; sent with `user`.
shown_changed = Signal()


@receiver(signals.user_signed_up)
def signed_up(user: User, **_: Any) -> None:
    trail.note(user, "account.made", user)


@receiver(signals.email_confirmed)
def confirmed(email_address: Any, **_: Any) -> None:
    """Who has confirmed an address for the first time may comment; who lost that right does not regain it by another
    address."""
    user: User = email_address.user
    first = not Event.objects.filter(what="account.confirmed", kind="user", key=str(user.pk)).exists()
    if first and user.role == Role.READER.value:
        user.role = Role.COMMENTER.value
        user.save(update_fields=["role"])
    trail.note(user, "account.confirmed", user)


@receiver(signals.password_changed)
@receiver(signals.password_reset)
def password_changed(user: User, **_: Any) -> None:
    trail.note(user, "account.password_changed", user)


@receiver(signals.email_changed)
def email_changed(user: User, **_: Any) -> None:
    trail.note(user, "account.email_changed", user)


@receiver(mfa_signals.authenticator_added)
def authenticator_added(user: User, authenticator: Any, **_: Any) -> None:
    trail.note(user, "account.authenticator_added", user, type=str(authenticator.type))


@receiver(mfa_signals.authenticator_removed)
def authenticator_removed(user: User, authenticator: Any, **_: Any) -> None:
    trail.note(user, "account.authenticator_removed", user, type=str(authenticator.type))


@receiver(user_locked_out)
def locked_out(username: str, **_: Any) -> None:
    """Only of accounts that there are; the address that tried is not kept."""
    user = User.objects.filter(email__iexact=username or "").first()
    if user is not None:
        trail.note(None, "account.locked_out", user)
