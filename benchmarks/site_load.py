"""The newsroom under load: how many stories a second it gives out, kept and drawn anew, and what becomes of 50 readers
who comment and 5 editors who publish at once, on SQLite and on PostgreSQL.

    python benchmarks/site_load.py [--seconds 30] [--people 120] [--only sqlite|postgresql] [--workers N]

Starts the real server (`dateline serve`) on the demo, in a folder that goes again, and asks it over loopback: wrk for
stories and pages, real sessions with login and tokens for people. The generator runs on the same cores. Requests a core
are requests by CPU seconds of the server's own processes, its worker and database included; p99 is what it was.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

import httpx

import postgres
import site_people
from scoring import table

PASSWORD = "a long way to Tipperary"
COMMENTERS, EDITORS = 50, 5
_TICKS = os.sysconf("SC_CLK_TCK")

#: Run in the site: the demo, and those who will use it.
PREPARE = """
import json, sys
from dateline.site.operating import setting_up
setting_up.begin(); setting_up.prepare()
from dateline.site.accounts.keeping import create
from dateline.site.accounts.roles import Role
from dateline.site.checks import running, working
from dateline.site.demo import making
from dateline.site.newsroom import publishing, saving
from dateline.site.stories.models import Section, Story
making.make()
editors = [create(f"Editor {n}", f"editor{n}@example.org", sys.argv[1], Role.EDITOR) for n in range(int(sys.argv[3]))]
many = [create(f"Voice {n}", f"voice{n}@example.org", sys.argv[1], Role.COMMENTER) for n in range(int(sys.argv[2]))]
stories = list(Story.objects.filter(state="published").values_list("slug", flat=True))
drafts = []
for editor in editors:
    draft = saving.draft_of(Story.objects.get(slug=stories[0]).current)
    story = saving.start(editor, draft, saving.Place(Section.objects.first(), [], [editor]))
    drafts.append(story.slug)
print(json.dumps({"stories": stories, "drafts": drafts, "commenters": [u.email for u in many],
                  "editors": [u.email for u in editors]}))
"""
COUNT = """
import json
from dateline.site.operating import setting_up
setting_up.begin()
from dateline.site.checks.models import Run
from dateline.site.comments.models import Comment
from dateline.site.stories.models import Publication
print(json.dumps({"comments": list(Comment.objects.values_list("text", flat=True)),
                  "publications": Publication.objects.count(),
                  "open": Run.objects.filter(state__in=["waiting", "running"]).count()}))
"""


@dataclass
class Site:
    """A site that is being served: its process, address, environment and the file with what it printed."""

    process: subprocess.Popen[bytes]
    address: str
    environment: dict[str, str]
    log: Path
    world: dict[str, list[str]]
    postmaster: int = 0

    def cpu_s(self) -> float:
        """CPU seconds of the server, its worker and its database so far."""
        roots = [self.process.pid, *([self.postmaster] if self.postmaster else [])]
        return sum(_cpu_s(pid) for root in roots for pid in _tree(root))


def _tree(pid: int) -> list[int]:
    """A process and all below it."""
    try:
        below = [int(child) for task in Path(f"/proc/{pid}/task").iterdir()
                 for child in (task / "children").read_text().split()]  # fmt: skip
    except OSError:
        return []
    return [pid, *(found for child in below for found in _tree(child))]


def _cpu_s(pid: int) -> float:
    """Of the process, and of its children that have ended."""
    try:
        fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    except OSError:
        return 0.0
    return sum(map(int, fields[11:15])) / _TICKS


def _in_site(environment: dict[str, str], script: str, *arguments: object) -> Any:
    done = subprocess.run([sys.executable, "-c", script, *map(str, arguments)], env=environment, capture_output=True,
                          text=True, check=False)  # fmt: skip
    if done.returncode:
        raise SystemExit(f"site_load.py: the site could not be made: {done.stderr.strip().splitlines()[-1]}")
    return json.loads(done.stdout.splitlines()[-1])


@contextmanager
def served(kind: str, port: int, workers: int) -> Iterator[Site]:
    """The demo on a database, served until it is enough. Raises postgres.Unavailable."""
    if kind == "sqlite":
        with _served("", 0, port, workers) as site:
            yield site
        return
    with postgres.server() as (folder, pid):
        postgres.psql(folder, "CREATE DATABASE newsroom")
        with _served(postgres.address(folder, "newsroom"), pid, port, workers) as site:
            yield site


@contextmanager
def _served(database: str, postmaster: int, port: int, workers: int) -> Iterator[Site]:
    with tempfile.TemporaryDirectory(prefix="site-load-") as home, (Path(home) / "log").open("wb") as log:
        environment = {
            **{n: v for n, v in os.environ.items() if not n.startswith(("DATELINE_", "DJANGO_"))},
            "DATELINE_SITE_HOME": str(Path(home) / "site"), "DATELINE_HOME": str(Path(home) / "store"),
            "DATABASE_URL": database, "DATELINE_SITE_COMMENTS": "100000", "DATELINE_SITE_HOLD": "none",
            "DATELINE_SITE_ADDRESS": f"http://127.0.0.1:{port}",
        }  # fmt: skip
        world = _in_site(environment, PREPARE, PASSWORD, COMMENTERS, EDITORS)
        process = _start(port, workers, environment, log)
        try:
            address = f"http://127.0.0.1:{port}"
            _reached(address, process, Path(home) / "log")
            yield Site(process, address, environment, Path(home) / "log", world, postmaster)
        finally:
            process.send_signal(signal.SIGTERM)
            process.wait(60)


def _start(port: int, workers: int, environment: dict[str, str], log: IO[bytes]) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "dateline", "serve", "--port", str(port)]
    command += ["--workers", str(workers)] if workers else []
    return subprocess.Popen(command, env=environment, stdout=log, stderr=subprocess.STDOUT)


def _reached(address: str, process: subprocess.Popen[bytes], log: Path) -> None:
    for _ in range(240):
        if process.poll() is not None:
            raise SystemExit(f"site_load.py: the server ended: {log.read_text()[-400:]}")
        try:
            if httpx.get(address, timeout=5, trust_env=False).status_code == 200:
                return
        except httpx.HTTPError:
            time.sleep(0.5)
    raise SystemExit("site_load.py: the server did not answer")


def hammered(site: Site, path: str, seconds: int, connections: int = 16) -> list[object]:
    """wrk on one address: requests a second, requests a CPU second of the server, p50 and p99 in ms, answers that were
    no success."""
    httpx.get(site.address + path, timeout=30, trust_env=False).raise_for_status()
    before = site.cpu_s()
    done = subprocess.run(
        ["wrk", "-t1", f"-c{connections}", f"-d{seconds}s", "--latency", site.address + path],
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    used = site.cpu_s() - before
    said = done.stdout
    requests = int(_number(r"(\d+) requests in", said))
    wrong = _number(r"Non-2xx or 3xx responses: (\d+)", said) + sum(
        map(int, re.findall(r"(?:connect|read|write|timeout) (\d+)", said))
    )
    rate = _number(r"Requests/sec:\s+([\d.]+)", said)
    p50, p99 = (_milliseconds(re.search(rf"{share}%\s+([\d.]+)(us|ms|s)", said)) for share in (50, 99))
    return [f"{rate:,.0f}", f"{requests / used:,.0f}" if used else "?", f"{1000 * used / requests:.2f}", f"{p50:.1f}",
            f"{p99:.1f}", int(wrong)]  # fmt: skip


def _number(pattern: str, text: str) -> float:
    found = re.search(pattern, text)
    return float(found[1]) if found else 0.0


def _milliseconds(found: re.Match[str] | None) -> float:
    return float(found[1]) * {"us": 0.001, "ms": 1.0, "s": 1000.0}[found[2]] if found else 0.0


def peopled(site: Site, seconds: float) -> tuple[list[object], site_people.Seen, list[str]]:
    """Everybody at once: comments acknowledged and lost, publications, answers that were no success, lines of the log
    about a locked database or a traceback, p99 of a comment in ms."""
    before = site.cpu_s()
    seen = asyncio.run(site_people.together(
        site.address, site.world, PASSWORD, site.world["stories"], site.world["drafts"], seconds
    ))  # fmt: skip
    used = site.cpu_s() - before
    there = _in_site(site.environment, COUNT)
    lost = set(seen.comments) - set(there["comments"])
    twice = len(there["comments"]) - len(set(there["comments"]))
    printed = site.log.read_text(encoding="utf-8", errors="replace").splitlines()
    bad = [line for line in printed if re.search(r"locked|Traceback|deadlock|Error\b", line)]
    took = sorted(seen.took.get("comment", [0.0]))
    p99 = 1000 * took[min(len(took) - 1, round(len(took) * 0.99))]
    requests = sum(map(len, seen.took.values()))
    row: list[object] = [
        requests, len(seen.comments), len(lost), twice, seen.publications, sum(seen.faults.values()), len(bad),
        there["open"], f"{p99:,.0f}", f"{1000 * used / max(1, requests):.0f}",
    ]  # fmt: skip
    return row, seen, bad


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seconds", type=int, default=30, help="of wrk on each page")
    parser.add_argument("--people", type=float, default=120, help="seconds of readers and editors at once; 0: none")
    parser.add_argument("--only", choices=("sqlite", "postgresql"))
    parser.add_argument("--workers", type=int, default=0, help="processes that draw pages; one a core without it")
    parser.add_argument("--port", type=int, default=8171)
    asked = parser.parse_args()
    if shutil.which("wrk") is None:
        raise SystemExit("site_load.py: wrk is not installed: apt-get install wrk")
    pages: list[list[object]] = []
    people: list[list[object]] = []
    told: list[str] = []
    for kind in (asked.only,) if asked.only else ("sqlite", "postgresql"):
        try:
            with served(kind, asked.port, asked.workers) as site:
                story = f"/stories/{site.world['stories'][0]}/"
                for name, path in (("story, kept", story), ("story, drawn anew", f"{story}?anew"),
                                   ("search, drawn anew", "/search/?q=drones")):  # fmt: skip
                    if asked.seconds:
                        pages.append([f"{kind}: {name}", *hammered(site, path, asked.seconds)])
                if asked.people:
                    row, seen, bad = peopled(site, asked.people)
                    people.append([kind, *row])
                    told += [f"{kind}: {n} x {what}" for what, n in seen.faults.most_common()]
                    told += [f"{kind}: {line}" for line in bad[:5]]
        except postgres.Unavailable as why:
            told.append(f"{kind}: PostgreSQL {why}")
    head = ["page", "requests/s", "a core", "CPU ms each", "p50 ms", "p99 ms", "failed"]
    print(f"{os.cpu_count()} cores, the generator's share included; {asked.seconds} s each\n")
    print(table(head, pages) if pages else "")
    print(f"\n{COMMENTERS} commenters and {EDITORS} editors at once for {asked.people:.0f} s\n")
    print(table(["database", "requests", "comments", "lost", "twice", "published", "faults", "log lines", "checks open",
                 "p99 ms", "CPU ms each"], people) if people else "")  # fmt: skip
    print(*told, sep="\n")


if __name__ == "__main__":
    main()
