"""Debian's PostGIS on a socket of its own, for as long as one question takes."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import shapely

PORT = 54_329
_QUESTION = """
SELECT later.n, coalesce(ST_Area(ST_Difference(later.g, earlier.g)), 0) / 1e6,
       coalesce(ST_Area(ST_Difference(earlier.g, later.g)), 0) / 1e6
FROM maps later JOIN maps earlier ON earlier.n = later.n - 1 WHERE later.n = ANY(ARRAY[{steps}]) ORDER BY later.n
"""


class Unavailable(Exception):
    """PostGIS cannot be run here; the message says why."""


def daily(metres: Sequence[Any], steps: Sequence[int]) -> tuple[float, list[tuple[float, float]]]:
    """CPU seconds of the server, and km2 gained and lost in each step, between outlines that it holds already."""
    with server() as (folder, postmaster):
        psql(folder, "CREATE EXTENSION postgis; CREATE TABLE maps (n int PRIMARY KEY, g geometry)")
        rows = "".join(f"{n}\t{shapely.to_wkb(outline, hex=True)}\n" for n, outline in enumerate(metres))
        psql(folder, f"COPY maps FROM stdin;\n{rows}\\.\n")
        psql(folder, "ANALYZE maps")
        before = spent(postmaster)
        answered = psql(folder, _QUESTION.format(steps=",".join(map(str, steps))))
        took = spent(postmaster) - before
    lines = [line.split("|") for line in answered.splitlines() if line]
    return took, [(float(gained), float(lost)) for _, gained, lost in lines]


@contextmanager
def server() -> Iterator[tuple[Path, int]]:
    """A server in a folder of its own, which is its socket too; gives the folder and the server's process id."""
    programs = sorted(Path("/usr/lib/postgresql").glob("*/bin/pg_ctl"))
    extension = sorted(Path("/usr/share/postgresql").glob("*/extension/postgis.control"))
    if not programs or not extension:
        raise Unavailable("not installed: apt-get install postgresql-15-postgis-3")
    folder = Path(tempfile.mkdtemp(prefix="postgis-"))
    control = str(programs[-1])
    try:
        if os.geteuid() == 0:  # the server refuses to run as root
            shutil.chown(folder, "postgres", "postgres")
        run([control, "-D", str(folder / "data"), "-s", "-o", "-A trust -U postgres", "initdb"])
        options = f"-k {folder} -p {PORT} -c listen_addresses='' -c fsync=off -c jit=off"
        run([control, "-D", str(folder / "data"), "-s", "-w", "-l", str(folder / "log"), "-o", options, "start"])
        try:
            yield folder, int((folder / "data" / "postmaster.pid").read_text().splitlines()[0])
        finally:
            run([control, "-D", str(folder / "data"), "-s", "-w", "-m", "fast", "stop"])
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def run(command: list[str]) -> None:
    if os.geteuid() == 0:
        command = ["runuser", "-u", "postgres", "--", *command]
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd="/")
    if done.returncode:
        raise Unavailable(f"did not start: {(done.stderr or done.stdout).strip().splitlines()[-1]}")


def psql(folder: Path, script: str) -> str:
    command = ["psql", "-h", str(folder), "-p", str(PORT), "-U", "postgres", "-v", "ON_ERROR_STOP=1", "-qAt"]
    done = subprocess.run(command, input=script, capture_output=True, text=True, check=False)
    if done.returncode:
        raise Unavailable(f"failed: {done.stderr.strip().splitlines()[-1]}")
    return done.stdout


def spent(postmaster: int) -> float:
    """CPU seconds of the server's processes that have ended."""
    time.sleep(0.3)  # until the last one has been waited for
    fields = Path(f"/proc/{postmaster}/stat").read_text().rpartition(")")[2].split()
    return sum(int(field) for field in fields[13:15]) / os.sysconf("SC_CLK_TCK")
