"""Speakers told from the words for them, and what is no speaker."""

from __future__ import annotations

import pytest

from dateline.extracting.attributing import attribution, voices
from dateline.extracting.lexicon import lexicon
from dateline.records.claim import Attribution
from dateline.theatres import loader

WORDS = lexicon(loader.load("ukraine"))


def said(text: str, before: Attribution | None = None) -> list[tuple[str, str | None]]:
    return [(s.attribution.source, s.attribution.producer) for s in attribution.speeches(text, WORDS, before)]


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Nine people drowned, fishermen from the delta and two porters said.", "two porters"),
        ("Nine people drowned, two aid workers said, the most this year.", "two aid workers"),
        ("Nine people drowned, the charity reported.", "the charity"),
        ("Nine people drowned, a hospital director said.", "a hospital director"),
        ("Nine people drowned, the Lighthouse League declared.", "the Lighthouse League"),
        ("Nine people drowned, the agency's director said, unless the dam holds.", "the agency's director"),
        ("Nine people drowned, the harbour spokesman, Anton Kril, said.", "the harbour spokesman, Anton Kril"),
        ("Nine people drowned, the study projects, and more by spring.", "the study"),
        ("Nine people drowned; the dam, aid officials warn, will break.", "aid officials"),
        ("Local officials report nine drowned.", "Local officials"),
        ("The Flood Data Project recorded nine raids in May.", "The Flood Data Project"),
        ("Researchers who matched three lists put the dead at 900.", "Researchers who matched three lists"),
        ("Of 900 deaths, 400 were verified by the committee.", "the committee"),
        ("In the charity's assessment nine people drowned.", "the charity"),
        ("As residents tell it, nine people drowned.", "residents"),
        ("Open-source data indicate that nine drones came.", "Open-source data"),
        ("Nine people drowned, or so the rebels claim.", "the rebels"),
        ("Nine people drowned, by the rebels' own account.", "the rebels"),
        ("Nine people drowned - local health officials.", "local health officials"),
        ("The UN, quoting medics, said nine people drowned.", "medics"),
        ("The coast guard counted nine; the harbour ministry, at 12, went further.", "harbour ministry"),
        ("The health ministry's toll stood at 900 on Tuesday.", "The health ministry"),
        ("Harbour Rights Watch found that nine people drowned.", "Harbour Rights Watch"),
        ("Asked by Pollwright in July, 69 percent wanted peace.", "Pollwright in July"),
    ],
)
def test_people_and_bodies_speak(text: str, source: str) -> None:
    assert source in [name for name, _ in said(text)]


@pytest.mark.parametrize(
    ("text", "producer"),
    [
        ("Russia took 470 square kilometres in May, in ISW's assessment.", "isw"),
        ("Of the 900 deaths verified by the UN, 70 were of children.", "hrmmu"),
        ("The Mission has on its books 12,000 civilians killed.", "hrmmu"),
        ("It took 900 villages, the Chief of the General Staff, Valery Gerasimov, reported.", "ru_mod"),
    ],
)
def test_producers_in_other_forms(text: str, producer: str) -> None:
    assert [p for _, p in said(text)] == [producer]


@pytest.mark.parametrize(
    "text",
    [
        "The bombardment claimed 14 lives.",
        "If confirmed, the loss of 14 villages would be the largest.",
        "Russia holds 19.2 per cent of Ukraine.",
        "Thirty drones came, the highest number reported.",
        "The 14 deaths could not be verified by the UN.",
        "Kyiv lost 700 drones, against 300 documented by the mission in May.",
        "The army has lost 400 soldiers and the group holds 14 villages.",
        "The army recorded its worst losses in May.",
        "The battle lasted longer than the ministry claimed.",
        "Ukraine lost 449 square kilometres on the map in May.",
        "Twelve people were killed (two nurses).",
        "The toll put pressure on the ministry.",
    ],
)
def test_no_speaker(text: str) -> None:
    assert said(text) == []


def test_a_common_noun_stands_for_the_body_whose_name_holds_it() -> None:
    mission = Attribution("The UN mission", "hrmmu", "said")
    ministry = Attribution("Russia's defence ministry", "ru_mod", "said")
    assert said("The ministry said 836 were wounded.", mission) == [("The ministry", None)]
    assert said("The ministry said 836 were wounded.", ministry) == [("Russia's defence ministry", "ru_mod")]
    assert said("The president said 836 were wounded.", Attribution("The UN", "hrmmu", "said")) == [
        ("The president", None)
    ]
    assert said("It has logged 836 raids.", mission) == [("The UN mission", "hrmmu")]


def test_what_signs_a_sentence() -> None:
    assert voices.signs("local health officials")
    assert not voices.signs("mostly police officers")


def test_bodies_by_their_letters_and_clusters() -> None:
    for text, who in (
        ("UNIFIL has recorded 40 violations since May.", "UNIFIL"),
        ("Only 11 clinics still work, the health cluster reports.", "the health cluster"),
        ("The army's general command reported on Wednesday that 19 drones were downed.", "The army's general command"),
        ("In May 99 homes were damaged, the World Bank estimates.", "the World Bank"),
        ("A total of 30 people were killed in Kosti, per the monitoring group Wadi.", "the monitoring group Wadi"),
    ):
        assert [source for source, _ in said(text)] == [who], text
    assert said("Fighting has spread across 11 Sudanese states since July.") == []


def test_a_participle_behind_a_comma_speaks_for_nobody() -> None:
    assert said("The levy, announced on 10 February, could take 60 men.") == []
