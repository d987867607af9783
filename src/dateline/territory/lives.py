"""When each edge was part of the outline: one row a life, from the snapshot that first drew it to the one that did no
more. Day after day of the same border is one row."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from dateline.territory.edges import Edges
from dateline.territory.numbering import Numbering
from dateline.territory.vertices import unpack

#: Where an edge lives on: later than any snapshot.
OPEN = 2**31 - 1


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


@dataclass(slots=True, eq=False)
class _Known:
    """Of each edge ever seen, by number: its mark when last seen, the row of its last life, its place in the snapshot
    looked at last."""

    seen: Any
    row: Any
    place: Any

    def grow(self, count: int) -> None:
        """Room for `count` edges at least."""
        import numpy as np

        if count > len(self.seen):
            more = 2 * count - len(self.seen)
            self.seen = np.append(self.seen, np.full(more, _mark(-2, 0)))
            self.row, self.place = (np.append(old, np.zeros(more, dtype=np.int64)) for old in (self.row, self.place))


def _mark(snapshot: int, forward: Any) -> Any:
    """One integer for a snapshot and a direction."""
    return 2 * snapshot + forward


class Lives:
    """Rows that grow by one snapshot at a time; what was written before stays, but for the ends of open lives."""

    def __init__(self) -> None:
        import numpy as np

        self.snapshots = 0
        self._twice: list[int] = []
        # Room for more rows than there are, so that one more snapshot does not copy all before it.
        self._room = Rows(*(np.empty(1024, dtype=kind) for kind in ("u8", "u8", "i1", "i8", "i8")))
        self._count = 0
        self._numbering = Numbering()
        self._known = _Known(*(np.zeros(0, dtype=np.int64) for _ in range(3)))
        self._number = np.empty(0, dtype=np.int64)  # of the edges alive, and their directions
        self._forward = np.empty(0, dtype=np.int64)

    def add(self, edges: Edges) -> bool:
        """The next snapshot. False where it has the same edges as the one before. Raises OverlapError where some ground
        is covered twice."""
        import numpy as np

        number = self._numbered(edges)
        if (self._known.place[number] != np.arange(len(number))).any():  # an edge drawn twice
            edges = edges.without_pairs()
            number = self._numbered(edges)
        snapshot, self.snapshots = self.snapshots, self.snapshots + 1
        self._twice.append(edges.twice_area)
        seen, row = self._known.seen, self._known.row
        forward = (edges.key & np.uint64(1)).astype(np.int64)
        new = np.flatnonzero(seen[number] != _mark(snapshot - 1, forward))
        seen[number] = _mark(snapshot, forward)
        gone = self._number[seen[self._number] != _mark(snapshot, self._forward)]
        self._number, self._forward = number, forward
        if not len(new) and not len(gone):
            return False
        self._room.died[row[gone]] = snapshot  # before the rows of edges that only turned are replaced
        row[number[new]] = np.arange(self._count, self._count + len(new))
        self._write(edges.low[new], edges.high[new], 2 * forward[new] - 1, snapshot)
        return True

    def _write(self, low: Any, high: Any, sign: Any, born: int) -> None:
        """Rows at the end, alive."""
        import numpy as np

        first, self._count = self._count, self._count + len(low)
        if self._count > len(self._room):
            more = 2 * self._count
            self._room = Rows(*(np.append(column[:first], np.empty(more, column.dtype)) for column in self._room))
        rows = slice(first, self._count)
        for column, values in zip(self._room, (low, high, sign, born, OPEN), strict=True):
            column[rows] = values

    def _numbered(self, edges: Edges) -> Any:
        """The number of each edge whichever way it runs, its place left in `_known.place`."""
        import numpy as np

        number = self._numbering.of(edges.key & ~np.uint64(1))
        self._known.grow(self._numbering.count)
        self._known.place[number] = np.arange(len(number))
        return number

    def rows(self) -> Rows:
        """All lives so far; what is added later does not change them."""
        low, high, sign, born, died = (column[: self._count] for column in self._room)
        return Rows(low, high, sign, born, died.copy())

    def check(self) -> None:
        """Raises BalanceError unless on every day the edges alive enclose exactly the area that the rings did."""
        import numpy as np

        rows = self.rows()
        cross = rows.crosses(unpack(rows.low), unpack(rows.high))
        enclosed = by_snapshot(rows, cross, self.snapshots)
        wrong = np.flatnonzero(enclosed != np.array(self._twice, dtype=np.int64))
        if len(wrong):
            raise BalanceError(f"snapshot {wrong[0]}: its edges do not enclose the area that it drew")


def by_snapshot(rows: Rows, values: Any, snapshots: int) -> Any:
    """The sum of `values` (one a row) over the edges alive in each snapshot, by cumulative sums of what is born and
    what dies."""
    import numpy as np

    moved = np.zeros(snapshots + 1, dtype=values.dtype)
    np.add.at(moved, rows.born, values)
    dead = rows.died < snapshots
    np.subtract.at(moved, rows.died[dead], values[dead])
    return np.cumsum(moved)[:snapshots]
