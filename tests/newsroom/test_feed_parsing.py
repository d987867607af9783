"""What a feed's bytes give, and what hostile ones do not."""

from __future__ import annotations

import html

import pytest

from dateline.site.intake import apart, parsing
from dateline.site.intake.apart import parse_apart
from dateline.site.intake.parsing import FeedError, Parsed, parse, plain

RSS = (
    '<?xml version="1.0" encoding="{coding}"?><rss version="2.0"><channel><title>{title}</title>{items}</channel></rss>'
)
BODY = "<p>Russia launched 367 drones.</p><p>Two &amp; three.</p>"


def item(**parts: str) -> str:
    fields = {"guid": "1", "title": "A night", "link": "https://news.example/1", "description": BODY, **parts}
    return "<item>" + "".join(f"<{n}>{html.escape(v)}</{n}>" for n, v in fields.items() if v) + "</item>"


def rss(*items: str, title: str = "Example agency", coding: str = "utf-8") -> bytes:
    return RSS.format(coding=coding, title=title, items="".join(items)).encode(coding)


def one(**parts: str) -> Parsed:
    (found,) = parse(rss(item(**parts)))[1]
    return found


def test_a_report_is_its_words() -> None:
    title, (found,) = parse(rss(item(pubDate="Tue, 02 Sep 2025 10:00:00 +0200")))
    assert title == "Example agency"
    assert found == Parsed(
        "1", "A night", "https://news.example/1", "Russia launched 367 drones.\n\nTwo & three.",
        "2025-09-02T08:00:00+00:00",
    )  # fmt: skip


def test_atom_is_read_and_the_whole_text_before_the_summary() -> None:
    atom = (
        '<feed xmlns="http://www.w3.org/2005/Atom"><title>T</title><entry><id>urn:1</id><title>A night</title>'
        '<link href="https://news.example/1"/><updated>2025-09-02T10:00:00Z</updated><summary>Short.</summary>'
        '<content type="html">&lt;p&gt;Russia launched 367 drones.&lt;/p&gt;</content></entry></feed>'
    )
    (found,) = parse(atom.encode())[1]
    assert (found.guid, found.text, found.published) == (
        "urn:1", "Russia launched 367 drones.", "2025-09-02T10:00:00+00:00",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("markup", "words"),
    [
        ("plain words", "plain words"),
        ("a<br>b", "a\n\nb"),
        ("<div><p>a</p> tail <p>b</p></div>", "a\n\ntail\n\nb"),
        ("<p>a</p><script>alert(1)</script>b<style>p{}</style>", "a\n\nb"),
        ("<p onclick='x()'>a <a href='javascript:x()'>b</a></p>", "a b"),
        ("<p>a<!-- c -->b</p>", "ab"),
        ("<svg><script>x</script></svg>a", "a"),
        ("1 &lt; 2", "1 < 2"),
        ("a\x00\x08b\ud800", "ab"),
        ("", ""),
        ("<p>" * 5000 + "deep", "deep"),
    ],
)
def test_markup_becomes_paragraphs(markup: str, words: str) -> None:
    assert plain(markup) == words


@pytest.mark.parametrize(
    "link", ["javascript:alert(1)", "data:text/html,x", "/relative", "ftp://x.example/", "https://", "https://[",
             "https://x.example/a b", 'https://x.example/"onclick="x', "https://x.example/" + "a" * 500],
)  # fmt: skip
def test_what_is_no_address_is_left_out(link: str) -> None:
    assert one(link=link).address in ("", "https://x.example/a%20b")


def test_what_a_feed_calls_nothing_has_a_name_all_the_same() -> None:
    first, second = one(guid="", link=""), one(guid="", link="", title="Another night")
    assert first.guid.startswith("sha256:") and first.guid != second.guid
    assert one(guid="x" * 600).guid.startswith("sha256:")
    assert one(title="").title == "Russia launched 367 drones. Two & three."
    assert len(one(title="x" * 600).title) == 300


@pytest.mark.parametrize("day", ["Tue, 02 Sep 0025 10:00:00 GMT", "Tue, 02 Sep 9999 10:00:00 GMT", "soon", ""])
def test_a_day_that_cannot_be_is_none(day: str) -> None:
    assert one(pubDate=day).published == ""


@pytest.mark.parametrize("coding", ["utf-8", "utf-16", "iso-8859-1", "windows-1251"])
def test_character_sets(coding: str) -> None:
    text = "Київ" if coding == "windows-1251" else "Zürich"
    (found,) = parse(rss(item(title=text), coding=coding))[1]
    assert found.title == text


def test_a_wrong_character_set_still_gives_words() -> None:
    (found,) = parse(rss(item(title="Zürich"), coding="iso-8859-1"), "application/xml; charset=utf-8")[1]
    assert found.title.startswith("Z") and found.text.startswith("Russia")


def test_only_the_first_reports_are_taken() -> None:
    many = parse(rss(*(item(guid=str(n)) for n in range(parsing.MOST + 5))))[1]
    assert [found.guid for found in many] == [str(n) for n in range(parsing.MOST)]


BOMB = b"""<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">
<!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]><rss version="2.0"><channel><title>&c;</title></channel></rss>"""
FILE = b"""<?xml version="1.0"?><!DOCTYPE r [<!ENTITY f SYSTEM "file:///etc/passwd">]>
<rss version="2.0"><channel><title>&f;</title><item><title>&f;</title></item></channel></rss>"""


@pytest.mark.parametrize(
    ("data", "said"),
    [(BOMB, "entities"), (FILE, "entities"), (BOMB.decode().encode("utf-16"), "entities"),
     (b"", "neither RSS nor Atom"), (b"<html><body><p>A page</p></body></html>", "neither RSS nor Atom"),
     (b"\x00\xff\xfe", "neither RSS nor Atom"), (b"{}", "neither RSS nor Atom")],
    ids=["bomb", "file", "utf-16", "empty", "page", "bytes", "json"],
)  # fmt: skip
def test_what_is_no_feed_is_refused_in_one_line(data: bytes, said: str) -> None:
    with pytest.raises(FeedError, match=said):
        parse(data)


def test_a_name_of_a_file_is_not_opened(tmp_path: pytest.TempPathFactory) -> None:
    with pytest.raises(FeedError):
        parse(b"/etc/passwd")


def test_a_feed_is_read_in_a_process_of_its_own() -> None:
    assert parse_apart(rss(item()), "text/xml; charset=utf-8\nX: y") == parse(rss(item()))
    with pytest.raises(FeedError, match="entities"):
        parse_apart(BOMB)


@pytest.mark.parametrize("program", ["import time; time.sleep(60)", "x = []\nwhile True: x.append('x' * 10**7)", "1/0"])
def test_what_a_feed_does_there_ends_there(program: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A parser that hangs, eats memory or breaks: as a feed that nobody thought of would have it."""
    run = apart.subprocess.run
    limits = f"import resource; resource.setrlimit(resource.RLIMIT_AS, ({parsing.MEMORY}, {parsing.MEMORY}))\n"
    monkeypatch.setattr(apart, "TIMEOUT", 5)
    monkeypatch.setattr(apart.subprocess, "run", lambda c, **k: run([c[0], "-c", limits + program], **k))
    with pytest.raises(FeedError, match=r"^the feed takes too long[^\n]+$"):
        parse_apart(rss(item()))
