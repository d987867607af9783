"""Who is said to have made a figure."""

from __future__ import annotations

import pytest

from dateline.extracting.attributing.attribution import speeches
from dateline.records.claim import Attribution

from ..said import WORDS, claims, the


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
    ("text", "producer"),
    [
        ("DeepState, which maps the front every night, said Russia took 14 square kilometers.", "deepstate"),
        ("DeepState – a group of volunteers – said Russia took 14 square kilometers.", "deepstate"),
        ("DeepState, not the General Staff, said Russia took 14 square kilometers.", "deepstate"),
        ("The DeepState group, whose maps are widely read, put the gain at 14 square kilometers.", "deepstate"),
        ("DeepState's tally of 14 square kilometers is a small one.", "deepstate"),
        ("DeepState's August figure was 14 square kilometers.", "deepstate"),
        ("The UN mission's latest count is 14 people killed.", "hrmmu"),
        ("The count by DeepState is 14 square kilometers.", "deepstate"),
        ("DeepState has it at 14 square kilometers.", "deepstate"),
        ("Based on DeepState's map, Russia took 14 square kilometers.", "deepstate"),
        ("Judging by DeepState data, Russia took 14 square kilometers.", "deepstate"),
        ("Russia took 14 square kilometers in May – DeepState.", "deepstate"),
        ("Russia took 14 square kilometers in May (DeepState).", "deepstate"),
        ("In a statement, the Ukrainian Air Force said it shot down 14 drones.", "airforce"),
        ("The Ukrainian Air Force said in its morning update that 14 drones were downed.", "airforce"),
        ("Ukraine's Air Force claims to have shot down 14 drones.", "airforce"),
        ("DeepState recorded a gain of 14 square kilometers.", "deepstate"),
        ("As DeepState noted, Russia took 14 square kilometers.", "deepstate"),
        ("14 drones were launched, Ukraine's Air Force reported on Friday.", "airforce"),
    ],
)
def test_who_makes_a_figure_without_plainly_saying_so(text: str, producer: str) -> None:
    attribution = said(text)
    assert attribution is not None
    assert attribution.producer == producer


@pytest.mark.parametrize(
    ("text", "producer"),
    [
        ("Citing DeepState, the Kyiv Independent reported a gain of 14 square kilometers.", "deepstate"),
        ("The army took 14 square kilometers, the Kyiv Independent reported, citing DeepState.", "deepstate"),
        ("The Kyiv Independent, citing DeepState data, reported a gain of 14 square kilometers.", "deepstate"),
        ("The army took 14 square kilometers, AFP reported, citing ISW data.", "afp_isw"),
        ("The Russian Defense Ministry, cited by an agency, said 14 drones were downed.", "ru_mod"),
    ],
)
def test_who_repeats_a_figure_did_not_make_it(text: str, producer: str) -> None:
    found = speeches(text, WORDS, None)
    assert [s.attribution.producer for s in found] == [producer]


@pytest.mark.parametrize(
    "text",
    [
        "Unlike the ISW's figures, the gain was 14 square kilometers, DeepState said.",
        "DeepState said the gain was 14 square kilometers, above the ISW's figure.",
        "The gain of 14 square kilometers, DeepState said, exceeds the ISW's estimate of it.",
        "DeepState said the gain was 14 square kilometers, contradicting the figures from the ISW.",
    ],
)
def test_a_count_that_another_is_measured_by_makes_no_figure(text: str) -> None:
    assert the(text, "14 square kilometers").attribution == said(text)
    assert {s.attribution.producer for s in speeches(text, WORDS, None)} == {"deepstate"}


def test_a_second_source_without_a_verb_has_its_own_figure() -> None:
    text = "DeepState gave a figure of 14 square kilometers and the ISW one of 20 square kilometers."
    found = {c.quote.exact: c.attribution.producer for c in claims(text) if c.attribution}
    assert found == {"14 square kilometers": "deepstate", "20 square kilometers": "isw"}


@pytest.mark.parametrize(
    "text",
    [
        "The army took 14 square kilometers.",
        "The Air Force has 14 jets.",
        "Territorial claims of 14 villages.",
        "The Air Force, based in Kyiv, has 14 jets.",
        "The Air Force has the base at 14 Peremohy Street.",
        "The UN's data centre was hit by 14 drones.",
        "Russia's figure of 14 dead was not confirmed.",
        "Ukraine lost 14 drones and Russia a total of 20.",
        "Ukraine recorded a net gain of 14 square kilometers.",
        "The mission concluded on May 3 after 14 weeks.",
        "Zelensky said goodbye to 14 soldiers.",
        "The report was published in May and 14 people died.",
    ],
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


@pytest.mark.parametrize(
    ("source", "producer"),
    [
        ("the monitoring group DeepState", "deepstate"),
        ("DeepStateMap", "deepstate"),
        ("the UN", "hrmmu"),
        ("OHCHR", "hrmmu"),
        ("the UN Human Rights Monitoring Mission in Ukraine (HRMMU)", "hrmmu"),
        ("the UN Security Council", "un_other"),
        ("the UN refugee agency", "un_other"),
        ("Ukraine's Air Force", "airforce"),
        ("the Russian air force", "ru_mod"),
        ("Russia's General Staff", "ru_mod"),
        ("the Polish Air Force", None),
        ("Israel's Air Force", None),
        ("Russian-installed authorities", None),
        ("Ukrainian authorities", "ua_government"),
    ],
)
def test_another_country_s_body_is_another_source(source: str, producer: str | None) -> None:
    actor = WORDS.producer(source)
    assert (actor.id if actor else None) == producer
