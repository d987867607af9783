"""A hostile report is inert in every format: nothing of it runs, hides or ends the form that it stands in."""

from __future__ import annotations

import csv
import io
import json
import re
from html.parser import HTMLParser

import pytest
from markdown_it import MarkdownIt

import dateline
from dateline.publishing import FORMATS, render
from dateline.records.check import Check

_OVERRIDE = "\u202e"
HOSTILE = (
    "# <svg onload=alert(1)>Title</svg>\n\nPublished 5 August 2025\n\n"
    "Russia launched 6,297 drones<script>alert(2)</script> at Ukraine in July 2025, the Ukrainian Air Force said. "
    f"It said “<svg><a xlink:href='javascript:alert(3)'>9,999 {_OVERRIDE}senord{_OVERRIDE}</a></svg> drones” came to "
    "Ukraine in June 2025. [Click](javascript:alert(4)) ![x](data:text/html;base64,PHN2Zz4=) on 12 missiles.\n\n"
    f"{'A' * 10_000} drones numbered 44 in Ukraine on 3 July 2025.\n\n"
    "=cmd|' /C calc'!A1 took 30 drones over Ukraine on 4 July 2025.\x1b]0;title\x07\x1b[31m\n\n"
    "::error file=x,line=1::12 drones fell%0Aon Ukraine on 5 July 2025.\n"
)


class Tags(HTMLParser):
    def __init__(self, page: str) -> None:
        super().__init__()
        self.seen: list[tuple[str, dict[str, str | None]]] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.append((tag, dict(attrs)))


@pytest.fixture(scope="module")
def hostile() -> Check:
    checked = dateline.check(HOSTILE)
    assert len(checked.claims) >= 3
    return checked


def inert(page: str, scripts: int) -> None:
    tags = Tags(page).seen
    assert [tag for tag, _ in tags].count("script") == scripts
    for tag, attrs in tags:
        assert not [name for name in attrs if name.startswith("on")], (tag, attrs)
        for name in ("href", "src", "xlink:href", "action", "formaction"):
            assert re.match(r"#|https?://|data:,|$", attrs.get(name) or ""), (tag, attrs)


@pytest.mark.parametrize("format", FORMATS)
def test_it_can_be_written_and_is_short_enough_to_read(hostile: Check, format: str) -> None:
    assert len(render(hostile, format)) < 400_000


def test_html(hostile: Check) -> None:
    inert(render(hostile, "html"), scripts=1)


def test_markdown(hostile: Check) -> None:
    inert(MarkdownIt("commonmark").enable("table").render(render(hostile, "md")), scripts=0)


@pytest.mark.parametrize("color", [False, True])
def test_text_carries_no_code_of_the_reports(hostile: Check, color: bool) -> None:
    said = render(hostile, "text", color=color)
    assert "\x07" not in said and "\x1b]" not in said and _OVERRIDE not in said
    assert color or "\x1b" not in said


def test_csv(hostile: Check) -> None:
    for row in csv.DictReader(io.StringIO(render(hostile, "csv"))):
        assert not [cell for key, cell in row.items() if cell.startswith(("=", "+", "@", "\t"))], row
        assert all("\x1b" not in cell and _OVERRIDE not in cell for cell in row.values())


def test_github_has_only_our_commands(hostile: Check) -> None:
    lines = render(hostile, "github").splitlines()
    assert all(re.match(r"::(error|warning|notice) (file=[^,]*,line=\d+|title=Dateline)", line) for line in lines)
    assert not [line for line in lines if "\x1b" in line]


@pytest.mark.parametrize("format", ["json", "sarif", "jsonld", "annotations"])
def test_data_is_data(hostile: Check, format: str) -> None:
    assert json.loads(render(hostile, format))
