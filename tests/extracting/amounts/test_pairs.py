"""Two counts that read like a fraction, and fractions that do not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.extracting.amounts.pairs import apart
from dateline.extracting.amounts.quantities import amounts


@given(st.integers(11, 1800), st.integers(0, 1800))
def test_counts_out_of_counts(whole: int, less: int) -> None:
    part = max(2, whole - less)
    text = f"Crews stopped {part} out of {whole} drones."
    found = apart(text, amounts(text)[0])
    if whole in (12, 20, 25, 50, 100, 1000):
        return
    assert [(a.kind, a.value) for a in found] == [("count", float(part)), ("count", float(whole))]
    assert [text[a.start : a.end] for a in found] == [str(part), str(whole)]


@pytest.mark.parametrize("text", ["Nine out of ten drones fell.", "Crews stopped 93 out of 100 drones."])
def test_ways_of_saying_a_share(text: str) -> None:
    found = apart(text, amounts(text)[0])
    assert [a.kind for a in found] == ["fraction"]


def test_a_range_without_movement_stays_one() -> None:
    text = "Crews counted from 18 to 102 drones."
    assert [(a.low, a.high) for a in apart(text, amounts(text)[0])] == [(18.0, 102.0)]
