"""The first account of a site, and others by hand: who is invited sets their own password."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dateline.site.accounts.roles import Role
from dateline.site.operating.setting_up import SiteError, begin, prepare

if TYPE_CHECKING:
    from dateline.site.accounts.models import User

#: What makes the first account of a site.
FIRST = f"dateline site invite YOUR@EMAIL --role {Role.ADMINISTRATOR.value}"


@dataclass(frozen=True, slots=True)
class Invited:
    """`link` leads to the page on which the password is set, once; `made` whether the account is new."""

    email: str
    role: str
    link: str
    made: bool


def invite(email: str, role: str, name: str = "") -> Invited:
    """An account with a confirmed address and no password yet, or an existing one that gets the role. Raises
    SiteError."""
    begin()
    from django.core.exceptions import ValidationError
    from django.core.validators import validate_email

    try:
        validate_email(email)
    except ValidationError as fault:
        raise SiteError(f"{email!r} is no e-mail address") from fault
    if role not in {r.value for r in Role}:
        raise SiteError(f"{role!r} is no role; there are {', '.join(r.value for r in Role)}")
    prepare()
    return _invited(email.strip().lower(), Role(role), name.strip())


def nobody_yet() -> bool:
    """Whether the site, which is set up, has no account at all."""
    from dateline.site.accounts.models import User

    return not User.objects.exists()


def _invited(email: str, role: Role, name: str) -> Invited:
    from dateline.site.accounts import keeping
    from dateline.site.accounts.models import User

    user = User.objects.filter(email__iexact=email).first()
    try:
        if user is None:
            made = keeping.create(name or email.partition("@")[0], email, secrets.token_urlsafe(32), role)
            return Invited(email, role.value, _link(made), True)
        keeping.decide(user, role, True, None, "from the command line")
    except keeping.Refused as fault:
        raise SiteError(str(fault)) from fault
    return Invited(email, role.value, _link(user), False)


def _link(user: User) -> str:
    """Where the password is set: the link of a password reset, good once and for as long as one."""
    from allauth.account.forms import default_token_generator
    from allauth.account.utils import user_pk_to_url_str
    from django.conf import settings
    from django.urls import reverse

    key = default_token_generator.make_token(user)
    path = reverse("account_reset_password_from_key", kwargs={"uidb36": user_pk_to_url_str(user), "key": key})
    return f"{settings.SITE_ADDRESS}{path}"
