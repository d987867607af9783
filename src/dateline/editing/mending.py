"""Puts an editor's values in the place of ours. Every key checks its value and says in one line what it allows."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Any, get_args

from dateline.editing import naming, spans
from dateline.editing.decisions import EditingError
from dateline.records.claim import Attribution, Baseline, Claim, Comparator, Frame, Measure
from dateline.records.finding import Reason

UNITS = (
    "km2", "drones", "missiles", "weapons", "people", "%", "x", "points", "years", "rank", "months", "nights", "days",
    "weeks", "events", "meetings",
)  # fmt: skip
PER = ("day", "week", "month", "year")
#: Dimensions with a closed list of values; the other ones take any word.
DIMENSIONS: Mapping[str, tuple[str, ...]] = MappingProxyType({
    "population": ("civilians", "all", "combatants"),
    "victim": ("killed", "injured", "both"),
    "direction": ("up", "down", "max", "min", "present"),
    "granularity": ("night", "day", "week", "month", "quarter", "year", "raid", "span"),
    "term": ("current", "former"),
    "of": ("country", "place", "whole", "launched"),
    "side": (), "person": (), "office": (), "country": (), "weekday": (), "scope": (), "by": (),
})  # fmt: skip
#: What an editor may say of a claim that should not be judged as read; "none" lifts our own doubt.
DOUBTS: tuple[Reason, ...] = (
    "misread", "ambiguous_period", "ambiguous_place", "undefined_term", "no_ledger", "out_of_coverage",
)  # fmt: skip
#: The doubts that a mend of a key settles.
SETTLES: Mapping[str, tuple[Reason, ...]] = MappingProxyType({
    "period": ("ambiguous_period", "undefined_term"),
    "baseline": ("ambiguous_period", "undefined_term"),
    "place": ("ambiguous_place", "no_ledger"),
    "measure": ("undefined_term", "no_ledger", "misread"),
    "frame": ("undefined_term", "misread"),
    "value": ("undefined_term", "misread"),
    "unit": ("undefined_term", "misread"),
    "weapon": ("undefined_term", "no_ledger"),
})  # fmt: skip


def mend(claim: Claim, values: Mapping[str, str]) -> Claim:
    """`claim` with an editor's values. Raises EditingError for a key or value that does not exist."""
    for key, value in values.items():
        if key not in KEYS:
            raise EditingError(f"{key!r} cannot be mended; what can: {', '.join(KEYS)}")
        claim = KEYS[key](claim, value.strip())
        if claim.doubt in SETTLES.get(key, ()) and "doubt" not in values:
            claim = replace(claim, doubt=None, doubt_detail="")
    return claim


def _one_of(key: str, value: str, allowed: tuple[str, ...]) -> str:
    if value not in allowed:
        raise EditingError(f"{key}: {value!r} is not one of {', '.join(allowed)}")
    return value


def _number(key: str, value: str) -> float:
    try:
        number = float(value.replace(",", "").replace("\N{NO-BREAK SPACE}", "").removesuffix("%").strip())
    except ValueError:
        number = math.nan
    if not math.isfinite(number):
        raise EditingError(f"{key}: {value!r} is not a number; write 367, 1,200 or 13.9")
    return number


def _measure(claim: Claim, value: str) -> Claim:
    measure: Any = None if value == "none" else _one_of("measure", value, (*get_args(Measure), "none"))
    return replace(claim, measure=measure)


def _frame(claim: Claim, value: str) -> Claim:
    frame: Any = _one_of("frame", value, get_args(Frame))
    return replace(claim, frame=frame)


def _comparator(claim: Claim, value: str) -> Claim:
    comparator: Any = _one_of("comparator", value, get_args(Comparator))
    return replace(claim, comparator=comparator)


def _value(claim: Claim, value: str) -> Claim:
    return replace(claim, value=_number("value", value), low=None, high=None)


def _low(claim: Claim, value: str) -> Claim:
    return replace(claim, low=_number("low", value))


def _high(claim: Claim, value: str) -> Claim:
    return replace(claim, high=_number("high", value))


def _unit(claim: Claim, value: str) -> Claim:
    unit, _, per = value.partition("/")
    if unit not in UNITS or (per and per not in PER) or value.endswith("/"):
        raise EditingError(f"unit: {value!r} is not one of {', '.join(UNITS)}, or one of them with /{', /'.join(PER)}")
    return replace(claim, unit=value)


def _period(claim: Claim, value: str) -> Claim:
    night = claim.period is not None and claim.period.granularity == "night"
    return replace(claim, period=spans.read("period", value, night=night))


def _baseline(claim: Claim, value: str) -> Claim:
    period = spans.read("baseline", value)
    if claim.baseline is not None:
        return replace(claim, baseline=replace(claim.baseline, period=period, label=""))
    kind = {"first_since": "since", "extreme": "window", "rank": "window", "streak": "window"}.get(
        claim.frame, "period"
    )
    return replace(claim, baseline=Baseline(kind, period))  # type: ignore[arg-type]


def _place(claim: Claim, value: str) -> Claim:
    scope = {k: v for k, v in claim.dimensions.items() if k != "scope"}
    place = None if value.lower() == "none" else naming.place(value)
    return replace(claim, place=place, dimensions=MappingProxyType(scope))


def _weapon(claim: Claim, value: str) -> Claim:
    others = {k: v for k, v in claim.dimensions.items() if k != "weapon"}
    if value.lower() != "all":
        others["weapon"] = naming.weapon(value)
    return replace(claim, dimensions=MappingProxyType(others))


def _speaker(claim: Claim, value: str) -> Claim:
    if value.lower() == "none":
        return replace(claim, attribution=None)
    old = claim.attribution or Attribution("", None, "")
    return replace(claim, attribution=replace(old, source=value, producer=naming.producer_called(value), cue="editor"))


def _producer(claim: Claim, value: str) -> Claim:
    producer = None if value.lower() == "none" else naming.producer(value)
    old = claim.attribution or Attribution(value, None, "")
    return replace(claim, attribution=replace(old, producer=producer, cue=old.cue or "editor"))


def _doubt(claim: Claim, value: str) -> Claim:
    doubt: Any = _one_of("doubt", value, (*DOUBTS, "none"))
    if doubt == "none":
        return replace(claim, doubt=None, doubt_detail="")
    return replace(claim, doubt=doubt, doubt_detail="by an editor's word")


def _dimension(key: str, allowed: tuple[str, ...]) -> Callable[[Claim, str], Claim]:
    def put(claim: Claim, value: str) -> Claim:
        others = {k: v for k, v in claim.dimensions.items() if k != key}
        if value.lower() != "none":
            others[key] = _one_of(key, value, (*allowed, "none")) if allowed else value
        return replace(claim, dimensions=MappingProxyType(others))

    return put


#: Every key that can be mended, and what puts its value into a claim.
KEYS: Mapping[str, Callable[[Claim, str], Claim]] = MappingProxyType({
    "measure": _measure,
    "frame": _frame,
    "value": _value,
    "low": _low,
    "high": _high,
    "unit": _unit,
    "comparator": _comparator,
    "period": _period,
    "baseline": _baseline,
    "place": _place,
    "weapon": _weapon,
    "speaker": _speaker,
    "producer": _producer,
    "doubt": _doubt,
    **{key: _dimension(key, allowed) for key, allowed in DIMENSIONS.items()},
})  # fmt: skip
