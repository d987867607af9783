"""The world's places: small, quick to read, and what the press calls them."""

from __future__ import annotations

import subprocess
import sys

import pytest

from dateline.gazetteer.world import FOLDER, world


@pytest.mark.parametrize(
    ("name", "kind", "code"),
    [
        ("Georgia", "country", "GE"), ("Georgia", "region", "US-GA"), ("U.S.", "country", "US"),
        ("Ga.", "region", "US-GA"),
        ("Britain", "country", "GB"), ("Quebec", "region", "CA:Quebec"), ("Crimea", "region", "UA-43"),
        ("Kiev", "town", "geonames:703448"), ("Cook County", "county", "fips:17031"), ("Dutch", "people", "NL"),
        ("St. Petersburg", "town", "geonames:498817"), ("Donbas", "area", "x-donbas"),
    ],
)  # fmt: skip
def test_names_of_the_press(name: str, kind: str, code: str) -> None:
    assert (kind, code) in {(s.kind, s.id) for s in world().senses(name)}


def test_crimea_is_of_ukraine() -> None:
    assert {s.parent for name in ("Crimea", "Sevastopol", "Simferopol") for s in world().senses(name)} == {"UA"}


def test_each_sense_once_and_the_largest_town_first() -> None:
    senses = world().senses("Paris")
    assert len(set(senses)) == len(senses)
    towns = [s.population for s in senses if s.kind == "town"]
    assert towns == sorted(towns, reverse=True)


def test_no_such_name() -> None:
    assert world().senses("Nowhere-upon-Nothing") == ()


def test_the_file_is_small() -> None:
    assert (FOLDER / "world.z").stat().st_size <= 1_000_000


def test_nothing_is_read_before_it_is_needed() -> None:
    code = "import dateline.desk, dateline.gazetteer.world as w; print(w.world.cache_info().currsize)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "0"
