"""The pages that readers see: what is on each, what is on none."""

from __future__ import annotations

import datetime as dt
import json
import re

import pytest
from django.test import Client
from django.utils import timezone

from dateline.site.accounts.models import User
from dateline.site.accounts.roles import Role
from dateline.site.newsroom.publishing import withdraw
from dateline.site.stories.models import Figure, Section, Story, Tag

from .desk_fixtures import HOLDS, person, written
from .reader_fixtures import author, corrected, get, out, story

pytestmark = pytest.mark.django_db
__all__ = ["author", "story"]

LISTS = ("/", "/sections/ukraine/", "/authors/mira/", "/search/?q=August")


def test_the_story_s_page_has_all_that_a_reader_is_owed(story: Story, author: User) -> None:
    story.tags.add(Tag.objects.create(slug="territory", name="Territory"))
    page = get(story.get_absolute_url())
    today = timezone.localdate()
    for expected in (
        f"{today:%A}, {today.day} {today:%B %Y}", ">Menu<", ">Log in<", "War in Ukraine", 'By <a href="/authors/mira/"',
        "Published <time", "1 minute to read", "Mira counts what is &lt;left&gt;.", "0 comments",
        "No comments yet. Be the first to comment!", "Write a comment", ">Territory<", "Report an error",
        "Borders: Ukraine", "Not covered", "machine, policy", f"http://127.0.0.1:8000{story.get_absolute_url()}",
    ):  # fmt: skip
        assert expected in page, expected
    assert "Updated" not in page and "Corrected" not in page
    assert page.count("<h1") == 1
    keys = list(Figure.objects.filter(publication=story.publication).values_list("key", "address"))
    assert len(keys) == 3
    for key, address in keys:
        assert f'id="{key}" popover' in page and f'popovertarget="{key}"' in page and f'/figures/{address}/"' in page


def test_each_mark_and_turn_leads_to_a_card(story: Story) -> None:
    page = get(story.get_absolute_url())
    ids = re.findall(r'\bid="([^"]+)"', page)
    assert len(ids) == len(set(ids)), "an id stands once on a page"
    assert set(re.findall(r'popovertarget="([^"]+)"', page)) <= set(ids)
    assert {f[1:] for f in re.findall(r'href="(#[^"]+)"', page)} <= set(ids)


def test_a_story_s_page_weighs_little(story: Story) -> None:
    from pathlib import Path

    import dateline.site

    page = get(story.get_absolute_url())
    static = Path(dateline.site.__file__).parent / "static"
    loaded = re.findall(r'(?:src|href)="/static/([^"]+\.(?:css|js))"', page)
    assert {"site/site.css", "site/proof.css", "site/proof.js", "site/personal.js"} == set(loaded)
    frame = len(page) - len(re.search(r'<section id="figures".*?</section>', page, re.DOTALL)[0])  # type: ignore[index]
    assert frame + sum((static / name).stat().st_size for name in loaded) < 45_000


def test_a_story_of_very_many_figures_has_its_cards_short(author: User, monkeypatch: pytest.MonkeyPatch) -> None:
    from dateline.site.stories import cards

    monkeypatch.setattr(cards, "MOST_BYTES", 500)
    page = get(out(author, HOLDS, "A long story").get_absolute_url())
    proof = page[page.index('id="figures"') :]
    assert "Matches DeepState" in proof and "Decided by" in proof and "Readings, sources and history" in proof
    assert "Claimed" not in proof and ".svg" not in proof


def test_a_correction_stands_on_the_story_and_in_the_log(story: Story, author: User) -> None:
    corrected(story, author, HOLDS, "An earlier version spoke of <drones>.")
    page = get(story.get_absolute_url())
    assert "An earlier version spoke of &lt;drones&gt;." in page and ">Corrected<" in page
    log = get("/corrections/")
    assert "An earlier version spoke of &lt;drones&gt;." in log and story.get_absolute_url() in log


def test_updated_is_said_where_it_is_true(story: Story) -> None:
    assert story.published is not None
    Story.objects.filter(pk=story.pk).update(updated=story.published + dt.timedelta(hours=3))
    assert "Updated <time" in get(story.get_absolute_url())


def test_a_withdrawn_story_says_so_and_its_figures_are_gone(story: Story, author: User) -> None:
    address = Figure.objects.filter(publication=story.publication).values_list("address", flat=True)[0]
    withdraw(story, author, "The source took its figures back.")
    page = get(story.get_absolute_url(), 410)
    assert "This story was withdrawn" in page and "The source took its figures back." in page
    assert "468" not in page
    for path in (f"/figures/{address}/", f"/figures/{address}.json", f"/figures/{address}.csv"):
        get(path, 404)
    for path in ("/", "/sections/ukraine/", "/search/?q=August", "/figures/", "/atom.xml", "/sitemap.xml"):
        assert story.get_absolute_url() not in get(path), path
    assert "The source took its figures back." in get("/corrections/")


def test_a_draft_is_nowhere(author: User) -> None:
    draft = written(author, HOLDS, "A secret headline")
    draft.tags.add(Tag.objects.create(slug="later", name="Later"))
    get(draft.get_absolute_url(), 404)
    for path in ("/", "/sections/ukraine/", "/tags/later/", "/search/?q=secret", "/figures/", "/archive/", "/atom.xml",
                 "/rss.xml", "/sitemap.xml", "/news-sitemap.xml"):  # fmt: skip
        assert "secret headline" not in get(path).lower() and draft.slug not in get(path), path
    get("/authors/mira/", 404)


@pytest.mark.parametrize("path", LISTS)
def test_a_story_is_in_the_lists(path: str, story: Story) -> None:
    page = get(path)
    assert "The front in August" in page and "Russia gained 468 square kilometres" in page
    assert page.count("<h1") == 1


def test_lists_are_cut_into_pages(author: User, story: Story, monkeypatch: pytest.MonkeyPatch) -> None:
    from dateline.site.stories import views

    monkeypatch.setattr(views, "STORIES_A_PAGE", 1)
    out(author, HOLDS, "Another story")
    assert "Another story" in get("/") and "The front" not in get("/") and "?page=2" in get("/")
    assert "The front" in get("/?page=2") and "Another story" not in get("/?page=2")
    assert get("/?page=nonsense").count("<article>") == 1
    assert get("/search/?q=August&page=2").count("q=August") >= 1


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("/", "Nothing has been published yet."),
        ("/archive/", "Nothing has been published yet."),
        ("/corrections/", "Nothing has had to be corrected yet."),
        ("/figures/", "No figure has been published yet."),
        ("/search/?q=x", "0 stories have"),
        ("/sections/gaza/", "Nothing has been published in this section yet."),
        ("/tags/gaza/", "Nothing has been published under this word yet."),
    ],
)
def test_what_stands_where_nothing_is(path: str, words: str) -> None:
    Section.objects.create(slug="gaza", name="Gaza")
    Tag.objects.create(slug="gaza", name="Gaza")
    assert words in get(path)


def test_the_archive_leads_to_months(story: Story) -> None:
    assert story.published is not None
    month = timezone.localtime(story.published)
    page = get("/archive/")
    assert f"/archive/{month.year}/{month.month}/" in page and "1 story" in page
    assert "The front in August" in get(f"/archive/{month.year}/{month.month}/")
    for path in ("/archive/2025/13/", "/archive/0/1/", "/archive/1999/1/", "/archive/99999/1/"):
        get(path, 404)


@pytest.mark.parametrize("words", ["FRONT", "468 kilometres", "598 drones", "deepstate", "August 468"])
def test_search_finds_headline_text_and_figures(story: Story, words: str) -> None:
    page = get("/search/?q=" + words.replace(" ", "+"))
    assert "1 story has" in page and story.get_absolute_url() in page


@pytest.mark.parametrize(
    "words", ["front nowhere", "%", "_", "'; DROP TABLE", "\0", "<script>alert(1)</script>", "x" * 5000]
)
def test_search_for_what_is_not_there(story: Story, words: str) -> None:
    answer = Client().get("/search/", {"q": words})
    assert answer.status_code == 200
    page = answer.content.decode()
    assert story.get_absolute_url() not in page and "<script>alert" not in page


def test_an_author_s_page_shows_no_account_that_writes_nothing(story: Story) -> None:
    person(Role.READER, "somebody")
    get("/authors/somebody/", 404)
    assert "Mira" in get("/authors/mira/")


def test_only_reading_is_allowed(story: Story) -> None:
    for path in ("/", story.get_absolute_url(), "/figures/", "/search/", "/atom.xml"):
        assert Client().post(path).status_code == 405
        assert Client().head(path).status_code == 200


def test_nothing_personal_is_on_a_page_of_somebody_who_is_logged_in(story: Story, author: User) -> None:
    somebody = Client()
    somebody.force_login(author)
    for path in ("/", story.get_absolute_url(), "/figures/", "/corrections/", "/archive/"):
        theirs, ours = somebody.get(path), Client().get(path)
        assert theirs.content == ours.content, path
        assert theirs["Cache-Control"] == "public, no-cache"
        assert not theirs.cookies and "Cookie" not in theirs.get("Vary", "")
        assert b"csrf" not in theirs.content and b"mira@example.org" not in theirs.content


def linked(page: str) -> dict[str, object]:
    found = re.search(r'<script type="application/ld\+json">(.*?)</script>', page, re.DOTALL)
    assert found is not None
    told: dict[str, object] = json.loads(found[1])
    return told


def test_machines_read_the_story_as_a_news_article(story: Story, author: User) -> None:
    import rdflib

    corrected(story, author, HOLDS, "Drones taken out.")
    told = linked(get(story.get_absolute_url()))
    url = f"http://127.0.0.1:8000{story.get_absolute_url()}"
    assert told["@type"] == "NewsArticle" and told["url"] == url and told["headline"] == "The front in August"
    assert told["correction"] == [{"@type": "CorrectionComment", "text": "Drones taken out.",
                                   "datePublished": told["correction"][0]["datePublished"]}]  # type: ignore[index]  # fmt: skip
    graph = rdflib.Graph().parse(
        data=json.dumps({**told, "@context": {"@vocab": "https://schema.org/"}}), format="json-ld"
    )
    kinds = set(graph.objects(rdflib.URIRef(url), rdflib.RDF.type))
    assert kinds == {rdflib.URIRef("https://schema.org/NewsArticle")}


def test_a_headline_cannot_leave_its_script_or_its_attribute(author: User) -> None:
    evil = 'A </script><script>alert(1)</script> "night" --> & <!-- it'
    told_story = out(author, HOLDS, evil)
    page = get(told_story.get_absolute_url())
    assert linked(page)["headline"] == evil
    assert "<script>alert" not in page
    assert page.count("<script") == 3, "its description, and the two files of the site"
    assert "<script>alert" not in get("/") and "<script>alert" not in get("/figures/")


def test_a_page_says_what_to_show_when_it_is_shared(story: Story) -> None:
    page = get(story.get_absolute_url())
    url = f"http://127.0.0.1:8000{story.get_absolute_url()}"
    assert f'<link rel="canonical" href="{url}">' in page and f'<meta property="og:url" content="{url}">' in page
    assert '<meta property="og:type" content="article">' in page
    assert '<meta property="og:title" content="The front in August">' in page


def test_no_page_has_a_style_or_script_of_its_own(story: Story) -> None:
    address = Figure.objects.filter(publication=story.publication).values_list("address", flat=True)[0]
    for path in ("/", story.get_absolute_url(), f"/figures/{address}/", "/figures/", "/search/?q=x"):
        page = get(path)
        assert not re.search(r"<style|\sstyle=|\son[a-z]+=|javascript:", page), path
        scripts = re.findall(r"<script([^>]*)>", page)
        assert all("src=" in attrs or "application/ld+json" in attrs for attrs in scripts), path
        policy = Client().get(path)["Content-Security-Policy"]
        assert "script-src 'self'" in policy and "unsafe" not in policy
