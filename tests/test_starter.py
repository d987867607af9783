"""The command that builds the shipped tables, and the shipped tables themselves."""

import csv
import json
import shutil
from collections import defaultdict
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path

import pytest
import shapely

from dateline import starter
from dateline.importing.tables import taxonomy
from dateline.ledgers import Ledgers
from dateline.sources.intake import SourceError

SHIPPED = starter.THEATRE / "starter"
TWINS = Path(__file__).parent / "fixtures" / "sources"


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A data folder laid out as the publishers' is, with the small twins and three small maps."""
    data = tmp_path / "data"
    for folder, names in {
        "strikes": ["missile_attacks_daily.csv"],
        "casualties": ["hrmmu_monthly.csv", "hrmmu_reference.csv"],
        "territory_reference": ["published.csv"],
        "talks": ["talks.csv"],
        "officials": ["officials.csv", "executive.yaml"],
    }.items():
        (data / folder).mkdir(parents=True)
        for name in names:
            shutil.copy(TWINS / name, data / folder / name)
    (data / "deepstate").mkdir()
    for day, north in ((1, 48.20), (2, 48.25), (3, 48.25)):
        outline = shapely.segmentize(shapely.box(37.2, 47.6, 37.8, north), 0.01)
        ring = [[round(float(x), 6), round(float(y), 6)] for x, y in shapely.get_coordinates(outline)]
        text = json.dumps({"type": "Feature", "properties": {}, "geometry": {"type": "Polygon", "coordinates": [ring]}})
        (data / "deepstate" / f"deepstatemap_data_2031010{day}.geojson").write_text(text, encoding="utf-8")
    (data / "deepstate" / "deepstatemap_data_20310104.geojson").write_text(text[:-30], encoding="utf-8")
    return data


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def test_every_table_is_built_and_the_same_files_give_the_same_bytes(
    data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert starter.main([str(data), "--out", str(tmp_path / "a")]) == 0
    assert starter.main([str(data), "--out", str(tmp_path / "b")]) == 0
    built = sorted(path.name for path in (tmp_path / "a").iterdir())
    assert built == sorted({path.name for path in SHIPPED.iterdir()} - {"calendar.csv"})
    for name in built:
        content = (tmp_path / "a" / name).read_bytes()
        assert content == (tmp_path / "b" / name).read_bytes()
        assert b"\r" not in content
        header = content.splitlines()[0]
        assert header == (SHIPPED / name).read_bytes().splitlines()[0]
    told = capsys.readouterr()
    assert "skipped deepstatemap_data_20310104.geojson: not whole GeoJSON" in told.out
    assert told.err == ""


def test_the_maps_give_held_change_and_gaps(data: Path, tmp_path: Path) -> None:
    starter.build(data, tmp_path / "out", ["territory"])
    held = rows(tmp_path / "out" / "territory_held.csv")
    change = rows(tmp_path / "out" / "territory_change.csv")
    gaps = rows(tmp_path / "out" / "territory_gaps.csv")
    assert [row["day"] for row in held] == ["2031-01-01", "2031-01-02", "2031-01-03"]
    first, second, third = (area(row) for row in held)
    assert second == third
    assert sum(float(row["gained_km2"]) for row in change) == pytest.approx(second - first, abs=0.005)
    assert {row["day"] for row in change} == {"2031-01-02"}
    assert [(row["flag"], row["start"]) for row in gaps] == [
        ("jump", "2031-01-02"),
        ("frozen", "2031-01-03"),
        ("gap", "2031-01-04"),
    ]


def test_unknown_stays_empty(data: Path, tmp_path: Path) -> None:
    starter.build(data, tmp_path / "out", ["strikes"])
    unknown = [row for row in rows(tmp_path / "out" / "strikes.csv") if row["model"] == "C-300"]
    assert [(row["launched"], row["destroyed"], row["lost"]) for row in unknown] == [("", "0", "")]


def test_a_missing_folder_is_one_line_and_exit_code_2(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert starter.main([str(tmp_path / "absent"), "--out", str(tmp_path)]) == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err.count("\n") == 1
    assert "no such folder" in told.err


def test_a_table_that_fails_leaves_the_one_before(data: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    starter.build(data, out, ["talks"])
    before = (out / "talks.csv").read_bytes()
    (data / "talks" / "talks.csv").write_text("date,place\n2031-01-01,Kyiv\n", encoding="utf-8")
    with pytest.raises(SourceError, match="lacks the column"):
        starter.build(data, out, ["talks"])
    assert (out / "talks.csv").read_bytes() == before
    assert sorted(path.name for path in out.iterdir()) == ["releases.csv", "talks.csv"]


def test_only_takes_names_of_tables(data: Path, tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="weather: no such table; there are strikes"):
        starter.build(data, tmp_path, ["weather"])


# --- the shipped tables -------------------------------------------------------------------------------------------


def area(row: dict[str, str]) -> float:
    return sum(float(value) for name, value in row.items() if name.startswith("UA-") or name == "unassigned")


@pytest.fixture(scope="module")
def held() -> dict[date, float]:
    return {date.fromisoformat(row["day"]): area(row) for row in rows(SHIPPED / "territory_held.csv")}


@pytest.fixture(scope="module")
def strikes() -> list[dict[str, str]]:
    """The national tallies."""
    return [row for row in rows(SHIPPED / "strikes.csv") if row["scope"] == "national"]


def launched(strikes: list[dict[str, str]], night: str, kind: str) -> int:
    _, parents = taxonomy(starter.THEATRE)

    def root(weapon: str) -> str:
        return root(parents[weapon]) if parents[weapon] else weapon

    return sum(int(r["launched"] or 0) for r in strikes if r["night"].startswith(night) and root(r["weapon"]) == kind)


@pytest.mark.parametrize(
    ("since", "until", "net"),
    [
        ("2025-05-01", "2025-06-01", 440.3),
        ("2025-03-30", "2025-05-01", 201.6),
        ("2025-06-01", "2025-07-01", 497.7),
        ("2025-07-01", "2025-08-01", 607.2),
        ("2025-05-01", "2025-05-30", 404.3),
    ],
)
def test_net_change_between_known_days(held: dict[date, float], since: str, until: str, net: float) -> None:
    assert held[date.fromisoformat(until)] - held[date.fromisoformat(since)] == pytest.approx(net, abs=0.06)


def test_area_held_on_a_known_day(held: dict[date, float]) -> None:
    assert held[date(2025, 10, 7)] == pytest.approx(115_053.7, rel=1e-5)
    assert held[date(2025, 8, 17)] == pytest.approx(114_493, rel=1e-3)  # as DeepState published it


def test_steps_add_up_to_the_areas_held(held: dict[date, float]) -> None:
    net: dict[date, float] = defaultdict(float)
    for row in rows(SHIPPED / "territory_change.csv"):
        net[date.fromisoformat(row["day"])] += float(row["gained_km2"]) - float(row["lost_km2"])
    days = sorted(held)
    for before, now in pairwise(days):
        assert net[now] == pytest.approx(held[now] - held[before], abs=0.01)
    assert len(days) == 768


def test_losses_summed_by_day_differ_from_those_between_end_points() -> None:
    steps = [r for r in rows(SHIPPED / "territory_change.csv") if "2025-08-01" <= r["day"] <= "2025-09-01"]
    assert sum(float(r["lost_km2"]) for r in steps) == pytest.approx(31.7, abs=0.05)
    days: dict[str, float] = defaultdict(float)
    for row in rows(SHIPPED / "territory_change.csv"):
        days[row["day"]] += float(row["lost_km2"])
    worst = sorted(days.values(), reverse=True)
    assert sum(worst[:5]) / sum(worst) == pytest.approx(0.42, abs=0.01)
    assert days["2026-08-13"] == pytest.approx(119.8, abs=0.05)


def test_regions_cover_all_but_the_residue() -> None:
    for row in rows(SHIPPED / "territory_held.csv"):
        assert 0.983 < 1 - float(row["unassigned"]) / area(row) < 0.985


def test_gaps_frozen_days_jumps_and_the_redraw_are_flagged() -> None:
    flagged: dict[str, set[date]] = defaultdict(set)
    for row in rows(SHIPPED / "territory_gaps.csv"):
        day, last = date.fromisoformat(row["start"]), date.fromisoformat(row["last"])
        while day <= last:
            flagged[row["flag"]].add(day)
            day += timedelta(days=1)
    missing = {"2024-08-18", "2024-08-19", "2025-01-01", "2025-03-31", "2025-04-01", "2025-11-26", "2026-07-09"}
    assert flagged["gap"] == {date.fromisoformat(day) for day in (*missing, "2026-08-22")}
    # 113 files repeat the one before; two more redraw it with nothing but rounding between (2024-09-14, 2025-04-29).
    assert len(flagged["frozen"]) == 113 + 2
    assert {date(2024, 12, 21), date(2024, 12, 22), date(2024, 12, 24)} <= flagged["frozen"]
    assert date(2024, 12, 25) in flagged["jump"]
    assert flagged["redraw"] == {date(2026, 8, 13)}


def test_months_of_strikes_are_the_agencies_own(strikes: list[dict[str, str]]) -> None:
    assert launched(strikes, "2025-07", "drone") == 6297
    assert launched(strikes, "2025-10", "drone") == 5298
    assert launched(strikes, "2025-10", "missile") == 270


def test_one_night_adds_up_as_published(strikes: list[dict[str, str]]) -> None:
    night = [row for row in strikes if row["night"] == "2025-05-25"]
    assert sum(int(row["launched"]) for row in night) == 367
    assert sum(int(row["destroyed"]) for row in night) == 184
    assert sum(int(row["lost"] or 0) for row in night) == 129
    assert sum(int(row["launched"]) for row in night if row["weapon"] == "shahed") == 298
    # "56 got through" leaves out the two X-59 that were lost; taking them in gives 54.
    assert 367 - 184 - sum(int(r["lost"] or 0) for r in night if r["weapon"] == "shahed") == 56
    assert 367 - 184 - 129 == 54


def test_lost_drones_are_not_counted_apart_since_july_2025(strikes: list[dict[str, str]]) -> None:
    before = [r for r in strikes if "2025-07-01" <= r["night"] < "2025-07-24" and r["weapon"] == "shahed"]
    after = [r for r in strikes if "2025-07-24" <= r["night"] < "2025-08-24" and r["weapon"] == "shahed"]
    assert sum(int(row["lost"] or 0) for row in before) > 1000
    assert sum(int(row["lost"] or 0) for row in after) == 0
    assert after


def test_unknown_counts_are_empty(strikes: list[dict[str, str]]) -> None:
    assert sum(row["launched"] == "" for row in strikes) == 3
    assert sum(row["destroyed"] == "" for row in strikes) == 6
    assert {row["weapon"] for row in strikes} <= set(taxonomy(starter.THEATRE)[1])


def test_regional_rows_stand_beside_the_national_tallies_and_count_in_none(strikes: list[dict[str, str]]) -> None:
    shipped = rows(SHIPPED / "strikes.csv")
    assert {row["scope"] for row in shipped} == {"national", "regional"}
    assert len(strikes) == 2206
    assert sum(int(row["launched"] or 0) for row in strikes) == 109136
    ledger = Ledgers(starter.THEATRE).strikes
    assert len(ledger.nights) == len({row["night"] for row in strikes}) == 1051
    assert sum(tally.launched for tally in ledger.nightly("drone").values()) == launched(strikes, "", "drone")


def test_every_row_names_its_source_and_the_tables_stay_small() -> None:
    for path in SHIPPED.glob("*.csv"):
        unsourced = [row for row in rows(path) if not row["source"] and row.get("flag") != "gap"]
        assert not unsourced, path.name
    assert sum(path.stat().st_size for path in SHIPPED.glob("*.csv")) < 1_500_000


REAL = Path(__file__).parents[2] / "shared" / "data"


@pytest.mark.skipif(not REAL.is_dir(), reason="the publishers' files (../shared/data) are not here")
@pytest.mark.parametrize(
    ("theatre", "name"), [(t, n) for t, tables in starter.BUILDS.items() for n in tables if n != "territory"]
)
def test_the_shipped_tables_are_what_the_command_builds(theatre: str, name: str, tmp_path: Path) -> None:
    starter.build(REAL, tmp_path, [name], theatre)
    shipped = starter.THEATRES / theatre / "starter" / f"{name}.csv"
    assert (tmp_path / f"{name}.csv").read_bytes() == shipped.read_bytes()
