"""How often is too often, whose request it is, and what the settings of mail and limits take."""

from __future__ import annotations

from typing import Any

import pytest
from django.contrib.auth.models import AnonymousUser
from django.core.cache import cache
from django.core.exceptions import ImproperlyConfigured
from django.http import HttpRequest
from django.test import RequestFactory

from dateline.site import environment
from dateline.site.accounts import limits
from dateline.site.accounts.limits import HOUR, NOWHERE, client, limited
from dateline.site.accounts.models import User


@pytest.fixture(autouse=True)
def hour(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """The clock: its one entry is the time."""
    cache.clear()
    now = [HOUR * 400_000.0]
    monkeypatch.setattr(limits.time, "time", lambda: now[0])
    return now


def asking(user: Any = None, **more: str) -> HttpRequest:
    request = RequestFactory().get("/", **more)  # type: ignore[arg-type]
    request.user = user or AnonymousUser()
    return request


def test_the_minute_and_the_hour_are_counted_apart(hour: list[float]) -> None:
    assert [limited(asking(), "ask", 2, 3) for _ in range(3)] == [False, False, True]
    hour[0] += 60
    assert limited(asking(), "ask", 2, 3), "the fourth of this hour"
    hour[0] += HOUR
    assert not limited(asking(), "ask", 2, 3)


def test_each_is_counted_alone() -> None:
    ada, eve = User(pk=1), User(pk=2)
    assert not limited(asking(ada), "ask", 1, 9)
    assert not limited(asking(eve), "ask", 1, 9)
    assert not limited(asking(), "ask", 1, 9)
    assert not limited(asking(REMOTE_ADDR="192.0.2.7"), "ask", 1, 9)
    assert not limited(asking(ada), "other", 1, 9)
    assert limited(asking(ada, REMOTE_ADDR="192.0.2.7"), "ask", 1, 9), "an account is itself wherever it asks from"


def test_proxies_are_believed_as_far_as_there_are_any(settings: Any) -> None:
    forged = {"HTTP_X_FORWARDED_FOR": "203.0.113.1, 198.51.100.2", "REMOTE_ADDR": "192.0.2.7"}
    assert client(asking(**forged)) == "192.0.2.7"
    settings.ALLAUTH_TRUSTED_PROXY_COUNT = 1
    assert client(asking(**forged)) == "198.51.100.2"


def test_a_request_over_a_socket_is_from_nowhere() -> None:
    assert client(HttpRequest()) == NOWHERE
    assert client(asking(REMOTE_ADDR="")) == NOWHERE


@pytest.mark.parametrize(
    ("given", "server"),
    [
        ("", None),
        ("smtp://ada:a%40b@mail.example.org", ("mail.example.org", 587, "ada", "a@b", False, True)),
        ("smtps://mail.example.org:4650", ("mail.example.org", 4650, "", "", True, False)),
        ("smtp+plain://localhost", ("localhost", 25, "", "", False, False)),
    ],
)
def test_where_mail_goes(monkeypatch: pytest.MonkeyPatch, given: str, server: tuple[object, ...] | None) -> None:
    monkeypatch.setenv("DATELINE_SITE_MAIL", given)
    assert environment.mail("DATELINE_SITE_MAIL") == server


@pytest.mark.parametrize("given", ["mail.example.org", "http://mail.example.org", "smtp://", "smtp://host:port"])
def test_a_mail_server_that_is_none_is_said(monkeypatch: pytest.MonkeyPatch, given: str) -> None:
    monkeypatch.setenv("DATELINE_SITE_MAIL", given)
    with pytest.raises(ImproperlyConfigured, match="DATELINE_SITE_MAIL: write smtp://"):
        environment.mail("DATELINE_SITE_MAIL")


def test_numbers_and_choices_are_checked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATELINE_SITE_PROXIES", "-1")
    monkeypatch.setenv("DATELINE_SITE_HOLD", "some")
    with pytest.raises(ImproperlyConfigured, match="whole number"):
        environment.number("DATELINE_SITE_PROXIES", 0)
    with pytest.raises(ImproperlyConfigured, match="none of new, all"):
        environment.choice("DATELINE_SITE_HOLD", ("new", "all"))
    monkeypatch.setenv("DATELINE_SITE_HOLD", "")
    assert environment.choice("DATELINE_SITE_HOLD", ("new", "all")) == "new"
