"""A record day by day: gaps, frozen days and jumps are said, not smoothed over."""

from datetime import date
from pathlib import Path

import pytest

import dateline.theatres
from dateline.sources import deepstate
from dateline.sources.deepstate import Snapshot
from dateline.territory.history import Day, Flag, flags, measure
from dateline.territory.regions import load

from .conftest import Draw

REGIONS = load(Path(dateline.theatres.__file__).parent / "ukraine" / "regions.json")


def record(folder: Path) -> tuple[list[Day], dict[date, str]]:
    unusable: dict[date, str] = {}
    usable = []
    for read in deepstate.read(folder):
        if isinstance(read, Snapshot):
            usable.append(read)
        else:
            unusable[read[0]] = read[1].why
    return list(measure(usable, REGIONS)), unusable


def marks(found: list[Flag]) -> list[tuple[str, int, int]]:
    return [(f.flag, f.start.day, f.last.day) for f in found]


def test_each_day_is_compared_with_the_snapshot_before(draw: Draw, tmp_path: Path) -> None:
    draw("2031-01-01", [(37.2, 47.6, 37.8, 48.2)])
    draw("2031-01-02", [(37.2, 47.6, 37.8, 48.21)])
    draw("2031-01-05", [(37.2, 47.6, 37.8, 48.20)])
    days, _ = record(tmp_path)
    assert [(d.day.day, d.since.day if d.since else None) for d in days] == [(1, None), (2, 1), (5, 2)]
    assert days[0].change is None
    gained, lost = days[1].change, days[2].change
    assert gained is not None and lost is not None
    assert gained.net_km2 == pytest.approx(days[1].total_km2 - days[0].total_km2, abs=1e-3)
    assert gained.net_km2 == pytest.approx(-lost.net_km2, abs=1e-3)
    assert sum(gained.lost.values()) == 0


def test_missing_and_truncated_days_are_gaps(draw: Draw, tmp_path: Path) -> None:
    for day, north in ((1, 48.200), (4, 48.201), (6, 48.202), (7, 48.203)):
        draw(f"2031-01-{day:02}", [(37.2, 47.6, 37.8, north)])
    broken = draw("2031-01-05", [(37.2, 47.6, 37.8, 48.2)])
    broken.write_bytes(broken.read_bytes()[:50])
    last = draw("2031-01-08", [(37.2, 47.6, 37.8, 48.2)])
    last.write_bytes(b"")
    days, unusable = record(tmp_path)
    found = flags(days, unusable)
    assert marks(found) == [("gap", 2, 3), ("gap", 5, 5), ("gap", 8, 8)]
    assert [f.note == "no file" for f in found] == [True, False, False]


def test_frozen_days_run_together_and_a_jump_says_how_long_nothing_moved(draw: Draw, tmp_path: Path) -> None:
    for day, north in ((20, 48.20), (21, 48.20), (22, 48.20), (23, 48.201), (24, 48.201), (25, 48.40)):
        draw(f"2031-12-{day}", [(37.2, 47.6, 37.8, north)])
    days, unusable = record(tmp_path)
    found = flags(days, unusable)
    assert marks(found) == [("frozen", 21, 22), ("frozen", 24, 24), ("jump", 25, 25)]
    assert "1 day after the last movement" in found[2].note


def test_a_great_loss_in_one_step_may_be_a_redraw(draw: Draw, tmp_path: Path) -> None:
    draw("2031-08-12", [(37.2, 47.6, 37.8, 48.2)])
    draw("2031-08-13", [(37.2, 47.6, 37.8, 48.1)])
    days, unusable = record(tmp_path)
    (mark,) = flags(days, unusable)
    assert mark.flag == "redraw"
    assert "polygons cannot tell" in mark.note


REAL = Path(__file__).parents[3] / "shared" / "data" / "deepstate"


@pytest.mark.skipif(not REAL.is_dir(), reason="the publishers' files (../shared/data) are not here")
@pytest.mark.parametrize(
    ("earlier", "later", "net"),
    [("2025-05-01", "2025-06-01", 440.3), ("2025-03-30", "2025-05-01", 201.6), ("2024-12-24", "2024-12-25", 54.6)],
)
def test_the_publishers_maps_give_the_known_changes(earlier: str, later: str, net: float) -> None:
    paths = dict(deepstate.files(REAL))
    snapshots = [deepstate.snapshot(day, paths[day], deepstate.describe("deepstate"))
                 for day in (date.fromisoformat(earlier), date.fromisoformat(later))]  # fmt: skip
    before, after = measure(snapshots, REGIONS)
    assert after.total_km2 - before.total_km2 == pytest.approx(net, abs=0.1)
    assert after.change is not None
    assert after.change.net_km2 == pytest.approx(net, abs=0.1)


@pytest.mark.skipif(not REAL.is_dir(), reason="the publishers' files (../shared/data) are not here")
def test_the_publishers_files_keep_their_known_faults() -> None:
    paths = dict(deepstate.files(REAL))
    assert len(paths) == 769
    with pytest.raises(ValueError, match="truncated"):
        deepstate.snapshot(date(2026, 8, 22), paths[date(2026, 8, 22)], deepstate.describe("deepstate"))
    # 14 September 2024 repeats the day before with fewer decimals: a redrawing of nothing.
    days = [date(2024, 9, 13), date(2024, 9, 14)]
    pair = [deepstate.snapshot(day, paths[day], deepstate.describe("deepstate")) for day in days]
    _, after = measure(pair, REGIONS)
    assert after.change is not None and after.change.still
