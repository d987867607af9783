"""DOCX drafts, also those that Google Docs exports: styled paragraphs, tables, tracked changes as if accepted."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING, Any

from dateline.reading.acquire import PAGE_LIMIT
from dateline.reading.bylines import split_names
from dateline.reading.draft import Draft, Part, assemble
from dateline.reading.errors import ReadingError
from dateline.reading.roles import assign_roles
from dateline.records.report import Role

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
#: Deleted text and a moved passage's old place; instructions of fields; the second copy of a text box.
_SKIPPED = frozenset((_W + "del", _W + "moveFrom", _W + "instrText", _W + "rPr", _W + "pPr", _FALLBACK))
_MARKS = {_W + "tab": "\t", _W + "br": "\n", _W + "cr": "\n", _W + "noBreakHyphen": "-"}
_STYLES: dict[str, Role] = {"title": "title", "subtitle": "standfirst", "caption": "caption"}
#: What programs write for a writer whom they do not know.
_NOBODY = re.compile(
    r"python-docx|un-?named|unknown|author|user|admin(?:istrator)?|microsoft office.*|owner|\w*\d+\w*", re.IGNORECASE
)
#: The day of python-docx's own template: such a file was never saved by a person.
_TEMPLATE_DAY = date(2013, 12, 23)


def read_docx(data: bytes, name: str) -> Draft:
    """A draft of the document's body, a blank line between paragraphs, table cells parted by " | ".

    Title, subtitle and caption styles give their roles; core properties give title and writer where the text gives
    none, and the day of the last change as `updated`, with a warning, where the text states no date.
    Errors: ReadingError for a file that is damaged, or larger unpacked than any report.
    """
    shown = "Standard input" if name == "-" else name
    document = _open(data, shown)
    styles = {style.style_id: (style.name or "").lower() for style in document.styles}
    text, lines = assemble(_parts(document.element.body, styles))
    if not text.strip():
        raise ReadingError(f"{shown} is empty: give a document with text in it.")
    draft = assign_roles(Draft(text, lines))
    _take_properties(draft, document.core_properties)
    return draft


def _open(data: bytes, shown: str) -> Any:
    import docx

    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            size = packed.getinfo("word/document.xml").file_size
        if size > 4 * PAGE_LIMIT:
            raise ReadingError(f"{shown} unpacks to {size / 1e6:.0f} MB of text: give one report alone.")
        return docx.Document(io.BytesIO(data))
    except ReadingError:
        raise
    # The zip, XML and package layers each have their own errors for a damaged file, and some are bare KeyErrors.
    except Exception:
        raise ReadingError(f"{shown} is a damaged DOCX: open it in your editor and save it again.") from None


def _parts(parent: Element, styles: dict[str, str]) -> Iterator[Part]:
    """Paragraphs and table rows in the order of the page, content controls opened."""
    for element in parent:
        if element.tag == _W + "p":
            yield _part(element, styles)
        elif element.tag == _W + "tbl":
            for row in element.iter(_W + "tr"):
                cells = [" ".join(_words(cell).split()) for cell in row.iter(_W + "tc")]
                yield Part(" | ".join(cell for cell in cells if cell))
        elif element.tag in (_W + "sdt", _W + "sdtContent", _W + "ins", _W + "moveTo"):
            yield from _parts(element, styles)


def _part(element: Element, styles: dict[str, str]) -> Part:
    found = element.find(f"{_W}pPr/{_W}pStyle")
    style_id = found.get(_W + "val", "") if found is not None else ""
    style = styles.get(style_id, style_id.lower())
    return Part(_words(element), _STYLES.get(style), heading=style.startswith("heading"))


def _words(element: Element) -> str:
    """The text as it reads with every tracked change accepted."""
    if element.tag in _SKIPPED:
        return ""
    if element.tag == _W + "t":
        return element.text or ""
    inside = "".join(_words(child) for child in element if isinstance(child.tag, str))
    return _MARKS.get(element.tag, "") + inside + (" " if element.tag == _W + "p" else "")


def _take_properties(draft: Draft, properties: Any) -> None:
    """Core properties fill what the text leaves open."""
    title, author = (properties.title or "").strip(), (properties.author or "").strip()
    if draft.title is None and title and not re.fullmatch(r"(?:word|microsoft word|untitled).*|.*\.docx?", title, re.I):
        draft.title = title
    if not draft.authors and author and not _NOBODY.fullmatch(author):
        draft.authors = split_names(author) or (author,)
    stated = draft.published or draft.updated or draft.stated
    saved = properties.modified or properties.created
    if stated is None and saved is not None and saved.date() != _TEMPLATE_DAY:
        draft.updated = saved.date()
        draft.warnings.append(
            f"The document states no date, so it is read as of its last change, {draft.updated}: "
            "give --published YYYY-MM-DD if that is not the report's day."
        )
