from __future__ import annotations

import re

from markdown_it import MarkdownIt

from dateline.publishing import render
from dateline.records.check import Check


def test_it_has_its_parts(check: Check) -> None:
    said = render(check, "md")
    heads = [line for line in said.splitlines() if line.startswith("#")]
    assert heads[:4] == ["# Advance Quickens as Raids Reach New Heights", "## Summary", "## Figures", "## Findings"]
    assert "## Numbers seen and not checked" in heads and "## Sources" in heads
    assert sum(head.startswith("### c") for head in heads) == len(check.claims)


def test_the_report_cannot_write_markup(check: Check) -> None:
    page = MarkdownIt("commonmark").enable("table").render(render(check, "md"))
    assert "<script" not in page and "<img" not in page and "<b>" not in page
    assert 'href="javascript' not in page
    assert "&lt;script&gt;" in page
    assert set(re.findall(r"<a id=[^>]*>", page)) == {f'<a id="{claim.id}">' for claim in check.claims}


def test_tables_keep_their_columns(check: Check) -> None:
    page = MarkdownIt("commonmark").enable("table").render(render(check, "md"))
    figures = page.split("<h2>Figures</h2>")[1].split("</table>")[0]
    assert figures.count("<tr>") == len(check.claims) + 1
    assert figures.count("<td") == 5 * len(check.claims)


def test_many_readings_are_cut_with_a_word(check: Check) -> None:
    assert "48 more readings are in the JSON and on the page." in render(check, "md")
