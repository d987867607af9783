"""When each edge was part of the outline: one row a life, from the snapshot that first drew it to the one that did no
more. Day after day of the same border is one row."""

from __future__ import annotations

from array import array
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from dateline.territory.edges import Edges
from dateline.territory.vertices import unpack

#: Where an edge lives on: later than any snapshot.
OPEN = 2**31 - 1
#: A table so large that few edges of a day want the same place, so small that it stays in the processor's cache.
_SLOT_BITS = 15
_SLOT = 64 - _SLOT_BITS


class OverlapError(ValueError):
    """An outline that covers some ground twice."""


class BalanceError(ArithmeticError):
    """Edges and outlines disagree about an area: two edges took one key, or a row was lost."""


@dataclass(frozen=True, slots=True, eq=False)
class Rows:
    """Lives as arrays of one length. An edge joins the packed vertices `low` < `high` and runs from low to high where
    `sign` is 1, from high to low where it is -1; it is there in the snapshots `born` <= number < `died`."""

    low: Any
    high: Any
    sign: Any
    born: Any
    died: Any

    def __len__(self) -> int:
        return len(self.low)

    def __iter__(self) -> Iterator[Any]:
        """The columns."""
        return iter((self.low, self.high, self.sign, self.born, self.died))

    def alive(self, snapshot: int) -> tuple[Any, Any]:
        """Start and end (packed vertices) of the edges of one snapshot."""
        return self._directed((self.born <= snapshot) & (snapshot < self.died), 1)

    def between(self, earlier: int, later: int) -> tuple[Any, Any]:
        """Start and end of the edges of `later`, and of those of `earlier` reversed, that are not in both."""
        import numpy as np

        before = (self.born <= earlier) & (earlier < self.died)
        after = (self.born <= later) & (later < self.died)
        start, end = zip(self._directed(after & ~before, 1), self._directed(before & ~after, -1), strict=True)
        return np.concatenate(start), np.concatenate(end)

    def steps(self, first: int, stop: int) -> tuple[Any, Any, Any]:
        """For each snapshot in [first, stop) the edges that it has and the one before had not, and the reverse of those
        that it has no more: the snapshot's number in rising order, start and end."""
        import numpy as np

        born = (first <= self.born) & (self.born < stop)
        died = (first <= self.died) & (self.died < stop)
        step = np.concatenate([self.born[born], self.died[died]])
        start, end = zip(self._directed(born, 1), self._directed(died, -1), strict=True)
        order = np.argsort(step, kind="stable")
        return step[order], np.concatenate(start)[order], np.concatenate(end)[order]

    def _directed(self, rows: Any, turn: int) -> tuple[Any, Any]:
        import numpy as np

        low, high, forward = self.low[rows], self.high[rows], (self.sign[rows] * turn) > 0
        return np.where(forward, low, high), np.where(forward, high, low)

    def crosses(self, points_low: Any, points_high: Any) -> Any:
        """Twice the signed area under each edge, of its two ends' coordinates (arrays of shape (n, 2)), in their
        units squared."""
        cross = points_low[:, 0] * points_high[:, 1] - points_high[:, 0] * points_low[:, 1]
        return self.sign * cross


class Lives:
    """Rows that grow by one snapshot at a time; what was written before stays, but for the ends of open lives. What a
    snapshot costs depends on it and the one before, not on how long the record is.

    From one day to the next a few dozen edges change: arrays compare the outlines, and what is left is few enough that
    plain loops over it cost less than the calls of arrays would.
    """

    def __init__(self) -> None:
        import numpy as np

        self.snapshots = 0
        self._twice: list[int] = []
        self._low, self._high, self._sign, self._born, self._died = (array(kind) for kind in "QQbqq")
        nothing = np.empty(0, dtype=np.uint64)
        self._last = Edges(nothing, nothing, nothing, 0)
        self._alive: dict[int, int] = {}  # the edges alive, by keys without direction, and the row of each
        self._slots = np.zeros(1 << _SLOT_BITS, dtype=np.int64)

    def add(self, edges: Edges) -> bool:
        """The next snapshot. False where it has the same edges as the one before. Raises OverlapError where some ground
        is covered twice; the snapshot is then not added."""
        drawn, ends = _changed(self._last, edges, self._slots)
        alive, sign = self._alive, self._sign
        now = {edge: times + (sign[alive[edge]] if edge in alive else 0) for edge, times in drawn.items()}
        if now and (max(now.values()) > 1 or min(now.values()) < -1):
            raise OverlapError("parts that overlap; unite them first")
        snapshot, self.snapshots = self.snapshots, self.snapshots + 1
        self._twice.append(edges.twice_area)
        self._last = edges
        for edge in now:
            if edge in alive:
                self._died[alive.pop(edge)] = snapshot
        born = {edge: sign for edge, sign in now.items() if sign}  # one that turned dies and is born
        alive.update(zip(born, range(len(self._low), len(self._low) + len(born)), strict=True))
        self._low.extend(ends[edge][0] for edge in born)
        self._high.extend(ends[edge][1] for edge in born)
        self._sign.extend(born.values())
        self._born.extend([snapshot] * len(born))
        self._died.extend([OPEN] * len(born))
        return bool(drawn)

    def rows(self) -> Rows:
        """All lives so far; what is added later does not change them."""
        import numpy as np

        return Rows(*(np.array(column) for column in (self._low, self._high, self._sign, self._born, self._died)))

    def check(self) -> None:
        """Raises BalanceError unless on every day the edges alive enclose exactly the area that the rings did."""
        import numpy as np

        rows = self.rows()
        cross = rows.crosses(unpack(rows.low), unpack(rows.high))
        enclosed = by_snapshot(rows, cross, self.snapshots)
        wrong = np.flatnonzero(enclosed != np.array(self._twice, dtype=np.int64))
        if len(wrong):
            raise BalanceError(f"snapshot {wrong[0]}: its edges do not enclose the area that it drew")


def _changed(before: Edges, after: Edges, slots: Any) -> tuple[dict[int, int], dict[int, tuple[int, int]]]:
    """What two outlines do not share, in the order drawn: by the key of each edge without its direction, how many times
    more `after` draws it from low to high than `before` does, the other way counted off; and its vertices.

    From one day to the next most of an outline is drawn alike, so little is left to be counted. A border that two parts
    share is drawn once each way, which is not at all.
    """
    import numpy as np

    first, last = _alike(before.key, after.key)
    old, new = np.arange(first, len(before.key) - last), np.arange(first, len(after.key) - last)
    old, new = _unmatched(before.key, old, after.key, new, slots)
    more: dict[int, int] = {}
    ends: dict[int, tuple[int, int]] = {}
    for edges, which, turn in ((after, new, 1), (before, old, -1)):
        columns = (column[which].tolist() for column in (edges.key, edges.low, edges.high))
        for key, low, high in zip(*columns, strict=True):
            edge = key & ~1
            more[edge] = more.get(edge, 0) + (turn if key & 1 else -turn)
            ends[edge] = (low, high)
    return {edge: times for edge, times in more.items() if times}, ends


def _alike(one: Any, other: Any) -> tuple[int, int]:
    """How many keys at the beginning are the same, and how many of the rest at the end."""
    import numpy as np

    shorter = min(len(one), len(other))
    differ = np.flatnonzero(one[:shorter] != other[:shorter])
    if not len(differ):
        return shorter, 0
    first = int(differ[0])
    differ = np.flatnonzero(one[len(one) - shorter + first :] != other[len(other) - shorter + first :])
    return first, shorter - first - 1 - int(differ[-1]) if len(differ) else shorter - first


def _unmatched(one: Any, of_one: Any, other: Any, of_other: Any, slots: Any) -> tuple[Any, Any]:
    """The places `of_one` and `of_other` in two arrays of keys, less those with equal keys in both, pair by pair; a few
    pairs may be left. `slots` is a table for one key by its highest bits, whatever is in it: what is found is compared.
    """
    import numpy as np

    if not len(of_one) or not len(of_other):
        return of_one, of_other
    slots[(one[of_one] >> _SLOT).astype(np.int64)] = np.arange(len(of_one))
    found = slots[(other[of_other] >> _SLOT).astype(np.int64)]
    found[found >= len(of_one)] = 0
    same = one[of_one[found]] == other[of_other]
    left = np.ones(len(of_one), dtype=bool)
    left[found[same]] = False
    if len(of_one) - left.sum() != same.sum():  # an edge drawn twice: no pairs
        return of_one, of_other
    return of_one[left], of_other[~same]


def by_snapshot(rows: Rows, values: Any, snapshots: int) -> Any:
    """The sum of `values` (one a row) over the edges alive in each snapshot, by cumulative sums of what is born and
    what dies."""
    import numpy as np

    moved = np.zeros(snapshots + 1, dtype=values.dtype)
    np.add.at(moved, rows.born, values)
    dead = rows.died < snapshots
    np.subtract.at(moved, rows.died[dead], values[dead])
    return np.cumsum(moved)[:snapshots]
