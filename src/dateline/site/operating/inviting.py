"""The first account of a site, and others by hand: who is invited sets their own password."""

from __future__ import annotations

import itertools
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dateline.site.accounts.roles import Role
from dateline.site.operating.setting_up import SiteError, begin, prepare

if TYPE_CHECKING:
    from dateline.site.accounts.models import User


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


def _invited(email: str, role: Role, name: str) -> Invited:
    from allauth.account.models import EmailAddress
    from django.db import transaction
    from django.utils.text import slugify

    from dateline.site.accounts.models import User
    from dateline.site.audit import trail

    with transaction.atomic():
        user = User.objects.filter(email__iexact=email).first()
        made = user is None
        if user is None:
            user = User(email=email, name=name or email.partition("@")[0])
            user.username = _free("username", email.partition("@")[0][:140])
            user.slug = _free("slug", slugify(user.name)[:120])
            user.set_unusable_password()
        user.role = role.value
        user.is_active = True
        user.save()
        address, _ = EmailAddress.objects.get_or_create(user=user, email=email)
        address.verified = address.primary = True
        address.save()
        trail.note(None, "account.invited", user, role=role.value)
    return Invited(email, role.value, _link(user), made)


def _link(user: User) -> str:
    """Where the password is set: the link of a password reset, good once and for as long as one."""
    from allauth.account.forms import default_token_generator
    from allauth.account.utils import user_pk_to_url_str
    from django.conf import settings
    from django.urls import reverse

    key = default_token_generator.make_token(user)
    path = reverse("account_reset_password_from_key", kwargs={"uidb36": user_pk_to_url_str(user), "key": key})
    return f"{settings.SITE_ADDRESS}{path}"


def _free(field: str, wanted: str) -> str:
    """`wanted`, told apart by a number from those that others have."""
    from dateline.site.accounts.models import User

    stem = wanted or "account"
    taken = set(User.objects.filter(**{f"{field}__startswith": stem}).values_list(field, flat=True))
    names = (stem if number == 1 else f"{stem}-{number}" for number in itertools.count(1))
    return next(name for name in names if name not in taken)
