"""Amounts as publishers write them: "12142", "3600+", "~500", "500-550", "-116". The wording is kept beside them."""

from __future__ import annotations

import re
from dataclasses import dataclass

_NUMBER = r"\d[\d,]{0,20}(?:\.\d{1,12})?"
_AMOUNT = re.compile(rf"(?P<mark>~|<=|>=)?(?P<first>-?{_NUMBER})(?:-(?P<second>{_NUMBER})|(?P<plus>\+))?$", re.ASCII)
#: Twelve digits hold any count of people, weapons or events, and keep a damaged cell from becoming one.
_COUNT = re.compile(r"\d{1,12}(?:\.0*)?$", re.ASCII)


@dataclass(frozen=True, slots=True)
class Amount:
    """`value` is the figure, the middle of a range. `low` and `high` bound it where the wording does; None is open.
    `original` is the cell."""

    value: float
    low: float | None
    high: float | None
    original: str


def amount(text: str) -> Amount:
    """Raises ValueError where the text is not an amount, an empty text included: unknown is never zero."""
    found = _AMOUNT.match(text.strip())
    if not found:
        raise ValueError(f"not an amount: {text!r}")
    first = _number(found["first"])
    if found["second"]:
        second = _number(found["second"])
        return Amount((first + second) / 2, first, second, text)
    low = first if found["plus"] or found["mark"] == ">=" else None
    high = first if found["mark"] == "<=" else None
    return Amount(first, low, high, text)


def count(text: str) -> int | None:
    """A whole number written "123" or "123.0"; None for an empty cell. Raises ValueError for anything else."""
    if not text:
        return None
    if not _COUNT.match(text):
        raise ValueError(f"not a count: {text!r}")
    return int(text.partition(".")[0])


def _number(text: str) -> float:
    return float(text.replace(",", ""))
