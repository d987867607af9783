"""Parts and wholes, from claims to findings."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from dateline.checking import check_claims
from dateline.records.period import Period
from dateline.records.place import Place


def test_a_part_in_a_region_is_of_that_region_and_not_of_the_country(claim, context):
    region = Place("Zaporizhzhia", "UA-23", "region")
    november = Period.through(date(2025, 11, 1), date(2025, 11, 30), "month")
    whole = claim("level", "territory.net_change", 483.0, unit="km2", period=november)
    part = replace(claim("part_of", "territory.net_change", 183.0, unit="km2", period=november, place=region),
                   id="c2", anchor=whole.id)  # fmt: skip
    found = check_claims([whole, part], context("2025-12-03"))
    assert found[1].finding.verdict != "contradicted"
    assert found[1].finding.computed is None or found[1].finding.computed < 300
