"""Every address of the site, asked by everybody: nobody is let in who is not meant to be."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from django.core.cache import cache
from django.http import HttpResponse
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from dateline.site.accounts.models import User
from dateline.site.accounts.roles import ACTIONS, Role, may
from newsroom.people_fixtures import everyone, figure, published, said
from newsroom.routes import ARGS, EVERYONE, LOGGED_IN, ROUTES, Route

#: Nobody, then each role.
ASKING: tuple[Role | None, ...] = (None, *Role)


def patterns(resolver: URLResolver, before: str = "") -> Iterator[tuple[str, URLPattern]]:
    """Every route with its whole pattern."""
    for entry in resolver.url_patterns:
        if isinstance(entry, URLResolver):
            yield from patterns(entry, before + str(entry.pattern))
        else:
            yield before + str(entry.pattern), entry


KNOWN = {entry.name or pattern: pattern for pattern, entry in patterns(get_resolver())}


def test_every_route_is_in_the_table() -> None:
    missing = sorted(set(KNOWN) - set(ROUTES))
    assert missing == [], "add a line for each to tests/newsroom/routes.py"
    assert sorted(set(ROUTES) - set(KNOWN)) == []


def test_every_access_is_an_action() -> None:
    assert {route.access for route in ROUTES.values()} <= {EVERYONE, LOGGED_IN, *ACTIONS}


class World:
    """Everybody, and something at every address."""

    def __init__(self) -> None:
        self.people: dict[Role, User] = everyone()
        self.story = published(self.people[Role.REPORTER])
        figure(self.story)
        said(self.story, self.people[Role.ADMINISTRATOR])
        comment = said(self.story, self.people[Role.REPORTER])
        someone = self.people[Role.READER]
        self.numbers: dict[str, object] = {"comment": comment.pk, "person": someone.pk}
        # the pages below ask for people who do not own what they ask about
        comment.author = User.objects.create_user("else", "else@example.org", name="Else", slug="else")
        comment.save()

    def address(self, name: str, route: Route) -> str:
        """The route's address in this world."""
        given = {key: route.args.get(key, ARGS.get(key)) for key in re.findall(r"<(?:\w+:)?(\w+)>", KNOWN[name])}
        return reverse(name, kwargs={key: self.numbers.get(str(value), value) for key, value in given.items()})

    def client(self, role: Role | None, **options: bool) -> Client:
        """A browser, logged in as somebody of this role."""
        client = Client(raise_request_exception=True, **options)
        if role is not None:
            client.force_login(self.people[role])
        return client


def expected(route: Route, role: Role | None, method: str) -> int | str:
    """A status, or "login" where whoever asks is sent to log in."""
    access = route.posting if method == "POST" and route.posting else route.access
    if role is None and access != EVERYONE:
        return "login"
    if role is not None and access in ACTIONS and not may(role, access):
        return 403
    status = route.get if method == "GET" else route.post
    return status if isinstance(status, int) else status[role is not None]


def ask(client: Client, method: str, address: str) -> HttpResponse:
    cache.clear()  # how often is another test's
    return client.get(address) if method == "GET" else client.post(address, {})  # type: ignore[return-value]


def answered(response: HttpResponse) -> int | str:
    sent = response.headers.get("Location", "")
    return "login" if response.status_code == 302 and sent.startswith("/accounts/login/?") else response.status_code


@pytest.mark.django_db
@pytest.mark.parametrize("name", sorted(ROUTES))
def test_who_reaches_what(name: str) -> None:
    world, route = World(), ROUTES[name]
    address = world.address(name, route)
    for method in ("GET", "POST"):
        wanted = {role: expected(route, role, method) for role in ASKING}
        got = {role: answered(ask(world.client(role), method, address)) for role in ASKING}
        if set(wanted.values()) <= {"login", 403, 405}:  # nobody posts here: whether that is said first or last is one
            got = {role: wanted[role] if status == 405 else status for role, status in got.items()}
        assert got == wanted, f"{method} {address}"


def posts(route: Route) -> bool:
    return route.post != 405


@pytest.mark.django_db
@pytest.mark.parametrize("name", sorted(name for name, route in ROUTES.items() if posts(route)))
def test_nothing_is_posted_from_elsewhere(name: str) -> None:
    """A form without its token is refused, whoever sends it."""
    world, route = World(), ROUTES[name]
    for role in (None, Role.ADMINISTRATOR):
        response = world.client(role, enforce_csrf_checks=True).post(world.address(name, route))
        assert response.status_code == 403, (role, response.status_code)


def test_no_view_is_exempt_from_the_token() -> None:
    exempt = [pattern for pattern, entry in patterns(get_resolver()) if getattr(entry.callback, "csrf_exempt", False)]
    assert exempt == []
