"""The corrections log: entries that an editor of the data says are wrong, by whom and why. It is only ever added to.

A toll, a published area or an entry of a brought series gets a vintage of its own, known from the day of the
correction. A row of a bulletin reads corrected from that day on and as it did before; a meeting or a term of office
happened when it happened, and reads corrected whatever the day. A publisher's later word stands over ours.
"""

from __future__ import annotations

import json
import os
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path
from typing import Any

from dateline.ledgers.correctable import KINDS
from dateline.ledgers.files import LedgerError
from dateline.records.period import Period

FILE = "corrections.jsonl"
_TEXT = ("by", "because", "theatre", "table", "measure", "producer", "source")
#: Two values nearer than this are one.
_CLOSE = 1e-3


@dataclass(frozen=True, slots=True)
class Correction:
    """`start` to `end`, inclusive, is the period of the entry, unknown days as `date.min` and `date.max`; `was` its
    value until then, in words for a fact. `made` is the day of the correction, `by` who made it, `because` why,
    `source` where the right value stands. `where` tells the entry from others of its period, `column` is what a fact
    is corrected in."""

    made: date
    by: str
    because: str
    theatre: str
    table: str
    measure: str
    producer: str
    start: date
    end: date
    was: float | str
    value: float | str
    source: str
    where: tuple[tuple[str, str], ...] = ()
    column: str = ""

    def moves(self, producer: str, period: Period, then: float | None, now: float) -> bool:
        """Whether it explains that the producer's figure for the period reads `now`: it is that figure, or one of
        those that are summed in it."""
        if producer != self.producer or isinstance(self.value, str) or isinstance(self.was, str):
            return False
        if KINDS[self.table].mode == "vintage":
            return (self.start, self.end) == (period.start, period.last) and abs(self.value - now) <= _CLOSE
        inside = period.start <= self.start and self.end <= period.last
        return inside and then is not None and abs((now - then) - (self.value - self.was)) <= _CLOSE

    @property
    def told(self) -> str:
        """What is corrected, and from what to what, as `dateline correct --list` prints it."""
        days = f", {self.start}" if self.start != date.min else ""
        days += f" to {self.end}" if self.end != date.max else ""
        which = "".join(f", {key} {value}" for key, value in self.where if value)
        whose = f"{self.producer}, " if self.producer else ""
        what = f" {self.column}" if self.column else ""
        return f"{self.theatre}, {whose}{self.measure}{days}{which}:{what} {_said(self.was)} is {_said(self.value)}"


def read(home: Path) -> tuple[Correction, ...]:
    """The log in the order in which it was written; empty where there is none. Raises LedgerError with the line that
    cannot be read."""
    try:
        lines = (home / FILE).read_text(encoding="utf-8").splitlines()
    except FileNotFoundError:
        return ()
    return tuple(_read(line, f"{home / FILE} line {at}") for at, line in enumerate(lines, start=1) if line.strip())


def append(home: Path, correction: Correction) -> None:
    """Adds a line to the log, whole or not at all."""
    home.mkdir(parents=True, exist_ok=True)
    stated = {k: v.isoformat() if isinstance(v, date) else v for k, v in asdict(correction).items()}
    stated["where"] = dict(correction.where)
    line = (json.dumps(stated, ensure_ascii=False) + "\n").encode("utf-8")
    handle = os.open(home / FILE, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o666)
    try:
        os.write(handle, line)
        os.fsync(handle)
    finally:
        os.close(handle)


def _said(value: float | str) -> str:
    return f"{value:.12g}" if isinstance(value, float | int) else f"“{value}”"


def _read(line: str, where: str) -> Correction:
    try:
        stated = json.loads(line)
        text = {key: str(stated[key]) for key in _TEXT}
        days = {key: date.fromisoformat(stated[key]) for key in ("made", "start", "end")}
        kind, column = KINDS[text["table"]], str(stated.get("column", ""))
        if (kind.mode == "fact") != (column in kind.sets):
            raise ValueError(f"column {column!r}")
        value: Any = str if kind.mode == "fact" else float
        keys = tuple((str(key), str(told)) for key, told in dict(stated.get("where", {})).items())
        given: dict[str, Any] = {**text, **days, "where": keys, "column": column}
        return Correction(**given, was=value(stated["was"]), value=value(stated["value"]))
    except (ValueError, KeyError, TypeError) as error:
        raise LedgerError(f"{where}: is no correction ({type(error).__name__}: {error}); mend or remove it") from None
