"""What may be shown to others: regions shaded by the figure; the front itself only where its producer lets its rows be
passed on, then generalised to a kilometre and three days old."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

from dateline.figures import figure
from dateline.ledgers import Producer
from dateline.mapping import grounds, picturing, wording
from dateline.mapping.record import MappingError, Record
from dateline.publishing import dates
from dateline.publishing.amounts import NBSP
from dateline.publishing.maps import Shaded, Shading, Words, shaded
from dateline.records.place import Place
from dateline.theatres.loader import Theatre

#: Metres of the grid that a public front line is drawn on.
GRID_M = 1000.0
#: Whole days between the map's day and today, so that 72 hours have passed since the last hour of that day.
DAYS_OLD = 4


def public(
    record: Record | None, producer: Producer, theatre: Theatre, start: date, end: date, place: Place | None = None,
    today: date | None = None,
) -> str:  # fmt: skip
    """An SVG for a public page. `record` is needed only of a producer whose rows may be passed on. Raises MappingError
    where nothing of the producer's may be shown, or not yet."""
    if end < start:
        raise MappingError(f"--to {end} lies before --from {start}; swap them")
    if producer.redistribute == "none":
        raise MappingError(f"{producer.name}: neither its maps nor its figures may be passed on; no public map of them")
    if producer.redistribute == "rows" and record is not None:
        return _generalised(record, theatre, start, end, place, today or datetime.now(UTC).date())
    return _shaded(producer, theatre, start, end)


def _generalised(record: Record, theatre: Theatre, start: date, end: date, place: Place | None, today: date) -> str:
    found = picturing.compared(record, theatre, start, end, place)
    if (today - found.later).days < DAYS_OLD:
        latest = today - timedelta(days=DAYS_OLD + 1)
        raise MappingError(f"--to {end}: a public map is 72 hours old; ask for {latest} or earlier")
    coarse = replace(found, held=coarser(found.held), gained=coarser(found.gained), lost=coarser(found.lost))
    return picturing.drawn(coarse, theatre, record, "The line is generalised to one kilometre; the areas are not.")


def coarser(metres: Any) -> Any:
    """Polygons drawn again on a grid of a kilometre; what is smaller goes."""
    import shapely

    return shapely.set_precision(metres, GRID_M)


def _shaded(producer: Producer, theatre: Theatre, start: date, end: date) -> str:
    """Net change by region, from the ledgers: figures alone, no producer's geometry."""
    import shapely

    found = figure("territory.net_change", start, end, by="region", theatre=theatre.id)
    values = {point.label: point.value or 0.0 for point in found.series.points}
    borders = grounds.borders(theatre)
    regions = [
        Shaded(region, values.get(region.id, 0.0), _plain(values.get(region.id)))
        for region in grounds.in_metres(theatre, borders)
    ]
    listed = sorted((s for s in regions if s.label), key=lambda s: -abs(s.value))
    by_region = ", ".join(f"{s.region.name} {wording.signed(s.value)}" for s in listed) or "no region changed"
    residue = found.value - sum(s.value for s in regions) if found.value is not None else 0.0
    rest = f"; in no region {wording.signed(residue)}" if abs(residue) >= 0.05 else ""
    period = dates.stretch(start, end)
    total = f"Net change {wording.signed(found.value or 0.0)} in all{rest}."
    words = Words(
        title=f"Net change in the ground held by {theatre.attacker.names[0]}, by region",
        under=f"{period}. {producer.name}.",
        key=[("gained", "Gained, net, in km²: the fuller the colour the more"), ("lost", "Lost, net, in km²")],
        notes=[total, f"By region: {by_region}.", *_sources(producer, theatre), f"Again: {found.query}"],
        told=f"{period}: {total} By region: {by_region}. {' '.join(_sources(producer, theatre))}",
    )
    west, south, east, north = shapely.total_bounds([s.region.shape for s in regions]).tolist()
    return shaded(Shading(words, regions, (west, south, east, north)))


def _plain(km2: float | None) -> str:
    """A figure with its sign and no unit; empty where there is none."""
    return wording.signed(km2).removesuffix(f"{NBSP}km²") if km2 else ""


def _sources(producer: Producer, theatre: Theatre) -> list[str]:
    return [line for line in wording.sources(theatre, producer) if not line.startswith("Towns")]
