"""What a browser and its tools find on every page of the newsroom, and how heavy and how good a story's page is.

    python benchmarks/site_pages.py [--screens FOLDER] [--tops]

Starts the real server on the demo and looks at each page light and dark, 360 and 1,280 pixels wide, with every card
opened (axe-core, html-validate, the content policy), then asks Lighthouse about a story. Lighthouse measures time: run
it on a machine that does nothing else. Needs Chromium, and `npm ci` in tests/browser. Exit code 1 where anything was
found.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from pathlib import Path
from typing import Any

from scoring import table

HERE = Path(__file__).resolve().parent
#: What is asked of each category of Lighthouse.
LEAST = 95
#: What must not be found, in words, by the name under which the audit gives it.
NONE = {
    "violations": "violations (axe-core)", "html": "invalid HTML", "complaints": "complaints (policy, scripts)",
    "requests": "requests elsewhere", "wide": "wider than the window",
}  # fmt: skip


def look(screens: str, tops: bool) -> tuple[dict[str, Any], str, int]:
    """What was found, the story's path, and the bytes that its page may have. The site and its pages are the tests'."""
    sys.path[:0] = [str(HERE), str(HERE.parent / "tests")]
    os.environ["DJANGO_SETTINGS_MODULE"] = "site_settings"
    import django

    django.setup()
    from newsroom.sites import browsed
    from newsroom.test_site_audit import APRIL, MOST_BYTES, NIGHT, audited

    story = f"/stories/{NIGHT}/"
    first = [{"path": story, "top": True}, {"path": f"/desk/stories/{APRIL}/", "as": "editor", "top": True}]
    with tempfile.TemporaryDirectory(prefix="site-pages-") as home, audited(Path(home)) as (site, pages):
        asked = {"pages": first if tops else pages, "screens": screens, "lighthouse": story}
        return browsed("site-audit.mjs", site, asked), story, MOST_BYTES


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--screens", type=Path, help="keep a picture of every page in this folder")
    parser.add_argument("--tops", action="store_true", help="only a story and its draft, as a window shows them first")
    given = parser.parse_args()
    if given.screens is not None:
        given.screens.mkdir(parents=True, exist_ok=True)
    found, story, most = look(str(given.screens.resolve()) if given.screens is not None else "", given.tops)
    size = found["sizes"][f"{story} anonymous"]
    scores = {name: score for name, score in found["scores"].items() if not name.startswith("!")}
    rows = [("pages, each four ways", found["opened"], ""), ("cards opened", found["cards"], "")]
    rows += [(words, len(found[key]), "0") for key, words in NONE.items()]
    rows.append(("story: bytes of HTML, styles, scripts", f"{size:,}", f"<= {most:,}"))
    rows += [(f"story: Lighthouse, {name}", score, f">= {LEAST}") for name, score in scores.items()]
    print(table(["what", "found", "asked"], rows))
    for line in (f"{key}: {line}" for key in NONE for line in found[key]):
        print(line)
    for name in found["scores"].keys() - scores.keys():
        print(f"Lighthouse: {name[1:]}: {found['scores'][name]}")
    clean = not any(found[key] for key in NONE)
    return 0 if clean and size <= most and min(scores.values(), default=0) >= LEAST else 1


if __name__ == "__main__":
    raise SystemExit(main())
