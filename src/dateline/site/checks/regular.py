"""What every worker does again and again, between tasks. Rooms above name their own when the site starts."""

from __future__ import annotations

from collections.abc import Callable

Job = Callable[[], object]

_jobs: dict[str, tuple[float, Job]] = {}


def regularly(name: str, every: float, job: Job) -> None:
    """Has every worker call `job` each `every` seconds, between tasks. A job is short: it looks in the database what is
    due, takes it so that no other worker does, and leaves what takes time to a task."""
    _jobs[name] = (every, job)


def jobs() -> dict[str, tuple[float, Job]]:
    """By name, how many seconds lie between two calls, and what is called."""
    return dict(_jobs)
