"""How the rows of a ledger's table read as entries, and entries as rows: one declared shape a table.

A family reads rows (a dictionary of text by column), from the starter's CSV or from the store: `rows(entries(rows))`
gives the same cells. A row with several counts is several entries, one a measure; a row without any is one entry of
the shape's `presence` measure, since that it stands there says something too.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from types import MappingProxyType

from dateline.ledgers.files import LedgerError, day, number
from dateline.records.entry import Entry
from dateline.records.finding import Known
from dateline.records.period import Granularity, Period

Row = dict[str, str]
#: The table of entries that need no family of their own; it has no shape.
SERIES = "series"
#: An unknown first day and an end that has not come.
NEVER, OPEN = date.min, date.max
#: Tables of facts, not of figures: a term of office, a meeting, a flag of a day. They happened when they happened, and
#: that we wrote one down late, or wrongly, takes nothing away from what the world knew. They have no as-of view.
FACTS = frozenset({"talks", "officials", "territory_gaps"})


@dataclass(frozen=True)
class Shape:
    """One table. `columns` are its columns in order; `start` and `end` (inclusive) are its days.

    `values` gives the measure of each column that holds a count; a measure of "" stands in the column `measure`.
    `across` is the measure of every column that `columns` does not name, each a place. `producer` is the one who makes
    all of it, unless a column names one. `order` are the columns by which rows are sorted, stably; without it rows
    keep their order. What is no day, no count and no field of an entry is a dimension, in `dimensions`.
    """

    table: str
    columns: tuple[str, ...]
    values: Mapping[str, str]
    start: str = "start"
    end: str = "end"
    producer: str = ""
    unit: str = ""
    granularity: Granularity | None = None
    presence: str = ""
    across: str = ""
    #: Fields of an entry by the column that holds them.
    fields: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({"source": "source", "note": "note"}))
    order: tuple[str, ...] = ()

    @property
    def dimensions(self) -> tuple[str, ...]:
        taken = {self.start, self.end, *self.values, *self.fields.values(), "measure"}
        return tuple(sorted(column for column in self.columns if column not in taken))

    def entries(self, rows: Iterable[Mapping[str, str]]) -> list[Entry]:
        """The entries of `rows`, in their order. Raises LedgerError where a day or a count cannot be read."""
        made: list[Entry] = []
        for row in rows:
            try:
                made += self._entries(row)
            except (ValueError, KeyError) as fault:
                raise LedgerError(f"{self.table}: a row cannot be read ({fault}): {dict(row)}") from fault
        return made

    def rows(self, entries: Sequence[Entry]) -> list[Row]:
        """The rows whose entries these are, in the order of the table; `territory_held` comes with all its places."""
        if self.across:
            return self._grid(entries)
        found: dict[tuple[object, ...], Row] = {}
        for number_, entry in enumerate(entries):
            key = self._key(entry, number_)
            row = found.get(key)
            if row is None:
                row = found[key] = self._row(entry)
            for column, measure in self.values.items():
                if measure in ("", entry.measure):
                    row[column] = cell(entry.value)
        return self._sorted(found.values())

    def _entries(self, row: Mapping[str, str]) -> Iterator[Entry]:
        period, known_at, known = self._period(row), day(row.get("known_at") or "", last=True), row.get("known") or ""
        given = {name: row.get(column) or "" for name, column in self.fields.items()}
        low, high = number(given.pop("low", "")), number(given.pop("high", ""))
        original = given.pop("original_value", None)
        producer = given.pop("producer", "") or self.producer
        place = given.pop("place", "")
        rest = tuple((column, row.get(column) or "") for column in self.dimensions)
        ends = period.start if period.stop == OPEN else period.last
        for measure, where, text, value in self._values(row, place):
            yield Entry(
                measure, period, where, value, producer, known_at or ends, _known(known, known_at),
                unit=self.unit, low=low, high=high, dimensions=rest,
                original_value=text if original is None else original, source=given.get("source", ""),
                definition=given.get("definition", ""), note=given.get("note", ""), sha256=given.get("sha256", ""),
            )  # fmt: skip

    def _values(self, row: Mapping[str, str], place: str) -> Iterator[tuple[str, str, str, float]]:
        """Measure, place, cell and value of each count that the row states."""
        if self.across:
            for column, text in row.items():
                if column not in self.columns:
                    yield self.across, column, text, float(text)
            return
        stated = False
        for column, measure in self.values.items():
            value = number(row.get(column) or "")
            if value is not None:
                stated = True
                yield measure or row["measure"], place, row[column], value
        if not stated and self.presence:
            yield self.presence, place, "", 1.0

    def _period(self, row: Mapping[str, str]) -> Period:
        start, end = day(row[self.start]), day(row[self.end], last=True)
        if start is None:
            return Period(NEVER, end + timedelta(days=1) if end else OPEN)
        if not end:
            return Period(start, OPEN)
        return Period.through(start, end, self.granularity or ("day" if start == end else "span"))

    def _key(self, entry: Entry, number_: int) -> tuple[object, ...]:
        """What the entries of one row share; a row of one entry is like no other."""
        if len(self.values) <= 1:
            return (number_,)
        return (entry.producer, entry.period.start, entry.period.stop, entry.place, entry.definition, entry.dimensions)

    def _row(self, entry: Entry) -> Row:
        row = dict.fromkeys(self.columns, "")
        row.update(entry.dimensions)
        for name, column in self.fields.items():
            row[column] = cell(getattr(entry, name))
        period = entry.period
        row[self.start] = "" if period.start == NEVER else period.start.isoformat()
        row[self.end] = "" if period.stop == OPEN else period.last.isoformat()
        if "measure" in row:
            row["measure"] = entry.measure
        return row

    def _grid(self, entries: Sequence[Entry]) -> list[Row]:
        """A row a day with a column a place, the places in the order in which they first come."""
        places = dict.fromkeys(entry.place for entry in entries)
        days: dict[date, Row] = {}
        for entry in entries:
            row = days.get(entry.period.start)
            if row is None:
                row = days[entry.period.start] = {
                    self.start: entry.period.start.isoformat(),
                    **dict.fromkeys(places, "0"),
                }
                for name, column in self.fields.items():
                    row[column] = cell(getattr(entry, name))
            row[entry.place] = cell(entry.value)
        return [days[when] for when in sorted(days)]

    def _sorted(self, rows: Iterable[Row]) -> list[Row]:
        return sorted(rows, key=lambda row: tuple(row[column] for column in self.order))


def cell(value: str | float | date | bool | None) -> str:
    """A value as every table writes it: unknown is empty, truth is a word, a whole number has no decimals."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        return f"{value:.3f}".rstrip("0").rstrip(".")
    return str(value)


def _known(stated: str, known_at: date | None) -> Known:
    if known_at is None:
        return "inferred"
    return stated if stated in ("recorded", "inferred") else "unknown"  # type: ignore[return-value]


_PUBLISHED = MappingProxyType(
    {name: name for name in ("known_at", "known", "definition", "original_value", "source", "note")}
)

SHAPES: Mapping[str, Shape] = MappingProxyType({
    shape.table: shape
    for shape in (
        Shape(
            "strikes",
            ("night", "window_start", "window_end", "scope", "target", "weapon", "model", "launched", "destroyed",
             "lost", "still", "hits", "source"),
            {"launched": "strikes.launched", "destroyed": "strikes.intercepted", "lost": "strikes.lost",
             "still": "strikes.still", "hits": "strikes.hits"},
            start="night", end="night", producer="airforce", unit="weapons", granularity="night",
            presence="strikes.named", fields={"source": "source"},
            order=("night", "window_end", "window_start", "scope", "model", "target"),
        ),
        Shape(
            "casualties",
            ("body", "start", "end", "measure", "value", "known_at", "known", "definition", "original_value", "source",
             "note"),
            {"value": ""}, unit="people", fields={"producer": "body", **_PUBLISHED},
        ),
        Shape(
            "area_published",
            ("producer", "start", "end", "value_km2", "low", "high", "measure", "definition", "known_at", "known",
             "original_value", "source", "note"),
            {"value_km2": ""}, unit="km2",
            fields={"producer": "producer", "low": "low", "high": "high", **_PUBLISHED},
        ),
        Shape(
            "talks", ("start", "end", "place", "parties", "kind", "direct", "held", "source", "note"), {},
            producer="press", unit="meetings", presence="talks.meetings", order=("start", "end"),
        ),
        Shape(
            "officials",
            ("person", "name_variants", "office", "office_variants", "country", "start", "end", "source", "confidence",
             "note"),
            {}, producer="press", unit="terms", presence="officials.role",
        ),
        Shape(
            "territory_held", ("day", "source", "sha256"), {}, start="day", end="day", producer="deepstate",
            unit="km2", across="territory.held", fields={"source": "source", "sha256": "sha256"},
        ),
        Shape(
            "territory_change", ("day", "since", "region", "gained_km2", "lost_km2", "source"),
            {"gained_km2": "territory.gained", "lost_km2": "territory.lost"}, start="day", end="day",
            producer="deepstate", unit="km2", fields={"place": "region", "note": "since", "source": "source"},
            order=("day",),
        ),
        Shape(
            "territory_gaps", ("start", "last", "flag", "note", "source"), {}, end="last", producer="deepstate",
            presence="territory.flag", order=("start", "last", "flag"),
        ),
    )
})  # fmt: skip
