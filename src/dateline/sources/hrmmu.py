"""Civilians killed and injured as the UN's monitors in Ukraine published them: every vintage is kept."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

from dateline.records.entry import Entry
from dateline.records.finding import Known
from dateline.records.period import Granularity, Period
from dateline.sources.amounts import amount
from dateline.sources.description import Description, describe
from dateline.sources.intake import Intake, Skipped, out_of_range, plausible
from dateline.sources.spans import Span, last_day, span
from dateline.sources.tables import read_table

#: The series begins with the full-scale invasion: its February 2022 is 24 to 28 February.
SERIES_START = date(2022, 2, 24)
_MEASURES = {"killed": "casualties.killed", "injured": "casualties.injured"}
_PARTIAL = re.compile(r"partial: (\d{1,2})-(\d{1,2}) [A-Z]")


def read(monthly: Path, reference: Path) -> Intake[Entry]:
    """Entries of both files in order of period and of publication; vintages without a date keep the files' order.

    A row of `reference`, which has no dates of publication, is put aside where `monthly` holds the same figure for
    the same period. Figures of killed and injured together are put aside: a sum is neither measure.
    """
    description = describe("hrmmu")
    dated = read_table(monthly, description)
    undated = read_table(reference, _of_reference(description))
    skipped = [*dated.skipped, *undated.skipped]
    entries: list[Entry] = []
    for line, row in dated.rows:
        entries += _entries(row["month"], row, description, skipped, f"{monthly.name} line {line}")
    held = {(e.period, e.measure, e.value) for e in entries}
    for line, row in undated.rows:
        for entry in _entries(row["period"], row, description, skipped, f"{reference.name} line {line}"):
            if (entry.period, entry.measure, entry.value) in held:
                what = f"{reference.name}: {row['period']} {entry.measure} {entry.original_value}"
                skipped.append(Skipped(what, f"the same figure stands in {monthly.name}"))
            else:
                entries.append(entry)
    notices = [*dated.notices, *undated.notices]
    for entry in entries:
        field = entry.measure.removeprefix("casualties.")
        notices += out_of_range(f"{entry.period} {entry.producer}", field, entry.value, description)
    rows = sorted(_once(entries), key=lambda e: (e.period.start, e.period.stop, e.measure, e.known_at))
    return Intake(tuple(rows), tuple(skipped), tuple(notices), dated.counted + undated.counted)


def _of_reference(description: Description) -> Description:
    """The description of the second file: other columns, far fewer rows."""
    low, high = description.extra["reference"]["rows"]
    return replace(description, consumed=tuple(description.extra["reference"]["consumed"]), rows=(low, high))


def _entries(
    period: str, row: Mapping[str, str], description: Description, skipped: list[Skipped], where: str
) -> Iterator[Entry]:
    published = row.get("published", "")
    if not row["killed"] and not row["injured"]:
        skipped.append(Skipped(f"{where}: {period}", f"killed and injured are not told apart ({row['note'][:60]})"))
        return
    try:
        stretch, partial = _period(period, row["note"], published)
        known_at, known = _known(stretch, published, description.extra["lag_days"])
        plausible(stretch.start, description)
        if known == "recorded":
            plausible(known_at, description)
        cells = {column: amount(row[column]) for column in _MEASURES if row[column]}
        for column, cell in cells.items():
            out_of_range(where, column, cell.value, description)
    except ValueError as fault:
        skipped.append(Skipped(f"{where}: {period}", str(fault)))
        return
    vintage = f"vintage {published}" if published else "vintage undated"
    for column, cell in cells.items():
        yield Entry(
            measure=_MEASURES[column],
            period=stretch,
            place="UA",
            value=cell.value,
            low=cell.low,
            high=cell.high,
            producer=description.producer,
            known_at=known_at,
            known=known,
            source=row["source_url"],
            original_value=cell.original,
            definition=f"{_kind(stretch, partial)}, {vintage}",
            unit="people",
            note=row["note"],
        )


def _period(text: str, note: str, published: str) -> tuple[Period, bool]:
    """The days a figure covers, and whether they are a part of the month it names.

    "partial: 1-21 May" names them; "so far this month" ends on the day of publication. Neither is the month's first
    vintage.
    """
    stated = span(text)
    start = max(stated.start, SERIES_START) if stated.last >= SERIES_START else stated.start
    if not note.startswith("partial"):
        return Period.through(start, stated.last, _granularity(stated, start)), False
    named = _PARTIAL.match(note)
    if named:
        first, last = (stated.start.replace(day=int(day)) for day in named.groups())
        return Period.through(first, last), True
    if not published:
        raise ValueError("a part of the month that neither says which nor when it was published")
    return Period.through(start, last_day(published)), True


def _granularity(stated: Span, start: date) -> Granularity:
    """A month stays one although the series' first is cut at its start; a year does not."""
    return stated.granularity if stated.granularity == "month" or start == stated.start else "span"


def _kind(period: Period, partial: bool) -> str:
    if partial:
        return "part of a month"
    if period.granularity in ("month", "year"):
        return str(period.granularity)
    return "cumulative" if period.start == SERIES_START else "span"


def _known(period: Period, published: str, lag_days: int) -> tuple[date, Known]:
    if published:
        return last_day(published), "recorded"
    return period.last + timedelta(days=lag_days), "inferred"


def _once(entries: Iterable[Entry]) -> list[Entry]:
    """One entry of several that differ in nothing but their address or note."""
    seen: dict[tuple[object, ...], Entry] = {}
    for entry in entries:
        seen.setdefault((entry.period, entry.measure, entry.value, entry.known_at, entry.known), entry)
    return list(seen.values())
