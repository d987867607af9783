"""Coded events of the Uppsala program: the yearly dataset and the monthly candidates."""

from __future__ import annotations

import csv
from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from dateline.records.entry import Entry
from dateline.sources import ucdp_candidate, ucdp_ged
from dateline.sources.intake import Intake, SourceError


@pytest.fixture(scope="module")
def ged(twins: Path) -> Intake[Entry]:
    return ucdp_ged.read(twins / "ucdp_ged.csv")


def of(intake: Intake[Entry], event: int) -> list[Entry]:
    return [e for e in intake.rows if dict(e.dimensions)["event"] == str(event)]


def test_an_event_gives_its_count_its_deaths_and_their_parts(ged: Intake[Entry]) -> None:
    assert [(e.measure, dict(e.dimensions).get("population"), e.value, e.low, e.high) for e in of(ged, 9001)] == [
        ("casualties.killed", "all", 6, 4, 8),
        ("casualties.killed", "deaths_a", 2, None, None),
        ("casualties.killed", "deaths_b", 3, None, None),
        ("casualties.killed", "deaths_civilians", 1, None, None),
        ("events.count", None, 1, None, None),
    ]
    first = of(ged, 9001)[0]
    assert dict(first.dimensions) == {"event": "9001", "kind": "state-based", "population": "all",
                                      "side_a": "Government of North", "side_b": "South Front"}  # fmt: skip
    assert list(first.dimensions) == sorted(first.dimensions)


def test_days_regions_and_kinds(ged: Intake[Entry]) -> None:
    where = {dict(e.dimensions)["event"]: (str(e.period), e.place, dict(e.dimensions)["kind"]) for e in ged.rows}
    assert where == {
        "9001": ("2030-03-01", "UA-14", "state-based"),
        "9002": ("2030-03-05 to 2030-03-09", "UA-09", "state-based"),
        "9003": ("2030-04-02", "unassigned", "one-sided"),
        "9004": ("2031-01-09", "UA-30", "state-based"),
        "9006": ("2031-02-01", "UA-14", "state-based"),
    }


def test_nothing_finer_than_a_region_is_kept(ged: Intake[Entry]) -> None:
    said = repr(ged)
    assert "village" not in said and "48.0" not in said and "Gazette" not in said


def test_a_year_is_known_in_the_middle_of_the_next(ged: Intake[Entry]) -> None:
    assert {(e.period.last.year, e.known_at, e.known) for e in ged.rows} == {
        (2030, date(2031, 6, 30), "inferred"),
        (2031, date(2032, 6, 30), "inferred"),
    }


def test_a_candidate_is_known_weeks_after_its_month(twins: Path) -> None:
    intake = ucdp_candidate.read(twins / "GEDEvent_v31_0_5.csv")
    assert {e.known_at for e in intake.rows} == {date(2031, 6, 20)}
    assert {(e.producer, e.definition) for e in intake.rows} == {("ucdp_candidate", "candidate event as coded by UCDP")}


def test_other_countries_are_counted_and_left(ged: Intake[Entry]) -> None:
    assert ("ucdp_ged.csv: 1 rows", "of countries other than Ukraine") in [(s.what, s.why) for s in ged.skipped]


def test_bounds_out_of_order_are_kept_in_order_and_said(ged: Intake[Entry]) -> None:
    deaths = next(e for e in of(ged, 9006) if e.measure == "casualties.killed")
    assert (deaths.low, deaths.value, deaths.high) == (2, 3, 3)
    assert deaths.note == "published as best 3, low 3, high 2"
    assert any("published as best 3" in notice for notice in ged.notices)


def test_an_event_that_stands_twice_is_read_once(twins: Path, tmp_path: Path) -> None:
    text = (twins / "ucdp_ged.csv").read_text(encoding="utf-8")
    last = text.rstrip("\n").rpartition("\n9006")
    (tmp_path / "x.csv").write_text(f"{text}9006{last[2]}\n", encoding="utf-8")
    intake = ucdp_ged.read(tmp_path / "x.csv")
    assert len(of(intake, 9006)) == 3
    assert any("event 9006 stands in line" in item.why for item in intake.skipped)


def test_a_file_without_an_event_of_the_theatre_is_refused(twins: Path) -> None:
    with pytest.raises(SourceError, match="no event in Gaza among 7 rows"):
        ucdp_ged.read(twins / "ucdp_ged.csv", "gaza")


# --- a publisher's own file ---------------------------------------------------------------------------------------

REAL = Path(__file__).parents[3] / "shared" / "data" / "events" / "ucdp_ged_ukr_hdx_2014_2021_thesurojit.csv"


@pytest.mark.skipif(not REAL.is_file(), reason="the publishers' files (../shared/data) are not here")
def test_events_and_deaths_by_year_are_those_of_the_file() -> None:
    plain: Counter[tuple[str, str, int]] = Counter()
    with REAL.open(encoding="utf-8", newline="") as stream:
        for row in csv.DictReader(stream):
            if row["id"]:
                year = int(row["date_start"][:4])
                plain[("events", "", year)] += 1
                plain[("deaths", "all", year)] += int(row["best"])
                for part in ("deaths_a", "deaths_b", "deaths_civilians", "deaths_unknown"):
                    plain[("deaths", part, year)] += int(row[part])
    intake = ucdp_ged.read(REAL)
    read: Counter[tuple[str, str, int]] = Counter()
    for e in intake.rows:
        kind = "events" if e.measure == "events.count" else "deaths"
        read[(kind, dict(e.dimensions).get("population", ""), e.period.start.year)] += int(e.value)
    assert {key: value for key, value in read.items() if value} == {key: value for key, value in plain.items() if value}
    assert sum(n for (what, _, _), n in plain.items() if what == "events") == 2989
    assert {year for _, _, year in read} == set(range(2014, 2022))
    assert intake.skipped == ()
