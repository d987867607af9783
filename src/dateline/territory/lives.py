"""When each edge was part of the outline: one row a life, from the snapshot that first drew it to the one that did no
more. Day after day of the same border is one row."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from dateline.territory.edges import Edges
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
    """Rows that grow by one snapshot at a time; what was written before stays, but for the ends of open lives."""

    def __init__(self) -> None:
        import numpy as np

        self.snapshots = 0
        self._twice: list[int] = []
        none = np.empty(0, dtype=np.uint64)
        self._chunks: list[tuple[Any, Any, Any, Any]] = [(none, none, none.astype(np.int8), none.astype(np.int64))]
        self._deaths: list[tuple[Any, int]] = []
        self._count = 0
        self._key = np.empty(0, dtype=np.uint64)
        self._row = np.empty(0, dtype=np.int64)
        self._made: Rows | None = None

    def add(self, edges: Edges) -> bool:
        """The next snapshot. False where it has the same edges as the one before."""
        import numpy as np

        number, self.snapshots = self.snapshots, self.snapshots + 1
        self._twice.append(edges.twice_area)
        if np.array_equal(edges.key, self._key):
            return False
        at = np.searchsorted(self._key, edges.key)
        at[at == len(self._key)] = 0
        lived = self._key[at] == edges.key if len(self._key) else np.zeros(len(edges.key), dtype=bool)
        row = np.empty(len(edges.key), dtype=np.int64)
        row[lived] = self._row[at[lived]]
        new = np.flatnonzero(~lived)
        row[new] = np.arange(self._count, self._count + len(new))
        gone = np.ones(len(self._key), dtype=bool)
        gone[at[lived]] = False
        sign = np.where(edges.key[new] & np.uint64(1), np.int8(1), np.int8(-1))
        self._chunks.append((edges.low[new], edges.high[new], sign, np.full(len(new), number)))
        self._deaths.append((self._row[gone], number))
        self._count += len(new)
        self._key, self._row, self._made = edges.key, row, None
        return True

    def rows(self) -> Rows:
        """All lives so far."""
        import numpy as np

        if self._made is None:
            died = np.full(self._count, OPEN, dtype=np.int64)
            for rows, number in self._deaths:
                died[rows] = number
            low, high, sign, born = (np.concatenate(column) for column in zip(*self._chunks, strict=True))
            self._made = Rows(low, high, sign, born, died)
        return self._made

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
