"""The page of the real report: how fast it is written, how large it is, and what browsers' tools say of it.

    python benchmarks/page.py [REPORT] [--screens FOLDER]

The browser's part needs Node, Chromium and `npm ci` in tests/browser; without them it says so.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import dateline

ROOT = Path(__file__).parent.parent
BROWSER = ROOT / "tests" / "browser"
RUNS = 9


def main() -> int:
    given = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    given.add_argument("report", nargs="?", default=str(ROOT.parent / "shared/reports/russia_offensive_2025-05-30.txt"))
    given.add_argument("--screens", help="folder for screenshots at both widths, light and dark")
    options = given.parse_args()
    if not Path(options.report).is_file():
        print(f"{options.report}: no such report; the bundled one is src/dateline/demo/august_2025.txt")
        return 2
    with tempfile.TemporaryDirectory() as cache:
        compiled, *first = (_in_a_process(options.report, cache) for _ in range(1 + RUNS // 2))
    checked = dateline.check(options.report)
    checked.to_html()
    again = statistics.median(_ms(checked.to_html) for _ in range(RUNS))
    page = checked.to_html()
    rows = [
        (f"page written after the check, median of {len(first)} processes", "<= 150 ms CPU",
         f"{statistics.median(first):.0f} ms"),
        ("the same, the first time ever: templates are compiled", "", f"{compiled:.0f} ms"),
        (f"the same again in one process, median of {RUNS}", "", f"{again:.0f} ms"),
        ("size", "<= 300 kB", f"{len(page.encode()) / 1000:.0f} kB for {len(checked.claims)} figures"),
    ]  # fmt: skip
    rows += _browser(page, options.screens)
    for what, asked, measured in rows:
        print(f"{what:56} {asked:16} {measured}")
    return 0


def _in_a_process(report: str, cache: str) -> float:
    """CPU milliseconds of the first page of a new process, with what earlier ones left in the cache folder."""
    code = (
        "import sys, time, dateline; checked = dateline.check(sys.argv[1]); started = time.process_time(); "
        "checked.to_html(); print(time.process_time() - started)"
    )
    # Modules are compiled once too, as wherever Python is not told otherwise.
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    environment = {**kept, "XDG_CACHE_HOME": cache}
    done = subprocess.run([sys.executable, "-c", code, report], capture_output=True, text=True, check=True,
                          env=environment)  # fmt: skip
    return float(done.stdout) * 1000


def _ms(work: object) -> float:
    assert callable(work)
    started = time.process_time()
    work()
    return (time.process_time() - started) * 1000


def _browser(page: str, screens: str | None) -> list[tuple[str, str, str]]:
    if shutil.which("node") is None or not (BROWSER / "node_modules").is_dir():
        return [("in a browser", "", "not run: npm ci in tests/browser")]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "page.html"
        path.write_text(page, encoding="utf-8")
        asked = ["node", str(BROWSER / "audit.mjs"), str(path), "--lighthouse"]
        ran = subprocess.run([*asked, *(["--screens", screens] if screens else [])], capture_output=True, text=True,
                             check=False)  # fmt: skip
    if ran.returncode:
        return [
            ("in a browser", "", f"failed: {ran.stderr.strip().splitlines()[-1] if ran.stderr else ran.returncode}")
        ]
    found = json.loads(ran.stdout)
    scores = ", ".join(f"{name} {score}" for name, score in found["scores"].items())
    return [
        (f"axe violations, {found['cards']} cards x light, dark x 360, 1280", "0", str(len(found["violations"]))),
        ("keyboard faults, scripts on and off", "0", str(len(found["keyboard"]) + len(found["scriptless"]))),
        ("html-validate messages", "0", str(len(found["html"]))),
        ("requests that leave the page", "0", str(len(found["requests"]))),
        ("Lighthouse", ">= 98 each", scores),
    ]


if __name__ == "__main__":
    sys.exit(main())
