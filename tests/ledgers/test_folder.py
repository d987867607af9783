from __future__ import annotations

import time
from datetime import date
from pathlib import Path
from typing import get_args

import pytest

import dateline
from dateline.ledgers import MEASURES, load
from dateline.ledgers.borders import areas_km2
from dateline.ledgers.casualties import CasualtyLedger
from dateline.ledgers.folder import FAMILIES
from dateline.records.claim import Measure
from dateline.records.period import Period

THEATRE = Path(dateline.__file__).parent / "theatres" / "ukraine"


def test_every_family_of_the_theatre_reads_and_is_covered():
    covered = {coverage.ledger: coverage for coverage in load(THEATRE).coverage()}
    assert set(covered) == set(FAMILIES)
    assert all(coverage.start < coverage.end for coverage in covered.values())


def test_reading_all_ledgers_is_quick():
    begun = time.process_time()
    load(THEATRE).coverage()
    assert time.process_time() - begun < 0.45, "150 ms on the machine it was measured on"


def test_an_absent_family_is_said_and_not_fatal(theatre):
    ledgers = load(theatre)
    assert ledgers.available("territory")
    assert not ledgers.available("casualties")
    assert not ledgers.available("no_such_family")
    assert {coverage.ledger for coverage in ledgers.coverage()} == {"territory", "strikes"}


def test_every_measure_has_a_definition():
    assert set(MEASURES.ids()) == set(get_args(Measure))
    assert all(MEASURES[measure].definition and MEASURES[measure].unit for measure in MEASURES.ids())


def test_every_producer_in_the_ledgers_is_declared():
    ledgers = load(THEATRE)
    used = {entry.producer for entry in (*ledgers.area_published.entries, *ledgers.casualties.entries)}
    undeclared = used - set(ledgers.producers.ids())
    assert not undeclared
    for producer in ledgers.producers.ids():
        declared = ledgers.producers[producer]
        assert declared.standing in ("independent", "aligned", "party", "unknown")
        assert declared.redistribute in ("rows", "figures", "none")
        assert not declared.ledgers or (declared.title and declared.url and declared.licence), producer


def test_roots_follow_derivation(theatre):
    producers = load(theatre).producers
    assert producers.root("afp_isw") == "isw"
    assert producers.root("somebody") == "somebody"
    assert producers.independent("deepstate", "afp_isw")
    assert not producers.independent("afp_isw", "isw")
    assert not producers.independent("deepstate", None), "an unknown claimant means no"
    assert not producers.independent("airforce", "isw")


@pytest.fixture(scope="module")
def casualties() -> CasualtyLedger:
    return load(THEATRE).casualties


def test_vintages_are_kept_and_seen_as_of_a_day(casualties):
    year = Period(date(2025, 1, 1), date(2026, 1, 1))
    assert [e.value for e in casualties.vintages("casualties.killed", year, date(2026, 1, 20))] == [2514]
    assert [e.value for e in casualties.vintages("casualties.killed", year, date(2026, 3, 5))] == [2526, 2514]


def test_one_month_has_many_vintages(casualties):
    march = Period.through(date(2022, 3, 1), date(2022, 3, 31))
    values = [e.value for e in casualties.vintages("casualties.killed", march, date(2026, 1, 1))]
    assert values == [4289, 4154, 4118, 4094, 3951, 3378]


def test_a_count_so_far_is_not_the_month(casualties):
    july = Period.through(date(2025, 7, 1), date(2025, 7, 31))
    assert 139 not in [e.value for e in casualties.vintages("casualties.killed", july, date(2026, 1, 1))]


def test_drawn_areas_are_near_the_official_ones():
    drawn = areas_km2(THEATRE / "regions.json")
    assert drawn["UA-14"] == pytest.approx(26517, rel=0.03)
    assert areas_km2(THEATRE / "no_such.json") == {}
