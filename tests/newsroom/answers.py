"""Pages that come as the answer to something done: refusals, forms with what is wrong in them, steps of logging in,
links of mails, a check that runs. Run in a served site's environment; prints a JSON list of them as they were sent.

    python answers.py < {"editor@example.org": "PASSWORD", ...}
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator
from typing import Any
from unittest import mock

from dateline.site.operating import setting_up

setting_up.begin()

from allauth.account.forms import default_token_generator
from allauth.account.models import EmailAddress, EmailConfirmationHMAC
from allauth.account.utils import user_pk_to_url_str
from allauth.mfa.totp.internal.auth import (
    format_hotp_value,
    hotp_value,
    yield_hotp_counters_from_time,
)
from django.conf import settings
from django.core.cache import cache
from django.test import Client
from django.test.utils import setup_test_environment
from django.urls import reverse

from dateline.site.accounts.models import User
from dateline.site.checks import running
from dateline.site.stories.models import Section, Story

HOST = settings.SITE_ADDRESS.partition("://")[2]


def somebody(user: User | None = None, **more: Any) -> Client:
    """A window of nobody, or of `user`."""
    window = Client(HTTP_HOST=HOST, **more)
    if user is not None:
        window.force_login(user, backend="django.contrib.auth.backends.ModelBackend")
    return window


def refusals(reader: User) -> Iterator[tuple[str, Any]]:
    """What is said to who may not, asks too often, or asks what nobody can answer."""
    yield "400", somebody(raise_request_exception=False).get("/", HTTP_HOST="no host")
    with mock.patch("dateline.site.stories.asking.months", side_effect=RuntimeError("broken for this page")):
        yield "500", somebody(raise_request_exception=False).get(reverse("archive"))
    yield "forged", somebody(reader, enforce_csrf_checks=True).post(reverse("profile"), {"name": "X"})
    slug = Story.objects.filter(state="published").values_list("slug", flat=True)[0]
    window = somebody(reader)
    for number in range(12):
        answer = window.post(reverse("comment-write", args=[slug]), {"text": f"Again {number}."})
        if answer.status_code == 429:
            yield "too often", answer
            break
    window = somebody()
    for _ in range(6):
        answer = window.post(reverse("account_login"), {"login": "nobody@example.org", "password": "wrong"})
    yield "locked out", answer
    cache.clear()


def wrong_forms(reader: User, editor: User, administrator: User) -> Iterator[tuple[str, Any]]:
    """Forms as they come back."""
    yield "wrong password", somebody().post(reverse("account_login"), {"login": "one@example.org", "password": "wrong"})
    signup = {"name": "", "email": "no address", "password1": "short"}
    yield "signing up wrongly", somebody().post(reverse("account_signup"), signup)
    yield "reset of no address", somebody().post(reverse("account_reset_password"), {"email": "no address"})
    yield "a profile without a name", somebody(reader).post(reverse("profile"), {"name": ""})
    yield (
        "a password that is none",
        somebody(reader).post(
            reverse("account_change_password"), {"oldpassword": "wrong", "password1": "short", "password2": "shorter"}
        ),
    )
    slug = Story.objects.filter(state="published").values_list("slug", flat=True)[0]
    yield "a comment without words", somebody(reader).post(reverse("comment-write", args=[slug]), {"text": " "})
    yield "a report without a reason", somebody(administrator).post(reverse("comment-flag", args=[1]), {"reason": ""})
    desk = somebody(editor)
    yield "a story without a title", desk.post(reverse("desk-new"), {"title": "", "text": ""})
    yield "a section without a name", desk.post(reverse("desk-sections"), {"name": ""})
    yield "a feed of no address", somebody(administrator).post(reverse("feeds"), {"address": "no address"})


def code(secret: str) -> str:
    """What an app shows for this secret now."""
    return format_hotp_value(hotp_value(secret, next(iter(yield_hotp_counters_from_time()))))


def second_factor(password: str) -> Iterator[tuple[str, Any]]:
    """The steps of an account with an app: added, codes for later, asked at login, taken off."""
    user = User.objects.create_user("factor", "factor@example.org", password, name="Two Steps", role="commenter")
    EmailAddress.objects.create(user=user, email=user.email, verified=True, primary=True)
    window = somebody()
    window.post(reverse("account_login"), {"login": user.email, "password": password})
    yield "the password once more", window.get(reverse("account_reauthenticate"))
    window.post(reverse("account_reauthenticate"), {"password": password})
    secret = window.get(reverse("mfa_activate_totp")).context["form"].secret
    yield "a code that is wrong", window.post(reverse("mfa_activate_totp"), {"code": "000000"})
    secret = window.get(reverse("mfa_activate_totp")).context["form"].secret
    window.post(reverse("mfa_activate_totp"), {"code": code(secret)})
    for name in ("mfa_index", "mfa_view_recovery_codes", "mfa_generate_recovery_codes", "mfa_deactivate_totp"):
        yield name, window.get(reverse(name))
    cache.clear()
    later = somebody()
    later.post(reverse("account_login"), {"login": user.email, "password": password})
    yield "mfa_authenticate", later.get(reverse("mfa_authenticate"))
    yield "mfa_authenticate wrongly", later.post(reverse("mfa_authenticate"), {"code": "000000"})


def links(reader: User) -> Iterator[tuple[str, Any]]:
    """Where the links of mails lead."""
    key = f"{user_pk_to_url_str(reader)}-{default_token_generator.make_token(reader)}"
    uidb36, _, token = key.partition("-")
    window = somebody()
    sent = window.get(reverse("account_reset_password_from_key", kwargs={"uidb36": uidb36, "key": token}))
    yield "a new password", window.get(sent.headers["Location"])
    yield (
        "a link that is spent",
        somebody().get(
            reverse("account_reset_password_from_key", kwargs={"uidb36": uidb36, "key": "spent-link"}), follow=True
        ),
    )
    new = User.objects.create_user("unconfirmed", "unconfirmed@example.org", name="Not Yet", role="commenter")
    address = EmailAddress.objects.create(user=new, email=new.email, verified=False)
    confirming = reverse("account_confirm_email", args=[EmailConfirmationHMAC(address).key])
    yield "an address to confirm", somebody().get(confirming)
    yield "an address that nobody has", somebody().get(reverse("account_confirm_email", args=["no:such:key"]))


def running_check(editor: User) -> Iterator[tuple[str, Any]]:
    """A story whose check has been asked for and is not done."""
    from dateline.site.newsroom import saving
    from dateline.site.stories.writing import Draft

    draft = Draft("Not yet checked", "In August 2025, 208 civilians were killed in Ukraine, the UN said.")
    story = saving.start(editor, draft, saving.Place(Section.objects.first(), [], [editor]))
    assert story.current is not None
    running.ask(story.current, editor)
    yield "a check in progress", somebody(editor).get(reverse("desk-story", args=[story.slug]))
    yield "its progress", somebody(editor).get(reverse("desk-progress", args=[story.slug]))


def sent(passwords: dict[str, str]) -> Iterator[dict[str, Any]]:
    """Each answer with its name, status, page and content policy."""
    setup_test_environment()  # pages tell what they were drawn from
    who = {name: User.objects.get(email=f"{name}@example.org") for name in ("commenter", "editor", "administrator")}
    told = [
        *wrong_forms(who["commenter"], who["editor"], who["administrator"]), *refusals(who["commenter"]),
        *second_factor(passwords["editor@example.org"]), *links(who["commenter"]), *running_check(who["editor"]),
    ]  # fmt: skip
    for name, answer in told:
        assert answer.content, f"{name}: {answer.status_code} and no page"
        path = re.sub(r"\W+", "-", name)
        policy = answer.headers.get("Content-Security-Policy", "")
        yield {"path": f"/answers/{path}/", "sent": answer.content.decode(), "status": answer.status_code,
               "policy": policy, **({"as": "editor"} if "progress" in name else {})}  # fmt: skip


if __name__ == "__main__":
    print(json.dumps(list(sent(json.load(sys.stdin)))))
