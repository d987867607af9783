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


@pytest.mark.parametrize(
    ("text", "start", "where"),
    [
        # what a country has is of the whole of it
        ("Half of Libya's oil goes out through Zawiya, the company said.", "Half", None),
        ("A fifth of Sudan's wheat is grown around Kosti.", "fifth", None),
        # "their town"
        ("Elders from Kosti told the court that a third of their town had burned.", "third", "Kosti"),
        ("The port of Mocha feeds the coast; 80,000 of the town's 95,000 people could go hungry.", "80,000", "Mocha"),
        # what is only neared
        (
            "Rebels took four camps in Kassala and their advance has slowed as it nears the town of Kosti.",
            "slowed",
            "Kassala",
        ),
        # all that happened in a stretch of time
        ("The blast at the Kosti market killed 31 and took the year's toll to 640.", "31", "Kosti"),
        ("The blast at the Kosti market killed 31 and took the year's toll to 640.", "640", None),
        ("Shelling of Mocha left nine dead and lifted the number of dead since the truce to 77.", "77", None),
        ("A raid near Kosti more than doubled the month's toll to 88.", "more than doubled", None),
        # a clause, and a speaker, of its own
        ("The count rose by 12 to 9,811, and the clinic in Zawiya had buried 40.", "9,811", None),
        ("The rebels admit to 300 dead and the UN can confirm only 90 for Kosti.", "300 dead", None),
        ("The rebels admit to 300 dead and the UN can confirm only 90 for Kosti.", "90", "Kosti"),
        # what could happen to it, and what stands there
        ("As many as 90,000 people could flee, should the army storm Kosti.", "90,000", "Kosti"),
        ("Wad Madani's three hospitals changed hands for the second time in a year.", "second time", "Wad Madani"),
        ("Tarhuna still ranks second in landmine deaths.", "ranks second", "Tarhuna"),
        # where somebody sits
        ("Two in five want to leave, a poll for a Tel Aviv paper found, and 7 percent refused.", "7 percent", None),
    ],
)
def test_whose_the_figure_is(text: str, start: str, where: str | None) -> None:
    found = next(c for c in elsewhere(text) if start in c.quote.exact)
    assert ((found.place.name or None) if found.place else None) == where


def test_an_army_loses_on_its_whole_front() -> None:
    text = "Our units took two villages in the Sumy region, and the enemy has lost 1,100 men."
    assert [c.place.id if c.place else None for c in claims(text)] == ["UA-59", None]


def test_the_dead_of_another_country_named_right_before_are_none_of_this_war() -> None:
    text = "Guards saw the lorries leave Gaza, where more than 60,000 people have been killed, while Kyiv mourned."
    found = next(c for c in claims(text) if "60,000" in c.quote.exact)
    assert found.dimensions["elsewhere"] == "Gaza"
    assert found.place is not None
    assert found.place.name == "Gaza"
