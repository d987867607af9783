"""What is counted where its noun is vague or stands elsewhere: records, runs and parts of a toll, and of things."""

from __future__ import annotations

import pytest

from extracting.said import elsewhere, expect, the, there

KILLED, INJURED = "casualties.killed", "casualties.injured"


@pytest.mark.parametrize(
    ("text", "quote", "measure"),
    [
        ("Shelling killed at least 60 people before dawn, the highest number in a single day since May.",
         "the highest number in a single day since May", KILLED),
        ("In May 300 soldiers of the valley were killed, the heaviest losses since 1994.",
         "the heaviest losses since 1994", KILLED),
        ("The killing of a dozen people on Friday was the third-worst breach since the truce began.",
         "third-worst breach since the truce began", KILLED),
        ("The toll has doubled in a year, and the pace, at over 40 a day, is the fastest since January.",
         "the fastest since January", KILLED),
        ("The raid killed 53 people, the deadliest attack on civilians since March, according to the UN mission.",
         "the deadliest attack on civilians since March", KILLED),
        ("Deaths came to 90 in May, when the number fell for the third consecutive month.",
         "for the third consecutive month", KILLED),
        ("Civilian deaths rose to 90 in May, and those by mines rose for the fifth month in a row.",
         "for the fifth month in a row", KILLED),
        ("No nurse was reported killed in May, for the first time since the coup.",
         "for the first time since the coup", KILLED),
        ("Monitors recorded 30 drone strikes in May, the lowest figure since March.",
         "the lowest figure since March", "events.count"),
        ("Monitors logged 212 battles with at least one death in May, the lowest count since March.",
         "the lowest count since March", "events.count"),
        ("The troops took 30 villages in May, and the pace is the fastest since January.",
         "the fastest since January", "territory.net_change"),
    ],
)  # fmt: skip
def test_what_a_record_or_a_run_is_of(text: str, quote: str, measure: str) -> None:
    expect(there(text, quote), measure=measure)


@pytest.mark.parametrize(
    ("text", "quote", "fields"),
    [
        ("The shelling left 40 Chadian soldiers dead.", "40 Chadian soldiers dead", {"measure": KILLED}),
        ("Our troops left 40 rebels dead.", "40 rebels dead", {"measure": None}),
        ("N'Djamena put its own losses at 21 servicemen.", "21 servicemen", {"measure": KILLED}),
        ("Our forces eliminated 63 members of the terrorist militia.", "63 members",
         {"measure": None, "unit": "people"}),
        ("The club has 63 members of note.", "63 members", {"unit": None}),
        ("In that winter 400,000 fled or were driven out.", "400,000", {"measure": None, "unit": "people"}),
        ("The Office recorded 90 civilian deaths in May, among them 12 children, and 130 civilians injured.",
         "130 civilians injured", {"frame": "level", "measure": INJURED}),
        ("The Office recorded 90 civilian deaths in May, among them 12 children and 30 women.", "30 women",
         {"frame": "part_of", "measure": KILLED}),
        ("Monitors verified 19 attacks on clinics in May. Of those, 11 hit maternity wards.", "11",
         {"frame": "part_of", "noun": "attacks"}),
        ("The office verified 55 violations in May; the militia was behind 31 of them.", "31 of them",
         {"frame": "part_of", "noun": "violations"}),
        ("The rebels control an area of about 5,800 square kilometres.", "about 5,800 square kilometres",
         {"measure": "territory.held"}),
        ("The province has an area of about 5,800 square kilometres.", "about 5,800 square kilometres",
         {"measure": None}),
    ],
)  # fmt: skip
def test_what_a_figure_counts(text: str, quote: str, fields: dict[str, str | None]) -> None:
    expect(there(text, quote), **fields)


@pytest.mark.parametrize(
    ("text", "quote", "fields"),
    [
        ("On average 90 people were killed each day in May, against 61 in April.", "61",
         {"frame": "rate", "unit": "people/day"}),
        ("In May 90 people were killed, against 61 in April.", "61", {"frame": "level", "unit": "people"}),
        ("Exports fell below 100,000 barrels a day in May from 1.2 million in April.", "1.2 million",
         {"frame": "rate", "unit": "barrels/day"}),
        ("The families live on 9 litres of water a head a day.", "9 litres of water a head a day",
         {"frame": "rate", "unit": "litres/day"}),
        ("The army holds all but two districts of the region.", "two districts", {"frame": "part_of"}),
    ],
)  # fmt: skip
def test_rates_and_parts(text: str, quote: str, fields: dict[str, str]) -> None:
    expect(there(text, quote), **fields)


@pytest.mark.parametrize(
    ("text", "quote", "fields"),
    [
        ("By morning 94 drones out of 151 had been shot down.", "94 drones", {"frame": "part_of"}),
        ("Shot down were 341 targets, among them 315 drones and 13 of 15 Kh-101 cruise missiles.",
         "15 Kh-101 cruise missiles", {"frame": "level", "measure": "strikes.launched"}),
        ("Russia launched 96 drones in August; 81 of them, more than four in five, were shot down.",
         "more than four in five", {"measure": "strikes.intercepted", "weapon": "drone", "inherited": True}),
        ("Crews stopped only a fifth of the missiles, though nine in ten of the drones, that flew in on Friday.",
         "nine in ten of the drones", {"measure": "strikes.intercepted"}),
        ("The two regions had 49 per cent of the month's civilian deaths.", "49 per cent",
         {"measure": "casualties.killed", "population": "civilians"}),
        ("Russia holds a fifth of the country's coal.", "a fifth", {"measure": None}),
        ("Russia holds a fifth of the country's territory.", "a fifth", {"measure": "territory.held"}),
    ],
)  # fmt: skip
def test_shares_and_parts_in_ukraine(text: str, quote: str, fields: dict[str, object]) -> None:
    expect(the(text, quote), **fields)


@pytest.mark.parametrize(
    ("text", "measure", "victim"),
    [
        ("The raid killed 32 people, most of them children, in May.", KILLED, None),
        ("It names 32 dead and 159 hurt, most of them bystanders.", "casualties.injured", "both"),
        ("Shells left nine dead and 40 injured, two thirds of them pupils.", "casualties.injured", "both"),
        ("Shells left nine dead. Clinics treated 40 injured, two thirds of them pupils.", "casualties.injured", None),
    ],
)
def test_a_share_of_them_is_of_the_figures_before(text: str, measure: str, victim: str | None) -> None:
    (share,) = [c for c in elsewhere(text) if c.frame == "share"]
    assert (share.measure, share.dimensions.get("victim")) == (measure, victim)


def test_most_of_them_is_more_than_half() -> None:
    found = there("The raid killed 32 people, most of them children, in May.", "most")
    expect(found, frame="share", value=50.0, comparator="gt")


@pytest.mark.parametrize(
    ("text", "quote", "measure"),
    [
        ("The toll crossed 9,000 on Friday, the doctors said.", "9,000", KILLED),
        ("By noon 1,200 refugees had crossed into Chad.", "1,200 refugees", None),
        ("A mortar shell martyred four of our men on Sunday.", "four of our men", KILLED),
        ("Some 30 of our soldiers have fallen in this campaign.", "30 of our soldiers", KILLED),
        ("The fire left two dead and 17 burned.", "17 burned", "casualties.injured"),
        ("The clinic named 90 civilian victims.", "90 civilian victims", None),
        ("Our brigade eliminated 300 militants and wounded 140.", "140", None),
        ("The garrison, 900 strong in June, gave up.", "900 strong", None),
        ("Of the dead, 17 had fled in March.", "17", KILLED),
    ],
)
def test_harm_that_is_told_in_other_words(text: str, quote: str, measure: str | None) -> None:
    found = next(c for c in elsewhere(text) if quote in c.quote.exact)
    assert (found.unit, found.measure) == ("people", measure)


def test_most_of_what_is_no_people_is_no_share_of_a_toll() -> None:
    assert all(c.frame != "share" for c in elsewhere("The army took 40 villages, most of them ruins."))
