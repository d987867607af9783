"""The places file: known gaps filled, doubles kept, nothing that a report says of something else."""

import csv
from collections import defaultdict
from pathlib import Path

import pytest

import dateline.theatres

FILE = Path(dateline.theatres.__file__).parent / "ukraine" / "places.csv"
Row = dict[str, str]


@pytest.fixture(scope="module")
def rows() -> list[Row]:
    with FILE.open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def named(rows: list[Row], name: str) -> list[Row]:
    return [
        r
        for r in rows
        if r["level"] == "settlement" and name in (r["name"], *r["aliases"].split("|"), *r["former"].split("|"))
    ]


def test_the_country_and_its_27_regions_have_official_areas(rows: list[Row]) -> None:
    regions = {r["id"]: float(r["area_km2"]) for r in rows if r["level"] == "region"}
    (country,) = (r for r in rows if r["level"] == "country")
    assert (country["id"], float(country["area_km2"])) == ("UA", 603_628)
    assert len(regions) == 27
    assert sum(regions.values()) == pytest.approx(603_628, rel=0.0002)
    assert {r["parent"] for r in rows if r["level"] == "region"} == {"UA"}
    assert {r["parent"] for r in rows if r["level"] == "settlement"} <= set(regions)


@pytest.mark.parametrize(
    ("spelling", "name", "parent"),
    [
        ("Kiev", "Kyiv", "UA-30"), ("Kharkov", "Kharkiv", "UA-63"), ("Odessa", "Odesa", "UA-51"),
        ("Krasnoarmiisk", "Pokrovsk", "UA-14"), ("Chasov Yar", "Chasiv Yar", "UA-14"),
        ("Avdeevka", "Avdiivka", "UA-14"), ("Hulyaipole", "Huliaipole", "UA-23"), ("Robotyne", "Robotyne", "UA-23"),
        ("Volnovakha", "Volnovakha", "UA-14"), ("Vovchansk", "Vovchansk", "UA-63"),
    ],
)  # fmt: skip
def test_press_spellings_find_their_place(rows: list[Row], spelling: str, name: str, parent: str) -> None:
    assert (name, parent) in {(r["name"], r["parent"]) for r in named(rows, spelling)}


def test_an_ambiguous_name_looks_ambiguous(rows: list[Row]) -> None:
    assert len(named(rows, "Novopavlivka")) >= 3
    assert {r["parent"] for r in named(rows, "Artemivsk")} == {"UA-09", "UA-14"}


def test_ids_are_unique_and_the_file_small(rows: list[Row]) -> None:
    assert len({r["id"] for r in rows}) == len(rows)
    assert FILE.stat().st_size <= 600_000


def test_aliases_are_latin_and_not_short_nor_words(rows: list[Row]) -> None:
    words = {"bar", "sad", "hat", "lazy", "smile", "chop", "luck", "human", "shack", "spat", "vladimir", "shevchenko"}
    names = defaultdict(set)
    for row in rows:
        for name in filter(None, (row["name"], *row["aliases"].split("|"), *row["former"].split("|"))):
            names[name].add(row["id"])
    assert len(names) > 3000
    assert not [name for name in names if not name.isascii() or len(name) < 4]
    assert not words & {name.lower() for name in names}
