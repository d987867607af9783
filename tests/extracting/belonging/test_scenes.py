"""Places of figures that name none themselves: what they are set beside, what "there" and "of which" point to."""

from __future__ import annotations

import pytest

from ..said import claims, elsewhere


@pytest.mark.parametrize(
    ("text", "start", "where"),
    [
        ("In Beni, 40 people were killed in May, twice as many as in April.", "twice", "Beni"),
        ("Clinics in Beni treated 300 wounded in May, against 210 in April.", "210", "Beni"),
        ("Admissions in Beni averaged 60 people a day, nearly double the rate of April.", "double", "Beni"),
        ("The militia entered Kosti on Sunday with 46 trucks.", "46", "Kosti"),
        ("The army holds 40 percent of Kosti City.", "40", "Kosti City"),
        ("Deaths rose to 900 in the quarter, and Kosti alone accounted for 312.", "312", "Kosti"),
        ("Deaths rose to 900 in the quarter, and Kosti alone accounted for 312.", "900", None),
        ("The militia killed 12 people at Kosti, Beni and Nabta.", "12", None),
        ("The militia fired eight missiles at Kosti, Beni and Nabta.", "eight", None),
    ],
)
def test_where_no_ledger_answers(text: str, start: str, where: str | None) -> None:
    found = next(c for c in elsewhere(text) if start in c.quote.exact)
    assert (found.place.name if found.place else None) == where


@pytest.mark.parametrize(
    ("text", "start", "place"),
    [
        ("Russia took 43 square kilometers of Sumy region in March, compared with 95 in February.", "95", "UA-59"),
        ("Russia holds 78 percent of Donetsk region, of which Kyiv keeps 5,100 square kilometers.", "5,100", "UA-14"),
        ("Russia launched 40 drones at Odesa on June 3. Russia gained 12 square kilometers in May.", "12", None),
        ("Russia gained 120 square kilometers in August, against 95 in the whole country in July.", "95", None),
        ("According to Kyiv, Russia took 120 square kilometers in August.", "120", None),
    ],
)
def test_where_ledgers_answer(text: str, start: str, place: str | None) -> None:
    found = next(c for c in claims(text) if start in c.quote.exact)
    assert (found.place.id if found.place else None) in (place, "UA" if place is None else place)
    assert place is None or found.inherited


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("A drone killed two people in Luhansk on June 3.", "UA-09"),
        ("A drone killed two people in the city of Donetsk on June 3.", "geonames:709717"),
        ("A drone killed two people in occupied Donetsk on June 3.", "geonames:709717"),
        ("A drone killed two people in Kyiv on June 3.", "UA-30"),
        ("A drone killed two people in Kyiv region on June 3.", "UA-32"),
    ],
)
def test_towns_that_stand_for_regions(text: str, place: str) -> None:
    found = next(c for c in claims(text) if "two" in c.quote.exact)
    assert found.place is not None and found.place.id == place


def test_carriers_of_people_are_no_people() -> None:
    found = claims("The enemy lost 32 armoured personnel carriers in May.")
    assert [(c.unit, (c.noun or "").split()[-1]) for c in found] == [(None, "carriers")]


def test_uncrewed_aircraft_are_drones() -> None:
    found = claims("Russia launched 40 uncrewed aerial systems on June 3.")
    assert [(c.unit, c.dimensions.get("weapon")) for c in found] == [("drones", "drone")]
