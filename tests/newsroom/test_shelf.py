"""Pages kept whole: the same bytes for all, nothing personal, gone as soon as something was published."""

from __future__ import annotations

import datetime as dt
import gzip
import io
import threading
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest
from django.contrib.auth import SESSION_KEY
from django.core.handlers.wsgi import WSGIHandler
from django.core.signals import request_finished, request_started
from django.db import close_old_connections
from django.test import Client
from pytest_django import Settings

from dateline.site.accounts.models import User
from dateline.site.stories import edition, shelf
from dateline.site.stories.models import Section, Story
from dateline.site.stories.shelf import Shelf, keeping

from .desk_fixtures import HOLDS
from .reader_fixtures import author, corrected, story

__all__ = ["author", "story"]
PAGE = [("Content-Type", "text/html"), ("Cache-Control", "public, no-cache"), ("X-Frame-Options", "DENY")]


class Site:
    """A WSGI application that counts how often it is asked, and answers what it is told to."""

    def __init__(self, status: str = "200 OK", headers: list[tuple[str, str]] | None = None) -> None:
        self.asked = 0
        self.status, self.headers = status, PAGE if headers is None else headers
        self.body = b"x" * 1000
        self.closed = 0
        self.before: Callable[[], None] = lambda: None

    def __call__(self, environ: dict[str, Any], start_response: Any) -> Iterable[bytes]:
        self.asked += 1
        self.before()
        start_response(self.status, list(self.headers))
        return _Body([self.body[:10], self.body[10:]], self)


class _Body:
    def __init__(self, parts: list[bytes], site: Site) -> None:
        self.parts, self.site = parts, site

    def __iter__(self) -> Any:
        return iter(self.parts)

    def close(self) -> None:
        self.site.closed += 1


class Answer:
    def __init__(self, application: Any, path: str = "/", method: str = "GET", **environ: str) -> None:
        told: list[Any] = []
        asked = {
            "REQUEST_METHOD": method, "PATH_INFO": path, "QUERY_STRING": "", "HTTP_HOST": "127.0.0.1:8000",
            "SERVER_NAME": "127.0.0.1", "SERVER_PORT": "8000", "SERVER_PROTOCOL": "HTTP/1.1", "wsgi.url_scheme": "http",
            "wsgi.input": io.BytesIO(), "wsgi.errors": io.StringIO(), **environ,
        }  # fmt: skip
        body = application(asked, lambda status, headers, exc=None: told.extend([status, headers]))
        self.body = b"".join(body)
        getattr(body, "close", lambda: None)()
        self.status = int(told[0].split()[0])
        self.headers = {name.lower(): value for name, value in told[1]}


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, settings: Settings) -> Path:
    settings.SITE_FOLDER = tmp_path
    return tmp_path


@pytest.fixture(autouse=True)
def connected() -> Iterator[None]:
    """A request closes connections that are a minute old; a test's must stay, however slow the machine."""
    for moment in (request_started, request_finished):
        moment.disconnect(close_old_connections)
    yield
    for moment in (request_started, request_finished):
        moment.connect(close_old_connections)


def test_a_published_page_is_drawn_once() -> None:
    site = Site()
    kept = keeping(site)
    first, second = Answer(kept), Answer(kept)
    assert site.asked == 1 and first.body == second.body == site.body
    assert second.headers["x-frame-options"] == "DENY" and second.headers["content-length"] == "1000"
    assert site.closed == 1


@pytest.mark.parametrize(
    ("status", "headers"),
    [
        ("200 OK", [("Content-Type", "text/html")]),
        ("200 OK", [*PAGE, ("Set-Cookie", "sessionid=secret")]),
        ("200 OK", [*PAGE, ("Vary", "Cookie")]),
        ("200 OK", [*PAGE, ("Vary", "Accept-Encoding, Cookie")]),
        ("200 OK", [("Cache-Control", "private, no-cache")]),
        ("200 OK", [("Cache-Control", "public, max-age=31536000, immutable")]),
        ("200 OK", [*PAGE, ("Content-Encoding", "gzip")]),
        ("404 Not Found", PAGE),
        ("302 Found", PAGE),
        ("410 Gone", PAGE),
        ("500 Internal Server Error", PAGE),
    ],
)
def test_what_is_personal_or_no_page_is_never_kept(status: str, headers: list[tuple[str, str]]) -> None:
    site = Site(status, headers)
    kept = keeping(site)
    answers = [Answer(kept), Answer(kept)]
    assert site.asked == 2 and all(a.status == int(status[:3]) and a.body == site.body for a in answers)


@pytest.mark.parametrize("more", [{"QUERY_STRING": "page=2"}, {"method": "POST"}, {"method": "DELETE"}])
def test_questions_and_changes_go_through(more: dict[str, str]) -> None:
    site = Site()
    kept = keeping(site)
    Answer(kept)
    Answer(kept, **more)  # type: ignore[arg-type]
    Answer(kept, **more)  # type: ignore[arg-type]
    assert site.asked == 3


def test_each_host_scheme_and_address_has_its_own() -> None:
    site = Site()
    kept = keeping(site)
    Answer(kept)
    Answer(kept, "/other/")
    Answer(kept, HTTP_HOST="example.org")
    Answer(kept, HTTP_X_FORWARDED_PROTO="https")
    Answer(kept, **{"wsgi.url_scheme": "https"})
    assert site.asked == 5


def test_it_is_packed_for_those_who_unpack() -> None:
    site = Site()
    kept = keeping(site)
    packed = Answer(kept, HTTP_ACCEPT_ENCODING="br, gzip;q=0.8")
    plain = Answer(kept, HTTP_ACCEPT_ENCODING="gzip;q=0, identity")
    assert packed.headers["content-encoding"] == "gzip" and gzip.decompress(packed.body) == site.body
    assert int(packed.headers["content-length"]) == len(packed.body)
    assert "content-encoding" not in plain.headers and plain.body == site.body
    assert packed.headers["vary"] == plain.headers["vary"] == "Accept-Encoding"
    assert packed.headers["etag"] != plain.headers["etag"]


def test_who_has_it_is_told_so() -> None:
    site = Site()
    kept = keeping(site)
    tag = Answer(kept).headers["etag"]
    for asked in (tag, f"W/{tag}", f'"other", {tag}', "*"):
        again = Answer(kept, HTTP_IF_NONE_MATCH=asked)
        assert again.status == 304 and again.body == b"" and again.headers["etag"] == tag
        assert again.headers["cache-control"] == "public, no-cache" and "content-length" not in again.headers
    assert Answer(kept, HTTP_IF_NONE_MATCH='"other"').status == 200


def test_a_head_has_the_headers_alone() -> None:
    site = Site()
    kept = keeping(site)
    page = Answer(kept)
    head = Answer(kept, method="HEAD")
    assert head.body == b"" and head.headers == page.headers and site.asked == 1


def test_a_head_of_what_is_not_kept_goes_through_once() -> None:
    site = Site()
    kept = keeping(site)
    Answer(kept, method="HEAD")
    assert site.asked == 1
    Answer(kept)
    assert site.asked == 2


def test_files_are_answered_as_they_were_asked_for() -> None:
    """What the application does with a browser's own copy, with ranges and packing is its own business."""
    asked: list[dict[str, Any]] = []

    def site(environ: dict[str, Any], start_response: Any) -> Iterable[bytes]:
        asked.append(environ)
        start_response("304 Not Modified", [])
        return [b""]

    more = {"HTTP_ACCEPT_ENCODING": "gzip", "HTTP_IF_NONE_MATCH": '"a"', "HTTP_RANGE": "bytes=0-1"}
    assert Answer(keeping(site), "/static/a.css", **more).status == 304  # type: ignore[arg-type]
    assert more.items() <= asked[0].items()


def test_a_new_edition_throws_pages_away_in_every_process() -> None:
    site = Site()
    one, other = keeping(site), keeping(site)  # each with a shelf of its own, as two processes have
    Answer(one), Answer(other)
    site.body = b"corrected"
    assert Answer(one).body == Answer(other).body == b"x" * 1000
    edition.bump("a-story")
    assert Answer(one).body == Answer(other).body == b"corrected"


def test_a_page_drawn_while_an_edition_came_out_is_not_kept_for_it() -> None:
    site = Site()
    kept = keeping(site)
    site.before = edition.bump
    Answer(kept)
    site.before = lambda: None
    site.body = b"new"
    assert Answer(kept).body == b"new"


def test_at_midnight_and_after_a_while_pages_are_drawn_again(monkeypatch: pytest.MonkeyPatch) -> None:
    site = Site()
    kept = keeping(site)
    Answer(kept)
    monkeypatch.setattr(shelf, "_today", lambda: dt.date(2199, 1, 1))
    Answer(kept), Answer(kept)
    assert site.asked == 2
    now = shelf.time.monotonic()
    monkeypatch.setattr(shelf.time, "monotonic", lambda: now + shelf.OLDEST + 1)
    Answer(kept)
    assert site.asked == 3


def test_the_shelf_holds_so_much_and_no_more(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shelf, "MOST_BYTES", 2500)
    site, own = Site(), Shelf()
    site.body = bytes(range(256)) * 4  # no smaller when packed
    kept = keeping(site, own)
    for path in ("/1/", "/2/", "/3/"):
        Answer(kept, path)
    assert own.size <= 2500 and own.size == sum(page.size for page in own.pages.values())
    Answer(kept, "/3/")
    assert site.asked == 3


def test_many_readers_at_once_get_the_page(folder: Path) -> None:
    site = Site()
    kept = keeping(site)
    wrong: list[bytes] = []

    def read() -> None:
        for _ in range(50):
            edition.bump()
            body = Answer(kept).body
            if body != site.body:
                wrong.append(body)

    threads = [threading.Thread(target=read) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert not wrong and edition.current() == 200


@pytest.mark.django_db
def test_what_somebody_who_is_logged_in_sees_is_kept_for_nobody_else(story: Story, author: User) -> None:
    kept = keeping(WSGIHandler())
    somebody = Client()
    somebody.force_login(author)
    assert SESSION_KEY in somebody.session
    cookie = f"sessionid={somebody.cookies['sessionid'].value}"
    theirs = Answer(kept, story.get_absolute_url(), HTTP_COOKIE=cookie)
    ours = Answer(kept, story.get_absolute_url())
    assert theirs.status == 200 and theirs.body == ours.body and b"mira@example.org" not in ours.body
    assert "set-cookie" not in theirs.headers
    for path in ("/me/", "/accounts/profile/", "/comments/mine/"):
        mine = Answer(kept, path, HTTP_COOKIE=cookie)
        assert mine.status == 200, path
        stranger = Answer(kept, path)
        assert stranger.body != mine.body, path


@pytest.mark.django_db
def test_security_headers_stay_on_kept_pages(story: Story) -> None:
    kept = keeping(WSGIHandler())
    first, second = (Answer(kept, story.get_absolute_url()) for _ in range(2))
    for answer in (first, second):
        assert "script-src 'self'" in answer.headers["content-security-policy"]
        assert answer.headers["x-frame-options"] == "DENY" and answer.headers["x-content-type-options"] == "nosniff"
    assert Answer(kept, "/", HTTP_HOST="evil.example").status == 400


@pytest.mark.django_db(transaction=True)
def test_a_correction_is_seen_at_once(story: Story, author: User) -> None:
    kept = keeping(WSGIHandler())
    assert b"598 drones" in Answer(kept, story.get_absolute_url()).body
    corrected(story, author, HOLDS, "Drones taken out.")
    body = Answer(kept, story.get_absolute_url()).body
    assert b"598 drones" not in body and b"Drones taken out." in body


@pytest.mark.django_db(transaction=True)
def test_a_new_section_is_in_the_menu_at_once(story: Story) -> None:
    kept = keeping(WSGIHandler())
    assert b">Gaza<" not in Answer(kept, "/").body
    section = Section.objects.create(slug="gaza", name="Gaza")
    assert b">Gaza<" in Answer(kept, "/").body
    section.delete()
    assert b">Gaza<" not in Answer(kept, "/").body
