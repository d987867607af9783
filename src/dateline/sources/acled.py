"""ACLED's events by region: from the file of events that a user downloads, one by one; from the regional aggregate that
the Humanitarian Data Exchange carries, by month.

Coordinates, places below the region, actors and notes are not taken over: ACLED's terms let figures be shown, with
its name.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

from dateline.records.entry import Entry
from dateline.records.period import Granularity, Period
from dateline.sources.amounts import count
from dateline.sources.description import Description, describe
from dateline.sources.documents import count_rows, read_json, unknown_keys
from dateline.sources.intake import Intake, Skipped, SourceError, latest_day, out_of_range, plausible
from dateline.sources.regions import UNASSIGNED, Regions, regions
from dateline.sources.spans import last_day
from dateline.sources.tables import read_table

#: A field of the regional aggregate: its measure, and by what its entries are told apart. Events that target
#: civilians are some of those of political violence: each kind has a definition of its own, and is never added.
_MONTHLY = {
    "events": ("events.count", ("kind", "political violence")),
    "civilian": ("events.count", ("kind", "civilian targeting")),
    "demos": ("events.count", ("kind", "demonstrations")),
    "fatalities": ("casualties.killed", ("population", "all")),
}
#: What an entry is, for readers that add only like to like.
_EVENT, _MONTH = "event as coded by ACLED", "months by region"
_DATES = ("%Y-%m-%d", "%d %B %Y", "%d-%B-%Y")


def read(path: Path, theatre: str | None = None) -> Intake[Entry]:
    """Entries by region, in order of time: of a file that ends in .json the months of the regional aggregate, of any
    other each event. Raises SourceError where the file has no event or month of the theatre."""
    description = describe("acled")
    places = regions(theatre or description.theatre, description)
    if path.name.lower().endswith((".json", ".json.gz")):
        return _regional(path, description, places)
    return _events(path, description, places)


def _events(path: Path, description: Description, places: Regions) -> Intake[Entry]:
    table = read_table(path, description, keep=lambda row: places.hold(row["country"], row["admin1"]))
    skipped, notices = list(table.skipped), list(table.notices)
    entries: list[Entry] = []
    seen: dict[str, int] = {}
    for line, row in table.rows:
        where = f"{path.name} line {line}"
        try:
            if row["event_id_cnty"] in seen:
                raise ValueError(f"event {row['event_id_cnty']} stands in line {seen[row['event_id_cnty']]}")
            count_of, deaths = _event(row, description, places)
            notices += out_of_range(where, "fatalities", deaths.value, description)
        except ValueError as fault:
            skipped.append(Skipped(where, str(fault)))
            continue
        seen[row["event_id_cnty"]] = line
        entries += (count_of, deaths)
    if not entries:
        raise SourceError(f"{path}: no event in {places.country.name} among {table.counted:,} rows"
                          + (f"; {skipped[0].what}: {skipped[0].why}" if skipped else ""))  # fmt: skip
    outside = table.counted - len(table.rows) - len(table.skipped)
    if outside:
        skipped.append(Skipped(f"{path.name}: {outside:,} rows", f"of countries other than {places.country.name}"))
    rows = sorted(entries, key=lambda e: (e.period.start, e.dimensions, e.measure))
    return Intake(tuple(rows), tuple(skipped), tuple(notices), table.counted)


def _event(row: Mapping[str, str], description: Description, places: Regions) -> tuple[Entry, Entry]:
    """An event's count of one, and its deaths."""
    period = Period.of_day(plausible(_date(row["event_date"]), description))
    killed = count(row["fatalities"])
    if killed is None:
        raise ValueError("fatalities is empty")
    if not row["event_type"] or not row["event_id_cnty"]:
        raise ValueError("names no type of event, or has no id")
    place = places.place(row["admin1"]) or UNASSIGNED
    told_apart = {"event": row["event_id_cnty"], "kind": row["event_type"].lower()}
    return (
        _entry("events.count", period, place, 1, told_apart, _EVENT, description),
        _entry("casualties.killed", period, place, killed, told_apart | {"population": "all"}, _EVENT, description),
    )


def _date(text: str) -> date:
    for form in _DATES:
        try:
            return datetime.strptime(text, form).date()
        except ValueError:
            continue
    raise ValueError(f"not a day: {text!r}")


def _regional(path: Path, description: Description, places: Regions) -> Intake[Entry]:
    stated = description.extra["regional"]
    whole = replace(description, rows=tuple(stated["rows"]), consumed=tuple(stated["consumed"]),
                    ignored=tuple(stated["ignored"]))  # fmt: skip
    content = read_json(path, whole)
    if not isinstance(content, dict) or not isinstance(content.get("oblastMonthly"), dict):
        raise SourceError(f"{path}: has no months by region (oblastMonthly), which {description.id} reads")
    monthly: dict[str, Any] = content["oblastMonthly"]
    notices = [*unknown_keys(path, [content], whole), *count_rows(path, list(monthly), whole)]
    try:
        updated = plausible(date.fromisoformat(content["lastUpdated"]), description)
    except (KeyError, TypeError, ValueError) as fault:
        raise SourceError(f"{path}: lastUpdated does not say on which day it was made ({fault})") from fault
    skipped: list[Skipped] = []
    entries: list[Entry] = []
    for name, region in monthly.items():
        months = region.get("months") if isinstance(region, dict) else None
        if not isinstance(months, list):
            skipped.append(Skipped(f"{path.name}: {name}", "has no list of months"))
            continue
        for number, month in enumerate(months, start=1):
            where = f"{path.name}: {name} month {number}"
            try:
                entries += _month(month, places.place(name) or UNASSIGNED, name, updated, description)
            except (AttributeError, KeyError, TypeError, ValueError) as fault:
                skipped.append(Skipped(where, f"cannot be read ({type(fault).__name__}: {fault})"))
    if not entries:
        raise SourceError(f"{path}: no month can be read"
                          + (f"; {skipped[0].what}: {skipped[0].why}" if skipped else ""))  # fmt: skip
    rows = sorted(_together(entries), key=lambda e: (e.period.start, e.place, e.measure, e.dimensions))
    return Intake(tuple(rows), tuple(skipped), tuple(notices), sum(len(r.get("months", ())) for r in monthly.values()
                                                                   if isinstance(r, dict)))  # fmt: skip


def _month(month: Mapping[str, Any], place: str, name: str, updated: date, description: Description) -> list[Entry]:
    unknown = set(month) - set(description.extra["regional"]["month"])
    if unknown:
        raise ValueError(f"{', '.join(sorted(unknown))}: no field of a month")
    first = plausible(date.fromisoformat(f"{month['date']}-01"), description)
    if first > updated:
        raise ValueError(f"{month['date']} is later than the file, which was made on {updated}")
    last = min(last_day(month["date"]), updated)
    granularity: Granularity = "month" if last == last_day(month["date"]) else "span"
    found = []
    for field, (measure, dimension) in _MONTHLY.items():
        value = month[field]
        if isinstance(value, bool) or not isinstance(value, int):
            raise ValueError(f"{field} is {value!r}, no count")
        out_of_range("", "month_fatalities" if field == "fatalities" else "events", value, description)
        period = Period.through(first, last, granularity)
        definition = f"{dimension[1]}, {_MONTH}" if dimension[0] == "kind" else _MONTH
        entry = _entry(measure, period, place, value, dict([dimension]), definition, description)
        found.append(replace(entry, note=name if place == UNASSIGNED else ""))
    return found


def _together(entries: list[Entry]) -> list[Entry]:
    """What no region covers (the seas) is one place: its figures of a month are added."""
    kept: dict[tuple[object, ...], Entry] = {}
    for entry in entries:
        key = (entry.place, entry.period, entry.measure, entry.dimensions)
        if key in kept:
            value = kept[key].value + entry.value
            kept[key] = replace(kept[key], value=value, original_value=f"{value:.0f}",
                                note=f"{kept[key].note}, {entry.note}")  # fmt: skip
        else:
            kept[key] = entry
    return list(kept.values())


def _entry(
    measure: str,
    period: Period,
    place: str,
    value: int,
    told_apart: Mapping[str, str],
    definition: str,
    description: Description,
) -> Entry:
    return Entry(
        measure=measure,
        period=period,
        place=place,
        value=float(value),
        producer=description.producer,
        known_at=min(period.last + timedelta(days=description.extra["lag_days"]), latest_day()),
        known="inferred",
        source=description.address,
        original_value=str(value),
        definition=definition,
        unit="people" if measure.startswith("casualties.") else "events",
        dimensions=tuple(sorted(told_apart.items())),
    )
