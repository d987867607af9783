"""Corrected sentences: the writer's words but for the figure, and nobody's words but their own."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from dateline.publishing.producers import names_of
from dateline.publishing.suggesting import suggestion
from dateline.records.claim import Attribution, Claim, Quote
from dateline.records.finding import Finding, Reading
from dateline.records.period import Period

NAMES = names_of("ukraine")
DAY = date(2025, 8, 21)


def claim(sentence: str, exact: str, value: float | None, computed: float | None, **more: Any) -> Claim:
    start = sentence.index(exact)
    unit = more.pop("unit", "weapons")
    reading = Reading("airforce", "launched", Period.of_day(DAY), DAY, "recorded", computed, False, False,
                      answer=more.pop("answer", ""))  # fmt: skip
    finding = Finding("contradicted", None, "", computed, unit, readings=(reading,))
    quote = Quote(exact, start, start + len(exact), sentence[:start], sentence[start + len(exact) :])
    made = Claim("c1", sentence, quote, more.pop("frame", "level"), "strikes.launched", value, unit=unit, **more)
    return replace(made, finding=finding)


def said(*given: Any, **more: Any) -> str:
    found = suggestion(claim(*given, **more), NAMES)
    assert found is not None
    return found.sentence


def test_the_figure_alone_is_put_right() -> None:
    told = said("Russia sent 750 drones and missiles that night.", "750 drones and missiles", 750, 610)
    assert told == "Russia sent 610 drones and missiles that night."
    told = said("Some 7,500 drones came in August.", "7,500 drones", 7500, 4132.0, comparator="approx")
    assert told == "Some 4,132 drones came in August."


@pytest.mark.parametrize(
    ("sentence", "exact"),
    [
        ("“They sent 750 drones and missiles that night,” he said.", "750 drones and missiles"),
        ('"They sent 750 drones and missiles," a resident wrote.', "750 drones and missiles"),
        ("He counted: they sent 750 drones and missiles at us,” the man went on.", "750 drones and missiles"),
    ],
)
def test_a_quotation_is_left_as_it_was_said(sentence: str, exact: str) -> None:
    told = said(sentence, exact, 750, 610)
    assert told.startswith(sentence) and told.endswith("Ukrainian Air Force data give 610 weapons.")


def test_what_another_said_is_left_and_what_its_own_record_denies_is_put_right() -> None:
    sentence = "Russia sent 750 drones and missiles, the ministry said."
    other = Attribution("the ministry", "ru_mod", "said")
    assert said(sentence, "750 drones and missiles", 750, 610, attribution=other) == (
        f"{sentence} Ukrainian Air Force data give 610 weapons."
    )
    own = Attribution("the Air Force", "airforce", "said")
    assert said(sentence, "750 drones and missiles", 750, 610, attribution=own) == (
        "Russia sent 610 drones and missiles, the ministry said."
    )


@pytest.mark.parametrize(
    ("sentence", "exact", "value", "more"),
    [
        ("More than 750 drones came.", "750 drones", 750, {"comparator": "gt"}),
        ("Twelve drones came.", "Twelve drones", 12, {}),
        ("About 1.2 million drones came.", "1.2 million drones", 1_200_000, {"comparator": "approx"}),
        ("They sent 50 drones in 3 waves of 750.", "50 drones in 3 waves of 750", 750, {}),
        ("The number doubled.", "doubled", 2, {"frame": "ratio", "unit": "x"}),
    ],
)
def test_where_one_number_in_digits_cannot_be_exchanged_words_are_added(
    sentence: str, exact: str, value: float, more: dict[str, Any]
) -> None:
    told = said(sentence, exact, value, 610, **more)
    assert told.startswith(f"{sentence} Ukrainian Air Force data give 610")


def test_a_weekday() -> None:
    told = said("It began on Friday, August 21.", "Friday, August 21", None, None, frame="weekday",
                period=Period.of_day(DAY), dimensions={"weekday": "Friday"}, answer="Thursday")  # fmt: skip
    assert told == "It began on Thursday, August 21."


@pytest.mark.parametrize("verdict", ["holds", "qualified", "disputed", "unverified", "not_checkable"])
def test_only_what_the_data_deny_is_put_right(verdict: Any) -> None:
    made = claim("Russia sent 750 drones.", "750 drones", 750, 610)
    assert made.finding is not None
    assert suggestion(replace(made, finding=replace(made.finding, verdict=verdict)), NAMES) is None
    assert suggestion(replace(made, finding=None), NAMES) is None
