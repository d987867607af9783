"""The page as accessibility checkers, validators and keyboards meet it: every card opened, light and dark, two widths.

Needs Node with what tests/browser/package.json names (`npm ci` there; `.ci/run` does it) and a Chromium.
"""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

from dateline.publishing import render
from dateline.records.check import Check

BROWSER = Path(__file__).parent.parent / "browser"
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
pytestmark = [
    pytest.mark.skipif(CHROMIUM is None, reason="no Chromium on this machine: the page is not opened"),
    pytest.mark.skipif(shutil.which("node") is None or not (BROWSER / "node_modules").is_dir(),
                       reason="the page's audit is not installed: npm ci in tests/browser"),
]  # fmt: skip


@pytest.fixture(scope="module")
def audit(check: Check, tmp_path_factory: pytest.TempPathFactory) -> Any:
    page = tmp_path_factory.mktemp("audit") / "page.html"
    page.write_text(render(check, "html"), encoding="utf-8")
    ran = subprocess.run(["node", str(BROWSER / "audit.mjs"), str(page)], capture_output=True, text=True, timeout=600,
                         check=True)  # fmt: skip
    return json.loads(ran.stdout)


def test_every_card_was_opened(audit: Any, check: Check) -> None:
    assert audit["cards"] == len(check.claims)


def test_no_accessibility_violation(audit: Any) -> None:
    assert audit["violations"] == []


def test_by_keyboard_with_scripts_and_without(audit: Any) -> None:
    assert audit["keyboard"] == [] and audit["scriptless"] == []


def test_valid_html(audit: Any) -> None:
    assert audit["html"] == []


def test_no_request_leaves_the_page(audit: Any) -> None:
    assert audit["requests"] == []
