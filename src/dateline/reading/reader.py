"""The reading stage: whatever was given, to one `Report`."""

from __future__ import annotations

import hashlib
import os
from datetime import date
from pathlib import PurePath

from dateline.hosts import Guard
from dateline.reading.acquire import FILE_LIMIT, PAGE_LIMIT, TEXT_LIMIT, Raw, from_path, from_stdin, too_large
from dateline.reading.address import fetch, is_address
from dateline.reading.dating import settle_date
from dateline.reading.decoding import decode
from dateline.reading.draft import Draft
from dateline.reading.errors import ReadingError
from dateline.reading.language import NAMES, detect_language
from dateline.reading.sniffing import sniff
from dateline.reading.text import read_plain
from dateline.records.report import CLAIMED_ROLES, Block, Report


def read(
    source: str | os.PathLike[str],
    *,
    published: date | None = None,
    today: date | None = None,
    stdin: bytes | None = None,
    guard: Guard | None = None,
) -> Report:
    """Read a report from a path, an http(s) address, or "-" for standard input.

    `published` wins over every date that the report states. `today` is what a report without a date is read as of
    (the machine's day where None). `stdin` stands in for the process's own standard input. `guard` says where a server
    may be sent by people it does not know.

    Errors: ReadingError, one line, for what is missing, empty, too large, binary, PDF, or in a language that is
    not read.
    """
    name = os.fspath(source)
    if name == "-":
        raw = from_stdin(stdin)
    elif is_address(name):
        raw = fetch(name, guard=guard)
    else:
        raw = from_path(source)
    return _finish(_draft(raw), raw.name, published, today)


def read_bytes(data: bytes, name: str, *, published: date | None = None, today: date | None = None) -> Report:
    """Read a report given as the bytes of a file, whose `name` is shown to people and tells Markdown from plain text.
    Errors as for `read`."""
    shown = PurePath(name.replace("\\", "/")).name or "The file"
    raw = Raw(data[:FILE_LIMIT], shown, PurePath(shown).suffix.lower(), size=len(data), cut=len(data) > FILE_LIMIT)
    return _finish(_draft(raw), raw.name, published, today)


def read_text(
    text: str, *, published: date | None = None, today: date | None = None, source: str = "-", markdown: bool = False
) -> Report:
    """Read a report given as text; `Report.text` is exactly it, or what it renders to where it is Markdown. Errors as
    for `read`."""
    shown = "The text" if source == "-" else source
    if len(text) > TEXT_LIMIT:
        raise too_large(Raw(b"", shown, size=len(text)), TEXT_LIMIT)
    if not text.strip():
        raise ReadingError(f"{shown} is empty: give a report with text in it.")
    if "\0" in text:
        raise ReadingError(f"{shown} is binary, not text: give a report's words.")
    if markdown:
        from dateline.reading.markdown import read_markdown

        return _finish(read_markdown(text), source, published, today)
    return _finish(read_plain(text), source, published, today)


def _draft(raw: Raw) -> Draft:
    """Read by kind; each kind's reader is loaded only when it is needed."""
    kind = sniff(raw)
    limit = {"docx": FILE_LIMIT, "html": PAGE_LIMIT}.get(kind, TEXT_LIMIT)
    if raw.cut or len(raw.data) > limit:
        raise too_large(raw, limit)
    if kind == "docx":
        from dateline.reading.word import read_docx

        return read_docx(raw.data, raw.name)
    text = decode(raw.data, raw.name, charset=raw.charset, markup=kind == "html")
    if kind == "html":
        from dateline.reading.html import read_html

        return read_html(text, raw.name)
    if kind == "markdown":
        from dateline.reading.markdown import read_markdown

        return read_markdown(text)
    return read_plain(text)


def _finish(draft: Draft, source: str, published: date | None, today: date | None) -> Report:
    """Settle language and date, and check that there is a story at all."""
    claimed = [line for line in draft.lines if line.role in CLAIMED_ROLES]
    shown = "Standard input" if source == "-" else source
    if not any(ch.isalnum() for line in claimed for ch in line.words):
        raise ReadingError(f"{shown} holds no story, only what stands around one: give the report's text.")
    warnings = list(draft.warnings)
    language = detect_language("\n".join(line.words for line in claimed))
    if language in NAMES:
        raise ReadingError(f"This report seems to be in {NAMES[language]}; Dateline reads English so far.")
    if language == "und":
        warnings.append("The report's language could not be told; it is read as English.")
    day, basis, doubts = settle_date(draft, published, today or date.today())
    return Report(
        text=draft.text,
        blocks=tuple(Block(line.start, line.end, line.role or "story", line.heading) for line in draft.lines),
        date=day,
        date_basis=basis,
        title=draft.title,
        standfirst=draft.standfirst,
        authors=draft.authors,
        outlet=draft.outlet,
        published=draft.published,
        updated=draft.updated,
        language=language,
        source=source,
        sha256=hashlib.sha256(draft.text.encode("utf-8", errors="surrogatepass")).hexdigest(),
        warnings=(*warnings, *doubts),
    )
