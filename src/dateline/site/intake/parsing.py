"""The bytes of a feed to its reports, as plain text. Knows neither the site nor the network: `python -m` runs it apart,
where what a hostile feed does to it harms nobody (`intake.apart`)."""

from __future__ import annotations

import calendar
import datetime as dt
import hashlib
import io
import json
import re
import resource
import sys
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from typing import Any
from urllib.parse import urlsplit

#: Reports that one reading of a feed takes in: the first ones, which are the newest.
MOST = 200
#: The longest text of a report, in characters, and the longest of its other parts.
LONGEST_TEXT, LONGEST_TITLE, LONGEST_ADDRESS, LONGEST_GUID = 200_000, 300, 500, 500
#: Seconds of the processor and bytes of memory, several times what the longest honest feed needs.
SECONDS, MEMORY = 10, 1_500_000_000
#: What can make a small document large, in any character set: no feed needs it.
_BOMB = re.compile(rb"<!\s*ENTITY", re.IGNORECASE)
_BLOCKS = frozenset({
    "article", "blockquote", "br", "dd", "div", "dt", "figcaption", "figure", "h1", "h2", "h3", "h4", "h5", "h6", "hr",
    "li", "ol", "p", "pre", "section", "table", "tr", "ul",
})  # fmt: skip
_UNSEEN = frozenset({
    "form", "iframe", "math", "noscript", "object", "script", "style", "svg", "template",
})  # fmt: skip


class FeedError(Exception):
    """One line: why this is no feed that can be read, and what to give instead."""


@dataclass(frozen=True, slots=True)
class Parsed:
    """One report of a feed. `guid` is what the feed calls it, or a hash of what it says; `text` is plain, a blank line
    between paragraphs; `published` an ISO time with its zone, or nothing."""

    guid: str
    title: str
    address: str = ""
    text: str = ""
    published: str = ""

    @property
    def sha256(self) -> str:
        """Of what it says, whoever passes it on."""
        return hashlib.sha256(f"{self.title}\n\n{self.text}".encode()).hexdigest()


def parse(data: bytes, kind: str = "") -> tuple[str, list[Parsed]]:
    """The feed's title, and its reports in its own order, at most `MOST`. `kind` is the content type that came with it.
    Raises FeedError."""
    import feedparser

    if _BOMB.search(data.replace(b"\0", b"")):
        raise FeedError("the feed declares entities, which can make it grow without end: it is not read")
    headers = {"content-type": kind} if kind else {}
    found = feedparser.parse(io.BytesIO(data), response_headers=headers, sanitize_html=True, resolve_relative_uris=True)
    if not found.get("version") and not found.entries:
        raise FeedError("this is neither RSS nor Atom: give the address of the feed itself")
    title = _line(found.feed.get("title", ""), LONGEST_TITLE)
    return title, [_parsed(entry) for entry in found.entries[:MOST]]


def _parsed(entry: Any) -> Parsed:
    title = _line(entry.get("title", ""), LONGEST_TITLE)
    address = _address(entry.get("link", ""))
    text = plain(max((entry.get("summary", ""), *_contents(entry)), key=len))
    guid = _line(entry.get("id", "") or address, 10_000)
    if not guid or len(guid) > LONGEST_GUID:
        guid = "sha256:" + hashlib.sha256(f"{guid}\n{title}\n{text}".encode()).hexdigest()
    published = _time(dict.get(entry, "published_parsed") or dict.get(entry, "updated_parsed"))
    return Parsed(guid, title or _line(text, 120) or "Untitled", address, text, published)


def _contents(entry: Any) -> Iterator[str]:
    for content in entry.get("content", []):
        yield str(content.get("value", ""))


def plain(markup: str) -> str:
    """HTML as its words, a blank line between paragraphs."""
    from lxml import etree, html

    markup = _clean(markup)[: 4 * LONGEST_TEXT]
    if "<" not in markup and "&" not in markup:
        return _paragraphs(markup)
    try:
        tree = html.fragment_fromstring(markup, create_parent="div")
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return ""
    return _paragraphs("".join(_words(tree)))


def _words(element: Any) -> Iterator[str]:
    """The words of an element in order, paragraph by paragraph. Without recursion: a feed nests as deep as it likes."""
    from lxml import etree

    unseen = 0
    for event, node in etree.iterwalk(element, events=("start", "end", "comment", "pi")):
        unseen += (node.tag in _UNSEEN) * {"start": 1, "end": -1}.get(event, 0)
        yield "\n\n" if node.tag in _BLOCKS else ""
        said = node.text if event == "start" else node.tail
        yield (said or "") if not unseen and (event == "start" or node is not element) else ""


def _paragraphs(text: str) -> str:
    parts = (" ".join(part.split()) for part in re.split(r"\n\s*\n", text))
    return "\n\n".join(part for part in parts if part)[:LONGEST_TEXT]


def _line(text: Any, most: int) -> str:
    """One line without markup."""
    line = " ".join(plain(str(text)).split())
    return line if len(line) <= most else line[: most - 1] + "…"


def _address(text: Any) -> str:
    """A web address, or nothing."""
    address = _clean(str(text)).strip()
    try:
        parts = urlsplit(address)
    except ValueError:
        return ""
    fits = len(address) <= LONGEST_ADDRESS and not re.search(r"[\s<>\"]", address)
    return address if fits and parts.scheme.lower() in ("http", "https") and parts.hostname else ""


def _time(parsed: Any) -> str:
    """The moment, or nothing where there is none that a report could have."""
    try:
        moment = dt.datetime.fromtimestamp(calendar.timegm(parsed), dt.UTC)
    except (TypeError, ValueError, OverflowError, OSError):
        return ""
    is_real = dt.datetime(1990, 1, 1, tzinfo=dt.UTC) <= moment <= dt.datetime.now(dt.UTC) + dt.timedelta(days=2)
    return moment.isoformat() if is_real else ""


def _clean(text: str) -> str:
    """Without what no database keeps: NUL, other control characters, halves of pairs."""
    text = re.sub(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]", "", text)
    return text.encode("utf-8", "ignore").decode("utf-8")


def main() -> int:
    """A content type on one line, then a feed's bytes, in; its reports, or an error in one line, as JSON out."""
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    kind = sys.stdin.buffer.readline().decode("utf-8", "replace").strip()
    try:
        title, found = parse(sys.stdin.buffer.read(), kind)
    except FeedError as error:
        sys.stdout.write(json.dumps({"error": str(error)}))
        return 2
    sys.stdout.write(json.dumps({"title": title, "items": [asdict(one) for one in found]}))
    return 0


if __name__ == "__main__":
    sys.exit(main())
