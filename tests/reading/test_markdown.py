"""Markdown drafts."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from dateline.reading import read
from dateline.records.report import Report

from .pages import said

DRAFT = """---
title: Front moves faster
author: [Ann Lee, Bob Roy]
date: 2025-05-30
updated: June 2, 2025
description: Gains doubled in May.
---

Russian forces took **404 square kilometres** in May,
said [DeepState](https://example.org/900).

## What comes next

- 367 drones launched
- 56 got *through*

| month | km2 |
|-------|-----|
| April | 179 |

![A house in ruins near the front, 2025](a.jpg)

```
code = 999
```
"""


def reading(tmp_path: Path, text: str) -> Report:
    path = tmp_path / "draft.md"
    path.write_text(text, encoding="utf-8")
    return read(path, today=date(2026, 1, 15))


def test_front_matter_and_blocks(tmp_path: Path) -> None:
    report = reading(tmp_path, DRAFT)
    assert (report.title, report.standfirst) == ("Front moves faster", "Gains doubled in May.")
    assert report.authors == ("Ann Lee", "Bob Roy")
    assert (report.published, report.updated) == (date(2025, 5, 30), date(2025, 6, 2))
    assert said(report, "story") == [
        "Russian forces took 404 square kilometres in May, said DeepState.",
        "What comes next",
        "367 drones launched",
        "56 got through",
        "month | km2",
        "April | 179",
    ]
    assert [report.text[b.start : b.end] for b in report.blocks if b.heading] == ["What comes next"]
    assert said(report, "caption") == ["A house in ruins near the front, 2025"]
    assert "example.org" not in report.text and said(report, "furniture") == ["code = 999"]


def test_first_heading_is_the_title(tmp_path: Path) -> None:
    report = reading(tmp_path, "# Front moves\n\nBy Ann Lee\n\n30 May 2025\n\nRussia took 404 square kilometres.\n")
    assert (report.title, report.authors, report.date) == ("Front moves", ("Ann Lee",), date(2025, 5, 30))
    assert said(report, "story") == ["Russia took 404 square kilometres."]


def test_front_matter_that_is_none_stays_text(tmp_path: Path) -> None:
    report = reading(tmp_path, "---\n[: broken\n---\n\nRussia launched 367 drones.\n")
    assert "Russia launched 367 drones." in said(report, "story")
