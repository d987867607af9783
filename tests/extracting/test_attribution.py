"""Who is said to have made a figure."""

from __future__ import annotations

import pytest

from dateline.extracting.attribution import speeches
from dateline.records.claim import Attribution

from .said import WORDS, claims, the


def said(text: str, before: Attribution | None = None) -> Attribution | None:
    found = speeches(text, WORDS, before)
    return found[0].attribution if found else None


@pytest.mark.parametrize(
    ("text", "producer"),
    [
        ("It took 14 square kilometers, according to DeepState.", "deepstate"),
        ("DeepState said the army took 14 square kilometers.", "deepstate"),
        ("DeepState's map shows a gain of 14 square kilometers.", "deepstate"),
        ("The army took 14, the Ukrainian Air Force said.", "airforce"),
        ("The army took 14, the Ukrainian General Staff said.", "ua_general_staff"),
        ("The army took 14, said the Ukrainian General Staff.", "ua_general_staff"),
        ("By DeepState's count the army took 14 square kilometers.", "deepstate"),
        ("An AFP analysis of data from the Institute for the Study of War put the gain at 14.", "afp_isw"),
        ("The Institute for the Study of War estimated the gain at 14.", "isw"),
        ("The U.N. Human Rights Monitoring Mission recorded 14 deaths.", "hrmmu"),
        ("Zelensky said that 14 people had died.", "ua_government"),
        ("The Russian Defense Ministry claimed 14 villages.", "ru_mod"),
        ("The army took 14 square kilometers in March, DeepState reported.", "deepstate"),
        ("The ISW said Ukraine recorded a net gain of 14.", "isw"),
        ("Ukraine recorded a net gain of 14, the ISW said.", "isw"),
        ("Gaza's health ministry reported 14 deaths.", "gaza_moh"),
        ("The mayor said 14 people were hurt.", None),
        ("A shopkeeper named Olena Bondar said she saw 14.", None),
    ],
)
def test_who_speaks(text: str, producer: str | None) -> None:
    attribution = said(text)
    assert attribution is not None
    assert attribution.producer == producer


@pytest.mark.parametrize(
    "text", ["The army took 14 square kilometers.", "The Air Force has 14 jets.", "Territorial claims of 14 villages."]
)
def test_nobody_speaks(text: str) -> None:
    assert said(text) is None


def test_a_pronoun_is_the_speaker_before() -> None:
    before = Attribution("DeepState", "deepstate", "said")
    attribution = said("It added that 14 square kilometers had fallen.", before)
    assert attribution is not None
    assert attribution.producer == "deepstate"


def test_hedges_and_quotations_are_kept() -> None:
    hedged = said("DeepState said the army had reportedly taken 14.")
    direct = said('"We shot down 14 of them," Zelensky said.')
    assert hedged is not None and hedged.hedged
    assert direct is not None and direct.kind == "direct"


def test_each_figure_has_its_own_speaker() -> None:
    text = (
        "DeepState said Russia took 464 square kilometers in August, "
        "and AFP put the July advance at 634 square kilometers."
    )
    found = {c.quote.exact: c.attribution.producer for c in claims(text) if c.attribution}
    assert found == {"464 square kilometers": "deepstate", "634 square kilometers": "afp_isw"}


def test_the_speaker_of_a_sentence_is_not_that_of_the_next() -> None:
    text = "Russia launched 40 drones overnight, the Ukrainian Air Force said. Two people were killed in Odesa."
    assert the(text, "Two people").attribution is None
