"""What somebody wrote, as HTML: plain text whose addresses can be followed."""

from __future__ import annotations

import re

import nh3
from django.utils.html import linebreaks, urlize
from django.utils.safestring import SafeString, mark_safe

#: What a comment can hold once drawn: nothing of what its author typed is markup.
_TAGS = {"p", "br", "a"}
_REL = "nofollow ugc noopener"
_LINK = re.compile(r"(?:https?://|\bwww\.)\S+", re.IGNORECASE)


def drawn(text: str) -> SafeString:
    """Paragraphs and links, and nothing else. Links say nothing to search engines (`nofollow ugc`)."""
    html = linebreaks(urlize(text, nofollow=True, autoescape=True))
    schemes = {"http", "https", "mailto"}
    clean = nh3.clean(html, tags=_TAGS, attributes={"a": {"href"}}, url_schemes=schemes, link_rel=_REL)
    return mark_safe(clean.replace("\n", ""))  # paragraphs and breaks say where lines end


def links(text: str) -> int:
    """How many addresses a text names."""
    return len(_LINK.findall(text))
