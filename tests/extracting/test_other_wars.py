"""Forms met in wars that no theatre covers: who speaks, of what time, and counts told without naming their things."""

from __future__ import annotations

import pytest

from dateline import desk
from dateline.records.claim import Claim

DAY = "2024-11-05"


def _one(text: str, words: str, theatre: str = "anywhere") -> Claim:
    """The first claim of the text whose words hold these."""
    found = desk.check(desk.read(text + "\n", published=DAY, theatre=theatre)).claims
    return next(c for c in found if words in c.quote.exact)


def _none(text: str, words: str) -> bool:
    found = desk.check(desk.read(text + "\n", published=DAY, theatre="anywhere")).claims
    return not any(words in c.quote.exact for c in found)


@pytest.mark.parametrize(
    ("text", "words", "source"),
    [
        ("The rebels lost 300 men in June, the institute continues to report.", "300 men", "the institute"),
        ("The port took in 40 ships in May, the agency continued to insist.", "40 ships", "the agency"),
        ("By the envoy's guess 40,000 died in the siege.", "40,000", "the envoy"),
        ("By the porter's arithmetic 700 people crossed in May.", "700 people", "the porter"),
        ("Strike on school in Sirte: 11 pupils and three teachers killed, says town hall.", "11 pupils", "town hall"),
        ("Shells on market in Homs: 14 traders and two guards killed, says rebel army.", "14 traders", "rebel army"),
        ("Mortars killed nine in Ganja on Monday, Cairo's contingent reported.", "nine", "Cairo's contingent"),
        ("Of the 724 villagers whose deaths the Mission could confirm in 2023, 231 were women.", "231", "the Mission"),
        ("The 90 miners whose deaths the union could document in May were buried.", "90 miners", "the union"),
        ("The council wants to seat a court of nine judges.", "nine judges", "The council"),
        ("The mission hopes to open two crossings by May.", "two crossings", "The mission"),
        (
            "The town council spoke of 90 dead, the children's agency of over 70, and the rebels of none.",
            "over 70",
            "the children's agency",
        ),
        ("Officers talked of 20 dead, the priest of only 12.", "12", "the priest"),
    ],
)  # fmt: skip
def test_who_speaks(text: str, words: str, source: str) -> None:
    said = _one(text, words).attribution
    assert said is not None and said.source == source


def test_an_age_does_not_hide_a_speaker() -> None:
    said = _one('"No one should have to flee", said a baker of 40 from Sirte.', "flee").attribution
    assert said is not None and said.source.startswith("a baker")


def test_what_could_not_be_confirmed_is_nobodys() -> None:
    said = _one("The agency could not verify that 40 people died in May.", "40 people").attribution
    assert said is None or "verify" not in said.cue


@pytest.mark.parametrize(
    ("text", "producer"),
    [
        ("Ukraine ordered 900 howitzers in May, the defence ministry says.", "ua_government"),
        ("Russia built 900 howitzers in May, the defence ministry says.", "ru_mod"),
        ("Russia and Ukraine built 900 howitzers in May, the defence ministry says.", None),
        ("Poland sold Ukraine 900 howitzers in May, the defence ministry says.", None),
        ("The plant built 900 howitzers in May, the defence ministry says.", None),
    ],
)
def test_a_ministry_is_that_of_the_one_side_named(text: str, producer: str | None) -> None:
    said = _one(text, "900 howitzers", "ukraine").attribution
    assert said is not None and said.producer == producer


@pytest.mark.parametrize(
    ("text", "words", "period"),
    [
        ("At 03:30 local time 14 raids hit the port.", "14 raids", "2024-11-05"),
        ("At 4 a.m. shells killed two men in Sirte.", "two men", "2024-11-05"),
        ("At 03:30 on Saturday 14 raids hit the port.", "14 raids", "2024-11-02"),
        ("Abductions tripled in the second quarter from the first.", "tripled", "2024-04-01 to 2024-06-30"),
        ("Desertions doubled in May.", "doubled", "2024-05-01 to 2024-05-31"),
        ("Envoys have invited both sides to truce talks in Vienna on November 14.", "truce talks", "2024-11-14"),
    ],
)
def test_of_what_time(text: str, words: str, period: str) -> None:
    assert str(_one(text, words).period) == period


def test_a_multiple_in_a_quarter_is_against_the_one_before() -> None:
    compared = _one("Abductions tripled in the second quarter from the first.", "tripled").baseline
    assert compared is not None and str(compared.period) == "2024-01-01 to 2024-03-31"


@pytest.mark.parametrize(
    ("text", "words", "frame", "value"),
    [
        ("Strikes doubled from August to 1,830 in September, or 61 a day.", "61 a day", "rate", 61),
        ("Raids have eased since 4 October, to under 10 a week.", "10 a week", "rate", 10),
        ("The number of air strikes rose in October, with about 900 observed.", "900", "level", 900),
        ("Abductions doubled in the second quarter from the first, to 1,310, it says.", "1,310", "level", 1310),
        ("Rocket attacks have slowed since August: 31 in October against 56 the month before.", "56", "level", 56),
        ("Of the 30 districts the army holds 12.", "12", "part_of", 12),
        ("Out of the 19 bridges they hold 11.", "11", "part_of", 11),
        ("Fifty days after the fall of Bukavu the airport is shut.", "Fifty days", "elapsed", 50),
        ("Two months after the capture of Shire the bank has reopened.", "Two months", "elapsed", 2),
        ("The front near Sake had not shifted for nine days.", "nine days", "streak", 9),
        ("By Friday the line had not budged for two weeks.", "two weeks", "streak", 2),
        ("Ituri ranks second among the country's provinces for displacement.", "ranks second", "rank", 2),
        ("Some two million people are displaced, more than at any time this century.", "any time", "extreme", None),
    ],
)  # fmt: skip
def test_what_is_counted(text: str, words: str, frame: str, value: float | None) -> None:
    found = _one(text, words)
    assert (found.frame, found.value) == (frame, value)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The road to the front has not changed for the better.", "changed"),
        ("He has not moved for nine days.", "nine days"),
        ("The lorry went from junction 20 to 31 without a stop.", "31"),
        ("The team placed second.", "bridge"),
        ("Fifty days after the storm the airport is shut.", "Fifty"),
    ],
)
def test_what_is_not(text: str, words: str) -> None:
    assert _none(text, words)
