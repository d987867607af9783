"""ACLED: the file of events that a user downloads, and the aggregate by region and month."""

from __future__ import annotations

import json
from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from dateline.records.entry import Entry
from dateline.sources import acled
from dateline.sources.intake import Intake, SourceError


@pytest.fixture(scope="module")
def events(twins: Path) -> Intake[Entry]:
    return acled.read(twins / "acled.csv")


@pytest.fixture(scope="module")
def months(twins: Path) -> Intake[Entry]:
    return acled.read(twins / "acled-regional.json")


def test_each_event_gives_a_count_and_its_deaths(events: Intake[Entry]) -> None:
    assert [(str(e.period), e.place, e.measure, e.value, dict(e.dimensions)["event"]) for e in events.rows] == [
        ("2031-05-01", "UA-14", "events.count", 1, "XXX1"),
        ("2031-05-01", "UA-14", "casualties.killed", 3, "XXX1"),
        ("2031-05-01", "UA-14", "events.count", 1, "XXX2"),
        ("2031-05-01", "UA-14", "casualties.killed", 0, "XXX2"),
        ("2031-05-02", "UA-63", "events.count", 1, "XXX3"),
        ("2031-05-02", "UA-63", "casualties.killed", 11, "XXX3"),
        ("2031-05-02", "UA-30", "events.count", 1, "XXX4"),
        ("2031-05-02", "UA-30", "casualties.killed", 0, "XXX4"),
        ("2031-05-03", "unassigned", "events.count", 1, "XXX5"),
        ("2031-05-03", "unassigned", "casualties.killed", 2, "XXX5"),
    ]
    assert {dict(e.dimensions)["kind"] for e in events.rows} == {"explosions/remote violence", "battles", "protests"}


def test_places_people_and_notes_stay_behind(events: Intake[Entry]) -> None:
    said = repr(events)
    assert not any(word in said for word in ("Sometown", "One side", "It was said", "48.1"))


def test_other_countries_are_counted_and_left(events: Intake[Entry]) -> None:
    assert [item.what for item in events.skipped] == ["acled.csv: 1 rows"]


def test_months_by_region_and_kind(months: Intake[Entry]) -> None:
    may = [e for e in months.rows if e.place == "UA-14" and e.period.start == date(2031, 5, 1)]
    assert [(e.measure, dict(e.dimensions), e.value, e.period.granularity) for e in may] == [
        ("casualties.killed", {"population": "all"}, 35, "month"),
        ("events.count", {"kind": "civilian targeting"}, 6, "month"),
        ("events.count", {"kind": "demonstrations"}, 0, "month"),
        ("events.count", {"kind": "political violence"}, 50, "month"),
    ]
    assert len({e.definition for e in may}) == 4
    assert {e.known_at for e in may} == {date(2031, 6, 7)}


def test_the_month_that_the_file_was_made_in_ends_on_that_day(months: Intake[Entry]) -> None:
    assert {str(e.period) for e in months.rows if e.period.start == date(2031, 6, 1)} == {"2031-06-01 to 2031-06-10"}


def test_a_spelling_without_the_word_for_a_region_is_known_and_the_seas_are_one_place(months: Intake[Entry]) -> None:
    assert {e.place for e in months.rows} == {"UA-14", "UA-35", "unassigned"}
    (seas,) = [e for e in months.rows if e.place == "unassigned" and e.measure == "casualties.killed"]
    assert (seas.value, seas.original_value, seas.note) == (6, "6", "Sea of Azov, Black Sea")


def test_an_event_that_stands_twice_is_read_once(twins: Path, tmp_path: Path) -> None:
    text = (twins / "acled.csv").read_text(encoding="utf-8")
    header, first = text.split("\n")[0], text.split("\n", 1)[1].split("\nXXX2")[0]
    (tmp_path / "x.csv").write_text(f"{header}\n{first}\n{first}\n", encoding="utf-8")
    intake = acled.read(tmp_path / "x.csv")
    assert len(intake.rows) == 2
    assert any("event XXX1 stands in line 2" in item.why for item in intake.skipped)


def test_another_theatre_has_none_of_it(twins: Path) -> None:
    with pytest.raises(SourceError, match="no event in Gaza"):
        acled.read(twins / "acled.csv", "gaza")


REAL = Path(__file__).parents[3] / "shared" / "data" / "events" / "acled-regional.json"


@pytest.mark.skipif(not REAL.is_file(), reason="the publishers' files (../shared/data) are not here")
def test_the_months_add_up_to_the_years_that_the_file_states() -> None:
    intake = acled.read(REAL)
    read: Counter[tuple[int, str]] = Counter()
    for e in intake.rows:
        read[(e.period.start.year, dict(e.dimensions).get("kind", "deaths"))] += int(e.value)
    fields = {"events": "political violence", "civilian": "civilian targeting", "demos": "demonstrations",
              "fatalities": "deaths"}  # fmt: skip
    stated = json.loads(REAL.read_text(encoding="utf-8"))["yearlyTotals"]
    years = [year for year in stated if int(year["year"]) >= 2022]
    assert len(years) == 5
    for year in years:
        for field, kind in fields.items():
            assert read[(int(year["year"]), kind)] == year[field]
    assert (intake.skipped, intake.notices) == ((), ())
