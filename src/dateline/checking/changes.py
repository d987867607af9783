"""Changes: one period's amount set against another's under the same convention."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Literal

from dateline.checking.answers import Answer, Answers

#: How a change is put: in the measure's unit, in per cent of the earlier amount, as how many times more, or less.
Terms = Literal["unit", "percent", "times", "times-less"]


def changes(now: Answers, base: Answers, terms: Terms, *, scale: float = 1.0, daily: bool = False) -> Iterator[Answer]:
    """Every pair of answers of one producer and convention, as the change from `base` to `now`.

    `scale` is what an amount is divided by to be in the unit asked. `daily` adds each pair's averages a day, where the
    two periods are of unequal length. A pair whose change cannot be put in `terms` (per cent of nothing) is left out.
    """
    for one in now.found:
        for two in base.found:
            if one.producer != two.producer or not _same_terms(one, two):
                continue
            departs = tuple(dict.fromkeys((*one.departs, *two.departs)))
            value = change(one.value, two.value, terms, scale)
            if value is None:
                continue
            note = f"{one.value:,.0f} against {two.value:,.0f}" if max(one.value, two.value) >= 10 else ""
            made = replace(
                one, value=value, rows=one.rows + two.rows, departs=departs, note=note, low=None, high=None,
                sources=(*one.sources, *two.sources), exact=False,
            )  # fmt: skip
            yield made
            if daily and one.days != two.days and one.convention == two.convention:
                averages = change(one.value / one.days, two.value / two.days, terms, scale)
                if averages is not None:
                    yield replace(made, value=averages, definition=f"{one.definition}, a day", note=f"{note}, per day")


def change(now: float, base: float, terms: Terms, scale: float = 1.0) -> float | None:
    """The change from `base` to `now`; None where it cannot be put in these terms."""
    if terms in ("times", "times-less"):
        above, below = (base, now) if terms == "times-less" else (now, base)
        return above / below if above > 0 and below > 0 else None
    if terms == "percent":
        return 100.0 * (now - base) / base if base > 0 else None
    return (now - base) / scale


def _same_terms(one: Answer, two: Answer) -> bool:
    """The same convention; of moved ends any pair, since each month's cut-off is its own."""
    if one.exact or two.exact:
        return False
    if one.convention == two.convention:
        return True
    if one.basis == two.basis == "computed" and one.convention.startswith("net") and two.convention.startswith("net"):
        return True
    nights = one.convention.startswith(("night+", "nights")) and two.convention.startswith(("night+", "nights"))
    return nights and one.definition == two.definition
