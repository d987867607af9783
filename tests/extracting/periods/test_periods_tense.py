"""Past by default; ahead where the verb says so."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.extracting.periods import mentions
from dateline.languages import en

WAR = dt.date(2022, 2, 24)
TUESDAY = dt.date(2025, 9, 2)
MONTHS = [m.capitalize() for m, _ in zip(en.MONTHS, range(12), strict=False)]
DAYS = st.dates(dt.date(2022, 3, 1), dt.date(2027, 12, 31))


def first(text: str, ref: dt.date = TUESDAY, future: bool = False) -> str:
    found = [m for m in mentions(text, ref, WAR, future) if m.kind == "at"]
    assert found, text
    return str(found[0].period)


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("The envoys met on Friday.", "2025-08-29"),
        ("The minister on Friday said he would resign.", "2025-08-29"),
        ("The upcoming vote, the council said on Friday, stands.", "2025-08-29"),
        ("The party will keep the target it set last December.", "2024-12-01 to 2024-12-31"),
        ("More raids could follow; on October 10 it launched ten drones.", "2024-10-10"),
        ("It has taken the ridge on October 10.", "2024-10-10"),
        ("Power is out due to strikes on Friday.", "2025-08-29"),
        ("The vote is due on Friday.", "2025-09-05"),
        ("The envoys will meet on Friday and Saturday.", "2025-09-05 to 2025-09-06"),
        ("The council called for more money in July.", "2025-07-01 to 2025-07-31"),
        ("The envoys will meet on Friday.", "2025-09-05"),
        ("On Friday the envoys will meet.", "2025-09-05"),
        ("The envoys are expected to meet on Friday.", "2025-09-05"),
        ("He said the envoys would meet on Friday.", "2025-09-05"),
        ("The envoys meet next Friday.", "2025-09-05"),
        ("The bridge was to be closed, officials said on Friday.", "2025-08-29"),
        ("A bridge will be built where one was destroyed on Friday.", "2025-08-29"),
        ("The truce takes effect on September 20.", "2025-09-20"),
        ("The truce took effect on September 20.", "2024-09-20"),
        ("The bonds are payable Jan. 3.", "2026-01-03"),
        ("The depot, hit on August 15, will be rebuilt.", "2025-08-15"),
        ("The minister proposed talks on September 20.", "2025-09-20"),
        ("The plant will reopen in December.", "2025-12-01 to 2025-12-31"),
        ("The plant closed in December.", "2024-12-01 to 2024-12-31"),
        ("The line moved by December.", "2024-12-01 to 2024-12-31"),
        ("A new line by October, the plan says.", "2025-10-01 to 2025-10-31"),
        ("The army took it over the winter.", "2024-12-01 to 2025-02-28"),
        ("The company will report in the first quarter.", "2026-01-01 to 2026-03-31"),
        ("The company expects a loss for the second quarter.", "2025-04-01 to 2025-06-30"),
    ],
)
def test_the_verb_decides(text: str, period: str) -> None:
    assert first(text) == period


def test_the_sentence_decides_where_no_verb_does() -> None:
    assert first("on September 20", future=True) == "2025-09-20"
    assert first("on September 20") == "2024-09-20"


def test_a_far_date_is_not_ahead_whatever_the_verb() -> None:
    assert first("The court will hear of the August 15 raid.") == "2025-08-15"


PAST = st.sampled_from(
    [
        "Troops captured the town {}.",
        "The town was hit {}.",
        "Officials said the town fell {}.",
        "The army had left {}.",
        "{}, drones struck the town.",
    ]
)


@given(DAYS, PAST, st.sampled_from(en.WEEKDAYS), st.sampled_from(MONTHS), st.integers(1, 28), st.integers(0, 3))
def test_what_is_told_in_the_past_has_begun(
    ref: dt.date, frame: str, weekday: str, month: str, day: int, form: int
) -> None:
    words = [f"on {weekday.capitalize()}", f"on {month} {day}", f"in {month}", f"in early {month}"][form]
    found = mentions(frame.format(words), ref, WAR)
    assert found
    assert all(m.period is not None and m.period.start <= ref for m in found)


@given(DAYS, st.sampled_from(en.WEEKDAYS))
def test_a_weekday_ahead_is_the_same_day_or_the_next(ref: dt.date, name: str) -> None:
    (mention,) = mentions(f"The court will sit on {name.capitalize()}.", ref, WAR)
    assert mention.period is not None
    assert 0 <= (mention.period.start - ref).days < 7
    assert f"{mention.period.start:%A}".lower() == name
