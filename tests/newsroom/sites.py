"""Serves a real newsroom with the demo's stories and accounts, for a browser."""

from __future__ import annotations

import json
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import urllib.error
import urllib.request
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

BROWSER = Path(__file__).parent.parent / "browser"
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
#: For every test that opens a browser.
NEEDED = [
    pytest.mark.skipif(CHROMIUM is None, reason="no Chromium on this machine: no page is opened"),
    pytest.mark.skipif(shutil.which("node") is None or not (BROWSER / "node_modules").is_dir(),
                       reason="what drives the browser is not installed: npm ci in tests/browser"),
]  # fmt: skip
#: Run in the site: what `serve --demo` makes, on whatever database the environment names.
_MAKE = """
import json
from dateline.site.operating import setting_up
setting_up.begin(); setting_up.prepare()
from dateline.site.demo import making
print(json.dumps(making.make()))
"""


@dataclass(frozen=True, slots=True)
class Site:
    """A site that is served: its address, the accounts' passwords by e-mail address, and its processes' environment."""

    base: str
    passwords: Mapping[str, str]
    environment: Mapping[str, str]


@contextmanager
def served(home: Path, database: str = "") -> Iterator[Site]:
    """The demo on SQLite, as `dateline serve --demo` makes it, or on the DATABASE_URL that is given."""
    port = _free()
    environment = {
        **{name: value for name, value in os.environ.items() if not name.startswith(("DATELINE_", "DJANGO_"))},
        "DATELINE_HOME": str(home), "DATABASE_URL": database, "PYTHONUNBUFFERED": "1",
    }  # fmt: skip
    environment = {name: value for name, value in environment.items() if name != "DATABASE_URL" or value}
    command = [sys.executable, "-m", "dateline", "serve", "--port", str(port), "--workers", "1"]
    passwords: dict[str, str] = json.loads(_in_site(environment, port)) if database else {}
    log = home / "served.log"
    with log.open("wb") as out:
        demo = [] if database else ["--demo"]
        process = subprocess.Popen([*command, *demo], env=environment, stdout=out, stderr=out)
    try:
        base = f"http://127.0.0.1:{port}"
        _wait(process, base, log)
        said = re.findall(r"^  (\S+@example\.org)\s+(\S+)$", log.read_text(), re.MULTILINE)
        yield Site(base, passwords or dict(said), environment)
    finally:
        process.send_signal(signal.SIGTERM)
        try:
            process.wait(30)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def browsed(script: str, site: Site, asked: Mapping[str, object]) -> dict[str, Any]:
    """What a script of tests/browser found on the site."""
    given = json.dumps({"base": site.base, "passwords": dict(site.passwords), **asked})
    done = subprocess.run(["node", str(BROWSER / script)], input=given, env=dict(site.environment),
                          capture_output=True, text=True, timeout=900, check=False)  # fmt: skip
    assert done.returncode == 0, done.stderr[-3000:]
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def _in_site(environment: Mapping[str, str], port: int) -> str:
    given = {**environment, "DATELINE_SITE_ADDRESS": f"http://127.0.0.1:{port}"}
    done = subprocess.run([sys.executable, "-c", _MAKE], env=given, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr[-3000:]
    return done.stdout.splitlines()[-1]


def _free() -> int:
    with socket.socket() as trial:
        trial.bind(("127.0.0.1", 0))
        return int(trial.getsockname()[1])


def _wait(process: subprocess.Popen[bytes], base: str, log: Path) -> None:
    """Until the site answers; fails with what it printed where it ends instead."""
    for _ in range(600):
        assert process.poll() is None, f"the site ended: {log.read_text()[-3000:]}"
        try:
            with urllib.request.urlopen(f"{base}/robots.txt", timeout=5):
                return
        except (urllib.error.URLError, OSError):
            try:
                process.wait(0.2)
            except subprocess.TimeoutExpired:
                continue
    raise AssertionError(f"the site does not answer: {log.read_text()[-3000:]}")
