from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any, get_args

import pytest

from dateline.publishing import wording
from dateline.publishing.producers import Names, names_of
from dateline.records.claim import Baseline, Claim, Quote
from dateline.records.finding import Finding, Gap, Reading, Reason, Tolerance, Verdict
from dateline.records.period import Period

NOVEMBER = Period.through(date(2024, 11, 1), date(2024, 11, 30), "month")


def claim(frame: Any, **more: Any) -> Claim:
    return Claim("c1", "A sentence.", Quote("A", 0, 1), frame, None, **more)


def reading(producer: str, value: float | None, within: bool, **more: Any) -> Reading:
    return Reading(producer, "net", None, date(2025, 5, 30), "recorded", value, within, False, **more)


def test_every_verdict_has_a_word_a_meaning_and_a_shape_of_its_own() -> None:
    verdicts = set(get_args(Verdict))
    assert set(wording.ORDER) == set(wording.SHAPES) == set(wording.WORDS) == set(wording.MEANINGS) == verdicts
    assert len(set(wording.SHAPES.values())) == len(verdicts)
    assert set(wording.REASONS) | {"plan", "prediction", "opinion"} == set(get_args(Reason))
    assert set(wording.GAPS) == set(get_args(Gap.__annotations__["flag"])) or set(wording.GAPS) >= {"gap", "frozen"}


@pytest.mark.parametrize(
    ("made", "words"),
    [
        (claim("rate", value=14, unit="km2/day"), "14 km² a day"),
        (claim("level", value=200, unit="people", comparator="gt"), "over 200 people"),
        (claim("level", low=200, high=999, unit="drones", comparator="approx"), "200 to 999 drones"),
        (claim("level", value=25, low=20, high=30, unit="drones"), "20 to 30 drones"),
        (claim("ratio", value=2, unit="x", comparator="gt", dimensions={"direction": "up"}), "over 2 times, up"),
        (claim("change", value=-18, unit="%"), "−18%"),
        (claim("extreme", dimensions={"direction": "max", "granularity": "month"},
               baseline=Baseline("since", NOVEMBER)),
         "highest month since November 2024"),
        (claim("rank", value=2, dimensions={"direction": "max"}), "2nd highest"),
        (claim("rank", dimensions={"direction": "max"}), "among the highest"),
        (claim("streak", value=3, unit="nights"), "3 nights in a row"),
        (claim("elapsed", value=4, unit="years", dimensions={"ordinal": "true"}), "4th year"),
        (claim("role", dimensions={"person": "X Y", "office": "President", "term": "former"}), "former President X Y"),
        (claim("first_since", baseline=Baseline("since", NOVEMBER, "since 2022")), "first since 2022"),
        (claim("share", comparator="gt"), "most"),
        (claim("plan", value=3), ""),
    ],
)  # fmt: skip
def test_what_is_claimed_reads_as_words(made: Claim, words: str) -> None:
    assert wording.claimed(made).replace("\u00a0", " ") == words


def test_the_reading_shown_first_is_the_one_that_was_computed() -> None:
    found = Finding("contradicted", None, "", 209, readings=(reading("a", 5, True), reading("b", 209.0, False)))
    assert wording.producer(found, Names({"b": "Body"})) == "Body"
    assert [r.producer for r in wording.by_weight(found)] == ["b", "a"]
    assert wording.producer(Finding("unverified", "gap", ""), Names()) == ""


@pytest.mark.parametrize("verdict", get_args(Verdict))
def test_a_finding_without_a_summary_still_speaks(verdict: Verdict) -> None:
    bare = claim("level", finding=Finding(verdict, None, ""))
    assert wording.sentence(bare, Names()).startswith(tuple(word[:4] for word in wording.WORDS.values()))
    assert wording.sentence(replace(bare, finding=None), Names()) == "Not checked yet."


def test_a_qualified_finding_names_its_reason() -> None:
    made = claim("level", finding=Finding("qualified", "definition", ""))
    assert wording.sentence(made, Names()) == "Matches, but: another definition."


def test_difference_is_said_only_between_numbers_of_one_unit() -> None:
    made = claim("rate", value=14, unit="km2/day", finding=Finding("holds", None, "", 13.9, "km2/day"))
    assert (
        wording.difference(made).replace("\u00a0", " ") == "computed is 0.1 km² a day below the claimed figure (−0.7%)"
    )
    assert wording.difference(replace(made, finding=Finding("holds", None, "", 404, "km2"))) == ""
    assert wording.difference(replace(made, value=None)) == ""
    assert wording.difference(replace(made, finding=Finding("holds", None, "", 14, "km2/day"))) == "none"


def test_tolerance_and_revision() -> None:
    found = Finding("holds", None, "", 1, "km2", Tolerance(13.5, 14.5, "rounding"))
    assert wording.tolerance(found).replace("\u00a0", " ") == "13.5 to 14.5 km² (rounding)"
    assert wording.tolerance(replace(found, tolerance=Tolerance(None, None, "the largest"))) == "the largest"
    assert wording.revised(found) == ""
    assert wording.revised(replace(found, since="since revised to 221")) == "Since revised to 221."
    assert "known today: Sources differ" in wording.revised(replace(found, today="disputed"))


def test_names_come_from_the_theatre_and_unknown_ids_stay_readable() -> None:
    assert names_of("ukraine")["deepstate"] == "DeepState"
    assert names_of("ukraine")["some_body"] == "some body"
    assert names_of("nowhere")["deepstate"] == "deepstate"
    assert dict(names_of(None)) == {}
