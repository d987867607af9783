"""Every key takes what it says it takes, and refuses the rest in one line that names what is allowed."""

from __future__ import annotations

from datetime import date
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.editing import KEYS, EditingError, mend
from dateline.records.claim import Attribution, Claim, Measure, Quote
from dateline.records.period import Period

NIGHT = Period.of_day(date(2025, 5, 25), "night")
SAID = Attribution("the air force", "airforce", "said")
CLAIM = Claim(
    "c1", "s", Quote("367", 0, 3), "level", "strikes.launched", 367.0, low=300.0, high=400.0, period=NIGHT,
    attribution=SAID,
)  # fmt: skip


@pytest.mark.parametrize(
    ("value", "start", "last", "granularity"),
    [
        ("2025-05-01/2025-05-31", date(2025, 5, 1), date(2025, 5, 31), "month"),
        ("2025-05", date(2025, 5, 1), date(2025, 5, 31), "month"),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29), "month"),
        ("2025", date(2025, 1, 1), date(2025, 12, 31), "year"),
        ("2025-03/2025-05", date(2025, 3, 1), date(2025, 5, 31), "span"),
        ("2025-05-24", date(2025, 5, 24), date(2025, 5, 24), "night"),
        ("2025-05-24 / 2025-05-26", date(2025, 5, 24), date(2025, 5, 26), "span"),
    ],
)
def test_period(value: str, start: date, last: date, granularity: str) -> None:
    period = mend(CLAIM, {"period": value}).period
    assert period is not None
    assert (period.start, period.last, period.granularity) == (start, last, granularity)


@given(st.dates(date(2000, 1, 1), date(2100, 1, 1)), st.integers(0, 4000))
def test_any_two_days_read_back_as_written(start: date, days: int) -> None:
    last = date.fromordinal(start.toordinal() + days)
    period = mend(CLAIM, {"period": f"{start}/{last}"}).period
    assert period is not None
    assert (period.start, period.last) == (start, last)


@given(st.text(max_size=30))
def test_no_text_for_a_period_raises_anything_but_an_editing_error(text: str) -> None:
    try:
        period = mend(CLAIM, {"period": text}).period
    except EditingError as error:
        assert str(error).startswith("period: ")
        assert "\n" not in str(error)
    else:
        assert period is not None


@pytest.mark.parametrize(
    ("key", "value", "says"),
    [
        ("period", "May", "2025-05-01/2025-05-31"),
        ("period", "2025-05-31/2025-05-01", "ends before it starts"),
        ("period", "2025-13", "no period"),
        ("measure", "territory.speed", "territory.net_change"),
        ("frame", "guess", "level"),
        ("unit", "km2/fortnight", "/day"),
        ("unit", "acres", "km2"),
        ("value", "many", "write 367"),
        ("value", "nan", "not a number"),
        ("comparator", ">", "gt"),
        ("place", "Atlantis", "no installed theatre"),
        ("weapon", "trebuchet", "shahed"),
        ("producer", "nobody", "deepstate"),
        ("direction", "sideways", "up, down"),
        ("doubt", "perhaps", "misread"),
        ("colour", "red", "period"),
    ],
)
def test_a_bad_value_is_refused_in_one_line_that_names_what_is_allowed(key: str, value: str, says: str) -> None:
    with pytest.raises(EditingError) as caught:
        mend(CLAIM, {key: value})
    assert says in str(caught.value)
    assert key in str(caught.value)
    assert "\n" not in str(caught.value)


def test_every_measure_can_be_given_and_taken_away() -> None:
    for measure in get_args(Measure):
        assert mend(CLAIM, {"measure": measure}).measure == measure
    assert mend(CLAIM, {"measure": "none"}).measure is None


def test_a_value_replaces_the_stated_range() -> None:
    claim = mend(CLAIM, {"value": "1,200"})
    assert (claim.value, claim.low, claim.high) == (1200.0, None, None)


def test_place_by_id_and_by_name_is_the_same_place() -> None:
    by_id, by_name = mend(CLAIM, {"place": "UA-14"}).place, mend(CLAIM, {"place": "Donetsk oblast"}).place
    assert by_id is not None
    assert by_id == by_name
    assert by_id.level == "region"
    assert mend(CLAIM, {"place": "UA"}).place is not None
    assert mend(CLAIM, {"place": "none"}).place is None


def test_weapon_is_kept_by_its_id() -> None:
    claim = mend(CLAIM, {"weapon": "Shahed-type drone"})
    assert claim.dimensions["weapon"] == "shahed"
    assert "weapon" not in mend(claim, {"weapon": "all"}).dimensions


def test_a_speaker_who_is_a_known_producer_is_recognised() -> None:
    claim = mend(CLAIM, {"speaker": "DeepState"})
    assert claim.attribution is not None
    assert (claim.attribution.source, claim.attribution.producer) == ("DeepState", "deepstate")
    assert mend(claim, {"speaker": "none"}).attribution is None


def test_a_mend_settles_the_doubt_that_it_answers_and_no_other() -> None:
    doubtful = Claim("c1", "s", Quote("5", 0, 1), "level", None, doubt="ambiguous_period", doubt_detail="which May")
    assert mend(doubtful, {"period": "2025-05"}).doubt is None
    assert mend(doubtful, {"place": "UA-14"}).doubt == "ambiguous_period"
    assert mend(doubtful, {"doubt": "misread"}).doubt == "misread"
    assert mend(doubtful, {"doubt": "none"}).doubt is None


def test_every_key_refuses_or_takes_without_another_kind_of_error() -> None:
    for key in KEYS:
        for value in ("none", "5", "2025", "x" * 400, "día"):
            try:
                mend(CLAIM, {key: value})
            except EditingError as error:
                assert "\n" not in str(error)
