"""Two counts that read like a fraction: "97 out of 147 drones" is ninety-seven and a hundred and forty-seven."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from dateline.extracting.amounts.numerals import number
from dateline.extracting.amounts.quantities import Amount

_APART: Final = re.compile(r"(?P<part>\S+)(?P<of> out of )(?P<whole>\d[\d,.]*|\S+)")
#: Up to here "nine out of ten" is a way of saying a share; so is anything out of a hundred or a thousand.
_SHARE_UP_TO: Final = 10.0
_ROUND: Final = frozenset({100.0, 1000.0})


#: "from 18 to 102" behind a verb of movement are two figures and no range, however far the verb stands.
_RANGE: Final = re.compile(r"(?P<part>\S+)(?P<to> to )(?P<whole>\S+)")
_MOVED: Final = re.compile(
    r"\b(?:rose|ris(?:en|ing)|gr(?:ew|own|owing)|climb(?:ed|ing)|jump(?:ed|ing)|soar(?:ed|ing)|surg(?:ed|ing)"
    r"|increas(?:ed|ing)|doubl(?:ed|ing)|tripl(?:ed|ing)|trebl(?:ed|ing)|quadrupl(?:ed|ing)|swell(?:ed)?|leapt|went|up"
    r"|\w+fold)\b[^;]{0,80}\bfrom (?:(?:about|some|just|only) )?$",
    re.IGNORECASE,
)


def apart(text: str, amounts: list[Amount]) -> list[Amount]:
    """`amounts` with each fraction that names two counts as two amounts."""
    return _of_one_unit(text, [piece for a in amounts for piece in _split(text, a)])


def _of_one_unit(text: str, amounts: list[Amount]) -> list[Amount]:
    """ "From 18.9 to 19.1 percent": both ends are percentages."""
    for i in range(len(amounts) - 1):
        one, two = amounts[i], amounts[i + 1]
        ends = one.kind == "count" and two.kind == "percent" and text[one.end : two.start] == " to "
        if ends and re.search(r"\bfrom (?:about |some |nearly )?$", text[: one.start]):
            amounts[i] = replace(one, kind="percent")
    return amounts


def _split(text: str, amount: Amount) -> list[Amount]:
    core = text[amount.core_start : amount.core_end]
    if amount.low is not None and amount.kind == "count" and (ends := _RANGE.fullmatch(core)) is not None:
        return _ends(text, amount, ends)
    match = _APART.fullmatch(core) if amount.kind == "fraction" else None
    if match is None:
        return [amount]
    part, whole = number(match["part"]), number(match["whole"])
    if part is None or whole is None or whole <= _SHARE_UP_TO or whole in _ROUND or part > whole:
        return [amount]
    return list(_two(amount, match, part, whole))


def _ends(text: str, amount: Amount, match: re.Match[str]) -> list[Amount]:
    low, high = number(match["part"]), number(match["whole"])
    if low is None or high is None or not _MOVED.search(text[: amount.core_start]):
        return [amount]
    one, two = _two(replace(amount, comparator="eq"), match, low, high)
    return [replace(one, low=None, high=None), two]


def _two(amount: Amount, match: re.Match[str], part: float, whole: float) -> tuple[Amount, Amount]:
    middle, start = amount.core_start + match.end("part"), amount.core_start + match.start("whole")
    one = replace(amount, end=middle, core_end=middle, kind="count", value=part, digits=match["part"][0].isdigit())
    two = replace(
        amount, start=start, core_start=start, end=amount.end, kind="count", value=whole, comparator="eq",
        low=None, high=None, digits=match["whole"][0].isdigit(),
    )  # fmt: skip
    return one, two
