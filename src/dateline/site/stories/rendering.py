"""Markdown to HTML that does nothing but show: what is not on the list below is taken out."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import nh3

if TYPE_CHECKING:
    from markdown_it import MarkdownIt

#: What a story may be made of. Headings start at the second level: the page's own is the headline.
TAGS = frozenset((
    "p", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "blockquote", "hr", "br", "em", "strong", "b", "i", "s", "del",
    "ins", "sub", "sup", "code", "pre", "a", "table", "thead", "tbody", "tr", "th", "td", "abbr", "q", "cite",
))  # fmt: skip
_ATTRIBUTES = {"a": {"href", "title"}, "abbr": {"title"}, "ol": {"start"}}
_SCHEMES = {"http", "https", "mailto"}


def body_html(text: str) -> str:
    """A story's Markdown as clean HTML. Pictures are left out: the page's policy shows none from elsewhere. A script's
    text is shown as the text that it is, for so it was read."""
    drawn = _markdown().render(text)
    return nh3.clean(
        drawn.replace("<h1>", "<h2>").replace("</h1>", "</h2>"),
        tags=set(TAGS),
        clean_content_tags=set(),
        attributes=_ATTRIBUTES,
        url_schemes=_SCHEMES,
        attribute_filter=_only_safe,
        link_rel="noopener nofollow",
        strip_comments=True,
    )


def _only_safe(tag: str, name: str, value: str) -> str | None:
    """An address without a scheme must be one of this site's: `//elsewhere` is not."""
    if (tag, name) == ("a", "href"):
        try:
            parts = urlsplit(value)
        except ValueError:
            return None
        if not parts.scheme and (parts.netloc or value.startswith(("\\", "/\\"))):
            return None
    return value


@lru_cache(maxsize=1)
def _markdown() -> MarkdownIt:
    """Reads Markdown as `dateline.reading.markdown` does, so that a figure's words are found again."""
    from markdown_it import MarkdownIt

    return MarkdownIt("commonmark").enable("table")
