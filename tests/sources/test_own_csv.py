"""A series that anyone brings."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from dateline.ledgers.producers import Producers
from dateline.records.entry import Entry
from dateline.sources import own_csv
from dateline.sources.description import describe
from dateline.sources.intake import Intake, SourceError
from dateline.theatres import loader

ROOT = Path(__file__).parents[2]
HEAD = "producer,measure,start,end,value,low,high,place,known_at"


def read(folder: Path, *lines: str, head: str = HEAD) -> Intake[Entry]:
    path = folder / "own.csv"
    path.write_text("\n".join((head, *lines)) + "\n", encoding="utf-8")
    return own_csv.read(path)


def test_the_example_of_the_documents_is_read_whole() -> None:
    intake = own_csv.read(ROOT / "examples" / "own-series.csv")
    assert (intake.skipped, intake.notices, len(intake.rows)) == ((), (), 5)
    march, april = (e for e in intake.rows if e.producer == "river_gazette" and e.dimensions == (("weapon", "drone"),))
    assert (march.value, march.low, march.high, march.place, march.unit) == (140, 130, 155, "UA-63", "weapons")
    assert march.period == april.period.moved(-31, -30)
    assert (april.period.granularity, april.known_at, april.known) == ("month", date(2025, 5, 3), "recorded")


def test_a_range_gives_bounds_and_no_date_of_publication_is_inferred() -> None:
    intake = own_csv.read(ROOT / "examples" / "own-series.csv")
    (april,) = (e for e in intake.rows if e.original_value == "180-200")
    assert (april.value, april.low, april.high, april.place) == (190, 180, 200, "UA")
    assert (april.known_at, april.known, april.dimensions) == (date(2025, 5, 1), "inferred", ())


def test_the_documents_list_every_column_and_no_other() -> None:
    text = (ROOT / "docs" / "reference" / "own-csv.md").read_text(encoding="utf-8").partition("| measure |")[0]
    rows = [line for line in text.splitlines() if line.startswith("| `")]
    documented = {name for row in rows for name in re.findall(r"`(\w+)`", row.split("|")[1])}
    required = {name for row in rows if row.split("|")[2].strip() == "yes"
                for name in re.findall(r"`(\w+)`", row.split("|")[1])}  # fmt: skip
    stated = describe("own_csv")
    assert required == set(stated.consumed)
    assert documented == {*stated.consumed, *stated.extra["optional"]}


def test_a_producer_that_no_theatre_declares_is_of_unknown_standing() -> None:
    producers = Producers.read(loader.load("ukraine").folder / "producers.yml")
    assert "river_gazette" not in producers
    assert producers["river_gazette"].standing == "unknown"


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("Me & Co,casualties.killed,2025-03,2025-03,7,,,,", "producer is 'Me & Co'"),
        ("me,casualties.eaten,2025-03,2025-03,7,,,,", "'casualties.eaten' is no measure"),
        ("me,casualties.killed,2025-04,2025-03,7,,,,", "before it starts"),
        ("me,casualties.killed,2025-03,2199-03,7,,,,", "not come yet"),
        ("me,casualties.killed,1825-03,1825-03,7,,,,", "before this source begins"),
        ("me,casualties.killed,03/2025,03/2025,7,,,,", "not a date"),
        ("me,casualties.killed,2025-03,2025-03,-7,,,,", "less than nothing"),
        ("me,casualties.killed,2025-03,2025-03,nan,,,,", "not an amount"),
        ("me,casualties.killed,2025-03,2025-03,,,,,", "not an amount"),
        ("me,casualties.killed,2025-03,2025-03,7,8,9,,", "does not lie between"),
        ("me,casualties.killed,2025-03,2025-03,7,,,Atlantis,", "place is 'Atlantis'"),
        ("me,casualties.killed,2025-03,2025-03,7,,,,2199-01-01", "not come yet"),
        ("me,casualties.killed,2025-03,2025-03,999999999999,,,,", "10 times what is expected"),
        ("me,casualties.killed,2025-01,2025-01,8,,,,", "says the same as line 2"),
    ],
)
def test_a_row_that_cannot_be_is_put_aside_by_its_line(line: str, why: str, tmp_path: Path) -> None:
    intake = read(tmp_path, "me,casualties.killed,2025-01,2025-01,5,,,,", line)
    assert [e.value for e in intake.rows] == [5]
    assert [item.what for item in intake.skipped] == ["own.csv line 3"]
    assert why in intake.skipped[0].why


def test_a_revision_with_its_own_date_is_kept_beside_the_first(tmp_path: Path) -> None:
    intake = read(tmp_path, "me,casualties.killed,2025-01,2025-01,5,,,,2025-02-01",
                  "me,casualties.killed,2025-01,2025-01,6,,,,2025-03-01")  # fmt: skip
    assert [(e.value, e.known_at.month) for e in intake.rows] == [(5, 2), (6, 3)]


def test_net_change_may_be_negative_and_an_area_may_not(tmp_path: Path) -> None:
    intake = read(
        tmp_path, "me,territory.net_change,2025-01,2025-01,-5,,,,", "me,territory.held,2025-01,2025-01,-5,,,,"
    )
    assert [(e.measure, e.value) for e in intake.rows] == [("territory.net_change", -5)]


def test_a_measure_that_the_caller_names_is_known(tmp_path: Path) -> None:
    path = tmp_path / "own.csv"
    path.write_text(f"{HEAD}\nme,hospitals.hit,2025-01,2025-01,5,,,,\n", encoding="utf-8")
    assert [e.value for e in own_csv.read(path, measures=("hospitals.hit",)).rows] == [5]


def test_a_file_without_one_row_to_read_is_refused_with_the_first_reason(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match=r"no row can be read; own.csv line 2: .*not a date"):
        read(tmp_path, "me,casualties.killed,x,y,5,,,,")


def test_a_column_that_is_no_dimension_is_named(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="'My Weapon' is no column"):
        read(tmp_path, "me,casualties.killed,2025,2025,5,,,,,x", head=f"{HEAD},My Weapon")
