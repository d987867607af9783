"""Tolls as claims: harm, group, part, cause, rate, place and period, in sentences written for these tests."""

from __future__ import annotations

import pytest

from dateline.extracting.document import extract

from ..said import UKRAINE, claims, elsewhere, expect, gaza, report, the, there

KILLED, INJURED = "casualties.killed", "casualties.injured"

HARM = [
    ("A mortar left six dead and thirty-four hurt in Kosti.", "six dead", KILLED),
    ("A mortar left six dead and thirty-four hurt in Kosti.", "thirty-four hurt", INJURED),
    ("The flood of shells cost the lives of nine millers.", "nine millers", KILLED),
    ("Riders shot dead 23 villagers near Bunda.", "23 villagers", KILLED),
    ("At least 180 people were massacred in two hamlets.", "At least 180 people", KILLED),
    ("Thirty passengers perished when a bus struck a mine.", "Thirty passengers", KILLED),
    ("More than 4,300 lives were lost in June.", "More than 4,300 lives", KILLED),
    ("The mine maimed 20 herders in May.", "20 herders", INJURED),
    ("The number of dead in the valley rose to 112.", "112", KILLED),
    ("The blast brought to 1,250 the number of people killed there.", "1,250", KILLED),
    ("The ministry put the dead at 214 and the wounded at 903.", "214", KILLED),
    ("The ministry put the dead at 214 and the wounded at 903.", "903", INJURED),
    ("On Monday three cyclists were killed.", "three cyclists", KILLED),
    ("One guard was killed and two others were wounded.", "two others", INJURED),
    ("The hamlet lost 21 people in May.", "21 people", KILLED),
    ("Monday's death toll, 14, was the lowest of all.", "14", KILLED),
    ("In March the number of people injured in Zamar, 287, exceeded that of those killed.", "287", INJURED),
    ("Its death toll of 1,338 made it the bloodiest month.", "1,338", KILLED),
    ("Deaths in the valley have passed 40,000.", "passed 40,000", KILLED),
    ("Injuries: 107,713.", "107,713", INJURED),
    ("In May 300 soldiers were killed.", "300 soldiers", KILLED),
    ("Nine Kenyan peacekeepers have died in Zamar, Nairobi said.", "Nine Kenyan peacekeepers", KILLED),
    ("The alliance lost 655 fighters, its spokesman said.", "655 fighters", KILLED),
    ("Between May and June 412 fighters on both sides died.", "412 fighters", KILLED),
    ("More than 200 government soldiers and 90 civilians were killed.", "More than 200 government soldiers", KILLED),
    ("Gunmen killed 14 soldiers in an ambush, the army said.", "14 soldiers", KILLED),
    ("An ambush near Zamar killed 12 soldiers.", "12 soldiers", KILLED),
    ("The ministry said 140 troops had been wounded.", "140 troops", INJURED),
    ("Hospitals in Zamar have received 900 bodies since May.", "900 bodies", KILLED),
]  # fmt: skip


@pytest.mark.parametrize(("text", "quote", "measure"), HARM)
def test_harm_in_all_its_forms(text: str, quote: str, measure: str) -> None:
    expect(there(text, quote), frame="level", measure=measure, unit="people")


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("In May the army killed 300 rebels.", "300 rebels"),
        ("In May 300 militants were killed.", "300 militants"),
        ("In May 300 rebels were killed, the army said.", "300 rebels"),
        ("The enemy has lost 300 soldiers.", "300 soldiers"),
        ("The brigade claimed that 40 soldiers had been killed.", "40 soldiers"),
        ("Our gunners eliminated 60 soldiers in May.", "60 soldiers"),
        ("Fourteen bodies were pulled from the ruins of a bakery.", "Fourteen bodies"),
        ("At least 200 people are missing.", "At least 200 people"),
        ("The raid killed 12 and drove 14,000 people from the valley.", "14,000 people"),
        ("In May 40 prisoners were freed.", "40 prisoners"),
        ("Volunteers rescued 600 people in May.", "600 people"),
        ("In May 75 hostages, taken in the massacre of Kosti, came home.", "75 hostages"),
        ("The doctors saved 40 lives.", "40 lives"),
        ("Hospitals took in the bodies of 32 people and 250 injured.", "32 people"),
    ],
)
def test_no_toll_of_the_killed(text: str, quote: str) -> None:
    expect(there(text, quote), measure=None, unit="prisoners" if "prisoners" in quote else "people")


@pytest.mark.parametrize(
    "text",
    [
        "Two nurses said so.",
        "Shells fell all night, according to three residents.",
        "Some 40 cows were killed.",
        "The youngest of them was 3.",
        "One child in 50 has been killed.",
        "One in five of the valley's people lives in a tent.",
    ],
)
def test_no_victims(text: str) -> None:
    assert not [c for c in elsewhere(text) if (c.measure or "").startswith("casualties")]


PARTS = [
    ("The raid killed 18 people, among them four pupils.", "four pupils", KILLED, "pupils"),
    ("The raid killed 18 and wounded more than 70, among them four pupils.", "four pupils", INJURED, "pupils"),
    ("The raid killed 18 people, nine of them women.", "nine of them women", KILLED, "women"),
    ("The raid killed 18 people, including seven women and two children.", "two children", KILLED, "children"),
    ("In May, 18 people died, 11 of them in Kosti.", "11 of them", KILLED, "a part of them"),
    ("In May 12,300 deaths were recorded, of which 640 were children.", "640 were children", KILLED, "children"),
    ("In May, 18 were killed and 40 wounded; of those killed, 12 were women.", "12 were women", KILLED, "women"),
    ("Of the 96 killed in May, 31 were women and 22 were minors.", "22 were minors", KILLED, "minors"),
    ("The raid killed 18 people. The dead included four reporters.", "four reporters", KILLED, "reporters"),
    ("The raid killed 18 people. Five were children.", "Five were children", KILLED, "children"),
    ("The 12 dead in the strike include a mother and her six children.", "six children", KILLED, "children"),
    ("Two nurses and three cooks were among the 18 people killed.", "Two nurses", KILLED, "nurses"),
    ("In May 1,900 were hurt, 40 of whom have since died.", "40 of whom", KILLED, "a part of them"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "quote", "measure", "subset"), PARTS)
def test_parts_take_the_harm_of_their_whole(text: str, quote: str, measure: str, subset: str) -> None:
    expect(there(text, quote), frame="part_of", measure=measure, subset=subset)


def test_a_part_has_its_whole_as_anchor_with_its_period_and_place() -> None:
    text = "On May 4 shells killed 18 people in Kosti. Seven of them were children."
    read = elsewhere(text)
    assert [c.quote.exact for c in read] == ["18 people", "Seven of them"]
    expect(read[1], frame="part_of", anchor=read[0].id, period="2025-05-04", where="Kosti")


@pytest.mark.parametrize(
    "text",
    [
        "In May 12,600 people were killed, among them 640 children, and 29,300 were injured.",
        "Among those killed in May were 12 children; 29,300 people were injured.",
        "The best estimate of those injured in May is 29,300 people.",
    ],
)
def test_a_second_toll_is_no_part(text: str) -> None:
    found = [c for c in elsewhere(text) if c.value == 29300.0]
    assert [(c.frame, c.measure, c.dimensions.get("subset")) for c in found] == [("level", INJURED, None)]


@pytest.mark.parametrize(
    ("text", "quote", "fields"),
    [
        ("In July, drones killed 67 civilians.", "67 civilians", {"cause": "drones", "population": "civilians"}),
        ("In July, 67 civilians died from shelling.", "67 civilians", {"cause": "shelling"}),
        ("In July, an attack on a market killed 31 people.", "31 people", {"cause": "attack"}),
        ("Russian attacks killed 286 civilians in July.", "286 civilians", {"cause": None}),
        ("In July, 12 children were killed.", "12 children", {"subset": "children"}),
        ("In July 60 people were killed in Gaza.", "60 people", {"elsewhere": "Gaza"}),
        ("Since July 286 people have been killed.", "286 people", {"until": "report"}),
        ("In July, 24 children were killed, about one a day.", "about one a day", {"subset": "children"}),
        ("The first civilian in the post said 1.2 million people had fled.", "1.2 million people",
         {"population": None}),
    ],
)  # fmt: skip
def test_what_a_toll_is_limited_to(text: str, quote: str, fields: dict[str, str | None]) -> None:
    expect(the(text, quote), **fields)


@pytest.mark.parametrize(
    "text",
    ["Russia lost 1,200 men in July.", "In July Russia suffered 31,000 casualties.", "Some 900 Russian dead in July."],
)
def test_the_attackers_losses_are_of_no_ledger(text: str) -> None:
    assert [c.measure for c in claims(text)] == [None]


@pytest.mark.parametrize(
    ("text", "quote", "fields"),
    [
        ("On average, 16 people died a day in May.", "16 people died a day", {"unit": "people/day"}),
        ("On average, 16 people died a day in May.", "16 people died a day", {"comparator": "eq"}),
        ("Deaths rose from 30 to 50 a day in May.", "30", {"unit": "people/day"}),
        ("A monthly average of 140 people were killed.", "140 people killed", None),
        ("In 2024, 812 people were killed, up from 613 a year earlier.", "613", {"unit": "people", "frame": "level"}),
    ],
)
def test_rates_of_tolls(text: str, quote: str, fields: dict[str, str] | None) -> None:
    if fields is None:
        assert [(c.frame, c.unit) for c in elsewhere(text)] == [("rate", "people/month")]
        return
    expect(there(text, quote), **fields)


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("At least 57 people were killed when drones struck a market in Kosti on Friday.", "Kosti"),
        ("In Beni, 34 people died.", "Beni"),
        ("Some 65 died in the capital, Zamar, and others fled.", "Zamar"),
        ("A raid on the southern Zamari town of Nabta killed five people.", "Nabta"),
        ("A raid on al-Qasr refugee camp killed five people.", "al-Qasr"),
        ("Five people were killed in eastern Zamar.", "eastern Zamar"),
        ("Five people were killed in May.", None),
        ("Five people were killed in Sudan.", "Sudan"),
        ("Five people were killed in Kosti in Sudan.", "Kosti"),
        ("In Kosti, the army said, five people were killed across the country.", None),
    ],
)
def test_where_there_is_no_gazetteer_a_name_behind_a_preposition_is_a_place(text: str, where: str | None) -> None:
    found = [c for c in elsewhere(text) if (c.measure or "").startswith("casualties")]
    assert len(found) == 1
    expect(found[0], where=where)


def test_each_toll_of_a_list_has_its_own_place() -> None:
    read = elsewhere("Shells killed 40 people in Beni, 12 in Kosti and three in Zamar on Friday.")
    assert [(c.value, c.place and c.place.name) for c in read] == [(40.0, "Beni"), (12.0, "Kosti"), (3.0, "Zamar")]


PERIODS = [
    ("As of 30 June, the mission had verified 12,340 deaths since 24 February 2022.", "12,340 deaths",
     "2022-02-24 to 2025-06-30"),
    ("Since the fighting erupted on April 15, 900 people have died.", "900 people", "2025-04-15 to 2025-09-02"),
    ("Since the truce of August 10, 93 people have been killed.", "93 people", "2025-08-10 to 2025-09-02"),
    ("In the two weeks to May 4, 71 people were killed.", "71 people", "2025-04-21 to 2025-05-04"),
    ("Thirteen people have died there in a week.", "Thirteen people", "2025-08-27 to 2025-09-02"),
    ("The toll from Monday's raid climbed to 48.", "48", "2025-09-01"),
    ("Since May 900 people have died, while the ministry counted 773 dead by June 30.", "773 dead",
     "2025-05-01 to 2025-06-30"),
    ("Shells killed 319 people between 9 and 21 July, including 19 children, the worst toll since 2021.",
     "19 children", "2025-07-09 to 2025-07-21"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "quote", "period"), PERIODS)
def test_when_a_toll_is_of(text: str, quote: str, period: str) -> None:
    expect(there(text, quote), period=period)


def test_a_toll_up_to_a_day_runs_from_the_wars_start_and_is_guessed() -> None:
    found = the("As of 30 June, the mission had verified 13,580 civilian deaths.", "13,580 civilian deaths")
    expect(found, period="2022-02-24 to 2025-06-30", inherited=True, until=None)


@pytest.mark.parametrize(
    ("text", "quote", "measure"),
    [
        ("In May 340 people were killed, some 40 percent of them children.", "some 40 percent", KILLED),
        ("Nearly 70 percent of the 340 dead were women.", "Nearly 70 percent", KILLED),
        ("Of the wounded, most walked; a third of the 90 wounded were boys.", "a third", INJURED),
        ("More than two in three victims were women.", "More than two in three", None),
    ],
)
def test_shares_of_the_victims(text: str, quote: str, measure: str | None) -> None:
    expect(there(text, quote), frame="share", measure=measure, of="whole", subset="a part of them")


def test_a_share_of_people_unharmed_has_no_measure() -> None:
    expect(there("Some 40 percent of the people fled.", "Some 40 percent"), measure=None)


def test_a_toll_of_another_war_is_not_carried_into_the_next_sentence() -> None:
    read = extract(report("In Gaza, 60 people were killed in July. The next month saw 90.", "2025-09-02"), UKRAINE)[0]
    assert read[0].dimensions["elsewhere"] == "Gaza"
    assert [c.measure for c in read[1:]] in ([], [None])


@pytest.mark.parametrize(
    ("text", "fields"),
    [
        ("Israeli raids killed 40 people on Monday.", {"measure": KILLED, "elsewhere": None, "subset": None}),
        ("Since the war began 60,000 Palestinians have died.", {"period": "2023-10-07 to 2025-09-02", "subset": None}),
        ("Since the war began 900 Israelis have been killed.", {"subset": "israelis"}),
        ("Some 40 people were killed in Lebanon on Monday.", {"elsewhere": "Lebanon"}),
        ("Some 40 people were killed in Israel on Monday.", {"elsewhere": "in Israel"}),
        ("The war has killed 60,000 people.", {"period": "2023-10-07 to 2025-09-02", "until": "report"}),
        ("The toll rose to 60,000.", {"period": "2023-10-07 to 2025-09-02", "inherited": True}),
        ("The raid brought the toll to 14.", {"period": None}),
        ("In May 2024, 90 people died in Rafah, and 400 have died since.", {"measure": KILLED}),
    ],
)
def test_another_theatre_has_its_own_sides_and_its_own_start(text: str, fields: dict[str, object]) -> None:
    expect(gaza(text)[0], **fields)


def test_a_list_behind_a_colon_is_what_the_toll_is_made_of() -> None:
    text = "Clashes in May left 94 dead: 46 fighters, 30 civilians and 18 soldiers."
    for quote in ("46 fighters", "30 civilians", "18 soldiers"):
        expect(there(text, quote), frame="part_of", measure=KILLED, period="2025-05-01 to 2025-05-31")


def test_a_total_behind_the_injured_is_of_the_dead() -> None:
    text = "In May 84 people were killed and 168 injured, taking the total since March to 5,143."
    expect(there(text, "5,143"), measure=KILLED)
    hurt = "In May 84 people were killed and 168 injured, taking the total of wounded since March to 9,143."
    expect(there(hurt, "9,143"), measure=INJURED)


def test_four_houses_burned_are_no_people() -> None:
    assert not [c for c in elsewhere("In May four houses burned down.") if c.measure]


def test_a_part_told_in_between_parts_nothing() -> None:
    text = "Famine came on 22 August, and 440 people, 147 of them children, have died of hunger since the war began."
    found = [c for c in gaza(text) if c.quote.exact == "440 people"]
    assert [(str(c.period), c.dimensions.get("cause")) for c in found] == [("2023-10-07 to 2025-09-02", "hunger")]


def test_both_numbers_that_a_toll_is_raised_to_run_from_its_start() -> None:
    text = "In May 39 people were killed, raising the toll to 8,848 dead and 9,459 injured since 7 April."
    expect(there(text, "8,848 dead"), measure=KILLED, period="2025-04-07 to 2025-09-02")


@pytest.mark.parametrize(
    ("text", "quote", "doubted"),
    [
        ("At least 30 people were killed in Oakville in May.", "At least 30 people", True),
        ("Dozens were killed on Friday in the town of Oakville.", "Dozens", True),
        ("In Oakville, 12 people were killed on Friday.", "12 people", True),
        ("At least 600 people were killed in Gaza in May.", "At least 600 people", False),
        ("At least 600 people were killed in Israeli strikes in May.", "At least 600 people", False),
        ("A spokesman in Oakville said 600 people were killed in Gaza in May.", "600 people", False),
    ],
)
def test_a_toll_at_a_spot_that_no_gazetteer_has_is_not_the_country_s(text: str, quote: str, doubted: bool) -> None:
    [found] = [c for c in gaza(text) if c.quote.exact == quote]
    assert (found.doubt == "ambiguous_place") is doubted


def test_whom_the_police_shot_the_war_did_not_kill() -> None:
    [found] = gaza("At least 700 people were shot and killed by police this year.")
    assert found.measure is None
