"""The documentation builds as a site with warnings as errors, and the site asks nobody for anything."""

from __future__ import annotations

import importlib.util
import re
import subprocess
import sys
from pathlib import Path

import pytest

from docs.pages import DOCS

MISSING = [name for name in ("sphinx", "myst_parser", "furo") if importlib.util.find_spec(name) is None]
pytestmark = pytest.mark.skipif(bool(MISSING), reason=f"not installed: {', '.join(MISSING)} (make docs-site)")
#: What a browser fetches by itself.
FETCHED = re.compile(
    r'<(?:script|img|iframe|source)\b[^>]*\bsrc="([^"]+)"'
    r'|<link\b[^>]*\brel="(?:stylesheet|preload|preconnect|icon)"[^>]*\bhref="([^"]+)"'
    r"""|@import\s+(?:url\()?["']?([^"')]+)|url\(["']?(?!data:|#)([^"')]+)"""
)


def build(source: Path, goal: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "sphinx", "--fail-on-warning", "--keep-going", "--quiet", "--builder", "html",
         "-c", str(DOCS), "-d", str(goal) + ".trees", str(source), str(goal)],
        capture_output=True, text=True, check=False,
    )  # fmt: skip


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    goal = tmp_path_factory.mktemp("site") / "site"
    ran = build(DOCS, goal)
    assert ran.returncode == 0, ran.stderr
    return goal


def test_every_page_is_built(built: Path) -> None:
    pages = {p.relative_to(DOCS).with_suffix(".html") for p in DOCS.rglob("*.md")}
    assert {p for p in pages if not (built / p).is_file()} == set()


def test_nothing_is_loaded_from_elsewhere(built: Path) -> None:
    files = [p for p in built.rglob("*") if p.suffix in (".html", ".css")]
    asked = {next(filter(None, m.groups())) for p in files for m in FETCHED.finditer(p.read_text(encoding="utf-8"))}
    assert any(target.partition("?")[0].endswith(".css") for target in asked)
    assert [target for target in asked if "//" in target] == []


def test_it_fits_a_phone_and_the_dark(built: Path) -> None:
    page = (built / "index.html").read_text(encoding="utf-8")
    assert '<meta name="viewport" content="width=device-width' in page
    styles = "\n".join(p.read_text(encoding="utf-8") for p in built.rglob("*.css"))
    assert "prefers-color-scheme:dark" in styles.replace(" ", "")


def test_what_scrolls_is_reached_by_keyboard_and_headings_have_a_level(built: Path) -> None:
    page = (built / "reference" / "commands.html").read_text(encoding="utf-8")
    assert "<pre tabindex=" in page and "<pre>" not in page
    table = (built / "reference" / "codes.html").read_text(encoding="utf-8")
    assert '<div tabindex="0" class="table-wrapper' in table and '<div class="table-wrapper' not in table
    assert page.count('role="heading"') == page.count('role="heading" aria-level="2"') > 0


@pytest.mark.parametrize(
    ("text", "sound"),
    [("[a](index.md#a-title)", True), ("[a](no.md)", False), ("[a](index.md#none)", False), ("```nolang\n```", False)],
)
def test_a_fault_ends_the_build(text: str, sound: bool, tmp_path: Path) -> None:
    source = tmp_path / "source"
    source.mkdir()
    (source / "index.md").write_text(f"# A title\n\n{text}\n", encoding="utf-8")
    assert (build(source, tmp_path / "site").returncode == 0) == sound
