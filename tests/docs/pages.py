"""Where the documents lie, and what a browser would make of their links."""

from __future__ import annotations

import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
DOCS = ROOT / "docs"
REFERENCE = DOCS / "reference"
#: Every page that somebody may open where it lies.
PAGES = sorted([*DOCS.rglob("*.md"), *ROOT.glob("*.md"), *(ROOT / "examples").glob("*.md")])
_FENCED = re.compile(r"^([ ]*)(```|~~~).*?^\1\2[ ]*$", re.MULTILINE | re.DOTALL)
_CODE = re.compile(r"`[^`\n]*`")
_LINK = re.compile(r"\]\(([^)\s]+)\)|<img[^>]*\bsrc=\"([^\"]+)\"")
_HEADING = re.compile(r"^#{1,6} +(.+?) *$", re.MULTILINE)


def links(page: Path) -> list[str]:
    """Targets of the page's links and pictures, those in code left aside."""
    text = _CODE.sub("", _FENCED.sub("", page.read_text(encoding="utf-8")))
    return [found[1] or found[2] for found in _LINK.finditer(text)]


def anchors(page: Path) -> set[str]:
    """The page's headings as a forge names them in an address."""
    text = _FENCED.sub("", page.read_text(encoding="utf-8"))
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in _HEADING.findall(text)}


def broken(page: Path) -> list[str]:
    """Links of the page, within the project, that lead nowhere."""
    found = []
    for target in links(page):
        path, _, anchor = target.partition("#")
        if "://" in target or target.startswith("mailto:"):
            continue
        goal = page if not path else page.parent / path
        if not goal.exists() or (anchor and anchor not in anchors(goal)):
            found.append(f"{page.relative_to(ROOT) if page.is_relative_to(ROOT) else page.name}: {target}")
    return found
