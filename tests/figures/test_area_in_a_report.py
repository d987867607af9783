"""An agency's month of area in a report: another map-maker disputes it or bears it out, and never refutes it."""

from __future__ import annotations

import pytest

import dateline


@pytest.mark.parametrize(
    "text",
    [
        "Moscow's forces seized 507 square kilometers of Ukraine in May 2025, an AFP analysis of ISW data showed.",
        "In May 2025 Russia captured 507 square kilometers in Ukraine, AFP reported, citing the Institute for the "
        "Study of War.",
        "Russia gained 507 square kilometers of Ukrainian territory in May 2025.",
    ],
)
def test_the_agencys_month_is_not_refuted_by_another_map(text: str) -> None:
    checked = dateline.check(dateline.read(text, published="2025-07-10", theatre="ukraine"))
    (claim,) = (c for c in checked.claims if c.value == 507)
    assert claim.finding is not None
    assert claim.finding.verdict in ("holds", "disputed", "qualified")
    assert any(r.producer == "afp_isw" and r.value == 507 for r in claim.finding.readings)
