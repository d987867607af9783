"""The page in a real browser: marks open their cards without a script, nothing runs off a phone's edge."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from dateline.publishing import render
from dateline.records.check import Check

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
FLAGS = ("--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync",
         "--disable-background-networking", "--disable-component-update", "--virtual-time-budget=3000")  # fmt: skip
pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="no Chromium on this machine: the page is not opened")


def told(folder: Path, page: str, script: str, frame: int | None = None) -> str:
    """What `script` hands to `say`, run in the page; in a frame so many pixels wide where `frame` is given."""
    page = re.sub(r'<meta http-equiv="Content-Security-Policy"[^>]*>', "", page)
    probe = "<script>const say = t => parent.postMessage(String(t), '*'); onload = () => {" + script + "}</script>"
    (folder / "page.html").write_text(page.replace("</body>", probe + "</body>"), encoding="utf-8")
    (folder / "frame.html").write_text(
        "<title>silent</title><script>onmessage = e => { document.title = e.data }</script>"
        f'<iframe src="page.html" style="border:0;width:{frame or 1200}px;height:800px"></iframe>', encoding="utf-8"
    )  # fmt: skip
    done = subprocess.run(
        [str(CHROMIUM), *FLAGS, f"--user-data-dir={folder / 'profile'}", "--window-size=1280,900", "--dump-dom",
         (folder / "frame.html").as_uri()], capture_output=True, text=True, timeout=60, check=True,
    )  # fmt: skip
    return re.findall(r"<title>([^<]*)</title>", done.stdout)[0]


def test_words_and_badge_open_the_card_and_close_shuts_it(check: Check, tmp_path: Path) -> None:
    script = """
      const open = () => [...document.querySelectorAll(':popover-open')].map(c => c.id).join();
      const seen = [getComputedStyle(document.getElementById('c6')).display, open()];
      document.querySelector('label[for=m-c6]').click(); seen.push(open());
      document.querySelector('#c6 .close').click(); seen.push(open());
      document.getElementById('m-c8').click(); seen.push(open());
      say(seen.join('|'));"""
    assert told(tmp_path, render(check, "html"), script) == "block||c6||c8"


def test_next_and_previous_lead_through_the_cards_one_at_a_time(check: Check, tmp_path: Path) -> None:
    script = """
      const open = () => [...document.querySelectorAll(':popover-open')].map(c => c.id).join();
      const seen = []; let card = document.querySelector('article.card');
      document.getElementById('m-' + card.id).click();
      const last = () => document.querySelector('.card:popover-open .turn button:last-child');
      while (last().textContent.includes('Next') && seen.length < 40) { last().click(); seen.push(open()); }
      document.querySelector('.card:popover-open .turn button').click(); seen.push(open());
      say(seen.join());"""
    ids = [claim.id for claim in check.claims]
    assert told(tmp_path, render(check, "html"), script) == ",".join([*ids[1:], ids[-2]])


def test_the_marks_can_be_hidden_without_a_script(check: Check, tmp_path: Path) -> None:
    script = """
      const shown = () => getComputedStyle(document.querySelector('.badge')).display;
      const seen = [shown()]; document.getElementById('marks').click(); seen.push(shown()); say(seen.join());"""
    assert told(tmp_path, render(check, "html"), script) in ("inline,none", "inline-block,none")


def test_what_can_be_copied_has_a_button_where_scripts_run(check: Check, tmp_path: Path) -> None:
    script = """
      const texts = document.querySelectorAll('.copied').length;
      say([texts > 10, texts === document.querySelectorAll('.copied + .copy').length].join());"""
    assert told(tmp_path, render(check, "html"), script) == "true,true"


@pytest.mark.parametrize("width", [360, 768, 1200])
def test_nothing_runs_off_the_edge(check: Check, tmp_path: Path, width: int) -> None:
    script = """
      const wide = () => document.documentElement.scrollWidth - innerWidth;
      const flat = wide(); document.getElementById('m-c6').click();
      const card = document.getElementById('c6');
      say([innerWidth, flat <= 0, wide() <= 0, card.scrollWidth <= card.clientWidth].join());"""
    assert told(tmp_path, render(check, "html"), script, width) == f"{width},true,true,true"


def test_the_text_is_not_changed_by_its_marks(check: Check, tmp_path: Path) -> None:
    script = """
      document.querySelectorAll('.badge').forEach(b => b.remove());
      say([...document.querySelectorAll('p.story')].map(p => p.textContent.trim()).join('¶'));"""
    story = [check.report.text[b.start : b.end] for b in check.report.blocks if b.role == "story"]
    shown = told(tmp_path, render(check, "html"), script)
    assert shown.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&") == "¶".join(story)
