"""The choice of format, and what every format owes."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from dateline import publishing
from dateline.publishing import FORMATS, render
from dateline.records.check import Check

FOLDER = Path(publishing.__file__).parent / "formats"


def test_formats_are_the_modules_of_the_folder() -> None:
    assert sorted(FORMATS) == sorted(p.stem for p in FOLDER.glob("*.py") if p.stem != "__init__")


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.py")), ids=lambda p: p.stem)
def test_no_format_imports_another(path: Path) -> None:
    imported = {
        node.module or "" for node in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(node, ast.ImportFrom)
    }
    assert not [name for name in imported if name.startswith("dateline.publishing.formats")]


def test_an_unknown_format_is_named_with_the_known_ones(check: Check) -> None:
    with pytest.raises(ValueError, match=r"pdf.*text, json, jsonl, html, md"):
        render(check, "pdf")


@pytest.mark.parametrize("format", FORMATS)
def test_the_same_check_gives_the_same_text(check: Check, bare: Check, format: str) -> None:
    assert render(check, format) == render(check, format) != ""
    assert render(check, format).endswith("\n")
    assert format == "jsonl" or render(bare, format).endswith("\n")


@pytest.mark.parametrize("format", ["text", "md", "html"])
def test_every_readable_format_says_the_same_things(check: Check, format: str) -> None:
    said = " ".join(render(check, format).replace("\\", "").replace("\u00a0", " ").replace("&#39;", "'").split())
    for words in (
        "Ledgers end: territory 21 August 2026, strikes 7 June 2026. 1 claim falls later (dateline pull).",
        "Data show otherwise: 209, UN mission.",
        "no ledger counts soldiers moved",
        "Put aside by an editor",
        "UN General Assembly 68/262, ES-11/4",
        "Not covered: unit positions",
        "Report an error",
        "With everything known today: Sources differ. Since revised to 1.8.",
        "One snapshot could not be read.",
    ):
        assert words in said, words


@pytest.mark.parametrize("format", ["text", "md", "html"])
def test_a_check_without_a_figure_says_so(bare: Check, format: str) -> None:
    said = render(bare, format)
    assert "No figure was found that could be checked." in said
    assert "No ledger answers for this report" in said
    assert "Untitled report" in said
