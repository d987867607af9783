"""The corrections log: entries that an editor of the data says are wrong, by whom and why. It is only ever added to.

A correction is a vintage like any other, known from the day on which it was made: what was checked before it reads as
it did, and what is checked after it shows both. Only tables that keep vintages can be corrected so.
"""

from __future__ import annotations

import json
import os
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path
from types import MappingProxyType

from dateline.ledgers.files import LedgerAbsent, LedgerError, Table, day, number, table

FILE = "corrections.jsonl"
_TEXT = ("by", "because", "theatre", "table", "measure", "producer", "source")
#: Tables that keep vintages, with the column of the producer and that of the value.
COLUMNS: Mapping[str, tuple[str, str]] = MappingProxyType(
    {"casualties": ("body", "value"), "area_published": ("producer", "value_km2")}
)


@dataclass(frozen=True, slots=True)
class Correction:
    """`start` to `end`, inclusive, is the period of the entry; `was` its value until then. `made` is the day of the
    correction, `by` who made it, `because` why, `source` where the right value stands."""

    made: date
    by: str
    because: str
    theatre: str
    table: str
    measure: str
    producer: str
    start: date
    end: date
    was: float
    value: float
    source: str

    def of(self, row: Mapping[str, str]) -> bool:
        """Whether `row` of the table is a vintage of the corrected entry."""
        producer, _ = COLUMNS[self.table]
        return (
            row[producer] == self.producer
            and row["measure"] == self.measure
            and day(row["start"]) == self.start
            and day(row["end"], last=True) == self.end
        )

    def vintage(self, row: Mapping[str, str]) -> dict[str, str]:
        """`row` as it reads from the day of the correction on."""
        _, value = COLUMNS[self.table]
        made = self.made.isoformat()
        note = f"corrected {made} by {self.by}: {self.because}"
        definition = f"{row['definition']}, corrected {made}"
        changed = {
            "definition": definition,
            value: f"{self.value:g}",
            "known_at": made,
            "known": "recorded",
            "note": note,
        }
        return {**row, **changed, "original_value": f"{self.value:g}", "source": self.source or row["source"]}


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
    line = (json.dumps(stated, ensure_ascii=False) + "\n").encode("utf-8")
    handle = os.open(home / FILE, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o666)
    try:
        os.write(handle, line)
        os.fsync(handle)
    finally:
        os.close(handle)


@dataclass(frozen=True)
class Corrected:
    """A table with the vintages that the log adds, each behind the one that it corrects."""

    plain: Path | Table
    name: str
    corrections: tuple[Correction, ...]

    def rows(self) -> list[dict[str, str]]:
        rows = list(table(self.plain, ()))
        for correction in self.corrections:
            old = newest(rows, correction)
            if old is not None:
                rows.append(correction.vintage(old))
        return rows


def newest(rows: Sequence[Mapping[str, str]], correction: Correction) -> Mapping[str, str] | None:
    """The vintage that `correction` puts right, the last one known by its day; None where there is none."""
    known = [row for row in rows if correction.of(row) and _known(row) <= correction.made]
    return max(known, key=_known, default=None)


def standing(plain: Path | Table, correction: Correction) -> float:
    """The value that the entry has on the day of the correction. Raises LedgerError where there is no such entry."""
    try:
        rows = list(table(plain, ()))
    except LedgerAbsent:
        rows = []
    old = newest(rows, correction)
    value = number(old[COLUMNS[correction.table][1]]) if old is not None else None
    if value is None:
        raise LedgerError(
            f"no entry of {correction.producer} for {correction.measure} from {correction.start} to {correction.end} "
            f"in {correction.theatre}; dateline figure shows which there are"
        )
    return value


def _known(row: Mapping[str, str]) -> date:
    return day(row["known_at"], last=True) or day(row["end"], last=True) or date.max


def _read(line: str, where: str) -> Correction:
    try:
        stated = json.loads(line)
        text = {key: str(stated[key]) for key in _TEXT}
        if text["table"] not in COLUMNS:
            raise ValueError(text["table"])
        days = {key: date.fromisoformat(stated[key]) for key in ("made", "start", "end")}
        return Correction(**text, **days, was=float(stated["was"]), value=float(stated["value"]))  # type: ignore[arg-type]
    except (ValueError, KeyError, TypeError) as error:
        raise LedgerError(f"{where}: is no correction ({type(error).__name__}: {error}); mend or remove it") from None
