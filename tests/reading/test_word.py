"""DOCX drafts, made with python-docx as an editor would make them."""

from __future__ import annotations

import io
from datetime import date, datetime
from typing import Any

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from dateline.reading import ReadingError, read
from dateline.records.report import Report

from .pages import STORY, said

TODAY = date(2026, 1, 15)


def reading(document: Any) -> Report:
    packed = io.BytesIO()
    document.save(packed)
    return read("-", stdin=packed.getvalue(), today=TODAY)


def test_styles_as_google_docs_exports_them() -> None:
    document = docx.Document()
    document.add_paragraph("Front moves faster", style="Title")
    document.add_paragraph("Gains have doubled in a month", style="Subtitle")
    document.add_paragraph("By Ann Lee")
    document.add_paragraph("Published 30 May 2025")
    document.add_paragraph(STORY[0])
    document.add_heading("What comes next", level=2)
    document.add_paragraph(STORY[1])
    document.add_paragraph("Soldiers near Pokrovsk", style="Caption")
    report = reading(document)
    assert (report.title, report.standfirst) == ("Front moves faster", "Gains have doubled in a month")
    assert report.authors == ("Ann Lee",)
    assert (report.date, report.date_basis) == (date(2025, 5, 30), "published")
    assert said(report, "story") == [STORY[0], "What comes next", STORY[1]]
    assert said(report, "caption") == ["Soldiers near Pokrovsk"]
    assert [report.text[b.start : b.end] for b in report.blocks if b.heading] == ["What comes next"]


def test_tables_are_read_in_their_place() -> None:
    document = docx.Document()
    document.add_paragraph(STORY[0])
    table = document.add_table(rows=2, cols=2)
    for cell, words in zip((c for row in table.rows for c in row.cells), ("Month", "km2", "May", "440"), strict=True):
        cell.text = words
    document.add_paragraph(STORY[1])
    assert said(reading(document), "story") == [STORY[0], "Month | km2", "May | 440", STORY[1]]


def test_tracked_changes_read_as_accepted() -> None:
    document = docx.Document()
    paragraph = document.add_paragraph("Russia launched ")
    change = 'w:id="1" w:author="Ed"'
    paragraph._p.append(parse_xml(f"<w:del {nsdecls('w')} {change}><w:r><w:delText>355</w:delText></w:r></w:del>"))
    paragraph._p.append(parse_xml(f"<w:ins {nsdecls('w')} {change}><w:r><w:t>367 drones.</w:t></w:r></w:ins>"))
    assert reading(document).text == "Russia launched 367 drones."


def test_soft_breaks_links_and_content_controls() -> None:
    document = docx.Document()
    document.add_paragraph("Russia launched 367 drones.\nOf those, 56 got through.")
    inner = "<w:p><w:r><w:t>Twelve people died.</w:t></w:r></w:p>"
    control = f"<w:sdt {nsdecls('w')}><w:sdtContent>{inner}</w:sdtContent></w:sdt>"
    document.element.body.insert(1, parse_xml(control))
    assert said(reading(document), "story") == [
        "Russia launched 367 drones.", "Of those, 56 got through.", "Twelve people died."
    ]  # fmt: skip


def test_core_properties_fill_what_is_open() -> None:
    document = docx.Document()
    document.add_paragraph(STORY[0])
    document.core_properties.title = "Front moves faster"
    document.core_properties.author = "Ann Lee"
    document.core_properties.modified = datetime(2025, 5, 30, 9, 0)
    report = reading(document)
    assert (report.title, report.authors) == ("Front moves faster", ("Ann Lee",))
    assert (report.date, report.date_basis) == (date(2025, 5, 30), "updated")
    assert len(report.warnings) == 1 and "last change" in report.warnings[0]


def test_the_librarys_own_properties_say_nothing() -> None:
    document = docx.Document()
    document.add_paragraph(STORY[0])
    report = reading(document)
    assert (report.title, report.authors, report.date_basis) == (None, (), "today")


def test_damaged_and_empty() -> None:
    packed = io.BytesIO()
    docx.Document().save(packed)
    with pytest.raises(ReadingError, match="empty"):
        read("-", stdin=packed.getvalue())
    data = packed.getvalue()
    with pytest.raises(ReadingError, match="damaged"):
        read("-", stdin=data[: len(data) // 2] + b"word/document.xml")
