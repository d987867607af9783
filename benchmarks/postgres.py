"""Debian's PostgreSQL on a socket of its own, for as long as it is asked."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote

#: Only the name of the socket: the server listens on no network.
PORT = 54_329


class Unavailable(Exception):
    """PostgreSQL cannot be run here; the message says why."""


@contextmanager
def server(package: str = "postgresql") -> Iterator[tuple[Path, int]]:
    """A server in a folder of its own, which is its socket too; gives the folder and the server's process id."""
    programs = sorted(Path("/usr/lib/postgresql").glob("*/bin/pg_ctl"))
    if not programs:
        raise Unavailable(f"not installed: apt-get install {package}")
    folder = Path(tempfile.mkdtemp(prefix="postgres-"))
    control = str(programs[-1])
    try:
        if os.geteuid() == 0:  # the server refuses to run as root
            shutil.chown(folder, "postgres", "postgres")
        run([control, "-D", str(folder / "data"), "-s", "-o", "-A trust -U postgres -E UTF8", "initdb"])
        options = f"-k {folder} -p {PORT} -c listen_addresses='' -c fsync=off -c jit=off"
        run([control, "-D", str(folder / "data"), "-s", "-w", "-l", str(folder / "log"), "-o", options, "start"])
        try:
            yield folder, int((folder / "data" / "postmaster.pid").read_text().splitlines()[0])
        finally:
            run([control, "-D", str(folder / "data"), "-s", "-w", "-m", "fast", "stop"])
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def address(folder: Path, database: str = "postgres") -> str:
    """A database of the server as DATABASE_URL writes it."""
    return f"postgres://postgres@{quote(str(folder), safe='')}:{PORT}/{database}"


def run(command: list[str]) -> None:
    if os.geteuid() == 0:
        command = ["runuser", "-u", "postgres", "--", *command]
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd="/")
    if done.returncode:
        said = (done.stderr or done.stdout).strip().splitlines()
        raise Unavailable(f"did not start: {said[-1] if said else done.returncode}")


def psql(folder: Path, script: str, database: str = "postgres") -> str:
    command = ["psql", "-h", str(folder), "-p", str(PORT), "-U", "postgres", "-v", "ON_ERROR_STOP=1", "-qAt", database]
    done = subprocess.run(command, input=script, capture_output=True, text=True, check=False)
    if done.returncode:
        raise Unavailable(f"failed: {done.stderr.strip().splitlines()[-1]}")
    return done.stdout
