"""The `dateline figure` command that gives a finding's number again."""

from __future__ import annotations

import re
import shlex
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from dateline.checking.policy import Weighed
from dateline.ledgers import MEASURES
from dateline.records.finding import Reading
from dateline.records.period import Period

#: Where the note on moved ends begins, which sums up several readings of the ledger.
MOVED = "either end moved by one snapshot"
#: What the note on a running total begins with where another day was asked for: asked for itself, it has none of it.
_RUNNING = re.compile(r"^running total to \d{4}-\d{2}-\d{2}(?:, )?")


@dataclass(frozen=True, slots=True)
class Command:
    """`dateline figure` with its arguments; `options` come as they are written, `last` is the last day to ask for."""

    measure: str
    period: Period | None
    last: date | None
    where: tuple[tuple[str, str], ...] = ()
    place: str | None = None
    options: tuple[str, ...] = ()
    theatre: str | None = None
    as_of: date | None = None

    def line(self, *more: str) -> str:
        """The command as a shell takes it, ends inclusive."""
        parts = ["dateline", "figure", self.measure]
        if self.period is not None:
            parts += ["--from", str(self.period.start), "--to", str(self.last or self.period.last)]
        parts += ["--place", self.place] if self.place else []
        for key, value in self.where:
            parts += ["--where", f"{key}={value}"]
        parts += [*self.options, *more]
        parts += ["--theatre", self.theatre] if self.theatre else []
        parts += ["--as-of", str(self.as_of)] if self.as_of else []
        return shlex.join(parts)


def repeating(asked: Command, shown: Reading, weighed: Sequence[Weighed]) -> str:
    """The command that gives `shown` again: where that is not the answer that `dateline figure` gives first, its
    producer, its period or its definition is named."""
    readings = [w.reading for w in weighed]
    recorded = shown.basis == "recorded" and asked.measure.startswith("territory.")
    more = ("--producer", shown.producer) if recorded else ()
    if "rank" in asked.options:
        return _of_track(asked, shown, readings, more)
    moved = _shifted(asked, shown)
    if moved:
        assert shown.period is not None
        asked = replace(asked, period=shown.period, last=shown.period.last)
        if shown.basis == "computed":
            return asked.line()
    rivals = [r for r in readings if not recorded or r.producer == shown.producer]
    first = min(rivals, key=lambda r: (bool(r.departs), r.basis != "computed"), default=shown)
    usual = (first.definition, first.value) == (shown.definition, shown.value) and not MEASURES[asked.measure].breaks
    if usual or shown.answer:
        return asked.line(*more)
    note = shown.note.partition(MOVED)[0].rstrip("; ")
    note = _RUNNING.sub("", note) if moved else note
    return asked.line(*more, "--reading", f"{shown.definition}; {note}" if note else shown.definition)


def _shifted(asked: Command, shown: Reading) -> bool:
    """Is the reading the plain amount of another period? A share or change of moved ends is of two such periods."""
    if asked.period is None or shown.period is None or "--as" in asked.options:
        return False
    if shown.basis == "computed" and "cut_off" not in shown.departs:
        return False
    overnight = "window" in shown.note or "bulletins" in shown.note
    return shown.period != asked.period and shown.period.days < 3660 and not overnight


def _of_track(asked: Command, shown: Reading, readings: Sequence[Reading], more: Sequence[str]) -> str:
    if shown.period is not None:
        asked = replace(asked, period=shown.period, last=shown.period.last)
    rivals = [r for r in readings if not more or r.producer == shown.producer]
    definition = shown.definition.removesuffix(", a day")
    first = rivals[0].definition.removesuffix(", a day") if rivals else definition
    return asked.line(*more) if first == definition else asked.line(*more, "--reading", definition)
