"""Importing the small twins of the publishers' files."""

from __future__ import annotations

import json
import shutil
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from dateline.importing import bringing, import_source, maps, reading
from dateline.importing.finding import batches, stamp_of
from dateline.ledgers.store import Store, open_store
from dateline.ledgers.tables import Tables
from dateline.records.entry import Entry
from dateline.sources.intake import SourceError

from .conftest import TWINS


@pytest.fixture
def bare(monkeypatch: pytest.MonkeyPatch, home: Path) -> Path:
    """An empty store into which no starter's layer goes, and where short files are taken for whole."""
    monkeypatch.setattr(bringing, "starter_releases", lambda folder: ())
    monkeypatch.setattr(reading, "_TOO_SHORT", 10_000)
    monkeypatch.setattr(maps, "LedgerTables", lambda theatre, store: Tables(home / theatre.name, store))
    return home


def copied(tmp_path: Path, name: str, to: str = "") -> Path:
    (tmp_path / "given").mkdir(exist_ok=True)
    return Path(shutil.copy(TWINS / name, tmp_path / "given" / (to or name)))


@pytest.mark.parametrize(
    ("name", "day"),
    [
        ("missile_attacks_daily_20310607.csv", date(2031, 6, 7)),
        ("missile_attacks_daily_203103.csv", date(2031, 3, 31)),
        ("deepstatemap_data_20280229.geojson", date(2028, 2, 29)),
        ("events 2031-02-01-2031-02-28.csv", date(2031, 2, 28)),
        ("GEDEvent_v31_0_5.csv", None),
        ("post 123456789.csv", None),
        ("talks.csv", None),
    ],
)
def test_the_day_in_a_name_is_the_day_of_release(name: str, day: date | None) -> None:
    assert stamp_of(Path(name)) == day


def test_a_file_becomes_entries_an_archived_copy_and_a_release(bare: Path, tmp_path: Path) -> None:
    path = copied(tmp_path, "missile_attacks_daily.csv", "missile_attacks_daily_203106.csv")
    made = import_source("airforce", path)
    store = open_store()
    (release,) = store.releases()
    assert (release.released, release.theatre, release.source) == (date(2031, 6, 30), "ukraine", "airforce")
    assert store.archived(release.files[0].sha256) == path.read_bytes()
    entries = store.entries("ukraine", "strikes")
    assert made.tables["strikes"].added == len(entries) > 0
    assert {entry.sha256 for entry in entries} == {release.sha256}


def test_the_same_bytes_again_add_nothing(bare: Path, tmp_path: Path) -> None:
    import_source("talks", copied(tmp_path, "talks.csv"))
    again = import_source("talks", copied(tmp_path, "talks.csv", "talks_again.csv"), released=date(2032, 1, 1))
    assert again.known
    assert open_store().generation == 1


def test_two_files_that_are_read_together_are_one_release_whichever_is_named(bare: Path, tmp_path: Path) -> None:
    copied(tmp_path, "hrmmu_monthly.csv")
    reference = copied(tmp_path, "hrmmu_reference.csv")
    assert not import_source("hrmmu", reference).known
    assert import_source("hrmmu", reference.parent).known
    assert len(open_store().releases()) == 1


def test_a_revised_row_is_a_vintage_and_a_late_one_is_late(bare: Path, tmp_path: Path) -> None:
    first = copied(tmp_path, "missile_attacks_daily.csv", "missile_attacks_daily_203105.csv")
    lines = first.read_text(encoding="utf-8").splitlines(keepends=True)
    first.write_text("".join(lines[:4] + lines[5:]), encoding="utf-8")
    second = first.with_name("missile_attacks_daily_203107.csv")
    second.write_text("".join(lines).replace(",200.0,90.0,", ",201.0,90.0,"), encoding="utf-8")
    import_source("airforce", first)
    made = import_source("airforce", second).tables["strikes"]
    assert (made.changed, made.late_rows, made.vanished) == (1, 1, 0)


def test_places_of_one_collection_stand_side_by_side(bare: Path, tmp_path: Path) -> None:
    for name in ("casualties_daily.min.json", "west_bank_daily.min.json", "lebanon_casualties_daily.min.json"):
        copied(tmp_path, name)
    made = import_source("gaza", tmp_path / "given")
    assert len(made.releases) == 3
    assert sum(counts.vanished for counts in made.tables.values()) == 0
    assert {r.source for r in open_store().releases()} == {"gaza", "gaza.west_bank", "gaza.lebanon"}


@pytest.mark.parametrize(
    ("source", "name"), [("acled", "acled-regional.json"), ("own_csv", "own.csv"), ("ucdp_ged", "ucdp_ged.csv")]
)
def test_series_without_a_family_stand_in_a_table_of_their_own(bare: Path, source: str, name: str) -> None:
    made = import_source(source, TWINS / name)
    assert len(open_store().entries(made.theatre, "series")) == made.tables["series"].added > 0


@pytest.mark.parametrize(
    ("source", "name", "said"),
    [
        ("weather", "talks.csv", "no such source; there are deepstate"),
        ("talks", "nothing.csv", "no such file or folder"),
        ("airforce", "talks.csv", "lacks the column"),
        ("airforce", "missile_attacks_daily.csv", "where 3,000 and more are expected"),
        ("talks", "README.md", "talks"),
        ("own_csv", "", "is a folder; name the file"),
    ],
)
def test_what_is_not_the_sources_is_refused_before_anything_is_written(
    home: Path, source: str, name: str, said: str
) -> None:
    with pytest.raises(SourceError) as refused:
        import_source(source, TWINS / name)
    assert said in str(refused.value)
    assert "\n" not in str(refused.value)
    assert not home.exists()


def test_a_bad_row_is_named_and_with_strict_refuses_the_file(bare: Path) -> None:
    with pytest.raises(SourceError, match=r"talks\.csv line 5: .*1 more.*refused"):
        import_source("talks", TWINS / "talks.csv", strict=True)
    assert not bare.exists()
    made = import_source("talks", TWINS / "talks.csv")
    assert [item.what for item in made.skipped] == ["talks.csv line 5", "talks.csv line 6"]
    assert made.tables["talks"].added == 3


def test_what_ships_is_the_layer_below_the_first_import(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "_TOO_SHORT", 10_000)
    import_source("talks", TWINS / "talks.csv", released=date(2031, 6, 1))
    import_source("talks", TWINS / "talks.csv", released=date(2031, 7, 1))
    assert [r.origin for r in open_store().releases()] == ["starter", "import"]


def square(day: str, north: float, folder: Path) -> Path:
    ring = [[37.2, 47.6], [37.8, 47.6], [37.8, north], [37.2, north], [37.2, 47.6]]
    text = json.dumps({"type": "Feature", "properties": {}, "geometry": {"type": "Polygon", "coordinates": [ring]}})
    folder.mkdir(exist_ok=True)
    path = folder / f"deepstatemap_data_{day}.geojson"
    path.write_text(text, encoding="utf-8")
    return path


def moved(day: str) -> float:
    entries = open_store().entries("ukraine", "territory_change")
    return sum(e.value for e in entries if e.measure == "territory.gained" and str(e.period.start) == day)


def unsigned(store: Store, table: str) -> list[Entry]:
    """The entries without the hash of the file, which is of one map or of many."""
    return sorted((replace(entry, sha256="") for entry in store.entries("ukraine", table)), key=repr)


def test_maps_that_come_one_by_one_give_what_the_folder_gives(bare: Path, tmp_path: Path) -> None:
    days = (("20310101", 48.20), ("20310102", 48.25), ("20310103", 48.25), ("20310105", 48.27))
    for day, north in days:
        import_source("deepstate", square(day, north, tmp_path / f"only {day}"))
    together = open_store(tmp_path / "together")
    for day, north in days:
        square(day, north, tmp_path / "all")
    import_source("deepstate", tmp_path / "all", store=together)
    for table in ("territory_held", "territory_change", "territory_gaps"):
        assert unsigned(open_store(), table) == unsigned(together, table) != [], table


def test_a_map_that_turns_up_later_divides_the_step_over_it(bare: Path, tmp_path: Path) -> None:
    folder = tmp_path / "maps"
    square("20310101", 48.20, folder)
    square("20310103", 48.30, folder)
    import_source("deepstate", folder)
    whole = moved("2031-01-03")
    import_source("deepstate", square("20310102", 48.25, tmp_path / "late"))
    assert moved("2031-01-02") + moved("2031-01-03") == pytest.approx(whole, abs=0.01)
    assert moved("2031-01-02") > 0
    gaps = {dict(e.dimensions)["flag"] for e in open_store().entries("ukraine", "territory_gaps")}
    assert "gap" not in gaps


def test_without_the_map_of_the_day_before_a_step_is_its_net_change(bare: Path, tmp_path: Path) -> None:
    import_source("deepstate", square("20310101", 48.20, tmp_path / "a"))
    shutil.rmtree(bare / "archive")
    made = import_source("deepstate", square("20310102", 48.25, tmp_path / "b"))
    assert any("counted by net change" in notice for notice in made.notices)
    held = {str(e.period.start): 0.0 for e in open_store().entries("ukraine", "territory_held")}
    for entry in open_store().entries("ukraine", "territory_held"):
        held[str(entry.period.start)] += entry.value
    assert moved("2031-01-02") == pytest.approx(held["2031-01-02"] - held["2031-01-01"], abs=0.02)


def test_batches_of_a_folder_come_in_order_of_their_days(tmp_path: Path) -> None:
    for stamp in ("20310607", "203103"):
        copied(tmp_path, "missile_attacks_daily.csv", f"missile_attacks_daily_{stamp}.csv")
    found = batches("airforce", tmp_path / "given")
    assert [batch.stamp for batch in found] == [date(2031, 3, 31), date(2031, 6, 7)]
