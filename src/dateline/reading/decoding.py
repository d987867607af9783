"""Bytes to text: what the bytes say of themselves, then UTF-8, then the two Windows code pages that drafts have."""

from __future__ import annotations

import codecs
import re

from dateline.reading.errors import ReadingError

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_META_CHARSET = re.compile(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?\s*([\w-]{2,30})", re.IGNORECASE)
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")


def decode(data: bytes, name: str, *, charset: str | None = None, markup: bool = False) -> str:
    """The text of the bytes, a byte order mark left out. `charset` is what a server stated; `markup` looks for a
    page's own declaration.

    Errors: ReadingError where the bytes are no text.
    """
    text = _decoded(data, charset, markup)
    shown = "Standard input" if name == "-" else name
    controls = sum(1 for _ in _CONTROLS.finditer(text, 0, 100_000))
    if text.find("\0") >= 0 or controls > max(2, min(len(text), 100_000) // 200):
        raise ReadingError(f"{shown} is binary, not text: give a report as .txt, .docx, .html or .md.")
    if not text.strip():
        raise ReadingError(f"{shown} is empty: give a report with text in it.")
    return text


def _decoded(data: bytes, charset: str | None, markup: bool) -> str:
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return data.decode(encoding, errors="replace")
    if wide := _without_mark(data):
        return data.decode(wide, errors="replace")
    declared = _META_CHARSET.search(data[:4096]) if markup else None
    named = declared[1].decode("ascii") if declared else ""
    for candidate in (charset or "", named, "utf-8"):
        try:
            if candidate and "utf-7" not in candidate.lower():
                return data.decode(candidate)
        except (UnicodeDecodeError, LookupError):
            continue
    if _mostly_utf8(data):
        return data.decode("utf-8", errors="replace")
    return data.decode("cp1251" if _looks_cyrillic(data) else "cp1252", errors="replace")


def _without_mark(data: bytes) -> str | None:
    """UTF-16 without a byte order mark: in English every other byte is nothing."""
    head = data[:4000]
    if len(head) < 4 or 0 not in head:
        return None
    half = len(head) // 2
    odd, even = head[1::2].count(0), head[0::2].count(0)
    if odd > 0.7 * half and even < 0.05 * half:
        return "utf-16-le"
    return "utf-16-be" if even > 0.7 * half and odd < 0.05 * half else None


def _mostly_utf8(data: bytes) -> bool:
    """One stray byte in a UTF-8 page does not make it another encoding."""
    text = data.decode("utf-8", errors="replace")
    strange = text.count("\ufffd")
    other = sum(1 for ch in text if ord(ch) > 127) - strange
    return other > 10 * strange


def _looks_cyrillic(data: bytes) -> bool:
    """In a Cyrillic code page, high bytes are letters in rows; in a Western one they stand alone among ASCII."""
    letters = sum(1 for byte in data if byte >= 0xC0)
    plain = sum(1 for byte in data if 0x41 <= byte <= 0x7A)
    return letters > plain
