"""Figures worked out again from what a bundle itself holds: the series behind the charts, and the parts by region.

Which way leads from a series to its figure is found when the bundle is packed, and written into its manifest: a figure
that the series does not give (another producer's, another reading) has no way, and is said to have none. So an honest
bundle always gives its figures again, and one whose series were changed does not, whatever hashes it carries.
"""

from __future__ import annotations

import csv
import io
import math
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, Literal

from dateline.checking.resolve import AREA_UNITS, SPANS

#: A check's JSON has three decimals; two values nearer than this are one.
_CLOSE = 2e-3
#: Between a way and the unit that the claim speaks in.
_IN = "; unit "
Json = Mapping[str, Any]
Outcome = Literal["same", "differs", "cannot"]


@dataclass(frozen=True, slots=True)
class Again:
    """One figure worked out again: `then` is the bundle's, `now` what came out (None where nothing could), `how` the
    way or why there is none."""

    claim: str
    outcome: Outcome
    then: float | None
    now: float | None
    how: str


@dataclass(frozen=True, slots=True)
class Row:
    """A point of a series in a bundle, ends inclusive; `part` is a region's id where the series is by region."""

    start: date
    end: date
    part: str
    value: float | None


def series_of(data: bytes) -> list[Row]:
    """The rows of one file under data/. Raises ValueError or KeyError for anything else."""
    found = csv.DictReader(io.StringIO(data.decode()))
    return [
        Row(date.fromisoformat(row["start"]), date.fromisoformat(row["end"]), row["part"],
            float(row["value"]) if row["value"] else None)
        for row in found
    ]  # fmt: skip


def way_of(claim: Json, files: Mapping[str, bytes]) -> str | None:
    """The first way from the series in `files` to the claim's figure, None where none leads there."""
    then, sheet = figure_of(claim), _Sheet.of(claim, files)
    if then is None:
        return None
    for name, works in WAYS.items():
        now = works(sheet)
        for unit in ("", *_units(claim)):
            if now is not None and close(now * _factor(unit), then):
                return f"{name}{_IN}{unit}" if unit else name
    return None


def again(claim: Json, way: str | None, files: Mapping[str, bytes]) -> Again:
    """The claim's figure by the way that its manifest names."""
    name, then = str(claim.get("id")), figure_of(claim)
    if then is None:
        return Again(name, "cannot", None, None, "no figure was computed")
    if way is None:
        return Again(name, "cannot", then, None, "the bundle holds no series that gives it")
    words, _, unit = way.partition(_IN)
    try:
        now = WAYS[words](_Sheet.of(claim, files))
        by = _factor(unit)
    except (LookupError, ValueError, TypeError, AttributeError):
        return Again(name, "differs", then, None, f"{words}: cannot be read from the series here")
    if now is None:
        return Again(name, "differs", then, None, f"{words}: the series gives none")
    return Again(name, "same" if close(now * by, then) else "differs", then, now * by, way)


def repeated(claims: Sequence[Json], ways: Mapping[str, str], files: Mapping[str, bytes]) -> Iterator[Again]:
    """Every figure of a bundle in the order of its claims; a claim without a figure is left out."""
    for claim in claims:
        if figure_of(claim) is not None:
            yield again(claim, ways.get(str(claim.get("id"))), files)


def close(one: float, other: float) -> bool:
    return math.isclose(one, other, rel_tol=1e-6, abs_tol=_CLOSE)


def figure_of(claim: Json) -> float | None:
    """The figure that was computed for a claim."""
    found = (claim.get("finding") or {}).get("computed")
    return float(found) if isinstance(found, int | float) else None


def _units(claim: Json) -> tuple[str, ...]:
    """The claim's unit as far as it is not that of the measure: square miles, so much a week."""
    area, _, span = str((claim.get("finding") or {}).get("unit") or "").partition("/")
    known = [part for part in (area if area in AREA_UNITS else "", f"/{span}" if span in SPANS else "") if part]
    return tuple(dict.fromkeys((*known, "".join(known)))) if known else ()


def _factor(unit: str) -> float:
    """What an amount in the measure's unit, or a day's, is multiplied by to be in `unit`."""
    area, _, span = unit.partition("/")
    return (SPANS[span] if span else 1.0) / (AREA_UNITS[area] if area else 1.0)


@dataclass(frozen=True, slots=True)
class _Sheet:
    """What a way may use: the series, the parts by region, the periods of the reading shown and of the claim, the one
    compared with, the claimed place."""

    series: list[Row]
    regions: list[Row]
    own: tuple[tuple[date, date], ...]
    against: tuple[date, date] | None
    place: str | None

    @classmethod
    def of(cls, claim: Json, files: Mapping[str, bytes]) -> _Sheet:
        readings = (claim.get("finding") or {}).get("readings") or [{}]
        first = readings[0].get("period")
        names = f"data/{claim['id']}.csv", regions_file(claim["id"])
        series, regions = (series_of(files[name]) if name in files else [] for name in names)
        against = (claim.get("baseline") or {}).get("period")
        place = (claim.get("place") or {}).get("id")
        own = tuple(ends for period in (first, claim.get("period")) if (ends := _ends(period)) is not None)
        return cls(series, regions, own, _ends(against), place)

    def asked(self) -> list[float]:
        """The values of the first of its periods that the series has."""
        return next(filter(None, map(self.within, self.own)), [])

    def within(self, ends: tuple[date, date] | None) -> list[float]:
        """The values whose periods lie in a stretch and fill it; none where they do not."""
        if ends is None:
            return []
        rows = sorted((r for r in self.series if ends[0] <= r.start and r.end <= ends[1]), key=lambda r: r.start)
        at = ends[0]
        for row in rows:
            if row.start != at or row.value is None:
                return []
            at = row.end + timedelta(days=1)
        return [row.value or 0.0 for row in rows] if at > ends[1] else []


def regions_file(claim: str) -> str:
    """The member of a bundle that holds a claim's measure by region."""
    return f"data/{claim}-regions.csv"


def _ends(period: Json | None) -> tuple[date, date] | None:
    return (date.fromisoformat(period["start"]), date.fromisoformat(period["end"])) if period else None


def _value(sheet: _Sheet) -> float | None:
    found = sheet.asked()
    return found[0] if len(found) == 1 else None


def _sum(sheet: _Sheet) -> float | None:
    return sum(sheet.asked()) if sheet.asked() else None


def _ratio(sheet: _Sheet) -> float | None:
    own, against = sheet.asked(), sum(sheet.within(sheet.against))
    return sum(own) / against if own and against else None


def _percent(sheet: _Sheet) -> float | None:
    ratio = _ratio(sheet)
    return None if ratio is None else 100 * (ratio - 1)


def _difference(sheet: _Sheet) -> float | None:
    own, against = sheet.asked(), sheet.within(sheet.against)
    return sum(own) - sum(against) if own and against else None


def _region(sheet: _Sheet) -> float | None:
    return next((row.value for row in sheet.regions if row.part == sheet.place), None)


def _all_regions(sheet: _Sheet) -> float | None:
    return sum(row.value or 0.0 for row in sheet.regions) if sheet.regions else None


def _region_share(sheet: _Sheet) -> float | None:
    part, whole = _region(sheet), _all_regions(sheet)
    return 100 * part / whole if part is not None and whole else None


#: From a series to a figure, by the words that a manifest and a reader are told.
WAYS: Mapping[str, Callable[[_Sheet], float | None]] = {
    "the value of the period": _value,
    "the sum of the periods": _sum,
    "the period as a multiple of the one before it is compared with": _ratio,
    "the change against the period it is compared with, in per cent": _percent,
    "the difference from the period it is compared with": _difference,
    "the part in the region": _region,
    "the sum of the regions": _all_regions,
    "the region's share of all regions": _region_share,
}
