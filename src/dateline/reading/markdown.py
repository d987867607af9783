"""Markdown drafts: front matter, headings, paragraphs, lists, tables, quotations."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from dateline.reading.bylines import split_names
from dateline.reading.dates import find_date
from dateline.reading.draft import Draft, Part, assemble
from dateline.reading.roles import assign_roles

if TYPE_CHECKING:
    from markdown_it.token import Token

_FRONT = re.compile(r"\A\s*---[ \t]*\r?\n(.*?)\r?\n(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.DOTALL)
_TAG = re.compile(r"<[^>]*>")


def read_markdown(text: str) -> Draft:
    """A draft of what Markdown renders to. Title, standfirst, writers and dates of the front matter win over the
    text's own; link targets and emphasis marks are left out, code is furniture."""
    from markdown_it import MarkdownIt

    front, body = front_matter(text)
    parts = list(_parts(MarkdownIt("commonmark").enable("table").parse(body)))
    title = _string(front, "title", "headline")
    standfirst = _string(front, "standfirst", "subtitle", "description", "summary", "deck", "excerpt")
    if title and not any(part.role == "title" for part in parts):
        parts.insert(0, Part(title, "title"))
    if standfirst:
        after_title = next((i + 1 for i, part in enumerate(parts) if part.role == "title"), 0)
        parts.insert(after_title, Part(standfirst, "standfirst"))
    draft = Draft(*assemble(parts), title=title, standfirst=standfirst)
    draft.authors = _authors(front)
    draft.outlet = _string(front, "outlet", "publication", "publisher", "site")
    draft.published = _date(front, "published", "date", "pubdate", "publishdate", "date_published", "publish_date")
    draft.updated = _date(front, "updated", "modified", "lastmod", "last_updated", "date_modified")
    return assign_roles(draft)


def front_matter(text: str) -> tuple[Mapping[str, Any], str]:
    """The front matter's keys in lower case, and the text after it. What is no YAML mapping stays text."""
    match = _FRONT.match(text)
    if match is None:
        return {}, text
    import yaml

    try:
        found = yaml.safe_load(match[1])
    except (yaml.YAMLError, ValueError):
        return {}, text
    if not isinstance(found, dict):
        return {}, text
    return {str(key).lower(): value for key, value in found.items()}, text[match.end() :]


def _parts(tokens: list[Token]) -> Iterator[Part]:
    titled = False
    row: list[str] | None = None
    heading = ""
    for token in tokens:
        if token.type == "heading_open":
            heading = token.tag
        elif token.type == "heading_close":
            heading = ""
        elif token.type == "tr_open":
            row = []
        elif token.type == "tr_close":
            yield Part(" | ".join(cell for cell in row or [] if cell))
            row = None
        elif token.type == "inline":
            words, alts = _inline(token)
            if row is not None:
                row.append(words)
            elif heading == "h1" and not titled:
                titled = True
                yield Part(words, "title")
            else:
                yield Part(words, heading=bool(heading))
            yield from (Part(alt, "caption") for alt in alts)
        elif token.type in ("fence", "code_block"):
            yield Part(token.content, "furniture")
        elif token.type == "html_block":
            yield Part(_TAG.sub(" ", re.sub(r"<!--.*?-->", " ", token.content, flags=re.DOTALL)))


def _inline(token: Token) -> tuple[str, list[str]]:
    """The words that show, and the descriptions of pictures. A soft line break is a space, as it renders."""
    words: list[str] = []
    alts: list[str] = []
    for child in token.children or []:
        if child.type == "image":
            if len(child.content.split()) >= 4:
                alts.append(child.content)
        elif child.type == "softbreak":
            words.append(" ")
        elif child.type == "hardbreak":
            words.append("\n")
        elif child.type in ("text", "code_inline", "text_special"):
            words.append(child.content)
    return "".join(words), alts


def _string(front: Mapping[str, Any], *keys: str) -> str | None:
    found = next((front[key] for key in keys if isinstance(front.get(key), str) and front[key].strip()), None)
    return " ".join(found.split()) if found else None


def _authors(front: Mapping[str, Any]) -> tuple[str, ...]:
    value = next((front[key] for key in ("author", "authors", "byline", "by") if front.get(key)), None)
    items = value if isinstance(value, list) else [value]
    names: list[str] = []
    for item in items:
        name = item.get("name") if isinstance(item, dict) else item
        if isinstance(name, str) and name.strip():
            names += split_names(name) or (name.strip(),)
    return tuple(dict.fromkeys(names))


def _date(front: Mapping[str, Any], *keys: str) -> date | None:
    for key in keys:
        value = front.get(key)
        if isinstance(value, datetime):
            return value.date()
        if isinstance(value, date):
            return value
        if isinstance(value, str) and (found := find_date(value)):
            return found
    return None
