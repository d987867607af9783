"""Sums by DuckDB are the sums of the entries."""

from __future__ import annotations

from collections import Counter
from datetime import date

import pytest

from dateline.ledgers.store import Store

from .conftest import figure, release

MEASURE = "bridges.crossed"


def by_month(store: Store, as_of: date | None) -> dict[tuple[date | str, ...], float]:
    sums: Counter[tuple[date | str, ...]] = Counter()
    for entry in store.entries("river", "series", as_of):
        sums[entry.period.start.replace(day=1), entry.place] += entry.value
    return dict(sums)


@pytest.mark.parametrize("as_of", [None, date(2031, 5, 31), date(2031, 6, 15), date(2031, 7, 15)])
def test_totals_by_month_and_place_are_the_sums_of_the_entries(store: Store, as_of: date | None) -> None:
    first = [figure("2031-04-30", 2), figure("2031-05-01", 3), figure("2031-05-02", 4)]
    store.append(release("2031-05-03"), {"series": first})
    assert store.totals("river", "series", MEASURE, ("month", "place"), as_of) == by_month(store, as_of)
    store.append(release("2031-06-01"), {"series": [*first[1:], figure("2031-05-20", 9), figure("2031-04-01", 1)]})
    store.append(release("2031-07-01"), {"series": [figure("2031-05-01", 30), *first[2:], figure("2031-04-01", 1)]})
    assert store.totals("river", "series", MEASURE, ("month", "place"), as_of) == by_month(store, as_of)


def test_an_unknown_part_is_refused(store: Store) -> None:
    store.append(release("2031-05-03"), {"series": [figure("2031-05-01", 3)]})
    with pytest.raises(KeyError):
        store.totals("river", "series", MEASURE, ("colour",))


def test_a_figure_that_vanished_everywhere_leaves_no_total(store: Store) -> None:
    store.append(release("2031-05-03"), {"series": [figure("2031-05-01", 3), figure("2031-04-02", 4)]})
    store.append(release("2031-06-01"), {"series": [figure("2031-05-01", 3)]})
    assert store.totals("river", "series", MEASURE, ("month",)) == {(date(2031, 5, 1),): 3}
