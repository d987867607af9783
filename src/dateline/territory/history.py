"""The record of a map, day by day: what was held in each region, what moved since the snapshot before, and where the
record says less than it seems to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any, Literal

from dateline.sources.deepstate import Snapshot
from dateline.territory.change import Change
from dateline.territory.front import Front
from dateline.territory.regions import Regions

#: km2 of net change in one step from which a day is marked a jump: three standard deviations of a step (13 km2).
JUMP_KM2 = 40.0
#: km2 lost in one step from which it is marked a redraw. Polygons alone cannot tell one from a withdrawal.
REDRAW_KM2 = 100.0


@dataclass(frozen=True, slots=True)
class Day:
    """One snapshot measured: `held` in km2 by region id, "unassigned" among them. `since` is the day of the snapshot
    before and `change` what moved since; both are None for the first."""

    day: date
    name: str
    sha256: str
    held: dict[str, float]
    since: date | None = None
    change: Change | None = None

    @property
    def total_km2(self) -> float:
        return sum(self.held.values())


@dataclass(frozen=True, slots=True)
class Flag:
    """From `start` to `last`, both inside: "gap" without a usable snapshot, "frozen" with one that repeats the day
    before, "jump" and "redraw" for a step too large to be one day's movement."""

    start: date
    last: date
    flag: Literal["gap", "frozen", "jump", "redraw"]
    note: str
    source: str


def measure(snapshots: Iterable[Snapshot], regions: Regions) -> Iterator[Day]:
    """Measures each snapshot and its step from the one before; the snapshots come in order of time, one a day."""
    read: list[Snapshot] = []

    def outlines() -> Iterator[tuple[date, Any]]:
        for snapshot in snapshots:
            read.append(replace(snapshot, outline=None))
            yield snapshot.day, snapshot.outline

    measured = Front.of(outlines(), regions).measured
    for number, snapshot in enumerate(read):
        since = read[number - 1].day if number else None
        change = Change(*measured.step(number)) if number else None
        yield Day(snapshot.day, snapshot.name, snapshot.sha256, measured.split(number), since, change)


def flags(days: Sequence[Day], unusable: dict[date, str]) -> list[Flag]:
    """The flags of a record in order of time. `unusable` gives the day and the reason of each file put aside."""
    found = [*_gaps(days, unusable), *_frozen(days), *_steps(days)]
    return sorted(found, key=lambda f: (f.start, f.last, f.flag))


def _gaps(days: Sequence[Day], unusable: dict[date, str]) -> Iterator[Flag]:
    """A stretch of missing days between two snapshots is one gap; a file put aside is one of its own."""
    there = {now.day for now in days}
    for day, why in unusable.items():
        if day in there:  # a second file of a day that has a map
            continue
        yield Flag(day, day, "gap", why, "")
    for now in days:
        since = now.since or now.day
        missing = [since + timedelta(days=n) for n in range(1, (now.day - since).days)]
        run: list[date] = []
        for day in (day for day in missing if day not in unusable):
            if run and (day - run[-1]).days > 1:
                yield Flag(run[0], run[-1], "gap", "no file", now.name)
                run = []
            run.append(day)
        if run:
            yield Flag(run[0], run[-1], "gap", "no file", now.name)


def _frozen(days: Sequence[Day]) -> Iterator[Flag]:
    """Neighbouring frozen days are one flag, which names the last file that repeats."""
    run: list[Day] = []
    for now in days:
        still = now.change is not None and now.change.still
        if run and (not still or (now.day - run[-1].day).days > 1):
            yield _run(run)
            run = []
        if still:
            run.append(now)
    if run:
        yield _run(run)


def _run(run: Sequence[Day]) -> Flag:
    return Flag(run[0].day, run[-1].day, "frozen", f"repeats the map of {run[0].since}", run[-1].name)


def _steps(days: Sequence[Day]) -> Iterator[Flag]:
    moved = days[0].day if days else date.min
    for now in days:
        if now.change is None:
            continue
        net, lost = now.change.net_km2, sum(now.change.lost.values())
        waited = (now.day - moved).days - 1
        after = f", {waited} day{'s' * (waited > 1)} after the last movement" if waited else ""
        if lost > REDRAW_KM2:
            note = f"{lost:.1f} km2 lost in one step: a redraw or a withdrawal, polygons cannot tell{after}"
            yield Flag(now.day, now.day, "redraw", note, now.name)
        elif abs(net) > JUMP_KM2:
            yield Flag(now.day, now.day, "jump", f"net {net:+.1f} km2 in one step{after}", now.name)
        if not now.change.still:
            moved = now.day
