"""A worker killed with -9 in the middle of a check, again and again: is every check done, once, and none left running?

    python benchmarks/site_jobs.py [--kills N] [--seed N] [--peers] [--only sqlite|postgresql]

Two worker processes share a database. A check is asked for; the worker that holds it is killed at a random moment while
it does; another is started in its place. A check counts as done once where its result was written by one task, is
whole, and stays as it was. With --peers the same without our leases, by django-tasks' own worker, and a job that Huey
was doing when its worker was killed, where Huey is installed (no dependency: pip install huey).
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import postgres
from scoring import table

ROOT = Path(__file__).resolve().parents[1]
REPORT = ROOT / "src" / "dateline" / "demo" / "august_2025.txt"
#: Seconds of a lease while workers are killed; a site's own lasts longer.
LEASE = 2.0
#: The longest that a check may wait for another worker.
PATIENCE = 60.0
WORKERS = 2
#: How often the report stands in the story, so that a check lasts long enough to be hit.
TIMES = 8


@dataclass
class Outcome:
    """`kills` hit a check while it ran; of these checks `once` were done by exactly one task, `twice` by more, `stuck`
    never. `running` counts checks and tasks that say they run when nothing does. `slowest_s` is the longest from a kill
    to the end of the check."""

    kills: int = 0
    once: int = 0
    twice: int = 0
    stuck: int = 0
    running: int = 0
    slowest_s: float = 0.0


def on(database: str, kills: int, seed: int = 1, *, ours: bool = True) -> Outcome:
    """What becomes of `kills` checks on a database (DATABASE_URL; "" for SQLite), in a process of its own."""
    with tempfile.TemporaryDirectory(prefix="site-jobs-") as home:
        settings = {
            **os.environ, "DATELINE_SITE_HOME": home, "DATABASE_URL": database, "DATELINE_SITE_LEASE": str(LEASE),
            "DJANGO_SETTINGS_MODULE": "dateline.site.settings", "DATELINE_HOME": str(Path(home) / "store"),
        }  # fmt: skip
        if not database:
            del settings["DATABASE_URL"]
        command = [sys.executable, __file__, "--here", "--kills", str(kills), "--seed", str(seed)]
        done = subprocess.run([*command, *([] if ours else ["--plain"])], env=settings, capture_output=True, text=True,
                              check=False)  # fmt: skip
    if done.returncode:
        raise RuntimeError(done.stderr[-2000:])
    return Outcome(**json.loads(done.stdout.splitlines()[-1]))


def here(kills: int, seed: int, ours: bool) -> Outcome:
    """The same in this process, on the database that its environment names."""
    import django

    django.setup()
    from django.core.management import call_command

    call_command("migrate", verbosity=0)
    chance, outcome = random.Random(seed), Outcome()
    revision, user = _story()
    workers = [_worker(ours) for _ in range(WORKERS)]
    try:
        length = _length(revision, user)
        while outcome.kills < kills:
            _one(revision, user, workers, chance.uniform(0.0, length), ours, outcome)
    finally:
        for worker in workers:
            worker.kill()
            worker.wait()
    outcome.running = _left_running()
    return outcome


def _one(revision: Any, user: Any, workers: list[Any], after: float, ours: bool, outcome: Outcome) -> None:
    """One check, and one kill if the check is still being done then."""
    from dateline.site.checks.models import Run
    from dateline.site.checks.running import ask

    run = ask(revision, user)
    _until(lambda: _state(run) != "waiting", PATIENCE)
    time.sleep(after)
    held = Run.objects.get(pk=run.pk)
    victims = [w for w in workers if f"-{w.pid}-" in held.worker] if ours else workers
    if held.state != "running" or not victims:
        return  # it was quicker: no kill
    for victim in victims:
        victim.send_signal(signal.SIGKILL)
        victim.wait()
        workers[workers.index(victim)] = _worker(ours)
    killed = time.monotonic()
    if _state(run) == "finished":
        return  # it ended in the moment of the kill
    outcome.kills += 1
    if not _until(lambda: _state(run) == "finished", PATIENCE if ours else 6 * LEASE):
        outcome.stuck += 1
        Run.objects.filter(pk=run.pk).update(state="failed" if not ours else _state(run))  # the next may be asked
        return
    outcome.slowest_s = max(outcome.slowest_s, time.monotonic() - killed)
    if _done_once(run):
        outcome.once += 1
    else:
        outcome.twice += 1


def _done_once(run: Any) -> bool:
    """Whether one task wrote the result, a whole one, and nothing has touched it a little later."""
    from django_tasks_db.models import DBTaskResult

    from dateline.site.checks.keeping import kept

    run.refresh_from_db()
    first = run.finished
    kept(run.result)
    time.sleep(0.2)
    run.refresh_from_db()
    tasks = DBTaskResult.objects.filter(status="SUCCESSFUL", return_value="finished")
    return run.finished == first and sum(t.args_kwargs["args"] == [run.pk] for t in tasks) <= 1


def _left_running() -> int:
    """Checks and tasks that are said to run when every worker is dead, a lease and another worker's look are past."""
    from django_tasks_db.models import DBTaskResult

    from dateline.site.checks import reaping
    from dateline.site.checks.models import Run, Worker

    time.sleep(LEASE + 1)
    if Worker.objects.exists():  # ours: whoever comes next sees to it
        reaping.reap()
    return Run.objects.filter(state="running").count() + DBTaskResult.objects.filter(status="RUNNING").count()


_HUEY = """
import sys, time
from pathlib import Path
from huey import SqliteHuey
huey = SqliteHuey(filename=sys.argv[1])
@huey.task(retries=5)
def job(name):
    Path(name + ".begun").touch(); time.sleep(1.0); Path(name + ".done").touch()
if __name__ == "__main__":
    sys.argv[2:] and job(sys.argv[2]) or huey.create_consumer(workers=1, check_worker_health=False).run()
"""


def huey(kills: int) -> Outcome:
    """The same of Huey's consumer with a job of one second: what becomes of the job that it was doing."""
    outcome = Outcome()
    with tempfile.TemporaryDirectory(prefix="site-jobs-") as home:
        program = Path(home) / "jobs.py"
        program.write_text(_HUEY, encoding="utf-8")
        command = [sys.executable, str(program), str(Path(home) / "huey.sqlite3")]
        for n in range(kills):
            job = str(Path(home) / f"job{n}")
            subprocess.run([*command, job], check=True, capture_output=True)
            for is_killed in (True, False):
                worker = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
                _until(Path(job + (".begun" if is_killed else ".done")).exists, 6 * LEASE)
                worker.kill()
                worker.wait()
            outcome.kills += 1
            outcome.once += Path(job + ".done").exists()
            outcome.stuck += not Path(job + ".done").exists()
    return outcome


def _story() -> tuple[Any, Any]:
    """A story that takes a while to check, and who wrote it."""
    import datetime as dt

    from dateline.site.accounts.models import User
    from dateline.site.stories.writing import Draft, begin

    user = User.objects.create_user(username="r", email="r@example.org", role="reporter", name="R", slug="r")
    text = REPORT.read_text(encoding="utf-8").partition("\n\n\n")[0]
    draft = Draft("A long report", "\n\n".join([text] * TIMES), theatre="ukraine", day=dt.date(2025, 9, 2))
    return begin(user, draft).current, user


def _length(revision: Any, user: Any) -> float:
    """Seconds that a check takes in a worker that has done one before."""
    from dateline.site.checks.running import ask

    took = 0.0
    for _ in range(2 * WORKERS):
        run = ask(revision, user)
        if not _until(lambda run=run: _state(run) == "finished", PATIENCE):
            raise RuntimeError(f"a check that nobody disturbed is {_state(run)}")
        run.refresh_from_db()
        took = (run.finished - run.started).total_seconds()
    return took


def _worker(ours: bool) -> subprocess.Popen[bytes]:
    command = ["work"] if ours else ["db_worker", "--no-startup-delay", "--interval", "0.3"]
    return subprocess.Popen(
        [sys.executable, "-m", "django", *command], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )


def _state(run: Any) -> str:
    from dateline.site.checks.models import Run

    return str(Run.objects.values_list("state", flat=True).get(pk=run.pk))


def _until(true: Any, seconds: float) -> bool:
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if true():
            return True
        time.sleep(0.02)
    return False


@contextmanager
def databases(only: str = ""):  # type: ignore[no-untyped-def]
    """The databases to try: (name, DATABASE_URL)."""
    found = [("SQLite", "")] if only != "postgresql" else []
    if only == "sqlite":
        yield found
        return
    try:
        with postgres.server() as (folder, _):
            yield [*found, ("PostgreSQL", postgres.address(folder))]
    except postgres.Unavailable as error:
        print(f"PostgreSQL: {error}")
        yield found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--kills", type=int, default=20)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", choices=("sqlite", "postgresql"), default="")
    parser.add_argument("--peers", action="store_true", help="also without our leases")
    parser.add_argument("--here", action="store_true", help=argparse.SUPPRESS)
    parser.add_argument("--plain", action="store_true", help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.here:
        print(json.dumps(asdict(here(given.kills, given.seed, not given.plain))))
        return
    rows = []
    with databases(given.only) as found:
        for name, database in found:
            rows.append(_row(f"Dateline's worker, {name}", on(database, given.kills, given.seed)))
    if given.peers:
        few = min(given.kills, 5)
        with databases(given.only) as found:
            for name, database in found:
                rows.append(_row(f"django-tasks' own worker, {name}", on(database, few, given.seed, ours=False)))
        if importlib.util.find_spec("huey") is not None:
            rows.append(_row("Huey's worker, SQLite", huey(few)))
    print(table(["", "killed in mid-check", "once", "twice", "never", "left running", "slowest, s"], rows))


def _row(name: str, found: Outcome) -> list[str]:
    counts = (found.kills, found.once, found.twice, found.stuck, found.running)
    return [name, *map(str, counts), f"{found.slowest_s:.1f}"]


if __name__ == "__main__":
    main()
