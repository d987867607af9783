"""Killed and injured in Gaza as its health ministry reported them: by day, and as a running total since 7 October 2023.

The ministry counts civilians and combatants together. Bodies recovered and cases that a committee admits later come
into the figures of the day on which they are reported. The same collection holds the West Bank (the UN's verified
figures) and Lebanon (its health ministry's), each a place and a body of its own.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from dateline.records.entry import Entry
from dateline.records.period import Period
from dateline.sources.description import Description, describe
from dateline.sources.documents import count_rows, read_json, unknown_keys
from dateline.sources.intake import Intake, Skipped, SourceError, out_of_range, plausible

_MEASURES = {"killed": "casualties.killed", "injured": "casualties.injured"}
#: A report that covers more days than this is of a backlog and no stretch of days.
_LONGEST_HOURS = 96
Row = Mapping[str, Any]


def read(path: Path) -> Intake[Entry]:
    """Entries of every reported day, in order of date: the day's own figures and the running totals, of all people.

    Days on which the ministry published nothing are put aside; what the collection fills in for them is not read.
    Raises SourceError where the file is missing, is no list of objects, lacks its dates or is of another place.
    """
    description, rows = _opened(path)
    if description.extra.get("place"):
        raise SourceError(f"{path}: is of {description.extra['place']}, not of Gaza's own health ministry")
    return _intake(path, rows, description, _whole)


def series(path: Path) -> Intake[Entry]:
    """What the collection's files hold beside the figures of `read`, in order of date.

    A part has a definition of its own: it is never added to the whole that holds it.

    Of the ministry's file the running totals of some of the people, by the dimension `victim` (children, women,
    medical, press, civil_defence, aid_seekers); of the West Bank's and Lebanon's files the figures of those places.
    Raises SourceError as `read` does.
    """
    description, rows = _opened(path)
    place = description.extra.get("place", "")
    if place == "LB":
        starts = _phases(rows)
        return _intake(path, rows, description, lambda row, d: _lebanon(row, d, starts))
    return _intake(path, rows, description, _west_bank if place else _parts)


def _opened(path: Path) -> tuple[Description, list[dict[str, Any]]]:
    """The file's rows, and the description of that one of the collection's files."""
    description = describe("gaza")
    rows = read_json(path, description)
    if not isinstance(rows, list) or not all(isinstance(r, dict) and "report_date" in r for r in rows):
        raise SourceError(f"{path}: not a list of days with a report_date, which {description.id} reads")
    for other in ("west_bank", "lebanon"):
        stated = description.extra[other]
        if rows and stated["key"] in rows[0]:
            return replace(description, consumed=tuple(stated["consumed"]), ignored=tuple(stated["ignored"]),
                           rows=(50, description.rows[1]), extra=stated), rows  # fmt: skip
    return description, rows


def _intake(
    path: Path, rows: list[dict[str, Any]], description: Description,
    entries_of: Callable[[Row, Description], Iterable[Entry]],
) -> Intake[Entry]:  # fmt: skip
    skipped: list[Skipped] = []
    notices = [*unknown_keys(path, rows, description), *count_rows(path, rows, description)]
    entries: list[Entry] = []
    days: set[object] = set()
    for number, row in enumerate(rows, start=1):
        where = f"{path.name} row {number}: {row['report_date']}"
        if row.get("report_source") == description.extra.get("unreported", "missing"):
            skipped.append(Skipped(where, "the ministry reported nothing that day"))
            continue
        try:
            if row["report_date"] in days:
                raise ValueError("a row of that day stands before")
            plausible(date.fromisoformat(row["report_date"]), description)
            found = list(entries_of(row, description))
            for entry in found:
                notices += out_of_range(where, _range(entry), entry.value, description)
        except (AttributeError, KeyError, TypeError, ValueError) as fault:
            skipped.append(Skipped(where, f"cannot be read ({fault})"))
            continue
        days.add(row["report_date"])
        entries += found
    return Intake(tuple(entries), tuple(skipped), tuple(notices), len(rows))


def _range(entry: Entry) -> str:
    return entry.measure.removeprefix("casualties.") + ("_cum" if entry.definition.startswith("cumulative") else "")


def _whole(row: Row, description: Description) -> Iterator[Entry]:
    day = date.fromisoformat(row["report_date"])
    since = _since(description)
    hours = int(row["report_period"])
    for field, measure in _MEASURES.items():
        if field in row and 0 < hours <= _LONGEST_HOURS:
            reported = _reported(day, hours, since)
            yield _entry(measure, reported, row[field], day, f"reported in {hours} hours", description)
        if f"{field}_cum" in row:
            yield _entry(measure, Period.through(since, day), row[f"{field}_cum"], day, "cumulative", description)


def _parts(row: Row, description: Description) -> Iterator[Entry]:
    day = date.fromisoformat(row["report_date"])
    for field, victim in description.extra["parts"].items():
        if field in row:
            measure = _MEASURES["injured" if "injured" in field else "killed"]
            period = Period.through(_since(description), day)
            entry = _entry(measure, period, row[field], day, "cumulative", description)
            yield replace(entry, definition=f"cumulative, {victim}", dimensions=(("victim", victim),))


def _west_bank(row: Row, description: Description) -> Iterator[Entry]:
    day = date.fromisoformat(row["report_date"])
    stated = description.extra
    for field, value in row.get("verified", {}).items():
        measure, children, cumulative = field.split("_")[0], "_children" in field, field.endswith("_cum")
        period = Period.through(description.begins, day) if cumulative else Period.of_day(day)
        definition = ("cumulative" if cumulative else "verified") + (", children" if children else "")
        entry = _entry(_MEASURES[measure], period, value, day, definition, description)
        yield replace(
            entry,
            place=stated["place"],
            producer=stated["producer"],
            known_at=day + timedelta(days=stated["lag_days"]),
            known="inferred",
            dimensions=(("victim", "children"),) if children else (),
        )


def _lebanon(row: Row, description: Description, starts: Mapping[object, date]) -> Iterator[Entry]:
    day = date.fromisoformat(row["report_date"])
    hours = int(row["report_period"])
    stated = description.extra
    since = max(description.begins, starts[row["phase"]])
    for field, measure in _MEASURES.items():
        found = []
        if field in row and hours > 0:
            found.append(_entry(measure, _reported(day, hours, since), row[field], day, f"reported in {hours} hours",
                                description))  # fmt: skip
        if f"{field}_cum_reported" in row:
            total = row[f"{field}_cum_reported"]
            found.append(_entry(measure, Period.through(since, day), total, day, "cumulative", description))
        for entry in found:
            yield replace(entry, place=stated["place"], producer=stated["producers"][row["report_source"]])


def _phases(rows: Iterable[Row]) -> dict[object, date]:
    """The first day that each phase's running total counts: its first report reaches back over its own hours."""
    starts: dict[object, date] = {}
    for row in rows:
        try:
            first = date.fromisoformat(row["report_date"]) - timedelta(days=max(int(row["report_period"]) // 24 - 1, 0))
            starts.setdefault(row["phase"], first)
        except (KeyError, TypeError, ValueError, OverflowError):
            continue  # the row is put aside where its entries are made
    return starts


def _reported(day: date, hours: int, since: date) -> Period:
    first = max(since, day - timedelta(days=hours // 24 - 1))
    return Period.through(first, day, "day" if hours == 24 else "span")


def _since(description: Description) -> date:
    return date.fromisoformat(str(description.extra["since"]))


def _entry(measure: str, period: Period, value: Any, day: date, definition: str, description: Description) -> Entry:
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value < float("inf"):
        raise ValueError(f"{measure} is {value!r}, no count")
    return Entry(
        measure=measure,
        period=period,
        place="PS-GZA",
        value=float(value),
        producer=description.producer,
        known_at=day,
        known="recorded",
        source=description.address,
        original_value=str(value),
        definition=definition,
        unit="people",
        note="",
    )
