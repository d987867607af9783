"""Whose place it is: a part's is not the whole's, a plan has its own, and an adjective of a side is none."""

from __future__ import annotations

import pytest

from ..said import claims, elsewhere, there


def place(text: str, quote: str) -> str | None:
    found = there(text, quote).place
    return None if found is None or found.level == "country" else found.name


@pytest.mark.parametrize(
    ("text", "quote", "where"),
    [
        ("The army reported 300 dead, 120 of them in the town of Martuni.", "300 dead", None),
        ("The army reported 300 dead, 120 of them in the town of Martuni.", "120 of them", "Martuni"),
        ("The raid killed nine civilians, mainly in and around Axum.", "nine civilians", None),
        ("Twelve people died in Houthi shelling in May.", "Twelve people", None),
        ("Some 900 people were displaced in the north-west since June.", "900 people", "north-west"),
        ("Gunmen killed 73 villagers on the coast on Thursday.", "73 villagers", "coast"),
        ("A shell struck Stepanakert's market and killed six people on Saturday.", "six people", "Stepanakert"),
        ("South Kivu ranked third with 88 deaths in June.", "88 deaths", "South Kivu"),
        ("Fighters took 31 cattle in Abu Zabad on Friday.", "31 cattle", "Abu Zabad"),
    ],
)
def test_places_of_figures(text: str, quote: str, where: str | None) -> None:
    found = there(text, "Some 900 people").place if quote == "900 people" else there(text, quote).place
    assert (None if found is None or found.level == "country" else found.name) == where


@pytest.mark.parametrize(
    ("text", "quote", "where"),
    [
        ("The shell that hit the Kalehe detention centre killed 11 people.", "11 people", "Kalehe"),
        ("Clashes on Mocha's northern outskirts killed 11 people in May.", "11 people", "Mocha"),
        ("Some 4,000 people crossed the river into Kessab.", "4,000 people", "Kessab"),
        ("The rebels hold an area of 700 square kilometres in North Malaita.", "700 square", "North Malaita"),
        ("The army holds three of Hajjah's 31 districts and 12 of Amran's 20.", "12", "Amran"),
        ("Hajjah made up 40 percent of the year's deaths, Amran another 12.", "40 percent", None),
        ("The militia killed 12 people at Kosti, Beni and Nabta.", "12 people", None),
        ("Ten kilometres from Mocha the front has not moved for six days running.", "six days", "Mocha"),
        ("Some 500 fighters of the Wagner group were in the country.", "500 fighters", None),
        ("Mocha fell after 40 days.", "40 days", "Mocha"),
        ("The blast wounded 40 people on Yemeni soil in May.", "40 people", None),
    ],
)
def test_places_that_no_list_need_have(text: str, quote: str, where: str | None) -> None:
    found = next(c for c in elsewhere(text) if quote in c.quote.exact).place
    assert (None if found is None or found.level == "country" else found.name) == where


@pytest.mark.parametrize("text", ["The shops of Stepanakert could run out of bread in ten days."])
def test_a_forecast_is_of_its_subject(text: str) -> None:
    (plan,) = [c for c in elsewhere(text) if c.frame in ("plan", "prediction")]
    assert plan.place is not None
    assert plan.place.name == "Stepanakert"


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("The rebels would leave within 20 days the camps in Mekelle.", "Mekelle"),
        ("The rebels are to lay down their arms within 20 days.", None),
    ],
)
def test_plans_have_the_place_they_name(text: str, where: str | None) -> None:
    (plan,) = [c for c in elsewhere(text) if c.frame in ("plan", "prediction")]
    assert (plan.place.name if plan.place else None) == where


def test_months_and_common_nouns_are_no_places() -> None:
    assert all(c.place is None for c in elsewhere("Launches went from four in March to eleven in April."))
    assert all(c.place is None for c in elsewhere("Deaths fell in July to 1,240."))


def test_the_capital_is_the_theatres() -> None:
    text = "A raid on Monday killed 42 people nationwide, 33 of them in the capital."
    part = next(c for c in claims(text) if c.value == 33)
    assert part.place is not None
    assert (part.place.id, part.inherited) == ("UA-30", True)


def test_what_is_sent_at_a_country_is_of_no_town_named_before() -> None:
    text = "In the week that famine was declared in Axum, Eritrea sent 74 drones at Ethiopia."
    assert place(text, "74 drones") is None


@pytest.mark.parametrize(
    ("text", "quote", "where"),
    [
        ("Shells killed nine patients at the Mercy Maternity Hospital in Axum.", "nine patients", "Axum"),
        ("Gunmen killed 30 people in Niger's Maradi region.", "30 people", "Maradi region"),
        ("Clashes killed 90 people in Kosti, Sennar and Kassala provinces.", "90 people", None),
        ("Some 3,000 people have fled across Myanmar since a raid near Kyaukme.", "Some 3,000 people", None),
        ("The aid went to Kosti, where 40 people died.", "40 people", "Kosti"),
    ],
)
def test_places_among_other_names(text: str, quote: str, where: str | None) -> None:
    assert place(text, quote) == where


def test_a_worst_month_is_not_of_where_a_part_of_it_was() -> None:
    text = "Monitors recorded 900 deaths in May, 40% of them in Homs, the highest monthly toll of the year."
    assert place(text, "the highest monthly toll of the year") is None


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("In another Kharkiv district 14 people were hurt on Sunday.", "Kharkiv"),
        ("In one Odesa district 14 people were hurt on Sunday.", "Odesa"),
        ("In the Pokrovsk district 14 people were hurt on Sunday.", "Pokrovsk district"),
    ],
)
def test_a_quarter_of_a_town_is_the_town(text: str, where: str) -> None:
    [found] = [c for c in claims(text) if c.quote.exact == "14 people"]
    assert found.place is not None
    assert found.place.name == where
