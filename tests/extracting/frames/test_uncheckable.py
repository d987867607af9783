"""Plans and predictions: read, each figure by itself, and never measured."""

from __future__ import annotations

import pytest

from ..said import claims, expect, quotes, the


def framed(text: str) -> list[tuple[str, str]]:
    return [(c.frame, c.quote.exact) for c in claims(text)]


@pytest.mark.parametrize(
    ("text", "frame"),
    [
        ("Analysts expect Russia to launch 1,000 drones a night by winter.", "prediction"),
        ("At this pace Russia would need 4 years to take the region.", "prediction"),
        ("Russia is likely to send 2,000 drones next month.", "prediction"),
        ("Russia plans to send 50,000 soldiers to the region.", "plan"),
        ("Kyiv proposed another round of talks on September 20.", "plan"),
        ("Ukraine could soon be able to send 900 drones a night.", "prediction"),
        ("The cabinet has set a target of 2,500 interceptors a month.", "plan"),
        ("Rome ordered 12 launchers, to be delivered by 2029.", "plan"),
        ("Russian plants are to turn out 3.5 million drones this year.", "plan"),
        ("The army is said to be preparing to call up 160,000 men.", "plan"),
        ("As many as 6 million people could go hungry.", "prediction"),
        ("Kyiv needs 27 batteries.", "plan"),
        ("Aid bodies appealed for 350 trucks of flour a day.", "plan"),
        ("Analysts warned of 1,000 drones a night.", "prediction"),
        ("The deal gives Kyiv 10 days to answer.", "plan"),
        ("Under the draft 700 prisoners would be freed.", "plan"),
        ("Some 400,000 people are projected to flee.", "prediction"),
        ("Another 500,000 are expected to leave.", "prediction"),
        ("Poland pledged 200 vehicles.", "plan"),
        ("The plan foresees 50,000 peacekeepers.", "plan"),
        ("A 900-drone-a-day target is in force.", "plan"),
        ("Moscow wants 22,000 square kilometers that it does not hold.", "plan"),
        ("The fuel will last another 12 days.", "prediction"),
        ("Russia was expected to launch 900 drones.", "prediction"),
        ("The army must hold 4,000 square kilometers.", "plan"),
        ("The draft gives Russia 6,600 square kilometers.", "plan"),
        ("Kyiv fears losing 1,000 square kilometers by winter.", "prediction"),
        ("It would take Russia four years to win.", "prediction"),
        ("Russia has set itself the aim of 900 square kilometers a month.", "plan"),
    ],
)
def test_what_no_data_settle(text: str, frame: str) -> None:
    found = claims(text)
    assert [c.frame for c in found] == [frame]
    assert found[0].measure in (None, "talks.meetings")


def test_a_meeting_that_is_planned_lies_ahead() -> None:
    claim = the(
        "Kyiv proposed another round of talks on September 20.", "proposed another round of talks on September 20"
    )
    assert str(claim.period) == "2025-09-20"
    assert claim.measure == "talks.meetings"


def test_each_figure_of_a_forecast_is_a_claim() -> None:
    text = "Analysts expect Russia to take 600 square kilometers a month and to launch 9,000 drones."
    assert framed(text) == [("prediction", "600 square kilometers a month"), ("prediction", "9,000 drones")]
    expect(the(text, "9,000 drones"), value=9000.0, unit="drones", measure=None)


@pytest.mark.parametrize(
    ("text", "stated"),
    [
        ("Zelensky promised an answer after Russia launched 598 drones on August 28.", "598 drones"),
        ("Russia launched 598 drones on August 28 after Kyiv vowed to send 300 of its own.", "598 drones"),
        (
            "Ukraine plans to build 500 shelters and has lost 400 square kilometers since January.",
            "400 square kilometers",
        ),
        ("The Air Force had expected 900 drones; 598 drones were launched on August 28.", "598 drones"),
        ("With 20 degrees of frost forecast, 400 villages are without heat.", "400 villages"),
    ],
)
def test_what_is_stated_beside_a_plan_is_no_plan(text: str, stated: str) -> None:
    assert the(text, stated).frame == "level"


def test_a_date_beside_a_plan_does_not_move_into_the_future() -> None:
    text = "Russia launched 598 drones on August 28 after Kyiv vowed to send 300 of its own."
    assert str(the(text, "598 drones").period) == "2025-08-28"


def test_a_part_is_foretold_and_its_whole_is_not() -> None:
    text = "About 90,000 of the town's 300,000 people could lose their homes."
    assert [f for f, _ in framed(text)] == ["prediction"]


def test_what_somebody_had_aimed_for_is_no_gain() -> None:
    text = "Russia took 464 square kilometers in August, not the 1,000 square kilometers that Moscow had aimed for."
    assert ("plan", "1,000 square kilometers") in framed(text)
    assert the(text, "464 square kilometers").frame == "level"


def test_the_largest_to_come_is_no_record() -> None:
    assert [
        c for c in claims("Russia will launch the largest attack of the war, he said.") if c.frame == "extreme"
    ] == []


def test_a_promise_is_its_subject_s() -> None:
    claim = the("Moscow has vowed to take 5,000 square kilometers.", "5,000 square kilometers")
    assert claim.attribution is not None
    assert claim.attribution.source == "Moscow"


def test_an_estimate_of_the_past_is_no_forecast() -> None:
    text = "Russia launched an estimated 6,300 drones in July."
    assert [c.frame for c in claims(text)] == ["level"]


def test_hopes_without_a_figure_or_a_time_are_nothing() -> None:
    assert quotes("He vowed to fight on.") == []


@pytest.mark.parametrize(
    "text",
    [
        "In May Russia launched 3,800 drones.",
        "The mayor, who could not be reached on Sunday, said 30 drones were launched.",
        "He would not comment, but 30 drones were launched on August 28.",
        "More drones than expected, 598 drones, were launched on August 28.",
    ],
)
def test_words_that_only_look_like_plans(text: str) -> None:
    assert {c.frame for c in claims(text)} <= {"level", "weekday"}
