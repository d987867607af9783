"""What a notebook shows keeps its style to itself; the examples of the public functions run."""

from __future__ import annotations

import doctest
import html
import re

import dateline
from dateline import desk

TEXT = "In September 2025, Russia gained 264 square kilometres of Ukraine, according to DeepState."


def test_a_check_shows_in_a_frame_of_its_own() -> None:
    checked = dateline.check(dateline.read(TEXT, published="2025-10-05"))
    shown = checked._repr_html_()
    assert shown.startswith("<iframe") and shown.endswith("</iframe>")
    inner = re.search(r'srcdoc="([^"]*)"', shown)
    assert inner and html.unescape(inner[1]) == checked.to_html()
    assert not re.search(r"<style|<script|<!doctype", shown)


def test_a_figure_shows_without_a_style_of_its_own() -> None:
    found = dateline.figure("strikes.launched", "2025-09-01", "2025-09-30", by="day", as_of="2026-05-01")
    shown = found._repr_html_()
    assert 'src="data:image/svg+xml;base64,' in shown
    assert not re.search(r"<style|<script| style=", shown)
    assert "<img" not in dateline.figure("territory.held", "2025-09-01", "2025-09-30")._repr_html_()


def test_the_examples_of_the_public_functions_run() -> None:
    named = {name: getattr(desk, name) for name in ("Extractor", "check", "extract", "figure", "read")}
    finder = doctest.DocTestFinder(recurse=False)
    runner = doctest.DocTestRunner()
    for name, thing in named.items():
        examples = finder.find(thing, name, globs=dict(named))
        assert any(example.examples for example in examples), f"{name} has no example"
        for example in examples:
            runner.run(example)
    assert runner.failures == 0
    assert set(named) | {"Checked"} == set(dateline.__all__)
