"""What kind of thing the bytes are. Content decides; the file's name only tells Markdown from plain text."""

from __future__ import annotations

import re
from typing import Literal

from dateline.reading.acquire import Raw
from dateline.reading.errors import ReadingError

Kind = Literal["text", "markdown", "html", "docx"]

_UNREAD = (
    (b"{\\rtf", "an RTF file", "save it as .docx or plain text"),
    (b"\xd0\xcf\x11\xe0", "an old Word file (.doc)", "save it as .docx"),
    (b"\x89PNG", "a picture", "give the report's text"),
    (b"\xff\xd8\xff", "a picture", "give the report's text"),
    (b"GIF8", "a picture", "give the report's text"),
    (b"\x1f\x8b", "a compressed file", "unpack it first"),
    (b"BZh9", "a compressed file", "unpack it first"),
    (b"\xfd7zXZ", "a compressed file", "unpack it first"),
    (b"7z\xbc\xaf", "a compressed file", "unpack it first"),
)
_HTML = re.compile(
    rb"\A(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body|article"
    rb"|meta|title|div|main|section)\b",
    re.IGNORECASE | re.DOTALL,
)
_TAGS = re.compile(rb"</(?:p|div|article|body|html|h1)\s*>", re.IGNORECASE)
_MARKDOWN = re.compile(rb"\A(?:\xef\xbb\xbf)?\s*(?:#{1,6} \S|---\r?\n(?:[\w-]+:[^\n]*\n)+---)")


def sniff(raw: Raw) -> Kind:
    """The kind of report. Errors: ReadingError for nothing at all, and for what is no text, PDF above all."""
    data = raw.data
    shown = raw.shown
    if not data.strip():
        raise ReadingError(f"{shown} is empty: give a report with text in it.")
    if b"%PDF-" in data[:1024]:
        named = f", whatever its name ({raw.suffix}) says" if raw.suffix not in ("", ".pdf") else ""
        raise ReadingError(f"{shown} is a PDF{named}; Dateline does not read PDF: save its text as .txt or .docx.")
    if data[:4] == b"PK\x03\x04":
        if b"word/document.xml" in data:
            return "docx"
        raise ReadingError(f"{shown} is a packed file but no DOCX: save the report as .docx, .html, .md or .txt.")
    for magic, what, mend in _UNREAD:
        if data.startswith(magic):
            raise ReadingError(f"{shown} is {what}: {mend}.")
    if _HTML.match(data[:4096]) or (raw.suffix in (".html", ".htm", ".xhtml") and _TAGS.search(data)):
        return "html"
    if raw.suffix in (".md", ".markdown") or (raw.name == "-" and _MARKDOWN.match(data[:4096])):
        return "markdown"
    return "text"
