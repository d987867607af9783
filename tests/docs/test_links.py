"""Links between the pages, as they lie in the repository, lead to files and headings that are there."""

from __future__ import annotations

from pathlib import Path

from docs.pages import DOCS, PAGES, ROOT, broken, links


def test_links_lead_somewhere() -> None:
    assert {ROOT / "README.md", ROOT / "CONTRIBUTING.md", ROOT / "CHANGELOG.md"} <= set(PAGES)
    assert [told for page in PAGES for told in broken(page)] == []


def test_a_link_that_leads_nowhere_is_seen(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text("# A title\n\n[a](no.md) [b](#a-title) [c](page.md#none) `[d](no.md)`\n", encoding="utf-8")
    assert broken(page) == ["page.md: no.md", "page.md: page.md#none"]


def test_every_guide_and_explanation_is_reached_from_the_entrance() -> None:
    reached = {(ROOT / target.partition("#")[0]).resolve() for target in links(ROOT / "README.md")}
    pages = {*DOCS.glob("how-to/*.md"), *DOCS.glob("explanation/*.md"), *DOCS.glob("reference/*.md")}
    assert pages - reached == set()


def test_the_pictures_are_small_and_shown() -> None:
    shown = {(ROOT / target).resolve() for target in links(ROOT / "README.md") if target.endswith(".png")}
    kept = set((DOCS / "pictures").iterdir())
    assert len(kept) >= 2 and kept == shown
    assert {p.name: p.stat().st_size for p in kept if p.stat().st_size > 250_000} == {}
