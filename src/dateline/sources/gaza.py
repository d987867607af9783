"""Killed and injured in Gaza as its health ministry reported them: by day, and as a running total since 7 October 2023.

The ministry counts civilians and combatants together. Bodies recovered and cases that a committee admits later come
into the figures of the day on which they are reported.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from dateline.records.entry import Entry
from dateline.records.period import Period
from dateline.sources.description import Description, describe
from dateline.sources.intake import Intake, Skipped, SourceError, out_of_range

_MEASURES = {"killed": "casualties.killed", "injured": "casualties.injured"}
#: A report that covers more days than this is of a backlog and no stretch of days.
_LONGEST_HOURS = 96


def read(path: Path) -> Intake[Entry]:
    """Entries of every reported day, in order of date: the day's own figures and the running totals.

    Days on which the ministry published nothing are put aside; what the collection fills in for them is not read.
    Raises SourceError where the file is missing, is no list of objects or lacks its dates.
    """
    description = describe("gaza")
    rows = _rows(path, description)
    skipped: list[Skipped] = []
    notices = _unknown(path, rows, description)
    entries: list[Entry] = []
    for row in rows:
        where = f"{path.name}: {row.get('report_date')}"
        if row.get("report_source") == description.extra["unreported"]:
            skipped.append(Skipped(where, "the ministry reported nothing that day"))
            continue
        try:
            found = list(_entries(row, description))
        except (KeyError, TypeError, ValueError) as fault:
            skipped.append(Skipped(where, f"cannot be read ({fault})"))
            continue
        for entry in found:
            field = entry.measure.removeprefix("casualties.") + ("_cum" if entry.definition == "cumulative" else "")
            notices += out_of_range(where, field, entry.value, description)
        entries += found
    return Intake(tuple(entries), tuple(skipped), tuple(notices))


def _rows(path: Path, description: Description) -> list[dict[str, Any]]:
    if not path.is_file():
        raise SourceError(f"{path}: no such file; it holds {description.title} ({description.address})")
    try:
        rows = json.loads(path.read_text(encoding="utf-8"))
    except (UnicodeDecodeError, json.JSONDecodeError) as fault:
        raise SourceError(f"{path}: not a JSON file, or cut short ({fault})") from fault
    if not isinstance(rows, list) or not all(isinstance(r, dict) and "report_date" in r for r in rows):
        raise SourceError(f"{path}: not a list of days with a report_date, which {description.id} reads")
    return rows


def _unknown(path: Path, rows: list[dict[str, Any]], description: Description) -> list[str]:
    known = {*description.consumed, *description.ignored}
    unknown = sorted({key for row in rows for key in row} - known)
    found = [f"{path.name}: fields not consumed and not known: {', '.join(unknown)}"] if unknown else []
    low, high = description.rows
    if not low <= len(rows) <= high:
        found.append(f"{path.name}: {len(rows):,} rows, expected {low:,} to {high:,}")
    return found


def _entries(row: Mapping[str, Any], description: Description) -> Iterator[Entry]:
    day = date.fromisoformat(row["report_date"])
    since = date.fromisoformat(str(description.extra["since"]))
    hours = int(row["report_period"])
    for field, measure in _MEASURES.items():
        if field in row and 0 < hours <= _LONGEST_HOURS:
            reported = Period.through(
                max(since, day - timedelta(days=hours // 24 - 1)), day, "day" if hours == 24 else "span"
            )
            yield _entry(measure, reported, row[field], day, f"reported in {hours} hours", description)
        if f"{field}_cum" in row:
            yield _entry(measure, Period.through(since, day), row[f"{field}_cum"], day, "cumulative", description)


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
