"""A worker killed with -9 in the middle of a check, for real (benchmarks/site_jobs.py does so twenty times)."""

from __future__ import annotations

import pytest

import postgres
import site_jobs
from site_jobs import Outcome

KILLS = 2


def judge(found: Outcome) -> None:
    assert (found.kills, found.once) == (KILLS, KILLS)
    assert (found.twice, found.stuck, found.running) == (0, 0, 0)


def test_every_check_is_done_once_on_sqlite() -> None:
    judge(site_jobs.on("", KILLS))


def test_every_check_is_done_once_on_postgresql() -> None:
    try:
        with postgres.server() as (folder, _):
            judge(site_jobs.on(postgres.address(folder), KILLS))
    except postgres.Unavailable as error:
        pytest.skip(f"PostgreSQL: {error}")
