"""The verdict table of product.md, row by row, on readings made by hand."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from dateline.checking.policy import Case, Weighed, judge
from dateline.records.finding import Reading

DAY = date(2025, 5, 30)
MAP = Reading("map", "net", None, DAY, "inferred", 100.0, True, False, standing="independent", rows=2)
OTHER = replace(MAP, producer="other", independent=True)
PARTY = replace(MAP, producer="party", standing="party")
LOWER = replace(MAP, producer="un", bound="lower")


def weighed(reading, within=True, distance=0.5, larger=False, **more):
    made = replace(reading, within=within)
    return Weighed(made, reading.producer, 0.0 if within else distance, claim_larger=larger, **more)


def verdict(*readings, **more):
    return judge(Case("level", readings, **more)).verdict


def test_a_plan_is_not_checkable_whatever_the_readings():
    ruling = judge(Case("plan", (weighed(MAP),)))
    assert (ruling.verdict, ruling.reason) == ("not_checkable", "plan")


def test_blocked_or_empty_is_unverified():
    assert judge(Case("level", (weighed(MAP),), blocked="gap")).reason == "gap"
    assert judge(Case("level")).reason == "no_ledger"


def test_a_match_holds_even_where_other_definitions_lie_outside():
    gross = replace(MAP, departs=("definition",))
    assert verdict(weighed(MAP), weighed(gross, within=False)) == "holds"


def test_the_named_producer_matches_and_an_independent_one_lies_outside():
    ruling = judge(Case("level", (weighed(MAP), weighed(OTHER, False)), relation="own", claimed_root="map"))
    assert (ruling.verdict, ruling.attribution) == ("disputed", "confirmed")
    assert ruling.against.producer == "other"


def test_a_party_outside_does_not_dispute_a_match():
    assert verdict(weighed(MAP), weighed(PARTY, False)) == "holds"


def test_only_a_departing_match_is_qualified_with_its_scope_named():
    scoped = replace(MAP, departs=("scope",))
    ruling = judge(Case("level", (weighed(scoped),)))
    assert (ruling.verdict, ruling.reason) == ("qualified", "scope")


def test_another_producers_number_is_misattributed():
    other = replace(OTHER, departs=("definition",))
    case = Case("level", (weighed(MAP, False), weighed(other)), relation="own", claimed_root="map")
    assert judge(case).reason == "misattributed"


def test_all_outside_and_covered_is_contradicted():
    assert verdict(weighed(MAP, False)) == "contradicted"
    assert verdict(weighed(MAP, False), whole=False) == "unverified"


def test_what_someone_without_an_entry_said_is_never_contradicted():
    ruling = judge(Case("level", (weighed(MAP, False),), relation="elsewhere", claimed_root="putin"))
    assert (ruling.verdict, ruling.attribution) == ("disputed", "not_found")


@pytest.mark.parametrize(
    ("larger", "relation", "expected"),
    [(True, "none", "disputed"), (False, "none", "contradicted"), (True, "own", "contradicted")],
)
def test_a_lower_bound_refutes_smaller_figures_or_its_own(larger, relation, expected):
    case = Case("level", (weighed(LOWER, False, larger=larger),), relation=relation, claimed_root="un")
    assert judge(case).verdict == expected


def test_what_a_party_published_now_and_then_is_not_all_that_it_said():
    published = replace(PARTY, basis="recorded", departs=("cut_off",))
    readings = (weighed(published, within=False), weighed(MAP, within=False))
    assert verdict(*readings, relation="own", claimed_root="party") == "disputed"
    assert verdict(*readings) == "contradicted"
    counted = (weighed(replace(PARTY, basis="computed"), within=False), weighed(MAP, within=False))
    assert verdict(*counted, relation="own", claimed_root="party") == "contradicted"


def test_a_party_refutes_only_beyond_the_size_of_its_revisions():
    assert verdict(weighed(PARTY, False, distance=0.04)) == "disputed"
    assert verdict(weighed(PARTY, False, distance=0.06)) == "contradicted"


def test_a_map_refutes_only_beyond_the_margin_of_maps():
    assert verdict(weighed(MAP, False, distance=0.4), margin=0.5) == "disputed"
    assert verdict(weighed(MAP, False, distance=0.6), margin=0.5) == "contradicted"


def test_open_rows_and_narrower_places_refute_nothing():
    assert verdict(weighed(MAP, False, open=True)) == "unverified"
    assert verdict(weighed(MAP, False), narrower=True) == "unverified"


def test_a_ceiling_refutes_only_larger_claims():
    assert verdict(weighed(MAP, False, larger=False, ceiling=True)) == "disputed"
    assert verdict(weighed(MAP, False, larger=True, ceiling=True)) == "contradicted"


def test_a_match_with_a_party_alone_says_so():
    assert judge(Case("level", (weighed(PARTY),))).independent_check == "party_only"
    assert (
        judge(Case("level", (weighed(OTHER),), relation="elsewhere", claimed_root="putin")).independent_check == "yes"
    )
    assert judge(Case("level", (weighed(MAP),), relation="own", claimed_root="map")).independent_check == "shared_root"
