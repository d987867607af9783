"""Published figures that the program gives again, or says why not. Needs ../shared; its twins in test_tolls.py and
test_forms.py always run."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

import published_figures

DATA = Path(__file__).parents[2] / ".." / "shared" / "data"


def lines(name: str) -> list[published_figures.Line]:
    read, at = published_figures.SETS[name]
    if not (DATA / at).is_file():
        pytest.skip(f"no {at} in ../shared/data")
    return list(read(DATA / at))


def test_tolls_of_gaza_are_given_to_the_digit_or_explained() -> None:
    found = lines("gaza")
    by_day: dict[str, set[str]] = {}
    for line in found:
        by_day.setdefault(line.what.split(" ")[0], set()).add(line.status)
    assert len(by_day) == 19
    assert sum(statuses == {"exact"} for statuses in by_day.values()) == 15
    assert {line.status for line in found} <= {"exact", "reading", "flag", "producer"}


def test_mass_strikes_are_given_or_explained() -> None:
    counts = Counter(line.status for line in lines("strikes"))
    assert counts["exact"] >= 70
    assert counts["differs"] <= 1
    assert counts["no answer"] <= 1


def test_months_of_territory_are_given_within_two_percent_or_flagged() -> None:
    found = lines("territory")
    own = [line for line in found if line.what.endswith(" DeepState")]
    assert len(own) >= 9
    assert {line.status for line in found} <= {"exact", "reading", "flag", "bound"}


@pytest.mark.parametrize(
    ("cell", "said"),
    [("160+", ("ge", 160)), ("<=10", ("le", 10)), ("~500", ("about", 500)), ("288 neutralised", ("eq", 288)),
     ("500-550", None), ("", None)],
)  # fmt: skip
def test_how_a_published_cell_is_read(cell: str, said: tuple[str, float] | None) -> None:
    assert published_figures.stated(cell) == said
