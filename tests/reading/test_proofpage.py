"""Our own page is read as the report on it: the same claims come out, and nothing of the cards."""

from importlib import resources
from pathlib import Path

import pytest

import dateline
from dateline.records.check import Check

DEMO = resources.files("dateline.demo") / "august_2025.txt"


def told(check: Check) -> list[tuple[object, ...]]:
    return sorted(
        (" ".join(c.quote.exact.split()), c.frame, c.measure or "", str(c.value), str(c.period),
         c.finding.verdict if c.finding else "", str(c.finding.computed if c.finding else None))
        for c in check.claims
    )  # fmt: skip


def again(check: Check, folder: Path) -> Check:
    path = folder / "page.html"
    path.write_text(check.to_html(), encoding="utf-8")  # type: ignore[attr-defined]
    return dateline.check(dateline.read(path))


def test_the_page_of_the_demo_gives_the_claims_of_the_demo(tmp_path: Path) -> None:
    first = dateline.check(dateline.read(str(DEMO)))
    second = again(first, tmp_path)
    assert len(first.claims) > 10
    assert told(second) == told(first)
    for name in ("title", "standfirst", "authors", "outlet", "published", "date"):
        assert getattr(second.report, name) == getattr(first.report, name), name
    assert "Work it out again" not in second.report.text and "Matches" not in second.report.text


@pytest.mark.parametrize("text", [
    "In August 2025, Russia gained 468 square kilometres of Ukraine.",
    "Front\n\nBy Ada Writer\n3 September 2025\n\nIn August 2025, Russia gained 468 square kilometres.\n\n"
    "The nights\n\nIt launched 629 drones and missiles on the night of 28 August 2025.\n",
], ids=["a sentence", "a report"])  # fmt: skip
def test_a_page_read_twice_is_the_same_page(tmp_path: Path, text: str) -> None:
    first = dateline.check(dateline.read(text, published="2025-09-03"))
    second = again(first, tmp_path)
    assert told(second) == told(first)
    assert second.report.date == first.report.date
    assert again(second, tmp_path).report.text == second.report.text


def test_what_only_a_page_stated_of_itself_does_not_become_text(tmp_path: Path) -> None:
    source = tmp_path / "story.html"
    source.write_text(
        "<html><head><title>The front moved again in August</title>"
        '<meta name="description" content="Russia gained 999 square kilometres in August 2025.">'
        '<meta property="article:published_time" content="2025-09-02"></head><body><article>'
        "<p>In August 2025, Russia gained 468 square kilometres of Ukraine, according to DeepState.</p>"
        "<p>It was more than many had expected when the summer began in the east of the country.</p>"
        "</article></body></html>",
        encoding="utf-8",
    )
    first = dateline.check(dateline.read(source))
    assert "999" in first.to_html() and "999" not in first.report.text
    second = again(first, tmp_path)
    assert "999" not in second.report.text
    assert told(second) == told(first)


def test_a_page_of_others_that_shows_a_report_is_read_as_before(tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    page = dateline.check(dateline.read(str(DEMO))).to_html()
    path.write_text(page.replace('content="Dateline"', 'content="Another"'), encoding="utf-8")
    text = dateline.read(path).text
    assert "Definition" in text or "Matches" in text
