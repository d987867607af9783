"""Names and symbols of units, and one in terms of another."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.extracting.amounts import units


@pytest.mark.parametrize(
    ("text", "name", "length"),
    [
        ("square kilometres of", "square kilometre", 17),
        ("km² of", "square kilometre", 3),
        ("sq. ft. and", "square foot", 7),
        ("MW.", "megawatt", 2),
        ("mph", "mile per hour", 3),
        ("degrees Celsius.", "celsius", 15),
        ("Hong Kong dollars", "hong kong dollar", 17),
        ("percentage points", "percentage point", 17),
        ("years old", "year of age", 9),
        ("mile-wide", "mile", 4),
        ("kV/cm", "kilovolt", 2),
    ],
)
def test_the_longest_name_is_read(text: str, name: str, length: int) -> None:
    found = units.read(text, 0)
    assert found is not None
    assert (found[0].name, found[1]) == (name, length)


@pytest.mark.parametrize("text", ["horses", "", ", km", "mWX", "Kilometreage"])
def test_what_names_no_unit(text: str) -> None:
    assert units.read(text, 0) is None


def test_case_tells_symbols_apart() -> None:
    assert (units.unit_of("MHz"), units.unit_of("mV")) == (units.unit_of("megahertz"), units.unit_of("millivolt"))
    assert units.unit_of("MV") == units.unit_of("megavolt")


@pytest.mark.parametrize(
    ("before", "name"),
    [
        ("$", "dollar"),
        ("US $", "dollar"),
        ("A$", "australian dollar"),
        ("costs EUR ", "euro"),
        ("₴", "ukrainian hryvnia"),
    ],
)
def test_money_stands_before_its_number(before: str, name: str) -> None:
    found = units.money_before(before, len(before))
    assert found is not None
    assert found[0].name == name


@pytest.mark.parametrize("before", ["", "In ", "the EURO", "x"])
def test_no_money(before: str) -> None:
    assert units.money_before(before, len(before)) is None


@pytest.mark.parametrize(
    ("value", "source", "target", "wanted"),
    [
        (1, "square mile", "km2", 2.589988),
        (10, "hectares", "square kilometres", 0.1),
        (1, "mile", "km", 1.609344),
        (36, "km/h", "mph", 22.3694),
        (1, "barrel", "litres", 158.987),
        (3, "tonnes", "kg", 3000),
        (1, "GWh", "MWh", 1000),
    ],
)
def test_conversion(value: float, source: str, target: str, wanted: float) -> None:
    assert units.converted(value, source, target) == pytest.approx(wanted, rel=1e-5)


@given(
    st.floats(1e-6, 1e9),
    st.sampled_from(["km", "mile", "foot", "nautical mile", "mm"]),
    st.sampled_from(["inch", "yard", "metre"]),
)
def test_there_and_back(value: float, source: str, target: str) -> None:
    assert math.isclose(units.converted(units.converted(value, source, target), target, source), value, rel_tol=1e-9)


@pytest.mark.parametrize(
    ("source", "target"), [("km", "kg"), ("dollars", "euros"), ("celsius", "kelvin"), ("km", "horses")]
)
def test_no_conversion(source: str, target: str) -> None:
    with pytest.raises(ValueError, match="no conversion"):
        units.converted(1, source, target)
