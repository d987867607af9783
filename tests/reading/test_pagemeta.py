"""What pages state of themselves, in each of the ways that they do."""

from __future__ import annotations

from datetime import date

from lxml import html

from dateline.reading.pagemeta import PageMeta, read_page_meta


def meta(head: str, body: str = "") -> PageMeta:
    return read_page_meta(html.document_fromstring(f"<html><head>{head}</head><body>{body}<p>x</p></body></html>"))


def test_meta_tags() -> None:
    found = meta(
        '<title>A raid - The Daily</title><meta property="og:title" content="A raid &amp; more - The Daily">'
        '<meta property="og:site_name" content="The Daily"><meta name="author" content="By Ann Lee and Bob Roy">'
        '<meta property="article:published_time" content="2025-05-30T10:00:00Z">'
        '<meta property="article:modified_time" content="2025-06-01T10:00:00Z">'
        '<meta property="article:author" content="https://example.org/ann">'
        '<meta name="description" content="What happened.">'
    )
    assert found == PageMeta(
        "A raid & more", "What happened.", ("Ann Lee", "Bob Roy"), "The Daily", date(2025, 5, 30), date(2025, 6, 1)
    )


def test_broken_and_foreign_json_is_passed_over() -> None:
    found = meta(
        '<script type="application/ld+json">{broken</script>'
        '<script type="application/ld+json">[{"@type": "Organization", "name": "x"}, 5, null]</script>'
        '<script type="application/ld+json">{"@type": ["NewsArticle"], "headline": "A raid",'
        '"author": {"name": ["Ann Lee"]},'
        '"datePublished": "20250530"}</script>'
    )
    assert (found.title, found.authors, found.published) == ("A raid", ("Ann Lee",), date(2025, 5, 30))


def test_dates_that_only_people_see() -> None:
    found = meta("", "<article><h1>A long raid</h1><span>Published May 30, 2025</span></article>")
    assert (found.title, found.published) == ("A long raid", date(2025, 5, 30))
    assert meta("", '<article><time datetime="2025-05-30T10:00">then</time></article>').published == date(2025, 5, 30)


def test_two_time_elements_without_a_mark_are_not_guessed_from() -> None:
    body = '<time datetime="2025-05-30">a</time><time datetime="2024-01-01">b</time>'
    assert meta("", body).published is None


def test_nobody_and_the_site_are_no_writers() -> None:
    assert meta('<meta name="author" content="admin">').authors == ()
    assert (
        meta('<meta property="og:site_name" content="The Daily"><meta name="author" content="The Daily">').authors == ()
    )
