"""National strike tallies by night and weapon, as the defender's bulletins give them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import accumulate

from dateline.ledgers.files import Folder, number, table
from dateline.ledgers.producers import Producer
from dateline.ledgers.weapons import Weapons
from dateline.records.finding import Coverage, Gap
from dateline.records.period import Period

#: What regional commands report is another count of partly the same weapons; no national figure holds it.
_REGIONAL = "regional"
_COLUMNS = ("night", "window_end", "weapon", "model", "launched", "destroyed", "lost", "still", "source")


@dataclass(frozen=True, slots=True)
class Tally:
    """Counts over some rows. `unknown` counts rows whose launched or destroyed cell is empty: a sum with any is a
    minimum. `ambiguous` is what rows of a combined model hold that may or may not belong to the weapon asked."""

    launched: float = 0.0
    destroyed: float = 0.0
    lost: float = 0.0
    still: float = 0.0
    rows: int = 0
    unknown: int = 0
    ambiguous: float = 0.0

    def plus(self, other: Tally) -> Tally:
        return Tally(
            self.launched + other.launched,
            self.destroyed + other.destroyed,
            self.lost + other.lost,
            self.still + other.still,
            self.rows + other.rows,
            self.unknown + other.unknown,
            self.ambiguous + other.ambiguous,
        )

    def less(self, other: Tally) -> Tally:
        return Tally(
            self.launched - other.launched,
            self.destroyed - other.destroyed,
            self.lost - other.lost,
            self.still - other.still,
            self.rows - other.rows,
            self.unknown - other.unknown,
            self.ambiguous - other.ambiguous,
        )


@dataclass(frozen=True, slots=True)
class _Row:
    night: date
    overnight: bool
    window: str
    weapon: str
    tally: Tally
    source: str


class StrikesLedger:
    """Bulletin rows of `producer` by night; the night is the local date on which a bulletin's window ends.

    From the bulletin of its day `lost_within_intercepted` the shot-down count holds the lost and suppressed, and
    `lost` is 0. A window that ends at the hour `night_ends` or later is a daytime raid, which "overnight" alone leaves
    out.
    """

    def __init__(self, folder: Folder, weapons: Weapons, producer: Producer, night_ends: str) -> None:
        self.weapons = weapons
        self.producer = producer.id
        self.merged_from = producer.lost_within_intercepted or date.max
        self._rows: dict[date, list[_Row]] = {}
        for row in table(folder / "strikes.csv", _COLUMNS):
            if row.get("scope") == _REGIONAL:
                continue
            made = _row(row, night_ends)
            self._rows.setdefault(made.night, []).append(made)
        self.nights = sorted(self._rows)
        self._nightly: dict[str | None, dict[date, Tally]] = {}
        self._totals: dict[str | None, list[Tally]] = {}

    def coverage(self) -> Coverage:
        breaks = (Gap(self.merged_from, self.merged_from, "definition-break"),)
        inside = self.nights[0] < self.merged_from <= self.nights[-1]
        return Coverage("strikes", self.nights[0], self.nights[-1], breaks if inside else ())

    def nightly(self, weapon: str | None) -> dict[date, Tally]:
        """Every night with a national bulletin, and its tally for `weapon` (None: drones and missiles)."""
        if weapon not in self._nightly:
            self._nightly[weapon] = {night: self._tally(rows, weapon) for night, rows in self._rows.items()}
        return self._nightly[weapon]

    def night(self, night: date, weapon: str | None, overnight_only: bool = False) -> Tally | None:
        """The tally of one night, None where no national bulletin is in the ledger."""
        if night not in self._rows:
            return None
        if not overnight_only:
            return self.nightly(weapon)[night]
        kept = [row for row in self._rows[night] if row.overnight]
        return self._tally(kept, weapon) if kept else None

    def windows(self, night: date, weapon: str | None) -> list[Tally]:
        """The tally of each bulletin of a night that has several, in order of their windows; else an empty list."""
        rows = self._rows.get(night, [])
        ends = sorted({row.window for row in rows})
        return [self._tally([r for r in rows if r.window == end], weapon) for end in ends] if len(ends) > 1 else []

    def over(self, period: Period, weapon: str | None, as_of: date) -> tuple[Tally, int]:
        """The sum over the nights of `period` known on `as_of`, and how many nights had a bulletin."""
        first = bisect_left(self.nights, period.start)
        stop = max(first, bisect_right(self.nights, min(period.last, as_of)))
        running = self._running(weapon)
        return running[stop].less(running[first]), stop - first

    def _running(self, weapon: str | None) -> list[Tally]:
        """Before each night of `nights`, and after the last, the sum of all before: counts are whole numbers, so that
        the difference of two sums is exact."""
        if weapon not in self._totals:
            nightly = self.nightly(weapon)
            tallies = (nightly[night] for night in self.nights)
            self._totals[weapon] = list(accumulate(tallies, Tally.plus, initial=Tally()))
        return self._totals[weapon]

    def sources(self, period: Period, limit: int = 3) -> tuple[str, ...]:
        """Addresses of the first bulletins of the period."""
        found: list[str] = []
        for night in _nights(period.start, period.last):
            for row in self._rows.get(night, ()):
                if row.source not in found:
                    found.append(row.source)
                if len(found) >= limit:
                    return tuple(found)
        return tuple(found)

    def _tally(self, rows: list[_Row], weapon: str | None) -> Tally:
        wanted = self.weapons.below(weapon)
        above = self.weapons.above(weapon) if weapon is not None else ()
        total = Tally()
        for row in rows:
            if row.weapon in wanted:
                total = total.plus(row.tally)
            elif row.weapon in above:
                total = replace(total, ambiguous=total.ambiguous + row.tally.launched)
        if not total.rows:  # the night's bulletin was read, and the weapon is not in it
            total = replace(total, rows=len(rows))
        return total


def _nights(first: date, last: date) -> Iterable[date]:
    for offset in range((last - first).days + 1):
        yield first + timedelta(days=offset)


def _row(row: dict[str, str], night_ends: str) -> _Row:
    launched, destroyed = number(row["launched"]), number(row["destroyed"])
    tally = Tally(
        launched or 0.0,
        destroyed or 0.0,
        number(row["lost"]) or 0.0,
        number(row["still"]) or 0.0,
        1,
        int(launched is None or destroyed is None),
    )
    time = row["window_end"][11:16]
    night = date.fromisoformat(row["night"])
    return _Row(night, not time or time < night_ends, row["window_end"], row["weapon"], tally, row["source"])
