"""Tables and series as they read with the corrections of the log."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from pathlib import Path

from dateline.ledgers.correctable import KINDS, Kind
from dateline.ledgers.corrections import Correction
from dateline.ledgers.files import LedgerAbsent, LedgerError, Table, day, number, table
from dateline.ledgers.pieces import Piece
from dateline.ledgers.shapes import NEVER, OPEN, Row, cell
from dateline.records.entry import Entry
from dateline.records.period import Period

#: So many of the rows that a question fits are named.
_NAMED = 4


@dataclass(frozen=True)
class Corrected:
    """A table with what the log says of it, in the order of the log."""

    plain: Path | Table
    name: str
    corrections: tuple[Correction, ...]

    def rows(self) -> list[Row]:
        rows = list(table(self.plain, ()))
        for correction in self.corrections:
            found = standing_row(rows, correction)
            if found is None:
                continue
            if KINDS[correction.table].mode == "vintage":
                rows.append(_vintage(correction, found))
            elif found[column_of(correction)] == cell(correction.was):  # else its publisher has changed it since
                rows[next(n for n, row in enumerate(rows) if row is found)] = _revised(correction, found)
        return rows


def corrected_pieces(found: Sequence[Piece], log: Iterable[Correction]) -> Iterator[Piece]:
    """The vintages that the log adds to brought series, each a piece of its own."""
    earlier = list(found)
    for correction in log:
        own = [p for p in earlier if (p.measure, p.producer) == (correction.measure, correction.producer)]
        piece = Piece(
            correction.measure, correction.producer, Period.through(correction.start, correction.end),
            partial(_entries, tuple(own), correction),
        )  # fmt: skip
        earlier.append(piece)
        yield piece


def column_of(correction: Correction) -> str:
    """The column that the correction puts right."""
    return correction.column or KINDS[correction.table].values[correction.measure]


def standing(plain: Path | Table, asked: Correction) -> Correction | None:
    """The correction with what tells its row from others and the value that stands there on its day; None where there
    is no such row. Raises LedgerError where several fit what was asked."""
    try:
        rows = list(table(plain, ()))
    except LedgerAbsent:
        return None
    kind = KINDS[asked.table]
    fitting = [row for row in rows if _fits(row, asked)]
    if kind.mode != "vintage" and len(fitting) > 1:
        _refuse(asked, [{key: row[key] for key in kind.keys} for row in fitting])
    row = standing_row(fitting, asked)
    if row is None:
        return None
    told = row[column_of(asked)]
    if kind.mode == "fact":
        start, end = _days(row, kind)
        return replace(asked, was=told, where=_where(row, kind.keys), start=start, end=end)
    if number(told) is None:
        return None
    return replace(asked, was=float(told), where=_where(row, kind.keys))


def standing_entry(found: Sequence[Piece], asked: Correction) -> Correction | None:
    """The same of an entry of a brought series."""
    own = [p for p in found if (p.measure, p.producer) == (asked.measure, asked.producer)]
    fitting = [e for e in _fitting(own, asked) if e.known_at <= asked.made]
    cells = {_identity(entry): entry for entry in fitting}
    if len(cells) > 1:
        _refuse(asked, [dict(identity) for identity in cells])
    newest = max(fitting, key=lambda e: e.known_at, default=None)
    return None if newest is None else replace(asked, was=newest.value, where=_identity(newest))


def _refuse(asked: Correction, found: Sequence[Mapping[str, str]]) -> None:
    """Raises LedgerError that says what the entries differ in."""
    keys = [key for key in found[0] if len({one.get(key, "") for one in found}) > 1]
    shown = [" ".join(f"--where '{key}={one.get(key, '')}'" for key in keys) for one in found[:_NAMED]]
    more = f" or one of {len(found) - _NAMED} more" if len(found) > _NAMED else ""
    which = "; add " + " or ".join(shown) + more if keys else ", and nothing tells them apart"
    raise LedgerError(f"{len(found)} entries fit {asked.measure} as asked{which}")


def standing_row(rows: Iterable[Row], correction: Correction) -> Row | None:
    """The row that `correction` puts right: of vintages the last one known by its day; None where there is none."""
    fitting = [row for row in rows if _fits(row, correction)]
    if KINDS[correction.table].mode != "vintage":
        return fitting[0] if len(fitting) == 1 else None
    known = [row for row in fitting if _known(row) <= correction.made]
    return max(known, key=_known, default=None)


def _fits(row: Row, correction: Correction) -> bool:
    kind = KINDS[correction.table]
    if kind.producer and row[kind.producer] != correction.producer:
        return False
    if "measure" in row and row["measure"] != correction.measure:
        return False
    start, end = _days(row, kind)
    either = kind.mode == "fact"  # a day that is not named is any
    if start != correction.start and not (either and correction.start == NEVER):
        return False
    if end != correction.end and not (either and correction.end == OPEN):
        return False
    return all(row.get(key, "") == value for key, value in correction.where)


def _days(row: Row, kind: Kind) -> tuple[date, date]:
    return day(row[kind.start]) or NEVER, day(row[kind.end], last=True) or OPEN


def _where(row: Row, keys: Iterable[str]) -> tuple[tuple[str, str], ...]:
    return tuple((key, row.get(key, "")) for key in keys)


def _vintage(correction: Correction, row: Row) -> Row:
    """`row` as it reads from the day of the correction on."""
    made = correction.made.isoformat()
    changed = {
        "definition": f"{row['definition']}, corrected {made}",
        column_of(correction): f"{correction.value:g}",
        "known_at": made,
        "known": "recorded",
        "note": _note(correction),
        "original_value": f"{correction.value:g}",
    }
    return {**row, **changed, "source": correction.source or row["source"]}


def _revised(correction: Correction, row: Row) -> Row:
    changed = {column_of(correction): cell(correction.value), "source": correction.source or row["source"]}
    return {**row, **changed, **({"note": _note(correction)} if "note" in row else {})}


def _note(correction: Correction) -> str:
    return f"corrected {correction.made} by {correction.by}: {correction.because}"


def _entries(own: Sequence[Piece], correction: Correction) -> list[Entry]:
    """The vintage of the entry that the correction puts right; none where there is no such entry any more."""
    known = [e for e in _fitting(own, correction) if e.known_at <= correction.made]
    newest = max(known, key=lambda e: e.known_at, default=None)
    if newest is None or isinstance(correction.value, str):
        return []
    return [
        replace(
            newest, value=correction.value, known_at=correction.made, known="recorded", low=None, high=None,
            original_value=cell(correction.value), note=_note(correction), source=correction.source or newest.source,
        )
    ]  # fmt: skip


def _fitting(own: Iterable[Piece], correction: Correction) -> Iterator[Entry]:
    for piece in own:
        for entry in piece.read():
            if (entry.period.start, entry.period.last) == (correction.start, correction.end):
                told = dict(_identity(entry))
                if all(told.get(key, "") == value for key, value in correction.where):
                    yield entry


def _identity(entry: Entry) -> tuple[tuple[str, str], ...]:
    return (("definition", entry.definition), ("place", entry.place), *entry.dimensions)


def _known(row: Row) -> date:
    return day(row["known_at"], last=True) or day(row["end"], last=True) or date.max
