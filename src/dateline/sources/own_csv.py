"""A series that anyone brings: a newsroom's count, an institute's monthly figures. See docs/reference/own-csv.md."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from datetime import date, timedelta
from pathlib import Path
from typing import get_args

from dateline.records.claim import Measure
from dateline.records.entry import Entry
from dateline.records.finding import Known
from dateline.records.period import Granularity, Period
from dateline.sources.amounts import Amount, amount
from dateline.sources.description import Description, describe
from dateline.sources.intake import Intake, Skipped, SourceError, out_of_range, plausible
from dateline.sources.regions import Regions, regions
from dateline.sources.spans import first_day, last_day
from dateline.sources.tables import read_table

_NAME = re.compile(r"[a-z][a-z0-9_]{0,39}")
_LONGEST_DIMENSION = 80


def read(path: Path, theatre: str | None = None, measures: Collection[str] = get_args(Measure)) -> Intake[Entry]:
    """Entries in order of time. A row of an unknown measure, place or date is put aside; so is one that gives another
    value for what an earlier row gave.

    Raises SourceError where the file lacks a column that must be there, names a column in letters that no dimension
    can have, or no row can be read.
    """
    description = describe("own_csv")
    places = regions(theatre or description.theatre, description)
    table = read_table(path, description, every_column=True)
    known = {*description.consumed, *description.extra["optional"]}
    dimensions = sorted(name for name in table.columns if name not in known)
    for name in dimensions:
        if not _NAME.fullmatch(name):
            raise SourceError(f"{path}: {name!r} is no column of docs/reference/own-csv.md; a dimension is named in "
                              "small letters, digits and _")  # fmt: skip
    skipped, notices = list(table.skipped), list(table.notices)
    entries: dict[tuple[object, ...], tuple[int, Entry]] = {}
    for line, row in table.rows:
        where = f"{path.name} line {line}"
        try:
            entry = _entry(row, dimensions, description, places, measures)
            notices += out_of_range(where, "value", entry.value, description)
            key = (entry.measure, entry.producer, entry.period.start, entry.period.stop, entry.place, entry.dimensions,
                   entry.definition, entry.known_at if entry.known == "recorded" else None)  # fmt: skip
            if key in entries:
                raise ValueError(f"says the same as line {entries[key][0]}, or contradicts it; keep one of the two")
        except ValueError as fault:
            skipped.append(Skipped(where, str(fault)))
            continue
        entries[key] = (line, entry)
    if not entries:
        raise SourceError(f"{path}: no row can be read; {skipped[0].what}: {skipped[0].why}")
    rows = sorted((entry for _, entry in entries.values()), key=lambda e: (e.period.start, e.period.stop, e.measure))
    return Intake(tuple(rows), tuple(skipped), tuple(notices), table.counted)


def _entry(
    row: Mapping[str, str], dimensions: list[str], description: Description, places: Regions, measures: Collection[str]
) -> Entry:
    if not _NAME.fullmatch(row["producer"]):
        raise ValueError(f"producer is {row['producer']!r}; name it in small letters, digits and _")
    if row["measure"] not in measures:
        raise ValueError(f"{row['measure']!r} is no measure; docs/reference/own-csv.md lists them")
    period = _period(row["start"], row["end"])
    plausible(period.last, description)
    plausible(period.start, description)
    cell = amount(row["value"])
    low, high = _bounds(row, cell)
    if cell.value < 0 and row["measure"] not in description.extra["signed"]:
        raise ValueError(f"{row['measure']} is {cell.value:,g}, less than nothing")
    known_at, known = _known(row.get("known_at", ""), period)
    plausible(known_at, description)
    return Entry(
        measure=row["measure"],
        period=period,
        place=_place(row.get("place", ""), places),
        value=cell.value,
        low=low,
        high=high,
        producer=row["producer"],
        known_at=known_at,
        known=known,
        source=row.get("source", ""),
        original_value=cell.original,
        definition=row.get("definition", ""),
        unit=description.extra["units"].get(row["measure"].partition(".")[0], ""),
        note=row.get("note", ""),
        dimensions=tuple((name, _dimension(name, row[name])) for name in dimensions if row[name]),
    )


def _period(start: str, end: str) -> Period:
    """From the first day of `start` to the last of `end`, both inside; a month or year may be written alone."""
    first, last = first_day(start), last_day(end)
    if last < first:
        raise ValueError(f"ends on {last}, before it starts on {first}")
    granularity: Granularity = "span"
    if first == last:
        granularity = "day"
    elif first == first_day(f"{first:%Y-%m}") and last == last_day(f"{first:%Y-%m}"):
        granularity = "month"
    elif (first, last) == (date(first.year, 1, 1), date(first.year, 12, 31)):
        granularity = "year"
    return Period.through(first, last, granularity)


def _bounds(row: Mapping[str, str], cell: Amount) -> tuple[float | None, float | None]:
    """What the columns say, or else what the wording of the value does ("3600+", "500-550")."""
    low, high = (amount(row[name]).value if row.get(name) else None for name in ("low", "high"))
    low, high = (cell.low if low is None else low), (cell.high if high is None else high)
    if (low is not None and low > cell.value) or (high is not None and high < cell.value):
        raise ValueError(f"value {cell.original} does not lie between low {low} and high {high}")
    return low, high


def _known(text: str, period: Period) -> tuple[date, Known]:
    """The stated day; without one, the day after the period's end."""
    if text:
        return last_day(text), "recorded"
    return period.last + timedelta(days=1), "inferred"


def _place(text: str, places: Regions) -> str:
    """The id of a place given by id or name; the whole country for an empty cell. Nothing finer than a region."""
    if not text or text.casefold() == places.country.name.casefold():
        return places.country.id
    found = text if text in places.ids else places.place(text)
    if found is None:
        raise ValueError(f"place is {text!r}; write the country or one of its regions, by name or id")
    return found


def _dimension(name: str, text: str) -> str:
    if len(text) > _LONGEST_DIMENSION:
        raise ValueError(f"{name} is longer than {_LONGEST_DIMENSION} characters")
    return text
