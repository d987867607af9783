"""Web pages: story, head and captions."""

from __future__ import annotations

import gzip
import json
from datetime import date
from pathlib import Path

import pytest

from dateline.reading import ReadingError, read

from .pages import HTML_PAGE, STORY, said

TODAY = date(2026, 1, 15)
PAGES = Path(__file__).resolve().parents[3] / "shared" / "data" / "eval" / "pages"


def test_page(tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    path.write_text(HTML_PAGE, encoding="utf-8")
    report = read(path, today=TODAY)
    assert (report.title, report.outlet, report.authors) == ("Front moves faster", "The Daily", ("Ann Lee", "Bob Roy"))
    assert (report.published, report.updated) == (date(2025, 5, 30), date(2025, 6, 2))
    assert (report.date, report.date_basis) == (date(2025, 5, 30), "published")
    assert said(report, "story") == [STORY[0], STORY[1], "What comes next", STORY[2]]
    assert said(report, "title") == ["Front moves faster"]
    assert said(report, "caption") == ["Soldiers near the town of Pokrovsk this spring."]
    assert "All rights reserved" not in report.text


def test_a_description_that_is_not_shown_states_nothing() -> None:
    report = read("-", stdin=HTML_PAGE.encode(), today=TODAY)
    assert report.standfirst and "999 drones" in report.standfirst
    assert "999" not in report.text


def test_a_standfirst_that_is_shown_is_a_block() -> None:
    page = HTML_PAGE.replace(
        "A description that only machines see, with 999 drones in it.", "Gains have doubled in a month."
    )
    page = page.replace("</h1>", "</h1><p>Gains have doubled in a month.</p>")
    report = read("-", stdin=page.encode(), today=TODAY)
    assert said(report, "standfirst") == ["Gains have doubled in a month."]
    assert report.text.count("Gains have doubled") == 1


@pytest.mark.parametrize(
    "page", ["<html></html>", "<!doctype html><html><body></body></html>", "<html><body><p>Hi</p></body></html>"]
)
def test_pages_without_a_story(page: str) -> None:
    with pytest.raises(ReadingError, match="no story"):
        read("-", stdin=page.encode(), today=TODAY)


def test_real_pages() -> None:
    if not PAGES.is_dir():
        pytest.skip(f"{PAGES} is not on this machine; test_page is the self-written twin")
    truth = json.loads((PAGES / "ground-truth.json").read_text(encoding="utf-8"))
    found, other, titled, dated = [], [], 0, 0
    for path in sorted(PAGES.glob("*.html.gz"))[:12]:
        try:
            report = read("-", stdin=gzip.decompress(path.read_bytes()), today=TODAY)
        except ReadingError as error:
            assert "Dateline reads English" in str(error)
            other.append(path)
            continue
        words = {word for words in said(report, "story", "standfirst") for word in words.split()}
        wanted = set(truth[path.name.removesuffix(".html.gz")]["articleBody"].split())
        found.append(len(words & wanted) / len(wanted))
        titled += report.title is not None
        dated += report.date_basis in ("published", "updated")
    assert len(found) >= 10 and len(other) <= 2
    assert sum(found) / len(found) > 0.85
    assert titled == len(found) and dated >= len(found) - 1
