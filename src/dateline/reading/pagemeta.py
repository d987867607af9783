"""What a web page states of itself: JSON-LD first, then OpenGraph and other meta tags, then the visible page."""

from __future__ import annotations

import html as entities
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from dateline.reading.bylines import is_name, read_meta_line, split_names
from dateline.reading.dates import parse_stamp

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_ARTICLE = re.compile(r"(?:Article|Posting|Report|Review)$")
_PUBLISHED = (
    "article:published_time", "og:article:published_time", "og:published_time", "datepublished", "date_published",
    "published_at", "publish-date", "publish_date", "publication_date", "pubdate", "parsely-pub-date", "sailthru.date",
    "article.published", "dc.date.issued", "dcterms.created", "dcterms.date", "dc.date", "citation_publication_date",
    "cxenseparse:recs:publishtime", "date",
)  # fmt: skip
_UPDATED = (
    "article:modified_time", "og:updated_time", "og:article:modified_time", "datemodified", "date_modified",
    "article.updated", "dcterms.modified", "dc.date.modified", "last-modified", "lastmod", "revised",
)  # fmt: skip
_AUTHORS = ("author", "article:author", "og:article:author", "parsely-author", "sailthru.author", "byl", "byline",
            "dc.creator", "dcterms.creator", "citation_author", "article:author_name")  # fmt: skip
_TITLES = ("og:title", "twitter:title", "parsely-title", "sailthru.title", "dc.title", "headline")
_DESCRIPTIONS = ("og:description", "twitter:description", "description", "dc.description", "sailthru.description")
_OUTLETS = ("og:site_name", "application-name", "dc.publisher", "citation_journal_title")
#: What publishing systems write for a writer whom they do not know.
_NOBODY = frozenset(("admin", "administrator", "editor", "staff", "guest", "unknown"))


@dataclass(frozen=True, slots=True)
class PageMeta:
    """A page's own statements; None or empty where it makes none."""

    title: str | None = None
    description: str | None = None
    authors: tuple[str, ...] = ()
    outlet: str | None = None
    published: date | None = None
    updated: date | None = None


def read_page_meta(tree: HtmlElement) -> PageMeta:
    """Read the page's statements. Dates are the day as written, in the zone that it is written in."""
    metas = _meta_tags(tree)
    article = next(iter(_articles(tree)), {})
    outlet = _text(_name(article.get("publisher"))) or _pick(metas, _OUTLETS)
    published = _stamp(article.get("datePublished")) or _pick_date(metas, _PUBLISHED)
    updated = _stamp(article.get("dateModified")) or _pick_date(metas, _UPDATED)
    shown_published, shown_updated = _shown_dates(tree)
    return PageMeta(
        title=_title(tree, article, metas, outlet),
        description=_text(article.get("alternativeHeadline")) or _text(article.get("description"))
        or _pick(metas, _DESCRIPTIONS),
        authors=tuple(name for name in _authors(article, metas, tree) if name != outlet),
        outlet=outlet,
        published=published or shown_published,
        updated=updated or shown_updated,
    )  # fmt: skip


def day_of(tree: HtmlElement, key: str) -> date | None:
    """The day that one meta tag states, None where it states none."""
    return _pick_date(_meta_tags(tree), (key,))


def squeeze(element: HtmlElement) -> str:
    """An element's text with white space made single."""
    return " ".join(element.text_content().split())


def _meta_tags(tree: HtmlElement) -> dict[str, list[str]]:
    metas: dict[str, list[str]] = {}
    for element in tree.iter("meta"):
        content = (element.get("content") or "").strip()
        for key in (element.get("property"), element.get("name"), element.get("itemprop")):
            if key and content:
                metas.setdefault(key.strip().lower(), []).append(entities.unescape(content))
    return metas


def _articles(tree: HtmlElement) -> Iterator[dict[str, Any]]:
    """Articles in the page's JSON-LD, with authors that are given by reference filled in."""
    for script in tree.iter("script"):
        if "ld+json" not in (script.get("type") or "").lower():
            continue
        text = re.sub(r"^\s*(?://)?\s*<!\[CDATA\[|(?://)?\s*\]\]>\s*$", "", script.text or "").strip().rstrip(";")
        try:
            found = json.loads(text, strict=False)
        except (ValueError, RecursionError):
            continue
        nodes = list(_nodes(found))
        named = {node["@id"]: node for node in nodes if isinstance(node.get("@id"), str) and "name" in node}
        for node in nodes:
            kinds = node.get("@type")
            if any(isinstance(k, str) and _ARTICLE.search(k) for k in (kinds if isinstance(kinds, list) else [kinds])):
                yield {key: _resolve(value, named) for key, value in node.items()}


def _nodes(found: object, depth: int = 0) -> Iterator[dict[str, Any]]:
    if isinstance(found, list):
        for item in found:
            yield from _nodes(item, depth)
    elif isinstance(found, dict) and depth < 6:
        yield found
        for key in ("@graph", "mainEntity", "mainEntityOfPage", "author", "publisher"):
            if isinstance(found.get(key), list | dict):
                yield from _nodes(found[key], depth + 1)


def _resolve(value: object, named: dict[str, dict[str, Any]]) -> object:
    if isinstance(value, list):
        return [_resolve(item, named) for item in value]
    if isinstance(value, dict) and "name" not in value and isinstance(value.get("@id"), str):
        return named.get(value["@id"], value)
    return value


def _title(tree: HtmlElement, article: dict[str, Any], metas: dict[str, list[str]], outlet: str | None) -> str | None:
    """The headline as shown, where what the page states begins or ends with it; else as stated, without the site's
    name behind it."""
    shown = [squeeze(element) for element in tree.iter("h1")]
    shown = [words for words in shown if 2 <= len(words.split()) <= 40]
    elements = list(tree.iter("title"))
    stated = _text(article.get("headline")) or _pick(metas, _TITLES) or (squeeze(elements[0]) if elements else None)
    for words in shown:
        if stated and (words.casefold() in stated.casefold() or stated.casefold() in words.casefold()):
            return words
    if stated is None:
        return shown[0] if len(shown) == 1 else None
    head, mark, site = max(
        (stated.rpartition(mark) for mark in (" | ", " – ", " — ", " - ")), key=lambda cut: len(cut[0])
    )
    if mark and outlet and site.strip().casefold() == outlet.casefold():
        return head.strip()
    return stated


def _authors(article: dict[str, Any], metas: dict[str, list[str]], tree: HtmlElement) -> tuple[str, ...]:
    authors = article.get("author") or article.get("creator")
    found = [_name(author) for author in (authors if isinstance(authors, list) else [authors])]
    stated = [name for name in found if name]
    if not stated:
        stated = next((metas[key] for key in _AUTHORS if any(map(_usable, metas.get(key, [])))), [])
    if not stated:
        stated = [squeeze(e) for e in tree.xpath("//*[@rel='author' or @itemprop='author']")[:6]]
        stated = [name for name in stated if is_name(re.sub(r"^by\s+", "", name, flags=re.IGNORECASE))]
    names: list[str] = []
    for name in map(_text, stated):
        if name is not None and _usable(name):
            bare = re.sub(r"^(?:(?:analysis|opinion|story|words|written)\s+)?by\s+", "", name, flags=re.IGNORECASE)
            names += split_names(bare) or (bare,)
    return tuple(dict.fromkeys(names))


def _usable(name: str | None) -> bool:
    return bool(name) and "://" not in str(name) and len(str(name)) <= 120 and str(name).lower() not in _NOBODY


def _shown_dates(tree: HtmlElement) -> tuple[date | None, date | None]:
    """Dates that stand on the page in words, or in its time elements, for pages that state none to machines."""
    published = updated = None
    for element in tree.iter("time", "span", "div", "p", "li"):
        if element.getparent() is not None and len(element) <= 6 and (words := squeeze(element)) and len(words) < 120:
            meta = read_meta_line(words)
            if meta is not None and meta.stamped:
                published, updated = published or meta.published, updated or meta.updated
    if published is None and updated is None:
        stamps = tree.xpath("//*[self::article or self::main or self::header]//time[@datetime]") or tree.xpath(
            "//time[@datetime]"
        )
        marked = [
            stamp for stamp in stamps if stamp.get("itemprop") == "datePublished" or stamp.get("pubdate") is not None
        ]
        chosen = (marked or (stamps if len({s.get("datetime")[:10] for s in stamps}) == 1 else []))[:1]
        published = parse_stamp(chosen[0].get("datetime")) if chosen else None
    return published, updated


def _pick(metas: dict[str, list[str]], keys: tuple[str, ...]) -> str | None:
    return next((text for key in keys for value in metas.get(key, []) if (text := _text(value))), None)


def _pick_date(metas: dict[str, list[str]], keys: tuple[str, ...]) -> date | None:
    return next((day for key in keys for value in metas.get(key, []) if (day := parse_stamp(value))), None)


def _stamp(value: object) -> date | None:
    return parse_stamp(value) if isinstance(value, str) else None


def _name(value: object) -> str | None:
    if isinstance(value, list):
        value = value[0] if value else None
    if isinstance(value, dict):
        value = value.get("name")
    return _name(value) if isinstance(value, list) else value if isinstance(value, str) else None


def _text(value: object) -> str | None:
    """A statement as words: entities and tags undone, nothing where it is empty."""
    if not isinstance(value, str):
        return None
    return " ".join(re.sub(r"<[^>]{1,200}>", " ", entities.unescape(value)).split()) or None
