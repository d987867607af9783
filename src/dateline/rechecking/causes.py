"""Why a finding reads differently now: the readings of then beside those of now."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from dateline.ledgers.corrections import Correction
from dateline.rechecking.kept import Kept
from dateline.records.finding import Finding, Reading

#: Why a finding differs. `docs/how-to/recheck.md` lists them.
CAUSES = ("new_vintage", "new_days", "corrected_entry", "withdrawn_entry", "newer_policy", "newer_program")
Code = Literal["new_vintage", "new_days", "corrected_entry", "withdrawn_entry", "newer_policy", "newer_program"]
#: Vintages of one figure stand in the ledgers under definitions that differ by a date alone.
_VINTAGE = re.compile(r",?\s*(?:(?:vintage|corrected)\s+)?\b\d{4}(?:-\d{2}){1,2}\b")
#: A check's JSON has three decimals; two values nearer than this are one.
_CLOSE = 1e-3


@dataclass(frozen=True, slots=True)
class Cause:
    """`then` and `now` are the readings that differ, None where there was or is none; both are None for a cause that is
    no figure's (`newer_policy`, `newer_program`): then `words` are the two versions."""

    code: Code
    then: Reading | None = None
    now: Reading | None = None
    words: str = ""


def same(one: Finding, other: Finding) -> bool:
    """Whether two findings say the same: verdict, reason and the value shown first."""
    if (one.verdict, one.reason) != (other.verdict, other.reason):
        return False
    return bool(one.withheld or other.withheld) or close(one.computed, other.computed)


def close(one: float | None, other: float | None) -> bool:
    if one is None or other is None:
        return one is other
    return math.isclose(one, other, rel_tol=1e-6, abs_tol=_CLOSE)


def causes(kept: Kept, policy: str, program: str, findings: tuple[Finding, Finding, Finding]) -> tuple[Cause, ...]:
    """`findings` are the file's, the one that today's ledgers and program give as of the file's own day, and the one
    of now. What parts the first two is a past that was rewritten, or other rules; what parts the others came since.
    """
    written, again, now = findings
    found: list[Cause] = []
    if not same(written, again):
        found += _rewritten(written.readings, again.readings) or _rules(kept, policy, program)
    if not same(again, now):
        found += _since(again.readings, now.readings)
    if not found and kept.policy != policy:
        found += _rules(kept, policy, program)
    return tuple(dict.fromkeys(found)) or (Cause("newer_program", words=_versions(kept.program, program)),)


def corrected(cause: Cause, log: Iterable[Correction]) -> Cause:
    """`cause` as a corrected entry, with who says so and why, where the log has its new value."""
    now = cause.now
    if cause.code not in ("new_vintage", "corrected_entry") or now is None or now.period is None or now.value is None:
        return cause
    for one in log:
        then = cause.then.value if cause.then is not None else None
        if one.moves(now.producer, now.period, then, now.value):
            return replace(cause, code="corrected_entry", words=f"{one.by}, {one.made}: {one.because}")
    return cause


def _rules(kept: Kept, policy: str, program: str) -> list[Cause]:
    if kept.policy != policy:
        return [Cause("newer_policy", words=f"{kept.policy}, now {policy}")]
    return [Cause("newer_program", words=_versions(kept.program, program))]


def _versions(then: str, now: str) -> str:
    return f"{then or 'an earlier one'}, now {now}"


def _rewritten(then: Sequence[Reading], now: Sequence[Reading]) -> list[Cause]:
    """What differs although the day is the same: entries corrected, withdrawn, or brought in later."""
    found = []
    for one, other in _paired(then, now):
        if one is None:
            found.append(Cause("new_days", None, other))
        elif other is None:
            found.append(Cause("withdrawn_entry", one, None))
        elif not _alike(one, other):
            code: Code = "new_days" if one.period != other.period else "corrected_entry"
            found.append(Cause(code, one, other))
    return found


def _since(then: Sequence[Reading], now: Sequence[Reading]) -> list[Cause]:
    """What came to be known between the two days."""
    found = []
    for one, other in _paired(then, now):
        if other is None:
            found.append(Cause("withdrawn_entry", one, None))
        elif one is None:
            found.append(Cause("new_days", None, other))
        elif not _alike(one, other):
            found.append(Cause("new_days" if one.period != other.period else "new_vintage", one, other))
    return found


def _alike(one: Reading, other: Reading) -> bool:
    if one.period != other.period and one.value is None:
        return one.answer == other.answer
    return close(one.value, other.value) and one.answer == other.answer


def _paired(then: Sequence[Reading], now: Sequence[Reading]) -> list[tuple[Reading | None, Reading | None]]:
    """Readings of the same producer and definition beside each other, those in the text's own terms first; where
    there are such, readings that depart are left aside, since they follow them."""
    old, new = _straight(then), _straight(now)
    keys = dict.fromkeys((*old, *new))
    pairs = [(old.get(key), new.get(key)) for key in keys]
    # A definition that stands on one side alone is no news where the same producer answers on both.
    both = {key[0] for key in keys if key in old and key in new}
    return [(a, b) for (a, b), key in zip(pairs, keys, strict=True) if (a and b) or key[0] not in both]


def _straight(readings: Iterable[Reading]) -> dict[tuple[str, str], Reading]:
    """The first reading of each producer and definition, without departures where there are such."""
    readings = list(readings)
    kept = [r for r in readings if not r.departs] or readings
    found: dict[tuple[str, str], Reading] = {}
    for reading in kept:
        found.setdefault((reading.producer, _VINTAGE.sub("", reading.definition)), reading)
    return found
