"""Square kilometres a month as map-makers and the press published them: held, net change, gained and lost."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta
from pathlib import Path

from dateline.records.entry import Entry
from dateline.records.finding import Known
from dateline.records.period import Period
from dateline.sources.amounts import Amount, amount
from dateline.sources.description import Description, describe
from dateline.sources.intake import Intake, Skipped, out_of_range, plausible
from dateline.sources.spans import last_day, span
from dateline.sources.tables import read_table

_MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
           "December")  # fmt: skip
_PARTS = re.compile(r"(\d{1,2})-(\d{1,2}) ([A-Z][a-z]+)")
_FIRST_DAYS = re.compile(r"first (\d{1,2}) days")
_YEAR_TO = re.compile(r"year to ([A-Z][a-z]{2})[a-z]* (\d{1,2})")
_GROSS = re.compile(r"net \((\d[\d,]*) gross, (\d[\d,]*) retaken\)")
#: Marks the rows the compiler began with; it says nothing of the figure.
_WORKING_NOTE = re.compile(r"\(?start file\)?")


def read(path: Path) -> Intake[Entry]:
    """Entries in order of period, producer and publication. A figure that stands twice, once with its date of
    publication and once without, is kept with the date."""
    description = describe("mapped_area")
    table = read_table(path, description)
    notices = list(table.notices)
    entries: list[Entry] = []
    skipped = list(table.skipped)
    for line, row in table.rows:
        what = f"{path.name} line {line}: {row['period']} {row['source']} {row['figure_km2']}"
        try:
            entries += list(_entries(row, description))
        except ValueError as fault:
            skipped.append(Skipped(what, str(fault)))
    kept = _dated_first(entries)
    skipped += [Skipped(f"{path.name}: {e.period} {e.producer} {e.original_value}", "stands twice") for e in entries
                if not any(e is other for other in kept)]  # fmt: skip
    for entry in kept:
        notices += out_of_range(f"{entry.period} {entry.producer}", "figure_km2", entry.value, description)
    kept.sort(key=lambda e: (e.period.start, e.period.stop, e.producer, e.measure, e.known_at))
    return Intake(tuple(kept), tuple(skipped), tuple(notices), table.counted)


def _entries(row: Mapping[str, str], description: Description) -> Iterator[Entry]:
    producers: Mapping[str, str] = description.extra["producers"]
    if row["source"] not in producers:
        raise ValueError(f"no producer is known for {row['source']!r}")
    producer, kind = producers[row["source"]], row["kind"]
    period = _period(row["period"], kind)
    known_at, known = _known(period, row["published"])
    plausible(period.start, description)
    if known == "recorded":
        plausible(known_at, description)
    note = "; ".join(filter(None, (kind, _WORKING_NOTE.sub("", row["note"]).strip("; "))))
    for measure, cell in _figures(amount(row["figure_km2"]), kind):
        out_of_range("", "figure_km2", cell.value, description)
        if measure != "territory.net_change" and cell.value < 0:
            raise ValueError(f"{measure} is {cell.value:,g}, less than nothing")
        yield Entry(
            measure=measure,
            period=period,
            place="UA",
            value=cell.value,
            low=cell.low,
            high=cell.high,
            producer=producer,
            known_at=known_at,
            known=known,
            source=row["source_url"],
            original_value=cell.original,
            definition=_definition(measure, row["source"], description),
            unit="km2",
            note=note,
        )


def _figures(stated: Amount, kind: str) -> Iterable[tuple[str, Amount]]:
    """The measure a row states, by its wording; a net figure that names gross gain and loss gives all three.

    What map-makers publish as "gain" or "loss" of a month is net change of the area held by Russia.
    """
    if "total occupied" in kind:
        return [("territory.held", stated)]
    gross = _GROSS.search(kind)
    if gross:
        gained, lost = amount(gross[1]), amount(gross[2])
        return [("territory.net_change", stated), ("territory.gained", gained), ("territory.lost", lost)]
    return [("territory.gained" if "gross" in kind else "territory.net_change", stated)]


def _definition(measure: str, source: str, description: Description) -> str:
    word = {"territory.held": "held", "territory.net_change": "net", "territory.gained": "gross gain",
            "territory.lost": "gross loss"}[measure]  # fmt: skip
    includes = description.extra["includes"].get(source, "")
    return f"{word}, {includes}" if includes else word


def _period(text: str, kind: str) -> Period:
    """The days a figure covers: the stated period, cut where the wording names a part of it."""
    stated = span(text)
    start, last = stated.start, stated.last
    part, days, year_to = _PARTS.match(kind), _FIRST_DAYS.match(kind), _YEAR_TO.match(kind)
    if part and part[3] == _MONTHS[start.month - 1]:
        return Period.through(start.replace(day=int(part[1])), start.replace(day=int(part[2])))
    if days:
        return Period.through(start, start + timedelta(days=int(days[1]) - 1))
    if year_to:
        month = next(n for n, name in enumerate(_MONTHS, start=1) if name.startswith(year_to[1]))
        return Period.through(start, date(start.year, month, int(year_to[2])))
    if stated.granularity == "span" and last > start and (start.month, start.day) == (last.month, last.day) == (1, 1):
        last -= timedelta(days=1)  # from one New Year's Day to another is a number of whole years
    return Period.through(start, last, stated.granularity)


def _known(period: Period, published: str) -> tuple[date, Known]:
    """A period's figure is taken to be public on the day after it, a single day's on that day."""
    if published:
        return last_day(published), "recorded"
    return (period.last if period.days == 1 else period.stop), "inferred"


def _dated_first(entries: Iterable[Entry]) -> list[Entry]:
    kept: dict[tuple[object, ...], Entry] = {}
    for entry in entries:
        key = (entry.producer, entry.measure, entry.period, entry.value, entry.definition)
        if key not in kept or (kept[key].known == "inferred" and entry.known == "recorded"):
            kept[key] = entry
    return list(kept.values())
