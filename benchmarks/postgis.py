"""Debian's PostGIS on a socket of its own, for as long as one question takes."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import shapely

import postgres
from postgres import Unavailable, psql

_QUESTION = """
SELECT later.n, coalesce(ST_Area(ST_Difference(later.g, earlier.g)), 0) / 1e6,
       coalesce(ST_Area(ST_Difference(earlier.g, later.g)), 0) / 1e6
FROM maps later JOIN maps earlier ON earlier.n = later.n - 1 WHERE later.n = ANY(ARRAY[{steps}]) ORDER BY later.n
"""


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
    """A server that can have the extension; gives its folder and its process id."""
    package = "postgresql-15-postgis-3"
    if not list(Path("/usr/share/postgresql").glob("*/extension/postgis.control")):
        raise Unavailable(f"not installed: apt-get install {package}")
    with postgres.server(package) as running:
        yield running


def spent(postmaster: int) -> float:
    """CPU seconds of the server's processes that have ended."""
    time.sleep(0.3)  # until the last one has been waited for
    fields = Path(f"/proc/{postmaster}/stat").read_text().rpartition(")")[2].split()
    return sum(int(field) for field in fields[13:15]) / os.sysconf("SC_CLK_TCK")
