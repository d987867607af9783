"""What programs fetch: feeds, sitemaps, robots.txt, uploaded pictures."""

from __future__ import annotations

import datetime as dt
import io
from pathlib import Path
from xml.etree import ElementTree

import feedparser
import pytest
from django.core.files.base import ContentFile
from django.test import Client
from django.utils import timezone
from PIL import Image
from pytest_django import Settings

from dateline.site.accounts.models import User
from dateline.site.stories.models import Picture, Section, Story, Tag

from .desk_fixtures import HOLDS
from .reader_fixtures import author, get, out, story

pytestmark = pytest.mark.django_db
__all__ = ["author", "story"]
MAPS = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
NEWS = "{http://www.google.com/schemas/sitemap-news/0.9}"


def image(kind: str = "PNG") -> bytes:
    file = io.BytesIO()
    Image.new("RGB", (30, 20), "teal").save(file, kind)
    return file.getvalue()


@pytest.fixture
def picture(db: None, tmp_path: Path, settings: Settings) -> Picture:
    settings.MEDIA_ROOT = str(tmp_path)
    return Picture.objects.create(file=ContentFile(image(), name="a.png"), alternative="A teal <field>", caption="Teal")


@pytest.mark.parametrize("path", ["/atom.xml", "/rss.xml", "/sections/ukraine/atom.xml", "/sections/ukraine/rss.xml"])
def test_a_feed_has_the_stories(path: str, story: Story, author: User) -> None:
    story.tags.add(Tag.objects.create(slug="front", name="Front & back"))
    out(author, HOLDS, "Less < more & \u201cquotes\u201d")
    read = feedparser.parse(get(path))
    assert not read.bozo, read.get("bozo_exception")
    assert [entry.title for entry in read.entries] == ["Less < more & \u201cquotes\u201d", "The front in August"]
    first = read.entries[1]
    assert first.link == first.id == f"http://127.0.0.1:8000{story.get_absolute_url()}"
    assert first.summary == "Russia gained 468 square kilometres in August 2025."
    assert first.tags[0].term == "Front & back" and "Mira" in first.author
    assert read.feed.title.endswith("Dateline")


def test_a_section_s_feed_has_its_stories_alone(story: Story) -> None:
    Section.objects.create(slug="gaza", name="Gaza")
    read = feedparser.parse(get("/sections/gaza/atom.xml"))
    assert not read.entries and not read.bozo
    get("/sections/nowhere/atom.xml", 404)


def test_the_sitemap_names_every_story(story: Story) -> None:
    places = [e.text for e in ElementTree.fromstring(get("/sitemap.xml")).iter(f"{MAPS}loc")]
    for path in ("/", story.get_absolute_url(), "/sections/ukraine/", "/authors/mira/", "/figures/"):
        assert f"http://127.0.0.1:8000{path}" in places, path
    assert len(places) == len(set(places))


def test_the_news_sitemap_names_two_days(story: Story, author: User) -> None:
    old = out(author, HOLDS, "An old one")
    Story.objects.filter(pk=old.pk).update(published=timezone.now() - dt.timedelta(days=2, minutes=1))
    root = ElementTree.fromstring(get("/news-sitemap.xml"))
    assert [e.text for e in root.iter(f"{NEWS}title")] == ["The front in August"]
    assert [e.text for e in root.iter(f"{NEWS}name")] == ["Dateline"]


def test_robots_may_fetch_what_readers_see(db: None) -> None:
    told = get("/robots.txt")
    assert "Disallow: /desk/" in told and "Sitemap: http://127.0.0.1:8000/sitemap.xml" in told
    assert "Disallow: /stories" not in told


def test_a_story_shows_its_picture_with_words_for_it(author: User, picture: Picture) -> None:
    shown = out(author, HOLDS, "With a picture", picture=picture)
    page = get(shown.get_absolute_url())
    assert 'alt="A teal &lt;field&gt;"' in page and "Teal" in page and 'width="30" height="20"' in page
    assert f'<meta property="og:image" content="http://127.0.0.1:8000{picture.file.url}">' in page
    assert picture.file.url in get("/")
    answer = Client().get(picture.file.url)
    assert answer.status_code == 200 and answer["Content-Type"] == "image/png"
    assert b"".join(answer.streaming_content) == image()  # type: ignore[attr-defined]
    assert "immutable" in answer["Cache-Control"] and answer["X-Content-Type-Options"] == "nosniff"


@pytest.mark.parametrize(
    "path",
    ["/media/pictures/..%2f..%2fsecret", "/media/pictures/page.html", "/media/pictures/a.svg", "/media/reports/a.png",
     "/media/pictures/none.png", "/media/people/%00.png", "/media/pictures/", "/media/../site.sqlite3"],
)  # fmt: skip
def test_nothing_but_pictures_is_given_out(picture: Picture, settings: Settings, path: str) -> None:
    for name, text in (("page.html", "<script>"), ("a.svg", "<svg/>")):
        (Path(settings.MEDIA_ROOT) / "pictures" / name).write_text(text)
    (Path(settings.MEDIA_ROOT) / "secret").write_text("secret")
    assert Client().get(path).status_code == 404
