"""Feeds that the desk reads: fetched once, kept once, and harmless."""

from __future__ import annotations

import datetime as dt

import pytest
from django.core.cache import cache
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from dateline.site.accounts.models import User
from dateline.site.accounts.roles import Role
from dateline.site.audit.models import Event
from dateline.site.intake import polling, views
from dateline.site.intake.models import Feed, Item
from dateline.site.intake.polling import ask_due, poll
from dateline.site.newsroom.receiving import from_item
from dateline.site.stories.models import Section
from local_server import Site, fails, leads, whole

from .drafts import account, do_all, story_of
from .test_feed_parsing import item, rss

pytestmark = pytest.mark.django_db
XML = {"Content_Type": "application/rss+xml"}
LONG = (
    "<p>Russia launched 367 drones and missiles at Ukraine on the night of 24 to 25 May 2025, the Air Force said.</p>"
)


@pytest.fixture
def agency(site: Site, monkeypatch: pytest.MonkeyPatch) -> Site:
    """A feed's server, which the site's settings allow."""
    monkeypatch.setenv("DATELINE_SITE_ALLOWED_HOSTS", f"127.0.0.1:{site.server_port}")
    return site


@pytest.fixture
def editor() -> User:
    return account(Role.EDITOR)


@pytest.fixture
def desk(editor: User) -> Client:
    cache.clear()  # what earlier tests asked for does not count
    client = Client()
    client.force_login(editor, "django.contrib.auth.backends.ModelBackend")
    return client


def feed_at(agency: Site, *items: str, path: str = "/feed", **more: object) -> Feed:
    address = agency.plays_at(path, whole(rss(*(items or (item(),))), ETag='"1"', **XML))
    return Feed.objects.create(address=address, **more)


def test_what_a_feed_brings_is_kept_once(agency: Site) -> None:
    feed = feed_at(agency, item(), item(guid="2", link="https://news.example/2", title="Another"))
    assert poll(feed).new == 2
    assert (feed.name, feed.error, feed.etag) == ("Example agency", "", '"1"')
    assert poll(feed).new == 0
    assert agency.asked[1][1]["if-none-match"] == '"1"'
    Feed.objects.update(etag="")
    feed.refresh_from_db()
    assert poll(feed).new == 0
    assert Item.objects.count() == 2


def test_two_feeds_that_pass_on_one_report_give_one(agency: Site) -> None:
    poll(feed_at(agency, item(description=LONG)))
    same_page = feed_at(agency, item(guid="other", description="Short."), path="/a")
    same_words = feed_at(agency, item(guid="other", link="https://copy.example/", description=LONG), path="/b")
    other = feed_at(agency, item(guid="other", link="https://copy.example/2", description=LONG + "More."), path="/c")
    assert [poll(feed).new for feed in (same_page, same_words, other)] == [0, 0, 1]


def test_a_report_that_changed_is_brought_up_to_date_until_somebody_writes(agency: Site, editor: User) -> None:
    feed = feed_at(agency)
    poll(feed)
    agency.plays_at("/feed", whole(rss(item(description="<p>Russia launched 298 drones.</p>")), **XML))
    poll(feed)
    assert Item.objects.get().text == "Russia launched 298 drones."
    Item.objects.update(story=story_of("A story.", editor))
    agency.plays_at("/feed", whole(rss(item(description="<p>Russia launched 2 drones.</p>")), **XML))
    poll(feed)
    assert Item.objects.get().text == "Russia launched 298 drones."


def test_a_feed_that_fails_says_why_and_is_asked_less_often(agency: Site) -> None:
    feed = Feed.objects.create(address=agency.plays_at("/feed", fails(500)), minutes=30)
    waits = []
    for _ in range(8):
        polled = poll(feed)
        assert polled.error == feed.error != "" and "\n" not in feed.error
        waits.append(round((feed.due - timezone.now()).total_seconds() / 60))
    assert waits == [60, 120, 240, 480, 960, 1440, 1440, 1440]
    agency.plays_at("/feed", whole(rss(item()), **XML))
    assert poll(feed).new == 1
    assert (feed.error, feed.failures, round((feed.due - timezone.now()).total_seconds() / 60)) == ("", 0, 30)


@pytest.mark.parametrize(
    "address", ["http://10.0.0.1/feed", "http://169.254.169.254/latest", "http://[::1]/feed", "http://localhost/feed"]
)
def test_a_feed_of_the_own_network_is_not_read(address: str) -> None:
    feed = Feed.objects.create(address=address)
    assert "own network" in poll(feed).error
    assert not Item.objects.exists()


def test_a_feed_that_leads_into_the_own_network_is_not_read(agency: Site) -> None:
    other = Site()
    try:
        feed = Feed.objects.create(address=agency.plays_at("/feed", leads(other.plays_at("/x", whole(rss(item()))))))
        assert "is not read, as it leads to" in poll(feed).error
        assert other.asked == []
    finally:
        other.end()


def test_feeds_are_polled_when_they_are_due(agency: Site) -> None:
    due = feed_at(agency)
    later = Feed.objects.create(address=agency.address + "/later", due=timezone.now() + dt.timedelta(minutes=5))
    Feed.objects.create(address=agency.address + "/off", active=False)
    assert ask_due() == 1
    assert ask_due() == 0  # another worker finds nothing to do
    assert DBTaskResult.objects.get().args_kwargs["args"] == [due.pk]
    do_all()
    assert [path for path, _ in agency.asked] == ["/feed"]
    due.refresh_from_db()
    later.refresh_from_db()
    assert due.polled is not None and later.polled is None


def test_a_poll_whose_worker_died_comes_again(agency: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    feed_at(agency)
    assert ask_due() == 1
    DBTaskResult.objects.all().delete()
    later = timezone.now() + dt.timedelta(minutes=polling._TAKEN + 1)
    monkeypatch.setattr(polling.timezone, "now", lambda: later)
    assert ask_due() == 1


def test_an_editor_adds_reads_changes_and_removes_a_feed(agency: Site, desk: Client) -> None:
    section = Section.objects.create(slug="ukraine", name="War in Ukraine")
    address = agency.plays_at("/feed", whole(rss(item()), **XML))
    page = desk.post("/desk/feeds/sources/", {"address": address, "minutes": 30, "active": "on"}, follow=True)
    assert "Example agency was read: 1 new report." in page.content.decode()
    feed = Feed.objects.get()
    change = {"address": address, "minutes": 60, "active": "on", "name": "The agency", "section": section.pk}
    assert desk.post(f"/desk/feeds/sources/{feed.pk}/", change).status_code == 302
    feed.refresh_from_db()
    assert (feed.name, feed.section, feed.minutes) == ("The agency", section, 60)
    assert "0 new reports" in desk.post(f"/desk/feeds/sources/{feed.pk}/read/", follow=True).content.decode()
    assert "A night" in desk.get("/desk/feeds/").content.decode()
    desk.post(f"/desk/feeds/sources/{feed.pk}/remove/")
    assert not Feed.objects.exists() and not Item.objects.exists()
    noted = list(Event.objects.filter(kind="feed").order_by("id").values_list("what", flat=True))
    assert noted == ["feed.added", "feed.changed", "feed.read", "feed.removed"]


@pytest.mark.parametrize(
    ("fields", "said"),
    [({"address": "ftp://news.example/feed"}, "is no http address"), ({"minutes": 1}, "greater than or equal to 5"),
     ({"address": "http://news.example:22/feed"}, "port 22"), ({"address": "http://u:p@news.example/"}, "password"),
     ({"address": ""}, "required")],
)  # fmt: skip
def test_what_is_wrong_stands_beside_its_field(desk: Client, fields: dict[str, object], said: str) -> None:
    given = {"address": "https://news.example/feed", "minutes": 30, "active": "on", **fields}
    page = desk.post("/desk/feeds/sources/", given)
    assert page.status_code == 422
    assert said in page.content.decode()
    assert not Feed.objects.exists()


def test_reports_without_a_story_are_listed_first(agency: Site, desk: Client, editor: User) -> None:
    assert "No feed is read yet" in desk.get("/desk/feeds/").content.decode()
    feed = feed_at(agency, item(), item(guid="2", link="", title="Another night"))
    poll(feed)
    Item.objects.filter(guid="2").update(story=story_of("A story.", editor))
    shown = desk.get("/desk/feeds/").content.decode()
    assert "A night" in shown and "Another night" not in shown
    assert "Another night" in desk.get(f"/desk/feeds/?all=1&feed={feed.pk}").content.decode()
    for nonsense in ("?feed=x", "?page=x", "?feed=99999999999999999999"):
        assert desk.get(f"/desk/feeds/{nonsense}").status_code == 200


def test_what_a_feed_smuggles_in_is_words(agency: Site, desk: Client) -> None:
    evil = '<script>alert(1)</script><img src=x onerror="alert(2)">'
    feed = feed_at(
        agency, item(title=evil + "A title", description=evil + "<p>Words *with* marks</p>", link="javascript:1")
    )
    poll(feed)
    shown = desk.get("/desk/feeds/").content.decode() + desk.get("/desk/feeds/sources/").content.decode()
    for part in ("<script>alert", "onerror", "javascript:"):
        assert part not in shown
    assert "A title" in shown
    draft = from_item(Item.objects.get()).draft
    assert draft.text == r"Words \*with\* marks"


@pytest.mark.parametrize("role", [None, Role.READER, Role.COMMENTER, Role.REPORTER])
def test_only_editors_touch_feeds(agency: Site, role: Role | None) -> None:
    feed = feed_at(agency)
    client = Client()
    if role is not None:
        client.force_login(account(role), "django.contrib.auth.backends.ModelBackend")
    refused = 302 if role is None else 403
    paths = ["", f"{feed.pk}/", f"{feed.pk}/read/", f"{feed.pk}/remove/"]
    for path in paths:
        for answer in (client.post(f"/desk/feeds/sources/{path}"), client.get(f"/desk/feeds/sources/{path}")):
            assert answer.status_code == refused
    assert client.get("/desk/feeds/").status_code == (200 if role is Role.REPORTER else refused)
    assert agency.asked == [] and Feed.objects.count() == 1


@pytest.mark.parametrize("path", ["", "{}/read/"])
def test_reading_feeds_is_limited(agency: Site, desk: Client, monkeypatch: pytest.MonkeyPatch, path: str) -> None:
    feed = feed_at(agency)
    asked: list[object] = []
    monkeypatch.setattr(views, "limited", lambda _, *limits: asked.append(limits) or True)
    given = {"address": feed.address + "2", "minutes": 30, "active": "on"}
    assert desk.post("/desk/feeds/sources/" + path.format(feed.pk), given).status_code == 429
    assert asked == [("feed", views.A_MINUTE, views.AN_HOUR)]
    assert agency.asked == [] and Feed.objects.count() == 1


@pytest.mark.parametrize("status", [404, 503])
def test_a_feed_that_fails_is_told_in_words_of_a_feed(agency: Site, status: int) -> None:
    feed = Feed.objects.create(address=agency.plays_at("/lost", fails(status)))
    said = poll(feed).error
    assert said.endswith("check the feed's address.") and str(status) in said and "save the page" not in said


def test_a_report_whose_whole_page_was_read_is_not_offered_again(agency: Site, desk: Client) -> None:
    poll(feed_at(agency))
    report = Item.objects.get()
    offered = desk.get(reverse("feed-items")).content.decode()
    assert f'<input type="hidden" name="item" value="{report.pk}">' in offered
    words = "<html><body><article><h1>A headline</h1>" + "<p>Words of a report that go on for a while.</p>" * 12
    address = agency.plays_at("/page", whole(words.encode(), Content_Type="text/html"))
    form = desk.post("/desk/new/receive/", {"address": address, "item": report.pk}).content.decode()
    assert f'name="item" value="{report.pk}"' in form
    sent = {"title": "A headline", "text": "Words.", "source": address, "item": report.pk}
    assert desk.post("/desk/new/", sent).status_code == 302
    report.refresh_from_db()
    assert report.story is not None and report.story.source == address
