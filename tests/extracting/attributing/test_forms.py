"""Forms in which a figure is given to somebody: own losses, passives, papers, those who are quoted or counted."""

from __future__ import annotations

import pytest

from extracting.said import there


def _by(text: str, quote: str) -> str | None:
    claim = there(text, quote, "2025-06-11")
    return claim.attribution.source if claim.attribution is not None else None


@pytest.mark.parametrize(
    ("text", "quote", "source"),
    [
        ("Moroni put its own losses at 41 men, while Anjouan speaks of 90 dead.", "41 men", "Moroni"),
        ("Moroni put its own losses at 41 men, while Anjouan speaks of 90 dead.", "90 dead", "Anjouan"),
        ("The institute's analysis arrives at 300 dead.", "300 dead", "The institute's analysis"),
        ("Gitega gives 200 dead; the UN, for its part, makes it 300 dead.", "300 dead", "the UN"),
        ("The UN team arrived at a village of 300 people.", "300 people", None),
        ("Gitega talks of 300 dead.", "300 dead", "Gitega"),
        ("The rebels admit to 60 dead.", "60 dead", "The rebels"),
        ("The UN can confirm only 290 deaths in the valley.", "290 deaths", "The UN"),
        ("Gitega lost 300 dead.", "300 dead", None),
        ("Gitega put 300 men into the field.", "300 men", None),
        ("The toll of the raid was put at 58 by the provincial governor.", "58", "the provincial governor"),
        ("The clinic's numbers imply that 320 people died in June.", "320 people", "The clinic's numbers"),
        ("Satellite images suggest that 40 percent of the town has burned.", "40 percent", "Satellite images"),
        ("To date 31 of our men fell, nine of them in accidents, a navy statement read.", "nine of them",
         "a navy statement"),
        ("By initial reports 22 people died at the market.", "22 people", "initial reports"),
        ("By the observatory's verified records 412 people were killed in May.", "412 people", "the observatory"),
        ("Two clinics there reported 44 wounded on Friday.", "44 wounded", "Two clinics there"),
        ("Nurses fear a further 900 dead under the mud.", "900 dead", "Nurses"),
        ("Health workers count more than 700 dead in the camp.", "more than 700 dead", "Health workers"),
        ("The charity, which runs the clinic, cites some 450 cases.", "some 450 cases", "The charity"),
        ("The rebel-run ministry of health has raised Monday's toll to 19.", "19", "The rebel-run ministry of health"),
        ("The ministry has raised 19 dogs.", "19 dogs", None),
        ("By the count of a lawyers' association 61 people died.", "61 people", "a lawyers' association"),
        ("Some 61 people died, by the cautious estimate of the monitors.", "Some 61 people", "the monitors"),
        ("By the observatory's count 61 people died.", "61 people", "the observatory"),
        ("Between 3 and 9 March the Observatory logged 40 raids.", "40 raids", "the Observatory"),
    ],
)  # fmt: skip
def test_who_gives_the_figure(text: str, quote: str, source: str | None) -> None:
    assert _by(text, quote) == source


@pytest.mark.parametrize(
    ("text", "quote", "source"),
    [
        ("On 3 May the observatory logged 40 raids, which analysts expect to continue; 11 people died.", "11 people",
         "the observatory"),
        ("Over 90 men were killed, the ministry noted; fewer than 500 civilians are thought to remain.",
         "fewer than 500 civilians", None),
        ('Shelling has killed 40 people and made "a second Homs", in the words of one nurse.', "40 people", None),
        ('The retreat cost 40 lives and one pilot called it "a walk in the snow".', "a walk in the snow", "one pilot"),
    ],
)  # fmt: skip
def test_how_far_a_speaker_reaches(text: str, quote: str, source: str | None) -> None:
    assert _by(text, quote) == source


@pytest.mark.parametrize(
    ("text", "quote", "source"),
    [
        ("The Dara Observatory has measured the spring. Clashes killed 412 people in May.", "412 people",
         "The Dara Observatory"),
        ("The hospital's weekly counts tell of a calm month. Deaths fell by a third in May, to 96.", "96",
         "The hospital"),
        ("The health ministry in Gao issued a new list on Sunday. It names 31 dead.", "31 dead",
         "The health ministry in Gao"),
        ("Major Idris Ba, the army's spokesman, met the press on Monday. He put the number of captives freed in May"
         " at 214.", "214", "Major Idris Ba"),
        ("The Office recorded 330 civilian deaths in May. Gao ranked second, with 61 civilian deaths.",
         "61 civilian deaths", "The Office"),
        ("The ministry reviewed the plan on Monday. Some 40 people died in Gao.", "Some 40 people", None),
        ("The colonel said that 330 people were killed in May. In June 61 people were killed.", "61 people", None),
    ],
)  # fmt: skip
def test_who_counted_in_the_sentence_before(text: str, quote: str, source: str | None) -> None:
    assert _by(text, quote) == source
