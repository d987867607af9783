"""Two counts that read like a fraction: "97 out of 147 drones" is ninety-seven and a hundred and forty-seven."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from dateline.extracting.numerals import number
from dateline.extracting.quantities import Amount

_APART: Final = re.compile(r"(?P<part>\S+)(?P<of> out of )(?P<whole>\d[\d,.]*|\S+)")
#: Up to here "nine out of ten" is a way of saying a share; so is anything out of a hundred or a thousand.
_SHARE_UP_TO: Final = 10.0
_ROUND: Final = frozenset({100.0, 1000.0})


def apart(text: str, amounts: list[Amount]) -> list[Amount]:
    """`amounts` with each fraction that names two counts as two amounts."""
    return [piece for a in amounts for piece in _split(text, a)]


def _split(text: str, amount: Amount) -> list[Amount]:
    core = text[amount.core_start : amount.core_end]
    match = _APART.fullmatch(core) if amount.kind == "fraction" else None
    if match is None:
        return [amount]
    part, whole = number(match["part"]), number(match["whole"])
    if part is None or whole is None or whole <= _SHARE_UP_TO or whole in _ROUND or part > whole:
        return [amount]
    middle, start = amount.core_start + match.end("part"), amount.core_start + match.start("whole")
    one = replace(amount, end=middle, core_end=middle, kind="count", value=part, digits=core[0].isdigit())
    two = replace(
        amount, start=start, core_start=start, end=amount.end, kind="count", value=whole, comparator="eq",
        low=None, high=None, digits=match["whole"][0].isdigit(),
    )  # fmt: skip
    return [one, two]
