"""A draft out of what a reporter was given: a file, a page at an address, pasted text, a report of a feed.

What was written in Markdown stays as it was written; everything else is written down in Markdown, paragraph by
paragraph, without the furniture of its page.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from dateline import reading
from dateline.reading import ReadingError
from dateline.site.intake.fetching import guard
from dateline.site.stories.writing import Draft

if TYPE_CHECKING:
    from dateline.records.report import Report
    from dateline.site.intake.models import Item

#: The largest file that a desk uploads, in bytes.
LARGEST = 5_000_000
#: The longest headline and standfirst, in characters, as the database keeps them.
LONGEST_TITLE, LONGEST_STANDFIRST = 200, 500
_MARKDOWN = re.compile(r"\A\s*(?:#{1,6} \S|---\r?\n(?:[\w-]+:[^\n]*\n)+---)")
#: What means something in Markdown: anywhere; where a line begins; after a number there ("3. August" is no list).
_SPECIAL, _MARK, _LIST = re.compile(r"([\\`*_\[\]<>|&])"), re.compile(r"^([#+\-=~])"), re.compile(r"^(\d+)([.)])(?=\s)")
_LEFT_OUT = {"caption": "A caption was left out", "byline": "The byline was left out"}


@dataclass(frozen=True, slots=True)
class Received:
    """A draft to begin from, the address it came from (or nothing), and what its reader should know, in sentences."""

    draft: Draft
    source: str = ""
    notes: tuple[str, ...] = ()


def from_text(text: str) -> Received:
    """Text as pasted, Markdown or plain. Raises ReadingError."""
    markdown = _MARKDOWN.match(text) is not None
    report = reading.read_text(text, source="The text", markdown=markdown)
    return _of_markdown(text, report) if markdown else _of_report(report)


def from_file(data: bytes, name: str) -> Received:
    """The bytes of an uploaded .md, .txt, .html or .docx; what it is, its content decides. Raises ReadingError."""
    if len(data) > LARGEST:
        raise too_large(name, len(data))
    report = reading.read_bytes(data, name)
    if name.lower().endswith((".md", ".markdown")):
        return _of_markdown(data.decode("utf-8-sig", errors="replace"), report)
    return _of_report(report)


def too_large(name: str, size: int) -> ReadingError:
    """The error for a file over the limit; `size` is in bytes."""
    return ReadingError(f"{name} is {size / 1e6:.1f} MB: send one report of up to {LARGEST / 1e6:.0f} MB.")


def from_address(address: str) -> Received:
    """The report on a public page. Raises ReadingError; addresses of this machine and its network are refused."""
    if not address.lower().startswith(("http://", "https://")):
        raise ReadingError(f"{address[:120]} is no web address: give it as https://host/page.")
    return replace(_of_report(reading.read(address, guard=guard())), source=address)


def from_item(item: Item) -> Received:
    """A report of a feed: what the feed gave of it."""
    text = "\n\n".join(map(escaped, (item.text or item.title).split("\n\n")))
    made = Draft(_fitting(item.title, LONGEST_TITLE), text, day=item.published.date() if item.published else None)
    return Received(made, item.address, ())


def _of_markdown(text: str, report: Report) -> Received:
    """Markdown as it was written, without front matter and headline, which have fields of their own."""
    from dateline.reading.markdown import front_matter

    _, body = front_matter(text.replace("\r\n", "\n"))
    title = report.title or ""
    standfirst = report.standfirst or ""
    kept = _without_standfirst(_without_headline(body), standfirst)
    return _received(report, title, standfirst, kept)


def _of_report(report: Report) -> Received:
    """What was read, as Markdown."""
    paragraphs = []
    left_out = []
    for block in report.blocks:
        words = " ".join(report.text[block.start : block.end].split())
        if block.role == "story":
            paragraphs.append(f"## {escaped(words)}" if block.heading else escaped(words))
        elif block.role in _LEFT_OUT and words:
            left_out.append(f"{_LEFT_OUT[block.role]}: {words[:200]}")
    received = _received(report, report.title or "", report.standfirst or "", "\n\n".join(paragraphs))
    return replace(received, notes=(*received.notes, *left_out))


def _received(report: Report, title: str, standfirst: str, text: str) -> Received:
    """The draft; a headline or standfirst that the site cannot keep whole goes to the top of the text."""
    if len(standfirst) > LONGEST_STANDFIRST:
        standfirst, text = "", f"{escaped(standfirst)}\n\n{text}"
    day = None if report.date_basis == "today" else report.date
    draft = Draft(_fitting(title, LONGEST_TITLE), text.strip(), standfirst, day=day)
    return Received(draft, notes=tuple(note for note in report.warnings if "--" not in note))


def escaped(words: str) -> str:
    """One line of words as Markdown that says just these words."""
    return _LIST.sub(r"\1\\\2", _MARK.sub(r"\\\1", _SPECIAL.sub(r"\\\1", words)))


def _without_headline(body: str) -> str:
    """The text without its first heading of the first rank."""
    from markdown_it import MarkdownIt

    for token in MarkdownIt("commonmark").parse(body):
        if token.type == "heading_open" and token.tag == "h1" and token.map is not None:
            lines = body.split("\n")
            return "\n".join(lines[: token.map[0]] + lines[token.map[1] :])
    return body


def _without_standfirst(body: str, standfirst: str) -> str:
    """The text without a first paragraph that was read as the standfirst."""
    first, _, rest = body.strip().partition("\n\n")
    return rest if standfirst and " ".join(first.split()) == standfirst else body


def _fitting(text: str, most: int) -> str:
    text = " ".join(text.split())
    return text if len(text) <= most else text[: most - 1].rsplit(" ", 1)[0] + "…"
