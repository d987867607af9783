"""Events of organised violence as the Uppsala Conflict Data Program codes them: what its two series share.

One event gives its count, its deaths (best, low and high), and the parts of the deaths that the program tells apart.
Coordinates, place names below the region and headlines are not taken over.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path

from dateline.records.entry import Entry
from dateline.records.period import Period
from dateline.sources.amounts import count
from dateline.sources.description import Description
from dateline.sources.intake import Intake, Skipped, SourceError, out_of_range, plausible
from dateline.sources.regions import UNASSIGNED, Regions, regions
from dateline.sources.tables import read_table

_KINDS = {"1": "state-based", "2": "non-state", "3": "one-sided"}
#: The program's own names for whose deaths they are; together they are the best estimate.
_POPULATIONS = ("deaths_a", "deaths_b", "deaths_civilians", "deaths_unknown")
Row = Mapping[str, str]
#: From the last day of an event to the day on which its coding was public.
Lag = Callable[[date], date]


def read_events(path: Path, description: Description, theatre: str, lag: Lag) -> Intake[Entry]:
    """The theatre's events in order of date. Rows of other countries are counted and left; the row of tags that the
    Humanitarian Data Exchange puts under the header is left out."""
    places = regions(theatre, description)
    table = read_table(path, description, keep=lambda row: _is_tags(row) or _is_inside(row, places))
    skipped, notices = list(table.skipped), list(table.notices)
    entries: list[Entry] = []
    seen: dict[str, int] = {}
    kept = [(line, row) for line, row in table.rows if not _is_tags(row)]
    for line, row in kept:
        where = f"{path.name} line {line}"
        if row["id"] in seen:
            skipped.append(Skipped(where, f"event {row['id']} stands in line {seen[row['id']]}"))
            continue
        try:
            found = list(_entries(row, description, places, lag))
            notices += out_of_range(where, "best", float(row["best"]), description)
        except ValueError as fault:
            skipped.append(Skipped(where, str(fault)))
            continue
        seen[row["id"]] = line
        notices += [f"{where}: {entry.note}" for entry in found if entry.note]
        entries += found
    if not entries:
        raise SourceError(f"{path}: no event in {places.country.name} among {table.counted:,} rows"
                          + (f"; {skipped[0].what}: {skipped[0].why}" if skipped else ""))  # fmt: skip
    outside = table.counted - len(table.rows) - len(table.skipped)
    if outside:
        skipped.append(Skipped(f"{path.name}: {outside:,} rows", f"of countries other than {places.country.name}"))
    entries.sort(key=lambda e: (e.period.start, e.period.stop, e.dimensions, e.measure))
    return Intake(tuple(entries), tuple(skipped), tuple(notices), table.counted)


def _is_tags(row: Row) -> bool:
    return any(cell.startswith("#") for cell in row.values()) and not row["id"]


def _is_inside(row: Row, places: Regions) -> bool:
    return places.hold(row["country"], row["adm_1"])


def _entries(row: Row, description: Description, places: Regions, lag: Lag) -> Iterator[Entry]:
    first, last = _day(row["date_start"], description), _day(row["date_end"], description)
    if last < first:
        raise ValueError(f"ends on {last}, before it starts on {first}")
    period = Period.through(first, last, "day" if first == last else "span")
    if row["type_of_violence"] not in _KINDS:
        raise ValueError(f"type_of_violence is {row['type_of_violence']!r}, none of {', '.join(_KINDS)}")
    if not row["id"].isdigit():
        raise ValueError(f"the event's id is {row['id']!r}, no number")
    best, low, high = (_deaths(row, name, description) for name in ("best", "low", "high"))
    disordered = "" if low <= best <= high else f"published as best {best}, low {low}, high {high}"
    place = places.place(row["adm_1"]) or UNASSIGNED
    shared = {"event": row["id"], "kind": _KINDS[row["type_of_violence"]],
              "side_a": row["side_a"], "side_b": row["side_b"]}  # fmt: skip
    known_at = lag(last)
    definition = str(description.extra["definition"])

    def entry(measure: str, cell: str, population: str = "", bounds: Sequence[int] = ()) -> Entry:
        told_apart = shared | ({"population": population} if population else {})
        return Entry(
            measure=measure,
            period=period,
            place=place,
            value=float(count(cell) or 0),
            low=float(min(bounds)) if bounds else None,
            high=float(max(bounds)) if bounds else None,
            producer=description.producer,
            known_at=known_at,
            known="inferred",
            source=description.address,
            original_value=cell,
            definition=definition,
            unit="people" if population else "events",
            note=disordered if bounds else "",
            dimensions=tuple(sorted(told_apart.items())),
        )

    yield entry("events.count", "1")
    yield entry("casualties.killed", row["best"], "all", (best, low, high))
    for population in _POPULATIONS:
        if _deaths(row, population, description):
            yield entry("casualties.killed", row[population], population)


def _deaths(row: Row, column: str, description: Description) -> int:
    found = count(row[column])
    if found is None:
        raise ValueError(f"{column} is empty")
    out_of_range("", "best", found, description)
    return found


def _day(text: str, description: Description) -> date:
    """A day, written alone or with an hour that says nothing ("2014-01-22 00:00:00.000")."""
    return plausible(date.fromisoformat(text[:10]), description)
