"""How allauth makes accounts here, and what follows from a confirmed address or a login."""

from __future__ import annotations

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.mfa.adapter import DefaultMFAAdapter
from django.conf import settings
from django.http import HttpRequest, HttpResponse

from dateline.site.accounts.models import User

#: A cookie without a secret: pages that are kept whole ask for the personal parts only where it is set.
KNOWN = "dateline_known"


class Site:
    """What mails call the site."""

    name = settings.SITE_NAME
    domain = settings.SITE_ADDRESS


class Adapter(DefaultAccountAdapter):  # type: ignore[misc]
    """allauth's own ways, but a name is asked for, and wrong passwords are left to the lock-out."""

    def save_user(self, request: HttpRequest, user: User, form: Any, commit: bool = True) -> User:
        user.name = form.cleaned_data["name"]
        saved: User = super().save_user(request, user, form, commit)
        return saved

    def pre_authenticate(self, request: HttpRequest, **credentials: Any) -> None:
        """Nothing: django-axes counts wrong passwords and answers 429."""
        self._login_failed_rl_usage = None

    def _rollback_login_failed_rl_usage(self) -> None:
        """Nothing was used."""

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        super().send_mail(template_prefix, email, {**context, "current_site": Site})

    def post_login(self, request: HttpRequest, user: User, **kwargs: Any) -> HttpResponse:
        response: HttpResponse = super().post_login(request, user, **kwargs)
        known(response)
        return response


def known(response: HttpResponse) -> None:
    """Lets the browser know that somebody is logged in here."""
    response.set_cookie(
        KNOWN, "1", max_age=settings.SESSION_COOKIE_AGE, samesite="Lax", secure=settings.SESSION_COOKIE_SECURE
    )


class SecondFactorAdapter(DefaultMFAAdapter):  # type: ignore[misc]
    """Codes to scan are drawn into the page itself."""

    def build_totp_svg(self, url: str) -> str:
        drawn: str = super().build_totp_svg(url)
        return drawn[drawn.index("<svg") :]
